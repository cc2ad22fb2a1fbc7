/* test_set.c - sets of records, words, numbers and groups as text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/fields.h"
#include "model/set.h"
#include "model/split.h"
#include "tests/model/fake.h"

struct example {
	const char	*text;
	char		 op;
	const char	*want;	/* its text then; NULL when refused */
	const char	*err;	/* what the refusal says */
};

/* One after the other on the same record; a refusal changes nothing. */
static void
check_all(struct row *r, int f, const struct example *v, size_t n)
{
	struct parse p = fake_parse();

	for (size_t i = 0; i < n; i++) {
		char *before = fake_text(r, f), *after;
		struct err e = { 0 };
		enum status st = set_parse(r, f, v[i].text, v[i].op, &p, &e);

		after = fake_text(r, f);
		if ((st == ST_OK) != (v[i].want != NULL))
			fail_msg("\"%s\": %s", v[i].text,
			    st == ST_OK ? after : e.text);
		if (st == ST_OK && strcmp(after, v[i].want) != 0)
			fail_msg("\"%s\" is now \"%s\", not \"%s\"", v[i].text,
			    after, v[i].want);
		if (st != ST_OK && strstr(e.text, v[i].err) == NULL)
			fail_msg("\"%s\": \"%s\" lacks \"%s\"", v[i].text,
			    e.text, v[i].err);
		if (st != ST_OK) {
			assert_string_equal(after, before);
			assert_string_equal(e.field, r->ent->fields[f].id);
		}
		free(before);
		free(after);
	}
}

static void
records_carry_a_word_in_brackets(void **state)
{
	static const struct example v[] = {
		{ "employer/5, employer/3 (came)", 0,
		  "employer/3 (came), employer/5", NULL },
		{ "", 0, "", NULL },
		{ "5 ( Did not come )", 0, "employer/5 (did not come)", NULL },
		{ "employer/5", '+', "employer/5 (did not come)", NULL },
		{ "employer/5 (came), 6", '+', "employer/5 (came), employer/6",
		  NULL },
		{ "6, 9", '-', "employer/5 (came)", NULL },
		{ "employer/5", 0, "employer/5", NULL },
		{ "employer/7 (cam)", 0, NULL, "did you mean \"came\"" },
		{ "employer/nobody (came)", 0, NULL, "employers: no record" },
		{ "employer/nobody (etc)", 0, NULL, "nobody (etc)" },
		{ "employer/Arup (UK)", 0, "employer/Arup (UK)", NULL },
		{ "employer/Arup (UK) (came), \"employer/5\" (coming)", 0,
		  "employer/5 (coming), employer/Arup (UK) (came)", NULL },
		{ "(came)", 0, NULL, "employers: " },
		{ "\"\" (came)", 0, NULL, "a name is missing" },
		{ ", ,", 0, "", NULL },
	};
	struct row *r = row_new(entities[ENT_encounter]);

	(void)state;
	check_all(r, F_encounter_employers, v, COUNT(v));
	row_free(r);
}

static void
a_yes_in_brackets_is_the_name_of_its_column(void **state)
{
	static const struct example v[] = {
		{ "school/northgate (in), 136578", 0,
		  "school/136578, school/136579 (in)", NULL },
		{ "136578 (Numbers in)", '+',
		  "school/136578 (in), school/136579 (in)", NULL },
		{ "136578 (out)", 0, NULL, "no \"(out)\"" },
		{ "136579", '-', "school/136578 (in)", NULL },
	};
	struct row *r = row_new(entities[ENT_encounter]);

	(void)state;
	check_all(r, F_encounter_schools, v, COUNT(v));
	assert_string_equal(row_members(r, F_encounter_schools)->m[0].v[ES_IN],
	    "yes");
	row_free(r);
}

static void
words_with_commas_are_quoted(void **state)
{
	static const struct example v[] = {
		{ "Camden, \"Bristol, City of\"", 0,
		  "\"Bristol, City of\", Camden", NULL },
		{ "Hackney", '+', "\"Bristol, City of\", Camden, Hackney",
		  NULL },
		{ "\"Bristol, City of\", Nowhere", '-', "Camden, Hackney",
		  NULL },
		{ "the \"big\" one", 0, "\"the \"\"big\"\" one\"", NULL },
		{ "\"the \"\"big\"\" one\"", 0, "\"the \"\"big\"\" one\"",
		  NULL },
		{ "5\" pipe, \"open", 0, "\"\"\"open\", \"5\"\" pipe\"",
		  NULL },
		{ "a\nb", 0, NULL, "line break" },
		{ "\xC3", 0, NULL, "UTF-8" },
	};
	struct row *r = row_new(entities[ENT_cluster]);

	(void)state;
	check_all(r, F_cluster_boroughs, v, COUNT(v));
	row_free(r);
}

static void
words_of_a_list_are_checked_against_it(void **state)
{
	static const struct example v[] = {
		{ "Mentoring, talk", 0, "talks, mentoring", NULL },
		{ "mentorin", 0, NULL, "offers: no \"mentorin\"; did you" },
	};
	struct row *r = row_new(entities[ENT_employer]);

	(void)state;
	check_all(r, F_employer_offers, v, COUNT(v));
	row_free(r);
}

static void
numbers_are_split_at_commas_and_blanks(void **state)
{
	static const struct example v[] = {
		{ "7, 5", 0, "5, 7", NULL },
		{ "2 3,3", '+', "2, 3, 5, 7", NULL },
		{ "5", '-', "2, 3, 7", NULL },
		{ "9", 0, NULL, "benchmarks: \"9\" is not a whole number" },
		{ "five", 0, NULL, "from 1 to 8" },
		{ "BM5; bm 6", 0, "5, 6", NULL },
		{ "BM9", 0, NULL, "\"9\" is not a whole number" },
		{ "5 bm", 0, NULL, "\"bm\" is not a whole number" },
	};
	struct row *r = row_new(entities[ENT_encounter]);

	(void)state;
	check_all(r, F_encounter_benchmarks, v, COUNT(v));
	row_free(r);
}

static void
other_groups_are_a_name_and_a_number(void **state)
{
	static const struct example one[] = {
		{ "young carers 4, EAL 10", 0, "EAL 10, young carers 4", NULL },
		{ "EAL 12", '+', "EAL 12, young carers 4", NULL },
		{ "young carers", '-', "EAL 12", NULL },
		{ "136578: EAL ?", 0, "EAL ?", NULL },
		{ "\"a, b; c: d\" 3", 0, "\"a, b; c: d\" 3", NULL },
		{ "year 7 4", 0, "year 7 4", NULL },
		{ "EAL", 0, NULL, "how many?" },
		{ "4", 0, NULL, "of which group?" },
		{ "EAL 4, EAL 5", 0, NULL, "given twice" },
		{ "EAL 10000", 0, NULL, "from 0 to 9999" },
		{ "136579: EAL 4", 0, NULL, "not one of the schools" },
	};
	static const struct example two[] = {
		{ "136578: EAL 4; northgate: EAL 5, Travellers 1", 0,
		  "136578: EAL 4; 136579: EAL 5, Travellers 1", NULL },
		{ "EAL 4", 0, NULL, "\"136578: EAL 4; 136579: EAL 4\"" },
	};
	struct row *r = fake_encounter("delivered");

	(void)state;
	check_all(r, F_encounter_groups, one, COUNT(one));
	fake_set(r, F_encounter_groups, "");
	fake_set(r, F_encounter_schools, "136578, 136579");
	check_all(r, F_encounter_groups, two, COUNT(two));
	row_free(r);
}

static void
what_the_register_says_is_read_back(void **state)
{
	static const struct example v[] = {
		{ "name: x", 0, "name: x", NULL },
		{ "town: \"Bow, East\", name: \"A \"\"B\"\": C\"", 0,
		  "name: \"A \"\"B\"\": C\", town: \"Bow, East\"", NULL },
		{ "town:", 0, "town: ", NULL },
		{ "", 0, "", NULL },
		{ "town", 0, NULL, "not a field of the register" },
		{ "note: x", 0, NULL, "not a field of the register" },
		{ ": x", 0, NULL, "not a field of the register" },
	};
	struct row *r = row_new(entities[ENT_school]);

	(void)state;
	check_all(r, F_school_gias, v, COUNT(v));
	row_free(r);
}

static void
quotes_keep_a_part_together(void **state)
{
	static const struct { const char *text, *want; } v[] = {
		{ "", "" }, { " a , b,", "a|b" },
		{ "\"a, b\", c", "\"a, b\"|c" },
		{ "a \"b, c\" d", "a \"b, c\" d" },
		{ "a\"b, c\"", "a\"b|c\"" },
		{ "\"a, b", "\"a|b" },
		{ "\"a\"\", b\" x, c", "\"a\"\", b\" x|c" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct strs parts = { 0 };
		char *got;

		split_parts(&parts, v[i].text, ',');
		got = strs_join(&parts, "|");
		assert_string_equal(got, v[i].want);
		free(got);
		strs_clear(&parts);
	}
	assert_null(split_last("\"a:b\" c", ':'));
	assert_string_equal(split_last("a: b: c", ':'), ": c");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_carry_a_word_in_brackets),
		cmocka_unit_test(a_yes_in_brackets_is_the_name_of_its_column),
		cmocka_unit_test(words_with_commas_are_quoted),
		cmocka_unit_test(words_of_a_list_are_checked_against_it),
		cmocka_unit_test(numbers_are_split_at_commas_and_blanks),
		cmocka_unit_test(other_groups_are_a_name_and_a_number),
		cmocka_unit_test(what_the_register_says_is_read_back),
		cmocka_unit_test(quotes_keep_a_part_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
