/* test_fold.c - names that people take for the same fold to the same text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

struct pair {
	const char *in, *out;
};

static const struct pair folds[] = {
	{ "", "" },
	{ " - ", "" },
	{ "Sandmere  Park\tAcademy", "sandmere park academy" },
	{ "St. Mary's", "saint marys" },
	{ "St Mary’s", "saint marys" },
	{ "SAINT MARY`S", "saint marys" },
	{ "St-John‘s & St. Paulʼs", "saint johns and saint pauls" },
	{ "Stoke Newington", "stoke newington" },
	{ "East St", "east saint" },
	{ "Marks&Spencer", "marks and spencer" },
	{ "A & B", "a and b" },
	{ "&", "and" },
	{ "Žižkov", "zizkov" },
	{ "Z\u030Ciz\u030Ckov", "zizkov" },
	{ "Łódź ØRSTED Æthel STRASSE straße", "lodz orsted aethel strasse "
	  "strasse" },
	{ "İstanbul", "istanbul" },
	{ "ﬁne ＡＢＣ １２ ①", "fine abc 12 1" },
	{ "soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth" },
	{ "non\u00A0break – dash", "non break dash" },
	{ "学校 ΣΑΣ", "学校 σασ" },
	{ "ﬆ Mary", "saint mary" },
	{ "a\xFF" "b", "a b" },
	{ "☃", "" },
};

static void
names_fold_as_people_read_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(folds); i++) {
		char *got = utf8_fold(folds[i].in);
		assert_string_equal(got, folds[i].out);
		free(got);
	}
}

/* Of every single code point, between letters and beside "st". */
static void
folding_twice_changes_nothing(void **state)
{
	(void)state;
	for (int32_t cp = 1; cp <= 0x10FFFF; cp++) {
		char s[16] = "x St", *once, *twice;
		size_t n = 4;

		if ((cp >= 0xD800 && cp <= 0xDFFF) ||
		    (cp > 0x3FFFF && cp < 0xE0000) || cp > 0xE1000)
			continue;	/* unassigned and private planes */
		n += utf8_encode(cp, s + n);
		memcpy(s + n, "a", 2);
		once = utf8_fold(s);
		twice = utf8_fold(once);
		assert_string_equal(once, twice);
		assert_true(utf8_valid(once, strlen(once)));
		free(once);
		free(twice);
	}
}

static void
company_forms_do_not_tell_companies_apart(void **state)
{
	static const struct pair rows[] = {
		{ "Barclays Bank PLC", "barclays bank" },
		{ "Barclays Bank P.L.C.", "barclays bank" },
		{ "The Barclays Bank Limited", "barclays bank" },
		{ "Marks & Spencer Ltd.", "marks spencer" },
		{ "Marks and Spencer", "marks spencer" },
		{ "Arup LLP", "arup" },
		{ "The Limited", "the limited" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *got = utf8_fold_company(rows[i].in);
		assert_string_equal(got, rows[i].out);
		free(got);
	}
}

static void
initials_are_of_the_folded_words(void **state)
{
	static const struct pair rows[] = {
		{ "Marks & Spencer", "mas" },
		{ "Sandmere Park Academy", "spa" },
		{ "University College London", "ucl" },
		{ "学校 x", "学x" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *folded = utf8_fold(rows[i].in);
		char *got = utf8_initials(folded);
		assert_string_equal(got, rows[i].out);
		free(got);
		free(folded);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_fold_as_people_read_them),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(company_forms_do_not_tell_companies_apart),
		cmocka_unit_test(initials_are_of_the_folded_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
