/* test_rollover.c - the next academic year is made of the present one, which
 * stays as it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/demo.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/rollover.h"
#include "app/text.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/str.h"
#include "tests/app/world.h"

#define HERE	"school=school/900001"

struct here {
	struct app	app;
	int64_t		school;
};

static void
here_open(struct here *h)
{
	world_open(&h->app);
	h->school = world_add(&h->app, "school", "urn=900001",
	    "name=Sandmere Park", "status=Open", "low_age=11", "high_age=16",
	    NULL);
	world_add(&h->app, "coordinator", HERE, "user=user/tester", NULL);
}

static enum status
go(struct here *h, int year, struct rollover_told *told, struct err *e)
{
	enum status st;

	must(step_begin(&h->app, e), e);
	st = rollover(&h->app, year, told, e);
	return step_end(&h->app, st, "rollover", e);
}

/* How many records it made. */
static size_t
goes(struct here *h)
{
	struct rollover_told told;
	struct err e = { 0 };
	size_t n;

	must(go(h, 2027, &told, &e), &e);
	n = told.all;
	rollover_told_clear(&told);
	return n;
}

static int64_t
count(struct here *h, const char *entity, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, &h->app, entity_find(entity), filter, &e), &e);
	must(lister_count(&l, 100000, &n, &e), &e);
	lister_close(&l);
	return n;
}

static void
roll(struct here *h, const char *year, const char *group, const char *pupils)
{
	world_add(&h->app, "roll", HERE, year, group, pupils, "send=9",
	    "confirmed=yes", NULL);
}

/* "plan=plan/1J8…"; the caller frees it. */
static char *
plan(struct here *h, const char *year)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "plan=");
	ref_text(&h->app, entity_find("plan"), world_add(&h->app, "plan",
	    HERE, year, "status=under way", "summary=More employers", NULL),
	    &b);
	return buf_take(&b);
}

static void
rolls_move_up_one_year_group(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	roll(&h, "year=2026/27", "group=y7", "pupils=180");
	roll(&h, "year=2026/27", "group=y8", "pupils=171");
	roll(&h, "year=2026/27", "group=y11", "pupils=160");
	roll(&h, "year=2025/26", "group=y9", "pupils=99");
	world_add(&h.app, "roll", HERE, "year=2027/28", "group=y9",
	    "pupils=168", NULL);
	goes(&h);
	assert_int_equal(count(&h, "roll", "year:2027/28"), 2);
	assert_int_equal(count(&h, "roll", "year:2027/28 group:y8 pupils:180"
	    " send:9 source:\"rolled forward\" confirmed:no"), 1);
	assert_int_equal(count(&h, "roll", "year:2027/28 group:y9"
	    " pupils:168 source:typed"), 1);
	assert_int_equal(count(&h, "roll", "year:2026/27 confirmed:yes"), 3);
	world_close(&h.app);
}

/* A sixth form by its ages; not one that the register denies, unless somebody
 * counts pupils there. */
static void
who_stays_on_is_known_by_the_school(void **state)
{
	struct here h;
	struct err e = { 0 };

	(void)state;
	here_open(&h);
	must(world_set(&h.app, "school", h.school, "high_age", "18", &e), &e);
	must(world_set(&h.app, "school", h.school, "sixth_form", "no", &e),
	    &e);
	roll(&h, "year=2026/27", "group=y11", "pupils=160");
	goes(&h);
	assert_int_equal(count(&h, "roll", "year:2027/28"), 0);
	roll(&h, "year=2026/27", "group=y12", "pupils=80");
	goes(&h);
	assert_int_equal(count(&h, "roll", "year:2027/28 group:y12"
	    " pupils:160"), 1);
	assert_int_equal(count(&h, "roll", "year:2027/28"), 1);
	world_close(&h.app);
}

static void
a_plan_is_drafted_from_what_is_open(void **state)
{
	struct here h;
	char *p;

	(void)state;
	here_open(&h);
	p = plan(&h, "year=2026/27");
	world_add(&h.app, "employer", "name=Arup", NULL);
	world_add(&h.app, "task", "title=Told", HERE, p, "status=done", NULL);
	world_add(&h.app, "task", "title=Fair", HERE, p, "due=2027-03-12",
	    "benchmarks=5", "item=5.1", "employers=employer/Arup", NULL);
	world_add(&h.app, "task", "title=Whenever", HERE, p,
	    "status=waiting", "waiting_for=the head", NULL);
	world_add(&h.app, "task", "title=No action", HERE, NULL);
	goes(&h);
	assert_int_equal(count(&h, "plan", "year:2027/28 status:draft"
	    " summary:employers actions:2"), 1);
	assert_int_equal(count(&h, "task", "title:Fair due:2028-03-12"
	    " number:1 status:open benchmarks:5 item:5.1 employers:Arup"), 1);
	assert_int_equal(count(&h, "task", "title:Whenever due: number:2"
	    " status:open waiting_for:"), 1);
	assert_int_equal(count(&h, "task", "title:Told"), 1);
	assert_int_equal(count(&h, "task", "title:\"No action\""), 1);
	free(p);
	world_close(&h.app);
}

static void
facts_that_last_are_to_be_checked(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "fact", HERE, "year=2026/27", "fact=leader hours",
	    "value=6", "source=the head", NULL);
	world_add(&h.app, "fact", HERE, "year=2026/27", "fact=budget",
	    "value=4000", NULL);
	world_add(&h.app, "fact", HERE, "year=2027/28", "fact=budget",
	    "value=5000", NULL);
	world_add(&h.app, "fact", HERE, "year=2026/27", "fact=staff briefing",
	    "value=yes", NULL);
	goes(&h);
	assert_int_equal(count(&h, "fact", "year:2027/28"), 2);
	assert_int_equal(count(&h, "fact", "year:2027/28 fact:\"leader hours\""
	    " value:6 source:\"the head\" checked:"), 1);
	assert_int_equal(count(&h, "fact", "year:2027/28 value:5000"), 1);
	world_close(&h.app);
}

static void
the_year_starts_with_its_checklist_once(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "term", "title=Autumn", "kind=term",
	    "from=2027-09-02", "to=2027-12-17", NULL);
	assert_int_equal(goes(&h), 1 + 8);
	assert_int_equal(count(&h, "checklist", "template:\"start of year\""
	    " anchor:2027-09-02 tasks:8 school:"), 1);
	assert_int_equal(goes(&h), 0);
	world_close(&h.app);
}

/* Stages prospect and left, and schools that closed, are not of the caseload. */
static void
only_open_schools_of_the_caseload_are_prepared(void **state)
{
	static const struct { const char *urn, *status, *stage; bool has; }
	v[] = {
		{ "900011", "Open", "signed up", true },
		{ "900012", "Open", "waiting", true },
		{ "900013", "Open", "prospect", false },
		{ "900014", "Open", "left", false },
		{ "900015", "Closed", "active", false },
		{ "900016", "Open", NULL, false },
	};
	struct rollover_told told;
	struct here h;
	struct err e = { 0 };
	size_t has = 1;			/* the one somebody coordinates */

	(void)state;
	here_open(&h);
	for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
		char urn[16], status[24], school[32], stage[32];

		snprintf(urn, sizeof urn, "urn=%s", v[i].urn);
		snprintf(status, sizeof status, "status=%s", v[i].status);
		snprintf(school, sizeof school, "school=school/%s", v[i].urn);
		world_add(&h.app, "school", urn, "name=A school", status,
		    NULL);
		world_add(&h.app, "roll", school, "year=2026/27", "group=y9",
		    "pupils=30", NULL);
		has += v[i].has;
		if (v[i].stage == NULL)
			continue;
		snprintf(stage, sizeof stage, "stage=%s", v[i].stage);
		world_add(&h.app, "membership", school, stage,
		    "from=2025-09-01", NULL);
	}
	must(go(&h, 2027, &told, &e), &e);
	assert_int_equal(told.schools, has);
	assert_int_equal(told.added[ENT_roll], 2);
	assert_int_equal(told.lines.n, 2);
	rollover_told_clear(&told);
	assert_int_equal(count(&h, "roll", "year:2027/28 school:900011"), 1);
	assert_int_equal(count(&h, "roll", "year:2027/28 school:900012"), 1);
	world_close(&h.app);
}

static void
any_other_year_is_refused(void **state)
{
	struct rollover_told told;
	struct here h;
	struct err e = { 0 };

	(void)state;
	here_open(&h);
	for (int year = 2025; year < 2030; year++) {
		if (year == 2027)
			continue;
		assert_int_equal(go(&h, year, &told, &e), ST_INVALID);
		assert_non_null(strstr(e.text, "the present academic year is "
		    "2026/27, and the next one is 2027/28"));
		rollover_told_clear(&told);
	}
	world_close(&h.app);
}

/* --- the demonstration data ---------------------------------------------- */

static bool
is_of_next_year(const char *line)
{
	return strstr(line, "2027/28") != NULL;
}

/* The lines of a dump without what follows from other records: the tasks a
 * school has to do are more now. */
static void
stored(const char *dump, struct strs *out)
{
	str_split(out, dump, '\n');
	for (size_t i = 0; i < out->n; i++) {
		char *end = strrchr(out->v[i], '}');

		if (end != NULL)
			end[1] = '\0';
	}
}

/* Lines of A that are not in B, both sorted. */
static void
only_in(const char *a, const char *b, struct strs *out)
{
	struct strs x = { 0 }, y = { 0 };
	size_t k = 0;

	stored(a, &x);
	stored(b, &y);
	for (size_t i = 0; i < x.n; i++) {
		while (k < y.n && strcmp(y.v[k], x.v[i]) < 0)
			k++;
		if (k == y.n || strcmp(y.v[k], x.v[i]) != 0)
			strs_add(out, x.v[i]);
	}
	strs_clear(&x);
	strs_clear(&y);
}

/* Two seconds, more under a slow checker. */
static bool
in_time(int64_t began)
{
	return clock_monotonic_ms() - began < 2000 * test_slowness();
}

/* Every record there was is as it was, each field of it; one undo takes out all
 * that came. */
static void
nothing_of_the_present_year_changes(void **state)
{
	struct demo_opts size = { .schools = 150, .years = 2, .seed = 1 };
	struct undo_report r = { 0 };
	struct strs gone = { 0 }, came = { 0 };
	char *before, *after, *undone;
	struct here h;
	struct err e = { 0 };
	int64_t began;
	size_t made, same = 0;

	(void)state;
	world_open(&h.app);
	must(demo_fill(&h.app, &size, &e), &e);
	before = world_dump(&h.app);
	began = clock_monotonic_ms();
	made = goes(&h);
	assert_true(in_time(began));
	assert_true(made > 150);
	after = world_dump(&h.app);
	only_in(before, after, &gone);
	only_in(after, before, &came);
	for (size_t i = 0; i < gone.n; i++)
		print_error("%s\n", gone.v[i]);
	assert_int_equal(gone.n, 0);
	assert_int_equal(came.n, made);
	for (size_t i = 0; i < came.n; i++)
		same += is_of_next_year(came.v[i]);
	assert_true(same > 0);
	assert_int_equal(goes(&h), 0);
	must(undo_step(&h.app, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	undone = world_dump(&h.app);
	assert_string_equal(before, undone);
	free(before);
	free(after);
	free(undone);
	strs_clear(&gone);
	strs_clear(&came);
	world_close(&h.app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rolls_move_up_one_year_group),
		cmocka_unit_test(who_stays_on_is_known_by_the_school),
		cmocka_unit_test(a_plan_is_drafted_from_what_is_open),
		cmocka_unit_test(facts_that_last_are_to_be_checked),
		cmocka_unit_test(the_year_starts_with_its_checklist_once),
		cmocka_unit_test(
		    only_open_schools_of_the_caseload_are_prepared),
		cmocka_unit_test(any_other_year_is_refused),
		cmocka_unit_test(nothing_of_the_present_year_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
