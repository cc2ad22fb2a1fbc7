/* test_quick.c - lines of quick entry: the page, questions, help, completion. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_line.h"

static void
lines_of_the_page_become_records(void **state)
{
	static const struct line lines[] = {
	{ "sandm;barc;mock;y10 24 of 30;60m;y", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 24 of 30 | "
	    "60 min | Thu 19 Nov 2026 | delivered" },
	{ "northgate y9 60, ashdown y9 45/20/4; arup & city cranes; fair; "
	    "thu; 9:30-14; #tech", NULL, QUICK_READY,
	    "Northgate School Y9 60, Ashdown Green School Y9 45/20/4 | "
	    "Arup, City Cranes | Careers fair BM5 | 270 min | "
	    "Thu 19 Nov 2026 09:30 | Tech East | delivered" },
	{ "plan harbour; tfl; workplace visit; 12/3; y12 ~18", NULL,
	    QUICK_READY, "Harbour UTC | Transport for London | "
	    "Workplace visit BM6 | Y12 ~18 | Fri 12 Mar 2027 | planned" },
	{ "harbour; head = Ms Amara Nwosu from 1/1", NULL, QUICK_SURE,
	    "NEW Ms Amara Nwosu: make this person?" },
	{ "harbour; head = Ms Amara Nwosu from 1/1", "1", QUICK_READY,
	    "Harbour UTC | NEW head: Ms Amara Nwosu from Fri 1 Jan 2027 | "
	    "Mr Hale until Thu 31 Dec 2026" },
	{ "sandm; roll 182 180 178 180 175 121 118", NULL, QUICK_READY,
	    SANDM " | roll 2026/27 | Y7 182, Y8 180, Y9 178, Y10 180, "
	    "Y11 175, Y12 121, Y13 118 | typed, as at Fri 20 Nov 2026" },
	{ "cpd lmi; came bell chowdhury; absent dale; +Dan Price at "
	    "Northgate", NULL, QUICK_READY,
	    "LMI in the curriculum, Tue 17 Nov 2026 | Ms Grace Bell came, "
	    "Ms Rumana Chowdhury came, Mr Dale absent, NEW Dan Price "
	    "(contact at Northgate School) came, walk-in" },
	{ "cancel sandm mock tue; employer withdrew", NULL, QUICK_READY,
	    SANDM " | mock interview | Tue 24 Nov 2026 | cancelled | "
	    "reason: employer withdrew" },
	{ "eastf college; brookvale; assembly; y9 all; 9:30; 40m; access",
	    NULL, QUICK_READY,
	    "Brookvale Special School | Eastfield College | "
	    "Provider assembly BM7 | (Y9 11 by roll) | 40 min | "
	    "(Fri 20 Nov 2026 09:30) | access: in school hours, "
	    "four contents | delivered" },
	{ "brookvale; note: head off sick till Easter", NULL, QUICK_READY,
	    "Brookvale Special School | note: head off sick till Easter" },
	{ "sandmere park; barclays; mock interviews; y10 24; 60m; yesterday; "
	    "note: two pupils to follow up; one for BM8", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 24 | 60 min | "
	    "Thu 19 Nov 2026 | note: two pupils to follow up; one for BM8 | "
	    "delivered" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
is_read(const struct world *w, const char *text, enum quick_state state,
    const char *want)
{
	struct line l = { .text = text };
	struct quick q;

	read_line(w, &l, &q);
	assert_string_equal(q.state == QUICK_READY ? q.echo : q.say, want);
	assert_int_equal(q.state, state);
	quick_clear(&q);
}

/* Mine before others, and said; several of mine are asked about first. */
static void
mine_comes_before_others(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	w.mine[0] = world_id(&w, ENT_school, "All Souls School");
	w.mine[1] = world_id(&w, ENT_school, "Old Ford");
	w.nmine = 2;
	is_read(&w, "all souls; barc; talk; y9 60", QUICK_READY,
	    "All Souls School and Technology College (mine) | Barclays Bank | "
	    "Talk BM5 | Y9 60 | " TODAY " | delivered");
	/* a better match is no tie */
	is_read(&w, "all souls high; barc; talk; y9 60", QUICK_READY,
	    "All Souls High | Barclays Bank | Talk BM5 | Y9 60 | " TODAY
	    " | delivered");
	w.mine[2] = world_id(&w, ENT_school, "All Souls High");
	w.nmine = 3;
	is_read(&w, "all souls; barc; talk; y9 60", QUICK_ASK,
	    "school \"all souls\" could be: 1 All Souls High (Hackney)  "
	    "2 All Souls School and Technology College (Barking). "
	    "Type 1-2 or more letters.");
	w.nmine = 0;
	w.mine[w.nmine++] = world_id(&w, ENT_school, "Mill Lane");
	w.mine[w.nmine++] = world_id(&w, ENT_school, "Dockside");
	is_read(&w, "academy; barc; talk; y9 6", QUICK_ASK,
	    "school \"academy\" could be: 1 Dockside Enterprise Academy "
	    "(Newham)  2 Mill Lane Academy (Newham)  3 Sandmere Park Academy "
	    "(Havering), mine first. Type 1-3 or more letters.");
	world_clear(&w);
}

static void
ambiguous_lines_are_asked_about(void **state)
{
	static const struct line lines[] = {
	{ "all souls; barc; talk; y9 60", NULL, QUICK_ASK,
	    "school \"all souls\" could be: 1 All Souls High (Hackney)  "
	    "2 All Souls School and Technology College (Barking). "
	    "Type 1-2 or more letters." },
	{ "all souls; barc; talk; y9 60", "2", QUICK_READY,
	    "All Souls School and Technology College | Barclays Bank | "
	    "Talk BM5 | Y9 60 | " TODAY " | delivered" },
	{ "all souls; barc; talk; y9 60", "3", QUICK_REFUSED,
	    "there is no choice 3: school \"all souls\" could be: 1 to 2" },
	{ "enterprise; barc; y9 30", NULL, QUICK_ASK,
	    "\"enterprise\" could be the school Dockside Enterprise Academy "
	    "or the type enterprise competition. No other part names a "
	    "school, so: 1 school  2 type (then say the school)" },
	{ "enterprise; barc; y9 30", "1", QUICK_REFUSED,
	    "what kind of encounter? talk, fair, mock, workplace visit, ... "
	    "(Tab completes)" },
	{ "sandm & harbour; barc; mock; y10 24", NULL, QUICK_REFUSED,
	    "24 for which school? Write sandm y10 24, harbour y10 ... or: "
	    "y10 24 each" },
	{ "sandm; virtual; barc; y9 90", NULL, QUICK_ASK,
	    "\"virtual\" could be: 1 virtual encounter BM5  "
	    "2 virtual experience BM6  3 held on line (mode)" },
	{ "sandm; virtual; barc; y9 90", "2", QUICK_READY,
	    SANDM " | Barclays Bank | Virtual experience BM6 | Y9 90 | "
	    TODAY " | virtual | delivered" },
	{ "sandm; virtual; barc; talk; y9 90", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Talk BM5 | Y9 90 | " TODAY
	    " | virtual | delivered" },
	{ "sandm; taster; y11 12", NULL, QUICK_ASK,
	    "taster day: 1 at an employer BM6  2 at a college BM7" },
	{ "sandm; taster; y11 12", "2", QUICK_READY,
	    SANDM " | College taster day BM7 | Y11 12 | " TODAY
	    " | delivered" },
	{ "sandm; barc; mock; y10 240", NULL, QUICK_SURE,
	    "Y10 has 181 on roll. 240?" },
	{ "sandm; barc; mock; y10 240", "1", QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 240 | " TODAY
	    " | delivered" },
	{ "sandm; barc; mock; y8-9 120", NULL, QUICK_REFUSED,
	    "120 over two years: y8 60, y9 60, or y8-9 all, or "
	    "y8-9 120 by roll" },
	{ "sandm; barcalys; mock; y10 24; 31/11", NULL, QUICK_REFUSED,
	    "no 31 November; \"barcalys\": did you mean Barclays Bank? "
	    "(or +barcalys for a new employer)" },
	{ "sandm; barcalys; mock; y10 24", "1", QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | Y10 24 | " TODAY
	    " | delivered" },
	{ "cancel sandm", NULL, QUICK_ASK,
	    "3 planned at " SANDM ": 1 Tue 24 Nov mock interview  "
	    "2 Thu 26 Nov careers fair  3 Wed 2 Dec visit" },
	{ "cancel sandm", "3", QUICK_READY,
	    SANDM " | visit | Wed 2 Dec 2026 | cancelled" },
	{ "northgate; barc; mock; y10 24", NULL, QUICK_ASK,
	    "planned for today: 1 that one happened (adds 24)  "
	    "2 another one" },
	{ "northgate; barc; mock; y10 24", "1", QUICK_READY,
	    "Northgate School | Barclays Bank | Mock interview BM5 | "
	    "Y10 24 of 30 | Fri 20 Nov 2026 | delivered" },
	{ "northgate; barc; mock; y10 24", "2", QUICK_READY,
	    "Northgate School | Barclays Bank | Mock interview BM5 | "
	    "Y10 24 | " TODAY " | delivered" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

/* The example of every verb is understood: it is what help shows. */
static void
every_example_is_understood(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	for (const struct quick_verb *v = quick_verbs; v->word != NULL; v++) {
		const struct line l = { v->example, "1", QUICK_READY, NULL };
		struct quick q;

		read_line(&w, &l, &q);
		if (q.state != QUICK_READY)
			print_error("%s: %s\n", v->example, q.say);
		assert_int_equal(q.state, QUICK_READY);
		assert_true(*v->help != '\0');
		quick_clear(&q);
	}
	world_clear(&w);
}

static void
the_school_on_screen_serves_a_line_without_one(void **state)
{
	struct world w;
	struct quick q;
	struct err e = { 0 };
	struct quick_opts o = { .nschools = 1 };
	int64_t sandm;

	(void)state;
	world_init(&w);
	sandm = world_id(&w, ENT_school, "Sandmere");
	o.schools = &sandm;
	assert_int_equal(quick_understand(&w.look, "barc; mock; y10 24", &o,
	    &q, &e), ST_OK);
	assert_string_equal(q.echo, "(" SANDM ") | Barclays Bank | "
	    "Mock interview BM5 | Y10 24 | " TODAY " | delivered");
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "harbour; mock; y10 24",
	    &o, &q, &e), ST_OK);
	assert_string_equal(q.echo, "Harbour UTC | Mock interview BM5 | "
	    "Y10 24 | " TODAY " | delivered");
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "note: rang", &o, &q, &e),
	    ST_OK);
	assert_string_equal(q.echo, "(" SANDM ") | note: rang");
	quick_clear(&q);
	world_clear(&w);
}

static void
strict_refuses_a_future_nobody_typed(void **state)
{
	struct world w;
	struct quick q;
	struct err e = { 0 };
	const struct quick_opts o = { .strict = true };

	(void)state;
	world_init(&w);
	assert_int_equal(quick_understand(&w.look, "sandm; talk; 12/3", &o,
	    &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_REFUSED);
	assert_string_equal(q.say, "\"12/3\" would be Fri 12 Mar 2027: write "
	    "plan, or the year");
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "plan sandm; talk; 12/3",
	    &o, &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_READY);
	quick_clear(&q);
	assert_int_equal(quick_understand(&w.look, "sandm; talk; 12/3/27",
	    &o, &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_READY);
	quick_clear(&q);
	world_clear(&w);
}

static void
parts_say_which_bytes_they_come_from(void **state)
{
	static const char line[] = "sandm;  arup & tfl; talk; y10 5";
	struct world w;
	struct quick q;
	struct err e = { 0 };

	(void)state;
	world_init(&w);
	assert_int_equal(quick_understand(&w.look, line, NULL, &q, &e), ST_OK);
	assert_int_equal(q.state, QUICK_READY);
	assert_string_equal(q.part[1].kind, "employer");
	assert_memory_equal(line + q.part[1].from, "arup", q.part[1].len);
	assert_memory_equal(line + q.part[2].from, "tfl", q.part[2].len);
	assert_memory_equal(line + q.part[3].from, "talk", q.part[3].len);
	assert_memory_equal(line + q.part[4].from, "y10 5", q.part[4].len);
	quick_clear(&q);
	world_clear(&w);
}

static void
tab_completes_the_part_under_the_cursor(void **state)
{
	struct world w;
	struct strs out = { 0 };
	size_t from, len;
	struct err e = { 0 };

	(void)state;
	world_init(&w);
	assert_int_equal(quick_suggest(&w.look, "sandm; ba; mo", 9, &out,
	    &from, &len, &e), ST_OK);
	assert_int_equal(from, 7);
	assert_int_equal(len, 2);
	assert_true(strs_has(&out, "Barclays Bank"));
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "sandm; ba; mo", 13, &out,
	    &from, &len, &e), ST_OK);
	assert_int_equal(from, 11);
	assert_string_equal(out.v[0], "mock interview");
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "plan harb", 9, &out,
	    &from, &len, &e), ST_OK);
	assert_int_equal(from, 5);
	assert_string_equal(out.v[0], "Harbour UTC");
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "can", 3, &out, &from, &len,
	    &e), ST_OK);
	assert_true(strs_has(&out, "cancel"));
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "sandm; #te", 10, &out, &from,
	    &len, &e), ST_OK);
	assert_string_equal(out.v[0], "#Tech East");
	strs_clear(&out);
	assert_int_equal(quick_suggest(&w.look, "", 0, &out, &from, &len, &e),
	    ST_OK);
	strs_clear(&out);
	world_clear(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_of_the_page_become_records),
		cmocka_unit_test(mine_comes_before_others),
		cmocka_unit_test(ambiguous_lines_are_asked_about),
		cmocka_unit_test(every_example_is_understood),
		cmocka_unit_test(
		    the_school_on_screen_serves_a_line_without_one),
		cmocka_unit_test(strict_refuses_a_future_nobody_typed),
		cmocka_unit_test(parts_say_which_bytes_they_come_from),
		cmocka_unit_test(tab_completes_the_part_under_the_cursor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
