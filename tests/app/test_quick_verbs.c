/* test_quick_verbs.c - the verbs of quick entry, and what is none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_line.h"

static void
planned_ones_are_closed_moved_and_called_off(void **state)
{
	static const struct line lines[] = {
	{ "done northgate mock; y10 24", NULL, QUICK_READY,
	    "Northgate School | Mock interview BM5 | Y10 24 of 30 | "
	    "Fri 20 Nov 2026 | delivered" },
	{ "done sandm fair; y10 24", NULL, QUICK_REFUSED,
	    "Thu 26 Nov 2026 is still to come: it cannot be delivered" },
	{ "moved sandm mock tue to fri 9:30", NULL, QUICK_READY,
	    SANDM " | mock interview | Fri 27 Nov 2026 09:30 | planned" },
	{ "moved sandm mock", NULL, QUICK_REFUSED,
	    "moved to when? Write moved sandm mock tue to fri 9:30" },
	{ "cancel sandm talk", NULL, QUICK_REFUSED,
	    "nothing like talk is planned at " SANDM },
	{ "cancel", NULL, QUICK_REFUSED,
	    "cancel what? Write cancel sandm mock tue; employer withdrew" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
what_was_asked_is_answered(void **state)
{
	static const struct line lines[] = {
	{ "reply harbour; by friday", NULL, QUICK_READY,
	    "Harbour UTC | Autumn assessment | replied: by friday" },
	{ "reply harbour; no", NULL, QUICK_READY,
	    "Harbour UTC | Autumn assessment | declined" },
	{ "reply northgate; yes", NULL, QUICK_REFUSED,
	    "Northgate School has nothing to answer" },
	{ "harbour; reply by friday", NULL, QUICK_READY,
	    "Harbour UTC | Autumn assessment | replied: by friday" },
	{ "harbour; reply", NULL, QUICK_READY,
	    "Harbour UTC | Autumn assessment | replied" },
	{ "harbour; talk; reply yes", NULL, QUICK_REFUSED,
	    "\"talk\" is too much before reply: write reply harbour; by "
	    "friday" },
	/* by the name of who was asked, or who works there */
	{ "reply chowdhury; by friday", NULL, QUICK_READY,
	    "Ashdown Green School, Ms Rumana Chowdhury | Autumn assessment | "
	    "replied: by friday" },
	{ "reply okoro; no", NULL, QUICK_READY,
	    "Harbour UTC | Autumn assessment | declined" },
	{ "reply bell; yes", NULL, QUICK_REFUSED,
	    "Ms Grace Bell has nothing to answer" },
	{ "reply nobody there", NULL, QUICK_REFUSED,
	    "nobody called \"nobody there\" was asked anything" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
rolls_and_roles_are_typed(void **state)
{
	static const struct line lines[] = {
	{ "sandm; roll 182 180", NULL, QUICK_REFUSED,
	    "2 numbers for " SANDM ", which has 7 year groups, y7 to y13" },
	{ "roll sandm y10 190; 2027/28", NULL, QUICK_READY,
	    SANDM " | roll 2027/28 | Y10 190 | typed, as at "
	    "Fri 20 Nov 2026" },
	{ "harbour; head = Mr Hale", NULL, QUICK_REFUSED,
	    "Mr Hale has the role head there already" },
	{ "harbour; head = nobody from 1/1", NULL, QUICK_READY,
	    "Harbour UTC | Mr Hale until Thu 31 Dec 2026" },
	{ "harbour; careers leader = +Jo Bright", NULL, QUICK_READY,
	    "Harbour UTC | NEW careers leader: Jo Bright from "
	    "Fri 20 Nov 2026" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
official_results_are_eight_figures(void **state)
{
	static const struct line lines[] = {
	{ "sandm; compass 64 100 72 81 75 50 79 50; 31/7", NULL, QUICK_READY,
	    SANDM " | Compass | (G2024 by its date) | "
	    "64 100 72 81 75 50 79 50 | Fri 31 Jul 2026" },
	{ "compass sandm 64% 100 - 81 75 ? 79 0; 31/7/25", NULL, QUICK_READY,
	    SANDM " | Compass | (G2014 by its date) | 64 100 ? 81 75 ? 79 0 | "
	    "Thu 31 Jul 2025" },
	{ "sandm; compass g2014 1 2 3 4 5 6 7 8", NULL, QUICK_READY,
	    SANDM " | Compass | G2014 | 1 2 3 4 5 6 7 8 | " TODAY },
	{ "sandm; G2014; compass 1 2 3 4 5 6 7 8; fri", NULL, QUICK_READY,
	    SANDM " | Compass | G2014 | 1 2 3 4 5 6 7 8 | Fri 13 Nov 2026" },
	/* a second line for the day changes the first */
	{ "harbour; compass 50 50 72 50 50 50 50 -; 31/7", NULL, QUICK_READY,
	    "Harbour UTC | Compass | G2024 | 50 50 72 50 50 50 50 ? | "
	    "in place of 50 50 50 50 50 50 50 50 | Fri 31 Jul 2026" },
	{ "sandm; compass 64 100 72; 31/7", NULL, QUICK_REFUSED,
	    "3 figures, but there are eight benchmarks: write - for one that "
	    "is not known" },
	{ "sandm; compass 1 2 3 4 5 6 7 8 9", NULL, QUICK_REFUSED,
	    "9 figures, but there are eight benchmarks: write - for one that "
	    "is not known" },
	{ "sandm; compass 1 2 3 4 5 6 7 101", NULL, QUICK_REFUSED,
	    "BM8: \"101\" is not a per cent from 0 to 100" },
	{ "compass 1 2 3 4 5 6 7 8", NULL, QUICK_REFUSED,
	    "which school? Write sandm; compass 64 100 72 81 75 50 79 50; "
	    "31/7" },
	{ "sandm & harbour; compass 1 2 3 4 5 6 7 8", NULL, QUICK_REFUSED,
	    "one school a line: write sandm; compass 64 100 72 81 75 50 79 50;"
	    " 31/7" },
	{ "sandm; compass 1 2 3 4 5 6 7 8; 31/7/27", NULL, QUICK_REFUSED,
	    "a result of a day to come? Write the day of the result" },
	{ "sandm; compass", NULL, QUICK_REFUSED, "compass what? Write sandm; "
	    "compass 64 100 72 81 75 50 79 50; 31/7" },
	{ "sandm; compass 1 2 3 4 5 6 7 8; y10 24", NULL, QUICK_REFUSED,
	    "\"y10 24\" is no part of a result: write sandm; compass 64 100 "
	    "72 81 75 50 79 50; 31/7" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
sessions_take_their_bookings(void **state)
{
	static const struct line lines[] = {
	{ "cpd lmi; 10/11; came bell", NULL, QUICK_READY,
	    "LMI for beginners, Tue 10 Nov 2026 | Ms Grace Bell came, "
	    "walk-in" },
	{ "cpd zzz; came bell", NULL, QUICK_REFUSED,
	    "no CPD session \"zzz\" this week, Mon 16 Nov to Sun 22 Nov: add "
	    "its day, cpd zzz; 12/11; came ..." },
	{ "cpd compass; booked bell", NULL, QUICK_ASK,
	    "which session? 1 Compass for all, Wed 9 Dec  "
	    "2 Compass again, Wed 13 Jan" },
	{ "cpd compass for; booked bell, dale", NULL, QUICK_READY,
	    "Compass for all, Wed 9 Dec 2026 | Ms Grace Bell booked, "
	    "Mr Dale booked" },
	{ "cpd lmi; came smith", NULL, QUICK_ASK,
	    "4 people named Smith: 1 J Smith, Northgate School  2 Anna Smith, "
	    SANDM "  3 Peter Smith  4 Dr Owen Smith" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
texts_join_a_record_or_the_last_entry(void **state)
{
	static const struct line lines[] = {
	{ "arup; note: asks for Y9 only", NULL, QUICK_READY,
	    "Arup | note: asks for Y9 only" },
	{ "evidence: sign-in sheet", NULL, QUICK_READY,
	    "mock interview, Tue 24 Nov 2026 (your last entry) | "
	    "evidence: sign-in sheet" },
	{ "sandm; talk; venue: Main hall; summary: went well", NULL,
	    QUICK_READY, SANDM " | Talk BM5 | " TODAY " | venue: Main hall | "
	    "summary: went well | delivered" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
what_is_no_verb_is_refused(void **state)
{
	static const struct line lines[] = {
	/* verbs of later records are no verbs, and make no encounter */
	{ "wanting northgate; 45m", NULL, QUICK_REFUSED,
	    "no school, employer, provider or type \"wanting northgate\"; the "
	    "words a line may begin with are plan, done, cancel, moved, visit, "
	    "call, email, met, todo, again, next, cpd, ea, wants, offers, reply, "
	    "roll, compass, leader, budget, website, policy" },
	{ "sandm; talk; @bell", NULL, QUICK_REFUSED,
	    "\"@bell\": an encounter keeps no people; put the name in "
	    "note:" },
	{ "", NULL, QUICK_REFUSED, "an empty line: write school; who; type; "
	    "numbers, as in sandm; barc; mock; y10 24 of 30; 60m; y" },
	{ "talk; y9 30", NULL, QUICK_REFUSED,
	    "which school? Write it first: sandm; barc; mock; y10 24 of 30; "
	    "60m; y" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
what_volunteers_did_is_logged(void **state)
{
	static const struct line lines[] = {
	{ "ea tom; northgate; 2h; governors meeting; mon", NULL, QUICK_READY,
	    "Tom Adeyemi (there) | Northgate School | governors meeting | "
	    "120 min | Mon 16 Nov 2026" },
	{ "ea adeyemi; 1h30; careers page", NULL, QUICK_READY,
	    "Tom Adeyemi | (Northgate School) | careers page | 90 min | "
	    TODAY },
	{ "harbour; ea tom; training; summary: safeguarding", NULL,
	    QUICK_READY, "Tom Barker (there) | Harbour UTC | training | "
	    TODAY " | summary: safeguarding" },
	{ "ea barker; 1h; training", NULL, QUICK_READY,
	    "Tom Barker | training | 60 min | " TODAY },
	{ "ea tom; 1h; talk", NULL, QUICK_ASK,
	    "2 people named Tom: 1 Tom Adeyemi  2 Tom Barker" },
	{ "ea tom; 1h; talk", "1", QUICK_READY,
	    "Tom Adeyemi | (Northgate School) | talk | 60 min | " TODAY },
	{ "ea hale; 1h", NULL, QUICK_REFUSED,
	    "Mr Hale is no volunteer; g a and n make one" },
	{ "ea adeyemi; 24h", NULL, QUICK_SURE, "24h on one day?" },
	{ "ea adeyemi; 10h01", NULL, QUICK_SURE, "10h01 on one day?" },
	{ "ea adeyemi; 10h", NULL, QUICK_READY,
	    "Tom Adeyemi | (Northgate School) | 600 min | " TODAY },
	{ "ea adeyemi; 25h", NULL, QUICK_REFUSED,
	    "\"25h\" is more than a day: write a line for each day" },
	{ "ea nobody; 1h", NULL, QUICK_REFUSED, "no person \"nobody\"" },
	{ "ea adeyemi; northgate & sandm; 1h", NULL, QUICK_REFUSED,
	    "one school a line: write two lines" },
	{ "ea adeyemi; y10 24", NULL, QUICK_REFUSED,
	    "\"y10 24\" is no part of it: write ea tom; northgate; 2h; "
	    "governors meeting; mon" },
	{ "ea adeyemi; 1/12", NULL, QUICK_REFUSED,
	    "Tue 1 Dec 2026 is still to come" },
	{ "ea", NULL, QUICK_REFUSED,
	    "ea what? Write ea tom; northgate; 2h; governors meeting; mon" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
facts_of_a_school_are_noted(void **state)
{
	static const struct line lines[] = {
	{ "sandm; leader hours 6", NULL, QUICK_READY, SANDM " | Careers "
	    "leader's hours a week: 6 | in place of 4 | (2026/27) | (checked "
	    "Fri 20 Nov 2026)" },
	{ "leader hours harbour 2.5h; mon; source: Ms Okoro", NULL,
	    QUICK_READY, "Harbour UTC | Careers leader's hours a week: 2.5 | "
	    "source: Ms Okoro | (2026/27) | checked Mon 16 Nov 2026" },
	{ "sandm; leader hours 61", NULL, QUICK_REFUSED,
	    "\"61\" is no number of hours a week, 0 to 60" },
	{ "sandm; leader hours", NULL, QUICK_REFUSED,
	    "leader hours what? Write sandm; leader hours 6" },
	{ "leader hours 6", NULL, QUICK_REFUSED,
	    "which school? Write sandm; leader hours 6" },
	{ "budget sandm £2,500; 31/8", NULL, QUICK_READY, SANDM
	    " | Careers budget: 2500 | (2025/26) | checked Mon 31 Aug 2026" },
	{ "sandm; budget lots", NULL, QUICK_REFUSED, "no school, employer, "
	    "provider or type \"budget lots\" (or +budget lots for a new "
	    "employer)" },
	{ "sandm; website ok", NULL, QUICK_READY, SANDM
	    " | Careers programme page: sandm.example/careers | (2026/27) | "
	    "(checked Fri 20 Nov 2026)" },
	{ "sandm; website missing", NULL, QUICK_READY, SANDM
	    " | Careers programme page: no | in place of "
	    "sandm.example/careers | (2026/27) | (checked Fri 20 Nov 2026)" },
	{ "harbour; policy page OK; t", NULL, QUICK_READY, "Harbour UTC | "
	    "Provider policy page: yes | (2026/27) | checked "
	    "Fri 20 Nov 2026" },
	{ "harbour; policy harbour.example/pal", NULL, QUICK_READY,
	    "Harbour UTC | Provider policy page: harbour.example/pal | "
	    "(2026/27) | (checked Fri 20 Nov 2026)" },
	{ "sandm; website ok; 1/12/26", NULL, QUICK_REFUSED,
	    "Tue 1 Dec 2026 is still to come" },
	{ "sandm; website ok; y9 20", NULL, QUICK_REFUSED, "\"y9 20\" is no "
	    "part of it: write sandm; website ok" },
	{ "sandm & harbour; website ok", NULL, QUICK_REFUSED,
	    "one school a line: write sandm; website ok" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
what_schools_want_is_noted(void **state)
{
	static const struct line lines[] = {
	{ "wants ashdown; construction speaker; y9; before 13/2", NULL,
	    QUICK_READY, "Ashdown Green School | Talks | construction speaker |"
	    " sector construction | Y9 | before Sat 13 Feb 2027 | (2 offers "
	    "fit: City Cranes, Borough Council)" },
	{ "wants harbour; mock interviews; y11 60; by 12/3; note: not Mondays",
	    NULL, QUICK_READY, "Harbour UTC | Mock interviews | pupils 60 | "
	    "Y11 | before Fri 12 Mar 2027 | note: not Mondays | (no offer fits "
	    "yet)" },
	{ "wants sandm; 6 work experience; y10-11; summary: two weeks", NULL,
	    QUICK_READY, SANDM " | Work experience | pupils 6 | Y10, Y11 | "
	    "summary: two weeks | (no offer fits yet)" },
	{ "wants sandm; talk; sector: retail; fri", NULL, QUICK_READY,
	    SANDM " | Talks | sector retail | before Fri 27 Nov 2026 | (2 "
	    "offers fit: City Cranes, Borough Council)" },
	{ "wants nowhere at all; talk", NULL, QUICK_REFUSED,
	    "no school \"nowhere at all\"" },
	{ "ashdown; wants construction speaker; y9; before 13/2", NULL,
	    QUICK_READY, "Ashdown Green School | Talks | construction speaker |"
	    " sector construction | Y9 | before Sat 13 Feb 2027 | (2 offers "
	    "fit: City Cranes, Borough Council)" },
	{ "ashdown; y9 30; wants talk", NULL, QUICK_READY, "Ashdown Green "
	    "School | Talks | pupils 30 | Y9 | (2 offers fit: City Cranes, "
	    "Borough Council)" },
	{ "ashdwn; wants talk", "1", QUICK_READY, "(Ashdown Green School) | "
	    "Talks | (2 offers fit: City Cranes, Borough Council)" },
	{ "nowhere at all; wants talk", NULL, QUICK_REFUSED,
	    "no school \"nowhere at all\"" },
	{ "wants old ford; talk", NULL, QUICK_REFUSED, "Old Ford College "
	    "closed on Mon 31 Aug 2026: it wants nothing any more" },
	{ "wants ashdown; something nice", NULL, QUICK_REFUSED,
	    "what kind? Say talk, mock interviews, work experience or another:"
	    " write wants ashdown; construction speaker; y9; before 13/2" },
	{ "wants ashdown; talk; before 31/11", NULL, QUICK_REFUSED,
	    "no 31 November" },
	{ "wants", NULL, QUICK_REFUSED, "wants what? Write wants ashdown; "
	    "construction speaker; y9; before 13/2" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
what_is_offered_is_noted(void **state)
{
	static const struct line lines[] = {
	{ "offers city cranes; 6 work experience; y10; summer", NULL,
	    QUICK_READY, "City Cranes | Work experience | places 6 | Y10 | "
	    "summer" },
	{ "offers eastf; provider assembly; y9, y11; from 1/2; until 30/6",
	    NULL, QUICK_READY, "Eastfield College | Provider assembly | Y9, "
	    "Y11 | from Mon 1 Feb 2027 | until Wed 30 Jun 2027" },
	{ "city cranes; offers 6 work experience; y10; summer", NULL,
	    QUICK_READY, "City Cranes | Work experience | places 6 | Y10 | "
	    "summer" },
	{ "+Bridge Works; offers mentoring; y10", NULL, QUICK_READY,
	    "NEW Bridge Works | Mentoring | Y10" },
	{ "offers arup; talks about bridges; Fridays", NULL, QUICK_READY,
	    "Arup | Talks | talks about bridges | Fridays" },
	{ "offers nobody here; talks", NULL, QUICK_REFUSED,
	    "no school, employer, provider or type \"nobody here\" (or "
	    "+nobody here for a new employer)" },
	{ "offers +Bridge Works; mentoring; y10", NULL, QUICK_READY,
	    "NEW Bridge Works | Mentoring | Y10" },
	{ "offers +Arup Ltd; mentoring", NULL, QUICK_REFUSED,
	    "\"Arup Ltd\" is close to Arup, which is there: write that name" },
	{ "offers arup; summer", NULL, QUICK_REFUSED,
	    "what kind? Say talk, mock interviews, work experience or another:"
	    " write offers city cranes; 6 work experience; y10; summer" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(planned_ones_are_closed_moved_and_called_off),
		cmocka_unit_test(what_was_asked_is_answered),
		cmocka_unit_test(rolls_and_roles_are_typed),
		cmocka_unit_test(official_results_are_eight_figures),
		cmocka_unit_test(sessions_take_their_bookings),
		cmocka_unit_test(texts_join_a_record_or_the_last_entry),
		cmocka_unit_test(what_is_no_verb_is_refused),
		cmocka_unit_test(what_volunteers_did_is_logged),
		cmocka_unit_test(facts_of_a_school_are_noted),
		cmocka_unit_test(what_schools_want_is_noted),
		cmocka_unit_test(what_is_offered_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
