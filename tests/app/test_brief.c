/* test_brief.c - what stands on the page before a visit, and what does not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/report_out.h"
#include "app/schools.h"
#include "app/select.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/filter.h"
#include "tests/app/world.h"

static struct app app;

static int
set_up(void **state)
{
	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900123", "name=Sandmere Park",
	    "type_code=34", "low_age=11", "high_age=16", "status=Open", NULL);
	world_add(&app, "school", "urn=900124", "name=Harbour UTC", NULL);
	world_add(&app, "contact", "name=Ms Grace Bell", NULL);
	world_add(&app, "role", "contact=contact/Grace Bell",
	    "organisation=school/900123", "role=careers leader",
	    "from=2025-09-01", NULL);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	world_close(&app);
	return 0;
}

static void
page(struct report *r)
{
	const struct report_info *info;
	struct strs words = { 0 };
	struct err e = { 0 };

	strs_add(&words, "900123");
	must(report_find("brief", &info, &e), &e);
	must(report_make(&app, info, &words, r, &e), &e);
	strs_clear(&words);
}

static char *
written(enum report_format f)
{
	struct report r;
	struct buf b;

	page(&r);
	buf_init(&b, BUF_FILE);
	report_write(&app, &r, f, true, &b);
	report_clear(&r);
	return buf_take(&b);
}

/* Does it stand on the page, as csv or as text? */
static bool
says(const char *text)
{
	char *all = written(RF_CSV), *notes = written(RF_TEXT);
	bool found = strstr(all, text) != NULL || strstr(notes, text) != NULL;

	free(all);
	free(notes);
	return found;
}

static size_t
rows_of(const char *title)
{
	struct report r;
	size_t n = 0;

	page(&r);
	for (size_t i = 0; i < r.n; i++)
		if (strcmp(r.block[i].title, title) == 0)
			n = report_rows(&r.block[i]);
	report_clear(&r);
	return n;
}

static int64_t
visit(const char *kind, const char *date, const char *summary)
{
	char *k = xasprintf("kind=%s", kind), *d = xasprintf("date=%s", date);
	char *s = xasprintf("summary=%s", summary);
	int64_t id = world_add(&app, "visit", "school=school/900123", k, d, s,
	    "note=PRIVATE of a visit", NULL);

	free(k);
	free(d);
	free(s);
	return id;
}

static int64_t
task(const char *title, const char *due, const char *owner,
    const char *more)
{
	char *t = xasprintf("title=%s", title), *d = xasprintf("due=%s", due);
	char *o = xasprintf("owner=%s", owner);
	int64_t id = world_add(&app, "task", "school=school/900123", t, d, o,
	    "note=PRIVATE of a task", more, NULL);

	free(t);
	free(d);
	free(o);
	return id;
}

static void
the_next_visit_is_the_first_planned(void **state)
{
	struct err e = { 0 };
	int64_t first;

	(void)state;
	assert_true(says("no visit planned"));
	world_add(&app, "visit", "school=school/900123", "date=2026-12-02",
	    "start=14:00", NULL);
	first = world_add(&app, "visit", "school=school/900123", "kind=call",
	    "date=2026-12-02", "start=10:00", "people=contact/Grace Bell",
	    NULL);
	world_add(&app, "visit", "school=school/900124", "date=2026-11-30",
	    NULL);
	world_add(&app, "visit", "school=school/900123", "date=2026-11-25",
	    "status=cancelled", NULL);
	assert_true(says("Wed 2 Dec 2026 10:00, call with Ms Grace Bell"));
	must(step_begin(&app, &e), &e);
	must(step_end(&app, record_archive(&app, entities[ENT_visit], first,
	    "", &e), "archived ", &e), &e);
	assert_true(says("Wed 2 Dec 2026 14:00, visit"));
	assert_int_equal(rows_of("Next"), 1);
}

/* The newest visit or meeting that took place; a call is none. */
static void
last_time_and_what_came_since(void **state)
{
	(void)state;
	assert_int_equal(rows_of("Last time"), 0);
	visit("visit", "2026-09-10", "Too old");
	visit("meeting", "2026-10-12", "First line\nsecond line");
	visit("call", "2026-11-02", "not a visit");
	visit("call", "2026-10-01", "before");
	world_add(&app, "encounter", "schools=school/900123", "type=talk",
	    "date=2026-10-01", "years=y9 99", NULL);
	world_add(&app, "encounter", "schools=school/900123,school/900124",
	    "type=talk", "date=2026-10-20",
	    "years=900123: y8 30, y9 ?; 900124: y10 77", NULL);
	assert_true(says("12 Oct: meeting. First line\n"));
	assert_false(says("second line"));
	assert_false(says("Too old"));
	assert_true(says("Since then,1,Encounters,,\"1: Y8 30, Y9 ?\""));
	assert_true(says("1 call\n"));
	assert_int_equal(rows_of("This year"), 0);
	world_add(&app, "contact", "name=Mr New", NULL);
	world_add(&app, "role", "contact=contact/New",
	    "organisation=school/900123", "role=head", "from=2026-11-02",
	    NULL);
	world_add(&app, "role", "contact=contact/New",
	    "organisation=school/900123", "role=office", "from=2026-10-02",
	    NULL);
	assert_true(says("2 Nov,,\"Mr New, head, came\""));
	assert_false(says("office"));
}

static void
promises_of_both_sides(void **state)
{
	int64_t theirs;

	(void)state;
	visit("visit", "2026-10-12", "");
	theirs = task("placement list", "2026-11-09", "contact/Grace Bell",
	    NULL);
	task("minutes", "2026-12-09", "contact/Grace Bell", NULL);
	task("toolkit", "2026-10-16", "user/tester", NULL);
	world_add(&app, "task", "school=school/900123", "title=sent long ago",
	    "owner=user/tester", "status=done", "done=2026-09-16", NULL);
	assert_true(says("NOT YET,,\"Ms Grace Bell: placement list, by 9 Nov"));
	assert_true(says("open,,\"Ms Grace Bell: minutes, by 9 Dec"));
	assert_true(says("NOT YET,,\"You: toolkit, by 16 Oct"));
	assert_int_equal(rows_of("Promised"), 3);
	{
		struct err e = { 0 };

		must(world_set(&app, "task", theirs, "status", "done", &e),
		    &e);
		must(world_set(&app, "task", theirs, "done", "2026-11-12",
		    &e), &e);
		assert_true(says("done 12 Nov,,Ms Grace Bell: placement"));
		must(world_set(&app, "task", theirs, "done", "2026-10-01",
		    &e), &e);
		assert_false(says("placement list"));
		must(world_set(&app, "task", theirs, "reason", "not wanted",
		    &e), &e);
		must(world_set(&app, "task", theirs, "status", "dropped", &e),
		    &e);
		assert_false(says("placement list"));
	}
}

/* What of ours waits for them is asked; many are cut, and the rest opens. */
static void
waiting_is_asked_and_many_are_cut(void **state)
{
	(void)state;
	world_add(&app, "task", "school=school/900123", "title=the form",
	    "owner=user/tester", "status=waiting", "waiting_for=the office",
	    "expected=2026-11-24", NULL);
	assert_true(says("Waiting for the office: the form, expected 24 Nov"));
	assert_int_equal(rows_of("Promised"), 0);
	for (int i = 0; i < 9; i++)
		task("one of many", "2026-12-01", "user/tester", NULL);
	assert_int_equal(rows_of("Promised"), 7);
	assert_true(says("more,,all tasks that are open"));
}

/* Notes that hold, read by us alone; nothing private of anything else. */
static void
notes_are_ours_and_private_is_nowhere(void **state)
{
	static const enum report_format all[] = { RF_TEXT, RF_CSV, RF_JSON,
	    RF_HTML };

	(void)state;
	visit("visit", "2026-10-12", "shared");
	task("list", "2026-11-09", "contact/Grace Bell", NULL);
	world_add(&app, "handover", "school=school/900123",
	    "text=PINNED\nthe annexe", "date=2026-11-03", NULL);
	world_add(&app, "handover", "school=school/900123", "text=OUTDATED",
	    "date=2026-11-01", "until=2026-11-19", NULL);
	world_add(&app, "handover", "school=school/900124", "text=ELSEWHERE",
	    NULL);
	world_add(&app, "case", "school=school/900123", "title=offer",
	    "note=PRIVATE of a case", NULL);
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		char *text = written(all[i]);

		assert_int_equal(strstr(text, "PINNED") != NULL,
		    all[i] == RF_TEXT);
		assert_null(strstr(text, "PRIVATE"));
		assert_null(strstr(text, "OUTDATED"));
		assert_null(strstr(text, "ELSEWHERE"));
		assert_non_null(strstr(text, "shared"));
		free(text);
	}
	assert_int_equal(rows_of("Hand-over"), 1);
}

static void
cases_and_the_plan(void **state)
{
	int64_t plan;
	char *p;

	(void)state;
	world_add(&app, "case", "school=school/900123", "title=SEND offer",
	    "reason=asked twice", "due=2026-11-04", NULL);
	world_add(&app, "case", "school=school/900123", "title=settled",
	    "status=closed", "reason=done", NULL);
	assert_true(says("SEND offer: asked twice, LATE: it was due 4 Nov"));
	assert_int_equal(rows_of("Open cases"), 1);
	assert_int_equal(rows_of("Careers plan"), 0);
	plan = world_add(&app, "plan", "school=school/900123", "year=2026/27",
	    NULL);
	world_add(&app, "plan", "school=school/900123", "year=2025/26", NULL);
	assert_true(says("no actions yet"));
	{
		struct buf b;

		buf_init(&b, BUF_LINE);
		ref_text(&app, entities[ENT_plan], plan, &b);
		p = xasprintf("plan=%s", b.p);
		buf_clear(&b);
	}
	task("near", "2026-12-20", "user/tester", p);
	task("far", "2026-12-21", "user/tester", p);
	task("late", "2026-11-19", "contact/Grace Bell", p);
	world_add(&app, "task", "school=school/900123", "title=made",
	    "status=done", "number=7", p, NULL);
	assert_true(says("1 of 4 actions done, 1 late"));
	assert_true(says("LATE 19 Nov,,3. Ms Grace Bell: late"));
	assert_true(says("due 20 Dec,,1. You: near"));
	assert_false(says("far"));
	assert_int_equal(rows_of("Careers plan"), 3);
	assert_int_equal(rows_of("Promised"), 0);
	free(p);
}

static int64_t
compass(const char *date)
{
	char *d = xasprintf("date=%s", date);
	int64_t id = world_add(&app, "assessment", "school=school/900123",
	    "source=compass", "framework=G2024", d, "bm1=100", "bm2=80",
	    "bm3=72", "bm4=90", "bm5=100", "bm6=75", "bm7=88", "bm8=100",
	    NULL);

	free(d);
	return id;
}

static void
questions_have_reasons(void **state)
{
	(void)state;
	assert_false(says("Compass"));		/* in no network */
	assert_true(says("Head: nobody named"));
	assert_true(says("Provider policy page: never checked"));
	compass("2026-07-31");
	assert_true(says("Compass for 31 Dec: the last result is of 31 Jul "
	    "2026"));
	compass("2026-10-05");
	assert_false(says("Compass for"));
	world_add(&app, "fact", "school=school/900123", "year=2025/26",
	    "fact=provider policy page", "value=yes", "checked=2025-09-14",
	    NULL);
	assert_true(says("page: last checked 14 Sep 2025"));
	world_add(&app, "fact", "school=school/900123", "year=2026/27",
	    "fact=provider policy page", "value=yes", "checked=2026-09-14",
	    NULL);
	assert_false(says("policy page"));
	world_add(&app, "roll", "school=school/900123", "year=2026/27",
	    "group=y7", "pupils=100", NULL);
	assert_true(says("Roll to confirm: Y7"));
	world_add(&app, "encounter", "schools=school/900123", "type=talk",
	    "date=2026-10-20", "years=y7 40", NULL);
	assert_true(says("employer encounter this year: Y8, Y9, Y10, Y11"));
	/* claimed beyond what the log shows */
	world_add(&app, "assessment", "school=school/900123",
	    "source=self-assessment", "framework=G2024", "date=2026-11-01",
	    "items=5.1=90/100", NULL);
	assert_true(says("BM5, "));
	assert_true(says("90 % claimed, the log shows 0 % at least"));
}

static void
offers_say_why(void **state)
{
	(void)state;
	world_add(&app, "cpd", "title=Records that work", "date=2027-01-14",
	    "benchmarks=3, 8", "capacity=2", NULL);
	world_add(&app, "cpd", "title=Guidance", "date=2027-01-15",
	    "benchmarks=8", NULL);
	world_add(&app, "cpd", "title=Over", "date=2026-11-01",
	    "benchmarks=3", NULL);
	assert_int_equal(rows_of("Offer"), 0);	/* no result, no reason */
	compass("2026-07-31");
	assert_true(says("CPD 14 Jan, Records that work: BM3 is among their "
	    "weakest (72 %), 2 places left"));
	assert_int_equal(rows_of("Offer"), 1);
	world_add(&app, "booking", "cpd=cpd/records that",
	    "contact=contact/Grace Bell", NULL);
	assert_int_equal(rows_of("Offer"), 0);	/* she is booked */
	world_add(&app, "cluster", "short_name=tech-east", "name=Tech East",
	    NULL);
	world_add(&app, "encounter", "schools=school/900124", "type=talk",
	    "date=2026-11-25", "status=planned", "cluster=cluster/tech-east",
	    NULL);				/* for one school */
	world_add(&app, "encounter", "schools=school/900124",
	    "type=careers fair", "organiser=cluster", "date=2026-11-26", "status=planned",
	    "cluster=cluster/tech-east", NULL);
	assert_int_equal(rows_of("Offer"), 0);	/* not their cluster */
	world_add(&app, "member", "cluster=cluster/tech-east",
	    "organisation=school/900123", "from=2026-09-01", NULL);
	assert_true(says("26 Nov, Careers fair of their cluster Tech East"));
	assert_int_equal(rows_of("Offer"), 1);
}

static void
advisers_and_their_hours(void **state)
{
	(void)state;
	world_add(&app, "contact", "name=Tom Adeyemi", NULL);
	world_add(&app, "employer", "name=Arup", NULL);
	world_add(&app, "volunteer", "contact=contact/Adeyemi",
	    "employer=employer/Arup", NULL);
	assert_int_equal(rows_of("EA"), 0);
	world_add(&app, "match", "volunteer=volunteer/Adeyemi",
	    "school=school/900123", "status=met", "from=2026-09-02", NULL);
	assert_true(says("Tom Adeyemi, Arup: nothing logged there yet"));
	world_add(&app, "activity", "volunteer=volunteer/Adeyemi",
	    "school=school/900123", "date=2026-10-06", "minutes=540",
	    "note=PRIVATE of his", NULL);
	assert_true(says("Tom Adeyemi, Arup: last in school 6 Oct"));
	assert_true(says("Volunteers gave 9 h this year"));
	assert_false(says("PRIVATE of his"));
	assert_int_equal(rows_of("EA"), 2);
}

/* How many records a cell opens. */
static long
opens(const struct report_cell *c)
{
	struct list_spec spec = { .sort = -1, .today = app.today,
	    .ent = c->ent };
	struct filter *f;
	struct err e = { 0 };
	int64_t n;

	if (c->id != 0) {
		struct row *row;

		must(record_load(&app, c->ent, c->id, &row, &e), &e);
		row_free(row);
		return 1;
	}
	must(filter_parse(c->ent, c->filter, app.today, &f, &e), &e);
	spec.filter = f;
	must(select_count(&app, &spec, 1000, &n, &e), &e);
	filter_free(f);
	return (long)n;
}

static void
every_line_opens_its_records(void **state)
{
	struct report r;
	size_t seen = 0;

	(void)state;
	visit("visit", "2026-10-12", "Went well");
	visit("call", "2026-10-20", "");
	visit("call", "2026-10-21", "");
	visit("e-mail", "2026-10-22", "");
	world_add(&app, "encounter", "schools=school/900123", "type=talk",
	    "date=2026-10-20", "years=y8 30", NULL);
	world_add(&app, "roll", "school=school/900123", "year=2026/27",
	    "group=y7", "pupils=100", NULL);
	world_add(&app, "roll", "school=school/900123", "year=2026/27",
	    "group=y8", "pupils=100", NULL);
	for (int i = 0; i < 8; i++)
		task("one of many", "2026-12-01", "user/tester", NULL);
	compass("2026-07-31");
	page(&r);
	for (size_t i = 0; i < r.n; i++)
		for (size_t k = 0; k < r.block[i].ncells; k++) {
			const struct report_cell *c = &r.block[i].cell[k];
			long want = strstr(c->text, "2 calls, 1 e-mail") ? 3 :
			    strstr(c->text, "Roll to confirm") ? 2 :
			    strstr(c->text, "all tasks") ? 8 :
			    strstr(c->text, "nobody named") ? 0 : 1;

			if (c->ent == NULL)
				continue;
			assert_int_equal(opens(c), want);
			seen++;
		}
	assert_true(seen >= 12);
	report_clear(&r);
}

/* All text is hostile: nothing of it gets onto the page as control. */
static void
hostile_text_is_one_line(void **state)
{
	char *text;

	(void)state;
	visit("visit", "2026-10-12", "<b>&\n\ttabbed");
	world_add(&app, "handover", "school=school/900123",
	    "text=a\nb\n\tc <script>", NULL);
	text = written(RF_TEXT);
	for (const char *s = text; *s != '\0'; s++)
		assert_true(*s == '\n' || (unsigned char)*s >= ' ');
	assert_non_null(strstr(text, "<b>&"));
	free(text);
	text = written(RF_HTML);
	assert_null(strstr(text, "<b>&"));
	assert_null(strstr(text, "<script"));
	free(text);
}

/* Whose brief it is where a record is under the cursor. */
static void
schools_of_records(void **state)
{
	int64_t id, out[4];
	struct err e = { 0 };
	size_t n;

	(void)state;
	id = visit("visit", "2026-10-12", "");
	must(schools_about(&app, entities[ENT_visit], id, out, 4, &n, &e), &e);
	assert_int_equal(n, 1);
	must(schools_about(&app, entities[ENT_school], out[0], out + 1, 1, &n,
	    &e), &e);
	assert_int_equal(n, 1);
	assert_int_equal(out[1], out[0]);
	id = world_add(&app, "encounter",
	    "schools=school/900124,school/900123", "type=talk",
	    "date=2026-10-20", NULL);
	must(schools_about(&app, entities[ENT_encounter], id, out + 1, 3, &n,
	    &e), &e);
	assert_int_equal(n, 2);
	assert_int_not_equal(out[1], out[2]);
	assert_true(out[1] == out[0] || out[2] == out[0]);
	must(schools_about(&app, entities[ENT_encounter], id, out, 1, &n, &e),
	    &e);
	assert_int_equal(n, 1);
	id = world_add(&app, "contact", "name=Mr Alone", NULL);
	must(schools_about(&app, entities[ENT_contact], id, out, 4, &n, &e),
	    &e);
	assert_int_equal(n, 0);
	id = world_add(&app, "role", "contact=contact/Alone",
	    "organisation=school/900123", "role=office", NULL);
	must(schools_about(&app, entities[ENT_role], id, out, 4, &n, &e), &e);
	assert_int_equal(n, 1);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(the_next_visit_is_the_first_planned),
		T(last_time_and_what_came_since),
		T(promises_of_both_sides),
		T(waiting_is_asked_and_many_are_cut),
		T(notes_are_ours_and_private_is_nowhere),
		T(cases_and_the_plan),
		T(questions_have_reasons),
		T(offers_say_why),
		T(advisers_and_their_hours),
		T(every_line_opens_its_records),
		T(hostile_text_is_one_line),
		T(schools_of_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
