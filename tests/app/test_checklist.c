/* test_checklist.c - follow-ups made from a template, moved with their anchor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/checklist.h"
#include "app/record.h"
#include "app/text.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/world.h"

static void
give_at(struct app *app, const char *ent, int64_t id, const char *field,
    const char *value, int line)
{
	struct err e = { 0 };

	must_at(world_set(app, ent, id, field, value, &e), &e, __FILE__, line);
}
#define give(app, ent, id, field, value) \
	give_at(app, ent, id, field, value, __LINE__)

static void
undo_ok(struct app *app)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };

	must(undo_step(app, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
}

static char *
ref_of(struct app *app, const char *prefix, const char *ent, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, prefix);
	ref_text(app, entity_find(ent), id, &b);
	return buf_take(&b);
}

/* A school with the people a template asks; who coordinates it is priya. */
static void
a_school(struct app *app)
{
	static const char *const people[][2] = {
		{ "name=Ms Grace Bell", "role=careers leader" },
		{ "name=Mr Tom Hale", "role=head" },
		{ "name=Ms Amara Nwosu", "role=slt sponsor" },
	};

	world_add(app, "school", "urn=900001", "name=Sandmere Park Academy",
	    NULL);
	world_add(app, "school", "urn=900002", "name=Harbour UTC", NULL);
	world_add(app, "user", "name=priya", NULL);
	world_add(app, "coordinator", "school=school/900001", "user=priya",
	    "from=2026-09-01", NULL);
	for (size_t i = 0; i < COUNT(people); i++) {
		int64_t id = world_add(app, "contact", people[i][0], NULL);
		char *who = ref_of(app, "contact=", "contact", id);

		world_add(app, "role", who, "organisation=school/900001",
		    people[i][1], NULL);
		free(who);
	}
}

/* What the tasks of a checklist are, in one text: a line each, "due owner". */
static char *
tasks_of(struct app *app, int64_t list, const char *const fields[])
{
	struct checklist_moves m;
	struct err e = { 0 };
	struct buf b;

	buf_init(&b, BUF_ROW);
	must(checklist_preview(app, list, app->today, &m, &e), &e);
	for (size_t i = 0; i < m.n; i++) {
		for (size_t k = 0; fields[k] != NULL; k++) {
			char *v = world_get(app, "task", m.v[i].task,
			    fields[k]);

			if (str_starts(v, "contact/")) {
				free(v);
				v = xstrdup("contact");
			}
			buf_addf(&b, "%s%s", k > 0 ? " " : "", v);
			free(v);
		}
		buf_addc(&b, '\n');
	}
	checklist_moves_clear(&m);
	return buf_take(&b);
}

static void
expect_tasks_at(struct app *app, int64_t list, const char *const fields[],
    const char *want, int line)
{
	char *got = tasks_of(app, list, fields);

	if (!str_eq(got, want))
		fail_msg("line %d:\n%s\ninstead of\n%s", line, got, want);
	free(got);
}
#define expect_tasks(app, list, want, ...) \
	expect_tasks_at(app, list, (const char *const []){ __VA_ARGS__, \
	    NULL }, want, __LINE__)

static void
adding_one_makes_its_tasks_in_the_same_step(void **state)
{
	struct app app;
	int64_t list;
	char *was, *is;

	(void)state;
	world_open(&app);
	a_school(&app);
	was = world_dump(&app);
	/* the beginning of a name will do */
	list = world_add(&app, "checklist", "template=New sch",
	    "school=school/900001", "anchor=2026-11-23", NULL);
	is = world_get(&app, "checklist", list, "template");
	assert_string_equal(is, "new school");
	free(is);
	expect_tasks(&app, list,
	    "2026-11-24 user/priya +1 wd \n"
	    "2026-11-26 user/priya +3 wd 1\n"
	    "2026-12-07 user/priya +2 sw 1\n"
	    "2026-12-14 contact +3 sw \n"
	    "2027-01-04 contact +4 sw 1\n"
	    "2027-01-18 contact +6 sw 1\n"
	    "2027-02-01 user/priya +8 sw 5\n"
	    "2027-03-08 user/priya +12 sw 1\n",
	    "due", "owner", "offset", "benchmarks");
	expect_tasks(&app, list,
	    "school/900001 school/900001\nschool/900001 school/900001\n"
	    "school/900001 school/900001\nschool/900001 school/900001\n"
	    "school/900001 school/900001\nschool/900001 school/900001\n"
	    "school/900001 school/900001\nschool/900001 school/900001\n",
	    "school", "about");
	undo_ok(&app);
	is = world_dump(&app);
	assert_string_equal(is, was);
	free(is);
	free(was);
	world_close(&app);
}

static void
a_template_nobody_knows_is_refused_with_the_names(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *r;
	int64_t list;

	(void)state;
	world_open(&app);
	r = record_new(&app, entity_find("checklist"));
	row_set(r, entity_field(r->ent, "template"), "new broom");
	assert_int_equal(record_save(&app, NULL, r, NULL, &e), ST_NOT_FOUND);
	assert_string_equal(e.field, "template");
	assert_non_null(strstr(e.text, "new school"));
	row_set(r, entity_field(r->ent, "template"), "new");
	assert_int_equal(record_save(&app, NULL, r, NULL, &e), ST_AMBIGUOUS);
	assert_non_null(strstr(e.text, "new head"));
	row_free(r);
	list = world_add(&app, "checklist", "template=month end", NULL);
	assert_int_equal(world_set(&app, "checklist", list, "template",
	    "summer", &e), ST_INVALID);
	world_close(&app);
}

/* Who is asked when the role is empty; without a school all are mine. */
static void
the_third_reminder_goes_to_the_sponsor_else_the_head(void **state)
{
	struct app app;
	int64_t list, hale;
	char *who;

	(void)state;
	world_open(&app);
	a_school(&app);
	list = world_add(&app, "checklist", "template=chase",
	    "school=school/900001", NULL);
	expect_tasks(&app, list, "2026-11-27 user/tester\n"
	    "2026-12-04 user/tester\n2026-12-11 contact\n", "due", "owner");
	hale = world_add(&app, "contact", "name=Mr Idris Dale", NULL);
	who = ref_of(&app, "contact=", "contact", hale);
	world_add(&app, "role", who, "organisation=school/900002",
	    "role=head", NULL);
	free(who);
	list = world_add(&app, "checklist", "template=chase",
	    "school=school/900002", NULL);
	who = ref_of(&app, "", "contact", hale);
	expect_tasks(&app, list, "user/tester\nuser/tester\ncontact\n",
	    "owner");
	free(who);
	list = world_add(&app, "checklist", "template=chase", NULL);
	expect_tasks(&app, list, "user/tester\nuser/tester\nuser/tester\n",
	    "owner");
	world_close(&app);
}

/* Done stays; moved by hand keeps its distance; the rest follows, past the
 * holidays; one undo. */
static void
the_open_tasks_move_with_the_anchor(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct checklist_moves m;
	int64_t list, first, second;
	char *was, *is;

	(void)state;
	world_open(&app);
	a_school(&app);
	list = world_add(&app, "checklist", "template=new school",
	    "school=school/900001", "anchor=2026-11-23", NULL);
	must(checklist_preview(&app, list, day_from_iso("2026-12-14"), &m, &e),
	    &e);
	assert_int_equal(m.n, 8);
	assert_string_equal(m.v[0].title,
	    "Welcome the school and say who its coordinator is");
	first = m.v[0].task;
	second = m.v[1].task;
	assert_int_equal(m.v[7].from, day_from_iso("2027-03-08"));
	checklist_moves_clear(&m);
	give(&app, "task", first, "status", "done");
	give(&app, "task", second, "due", "2026-11-25");
	was = world_dump(&app);
	give(&app, "checklist", list, "anchor", "2026-12-14");
	expect_tasks(&app, list, "2026-11-24\n2026-12-16\n2027-01-11\n"
	    "2027-01-18\n2027-01-25\n2027-02-08\n2027-03-01\n2027-04-12\n",
	    "due");
	undo_ok(&app);
	is = world_dump(&app);
	assert_string_equal(is, was);
	free(is);
	free(was);
	world_close(&app);
}

/* By the term dates of the school. */
static void
a_preview_is_what_happens(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct checklist_moves m;
	int64_t list;

	(void)state;
	world_open(&app);
	a_school(&app);
	world_add(&app, "term", "title=Autumn", "from=2026-09-01",
	    "to=2026-12-04", "school=school/900001", NULL);
	world_add(&app, "term", "title=Spring", "from=2027-01-18",
	    "to=2027-03-25", "school=school/900001", NULL);
	list = world_add(&app, "checklist", "template=new school",
	    "school=school/900001", "anchor=2026-11-23", NULL);
	must(checklist_preview(&app, list, day_from_iso("2026-11-25"), &m, &e),
	    &e);
	give(&app, "checklist", list, "anchor", "2026-11-25");
	for (size_t i = 0; i < m.n; i++) {
		char day[11], *due = world_get(&app, "task", m.v[i].task,
		    "due");

		day_iso(m.v[i].to, day);
		assert_string_equal(due, day);
		assert_int_equal(m.v[i].move, TEMPLATE_FOLLOWS);
		free(due);
	}
	assert_int_equal(m.v[2].to, day_from_iso("2027-01-20"));
	checklist_moves_clear(&m);
	must(checklist_preview(&app, list, day_from_iso("2026-12-03"), &m, &e),
	    &e);
	assert_int_equal(m.v[0].to, day_from_iso("2026-12-04"));
	assert_int_equal(m.v[1].to, day_from_iso("2027-01-19"));
	checklist_moves_clear(&m);
	world_close(&app);
}

static void
the_anchor_goes_with_the_day_of_what_it_is_about(void **state)
{
	static const struct {
		const char *template, *ent, *words[3], *day;
	} v[] = {
		{ "fair", "encounter", { "schools=school/900001",
		  "type=careers fair", "date=2027-02-02" }, "date" },
		{ "cpd session", "cpd", { "title=LMI", "venue=Town Hall",
		  "date=2027-02-02" }, "date" },
		{ "chase", "visit", { "school=school/900001", "kind=call",
		  "date=2027-02-02" }, "date" },
		{ "inspection", "case", { "school=school/900001",
		  "title=Inspection", "due=2027-02-02" }, "due" },
	};
	struct app app;

	(void)state;
	world_open(&app);
	a_school(&app);
	for (size_t i = 0; i < COUNT(v); i++) {
		int64_t id, list;
		char *about, *template, *was, *is;

		id = world_add(&app, v[i].ent, v[i].words[0], v[i].words[1],
		    v[i].words[2], NULL);
		about = ref_of(&app, "about=", v[i].ent, id);
		template = xasprintf("template=%s", v[i].template);
		list = world_add(&app, "checklist", template, about,
		    i < 2 ? NULL : "anchor=2027-02-02", NULL);
		is = world_get(&app, "checklist", list, "anchor");
		assert_string_equal(is, "2027-02-02");
		free(is);
		is = world_get(&app, "checklist", list, "school");
		assert_string_equal(is, i == 1 ? "" : "school/900001");
		free(is);
		was = world_dump(&app);
		give(&app, v[i].ent, id, v[i].day, "2027-03-02");
		is = world_get(&app, "checklist", list, "anchor");
		assert_string_equal(is, "2027-03-02");
		free(is);
		undo_ok(&app);
		is = world_dump(&app);
		assert_string_equal(is, was);
		free(is);
		free(was);
		/* another day than that of the record is left alone */
		give(&app, "checklist", list, "anchor", "2027-01-11");
		give(&app, v[i].ent, id, v[i].day, "2027-03-02");
		is = world_get(&app, "checklist", list, "anchor");
		assert_string_equal(is, "2027-01-11");
		free(is);
		free(about);
		free(template);
	}
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adding_one_makes_its_tasks_in_the_same_step),
		cmocka_unit_test(
		    a_template_nobody_knows_is_refused_with_the_names),
		cmocka_unit_test(
		    the_third_reminder_goes_to_the_sponsor_else_the_head),
		cmocka_unit_test(the_open_tasks_move_with_the_anchor),
		cmocka_unit_test(a_preview_is_what_happens),
		cmocka_unit_test(
		    the_anchor_goes_with_the_day_of_what_it_is_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
