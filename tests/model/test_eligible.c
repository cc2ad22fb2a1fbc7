/* test_eligible.c - who may join the network, on which day, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/code_table.h"
#include "model/eligible.h"

static struct eligible *rules;		/* the shipped ones */

static const char *
or(const char *given, const char *usual)
{
	return given != NULL ? given : usual;
}

/* An open secondary school in Camden, but for what a test says otherwise. */
static struct eligible_school
usual(struct eligible_school s)
{
	s.type_code = or(s.type_code, "34");
	s.type = or(s.type, "");
	s.phase_code = or(s.phase_code, "4");
	s.phase = or(s.phase, "");
	s.la_code = or(s.la_code, "202");
	s.la = or(s.la, "");
	s.status = or(s.status, "Open");
	s.opened = or(s.opened, "");
	s.closed = or(s.closed, "");
	s.high_age = or(s.high_age, "16");
	return s;
}
#define SCHOOL(...)	usual((struct eligible_school){ __VA_ARGS__ })

static void
add_shipped(struct eligible *r)
{
	struct csv_source src = csv_shipped("eligibility.csv");
	struct err e = { 0 };

	if (eligible_add(r, &src, &e) != ST_OK)
		fail_msg("%s", e.text);
}

static enum status
add_text(struct eligible *r, const char *text, struct err *e)
{
	struct csv_source src = { "h.csv", text, strlen(text) };

	err_clear(e);
	return eligible_add(r, &src, e);
}

static int
make_rules(void **state)
{
	(void)state;
	rules = eligible_new();
	add_shipped(rules);
	return 0;
}

static int
free_rules(void **state)
{
	(void)state;
	eligible_free(rules);
	return 0;
}

/* "yes academy converter" */
static char *
ask(const struct eligible *r, struct eligible_school s, const char *day)
{
	struct buf b, out;
	enum verdict v;

	buf_init(&b, BUF_LINE);
	buf_init(&out, BUF_LINE);
	v = eligible_on(r, &s, day_from_iso(day), &b);
	buf_addf(&out, "%s %s", verdicts[v].word, b.p);
	buf_clear(&b);
	return buf_take(&out);
}

static void
is_at(const struct eligible *r, struct eligible_school s, const char *day,
    const char *want, int line)
{
	char *got = ask(r, s, day);

	if (!str_starts(got, want))
		fail_msg("line %d, %s: \"%s\", not \"%s\"", line, day, got,
		    want);
	free(got);
}
#define IS(s, day, want)	is_at(rules, s, day, want, __LINE__)

/* Read off the published table, one letter a day: y yes, n no, l limited,
 * x never. */
static const char *const days[] = { "2019-03-25", "2020-08-31", "2020-09-01",
	"2021-08-31", "2021-09-01" };
static const struct { int code; const char *want; } types[] = {
	{ 1, "yyyyy" }, { 2, "yyyyy" }, { 3, "yyyyy" }, { 5, "yyyyy" },
	{ 6, "yyyyy" }, { 7, "nnlly" }, { 8, "nnlly" }, { 10, "xxxxx" },
	{ 11, "xxxxx" }, { 12, "nnlly" }, { 14, "yyyyy" }, { 15, "xxxxx" },
	{ 18, "yyyyy" }, { 24, "nnnnn" }, { 25, "xxxxx" }, { 26, "xxxxx" },
	{ 27, "nnnnn" }, { 28, "yyyyy" }, { 29, "xxxxx" }, { 30, "xxxxx" },
	{ 31, "yyyyy" }, { 32, "nnlly" }, { 33, "nnlly" }, { 34, "yyyyy" },
	{ 35, "yyyyy" }, { 36, "nnlly" }, { 37, "xxxxx" }, { 38, "yyyyy" },
	{ 39, "yyyyy" }, { 40, "yyyyy" }, { 41, "yyyyy" }, { 42, "yyyyy" },
	{ 43, "yyyyy" }, { 44, "nnlly" }, { 45, "yyyyy" }, { 46, "yyyyy" },
	{ 49, "xxxxx" }, { 56, "nnnnn" }, { 57, "nnnnn" },
};

static const char *
word_of(char letter)
{
	return letter == 'y' ? "yes " : letter == 'n' ? "no " :
	    letter == 'l' ? "limited " : "never ";
}

static void
every_type_has_its_verdict_at_every_edge(void **state)
{
	const struct code_table *t = code_table("gias-types.csv");

	(void)state;
	assert_int_equal(t->n, COUNT(types));
	for (size_t i = 0; i < t->n; i++) {
		char code[8];

		assert_int_equal(t->v[i].code, types[i].code);
		snprintf(code, sizeof code, "%d", types[i].code);
		for (size_t d = 0; d < COUNT(days); d++)
			IS(SCHOOL(.type_code = code), days[d],
			    word_of(types[i].want[d]));
	}
}

static void
special_schools_have_three_periods(void **state)
{
	(void)state;
	IS(SCHOOL(.type_code = "44"), "2019-03-25", "no special schools join"
	    " from Sept 2020 (50 places) and Sept 2021 (all); see the SEND"
	    " resources");
	IS(SCHOOL(.type_code = "7"), "2020-09-01", "limited 50 places");
	IS(SCHOOL(.type_code = "7", .place = true), "2020-08-31", "no ");
	IS(SCHOOL(.type_code = "7", .place = true), "2020-09-01",
	    "yes one of the 50 places");
	IS(SCHOOL(.type_code = "7", .place = true), "2021-08-31",
	    "yes one of the 50 places");
	/* neither phase nor age matter, nor what it is called */
	IS(SCHOOL(.type_code = "12", .phase_code = "2", .high_age = "11"),
	    "2021-09-01", "yes foundation special school");
	IS(SCHOOL(.type_code = "34", .type = "Academy special converter"),
	    "2019-03-25", "yes academy converter, secondary");
}

static void
croydon_joins_on_13_march_2019(void **state)
{
	(void)state;
	IS(SCHOOL(.la_code = "306"), "2019-03-12", "no Croydon joined");
	IS(SCHOOL(.la_code = "306"), "2019-03-13", "yes ");
	IS(SCHOOL(.la_code = "305"), "2019-03-12", "yes ");
	/* before the special schools' rule, after never */
	IS(SCHOOL(.la_code = "306", .type_code = "7"), "2019-03-12",
	    "no Croydon");
	IS(SCHOOL(.la_code = "306", .type_code = "11"), "2019-03-12",
	    "never ");
}

static void
opening_and_closing_days_decide_else_the_status(void **state)
{
	struct eligible_school s = SCHOOL(.opened = "2019-09-01",
	    .closed = "2024-08-31", .status = "Closed");

	(void)state;
	IS(s, "2019-08-31", "no not open before 1 Sep 2019");
	IS(s, "2019-09-01", "yes ");
	IS(s, "2024-08-31", "yes ");
	IS(s, "2024-09-01", "no closed on 31 Aug 2024");
	s.type_code = "11";
	IS(s, "2024-09-01", "never ");
	s.type_code = "24";
	IS(s, "2024-09-01", "no closed");
	IS(SCHOOL(.status = "Closed"), "2019-03-25",
	    "no closed, on a day that is not known");
	IS(SCHOOL(.status = "closed", .opened = "2010-09-01"), "2019-03-25",
	    "no closed, on");
	IS(SCHOOL(.status = "Proposed to open"), "2030-01-01", "no proposed");
	IS(SCHOOL(.status = "Proposed to open", .opened = "2027-09-01"),
	    "2027-08-31", "no not open before 1 Sep 2027");
	IS(SCHOOL(.status = "Proposed to open", .opened = "2027-09-01"),
	    "2027-09-01", "yes ");
	IS(SCHOOL(.status = "Open but proposed to close"), "2026-11-20",
	    "yes ");
	IS(SCHOOL(.status = "Open, but proposed to close",
	    .closed = "2026-12-31"), "2027-01-01", "no closed on");
	IS(SCHOOL(.status = "Closed", .la_code = "330"), "2026-11-20",
	    "no closed");
}

static void
primaries_are_for_primary_programmes(void **state)
{
	(void)state;
	IS(SCHOOL(.phase_code = "2", .high_age = "11"), "2026-11-20",
	    "no primary schools are in primary programmes only");
	IS(SCHOOL(.phase_code = "3"), "2026-11-20", "no primary schools");
	IS(SCHOOL(.phase_code = "1"), "2026-11-20", "no nursery");
	for (int p = '4'; p <= '7'; p++)
		IS(SCHOOL(.phase_code = ((char[]){ (char)p, 0 })),
		    "2026-11-20", "yes ");
	/* asked before the phase: alternative provision; kinds by their type */
	IS(SCHOOL(.type_code = "14", .phase_code = "2"), "2026-11-20",
	    "yes pupil referral unit");
	IS(SCHOOL(.type_code = "18", .phase_code = "0", .high_age = ""),
	    "2026-11-20", "yes further education");
	IS(SCHOOL(.type_code = "6", .phase_code = "2"), "2026-11-20", "no ");
}

static void
words_of_the_register_stand_for_a_code_that_lacks(void **state)
{
	(void)state;
	IS(SCHOOL(.type_code = "", .type = "Community special school"),
	    "2019-03-25", "no special schools");
	IS(SCHOOL(.type_code = "", .type = "Special friends school"),
	    "2021-09-01", "no not in the programme's lists");
	IS(SCHOOL(.phase_code = "", .phase = "Primary"), "2026-11-20",
	    "no primary schools");
	/* the code wins, and what it is called is said in its own words */
	IS(SCHOOL(.type_code = "1", .type = "Community special school"),
	    "2019-03-25", "yes community school, secondary");
}

static void
without_a_phase_the_highest_age_decides(void **state)
{
	(void)state;
	IS(SCHOOL(.phase_code = "0", .high_age = "16"), "2026-11-20",
	    "yes academy converter, to age 16");
	IS(SCHOOL(.phase_code = "0", .high_age = "15"), "2026-11-20", "no ");
	IS(SCHOOL(.phase_code = "0", .high_age = "11"), "2026-11-20",
	    "no without a phase, and its oldest pupils are under 16 (11)");
	IS(SCHOOL(.phase_code = "0", .high_age = ""), "2026-11-20",
	    "no neither its phase nor its highest age is known");
	IS(SCHOOL(.phase_code = "", .high_age = "19"), "2026-11-20", "yes ");
	IS(SCHOOL(.phase_code = "8"), "2026-11-20", "no no rule covers it");
}

static void
the_area_is_london_unless_the_hub_says(void **state)
{
	struct eligible *r = eligible_new();
	struct err e = { 0 };

	(void)state;
	IS(SCHOOL(.la_code = "201"), "2026-11-20", "yes ");
	IS(SCHOOL(.la_code = "320"), "2026-11-20", "yes ");
	IS(SCHOOL(.la_code = "873", .la = "Cambridgeshire"), "2026-11-20",
	    "no outside the network's area: Cambridgeshire");
	IS(SCHOOL(.la_code = "873"), "2026-11-20",
	    "no outside the network's area: authority 873");
	IS(SCHOOL(.la_code = ""), "2026-11-20", "no its authority is not");
	IS(SCHOOL(.la_code = "", .la = "tower hamlets"), "2026-11-20", "yes ");
	IS(SCHOOL(.la_code = "873", .type_code = "10"), "2026-11-20",
	    "never ");
	add_shipped(r);
	assert_int_equal(eligible_set_area(r, "870-873, 306", &e), ST_OK);
	is_at(r, SCHOOL(.la_code = "873"), "2026-11-20", "yes ", __LINE__);
	is_at(r, SCHOOL(.la_code = "306"), "2019-03-12", "no Croydon",
	    __LINE__);
	is_at(r, SCHOOL(.la = ""), "2026-11-20",
	    "no outside the network's area: Camden", __LINE__);
	assert_int_equal(eligible_set_area(r, "Camden", &e), ST_INVALID);
	assert_non_null(strstr(e.text, "\"Camden\" is no code"));
	assert_int_equal(eligible_set_area(r, "unknown", &e), ST_INVALID);
	/* a refused area leaves the one there was */
	is_at(r, SCHOOL(.la_code = "873"), "2026-11-20", "yes ", __LINE__);
	assert_int_equal(eligible_set_area(r, "", &e), ST_OK);
	is_at(r, SCHOOL(.la = ""), "2026-11-20", "yes ", __LINE__);
	eligible_free(r);
}

static void
kinds_to_ask_about_follow_the_setting(void **state)
{
	static const char *const codes[] = { "24", "27", "56", "57", "58", "" };
	struct eligible *r = eligible_new();

	(void)state;
	add_shipped(r);
	for (size_t i = 0; i < COUNT(codes); i++)
		IS(SCHOOL(.type_code = codes[i]), "2026-11-20",
		    "no not in the programme's lists; ask the hub lead");
	eligible_set_ask(r, VERDICT_LIMITED);
	is_at(r, SCHOOL(.type_code = "57"), "2026-11-20",
	    "limited by this hub's settings", __LINE__);
	is_at(r, SCHOOL(.type_code = "57", .place = true), "2026-11-20",
	    "yes holds one of the limited places", __LINE__);
	eligible_set_ask(r, VERDICT_YES);
	is_at(r, SCHOOL(.type_code = "24"), "2026-11-20", "yes ", __LINE__);
	is_at(r, SCHOOL(.type_code = "29"), "2026-11-20", "never ", __LINE__);
	eligible_free(r);
}

static void
a_rule_of_the_hub_is_one_line_and_asked_first(void **state)
{
	static const char text[] = "reason,verdict,types,from,authorities\r\n"
	    "\"{Type} in {authority}, by our board on {date}\",limited,"
	    "10 58,2022-01-01,202\r\n";
	struct eligible *r = eligible_new();
	struct err e = { 0 };

	(void)state;
	assert_int_equal(add_text(r, text, &e), ST_OK);
	add_shipped(r);
	is_at(r, SCHOOL(.type_code = "10"), "2022-01-01", "limited Other"
	    " independent special school in Camden, by our board on 1 Jan"
	    " 2022", __LINE__);
	is_at(r, SCHOOL(.type_code = "10"), "2021-12-31", "never ", __LINE__);
	is_at(r, SCHOOL(.type_code = "10", .la_code = "203"), "2022-01-01",
	    "never ", __LINE__);
	is_at(r, SCHOOL(.type_code = "58"), "2022-01-01", "limited type 58",
	    __LINE__);
	is_at(r, SCHOOL(.type_code = "11"), "2022-01-01", "never ", __LINE__);
	eligible_free(r);
}

static void
a_fault_is_named_by_file_line_and_column(void **state)
{
	static const struct { const char *row, *want; } v[] = {
		{ "34,,maybe,why", "h.csv:3: verdict: \"maybe\" is none of" },
		{ "34,,yes,", "h.csv:3: reason: say why" },
		{ "34,,yes,is a {kind}", "h.csv:3: reason: \"{kind}\" is none" },
		{ "x,,yes,why", "h.csv:3: types: \"x\" is no code" },
		{ "9-7,,yes,why", "h.csv:3: types: a range begins with" },
		{ "outside,,yes,why", "h.csv:3: types: \"outside\"" },
		{ ",sometimes,yes,why", "h.csv:3: when: \"sometimes\" is none" },
		{ "34,,yes", "h.csv:3: reason: say why" },
		{ "34,,yes,why,more", "h.csv:3: " },
		{ "34,\"pl\"ace,yes,why", "h.csv:3: a quotation mark" },
	};
	struct eligible *r = eligible_new();
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		char *text = xasprintf("types,when,verdict,reason\n"
		    "1,,no,first\n%s\n", v[i].row);

		assert_int_equal(add_text(r, text, &e), ST_INVALID);
		if (!str_starts(e.text, v[i].want))
			fail_msg("\"%s\", not \"%s\"", e.text, v[i].want);
		free(text);
	}
	/* nothing of a faulty file stays */
	is_at(r, SCHOOL(.type_code = "1"), "2026-11-20", "no no rule covers",
	    __LINE__);
	assert_int_equal(add_text(r, "types,verdict\n", &e), ST_INVALID);
	assert_non_null(strstr(e.text, "reason"));
	assert_int_equal(add_text(r, "verdict,reason,kind\n", &e),
	    ST_INVALID);
	assert_non_null(strstr(e.text, "\"kind\""));
	eligible_free(r);
}

static void
the_sentence_says_the_day(void **state)
{
	static const struct { enum verdict v; const char *want; } v[] = {
		{ VERDICT_NO, "Not eligible on 25 Mar 2019: why" },
		{ VERDICT_YES, "Eligible on 25 Mar 2019: why" },
		{ VERDICT_LIMITED, "Limited places on 25 Mar 2019: why" },
		{ VERDICT_NEVER, "Never eligible: why" },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(v); i++) {
		buf_reset(&b);
		eligible_sentence(v[i].v, day_from_iso("2019-03-25"), "why",
		    &b);
		assert_string_equal(b.p, v[i].want);
	}
	buf_clear(&b);
	assert_int_equal(verdict_of("never"), VERDICT_NEVER);
	assert_int_equal(verdict_of("ask"), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_has_its_verdict_at_every_edge),
		cmocka_unit_test(special_schools_have_three_periods),
		cmocka_unit_test(croydon_joins_on_13_march_2019),
		cmocka_unit_test(
		    opening_and_closing_days_decide_else_the_status),
		cmocka_unit_test(primaries_are_for_primary_programmes),
		cmocka_unit_test(
		    words_of_the_register_stand_for_a_code_that_lacks),
		cmocka_unit_test(without_a_phase_the_highest_age_decides),
		cmocka_unit_test(the_area_is_london_unless_the_hub_says),
		cmocka_unit_test(kinds_to_ask_about_follow_the_setting),
		cmocka_unit_test(a_rule_of_the_hub_is_one_line_and_asked_first),
		cmocka_unit_test(a_fault_is_named_by_file_line_and_column),
		cmocka_unit_test(the_sentence_says_the_day),
	};

	return cmocka_run_group_tests(tests, make_rules, free_rules);
}
