/* test_evidenced.c - evidence for benchmarks, against figures made by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/evidenced.h"
#include "app/options.h"
#include "app/overview.h"
#include "app/record.h"
#include "app/select.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/world.h"

#define TICKS5	"ticks=purpose,outcomes,two-way,reflection"
#define TICKS6	"ticks=purpose,outcomes,two-way,range,task,feedback," \
		"reflection"

/* Sandmere, of Y7 to Y13, and Harbour; two providers. */
struct here {
	struct app	 app;
	int64_t		 id;
	struct row	*school;
	struct evidenced_all all;
};

static void
here_open(struct here *h)
{
	struct err e = { 0 };

	memset(h, 0, sizeof *h);
	world_open(&h->app);
	h->id = world_add(&h->app, "school", "urn=900001", "name=Sandmere "
	    "Park", "low_age=11", "high_age=18", NULL);
	world_add(&h->app, "school", "urn=900002", "name=Harbour", NULL);
	world_add(&h->app, "partner", "name=Eastfield College",
	    "kind=college", NULL);
	world_add(&h->app, "partner", "name=Northgate University",
	    "kind=university", NULL);
	must(record_load(&h->app, entity_find("school"), h->id, &h->school,
	    &e), &e);
}

static void
here_close(struct here *h)
{
	evidenced_clear(&h->all);
	row_free(h->school);
	world_close(&h->app);
}

static void
roll(struct here *h, const char *year, const char *group, const char *pupils,
    const char *confirmed)
{
	char *y = xasprintf("year=%s", year), *g = xasprintf("group=%s", group);
	char *p = xasprintf("pupils=%s", pupils);
	char *c = xasprintf("confirmed=%s", confirmed);

	world_add(&h->app, "roll", "school=school/900001", y, g, p, c, NULL);
	free(y);
	free(g);
	free(p);
	free(c);
}

/* A delivered encounter of Sandmere; MORE is a further "field=value". */
static int64_t
held(struct here *h, const char *date, const char *type, const char *years,
    const char *more)
{
	char *d = xasprintf("date=%s", date), *t = xasprintf("type=%s", type);
	char *y = xasprintf("years=%s", years);
	int64_t id = world_add(&h->app, "encounter", "schools=school/900001",
	    d, t, y, more != NULL ? more : "status=delivered", NULL);

	free(d);
	free(t);
	free(y);
	return id;
}

static const struct evidenced *
ask(struct here *h, const char *item, int year)
{
	struct err e = { 0 };

	evidenced_clear(&h->all);
	must(evidenced_of(&h->app, h->school, year, &item, 1, &h->all, &e),
	    &e);
	assert_true(h->all.n > 0);
	return &h->all.v[0];
}

static void
check_range(struct range r, const char *want, int line)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	range_format(r, &b);
	if (!str_eq(b.p, want))
		fail_msg("line %d: %s, not %s", line, b.p, want);
	buf_clear(&b);
}
#define RANGE(r, want) check_range((r), (want), __LINE__)

static void
check_said(const struct evidenced *f, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	evidenced_said(f, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

struct got {
	int64_t	 id[20];
	size_t	 n;
};

static enum status
got_one(void *arg, int64_t id, struct err *e)
{
	struct got *g = arg;

	(void)e;
	assert_true(g->n < COUNT(g->id));
	g->id[g->n++] = id;
	return ST_OK;
}

/* The encounters a filter opens are these, in any order; ends with 0. */
static void
check_opens(struct here *h, const char *filter, const int64_t *want)
{
	struct list_spec spec = { .ent = entity_find("encounter"),
	    .sort = -1, .today = h->app.today };
	struct err e = { 0 };
	struct filter *f;
	struct got g = { .n = 0 };
	size_t n = 0;

	must(filter_parse(spec.ent, filter, h->app.today, &f, &e), &e);
	spec.filter = f;
	must(select_each(&h->app, &spec, got_one, &g, &e), &e);
	for (; want[n] != 0; n++) {
		size_t k = 0;

		while (k < g.n && g.id[k] != want[n])
			k++;
		if (k == g.n)
			fail_msg("%s does not open number %zu", filter, n);
	}
	if (g.n != n)
		fail_msg("%s opens %zu, not %zu", filter, g.n, n);
	filter_free(f);
}

static void
check_counts(struct here *h, const struct evidenced *f, const int64_t *want)
{
	struct buf b;
	size_t n = 0;

	while (want[n] != 0)
		n++;
	assert_int_equal(f->by_ticks ? f->n.meaningful_events : f->n.events,
	    n);
	buf_init(&b, BUF_LINE);
	evidenced_filter(&h->app, h->school, f, &b);
	check_opens(h, b.p, want);
	buf_clear(&b);
}

/* 51 and 23 of a larger roll: nobody knows how many came to both. */
static void
two_events_are_a_range(void **state)
{
	struct here h;
	int64_t a, b;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y10", "181", "yes");
	a = held(&h, "2026-10-06", "talk", "y10 51", TICKS5);
	b = held(&h, "2026-11-03", "mock interview", "y10 23", TICKS5);
	f = ask(&h, "5 1 y10", 2026);
	RANGE(f->used, "51-74");
	assert_int_equal(f->roll, 181);
	assert_string_equal(f->group, "Y10");
	assert_int_equal(f->span.entry, 2023);
	check_said(f, "");
	check_counts(&h, f, (int64_t[]){ a, b, 0 });
	/* at two of them: 51 + 23 - 181 is nobody; 23 at most */
	RANGE(ask(&h, "5 2 y10", 2026)->used, "0-23");
	here_close(&h);
}

/* Y9 in 2024/25 with a roll of 200, Y10 with 190, Y11 with 176. */
static void
a_cohort_is_followed_over_three_years(void **state)
{
	struct here h;
	int64_t y9, y10, y11, bare;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	roll(&h, "2024/25", "y9", "200", "yes");
	roll(&h, "2025/26", "y10", "190", "yes");
	roll(&h, "2026/27", "y11", "176", "yes");
	roll(&h, "2026/27", "y10", "300", "yes");
	y9 = held(&h, "2025-03-04", "workplace visit", "y9 60", NULL);
	y10 = held(&h, "2026-06-15", "work experience", "y10 150, y9 40",
	    TICKS6);
	y11 = held(&h, "2026-10-12", "job shadowing", "y11 12, y10 99",
	    TICKS6);
	bare = held(&h, "2026-11-02", "workplace visit", "y11 5", NULL);
	/* other cohorts, and what is no workplace */
	held(&h, "2025-03-04", "workplace visit", "y10 170", NULL);
	held(&h, "2026-10-13", "job shadowing", "y10 170", TICKS6);
	held(&h, "2026-10-13", "talk", "y11 170", TICKS5);

	/* Meaningful: 60 (of a year in which no list was asked for), 150, 12.
	 * At least 150; at most 222, but there are 176. */
	f = ask(&h, "6 1 y7-y11", 2026);
	RANGE(f->n.meaningful, "150-176");
	RANGE(f->used, "150-176");
	/* logged: and 5 more, who may be among them */
	RANGE(f->n.logged, "150-176");
	assert_int_equal(f->n.events, 4);
	assert_int_equal(f->roll, 176);
	assert_int_equal(f->since, 2024);
	check_said(f, "logged since Sep 2024; 1 lacks only ticks");
	check_counts(&h, f, (int64_t[]){ y9, y10, y11, 0 });
	assert_int_equal(f->n.nlacking, 1);
	assert_int_equal(f->n.lacking[0], bare);

	/* Two or more. 150 + 60 - 176 = 34; half of 222 is 111, all but the
	 * largest 72. Logged: 150 + 60 - 176; all but the largest 77. */
	f = ask(&h, "6 2 y7-y11", 2026);
	RANGE(f->used, "34-72");
	RANGE(f->n.logged, "34-77");

	/* As of the year before, Y10 of 2025/26: 60 and 150 of 190. */
	f = ask(&h, "6 1 y7-y10", 2025);
	RANGE(f->used, "150-190");
	check_counts(&h, f, (int64_t[]){ y9, y10, 0 });
	f = ask(&h, "6 2 y7-y10", 2025);
	RANGE(f->used, "20-60");
	here_close(&h);
}

static void
rolls_that_are_not_sure_are_said(void **state)
{
	struct here h;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y8", "100", "no");
	held(&h, "2026-10-06", "talk", "y8 90, y9 90", TICKS5);
	held(&h, "2026-10-07", "talk", "y8 80, y9 80", TICKS5);
	f = ask(&h, "5 1 y8", 2026);
	RANGE(f->used, "90-100");
	check_said(f, "roll of Y8 unconfirmed");
	f = ask(&h, "5 1 y9", 2026);
	RANGE(f->used, "90-170");
	assert_int_equal(f->roll, -1);
	check_said(f, "roll of Y9 not known");
	/* without a roll nobody has to have been at both */
	RANGE(ask(&h, "5 2 y9", 2026)->used, "0-80");
	RANGE(ask(&h, "5 2 y8", 2026)->used, "70-80");
	here_close(&h);
}

static void
years_before_logging_began_are_not_known(void **state)
{
	struct here h;
	const struct evidenced *f;
	struct evidenced_all *all = &h.all;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y11", "180", "yes");
	roll(&h, "2024/25", "y9", "190", "yes");
	/* nothing at all yet: none this year, not known before */
	f = ask(&h, "5 1 y11", 2026);
	RANGE(f->used, "0");
	check_said(f, "");
	RANGE(ask(&h, "5 1 y11", 2025)->used, "?");
	held(&h, "2025-09-10", "guidance meeting", "y10 30", NULL);
	held(&h, "2025-06-10", "guidance meeting", "y10 30",
	    "status=cancelled");
	f = ask(&h, "8 1 y7-y11", 2026);
	RANGE(f->used, "30");
	assert_int_equal(f->since, 2025);
	assert_false(f->before);
	assert_false(f->by_ticks);
	check_said(f, "logged since Sep 2025");
	f = ask(&h, "5 1 y9", 2024);
	assert_true(f->before);
	RANGE(f->used, "?");
	check_said(f, "nothing logged before Sep 2025");
	f = ask(&h, "5 1 y10", 2025);
	RANGE(f->used, "0");
	assert_int_equal(f->since, 0);
	assert_int_equal(all->n, 1);
	here_close(&h);
}

static void
only_what_took_place_for_its_own_pupils_counts(void **state)
{
	struct here h;
	struct err e = { 0 };
	int64_t both, other, band, cancelled, archived, empty, shared;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y9", "180", "yes");
	roll(&h, "2026/27", "y8", "170", "yes");
	both = world_add(&h.app, "encounter", "date=2026-10-01", "type=talk",
	    "schools=school/900001, school/900002",
	    "years=900001: y9 60; 900002: y9 170, y8 44", TICKS5, NULL);
	other = world_add(&h.app, "encounter", "date=2026-10-01", "type=talk",
	    "schools=school/900001, school/900002",
	    "years=900001: y8 20; 900002: y9 99", TICKS5, NULL);
	band = held(&h, "2026-10-02", "talk", "ks3 170", TICKS5);
	cancelled = held(&h, "2026-10-02", "talk", "y9 170",
	    "status=cancelled");
	archived = held(&h, "2026-10-02", "talk", "y9 170", TICKS5);
	empty = held(&h, "2026-10-05", "talk", "y9 ?", TICKS5);
	shared = held(&h, "2026-10-06", "talk", "y8-9 70 by roll", TICKS5);
	held(&h, "2026-12-06", "talk", "y9 ~170", TICKS5);
	assert_true(band && cancelled);
	must(step_begin(&h.app, &e), &e);
	must(record_archive(&h.app, entity_find("encounter"), archived,
	    "twice", &e), &e);
	must(step_end(&h.app, ST_OK, "archived", &e), &e);
	/* 60, not known, and 36 of the 70 by 170 and 180 */
	f = ask(&h, "5 1 y9", 2026);
	RANGE(f->used, "60-180");
	check_said(f, "1 without numbers; 1 estimated");
	check_counts(&h, f, (int64_t[]){ both, empty, shared, 0 });
	/* 20 and 34 */
	f = ask(&h, "5 1 y8", 2026);
	RANGE(f->used, "34-54");
	check_counts(&h, f, (int64_t[]){ other, shared, 0 });
	here_close(&h);
}

static void
what_lacks_a_tick_is_logged_only(void **state)
{
	struct here h;
	struct err e = { 0 };
	struct buf b;
	int64_t good, lacks;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y7", "150", "yes");
	good = held(&h, "2026-10-01", "talk", "y7 30", TICKS5);
	lacks = held(&h, "2026-10-02", "talk", "y7 80",
	    "ticks=purpose,outcomes,two-way");
	f = ask(&h, "5 1 y7", 2026);
	RANGE(f->n.logged, "80-110");
	RANGE(f->used, "30");
	assert_true(f->by_ticks);
	check_said(f, "1 lacks only ticks");
	check_counts(&h, f, (int64_t[]){ good, 0 });
	buf_init(&b, BUF_LINE);
	evidenced_lacking_filter(&h.app, h.school, f, &b);
	check_opens(&h, b.p, (int64_t[]){ lacks, 0 });
	buf_reset(&b);
	evidenced_logged_filter(&h.app, h.school, f, &b);
	check_opens(&h, b.p, (int64_t[]){ good, lacks, 0 });
	buf_clear(&b);

	must(option_set(h.app.opt, OPT_EVIDENCE, "logged", &e), &e);
	f = ask(&h, "5 1 y7", 2026);
	RANGE(f->used, "80-110");
	check_said(f, "");
	check_counts(&h, f, (int64_t[]){ good, lacks, 0 });
	here_close(&h);
}

/* A hub says which types are always meaningful; who ticks knows better. */
static void
ticks_can_be_preset_for_a_type(void **state)
{
	struct here h;
	struct err e = { 0 };
	int64_t mock, talk, ticked;
	char *s;

	(void)state;
	here_open(&h);
	must(option_set(h.app.opt, OPT_PRESET_TICKS, "mocks, work experience",
	    &e), &e);
	mock = held(&h, "2026-10-01", "mock interview", "y7 30", NULL);
	talk = held(&h, "2026-10-01", "talk", "y7 30", NULL);
	ticked = held(&h, "2026-10-01", "mock interview", "y7 30",
	    "ticks=purpose");
	s = world_get(&h.app, "encounter", mock, "meaningful");
	assert_string_equal(s, "BM5");
	free(s);
	must(world_set(&h.app, "encounter", mock, "ticks", "", &e), &e);
	s = world_get(&h.app, "encounter", mock, "ticks");
	assert_string_equal(s, "");
	free(s);
	s = world_get(&h.app, "encounter", talk, "ticks");
	assert_string_equal(s, "");
	free(s);
	s = world_get(&h.app, "encounter", ticked, "ticks");
	assert_string_equal(s, "purpose");
	free(s);
	assert_int_equal(option_set(h.app.opt, OPT_PRESET_TICKS, "mock, zoo",
	    &e), ST_INVALID);
	assert_non_null(strstr(e.text, "\"zoo\" is no type"));
	here_close(&h);
}

static void
kinds_of_providers_present_decide(void **state)
{
	struct here h;
	struct err e = { 0 };
	int64_t college, both;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	must(option_set(h.app.opt, OPT_EVIDENCE, "logged", &e), &e);
	roll(&h, "2026/27", "y11", "180", "yes");
	college = held(&h, "2026-10-01", "campus visit", "y11 30",
	    "providers=eastfield (came), northgate (invited)");
	both = held(&h, "2026-10-02", "campus visit", "y11 50",
	    "providers=eastfield, northgate");
	held(&h, "2026-10-03", "campus visit", "y11 70", NULL);
	f = ask(&h, "7 1 y7-y11 university", 2026);
	RANGE(f->used, "50");
	check_counts(&h, f, (int64_t[]){ both, 0 });
	f = ask(&h, "7 1 y7-y11 college|training provider", 2026);
	RANGE(f->used, "50-80");
	check_counts(&h, f, (int64_t[]){ college, both, 0 });
	RANGE(ask(&h, "7 1 y7-y11", 2026)->used, "70-150");
	here_close(&h);
}

/* The least of the benchmark's items, and the first tab's figures. */
static void
figures_of_a_school_agree(void **state)
{
	static const char *const items[] = { "5 1 each", "6 1 y7-y11",
	    "6 1 y12-y13", "8 1 y14" };
	struct here h;
	struct err e = { 0 };
	struct overview o;
	const struct evidenced *f;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y7", "100", "yes");
	roll(&h, "2026/27", "y8", "50", "yes");
	held(&h, "2026-09-10", "talk", "y7 30, y8 20, y9 5, y10 5, y11 5, "
	    "y12 7, y13 9", TICKS5);
	held(&h, "2026-09-11", "talk", "y7 10, y9 ?, y10 ?", TICKS5);
	must(evidenced_of(&h.app, h.school, 2026, items, COUNT(items), &h.all,
	    &e), &e);
	assert_int_equal(h.all.n, 7 + 3);
	f = evidenced_weakest(&h.all, 5);	/* 30 of 100, 20 of 50 */
	assert_string_equal(f->group, "Y7");
	RANGE(f->used, "30-40");
	f = evidenced_weakest(&h.all, 6);
	assert_string_equal(f->group, "Y11");
	assert_null(evidenced_weakest(&h.all, 7));
	assert_null(evidenced_weakest(&h.all, 8));	/* it has no Y14 */
	assert_false(h.all.v[9].applies);
	must(overview_of(&h.app, h.school, 2026, &o, &e), &e);
	assert_int_equal(o.ngroups, 7);
	for (size_t i = 0; i < 7; i++) {
		assert_string_equal(o.group[i].head, h.all.v[i].group);
		RANGE(h.all.v[i].n.logged, o.group[i].cell[OV_EMPLOYER].text);
	}
	assert_string_equal(o.group[2].cell[OV_EMPLOYER].text, "5-?");
	assert_string_equal(o.group[0].cell[OV_WORKPLACE].text, "0");
	assert_string_equal(o.group[0].cell[OV_PROVIDER].text, ".");
	assert_string_equal(o.group[1].cell[OV_PROVIDER].text, "0");
	overview_clear(&o);
	must(overview_of(&h.app, h.school, 2025, &o, &e), &e);
	assert_string_equal(o.group[0].cell[OV_EMPLOYER].text, "?");
	assert_string_equal(o.group[0].cell[OV_HOURS].text, "?");
	assert_string_equal(o.group[0].cell[OV_PROVIDER].text, ".");
	overview_clear(&o);
	here_close(&h);
}

static void
the_first_tab_opens_its_own_pupils_encounters(void **state)
{
	struct here h;
	struct buf b;
	int64_t mine;

	(void)state;
	here_open(&h);
	mine = held(&h, "2026-10-01", "talk", "y9 30", NULL);
	world_add(&h.app, "encounter", "date=2026-10-01", "type=talk",
	    "schools=school/900001, school/900002",
	    "years=900001: y8 20; 900002: y9 99", NULL);
	buf_init(&b, BUF_LINE);
	overview_filter(&h.app, h.school, 2026, "y9", OV_EMPLOYER, &b);
	check_opens(&h, b.p, (int64_t[]){ mine, 0 });
	buf_clear(&b);
	here_close(&h);
}

static void
check_share(const struct evidenced *f, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	range_format(evidenced_share(f), &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

/* An encounter without numbers says that somebody was there, not that nobody
 * was; a year group of which nobody was is the weaker one. */
static void
a_share_that_is_not_known_is_not_nobody(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	roll(&h, "2026/27", "y7", "180", "yes");
	roll(&h, "2026/27", "y8", "180", "yes");
	held(&h, "2026-10-06", "talk", "y7 ?", TICKS5);
	held(&h, "2026-10-07", "talk", "y9 30", TICKS5);
	RANGE(ask(&h, "5 1 y7", 2026)->used, "?");
	check_share(&h.all.v[0], "?");
	check_share(ask(&h, "5 1 y8", 2026), "0");
	check_share(ask(&h, "5 1 y9", 2026), "?");	/* no roll */
	check_share(ask(&h, "5 1 y10", 2026), "0");
	(void)ask(&h, "5 1 each", 2026);
	assert_string_equal(evidenced_weakest(&h.all, 5)->group, "Y8");
	held(&h, "2026-10-08", "talk", "y7 45", TICKS5);
	check_share(ask(&h, "5 1 y7", 2026), "25-100");
	here_close(&h);
}

static void
what_cannot_be_read_is_refused(void **state)
{
	static const char *const items[] = { "5 1 each", "6 3 y7-y11" };
	struct here h;
	struct err e = { 0 };

	(void)state;
	here_open(&h);
	assert_int_equal(evidenced_of(&h.app, h.school, 2026, items,
	    COUNT(items), &h.all, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "6 3 y7-y11"));
	here_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_events_are_a_range),
		cmocka_unit_test(a_cohort_is_followed_over_three_years),
		cmocka_unit_test(rolls_that_are_not_sure_are_said),
		cmocka_unit_test(years_before_logging_began_are_not_known),
		cmocka_unit_test(
		    only_what_took_place_for_its_own_pupils_counts),
		cmocka_unit_test(what_lacks_a_tick_is_logged_only),
		cmocka_unit_test(ticks_can_be_preset_for_a_type),
		cmocka_unit_test(kinds_of_providers_present_decide),
		cmocka_unit_test(figures_of_a_school_agree),
		cmocka_unit_test(
		    the_first_tab_opens_its_own_pupils_encounters),
		cmocka_unit_test(a_share_that_is_not_known_is_not_nobody),
		cmocka_unit_test(what_cannot_be_read_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
