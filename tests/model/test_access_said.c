/* test_access_said.c - provider access in words: what lacks, what is at fault. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/access.h"
#include "tests/lib/test.h"

static void
a_fault_is_named_by_file_line_and_column(void **state)
{
	static const struct { const char *text, *said; } v[] = {
		{ "types,applies,reason\n12,maybe,why\n",
		  "own.csv:2: applies: \"maybe\" is none of yes, no, unknown,"
		  " ask" },
		{ "types,applies,reason\n12,yes,ok\nx,yes,why\n",
		  "own.csv:3: types: \"x\" is no code: codes and ranges are"
		  " written 7-8 12" },
		{ "types,applies,reason\n12,yes,\n",
		  "own.csv:2: reason: say why, in a few words" },
		{ "types,applies,reason\n,yes,why\n",
		  "own.csv:2: types: which types: 7-8 12" },
	};
	struct access_law *l = access_law_new();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct csv_source src = { "own.csv", v[i].text,
			strlen(v[i].text) };
		struct err e = { 0 };

		assert_int_equal(access_law_add(l, &src, &e), ST_INVALID);
		assert_string_equal(e.text, v[i].said);
	}
	access_law_free(l);
}

/* --- in words ------------------------------------------------------------ */

static void
what_is_missing_is_said(void **state)
{
	static const struct {
		struct access_phase p;
		const char *said, *brief;
	} v[] = {
		{ { .phase = 1, .state = ACCESS_NONE, .missing =
		  MISSING_FIRST | MISSING_SECOND },
		  "two more, not both with the same provider", "0" },
		{ { .phase = 3, .state = ACCESS_NONE, .missing =
		  MISSING_FIRST | MISSING_SECOND }, "two more", "0" },
		{ { .phase = 1, .state = ACCESS_ONE, .missing =
		  MISSING_SECOND }, "one more, with another provider",
		  "1 of 2" },
		{ { .phase = 2, .state = ACCESS_ONE, .missing =
		  MISSING_SECOND | MISSING_PUPILS, .roll = 60,
		  .shown = { 40, 40 } },
		  "one more, with another provider; at the first were 40 of 60",
		  "1 of 2" },
		{ { .phase = 1, .state = ACCESS_SAME, .missing =
		  MISSING_OTHER }, "one with another provider", "2 same" },
		{ { .phase = 1, .state = ACCESS_PART, .missing =
		  MISSING_PUPILS, .roll = 60, .shown = { 40, 40 } },
		  "pupils who were not at both: at least 40 of 60 were",
		  "2 part" },
		{ { .phase = 1, .state = ACCESS_PART, .missing =
		  MISSING_NUMBERS | MISSING_ROLL, .roll = -1 },
		  "how many came; the roll", "2 part" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct access_phase p = v[i].p;
		struct buf b, whole;

		p.to = day_from_iso("2027-02-28");
		buf_init(&b, BUF_LINE);
		buf_init(&whole, BUF_LINE);
		access_missing_said(&p, &b);
		buf_addf(&whole, "%s, by Sun 28 Feb 2027", v[i].said);
		assert_string_equal(b.p, whole.p);
		buf_reset(&b);
		access_state_short(&p, false, &b);
		assert_string_equal(b.p, v[i].brief);
		buf_reset(&b);
		access_state_short(&p, true, &b);
		assert_true(b.n <= 4);
		buf_reset(&b);
		p.state = ACCESS_TWO;
		access_missing_said(&p, &b);
		assert_string_equal(b.p, "");
		buf_clear(&whole);
		buf_clear(&b);
	}
}

static void
what_a_meeting_lacks_is_said(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	access_lacks_said(LACKS_HOURS_SAID | LACKS_CONTENT << 1 |
	    LACKS_CONTENT << 3, &b);
	assert_string_equal(b.p, "school hours: not said; not covered:"
	    " careers, questions");
	buf_clear(&b);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fault_is_named_by_file_line_and_column),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(what_a_meeting_lacks_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
