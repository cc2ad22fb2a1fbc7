/* test_since.c - what others changed in my records since I was last here. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/draft.h"
#include "app/record.h"
#include "app/since.h"
#include "app/text.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "tests/app/world.h"

/* The session's user coordinates MINE and not OTHER. */
struct here {
	struct app	 app;
	int64_t		 mine, other;
};

static void
here_open(struct here *h)
{
	world_open(&h->app);
	h->mine = world_add(&h->app, "school", "urn=900001",
	    "name=Sandmere Park", NULL);
	h->other = world_add(&h->app, "school", "urn=900002", "name=Harbour",
	    NULL);
	world_add(&h->app, "coordinator", "school=900001", "user=tester",
	    "from=2025-09-01", NULL);
}

static void
come_back(struct app *app)
{
	struct app next;

	world_open_as(&next, app, app->user);
	app_close(app);
	*app = next;
}

/* Leave at that time, and come back at the usual one. */
static void
leave_at(struct app *app, const char *now)
{
	setenv("CASELOAD_NOW", now, 1);
	clock_reset();
	since_leave(app);
	clock_reset();
	come_back(app);
}

static void
count(struct app *app, struct since *s)
{
	struct err e = { 0 };

	since_open(s, app);
	for (int i = 0; !s->done; i++) {
		assert_true(i < 5000);
		must(since_more(s, &e), &e);
	}
}

/* "2 changes by dan" and so on, "" for nothing; the caller frees it. */
static char *
seen_by(struct app *app)
{
	struct since s;
	struct buf b;

	count(app, &s);
	buf_init(&b, BUF_LINE);
	if (s.steps > 0)
		since_words(&s, true, &b);
	since_clear(&s);
	return buf_take(&b);
}

#define SEEN(app, words) do {						\
	char *text_ = seen_by(app);					\
	assert_string_equal(text_, words);				\
	free(text_);							\
} while (0)

/* A change of the school by somebody, in a session of theirs. */
static void
change(struct app *app, const char *user, int64_t school, const char *town)
{
	struct app other;
	struct err e = { 0 };

	world_open_as(&other, app, user);
	must(world_set(&other, "school", school, "town", town, &e), &e);
	world_close(&other);
}

static void
only_what_others_did_in_my_records_counts(void **state)
{
	struct here h;
	struct app dan;
	struct err e = { 0 };

	(void)state;
	here_open(&h);
	change(&h.app, "dan", h.mine, "Romford");
	come_back(&h.app);
	SEEN(&h.app, "");		/* never here before */
	leave_at(&h.app, "2026-11-18T16:40:00Z");
	SEEN(&h.app, "");
	must(world_set(&h.app, "school", h.mine, "town", "Upminster", &e),
	    &e);
	change(&h.app, "TESTER", h.mine, "Ilford");
	change(&h.app, "dan", h.other, "Newham");
	come_back(&h.app);
	SEEN(&h.app, "");		/* mine, and of a school not mine */
	change(&h.app, "dan", h.mine, "Barking");
	come_back(&h.app);
	SEEN(&h.app, "Since Wed 16:40: 1 change by dan");
	world_open_as(&dan, &h.app, "dan");
	world_add(&dan, "encounter", "schools=school/900001", "type=talk",
	    "date=2026-11-02", NULL);
	world_add(&dan, "employer", "name=Arup", NULL);
	world_close(&dan);
	change(&h.app, "sam", h.mine, "Rainham");
	come_back(&h.app);
	SEEN(&h.app, "Since Wed 16:40: 3 changes by sam, dan");
	leave_at(&h.app, "2026-11-19T09:05:00Z");
	SEEN(&h.app, "");
	world_close(&h.app);
}

static void
somebody_without_schools_is_told_nothing(void **state)
{
	struct here h;
	struct app dan;

	(void)state;
	here_open(&h);
	change(&h.app, "dan", h.mine, "Romford");
	world_open_as(&dan, &h.app, "dan");
	leave_at(&dan, "2026-11-18T16:40:00Z");
	change(&h.app, "sam", h.mine, "Rainham");
	come_back(&dan);
	SEEN(&dan, "");
	world_add(&h.app, "coordinator", "school=900001", "user=dan",
	    "from=2026-11-20", NULL);
	come_back(&dan);
	SEEN(&dan, "Since Wed 16:40: 2 changes by tester, sam");
	world_close(&dan);
	world_close(&h.app);
}

static void
an_undo_is_a_change_too_and_a_gone_record_is_none(void **state)
{
	struct here h;
	struct app dan;
	struct err e = { 0 };
	struct undo_report r = { 0 };

	(void)state;
	here_open(&h);
	leave_at(&h.app, "2026-11-18T16:40:00Z");
	world_open_as(&dan, &h.app, "dan");
	must(world_set(&dan, "school", h.mine, "town", "Ilford", &e), &e);
	must(undo_step(&dan, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	world_add(&dan, "encounter", "schools=school/900001", "type=talk",
	    "date=2026-11-02", NULL);
	must(undo_step(&dan, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	world_close(&dan);
	come_back(&h.app);
	SEEN(&h.app, "Since Wed 16:40: 2 changes by dan");
	world_close(&h.app);
}

/* One step of many records, the last of which is mine. */
static void
mine_is_found_at_the_end_of_a_long_step(void **state)
{
	struct here h;
	struct app dan;
	struct err e = { 0 };
	struct row *row;

	(void)state;
	here_open(&h);
	leave_at(&h.app, "2026-11-18T16:40:00Z");
	world_open_as(&dan, &h.app, "dan");
	must(step_begin(&dan, &e), &e);
	for (int i = 0; i <= 2000; i++) {
		char *urn = xasprintf("%d", 910000 + i);

		row = record_new(&dan, entity_find(i < 2000 ? "school" :
		    "roll"));
		if (i < 2000) {
			row_set(row, entity_field(row->ent, "urn"), urn);
			row_set(row, entity_field(row->ent, "name"), urn);
		} else {
			must(value_parse(&dan, row, entity_field(row->ent,
			    "school"), "900001", 0, true, &e), &e);
			row_set(row, entity_field(row->ent, "year"),
			    "2026/27");
			row_set(row, entity_field(row->ent, "group"), "y10");
			row_set(row, entity_field(row->ent, "pupils"), "60");
		}
		must(record_add(&dan, row, &e), &e);
		row_free(row);
		free(urn);
	}
	must(step_end(&dan, ST_OK, "many", &e), &e);
	world_close(&dan);
	come_back(&h.app);
	SEEN(&h.app, "Since Wed 16:40: 1 change by dan");
	world_close(&h.app);
}

static void
more_than_a_hundred_are_not_counted(void **state)
{
	static const char *const users[] = { "dan", "sam", "priya", "lee",
		"jo" };
	struct here h;
	struct app other;
	struct err e = { 0 };
	struct since s;

	(void)state;
	here_open(&h);
	leave_at(&h.app, "2026-11-18T16:40:00Z");
	for (int i = 0; i < SINCE_MOST; i++) {
		char *town = xasprintf("Town %d", i);

		change(&h.app, users[i % 4], h.mine, town);
		free(town);
	}
	come_back(&h.app);
	SEEN(&h.app, "Since Wed 16:40: 100 changes by lee, priya, sam, dan");
	world_open_as(&other, &h.app, "jo");
	must(world_set(&other, "school", h.mine, "town", "Ilford", &e), &e);
	world_close(&other);
	come_back(&h.app);
	SEEN(&h.app, "Since Wed 16:40: 100+ changes by jo, lee, priya and 2 "
	    "others");
	count(&h.app, &s);
	assert_true(s.more);
	since_clear(&s);
	world_close(&h.app);
}

static void
when_it_was_is_told_by_the_day(void **state)
{
	static const struct {
		const char	*left, *words;
	} c[] = {
		{ "2026-11-20T09:10:00Z", "today 09:10" },
		{ "2026-11-19T23:59:00Z", "Thu 23:59" },
		{ "2026-11-14T08:00:00Z", "Sat 08:00" },
		{ "2026-11-13T08:00:00Z", "Fri 13 Nov 08:00" },
		{ "2026-07-01T08:00:00Z", "Wed 1 Jul 2026 09:00" },
		{ "2026-11-21T08:00:00Z", "Sat 21 Nov 08:00" },
	};
	struct here h;
	struct since s;
	struct buf b;

	(void)state;
	here_open(&h);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(c); i++) {
		since_open(&s, &h.app);
		s.last.ms = clock_from_iso(c[i].left);
		buf_reset(&b);
		since_when(&s, &b);
		assert_string_equal(b.p, c[i].words);
		since_clear(&s);
	}
	buf_clear(&b);
	world_close(&h.app);
}

static void
a_second_session_does_not_go_back(void **state)
{
	struct here h;
	struct app second;
	struct since_point p;

	(void)state;
	here_open(&h);
	come_back(&h.app);
	world_open_as(&second, &h.app, "tester");
	change(&h.app, "dan", h.mine, "Ilford");
	since_leave(&second);
	world_close(&second);
	since_seen(&h.app);		/* an older list, or a hang-up */
	assert_true(since_last(&h.app, &p));
	assert_true(p.seq > h.app.first_seq);
	since_leave(&h.app);
	world_close(&h.app);
}

static void
a_hang_up_has_seen_what_was_there_at_the_start(void **state)
{
	struct here h;
	struct since_point p;

	(void)state;
	here_open(&h);
	come_back(&h.app);
	change(&h.app, "dan", h.mine, "Ilford");
	since_seen(&h.app);
	assert_true(since_last(&h.app, &p));
	assert_int_equal(p.seq, h.app.first_seq);
	assert_int_equal(p.ms, h.app.began_ms);
	come_back(&h.app);
	SEEN(&h.app, "Since today 10:00: 1 change by dan");
	world_close(&h.app);
}

static void
put_point(struct app *app, const char *text)
{
	char *path = draft_path(app, "seen", "last");
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	free(path);
}

static void
a_file_that_does_not_fit_is_none(void **state)
{
	static const char *const bad[] = { "", "\n", "7", "x 2026-11-18T16:40:"
		"00Z", "-1 2026-11-18T16:40:00Z", "7 yesterday",
		"7 2026-11-18T16:40:00Z x", "9223372036854775807 2026-11-18T"
		"16:40:00Z", "99 2026-11-18T16:40:00Z" };
	struct here h;
	struct since_point p;
	struct stat sb;
	char *path;

	(void)state;
	here_open(&h);
	come_back(&h.app);
	since_leave(&h.app);
	path = draft_path(&h.app, "seen", "last");
	assert_int_equal(stat(path, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0600);
	free(path);
	put_point(&h.app, "1 2026-11-18T16:40:00Z\n");
	assert_true(since_last(&h.app, &p));
	assert_int_equal(p.seq, 1);
	for (size_t i = 0; i < COUNT(bad); i++) {
		put_point(&h.app, bad[i]);
		assert_false(since_last(&h.app, &p));
		SEEN(&h.app, "");
	}
	since_seen(&h.app);		/* also over a step there never was */
	assert_true(since_last(&h.app, &p));
	assert_int_equal(p.seq, h.app.first_seq);
	world_close(&h.app);
}

/* Where the state folder should be is a file. */
static void
what_cannot_be_remembered_is_only_logged(void **state)
{
	char *dir = test_tmpdir(), *log = test_path(dir, "log");
	char *file = test_write(dir, "state", ""), *said;
	char *home = xstrdup(getenv("XDG_STATE_HOME"));
	struct here h;
	struct since_point p;

	(void)state;
	here_open(&h);
	setenv("XDG_STATE_HOME", file, 1);
	log_open(log);
	since_leave(&h.app);
	assert_false(since_last(&h.app, &p));
	log_close();
	setenv("XDG_STATE_HOME", home, 1);
	said = test_read(log);
	assert_non_null(strstr(said, "what was seen is not remembered: "));
	world_close(&h.app);
	free(said);
	free(home);
	free(file);
	free(log);
	free(dir);
}

/* The history of these steps is exactly what was counted. */
static void
the_steps_are_listed(void **state)
{
	struct here h;
	struct app dan;
	struct since s;
	struct step_list list = { 0 };
	struct history_query q;
	struct err e = { 0 };
	bool more;

	(void)state;
	here_open(&h);
	leave_at(&h.app, "2026-11-18T16:40:00Z");
	change(&h.app, "dan", h.mine, "Ilford");
	change(&h.app, "dan", h.other, "Ilford");
	change(&h.app, "sam", h.mine, "Romford");
	come_back(&h.app);
	change(&h.app, "sam", h.mine, "Rainham");	/* meanwhile */
	world_open_as(&dan, &h.app, "dan");
	world_close(&dan);
	count(&h.app, &s);
	q = since_query(&s);
	must(step_list_more(&h.app, &q, 1, &list, &more, &e), &e);
	assert_int_equal(list.n, 1);
	assert_string_equal(list.v[0].user, "sam");
	assert_true(more);
	must(step_list_more(&h.app, &q, 10, &list, &more, &e), &e);
	assert_int_equal(list.n, s.steps);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.v[1].user, "dan");
	assert_false(more);
	step_list_clear(&list);
	since_clear(&s);
	world_close(&h.app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_others_did_in_my_records_counts),
		cmocka_unit_test(somebody_without_schools_is_told_nothing),
		cmocka_unit_test(
		    an_undo_is_a_change_too_and_a_gone_record_is_none),
		cmocka_unit_test(mine_is_found_at_the_end_of_a_long_step),
		cmocka_unit_test(more_than_a_hundred_are_not_counted),
		cmocka_unit_test(when_it_was_is_told_by_the_day),
		cmocka_unit_test(a_second_session_does_not_go_back),
		cmocka_unit_test(
		    a_hang_up_has_seen_what_was_there_at_the_start),
		cmocka_unit_test(a_file_that_does_not_fit_is_none),
		cmocka_unit_test(what_cannot_be_remembered_is_only_logged),
		cmocka_unit_test(the_steps_are_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
