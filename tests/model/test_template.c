/* test_template.c - dated follow-ups: read, found, planned and moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "model/tables.h"
#include "model/template.h"

static int
on(const char *iso)
{
	int day = day_from_iso(iso);

	assert_int_not_equal(day, DAY_NONE);
	return day;
}

static void
is_day(int day, const char *want)
{
	char got[11];

	day_iso(day, got);
	assert_string_equal(got, want);
}

static enum status
read_hub(const char *rows, struct templates **out, struct err *e)
{
	struct csv_source src = { "templates.csv", rows, strlen(rows) };

	return templates_read(&src, out, e);
}

static struct templates *
shipped(void)
{
	struct templates *ts;
	struct err e = { 0 };

	if (templates_read(NULL, &ts, &e) != ST_OK)
		fail_msg("%s", e.text);
	return ts;
}

static const struct template *
found(const struct templates *ts, const char *words)
{
	const struct template *t = NULL;
	struct err e = { 0 };

	if (template_find(ts, words, &t, &e) != ST_OK)
		fail_msg("%s", e.text);
	return t;
}

/* --- what is shipped ----------------------------------------------------- */

static void
every_template_promised_is_shipped(void **state)
{
	static const struct { const char *name; size_t least, most; } v[] = {
		{ "new school", 8, 8 }, { "new careers leader", 5, 10 },
		{ "new head", 5, 10 }, { "new volunteer", 5, 10 },
		{ "fair", 5, 10 }, { "cpd session", 5, 10 },
		{ "month end", 5, 10 }, { "chase", 3, 3 },
		{ "inspection", 5, 10 }, { "start of year", 5, 10 },
		{ "summer", 5, 10 },
	};
	struct templates *ts = shipped();

	(void)state;
	assert_int_equal(ts->n, COUNT(v));
	for (size_t i = 0; i < COUNT(v); i++) {
		const struct template *t = found(ts, v[i].name);

		assert_string_equal(t->name, v[i].name);
		assert_true(t->n >= v[i].least && t->n <= v[i].most);
		assert_string_not_equal(t->title, "");
		assert_string_not_equal(t->anchor, "");
	}
	templates_free(ts);
}

static bool
is_role(const char *word)
{
	for (const struct choice *c = roles; c->word != NULL; c++)
		if (strcmp(c->word, word) == 0)
			return true;
	return false;
}

/* The next working day is no later than a row's before it, on usual dates:
 * rows are in the order in which they fall due. */
static void
shipped_rows_are_in_order_and_owned(void **state)
{
	struct templates *ts = shipped();
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_due due[TEMPLATE_ROWS_MAX];

	(void)state;
	for (size_t i = 0; i < ts->n; i++) {
		const struct template *t = &ts->v[i];

		template_plan(t, c, on("2027-01-20"), due);
		for (size_t k = 0; k < t->n; k++) {
			const char *owner = t->v[k].owner;

			assert_int_equal(t->v[k].no, (int)k + 1);
			assert_true(k == 0 || due[k].due >= due[k - 1].due);
			if (owner[0] != '\0' && !is_role(owner) && strcmp(owner,
			    TEMPLATE_OWNER_COORDINATOR) != 0)
				fail_msg("%s: %s", t->name, owner);
		}
	}
	cal_free(c);
	templates_free(ts);
}

static void
the_third_reminder_goes_to_the_sponsor(void **state)
{
	struct templates *ts = shipped();
	const struct template *t = found(ts, "chase");

	(void)state;
	assert_string_equal(t->v[0].owner, "");
	assert_string_equal(t->v[2].owner, "slt sponsor");
	assert_ptr_equal(template_row(t, 3), &t->v[2]);
	assert_null(template_row(t, 4));
	templates_free(ts);
}

static void
they_fit_their_kinds_of_record(void **state)
{
	struct templates *ts = shipped();

	(void)state;
	assert_true(template_fits(found(ts, "new school"), "school"));
	assert_false(template_fits(found(ts, "new school"), "encounter"));
	assert_true(template_fits(found(ts, "fair"), "encounter"));
	assert_true(template_fits(found(ts, "new head"), "contact"));
	assert_false(template_fits(found(ts, "new head"), "con"));
	assert_false(template_fits(found(ts, "month end"), "school"));
	assert_string_equal(found(ts, "month end")->about, "");
	templates_free(ts);
}

/* --- finding ------------------------------------------------------------- */

static void
words_find_a_template(void **state)
{
	static const struct { const char *words, *name; } v[] = {
		{ "new school", "new school" }, { "NEW  School", "new school" },
		{ "new s", "new school" }, { "cpd", "cpd session" },
		{ "Fair", "fair" }, { "an insp", "inspection" },
		{ "a school joins the network", "new school" },
		{ "start", "start of year" }, { "month-end", "month end" },
	};
	struct templates *ts = shipped();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_string_equal(found(ts, v[i].words)->name, v[i].name);
	templates_free(ts);
}

static void
the_whole_name_wins_over_a_beginning(void **state)
{
	struct templates *ts;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(read_hub("template,no,offset,task\n"
	    "fair play,1,0,Watch\n", &ts, &e), ST_OK);
	assert_string_equal(found(ts, "fair")->name, "fair");
	assert_string_equal(found(ts, "fair p")->name, "fair play");
	templates_free(ts);
}

static void
words_that_do_not_find_one_say_so(void **state)
{
	struct templates *ts = shipped();
	const struct template *t = NULL;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(template_find(ts, "new", &t, &e), ST_AMBIGUOUS);
	assert_string_equal(e.text, "\"new\" is the beginning of several "
	    "templates: new school, new careers leader, new head, new "
	    "volunteer");
	assert_int_equal(template_find(ts, "party", &t, &e), ST_NOT_FOUND);
	assert_string_equal(e.text, "no template \"party\": there are new "
	    "school, new careers leader, new head, new volunteer, fair, cpd "
	    "session, month end, chase, inspection, start of year, summer");
	assert_int_equal(template_find(ts, "", &t, &e), ST_NOT_FOUND);
	assert_int_equal(template_find(ts, " - ", &t, &e), ST_NOT_FOUND);
	assert_int_equal(template_find(ts, "new school 2", &t, &e),
	    ST_NOT_FOUND);
	templates_free(ts);
}

/* --- a hub's own --------------------------------------------------------- */

static void
a_hub_replaces_a_template_whole_and_adds(void **state)
{
	struct templates *ts;
	struct err e = { 0 };
	const struct template *t;

	(void)state;
	assert_int_equal(read_hub("offset,no,task,template,owner,benchmarks,"
	    "help,title,about\n"
	    "+2 wd,2,Second,Fair,Careers Leader,7 5 7,Why,Our fair,encounter\n"
	    "-1 sw,1,First,fair,,,,,\n"
	    "0,7,Look,Open day,,,,,\n", &ts, &e), ST_OK);
	assert_int_equal(ts->n, 12);
	t = found(ts, "fair");
	assert_string_equal(t->title, "Our fair");
	assert_string_equal(t->about, "encounter");
	assert_string_equal(t->anchor, "");
	assert_int_equal(t->n, 2);
	assert_int_equal(t->v[0].no, 1);
	assert_int_equal(t->v[0].offset.n, -1);
	assert_int_equal(t->v[0].offset.unit, OFFSET_SCHOOL_WEEKS);
	assert_string_equal(t->v[0].task, "First");
	assert_string_equal(t->v[1].owner, "careers leader");
	assert_string_equal(t->v[1].benchmarks, "5, 7");
	assert_string_equal(t->v[1].help, "Why");
	t = found(ts, "open");
	assert_string_equal(t->title, "open day");
	assert_int_equal(t->v[0].no, 7);
	assert_int_equal(found(ts, "new school")->n, 8);
	templates_free(ts);
}

static void
a_wrong_file_is_refused_in_words(void **state)
{
	static const struct { const char *rows, *want; } v[] = {
		{ "x,1,0,,\n", "task: it is missing" },
		{ ",1,0,Do,\n", "template: it is missing" },
		{ "x,0,0,Do,\n", "no: a number, 1 to 99" },
		{ "x,100,0,Do,\n", "no: a number, 1 to 99" },
		{ "x,one,0,Do,\n", "no: a number, 1 to 99" },
		{ "x,1,soon,Do,\n", "offset: \"soon\" is no distance: write "
		    "+5 wd (working days), -2 sw (school weeks), +10 d (days) "
		    "or 0" },
		{ "x,1,0,Do,9\n", "benchmarks: \"9\" is no benchmark: write 1 "
		    "to 8, blanks between" },
		{ "x,1,0,Do,,Schools\n", "about: kinds of record are written "
		    "school contact encounter" },
		{ "x,1,0,Do,,school\nx,2,0,Do,,contact\n", "about: the "
		    "template's first line says \"school\"" },
		{ "x,1,0,Do,\ny,1,0,Do,\nx,1,+1 d,Also,\n", "no: 1 is there "
		    "twice in \"x\"" },
		{ "12345678901234567890123456789012345678901,1,0,Do,\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct templates *ts = NULL;
		struct err e = { 0 };
		struct buf b;

		buf_init(&b, BUF_LINE);
		buf_addf(&b, "template,no,offset,task,benchmarks,about\n%s",
		    v[i].rows);
		assert_int_equal(read_hub(b.p, &ts, &e), ST_INVALID);
		assert_null(ts);
		assert_true(str_starts(e.text, "templates.csv:"));
		assert_true(str_ends(e.text, v[i].want));
		buf_clear(&b);
	}
	templates_free(NULL);
}

/* --- days ---------------------------------------------------------------- */

static void
a_new_school_gets_eight_days(void **state)
{
	static const char *const want[] = {
		"2026-11-23", "2026-11-25", "2026-12-04", "2026-12-11",
		"2026-12-18", "2027-01-15", "2027-01-29", "2027-03-05",
	};
	struct templates *ts = shipped();
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_due due[8];

	(void)state;
	template_plan(found(ts, "new school"), c, on("2026-11-20"), due);
	for (int i = 0; i < 8; i++) {
		assert_int_equal(due[i].no, i + 1);
		is_day(due[i].due, want[i]);
	}
	template_plan(found(ts, "new school"), c, DAY_NONE, due);
	assert_int_equal(due[0].due, DAY_NONE);
	cal_free(c);
	templates_free(ts);
}

/* What the anchor gives, as items not done. */
static void
items(const struct template *t, const struct calendar *c, int anchor,
    struct template_item *v)
{
	struct template_due due[TEMPLATE_ROWS_MAX];

	template_plan(t, c, anchor, due);
	for (size_t i = 0; i < t->n; i++)
		v[i] = (struct template_item){ .no = due[i].no,
		    .due = due[i].due, .to = DAY_NONE };
}

static void
eight_follow_their_anchor_past_the_holidays(void **state)
{
	static const char *const want[] = {
		"2026-12-21", "2026-12-23", "2027-01-15", "2027-01-22",
		"2027-01-29", "2027-02-12", "2027-03-05", "2027-04-16",
	};
	struct templates *ts = shipped();
	const struct template *t = found(ts, "new school");
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_item v[8];

	(void)state;
	items(t, c, on("2026-11-20"), v);
	template_shift(t, c, on("2026-11-20"), on("2026-12-18"), v, 8);
	for (int i = 0; i < 8; i++) {
		is_day(v[i].to, want[i]);
		assert_int_equal(v[i].move, TEMPLATE_FOLLOWS);
	}
	cal_free(c);
	templates_free(ts);
}

static void
at_a_school_working_days_are_those_in_term(void **state)
{
	static const char *const want[] = {
		"2027-01-04", "2027-01-06", "2027-01-15", "2027-01-22",
		"2027-01-29", "2027-02-12", "2027-03-05", "2027-04-16",
	};
	struct templates *ts = shipped();
	const struct template *t = found(ts, "new school");
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_item v[8];

	(void)state;
	cal_keep_to_terms(c);
	items(t, c, on("2026-11-20"), v);
	v[7].due = on("2026-11-24");	/* by hand: two days after */
	template_shift(t, c, on("2026-11-20"), on("2026-12-18"), v, 8);
	for (int i = 0; i < 7; i++)
		is_day(v[i].to, want[i]);
	is_day(v[7].to, "2027-01-05");
	cal_free(c);
	templates_free(ts);
}

static void
moving_there_and_back_changes_nothing(void **state)
{
	struct templates *ts = shipped();
	struct calendar *c = cal_new(NULL, 0, NULL);
	const struct template *t = found(ts, "fair");
	struct template_item v[TEMPLATE_ROWS_MAX];
	int old = on("2026-11-26"), last = on("2027-12-01");

	(void)state;
	for (int anchor = on("2026-08-01"); anchor < last; anchor++) {
		items(t, c, old, v);
		template_shift(t, c, old, anchor, v, t->n);
		for (size_t i = 0; i < t->n; i++)
			v[i].due = v[i].to;
		template_shift(t, c, anchor, old, v, t->n);
		for (size_t i = 0; i < t->n; i++)
			assert_int_equal(v[i].to,
			    offset_day(c, old, t->v[i].offset));
	}
	cal_free(c);
	templates_free(ts);
}

static void
what_is_done_stays(void **state)
{
	struct templates *ts = shipped();
	const struct template *t = found(ts, "fair");
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_item v[TEMPLATE_ROWS_MAX];

	(void)state;
	items(t, c, on("2026-11-26"), v);
	v[0].done = true;
	v[1].due = DAY_NONE;
	template_shift(t, c, on("2026-11-26"), on("2026-12-03"), v, t->n);
	assert_int_equal(v[0].to, v[0].due);
	assert_int_equal(v[0].move, TEMPLATE_STAYS);
	assert_int_equal(v[1].to, DAY_NONE);
	assert_int_equal(v[1].move, TEMPLATE_STAYS);
	assert_int_equal(v[2].to, v[2].due + 7);
	assert_int_equal(v[2].move, TEMPLATE_FOLLOWS);
	cal_free(c);
	templates_free(ts);
}

/* One row, "+1 wd" of 26 November, whose task was moved by hand. */
static void
moved_by_hand(const char *due, const char *anchor, const char *want)
{
	struct templates *ts = shipped();
	const struct template *t = found(ts, "fair");
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_item item = { .no = 8, .due = on(due) };

	assert_int_equal(template_row(t, 8)->offset.n, 1);
	template_shift(t, c, on("2026-11-26"), on(anchor), &item, 1);
	is_day(item.to, want);
	assert_int_equal(item.move, TEMPLATE_KEEPS);
	cal_free(c);
	templates_free(ts);
}

static void
what_was_moved_by_hand_keeps_its_distance(void **state)
{
	(void)state;
	moved_by_hand("2026-11-30", "2026-12-03", "2026-12-07");
	moved_by_hand("2026-12-01", "2026-12-23", "2026-12-30");
	moved_by_hand("2026-11-24", "2026-12-29", "2026-12-23");
	moved_by_hand("2026-11-26", "2026-12-05", "2026-12-05");
	moved_by_hand("2026-11-28", "2026-12-24", "2026-12-29");
}

static void
what_has_no_row_any_more_keeps_its_distance(void **state)
{
	struct templates *ts = shipped();
	const struct template *t = found(ts, "fair");
	struct calendar *c = cal_new(NULL, 0, NULL);
	struct template_item item = { .no = 77, .due = on("2026-11-27") };

	(void)state;
	template_shift(t, c, on("2026-11-26"), on("2026-12-23"), &item, 1);
	is_day(item.to, "2026-12-24");
	assert_int_equal(item.move, TEMPLATE_KEEPS);
	item.no = 8;
	template_shift(NULL, c, on("2026-11-26"), on("2026-12-24"), &item, 1);
	is_day(item.to, "2026-12-29");
	assert_int_equal(item.move, TEMPLATE_KEEPS);
	cal_free(c);
	templates_free(ts);
}

static void
without_a_day_to_go_to_items_stay(void **state)
{
	struct templates *ts = shipped();
	const struct template *t = found(ts, "fair");
	struct calendar *c = cal_new(NULL, 0, NULL);
	int was = on("2026-11-26"), anchors[][2] = {
		{ was, DAY_NONE }, { DAY_NONE, was }, { was, INT_MAX },
		{ INT_MAX, was },
	};
	struct template_item beyond = { .no = 8 };

	(void)state;
	for (size_t i = 0; i < COUNT(anchors); i++)
		for (int day = was - 3; day < was + 3; day++) {
			struct template_item item = { .no = 8, .due = day };

			template_shift(t, c, anchors[i][0], anchors[i][1],
			    &item, 1);
			assert_int_equal(item.to, day);
			assert_int_equal(item.move, TEMPLATE_STAYS);
		}
	beyond.due = INT_MAX;
	template_shift(t, c, was, was + 7, &beyond, 1);
	assert_int_equal(beyond.to, INT_MAX);
	assert_int_equal(beyond.move, TEMPLATE_STAYS);
	cal_free(c);
	templates_free(ts);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_template_promised_is_shipped),
		cmocka_unit_test(shipped_rows_are_in_order_and_owned),
		cmocka_unit_test(the_third_reminder_goes_to_the_sponsor),
		cmocka_unit_test(they_fit_their_kinds_of_record),
		cmocka_unit_test(words_find_a_template),
		cmocka_unit_test(the_whole_name_wins_over_a_beginning),
		cmocka_unit_test(words_that_do_not_find_one_say_so),
		cmocka_unit_test(a_hub_replaces_a_template_whole_and_adds),
		cmocka_unit_test(a_wrong_file_is_refused_in_words),
		cmocka_unit_test(a_new_school_gets_eight_days),
		cmocka_unit_test(eight_follow_their_anchor_past_the_holidays),
		cmocka_unit_test(at_a_school_working_days_are_those_in_term),
		cmocka_unit_test(moving_there_and_back_changes_nothing),
		cmocka_unit_test(what_is_done_stays),
		cmocka_unit_test(what_was_moved_by_hand_keeps_its_distance),
		cmocka_unit_test(what_has_no_row_any_more_keeps_its_distance),
		cmocka_unit_test(without_a_day_to_go_to_items_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
