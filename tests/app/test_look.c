/* test_look.c - looking as at another day shows what --today shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/admin.h"
#include "app/demo.h"
#include "app/lists.h"
#include "app/overview.h"
#include "app/record.h"
#include "app/report.h"
#include "app/report_out.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"
#include "tests/app/world.h"

#define SCHOOLS 12

/* The last day of a year that is over, one in it, the first of one to come. */
static const char *const days[] = { "2026-08-31", "2025-12-31", "2027-09-01" };

static void
demo(struct app *app)
{
	struct demo_opts opts = { .schools = SCHOOLS, .seed = 5 };
	struct err e = { 0 };

	world_open(app);
	must(demo_fill(app, &opts, &e), &e);
}

/* Another session on the same database, begun with --today DAY. */
static void
open_on(struct app *app, const struct app *first, const char *day)
{
	struct app_start s = { .db = admin_path(first), .user = "tester",
	    .today = day };
	struct err e = { 0 };
	char *none = xasprintf("%s.ini", s.db);

	s.config = none;
	must(app_open(app, &s, &e), &e);
	free(none);
}

static void
add_report(struct app *app, const char *name, const char *words,
    struct buf *out)
{
	const struct report_info *info;
	struct report r = { 0 };
	struct strs args = { 0 };
	struct err e = { 0 };

	str_words(&args, words);
	must(report_find(name, &info, &e), &e);
	must(report_make(app, info, &args, &r, &e), &e);
	report_to_json(app, &r, out);
	report_clear(&r);
	strs_clear(&args);
}

static void
add_people(const struct overview *o, struct buf *out)
{
	for (size_t i = 0; i < o->npeople; i++)
		buf_addf(out, "%s|%s|%s|%lld\n", o->person[i].role,
		    o->person[i].name, o->person[i].more,
		    (long long)o->person[i].contact);
	for (size_t i = 0; i < o->nusers; i++)
		buf_addf(out, "%s\n", o->user[i].name);
}

/* A school's first tab, and all its fields, derived ones too. */
static void
add_school(struct app *app, int64_t id, struct buf *out)
{
	struct overview o;
	struct err e = { 0 };
	struct row *row;

	must(record_load(app, entity_find("school"), id, &row, &e), &e);
	for (size_t i = 0; i < row->ent->nfields; i++)
		if (row->ent->fields[i].type != FT_SET)
			buf_addf(out, "%s=%s\n", row->ent->fields[i].id,
			    row_get(row, (int)i));
	must(overview_of(app, row, year_of_day(app->today), &o, &e), &e);
	for (size_t g = 0; g < o.ngroups; g++)
		for (int f = 0; f < OV_FIGURES; f++)
			buf_addf(out, "%s %d %s%s\n", o.group[g].head, f,
			    o.group[g].cell[f].text,
			    o.group[g].unconfirmed ? "~" : "");
	add_people(&o, out);
	buf_addf(out, "%lld %lld %lld %s %d %d/%d %d %d\n", (long long)o.last,
	    (long long)o.next, (long long)o.late,
	    o.stage.word != NULL ? o.stage.word : "", o.stage.from,
	    o.own_answered, o.own_items, o.official.day, o.missing);
	overview_clear(&o);
	row_free(row);
}

static enum status
each_school(void *arg, int64_t id, struct err *e)
{
	struct strs *ids = arg;

	(void)e;
	strs_take(ids, xasprintf("%lld", (long long)id));
	return ST_OK;
}

/* All that is read as at a day: lists, first tabs, benchmarks, boards. */
static char *
seen(struct app *app)
{
	struct strs ids = { 0 };
	struct lister l;
	struct err e = { 0 };
	struct buf b;

	buf_init(&b, 1 << 24);
	must(lister_open(&l, app, entity_find("school"), "", &e), &e);
	must(lister_each(&l, each_school, &ids, &e), &e);
	lister_close(&l);
	assert_int_equal(ids.n, SCHOOLS);
	for (size_t i = 0; i < ids.n; i++) {
		struct buf ref;
		char code[16];
		int64_t id = strtoll(ids.v[i], NULL, 10);

		add_school(app, id, &b);
		buf_init(&ref, BUF_LINE);
		id_code(id, code);
		buf_addf(&ref, "school/%s", code);
		add_report(app, "benchmarks", ref.p, &b);
		buf_clear(&ref);
	}
	add_report(app, "board", "-stage:", &b);
	add_report(app, "matrix", "-stage:", &b);
	strs_clear(&ids);
	return buf_take(&b);
}

static void
it_shows_what_today_shows(void **state)
{
	struct app app, other;
	char *now, *then, *again;

	(void)state;
	demo(&app);
	now = seen(&app);
	for (size_t i = 0; i < COUNT(days); i++) {
		char *want;
		int was;

		open_on(&other, &app, days[i]);
		want = seen(&other);
		app_close(&other);
		was = app_look(&app, day_from_iso(days[i]));
		then = seen(&app);
		app_look_back(&app, was);
		if (!str_eq(then, want))
			fail_msg("as at %s it is not what --today shows",
			    days[i]);
		assert_string_not_equal(then, now);
		free(then);
		free(want);
	}
	again = seen(&app);
	assert_string_equal(again, now);
	free(again);
	free(now);
	world_close(&app);
}

static void
looks_lie_within_each_other(void **state)
{
	int real = day_from_iso("2026-11-20"), day = day_from_iso(days[0]);
	struct app app;
	int outer, inner;

	(void)state;
	world_open(&app);
	outer = app_look(&app, day);
	inner = app_look(&app, day - 365);
	assert_int_equal(app.today, day - 365);
	app_look_back(&app, inner);
	assert_int_equal(app.today, day);
	app_tick(&app);			/* a second that passes changes nothing */
	assert_int_equal(app.today, day);
	assert_int_equal(app_today(&app), real);
	app_look_back(&app, outer);
	assert_int_equal(app.today, real);
	assert_int_equal(app_today(&app), real);
	world_close(&app);
}

/* What is made and saved afterwards is of the real today. */
static void
what_is_saved_is_of_today(void **state)
{
	struct app app;
	struct row *row;
	int64_t id;
	char *made;
	int was;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere Park", NULL);
	was = app_look(&app, day_from_iso(days[0]));
	app_look_back(&app, was);
	row = record_new(&app, entity_find("encounter"));
	assert_string_equal(row_get(row, F_encounter_date), "2026-11-20");
	row_free(row);
	id = world_add(&app, "coordinator", "school=900001", "user=tester",
	    NULL);
	made = world_get(&app, "coordinator", id, "from");
	assert_string_equal(made, "2026-11-20");
	free(made);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_shows_what_today_shows),
		cmocka_unit_test(looks_lie_within_each_other),
		cmocka_unit_test(what_is_saved_is_of_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
