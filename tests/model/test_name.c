/* test_name.c - which class of match a query and a name make. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/name.h"

struct example {
	const char	*query, *name;
	enum name_class	 want;
};

static void
check_all(const struct example *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *query = utf8_fold(v[i].query);
		char *name = utf8_fold(v[i].name);
		enum name_class got = name_match_text(query, name);

		if (got != v[i].want)
			fail_msg("\"%s\" in \"%s\": class %d, not %d",
			    v[i].query, v[i].name, (int)got,
			    (int)v[i].want);
		free(query);
		free(name);
	}
}

static void
each_class_is_told_from_the_next(void **state)
{
	static const struct example v[] = {
		{ "Barclays Bank", "Barclays Bank", NAME_EXACT },
		{ "BARCLAYS bank", "Barclays Bank", NAME_EXACT },
		{ "st mary's", "Saint Marys", NAME_EXACT },
		{ "bank barclays", "Barclays Bank", NAME_WORDS },
		{ "barclays", "Barclays Bank", NAME_WORDS },
		{ "park", "Sandmere Park Academy", NAME_WORDS },
		{ "tfl", "Transport for London", NAME_INITIALS },
		{ "spa", "Sandmere Park Academy", NAME_INITIALS },
		{ "mas", "Marks & Spencer", NAME_INITIALS },
		{ "ms", "Marks & Spencer", NAME_INITIALS },
		{ "tl", "Transport for London", NAME_INITIALS },
		{ "ž", "Žižkov Škola", NAME_BEGINNINGS },
		{ "barc", "Barclays Bank", NAME_BEGINNINGS },
		{ "sandm", "Sandmere Park Academy", NAME_BEGINNINGS },
		{ "sandm acad", "Sandmere Park Academy", NAME_BEGINNINGS },
		{ "eastf college", "Eastfield College", NAME_BEGINNINGS },
		{ "m&s", "Marks & Spencer", NAME_BEGINNINGS },
		{ "clays", "Barclays Bank", NAME_SUBSTRING },
		{ "ays ban", "Barclays Bank", NAME_SUBSTRING },
		{ "barcalys", "Barclays Bank", NAME_TYPO },
		{ "sandmree park", "Sandmere Park Academy", NAME_TYPO },
		{ "sandmeer pa", "Sandmere Park Academy", NAME_TYPO },
		{ "sandnere", "Sandmere Park Academy", NAME_TYPO },
	};

	(void)state;
	check_all(v, COUNT(v));
}

static void
what_does_not_fit_is_no_match(void **state)
{
	static const struct example v[] = {
		{ "", "Barclays", NAME_NONE }, { "x", "", NAME_NONE },
		{ "park hill", "Sandmere Park Academy", NAME_NONE },
		{ "brak", "Bank", NAME_NONE },		/* short words */
		{ "cl", "Barclays", NAME_NONE },	/* too short within */
		{ "bxrcxlys", "Barclays", NAME_NONE },	/* two edits */
		{ "tflx", "Transport for London", NAME_NONE },
		{ "t", "Transport", NAME_BEGINNINGS },
		{ "barclays bank of", "Barclays Bank", NAME_NONE },
	};

	(void)state;
	check_all(v, COUNT(v));
}

static void
a_key_and_other_names_count_too(void **state)
{
	const char *const also[] = { "westfield", "old mill school" };
	const struct name n = {
		.folded = "sandmere park academy", .also = also, .nalso = 2,
		.key = "136578",
	};

	(void)state;
	assert_int_equal(name_match("136578", &n), NAME_KEY);
	assert_int_equal(name_match("13657", &n), NAME_NONE);
	assert_int_equal(name_match("westfield", &n), NAME_EXACT);
	assert_int_equal(name_match("mill", &n), NAME_WORDS);
	assert_int_equal(name_match("wesfield", &n), NAME_TYPO);
	assert_int_equal(name_match("sandmere park academy", &n), NAME_EXACT);
	assert_int_equal(name_match("", &n), NAME_NONE);
}

static void
classes_are_ordered_from_worst_to_best(void **state)
{
	(void)state;
	assert_true(NAME_NONE < NAME_TYPO);
	assert_true(NAME_TYPO < NAME_SUBSTRING);
	assert_true(NAME_SUBSTRING < NAME_BEGINNINGS);
	assert_true(NAME_BEGINNINGS < NAME_INITIALS);
	assert_true(NAME_INITIALS < NAME_WORDS);
	assert_true(NAME_WORDS < NAME_EXACT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_class_is_told_from_the_next),
		cmocka_unit_test(what_does_not_fit_is_no_match),
		cmocka_unit_test(a_key_and_other_names_count_too),
		cmocka_unit_test(classes_are_ordered_from_worst_to_best),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
