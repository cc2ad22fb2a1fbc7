/* test_filter.c - the filter language, read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/filter.h"

/* Friday 20 November 2026. */
static int
today(void)
{
	return day_from_iso("2026-11-20");
}

/* The filter written out again: one term a line. */
static void
write_out(const struct filter *f, struct buf *b)
{
	static const char *const ops[] = { [OP_WORD] = "word", [OP_EQ] = ":",
		[OP_LT] = "<", [OP_LE] = "<=", [OP_GT] = ">", [OP_GE] = ">=",
		[OP_EMPTY] = "empty", [OP_IS] = "is",
		[OP_MINE] = "mine", [OP_OTHERS] = "others" };

	for (size_t i = 0; i < f->n; i++) {
		const struct filter_term *t = &f->t[i];
		char *values = strs_join(&t->values, "|");

		buf_addf(b, "%s%s%s %s", t->not ? "-" : "",
		    t->field >= 0 ? f->ent->fields[t->field].id : "",
		    ops[t->op], values);
		if (t->all != NULL)
			buf_addf(b, " all %s", t->all);
		if (t->sub != NULL) {
			buf_add(b, "{");
			write_out(t->sub, b);
			buf_add(b, "}");
		}
		buf_add(b, i + 1 < f->n ? "; " : "");
		free(values);
	}
	if (f->archived != 0)
		buf_addf(b, " archived %d", f->archived);
}

static const struct entity *
ent(const char *id)
{
	const struct entity *e = entity_find(id);

	assert_non_null(e);
	return e;
}

static void
reads_as(const char *entity, const char *text, const char *want)
{
	struct filter *f = NULL;
	struct err e = { 0 };
	struct buf b;

	if (filter_parse(ent(entity), text, today(), &f, &e) != ST_OK)
		fail_msg("%s: %s", text, e.text);
	buf_init(&b, BUF_LINE);
	write_out(f, &b);
	if (strcmp(b.p, want) != 0)
		fail_msg("%s reads as\n%s, not\n%s", text, b.p, want);
	buf_clear(&b);
	filter_free(f);
}

static void
refused(const char *entity, const char *text, const char *words)
{
	struct filter *f = NULL;
	struct err e = { 0 };

	if (filter_parse(ent(entity), text, today(), &f, &e) == ST_OK)
		fail_msg("%s is taken", text);
	assert_null(f);
	assert_int_equal(e.st, ST_INVALID);
	if (strstr(e.text, words) == NULL)
		fail_msg("%s: “%s” does not say “%s”", text, e.text, words);
}

static void
words_are_folded(void **state)
{
	(void)state;
	reads_as("school", "", "");
	reads_as("school", "  ", "");
	reads_as("school", "Park", "word park");
	reads_as("school", "park HIGH", "word park; word high");
	reads_as("school", "\"Park High\"", "word park high");
	reads_as("school", "-O'Neil", "-word oneil");
	reads_as("school", "tech-east", "word tech east");
	reads_as("school", "St", "word saint|st");
	reads_as("school", "& - \"\" !!", "word and");
	reads_as("school", "\"unclosed quote", "word unclosed quote");
	reads_as("school", "\"say \"\"yes\"\" now\"", "word say yes now");
	reads_as("school", "9:30", "word 9 30");
	reads_as("school", "\"foo:bar\"", "word foo bar");
}

static void
values_are_read_by_the_fields_kind(void **state)
{
	(void)state;
	reads_as("school", "la:Havering", "la: havering");
	reads_as("school", "LA:havering", "la: havering");
	reads_as("school", "low-age:11", "low_age: 11");
	reads_as("school", "la:Tower*", "la: tower*");
	reads_as("school", "la:\"Bristol, City of\"",
	    "la: bristol city of");
	reads_as("school", "la:Hackney,Camden",
	    "la: hackney|camden all hackney camden");
	reads_as("school", "la:Hackney, Camden pupils>5",
	    "la: hackney|camden all hackney camden; pupils> 5");
	reads_as("school", "la:\"Bristol, City of\",Camden",
	    "la: bristol city of|camden");
	reads_as("school", "town:*", "-townempty ");
	reads_as("school", "pupils:0012,-3", "pupils: 12|-3");
	reads_as("school", "fsm<=12.50", "fsm<= 12.5");
	reads_as("school", "sixth_form:Y", "sixth_form: yes");
	reads_as("encounter", "start>=9:30", "start>= 09:30");
	reads_as("roll", "year:26/27", "year: 2026/27");
	reads_as("roll", "year>2024", "year> 2024/25");
	reads_as("encounter", "schools:school/136578,northgate",
	    "schools: school/136578|northgate all school/136578,northgate");
	reads_as("encounter", "benchmarks:5,6", "benchmarks: 5|6");
	reads_as("encounter", "benchmarks>5", "benchmarks> 5");
	reads_as("school", "gias:differs", "gias: differs");
}

static void
mine_is_of_the_schools_of_a_record(void **state)
{
	(void)state;
	reads_as("school", "mine", "mine ");
	reads_as("school", "park -Mine", "word park; -mine ");
	reads_as("school", "\"mine\"", "word mine");
	reads_as("school", "mines", "word mines");
	reads_as("school", "la:mine", "la: mine");
	reads_as("contact", "mine", "mine ");
	reads_as("encounter", "mine", "schoolsmine ");
	reads_as("role", "mine is:current",
	    "organisationmine ; is {-to< 2026-11-20; -from> 2026-11-20}");
	reads_as("membership", "mine", "schoolmine ");
	reads_as("view", "mine", "ownermine ");
	refused("user", "mine", "users have no school");
	refused("employer", "-mine", "employers have no school");
	reads_as("employer", "\"mine\"", "word mine");
}

static void
choices_are_their_words(void **state)
{
	(void)state;
	reads_as("encounter", "status:Planned", "status: planned");
	reads_as("encounter", "status:done", "status: delivered");
	reads_as("encounter", "status:planned,held",
	    "status: planned|delivered");
	reads_as("encounter", "type:mock", "type: mock interview");
	reads_as("encounter", "type:mock*", "type: mock interview");
	reads_as("encounter", "type:\"cv workshop\"", "type: cv workshop");
	reads_as("encounter", "type:\"virtual *\"",
	    "type: virtual encounter|virtual experience");
	reads_as("encounter", "ticks:two-way", "ticks: two-way");
	reads_as("employer", "sector:Banking",
	    "sector: finance and insurance|banking");
	refused("encounter", "status:planed", "status: no “planed”; one of: "
	    "planned, confirmed, delivered, cancelled, postponed");
	refused("encounter", "status:zz*", "one of: planned");
	refused("encounter", "ticks:nonsense", "ticks: no “nonsense”");
}

static void
dates_are_days(void **state)
{
	(void)state;
	reads_as("encounter", "date:12/3", "date: 2027-03-12");
	reads_as("encounter", "date<-6w", "date< 2026-10-09");
	reads_as("encounter", "date>=today", "date>= 2026-11-20");
	reads_as("encounter", "date:fri", "date: 2026-11-13");
	reads_as("encounter", "since:2026-09-01 until:yesterday",
	    "date>= 2026-09-01; date<= 2026-11-19");
	reads_as("role", "since:1/9/2026", "from>= 2026-09-01");
	refused("encounter", "date:31/11", "31 November");
	refused("encounter", "date>soon", "date");
	refused("employer", "since:2026-09-01", "no date of their own");
	refused("encounter", "since:", "one value");
	refused("encounter", "since>2026-09-01", "after the colon");
}

static void
emptiness_and_negation(void **state)
{
	(void)state;
	reads_as("school", "website:", "websiteempty ");
	reads_as("school", "-website:", "-websiteempty ");
	reads_as("school", "-la:havering", "-la: havering");
	reads_as("school", "website:\"\"", "websiteempty ");
	reads_as("encounter", "-date<today", "-date< 2026-11-20");
	reads_as("contact", "name: park", "nameempty ; word park");
}

static void
archived_is_hidden_unless_asked_for(void **state)
{
	(void)state;
	reads_as("school", "archived:yes", " archived 1");
	reads_as("school", "archived:any park", "word park archived 2");
	reads_as("school", "archived:no", "");
	reads_as("school", "-archived:", " archived 1");
	reads_as("school", "archived:", "");
	reads_as("school", "archived>2026-01-01",
	    "archived> 2026-01-01 archived 2");
	refused("school", "archived:perhaps", "archived");
}

static void
conditions_stand_for_their_terms(void **state)
{
	(void)state;
	reads_as("encounter", "is:toclose",
	    "is {status: planned|confirmed; date< 2026-11-20; "
	    "-end>= 2026-11-20}");
	reads_as("encounter", "-IS:late",
	    "-is {status: planned|confirmed; date< 2026-11-20; "
	    "-end>= 2026-11-20}");
	reads_as("task", "is:waiting", "is {status: open|waiting; others }");
	reads_as("encounter", "is:planned", "is {status: planned|confirmed}");
	reads_as("school", "is:differs", "is {gias: differs}");
	refused("encounter", "is:done", "is: takes one of: planned");
	refused("encounter", "is:", "is: takes one of");
	refused("view", "is:planned", "has no conditions");
}

static void
every_condition_can_be_read(void **state)
{
	size_t known = 0;

	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		struct strs names = { 0 };
		struct buf b;

		buf_init(&b, BUF_LINE);
		filter_is_names(entities[i], &b);
		str_split(&names, b.p, ',');
		for (size_t k = 0; b.n > 0 && k < names.n; k++, known++) {
			char *text = xasprintf("is:%s", names.v[k]);
			struct filter *f = NULL;
			struct err e = { 0 };

			if (filter_parse(entities[i], text, today(), &f,
			    &e) != ST_OK)
				fail_msg("%s %s: %s", entities[i]->id, text,
				    e.text);
			assert_int_equal(f->n, 1);
			assert_true(f->t[0].sub->n > 0);
			filter_free(f);
			free(text);
		}
		strs_clear(&names);
		buf_clear(&b);
	}
	assert_true(known > 10);
}

static void
an_unknown_field_names_the_nearest(void **state)
{
	(void)state;
	refused("school", "statsu:open", "did you mean status?");
	refused("school", "pupil>5", "did you mean pupils?");
	refused("encounter", "sinse:2026-01-01", "did you mean since?");
	refused("school", "http://x", "no field “http” in schools");
	refused("school", "mine:x", "In quotes it is looked for as text");
	refused("school", "name<x", "< and > are for numbers and dates");
	refused("school", "pupils>", "one value");
	refused("school", "pupils>a", "is not a number");
	refused("school", "pupils:1.5", "is not a number");
	refused("school", "sixth_form:perhaps", "neither yes nor no");
	refused("encounter", "start:25:00", "is not a time");
	refused("roll", "year:soon", "is not an academic year");
	refused("school", "town:!!", "no letter or digit");
	refused("school", "\xff", "UTF-8");
}

static void
arguments_keep_their_blanks(void **state)
{
	static const struct { const char *arg[3], *want; } t[] = {
		{ { "la:Tower Hamlets", "status:Open" },
		  "la: tower hamlets; status: open" },
		{ { "la:Bristol, City of" },
		  "la: bristol|city of all bristol city of" },
		{ { "la:Havering -stage:left" }, NULL },
		{ { "la:Tower Hamlets -status:closed pupils>5" },
		  "la: tower hamlets; -status: closed; pupils> 5" },
		{ { "park high" }, "word park; word high" },
		{ { "town:St Albans", "archived:any" },
		  "town: saint albans archived 2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct filter *f = NULL;
		struct err e = { 0 };
		struct buf b;
		size_t n = 0;

		while (n < 3 && t[i].arg[n] != NULL)
			n++;
		if (filter_parse_args(ent("school"),
		    (char *const *)t[i].arg, n, today(), &f, &e) != ST_OK)
			fail_msg("%s: %s", t[i].arg[0], e.text);
		buf_init(&b, BUF_LINE);
		write_out(f, &b);
		if (t[i].want != NULL && strcmp(b.p, t[i].want) != 0)
			fail_msg("%s reads as %s", t[i].arg[0], b.p);
		buf_clear(&b);
		filter_free(f);
	}
}

static void
what_is_too_much_is_refused(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, BUF_ROW);
	for (int i = 0; i <= FILTER_MAX_TERMS; i++)
		buf_add(&b, "a ");
	refused("school", b.p, "at most 50 parts");
	buf_reset(&b);
	buf_add(&b, "la:");
	for (int i = 0; i <= FILTER_MAX_VALUES; i++)
		buf_add(&b, "a,");
	refused("school", b.p, "more than 500 values");
	buf_reset(&b);
	for (int i = 0; i < 6000; i++)
		buf_add(&b, "aa");
	refused("school", b.p, "too long");
	buf_clear(&b);
}

static void
a_line_is_a_school_a_group_or_both(void **state)
{
	static const struct {
		const char *value, *school, *group, *cohort;
	} v[] = {
		{ "y10", "", "y10", "" }, { "Northgate", "Northgate", "", "" },
		{ "school/900123@y10", "school/900123", "y10", "" },
		{ "2022/23", "", "", "2022/23" },
		{ "900123@22/23", "900123", "", "2022/23" },
		{ "School @ The Green", "School @ The Green", "", "" },
		{ "The @ Green@KS4", "The @ Green", "ks4", "" },
		{ "900123@2022/24", "900123@2022/24", "", "" },
	};
	const struct entity *ent = entity_find("encounter");
	const struct field *f = &ent->fields[entity_field(ent, "years")];
	struct filter_line line;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		filter_line(f, v[i].value, &line);
		assert_string_equal(line.school, v[i].school);
		assert_string_equal(line.group != NULL ? line.group : "",
		    v[i].group);
		assert_string_equal(line.cohort, v[i].cohort);
		free(line.school);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_folded),
		cmocka_unit_test(values_are_read_by_the_fields_kind),
		cmocka_unit_test(mine_is_of_the_schools_of_a_record),
		cmocka_unit_test(choices_are_their_words),
		cmocka_unit_test(dates_are_days),
		cmocka_unit_test(emptiness_and_negation),
		cmocka_unit_test(archived_is_hidden_unless_asked_for),
		cmocka_unit_test(conditions_stand_for_their_terms),
		cmocka_unit_test(every_condition_can_be_read),
		cmocka_unit_test(an_unknown_field_names_the_nearest),
		cmocka_unit_test(arguments_keep_their_blanks),
		cmocka_unit_test(what_is_too_much_is_refused),
		cmocka_unit_test(a_line_is_a_school_a_group_or_both),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
