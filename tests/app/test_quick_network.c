/* test_quick_network.c - quick entry about volunteers, what is wanted and
 * offered, placements, facts, and who answered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_line.h"

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
	{ "sandm; website ok; website no", NULL, QUICK_REFUSED,
	    "\"website\" twice in one line: write two lines" },
	{ "sandm; leader hours 6; budget 200", NULL, QUICK_REFUSED,
	    "\"leader\" and \"budget\" in one line: write two lines" },
	{ "sandm; website ok; y9 20", NULL, QUICK_REFUSED, "\"y9 20\" is no "
	    "part of it: write sandm; website ok" },
	{ "sandm & harbour; website ok", NULL, QUICK_REFUSED,
	    "one school a line: write sandm; website ok" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
placements_are_made_and_checked(void **state)
{
	static const struct line lines[] = {
	{ "placement sandm; city cranes; y10 6; 12/7 to 16/7; 25h; risk ok; "
	    "consent", NULL, QUICK_READY, SANDM " | City Cranes | Work "
	    "experience | Mon 12 Jul 2027 to Fri 16 Jul 2027 | Y10 | places 6 "
	    "| hours each 25 | risk assessment Fri 20 Nov 2026 | consent yes | "
	    "Planned" },
	{ "placement harbour; +Bridge Works; t level; y12 2 of 4; 1/2; 90d; "
	    "liability until 31/8/27; public liability 1/9/27; confirmed",
	    NULL, QUICK_READY, "Harbour UTC | NEW Bridge Works | T Level "
	    "placement | Mon 1 Feb 2027 | Y12 | places 4 | filled 2 | hours "
	    "each 450 | employers' liability to Tue 31 Aug 2027 | public "
	    "liability to Wed 1 Sep 2027 | Confirmed" },
	/* one that is there has what is said besides */
	{ "placement harbour; arup; 4 filled; safety 16/11; dbs seen clear",
	    NULL, QUICK_READY, "Harbour UTC | Arup | Work experience | "
	    "Mon 1 Feb 2027 | places 6 | filled 4 | safety check "
	    "Mon 16 Nov 2026 | DBS Seen, clear | Planned" },
	{ "placement ashdown; consent; agreement no; under way", NULL,
	    QUICK_READY, "Ashdown Green School | (Arup) | Work experience | "
	    "Mon 1 Feb 2027 | places 6 | consent yes | agreement no | "
	    "Under way" },
	{ "placement harbour; consent", NULL, QUICK_ASK, "which placement? "
	    "1 Arup, work experience, Mon 1 Feb 2027  2 City Cranes, work "
	    "experience, Mon 8 Feb 2027" },
	{ "placement harbour; consent", "2", QUICK_READY, "Harbour UTC | "
	    "(City Cranes) | Work experience | Mon 8 Feb 2027 | places 6 | "
	    "consent yes | Planned" },
	{ "placement harbour; arup; 1/2 to 5/2; 8 places", NULL, QUICK_ASK,
	    "there already: 1 Arup, work experience, Mon 1 Feb 2027  "
	    "2 another one" },
	{ "placement harbour; arup; 1/2 to 5/2; 8 places", "2", QUICK_READY,
	    "Harbour UTC | Arup | Work experience | Mon 1 Feb 2027 to "
	    "Fri 5 Feb 2027 | places 8 | Planned" },
	{ "placement harbour; arup", NULL, QUICK_REFUSED, "nothing new is "
	    "said of the placement: write what was checked or how many are "
	    "filled, as in placement sandm; city cranes; y10 6; 12/7 to 16/7;"
	    " 25h; risk ok; consent" },
	{ "placement ashdown; virtual", NULL, QUICK_READY, "Ashdown Green "
	    "School | (Arup) | Work experience | Mon 1 Feb 2027 | places 6 | "
	    "Virtual | Planned" },
	{ "placement sandm; arup; y10 6", NULL, QUICK_REFUSED, "no such "
	    "placement of " SANDM " is planned or going on: for a new one "
	    "write its days, placement sandm; city cranes; y10 6; 12/7 to "
	    "16/7; 25h; risk ok; consent" },
	{ "placement harbour; arup; 7 filled", NULL, QUICK_REFUSED,
	    "filled: 7 are more than the 6 places there are" },
	{ "placement sandm; arup; 12/7; risk 1/12/26", NULL, QUICK_REFUSED,
	    "risk: Tue 1 Dec 2026 is still to come" },
	{ "placement sandm; arup; 12/7; insurance soon", NULL, QUICK_REFUSED,
	    "\"insurance soon\": write its day, as insurance 31/8/2027" },
	{ "placement sandm; arup; 12/7; y10 4; y11 2", NULL, QUICK_REFUSED,
	    "\"y11 2\": one year group a placement: write two lines" },
	{ "placement sandm; arup; 12/7 9:30", NULL, QUICK_REFUSED,
	    "\"12/7 9:30\": a placement has its first and last day" },
	{ "placement old ford; arup; 12/7", NULL, QUICK_REFUSED, "Old Ford "
	    "College closed on Mon 31 Aug 2026: only days up to that can be "
	    "logged" },
	/* alone, or behind the school, it is a type of encounter */
	{ "sandm; arup; placement; y12 4; t", NULL, QUICK_READY, SANDM
	    " | Arup | Extended placement BM6 | Y12 4 | Fri 20 Nov 2026 | "
	    "delivered" },
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
	{ "ashdown; talk; wants mentoring", NULL, QUICK_REFUSED,
	    "two kinds, talks and mentoring: write two lines" },
	{ "wants ashdown; talk; mentoring", NULL, QUICK_REFUSED,
	    "two kinds, talks and mentoring: write two lines" },
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
		cmocka_unit_test(what_was_asked_is_answered),
		cmocka_unit_test(what_volunteers_did_is_logged),
		cmocka_unit_test(facts_of_a_school_are_noted),
		cmocka_unit_test(placements_are_made_and_checked),
		cmocka_unit_test(what_schools_want_is_noted),
		cmocka_unit_test(what_is_offered_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
