/* test_years.c - pupils per school and year group, as text and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/fields.h"
#include "model/set.h"
#include "model/years.h"
#include "tests/model/fake.h"

/* Members as "y9 E30 A24 D8 S3 est", schools left out; caller frees. */
static char *
dump(const struct row *r)
{
	static const char letters[] = { [EY_EXPECTED] = 'E',
	    [EY_ATTENDED] = 'A', [EY_DISADVANTAGED] = 'D', [EY_SEND] = 'S' };
	const struct set *s = row_members(r, F_encounter_years);
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < s->n; i++) {
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", s->m[i].v[EY_GROUP]);
		for (int c = EY_EXPECTED; c <= EY_SEND; c++)
			if (*s->m[i].v[c] != '\0')
				buf_addf(&b, " %c%s", letters[c], s->m[i].v[c]);
		if (*s->m[i].v[EY_ESTIMATED] != '\0')
			buf_add(&b, " est");
	}
	return buf_take(&b);
}

/* What is written must be read back as the same members. */
static void
check_round(struct row *r)
{
	struct row *again = row_copy(r);
	char *text = fake_text(r, F_encounter_years);

	fake_set(again, F_encounter_years, "");
	fake_set(again, F_encounter_years, text);
	if (!row_same(r, again, F_encounter_years)) {
		char *got = dump(again);

		fail_msg("\"%s\" came back as \"%s\"", text, got);
	}
	free(text);
	row_free(again);
}

struct example {
	const char	*text, *members, *written;
};

static void
check_all(const char *status, const struct example *v, size_t n)
{
	struct row *r = fake_encounter(status);
	struct parse p = fake_parse();

	for (size_t i = 0; i < n; i++) {
		struct err e = { 0 };
		char *got, *text;

		if (set_parse(r, F_encounter_years, v[i].text, 0, &p, &e) !=
		    ST_OK)
			fail_msg("\"%s\": %s", v[i].text, e.text);
		got = dump(r);
		if (strcmp(got, v[i].members) != 0)
			fail_msg("\"%s\" is \"%s\", not \"%s\"", v[i].text,
			    got, v[i].members);
		text = fake_text(r, F_encounter_years);
		if (strcmp(text, v[i].written) != 0)
			fail_msg("\"%s\" is written \"%s\", not \"%s\"",
			    v[i].text, text, v[i].written);
		free(got);
		free(text);
		check_round(r);
	}
	row_free(r);
}

static void
figures_of_what_happened_are_those_that_came(void **state)
{
	static const struct example v[] = {
		{ "y10 24", "y10 A24", "y10 24" },
		{ "Y10 24 / 8 / 3", "y10 A24 D8 S3", "y10 24/8/3" },
		{ "y10 24//3", "y10 A24 S3", "y10 24//3" },
		{ "y10 24/8", "y10 A24 D8", "y10 24/8" },
		{ "y10 24 of 30", "y10 E30 A24", "y10 24 of 30" },
		{ "y10 24/8/3 of 30", "y10 E30 A24 D8 S3",
		  "y10 24/8/3 of 30" },
		{ "y10 24 of ?", "y10 A24", "y10 24" },
		{ "y10 ? of 30", "y10 E30", "y10 ~30" },
		{ "y10 ~30", "y10 E30", "y10 ~30" },
		{ "y10 ~30/8", "y10 E30 D8", "y10 ~30/8" },
		{ "y10 ?", "y10", "y10 ?" },
		{ "y10 ?/8", "y10 D8", "y10 ?/8" },
		{ "y10 0", "y10 A0", "y10 0" },
		{ "year 10 24, yr9 20, Reception 12", "r A12, y9 A20, y10 A24",
		  "r 12, y9 20, y10 24" },
		{ "y10 all", "y10 A181", "y10 181" },
		{ "y7-9 all", "y7 A182, y8 A180, y9 A178",
		  "y7 182, y8 180, y9 178" },
		{ "y7-y9 ?", "y7, y8, y9", "y7 ?, y8 ?, y9 ?" },
		{ "y7–9 540 by roll", "y7 A182 est, y8 A180 est, y9 A178 est",
		  "y7 182 by roll, y8 180 by roll, y9 178 by roll" },
		{ "y7-8 ~3 by roll", "y7 E2 est, y8 E1 est",
		  "y7 ~2 by roll, y8 ~1 by roll" },
		{ "y10-11 9 by roll", "y10 A9 est, y11 A0 est",
		  "y10 9 by roll, y11 0 by roll" },
		{ "y12 18 by roll", "y12 A18 est", "y12 18 by roll" },
		{ "ks4 30", "ks4 A30", "ks4 30" },
		{ "ks3 all", "ks3 A540", "ks3 540" },
		{ "adults 12, ks5 9", "ks5 A9, adult A12",
		  "ks5 9, adult 12" },
		{ "136578: y9 9", "y9 A9", "y9 9" },
		{ "school/136578: y9 9; y10 3", "y9 A9, y10 A3",
		  "y9 9, y10 3" },
		{ "", "", "" }, { " ; , ", "", "" },
		{ "r-2 ?", "r, y1, y2", "r ?, y1 ?, y2 ?" },
	};

	(void)state;
	check_all("delivered", v, COUNT(v));
	check_all("cancelled", v, COUNT(v));
}

static void
figures_of_what_is_planned_are_expected(void **state)
{
	static const struct example v[] = {
		{ "y10 24", "y10 E24", "y10 ~24" },
		{ "y10 24/8/3", "y10 E24 D8 S3", "y10 ~24/8/3" },
		{ "y10 ~30", "y10 E30", "y10 ~30" },
		{ "y10 24 of 30", "y10 E30 A24", "y10 24 of 30" },
		{ "y10 24/8 of ?", "y10 A24 D8", "y10 24/8 of ?" },
		{ "y10 all", "y10 E181", "y10 ~181" },
		{ "y10 24 of ? by roll", "y10 A24 est",
		  "y10 24 of ? by roll" },
		{ "y7-8 362 by roll", "y7 E182 est, y8 E180 est",
		  "y7 ~182 by roll, y8 ~180 by roll" },
	};

	(void)state;
	check_all("planned", v, COUNT(v));
	check_all("confirmed", v, COUNT(v));
}

static void
without_a_status_the_date_decides(void **state)
{
	struct row *r = fake_encounter("delivered");
	char *got;

	(void)state;
	row_set(r, F_encounter_status, "");
	fake_set(r, F_encounter_years, "y9 4");
	got = dump(r);
	assert_string_equal(got, "y9 A4");
	free(got);
	row_set(r, F_encounter_date, "2026-11-21");
	fake_set(r, F_encounter_years, "y9 4");
	got = dump(r);
	assert_string_equal(got, "y9 E4");
	free(got);
	row_free(r);
}

static void
what_cannot_be_meant_is_refused_with_what_to_write(void **state)
{
	static const struct { const char *text, *err; } v[] = {
		{ "24", "of which year? y10 24" },
		{ "y10", "how many? y10 24, y10 all, or y10 ?" },
		{ "y15 3", "no year group" }, { "y0 3", "no year group" },
		{ "ks2 3", "no year group" }, { "z9 3", "no year group" },
		{ "y9-7 all", "backwards: y7-y9" },
		{ "y7-9 540", "540 over several years: \"y7 …, y9 …\", "
		  "\"y7-y9 all\", or \"y7-y9 540 by roll\"" },
		{ "y7-9 20 of 30", "write a line for each year" },
		{ "y7-9 20/3 by roll", "write a line for each year" },
		{ "y10 10000", "at most 9999" },
		{ "y10 99999999999999999999999", "at most 9999" },
		{ "y10 24 of 99999", "at most 9999" },
		{ "y10 24/25", "25 disadvantaged of 24" },
		{ "y10 24//25", "25 SEND of 24" },
		{ "y10 -4", "backwards" }, { "y10 4.5", "not read" },
		{ "y10 ~30 of 40", "not read" }, { "y10 24 by", "not read" },
		{ "y10 24 of", "not read" }, { "y10 24 pupils", "not read" },
		{ "y9 3, y8-10 ?", "y9 is given twice" },
		{ "y12 all", "roll of y12 in 2026/27 is not known" },
		{ "ks5 all", "roll of y12" },
		{ "y11-12 9 by roll", "roll of y12" },
		{ "adult all", "adults have no roll" },
		{ "136579: y9 4", "\"136579\" is not one of the schools" },
		{ "nowhere: y9 4", "no record" },
		{ ": y9 4", "a school is missing" },
		{ "y10 4\n", NULL }, { "y10\t4", "tab" },
		{ "y10 4, y\xFF", "UTF-8" },
		{ "y1 \xE2\x80\x93", "no year group" },
	};
	struct row *r = fake_encounter("delivered");
	struct parse p = fake_parse();

	(void)state;
	fake_set(r, F_encounter_years, "y13 7");
	for (size_t i = 0; i < COUNT(v); i++) {
		struct row *copy = row_copy(r);
		struct err e = { 0 };
		enum status st = set_parse(copy, F_encounter_years, v[i].text,
		    0, &p, &e);

		if (v[i].err == NULL) {
			assert_int_equal(st, ST_OK);
		} else {
			if (st == ST_OK || strstr(e.text, v[i].err) == NULL)
				fail_msg("\"%s\": \"%s\" lacks \"%s\"",
				    v[i].text, e.text, v[i].err);
			assert_string_equal(e.field, "years");
			assert_memory_equal(e.text, "years: ", 7);
			assert_true(row_same(r, copy, F_encounter_years));
		}
		row_free(copy);
	}
	row_free(r);
}

static void
each_of_several_schools_has_its_own_numbers(void **state)
{
	struct row *r = fake_encounter("delivered");
	struct parse p = fake_parse();
	struct err e = { 0 };
	char *text;

	(void)state;
	fake_set(r, F_encounter_schools, "136579, 136578");
	fake_set(r, F_encounter_years, "northgate: y10 30; "
	    "136578: y9 180/60/12, y10 24 of 30;");
	text = fake_text(r, F_encounter_years);
	assert_string_equal(text, "136578: y9 180/60/12, y10 24 of 30; "
	    "136579: y10 30");
	free(text);
	check_round(r);
	assert_int_equal(set_parse(r, F_encounter_years, "y10 24", 0, &p, &e),
	    ST_INVALID);
	assert_non_null(strstr(e.text,
	    "\"136578: y10 24; 136579: y10 24\""));
	fake_set(r, F_encounter_schools, "");
	assert_int_equal(set_parse(r, F_encounter_years, "y10 24", 0, &p, &e),
	    ST_INVALID);
	assert_non_null(strstr(e.text, "give the school first"));
	text = fake_text(r, F_encounter_years);
	assert_string_equal(text, "136578: y9 180/60/12, y10 24 of 30; "
	    "136579: y10 30");
	free(text);
	row_free(r);
}

static void
lines_are_added_and_taken_away(void **state)
{
	static const struct { const char *text; char op; const char *want; }
	v[] = {
		{ "y9 4, y10 5", '+', "y9 4, y10 5" },
		{ "y10 6 of 7", '+', "y9 4, y10 6 of 7" },
		{ "y9", '-', "y10 6 of 7" },
		{ "y7-11 3", '-', NULL },
		{ "y7-11", '-', "" },
		{ "y9 all", '+', "y9 178" },
		{ "y9 all, y8 all", '-', "" },
	};
	struct row *r = fake_encounter("delivered");
	struct parse p = fake_parse();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		enum status st = set_parse(r, F_encounter_years, v[i].text,
		    v[i].op, &p, NULL);
		char *text = fake_text(r, F_encounter_years);

		assert_int_equal(st == ST_OK, v[i].want != NULL);
		if (v[i].want != NULL)
			assert_string_equal(text, v[i].want);
		free(text);
	}
	row_free(r);
}

static void
without_look_ups_only_all_and_shares_are_refused(void **state)
{
	struct row *r = fake_encounter("delivered");
	struct parse p = fake_parse();
	struct err e = { 0 };

	(void)state;
	p.roll = NULL;
	p.resolve = NULL;
	p.name = NULL;
	assert_int_equal(set_parse(r, F_encounter_years, "y10 all", 0, &p,
	    &e), ST_INVALID);
	assert_int_equal(set_parse(r, F_encounter_years,
	    "00000-00004-5C2: y10 4", 0, &p, &e), ST_OK);
	fake_set(r, F_encounter_schools, "136578, 136579");
	assert_int_equal(set_parse(r, F_encounter_years, "y10 4", 0, &p, &e),
	    ST_INVALID);
	assert_non_null(strstr(e.text, "00000-00004-5C2: y10 4"));
	row_free(r);
}

static void
shares_add_up_and_go_to_the_largest_remainders(void **state)
{
	static const struct { long total, roll[3], want[3]; } v[] = {
		{ 540, { 182, 180, 178 }, { 182, 180, 178 } },
		{ 10, { 1, 1, 1 }, { 4, 3, 3 } },
		{ 1, { 5, 6, 5 }, { 0, 1, 0 } },
		{ 0, { 5, 6, 5 }, { 0, 0, 0 } },
		{ 9999, { 9999, 0, 1 }, { 9998, 0, 1 } },
	};
	long out[3];

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		assert_true(years_share(v[i].total, v[i].roll, 3, out));
		for (size_t k = 0; k < 3; k++)
			assert_int_equal(out[k], v[i].want[k]);
	}
	assert_false(years_share(5, (const long[]){ 0, 0 }, 2, out));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_of_what_happened_are_those_that_came),
		cmocka_unit_test(figures_of_what_is_planned_are_expected),
		cmocka_unit_test(without_a_status_the_date_decides),
		cmocka_unit_test(
		    what_cannot_be_meant_is_refused_with_what_to_write),
		cmocka_unit_test(each_of_several_schools_has_its_own_numbers),
		cmocka_unit_test(lines_are_added_and_taken_away),
		cmocka_unit_test(
		    without_look_ups_only_all_and_shares_are_refused),
		cmocka_unit_test(
		    shares_add_up_and_go_to_the_largest_remainders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
