/* test_field_text.c - values as a form field can show them, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "tests/lib/test.h"
#include "ui/field_text.h"

static const struct {
	const char	*value, *shown;
	bool		 utf8, exact;
} cases[] = {
	{ "plain", "plain", true, true },
	{ "", "", true, true },
	{ "a\nb\tc", "a\xe2\x8f\x8e" "b\xe2\x87\xa5" "c", true, true },
	{ "a\nb\tc", "a\\nb\\tc", false, true },
	{ "\xc5\xbdi\xc5\xbekov", "\xc5\xbdi\xc5\xbekov", true, true },
	{ "\xc5\xbdi", "\\u{17d}i", false, true },
	{ "\xe2\x80\xae" "x", "\\u{202e}x", true, true },
	/* what holds a mark itself would come back as something else */
	{ "\xe2\x8f\x8e", "\xe2\x8f\x8e", true, false },
	{ "\\u{41}", "\\u{41}", true, false },
	{ "C:\\new", "C:\\new", false, false },
	{ "C:\\new", "C:\\new", true, true },
	{ "\\u{zz} \\u{110000}", "\\u{zz} \\u{110000}", true, true },
};

static void
what_is_shown_comes_back_or_is_known_not_to(void **state)
{
	char *shown, *back;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		shown = field_text_show(cases[i].value, cases[i].utf8);
		assert_string_equal(shown, cases[i].shown);
		assert_int_equal(field_text_exact(cases[i].value,
		    cases[i].utf8), cases[i].exact);
		back = field_text_value(shown, cases[i].utf8);
		if (cases[i].exact)
			assert_string_equal(back, cases[i].value);
		else
			assert_string_not_equal(back, cases[i].value);
		free(back);
		free(shown);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_shown_comes_back_or_is_known_not_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
