/* test_str.c - looking at strings, splitting them, and finding near ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

static void
equality_takes_null_as_empty(void **state)
{
	(void)state;
	assert_true(str_eq(NULL, ""));
	assert_true(str_eq("a", "a"));
	assert_false(str_eq("a", NULL));
	assert_true(str_ieq("Open", "oPEN"));
	assert_true(str_ieq(NULL, NULL));
	assert_false(str_ieq("open", "opens"));
	assert_false(str_ieq("opens", "open"));
	assert_false(str_ieq("@", "`"));
	assert_true(str_starts("school/1", "school/"));
	assert_false(str_starts("sch", "school"));
	assert_true(str_istarts("School", "sch"));
	assert_false(str_istarts("Sc", "sch"));
	assert_true(str_ends("a.csv", ".csv"));
	assert_false(str_ends("csv", ".csv"));
	assert_true(str_empty(NULL));
	assert_true(str_empty(" \t\n"));
	assert_false(str_empty(" a "));
	assert_true(str_in("b", "a b cc"));
	assert_true(str_in("cc", "a b  cc "));
	assert_false(str_in("c", "a b cc"));
	assert_false(str_in("", "a b"));
	assert_false(str_in("a b", "a b"));
}

/* Pieces joined with '|'. */
static void
check_pieces(struct strs *l, const char *want)
{
	char *got = strs_join(l, "|");

	assert_string_equal(got, want);
	free(got);
	strs_clear(l);
}

static void
splitting_trims_and_keeps_empty_pieces(void **state)
{
	struct strs l = { 0 };

	(void)state;
	str_split(&l, " a ;; b c ;", ';');
	assert_int_equal(l.n, 4);
	check_pieces(&l, "a||b c|");
	str_split(&l, "", ';');
	assert_int_equal(l.n, 1);
	check_pieces(&l, "");
	str_words(&l, "  one\ttwo  three ");
	assert_true(strs_has(&l, "two"));
	assert_false(strs_has(&l, "four"));
	check_pieces(&l, "one|two|three");
	str_words(&l, " ");
	assert_int_equal(l.n, 0);
	strs_clear(&l);
}

static void
commas_inside_quotes_and_brackets_do_not_split(void **state)
{
	struct strs l = { 0 };

	(void)state;
	str_split_list(&l, "\"Bristol, City of\", Hull (a, (b, c)), d");
	check_pieces(&l, "\"Bristol, City of\"|Hull (a, (b, c))|d");
	str_split_list(&l, "a), \"(\", b");
	check_pieces(&l, "a)|\"(\"|b");
	str_split_list(&l, ",");
	assert_int_equal(l.n, 2);
	strs_clear(&l);
}

static void
trimming_cuts_both_ends(void **state)
{
	char s[] = " \t a b \n", empty[] = "  ", *copy;

	(void)state;
	assert_string_equal(str_trim(s), "a b");
	assert_string_equal(str_trim(empty), "");
	copy = str_trimmed("  x ");
	assert_string_equal(copy, "x");
	free(copy);
	copy = str_trimmed(NULL);
	assert_string_equal(copy, "");
	free(copy);
}

static const struct {
	const char *s;
	int64_t	    lo, hi;
	bool	    good;
	int64_t	    value;
} numbers[] = {
	{ "0", 0, 9, true, 0 },
	{ "007", 0, 9, true, 7 },
	{ "-5", -9, 9, true, -5 },
	{ "10", 0, 9, false, 0 },
	{ "-1", 0, 9, false, 0 },
	{ "", 0, 9, false, 0 },
	{ "-", -9, 9, false, 0 },
	{ "+1", 0, 9, false, 0 },
	{ " 1", 0, 9, false, 0 },
	{ "1x", 0, 9, false, 0 },
	{ "9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX },
	{ "9223372036854775808", INT64_MIN, INT64_MAX, false, 0 },
	{ "-9223372036854775808", INT64_MIN, INT64_MAX, true, INT64_MIN },
	{ "-9223372036854775809", INT64_MIN, INT64_MAX, false, 0 },
	{ "99999999999999999999999", INT64_MIN, INT64_MAX, false, 0 },
};

static void
whole_numbers_within_their_range_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		int64_t v = 77;

		assert_int_equal(str_int(numbers[i].s, numbers[i].lo,
		    numbers[i].hi, &v), numbers[i].good);
		assert_true(v == (numbers[i].good ? numbers[i].value : 77));
	}
	assert_false(str_int(NULL, 0, 9, &(int64_t){ 0 }));
	assert_true(str_digits("0123"));
	assert_false(str_digits(""));
	assert_false(str_digits("12a"));
}

static const struct {
	const char *a, *b;
	bool	    near;
} pairs[] = {
	{ "barclays", "barclays", true },
	{ "barclays", "barcalys", true },	/* neighbours swapped */
	{ "barclays", "barclay", true },
	{ "barclays", "bbarclays", true },
	{ "barclays", "barcleys", true },
	{ "barclays", "brcly", false },
	{ "barclays", "abrcalys", false },	/* two swaps */
	{ "", "a", true },
	{ "", "ab", false },
	{ "Łódź", "Łodź", true },		/* one letter, two bytes */
	{ "☃", "", true },
	{ "☃☃", "", false },
	{ "abcdef", "bcdefa", false },		/* moved, not swapped */
};

static void
one_edit_is_counted_by_characters(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		assert_int_equal(str_one_edit(pairs[i].a, pairs[i].b),
		    pairs[i].near);
		assert_int_equal(str_one_edit(pairs[i].b, pairs[i].a),
		    pairs[i].near);
	}
}

static void
the_nearest_word_is_suggested(void **state)
{
	static const char *const words[] = {
		"school", "employer", "encounter", "cpd", "cluster", "claim"
	};
	const size_t n = COUNT(words);

	(void)state;
	assert_string_equal(str_nearest("shcool", words, n), "school");
	assert_string_equal(str_nearest("EMPLOYER", words, n), "employer");
	assert_string_equal(str_nearest("encuonters", words, n), "encounter");
	assert_string_equal(str_nearest("cdp", words, n), "cpd");
	assert_null(str_nearest("xyz", words, n));
	assert_null(str_nearest("", words, n));
	assert_null(str_nearest("volunteer", words, n));
	assert_null(str_nearest("school", words, 0));
}

static void
a_shell_takes_it_as_one_word(void **state)
{
	static const char *const as[][2] = {
		{ "priya", "priya" }, { "/a-b/c_d.e", "/a-b/c_d.e" },
		{ "", "''" }, { "amy lee", "'amy lee'" },
		{ "a b'c", "'a b'\\''c'" }, { "$(x)`y`;*", "'$(x)`y`;*'" },
		{ "\xc3\xa9", "'\xc3\xa9'" }, { "~x", "'~x'" },
	};
	char *s;

	(void)state;
	for (size_t i = 0; i < sizeof as / sizeof as[0]; i++) {
		s = str_shell(as[i][0]);
		assert_string_equal(s, as[i][1]);
		free(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equality_takes_null_as_empty),
		cmocka_unit_test(splitting_trims_and_keeps_empty_pieces),
		cmocka_unit_test(
		    commas_inside_quotes_and_brackets_do_not_split),
		cmocka_unit_test(trimming_cuts_both_ends),
		cmocka_unit_test(whole_numbers_within_their_range_are_read),
		cmocka_unit_test(one_edit_is_counted_by_characters),
		cmocka_unit_test(the_nearest_word_is_suggested),
		cmocka_unit_test(a_shell_takes_it_as_one_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
