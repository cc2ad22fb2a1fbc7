/* test_undo.c - undo, redo, and that undoing everything gives all back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/admin.h"
#include "app/record.h"
#include "app/text.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/world.h"

static void
undo_ok(struct app *app)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };

	must(undo_step(app, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
}

static void
redo_ok(struct app *app)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };

	must(redo_step(app, &r, &e), &e);
	undo_report_clear(&r);
}

static void
expect(struct app *app, const char *ent, int64_t id, const char *field,
    const char *want)
{
	char *got = world_get(app, ent, id, field);

	assert_string_equal(got, want);
	free(got);
}

static int64_t
school(struct app *app, const char *urn, const char *name)
{
	char *u = xasprintf("urn=%s", urn), *n = xasprintf("name=%s", name);
	int64_t id = world_add(app, "school", u, n, NULL);

	free(u);
	free(n);
	return id;
}

static void
undo_walks_back_and_redo_walks_forth(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	id = school(&app, "900001", "Sandmere Park Academy");
	must(world_set(&app, "school", id, "town", "Romford", &e), &e);
	must(world_set(&app, "school", id, "town", "Hornchurch", &e), &e);
	undo_ok(&app);
	expect(&app, "school", id, "town", "Romford");
	undo_ok(&app);
	expect(&app, "school", id, "town", "");
	redo_ok(&app);
	expect(&app, "school", id, "town", "Romford");
	redo_ok(&app);
	expect(&app, "school", id, "town", "Hornchurch");
	assert_int_equal(redo_step(&app, &r, &e), ST_NOT_FOUND);
	undo_report_clear(&r);
	undo_ok(&app);
	expect(&app, "school", id, "town", "Romford");
	world_close(&app);
}

static void
a_save_ends_what_redo_would_bring_back(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	id = school(&app, "900001", "Sandmere Park Academy");
	must(world_set(&app, "school", id, "town", "Romford", &e), &e);
	undo_ok(&app);
	must(world_set(&app, "school", id, "phone", "020 7946 0000", &e), &e);
	assert_int_equal(redo_step(&app, &r, &e), ST_NOT_FOUND);
	undo_report_clear(&r);
	world_close(&app);
}

static void
undoing_a_creation_takes_the_record_out_and_redo_brings_it_back(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *row;
	int64_t id, enc;

	(void)state;
	world_open(&app);
	id = school(&app, "900001", "Sandmere Park Academy");
	enc = world_add(&app, "encounter", "schools=school/900001",
	    "type=talk", "years=y10 24", "date=2026-11-19", NULL);
	undo_ok(&app);
	assert_int_equal(record_load(&app, entity_find("encounter"), enc, &row,
	    &e), ST_NOT_FOUND);
	redo_ok(&app);
	expect(&app, "encounter", enc, "years", "y10 24");
	expect(&app, "encounter", enc, "schools", "school/900001");
	expect(&app, "school", id, "encounters", "1");
	undo_ok(&app);
	expect(&app, "school", id, "encounters", "0");
	undo_ok(&app);
	assert_int_equal(record_load(&app, entity_find("school"), id, &row,
	    &e), ST_NOT_FOUND);
	world_close(&app);
}

static void
a_creation_others_refer_to_stays_and_says_why(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };

	(void)state;
	world_open(&app);
	school(&app, "900001", "Sandmere Park Academy");
	world_add(&app, "encounter", "schools=school/900001", "type=talk",
	    NULL);
	assert_int_equal(undo_step(&app, 1, false, false, false, &r, &e),
	    ST_CONFLICT);
	assert_true(r.refused.n > 0);
	undo_report_clear(&r);
	world_close(&app);
}

static void
no_error(void *arg, const char *level, const char *what, const char *ref)
{
	(void)arg;
	if (str_eq(level, "error"))
		fail_msg("%s: %s", ref, what);
}

#define FIRMS	30	/* more than a report tells of */

/* One step; their references, but the first, to REFS. */
static void
add_firms(struct app *app, struct buf *refs)
{
	struct err e = { 0 };

	must(step_begin(app, &e), &e);
	for (int i = 0; i < FIRMS; i++) {
		struct row *row = record_new(app, entity_find("employer"));
		char *name = xasprintf("Firm %d", i);

		row_set(row, entity_field(row->ent, "name"), name);
		must(record_add(app, row, &e), &e);
		buf_add(refs, i > 1 ? ", " : "");
		if (i > 0)
			ref_text(app, row->ent, row->id, refs);
		row_free(row);
		free(name);
	}
	must(step_end(app, ST_OK, "added firms", &e), &e);
}

/* What has to stay of a bulk step is no part of the step that undoes it. */
static void
a_creation_that_stays_leaves_the_history_true(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	struct buf firms;

	(void)state;
	world_open(&app);
	buf_init(&firms, BUF_LINE);
	buf_add(&firms, "employers=");
	add_firms(&app, &firms);
	school(&app, "900001", "Sandmere Park Academy");
	world_add(&app, "encounter", "schools=school/900001", "type=talk",
	    firms.p, NULL);
	assert_int_equal(undo_step(&app, 1, false, true, false, &r, &e),
	    ST_CONFLICT);
	assert_int_equal(r.what.n, 1);
	undo_report_clear(&r);
	must(undo_step(&app, 1, false, false, true, &r, &e), &e);
	assert_int_equal(r.what.n, 1);
	assert_int_equal(r.refused.n, UNDO_LINES);
	assert_non_null(strstr(r.refused.v[0], "employer/"));
	assert_non_null(strstr(r.refused.v[0], "refers to it"));
	undo_report_clear(&r);
	must(admin_check(&app, no_error, NULL, &e), &e);
	buf_clear(&firms);
	world_close(&app);
}

static void
a_field_changed_since_is_refused_and_the_rest_can_go(void **state)
{
	struct app app, other;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	struct row *base, *mine;
	int64_t id;

	(void)state;
	world_open(&app);
	id = school(&app, "900001", "Sandmere Park Academy");
	must(record_load(&app, entity_find("school"), id, &base, &e), &e);
	mine = row_copy(base);
	row_set(mine, entity_field(base->ent, "town"), "Romford");
	row_set(mine, entity_field(base->ent, "phone"), "020 7946 0000");
	must(record_save(&app, base, mine, NULL, &e), &e);
	row_free(base);
	row_free(mine);

	world_open_as(&other, &app, "priya");
	must(world_set(&other, "school", id, "town", "Ilford", &e), &e);
	world_close(&other);

	assert_int_equal(undo_step(&app, 0, false, false, false, &r, &e),
	    ST_CONFLICT);
	assert_true(r.refused.n == 1);
	assert_non_null(strstr(r.refused.v[0], "town"));
	assert_non_null(strstr(r.refused.v[0], "priya"));
	expect(&app, "school", id, "phone", "020 7946 0000");
	undo_report_clear(&r);

	must(undo_step(&app, 0, false, false, true, &r, &e), &e);
	undo_report_clear(&r);
	expect(&app, "school", id, "phone", "");
	expect(&app, "school", id, "town", "Ilford");
	world_close(&app);
}

/* A key is one record's: neither put back nor set back beside another. */
static void
a_key_that_is_anothers_by_now_stays_its_own(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	school(&app, "900001", "Sandmere Park Academy");
	undo_ok(&app);				/* step 3 */
	id = school(&app, "900001", "Harbour UTC");
	assert_int_equal(undo_step(&app, 3, false, false, false, &r, &e),
	    ST_CONFLICT);
	assert_non_null(strstr(e.text, "is another by now: Harbour UTC"));
	undo_report_clear(&r);
	must(world_set(&app, "school", id, "urn", "900002", &e), &e);
	school(&app, "900001", "Northgate");
	assert_int_equal(undo_step(&app, 5, false, false, false, &r, &e),
	    ST_CONFLICT);
	assert_non_null(strstr(e.text, "is another by now: Northgate"));
	undo_report_clear(&r);
	expect(&app, "school", id, "urn", "900002");
	world_close(&app);
}

/* For screens: titles, labels and short days in place of references. */
static void
what_is_shown_has_names_and_short_days(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { .shown = true };
	int64_t task;

	(void)state;
	world_open(&app);
	school(&app, "900001", "Sandmere Park Academy");
	school(&app, "900002", "Harbour UTC");
	task = world_add(&app, "task", "title=Ring the head",
	    "school=school/900001", "due=2026-12-04", NULL);
	must(world_set(&app, "task", task, "due", "2026-12-11", &e), &e);
	must(undo_step(&app, 0, false, true, false, &r, &e), &e);
	assert_int_equal(r.what.n, 1);
	assert_string_equal(r.what.v[0], "Ring the head, Sandmere Park "
	    "Academy: Due Fri 11 Dec -> Fri 4 Dec");
	undo_report_clear(&r);
	must(world_set(&app, "task", task, "school", "school/900002", &e),
	    &e);
	r.shown = true;
	must(undo_step(&app, 0, false, true, false, &r, &e), &e);
	assert_string_equal(r.what.v[0], "Ring the head, Harbour UTC: School "
	    "Harbour UTC -> Sandmere Park Academy");
	undo_report_clear(&r);
	world_close(&app);
}

static void
undo_takes_only_my_own_steps(void **state)
{
	struct app app, other;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	id = school(&app, "900001", "Sandmere Park Academy");
	world_open_as(&other, &app, "priya");
	must(world_set(&other, "school", id, "town", "Ilford", &e), &e);
	must(undo_step(&other, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	expect(&app, "school", id, "town", "");
	assert_int_equal(undo_step(&other, 0, false, false, false, &r, &e),
	    ST_NOT_FOUND);
	undo_report_clear(&r);
	world_close(&other);
	world_close(&app);
}

/* Deterministic chance: the same edits twice. */
static unsigned
rnd(unsigned *seed, unsigned n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 10) % n;
}

static const char *const edits[][3] = {
	{ "school", "town", "Romford|Ilford|Barking||Upminster" },
	{ "school", "also", "Sandmere|Sandmere, The Park|" },
	{ "school", "note", "first\nsecond|third|" },
	{ "school", "pupils", "900|1200|" },
	{ "encounter", "years", "y9 20|y9 20, y10 24 of 30|y10 ?|~8|" },
	{ "encounter", "employers", "employer/01234567|employer/01234567 (came)|" },
	{ "encounter", "minutes", "60|45|" },
	{ "encounter", "status", "planned|delivered|cancelled" },
	{ "encounter", "benchmarks", "5|5, 6|" },
	{ "encounter", "summary", "went well|ran late" },
	{ "encounter", "archived", "" },
	{ "employer", "name", "Barclays Bank|Barclays|Barclays Bank UK" },
	{ "employer", "offers", "talks|talks, mentoring|" },
};

static void
one_edit(struct app *app, const int64_t *id, unsigned *seed)
{
	unsigned n = rnd(seed, COUNT(edits));
	const char *ent = edits[n][0], *field = edits[n][1];
	int which = ent[0] == 's' ? 0 : ent[1] == 'n' ? 2 : 1;
	struct strs values = { 0 };
	struct err e = { 0 };
	enum status st;

	if (str_eq(field, "archived")) {
		must(step_begin(app, &e), &e);
		st = rnd(seed, 2) == 0 ?
		    record_archive(app, entity_find(ent), id[which], "why", &e) :
		    record_restore(app, entity_find(ent), id[which], &e);
		must(step_end(app, st, "archive or restore", &e), &e);
		return;
	}
	str_split(&values, edits[n][2], '|');
	st = world_set(app, ent, id[which], field,
	    values.v[rnd(seed, (unsigned)values.n)], &e);
	/* Some values are refused: that too must change nothing. */
	if (st != ST_OK && st != ST_INVALID)
		must(st, &e);
	strs_clear(&values);
}

static void
undoing_all_of_any_edits_gives_the_start_back(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	unsigned seed, i;
	int64_t id[3];

	(void)state;
	for (seed = 1; seed <= 12; seed++) {
		unsigned chance = seed;
		char *before, *after, *start;
		enum status st;

		world_open(&app);
		start = world_dump(&app);
		id[0] = school(&app, "900001", "Sandmere Park Academy");
		id[1] = world_add(&app, "employer", "name=Barclays Bank",
		    "company_number=01234567", NULL);
		before = world_dump(&app);
		id[2] = world_add(&app, "encounter", "schools=school/900001",
		    "type=mock interview", "years=y10 24", NULL);
		for (i = 0; i < 25; i++) {
			one_edit(&app, id, &chance);
			st = rnd(&chance, 6) == 0 ? undo_step(&app, 0, false,
			    false, false, &r, &e) : ST_OK;
			if (st == ST_OK && rnd(&chance, 12) == 0)
				st = redo_step(&app, &r, &e);
			undo_report_clear(&r);
			if (st != ST_OK && st != ST_NOT_FOUND)
				must(st, &e);
		}
		while ((st = undo_step(&app, 0, false, false, false, &r,
		    &e)) == ST_OK) {
			undo_report_clear(&r);
			after = world_dump(&app);
			if (str_eq(after, before)) {
				free(before);
				before = xstrdup("passed");
			}
			free(after);
		}
		undo_report_clear(&r);
		if (st != ST_NOT_FOUND)
			must(st, &e);
		assert_string_equal(before, "passed");
		after = world_dump(&app);
		assert_string_equal(after, start);
		free(after);
		free(before);
		free(start);
		world_close(&app);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undo_walks_back_and_redo_walks_forth),
		cmocka_unit_test(a_save_ends_what_redo_would_bring_back),
		cmocka_unit_test(undoing_a_creation_takes_the_record_out_and_redo_brings_it_back),
		cmocka_unit_test(a_creation_others_refer_to_stays_and_says_why),
		cmocka_unit_test(a_creation_that_stays_leaves_the_history_true),
		cmocka_unit_test(a_field_changed_since_is_refused_and_the_rest_can_go),
		cmocka_unit_test(a_key_that_is_anothers_by_now_stays_its_own),
		cmocka_unit_test(what_is_shown_has_names_and_short_days),
		cmocka_unit_test(undo_takes_only_my_own_steps),
		cmocka_unit_test(undoing_all_of_any_edits_gives_the_start_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
