/* test_quick_verbs.c - verbs of quick entry, and what is none. */
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
	{ "cpd compass for; book bell, dale, okoro", NULL, QUICK_READY,
	    "Compass for all, Wed 9 Dec 2026 | Ms Grace Bell booked, Mr Dale "
	    "booked, Ms Okoro waiting, no place is left" },
	{ "cpd compass for; apologies bell", NULL, QUICK_READY,
	    "Compass for all, Wed 9 Dec 2026 | Ms Grace Bell apologies" },
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
	    "roll, compass, placement, leader, budget, website, policy" },
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(planned_ones_are_closed_moved_and_called_off),
		cmocka_unit_test(rolls_and_roles_are_typed),
		cmocka_unit_test(official_results_are_eight_figures),
		cmocka_unit_test(sessions_take_their_bookings),
		cmocka_unit_test(texts_join_a_record_or_the_last_entry),
		cmocka_unit_test(what_is_no_verb_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
