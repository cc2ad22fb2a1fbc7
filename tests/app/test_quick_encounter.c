/* test_quick_encounter.c - what the parts of an encounter line become. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_line.h"

static void
names_go_to_the_kind_they_fit_best(void **state)
{
	static const struct line lines[] = {
	/* two schools begin with Barclay, and sandm can only be the school */
	{ "sandm; barc; mock", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | " TODAY
	    " | delivered" },
	{ "mock; barc; sandm", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Mock interview BM5 | " TODAY
	    " | delivered" },
	/* one name, not two */
	{ "sandm; marks & spencer; talk", NULL, QUICK_READY,
	    SANDM " | Marks & Spencer | Talk BM5 | " TODAY " | delivered" },
	{ "sandm; marks & spencer and arup; talk", NULL, QUICK_READY,
	    SANDM " | Marks & Spencer, Arup | Talk BM5 | " TODAY
	    " | delivered" },
	/* the whole name of an employer beats a word of a school's name */
	{ "dockside; sandm; talk", NULL, QUICK_READY,
	    SANDM " | Dockside | Talk BM5 | " TODAY " | delivered" },
	/* ... unless the line has no school but this */
	{ "dockside; arup; talk", NULL, QUICK_READY,
	    "(Dockside Enterprise Academy) | Arup | Talk BM5 | " TODAY
	    " | delivered" },
	/* URN, initials, plural, one typo in a school's name */
	{ "900123; tfl; talks", NULL, QUICK_READY,
	    SANDM " | Transport for London | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandmrere park; arup; talk", NULL, QUICK_READY,
	    "(" SANDM ") | Arup | Talk BM5 | " TODAY " | delivered" },
	/* open before closed; the school that has the year */
	{ "mill lane; arup; talk", NULL, QUICK_READY,
	    "Mill Lane Academy (open) | Arup | Talk BM5 | " TODAY
	    " | delivered" },
	{ "mill lane; arup; talk; 12/3/25", NULL, QUICK_READY,
	    "Mill Lane Academy (open then) | Arup | Talk BM5 | "
	    "Wed 12 Mar 2025 | delivered" },
	{ "park hill; arup; talk; y12 8", NULL, QUICK_READY,
	    "Park Hill Sixth Form (has those years) | Arup | Talk BM5 | "
	    "Y12 8 | " TODAY " | delivered" },
	{ "park hill; arup; talk", NULL, QUICK_ASK,
	    "school \"park hill\" could be: 1 Park Hill High School "
	    "(Redbridge)  2 Park Hill Sixth Form (Redbridge). "
	    "Type 1-2 or more letters." },
	/* a college is a school and a provider: the line has its school */
	{ "eastfield college; arup; campus visit; y12 8", NULL, QUICK_READY,
	    "(Eastfield College) | Arup | Campus visit BM7 | Y12 8 | " TODAY
	    " | delivered" },
	{ "old ford; talk; y", NULL, QUICK_REFUSED,
	    "Old Ford College closed on Mon 31 Aug 2026: only days up to "
	    "that can be logged" },
	{ "old ford; talk; 12/3/26", NULL, QUICK_READY,
	    "Old Ford College | Talk BM5 | Thu 12 Mar 2026 | delivered" },
	{ "sandm; zzz; talk", NULL, QUICK_REFUSED,
	    "no school, employer, provider or type \"zzz\" (or +zzz for a "
	    "new employer)" },
	{ "sandm; talk; #zzz", NULL, QUICK_REFUSED, "no cluster \"zzz\"" },
	{ "sandm; talk; fair", NULL, QUICK_REFUSED,
	    "two types: write two lines" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
days_and_status_follow_the_rules(void **state)
{
	static const struct line lines[] = {
	{ "sandm; t; talk", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 20 Nov 2026 | delivered" },
	{ "sandm; barc; talk; fri", NULL, QUICK_READY,
	    SANDM " | Barclays Bank | Talk BM5 | Fri 13 Nov 2026 | "
	    "delivered" },
	{ "sandm; talk; next fri", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 27 Nov 2026 | (planned)" },
	{ "sandm; talk; fri; plan", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 27 Nov 2026 | planned" },
	{ "sandm; talk; fri; confirmed", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 27 Nov 2026 | confirmed" },
	{ "sandm; talk; 12/3", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Fri 12 Mar 2027 | (planned)" },
	{ "sandm; talk; +3; delivered", NULL, QUICK_REFUSED,
	    "Mon 23 Nov 2026 is still to come: it cannot be delivered" },
	{ "sandm; talk; thu 9:30-11", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | 90 min | Thu 19 Nov 2026 09:30 | "
	    "delivered" },
	{ "sandm; talk; 11:30-2", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | 150 min | (Fri 20 Nov 2026 11:30) | "
	    "delivered" },
	{ "sandm; talk; 2pm; 1h30", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | 90 min | (Fri 20 Nov 2026 14:00) | "
	    "delivered" },
	{ "sandm; talk; 930", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | (Fri 20 Nov 2026 09:30) | delivered" },
	{ "sandm; work experience; 2d; y10 5; 10/11 to 11/11", NULL,
	    QUICK_READY, SANDM " | Work experience BM6 | Y10 5 | 2 days | "
	    "(600 min) | Tue 10 Nov 2026 to Wed 11 Nov 2026 | delivered" },
	{ "sandm; talk; p3", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | " TODAY " | period 3 (in the note) | "
	    "delivered" },
	{ "sandm; barc; mock; 24", NULL, QUICK_REFUSED,
	    "24 what? y10 24, or 24m" },
	{ "sandm; talk; t; y; 20m; 30m", NULL, QUICK_REFUSED,
	    "two days: \"t\" and \"y\"; two lengths: \"20m\" and "
	    "\"30m\"" },
	{ "sandm; talk; y 10:30-9", NULL, QUICK_REFUSED,
	    "\"10:30-9\" ends before it begins" },
	{ "sandm; talk; y 20:00-12:30", NULL, QUICK_REFUSED,
	    "\"20:00-12:30\" ends before it begins" },
	{ "sandm; talk; 240", NULL, QUICK_REFUSED,
	    "240 what? y10 240, or 240m" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
numbers_follow_their_school(void **state)
{
	static const struct line lines[] = {
	{ "sandm & harbour; talk; y10 24 each", NULL, QUICK_READY,
	    SANDM " Y10 24, Harbour UTC Y10 24 | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm y10 24, harbour y12 15; talk", NULL, QUICK_READY,
	    SANDM " Y10 24, Harbour UTC Y12 15 | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm; harbour; talk; y10 24/8/3 of 30, y11 ?", NULL,
	    QUICK_REFUSED, "24 for which school? Write sandm y10 24, "
	    "harbour y10 ... or: y10 24 each" },
	{ "sandm; talk; y10 24/8/3 of 30, y11 ?", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Y10 24/8/3 of 30, Y11 ? | " TODAY
	    " | delivered" },
	{ "plan sandm; talk; 12/3; y10 30", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | Y10 ~30 | Fri 12 Mar 2027 | planned" },
	{ "sandm; talk; y7-9 all", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | (Y7 182, Y8 180, Y9 178 by roll) | " TODAY
	    " | delivered" },
	{ "sandm; talk; y7-9 270 by roll", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | (Y7 91, Y8 90, Y9 89 by roll) | " TODAY
	    " | delivered" },
	{ "harbour; talk; y10 all", NULL, QUICK_REFUSED,
	    "no roll of Y10 at Harbour UTC in 2026/27: type the number, or "
	    "harbour; roll y10 180" },
	{ "sandm; talk; ks4 30", NULL, QUICK_READY,
	    SANDM " | Talk BM5 | KS4 30 (a band: in totals only) | " TODAY
	    " | delivered" },
	{ "sandm; talk; 24 y10", NULL, QUICK_REFUSED,
	    "write the year first: y10 24" },
	{ "sandm; talk; y10 24, y10 30", NULL, QUICK_REFUSED,
	    "Y10 twice at " SANDM },
	{ "sandm; talk; bm 5 6", NULL, QUICK_READY,
	    SANDM " | Talk BM5,6 | " TODAY " | delivered" },
	{ "sandm; talk; bm 9", NULL, QUICK_REFUSED,
	    "\"bm 9\": benchmarks are 1 to 8" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
a_plus_makes_a_new_name_or_moves_the_day(void **state)
{
	static const struct line lines[] = {
	{ "sandm; +3i Group; talk; +12d", NULL, QUICK_READY,
	    SANDM " | NEW 3i Group | Talk BM5 | Wed 2 Dec 2026 | "
	    "(planned)" },
	{ "sandm; +Barclays Bank; talk", NULL, QUICK_READY,
	    SANDM " | Barclays Bank (there already) | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm; +Barclays Bank PLC; talk", NULL, QUICK_ASK,
	    "like \"Barclays Bank PLC\" there is already: 1 Barclays Bank  "
	    "2 a new employer Barclays Bank PLC" },
	{ "sandm; +Barclays Bank PLC; talk", "2", QUICK_READY,
	    SANDM " | NEW Barclays Bank PLC | Talk BM5 | " TODAY
	    " | delivered" },
	{ "sandm; +Barclays Bank PLC; talk", "1", QUICK_READY,
	    SANDM " | Barclays Bank | Talk BM5 | " TODAY " | delivered" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_go_to_the_kind_they_fit_best),
		cmocka_unit_test(days_and_status_follow_the_rules),
		cmocka_unit_test(numbers_follow_their_school),
		cmocka_unit_test(a_plus_makes_a_new_name_or_moves_the_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
