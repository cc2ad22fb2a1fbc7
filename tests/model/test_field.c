/* test_field.c - text as people write it to the canonical form, by type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/field.h"
#include "tests/model/fake.h"

static const struct choice colours[] = {
	{ .word = "talk", .label = "A talk", .also = "speech, chat" },
	{ .word = "careers fair", .also = "talk" },
	{ .word = "mock interview" },
	{ 0 }
};

static enum status
no_seven(const struct field *f, const char *value, struct err *e)
{
	return strcmp(value, "7") != 0 ? ST_OK :
	    field_refuse(e, f->id, "seven is taken");
}

/* What TEXT becomes; the sentence of refusal when WANT_ERR is given. */
static void
check(const struct field *f, const char *text, const char *want,
    const char *want_err)
{
	struct parse p = fake_parse();
	struct err e = { 0 };
	struct buf b;
	enum status st;

	buf_init(&b, BUF_ROW);
	buf_add(&b, "left over");
	st = field_parse(f, text, &p, &b, &e);
	if (want_err == NULL) {
		if (st != ST_OK)
			fail_msg("\"%s\": %s", text, e.text);
		if (strcmp(b.p, want) != 0)
			fail_msg("\"%s\" became \"%s\", not \"%s\"", text, b.p,
			    want);
	} else {
		if (st == ST_OK)
			fail_msg("\"%s\" was taken as \"%s\"", text, b.p);
		if (strcmp(e.field, f->id) != 0)
			fail_msg("\"%s\" blames \"%s\"", text, e.field);
		if (strstr(e.text, want_err) == NULL)
			fail_msg("\"%s\": \"%s\" lacks \"%s\"", text, e.text,
			    want_err);
		assert_string_equal(b.p, "");
	}
	buf_clear(&b);
}

struct example {
	const char	*text, *want, *err;
};

static void
check_all(const struct field *f, const struct example *v, size_t n)
{
	check(f, "", "", NULL);
	check(f, "  ", "", NULL);
	for (size_t i = 0; i < n; i++)
		check(f, v[i].text, v[i].want, v[i].err);
}

static void
whole_numbers_may_have_commas_and_have_bounds(void **state)
{
	static const struct example v[] = {
		{ "24", "24", NULL }, { " 24 ", "24", NULL },
		{ "4,210", "4210", NULL }, { "007", "7", NULL },
		{ "1,000,000", "1000000", NULL },
		{ "0", "0", NULL }, { "1000000000", "1000000000", NULL },
		{ "42,10", NULL, "\"42,10\" is not a whole number from 0" },
		{ "-1", NULL, "n: \"-1\" is not" }, { "2.5", NULL, "whole" },
		{ ",100", NULL, "whole" }, { "1000,000", NULL, "whole" },
		{ "99999999999999999999999999", NULL, "whole" },
		{ "1000000001", NULL, "from 0 to 1000000000" },
		{ "x", NULL, "whole" }, { "1e3", NULL, "whole" },
	};
	struct field f = { .id = "n", .type = FT_INT };

	(void)state;
	check_all(&f, v, COUNT(v));
	f.lo = -5;
	f.hi = 5;
	check(&f, "-5", "-5", NULL);
	check(&f, "6", NULL, "from -5 to 5");
	f.check = no_seven;
	f.hi = 9;
	check(&f, "7", NULL, "n: seven is taken");
}

static void
numbers_have_at_most_two_places(void **state)
{
	static const struct example v[] = {
		{ "12", "12", NULL }, { "12.50", "12.5", NULL },
		{ "12.05", "12.05", NULL }, { "4.700", "4.7", NULL },
		{ ".5", "0.5", NULL }, { "12.00", "12", NULL },
		{ "1,234.5", "1234.5", NULL }, { "0100", "100", NULL },
		{ "12.", NULL, "not a number" },
		{ ".", NULL, "not a number" },
		{ "1.234", NULL, "more than two places" },
		{ "1.2.3", NULL, "not a number" },
		{ "-1", NULL, "from 0" }, { "100.01", "100.01", NULL },
		{ "nan", NULL, "not a number" },
		{ "123456789012345678901234567890", NULL, "not a number" },
	};
	struct field f = { .id = "n", .type = FT_NUM };

	(void)state;
	check_all(&f, v, COUNT(v));
	f.hi = 100;
	check(&f, "100.01", NULL, "from 0 to 100");
	f.lo = -1;
	check(&f, "-0.25", "-0.25", NULL);
	check(&f, "-0", "0", NULL);
}

static void
days_look_back_for_things_done_and_forward_for_things_due(void **state)
{
	const struct field due = { .id = "due", .type = FT_DATE };
	const struct field done = { .id = "date", .type = FT_DATE,
	    .flags = FF_DONE };

	(void)state;
	check(&done, "2026-03-12", "2026-03-12", NULL);
	check(&done, "thu", "2026-11-19", NULL);
	check(&due, "thu", "2026-11-26", NULL);
	check(&due, "today", FAKE_TODAY, NULL);
	check(&due, "31/11", NULL, "due: ");
	check(&due, "soon", NULL, "due: ");
}

static void
times_years_and_answers_are_read_as_people_write_them(void **state)
{
	const struct field time = { .id = "start", .type = FT_TIME };
	const struct field span = { .id = "minutes", .type = FT_INT,
		.lo = 1, .hi = 500, .flags = FF_SPAN };
	const struct field year = { .id = "year", .type = FT_YEAR };
	const struct field yes = { .id = "ok", .type = FT_BOOL };

	(void)state;
	check(&time, "930", "09:30", NULL);
	check(&time, "2pm", "14:00", NULL);
	check(&time, "16", "16:00", NULL);
	check(&time, "9", "09:00", NULL);
	check(&time, "2", NULL, "is not a time of day");	/* or 14? */
	check(&time, "24", NULL, "is not a time of day");
	check(&span, "1h30", "90", NULL);
	check(&span, "45 min", "45", NULL);
	check(&span, "60", "60", NULL);
	check(&span, "9h", NULL, "is not a whole number from 1 to 500");
	check(&time, "25:00", NULL, "not a time");
	check(&year, "2026-27", "2026/27", NULL);
	check(&year, "today", "2026/27", NULL);
	check(&year, "2026/28", NULL, "not an academic year");
	check(&yes, "Y", "yes", NULL);
	check(&yes, "TRUE", "yes", NULL);
	check(&yes, "1", "yes", NULL);
	check(&yes, "No", "no", NULL);
	check(&yes, "0", "no", NULL);
	check(&yes, "perhaps", NULL, "neither yes nor no");
}

static void
choices_are_read_by_word_label_or_other_word(void **state)
{
	const struct field f = { .id = "type", .type = FT_CHOICE,
	    .choices = colours };
	const struct field open = { .id = "type", .type = FT_OPEN,
	    .choices = colours };

	(void)state;
	check(&f, "Talk", "talk", NULL);
	check(&f, "a TALK", "talk", NULL);
	check(&f, "chat", "talk", NULL);
	check(&f, "tlak", NULL, "type: no \"tlak\"; did you mean \"talk\"? "
	    "One of: talk, careers fair, mock interview");
	check(&f, "zzzzzz", NULL, "no \"zzzzzz\". One of: talk, careers");
	check(&open, "CAREERS FAIR", "careers fair", NULL);
	check(&open, "Puppet show", "Puppet show", NULL);
	assert_null(field_choice(&f, ""));
}

static void
a_long_list_of_choices_is_cut_short(void **state)
{
	struct choice many[201] = { 0 };
	struct field f = { .id = "c", .type = FT_CHOICE, .choices = many };
	struct parse p = fake_parse();
	struct err e = { 0 };
	struct buf b;

	(void)state;
	for (size_t i = 0; i < 200; i++)
		many[i].word = "a word of some length";
	buf_init(&b, BUF_LINE);
	assert_int_equal(field_parse(&f, "x", &p, &b, &e), ST_INVALID);
	assert_true(strlen(e.text) < 600);
	assert_non_null(strstr(e.text, "…"));
	buf_clear(&b);
}

static void
text_is_kept_as_typed_within_its_limit(void **state)
{
	struct field f = { .id = "name", .type = FT_TEXT, .max = 8 };
	const struct field note = { .id = "note", .type = FT_NOTE };
	char *much = xmalloc(10002);

	(void)state;
	check(&f, " Žižkov ☃ ", "Žižkov ☃", NULL);
	check(&f, "Žižkov ☃!", NULL, "name: 9 characters");
	check(&f, "a\nb", NULL, "line break");
	check(&f, "\xff", NULL, "UTF-8");
	check(&f, "a\x01", NULL, "control");
	check(&note, "a\r\nb\tc", "a\nb\tc", NULL);
	memset(much, 'x', 10001);
	much[10001] = '\0';
	check(&note, much, NULL, "10001 characters");
	much[10000] = '\0';
	check(&note, much, much, NULL);
	free(much);
	assert_int_equal(field_max(&note), 10000);
	assert_int_equal(field_max(&f), 8);
	f.max = 0;
	assert_int_equal(field_max(&f), 500);
}

static void
references_go_through_the_caller(void **state)
{
	const struct field ref = { .id = "school", .type = FT_REF,
	    .ref = "school" };
	const struct field any = { .id = "organisation", .type = FT_ANY,
	    .ref = "school employer" };

	(void)state;
	check(&ref, "school/136578", "00000000045C2", NULL);
	check(&any, "employer/5", "employer/0000000000005", NULL);
	check(&ref, "school/nowhere", NULL, "school: no record");
}

static void
without_a_caller_only_codes_are_references(void **state)
{
	const struct field ref = { .id = "school", .type = FT_REF,
	    .ref = "school" };
	const struct field any = { .id = "of", .type = FT_ANY,
	    .ref = "school employer" };
	const struct parse p = { .today = 0 };
	struct err e = { 0 };
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	assert_int_equal(field_parse(&ref, "1j8q2-m7k9q-z4v", &p, &b, &e),
	    ST_OK);
	assert_string_equal(b.p, "1J8Q2M7K9QZ4V");
	assert_int_equal(field_parse(&any, "employer/1J8Q2M7K9QZ4V", &p, &b,
	    &e), ST_OK);
	assert_string_equal(b.p, "employer/1J8Q2M7K9QZ4V");
	assert_int_equal(field_parse(&any, "1J8Q2M7K9QZ4V", &p, &b, &e),
	    ST_INVALID);
	assert_int_equal(field_parse(&ref, "contact/1J8Q2M7K9QZ4V", &p, &b,
	    &e), ST_INVALID);
	assert_int_equal(field_parse(&ref, "northgate", &p, &b, &e),
	    ST_INVALID);
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    whole_numbers_may_have_commas_and_have_bounds),
		cmocka_unit_test(numbers_have_at_most_two_places),
		cmocka_unit_test(
		    days_look_back_for_things_done_and_forward_for_things_due),
		cmocka_unit_test(
		    times_years_and_answers_are_read_as_people_write_them),
		cmocka_unit_test(choices_are_read_by_word_label_or_other_word),
		cmocka_unit_test(a_long_list_of_choices_is_cut_short),
		cmocka_unit_test(text_is_kept_as_typed_within_its_limit),
		cmocka_unit_test(references_go_through_the_caller),
		cmocka_unit_test(without_a_caller_only_codes_are_references),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
