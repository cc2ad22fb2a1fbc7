/* test_monthly.c - what the register wants, and how two returns differ. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/monthly.h"
#include "model/tables.h"
#include "tests/lib/test.h"

static struct monthly *
rules(const char *hub)
{
	struct csv_source src = { "hub.csv", hub, hub ? strlen(hub) : 0 };
	struct monthly *m;
	struct err e = { 0 };

	if (monthly_load(hub != NULL ? &src : NULL, &m, &e) != ST_OK)
		fail_msg("%s", e.text);
	return m;
}

static void
refused(const char *rows, const char *want)
{
	char *text = xasprintf("record,field,heading,required,key\n%s\n", rows);
	struct csv_source src = { "hub.csv", text, strlen(text) };
	struct monthly *m = NULL;
	struct err e = { 0 };

	assert_int_equal(monthly_load(&src, &m, &e), ST_INVALID);
	assert_string_equal(e.text, want);
	free(text);
}

static void
tables_are_read_and_refused(void **state)
{
	struct monthly *m = rules("record,field,heading,required\n"
	    "school,phone,Telephone,yes\nschool,stage,Stage,no\n");
	const struct monthly_field *f;
	size_t shipped;

	(void)state;
	f = monthly_under(m, &school_entity, m->heads.n - 1);
	assert_non_null(f);
	assert_string_equal(f->heading, "Telephone");
	assert_true(f->required);
	shipped = m->n - 1;
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].ent == &school_entity &&
		    strcmp(m->v[i].heading, "Stage") == 0)
			assert_false(m->v[i].required);
	monthly_free(m);
	m = rules(NULL);
	assert_int_equal(m->n, shipped);
	monthly_free(m);
	refused("moon,urn,URN,yes,", "hub.csv:2: record: \"moon\" is no kind of"
	    " record");
	refused("school,moon,Moon,yes,", "hub.csv:2: field: there is no field"
	    " \"moon\" in schools");
	refused("school,name.email,Mail,yes,", "hub.csv:2: field: there is no"
	    " field \"name.email\" in schools");
	refused("match,school.moon,Moon,yes,", "hub.csv:2: field: there is no"
	    " field \"school.moon\" in matches");
	refused("school,urn,,yes,", "hub.csv:2: heading: say what the register"
	    " calls it, in at most 60 characters");
	refused("school,urn,URN,perhaps,", "hub.csv:2: required: \"perhaps\" is"
	    " neither yes nor no");
	refused("school,urn,URN,yes,0", "hub.csv:2: key: \"0\" is no number"
	    " from 1 to 9");
}

/* --- comparing ----------------------------------------------------------------- */

static struct monthly_set
set_of(const struct monthly *m, const char *text)
{
	struct monthly_set s;
	struct err e = { 0 };

	if (monthly_read(m, "test.csv", text, &s, &e) != ST_OK)
		fail_msg("%s", e.text);
	return s;
}

/* All that differs, a line each: "name: what". */
static void
differ(const char *here, const char *there, const char *want)
{
	struct monthly *m = rules(NULL);
	struct monthly_set a = set_of(m, here), b = set_of(m, there);
	struct monthly_diffs d;
	struct buf said;

	monthly_compare(m, &a, &b, &d);
	buf_init(&said, BUF_ROW);
	for (size_t i = 0; i < d.n; i++) {
		buf_addf(&said, "%s: ", (d.v[i].here != NULL ? d.v[i].here :
		    d.v[i].there)->name);
		monthly_diff_said(&d.v[i], "here", "there", &said);
		buf_addc(&said, '\n');
	}
	buf_addf(&said, "same %zu of %zu",
	    d.same[ENT_school] + d.same[ENT_volunteer] + d.same[ENT_match],
	    d.here[ENT_school] + d.here[ENT_volunteer] + d.here[ENT_match]);
	assert_string_equal(said.p, want);
	buf_clear(&said);
	monthly_diffs_clear(&d);
	monthly_clear(m, &a);
	monthly_clear(m, &b);
	monthly_free(m);
}

static void
schools_are_matched_by_number_then_name(void **state)
{
	(void)state;
	differ("URN,School,Stage\n1,North,matched\n2,South,active\n",
	    "Stage,URN,School\nMatched,1,NORTH\nsigned up,2,South\n",
	    "South: stage: active here, signed up there\nsame 1 of 2");
	/* the number decides where both have one; the name where one lacks it */
	differ("URN,School,Stage\n1,North,matched\n,South,active\n",
	    "URN,School,Stage\n9,North,matched\n7,south,active\n",
	    "North: only here\n"
	    "South: URN: nothing here, 7 there\n"
	    "North: only there\nsame 0 of 2");
	/* a column that one file lacks is not compared */
	differ("URN,School,Stage\n1,North,matched\n", "URN\n1\n",
	    "same 1 of 1");
	differ("URN,School\n1,North\n", "URN,School\n1,North\n1,North\n",
	    "North: only there\nsame 1 of 1");
}

static void
matches_need_both_parts_of_the_key(void **state)
{
	static const char head[] =
	    "Record,URN,School,EOI number,Volunteer,Match start\n";
	char *a = xasprintf("%sMatch,1,North,E1,T Adeyemi,2026-05-04\n"
	    "Match,2,South,E1,T Adeyemi,2026-06-01\n", head);
	char *b = xasprintf("%sMatch,2,South,,t adeyemi,01/06/2026\n"
	    "Match,1,North,E2,T Adeyemi,04/05/2026\n"
	    "Moon,1,North,E2,T Adeyemi,04/05/2026\n", head);

	(void)state;
	differ(a, b, "North - T Adeyemi: only here\n"
	    "South - T Adeyemi: EOI number: E1 here, nothing there\n"
	    "North - T Adeyemi: only there\nsame 0 of 2");
	free(a);
	free(b);
}

static void
a_file_comes_back_as_it_was(void **state)
{
	static const char text[] = "URN,School,Stage\n"
	    "1,\"=North, \"\"Old\"\"\",matched\n";
	struct monthly *m = rules(NULL);
	struct monthly_set a = set_of(m, text), b;
	struct monthly_diffs d;
	struct buf csv;

	(void)state;
	buf_init(&csv, BUF_ROW);
	monthly_csv(m, &a, &csv);
	assert_non_null(strstr(csv.p, "School,1,\"'=North, \"\"Old\"\"\""));
	b = set_of(m, csv.p);
	assert_int_equal(b.n, 1);
	assert_string_equal(b.v[0].name, "=North, \"Old\"");
	monthly_compare(m, &b, &a, &d);
	assert_int_equal(d.n, 0);
	assert_int_equal(d.same[ENT_school], 1);
	monthly_diffs_clear(&d);
	buf_clear(&csv);
	monthly_clear(m, &a);
	monthly_clear(m, &b);
	monthly_free(m);
}

static void
what_is_no_return_is_refused(void **state)
{
	struct monthly *m = rules(NULL);
	struct monthly_set s;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(monthly_read(m, "x.csv", "Colour,Stage\nred,4\n", &s,
	    &e), ST_INVALID);
	assert_string_equal(e.text, "x.csv: no column of it is one of the"
	    " return: URN, EOI number and the like");
	assert_int_equal(monthly_read(m, "x.csv", "URN\n\"1\n", &s, &e),
	    ST_INVALID);
	monthly_free(m);
}

static void
what_is_required_and_empty_is_to_mend(void **state)
{
	struct monthly *m = rules(NULL);
	struct monthly_set s = set_of(m, "Record,URN,School,Stage,"
	    "Enterprise Coordinator,Careers leader,Careers leader e-mail,"
	    "Local authority,Link governor\n"
	    "School,1,North,,tester,Ms Bell,,Havering,\n");
	struct monthly_gap *gap;
	struct buf b;

	(void)state;
	assert_int_equal(monthly_gaps(m, &s, &gap), 2);
	buf_init(&b, BUF_LINE);
	monthly_gap_said(&gap[0], &b);
	assert_string_equal(b.p, "stage is empty");
	buf_reset(&b);
	monthly_gap_said(&gap[1], &b);
	assert_string_equal(b.p, "careers leader e-mail is empty");
	buf_clear(&b);
	free(gap);
	monthly_clear(m, &s);
	monthly_free(m);
}

/* Ten fields of one person are one thing to do. */
static void
what_one_record_lacks_is_said_together(void **state)
{
	struct monthly *m = rules(NULL);
	struct monthly_set s = set_of(m, "Record,URN,School,Stage,"
	    "Careers leader,Local authority\n"
	    "School,1,North,,,Havering\nSchool,2,South,matched,,Newham\n");
	struct monthly_gap *gap;
	size_t n = monthly_gaps(m, &s, &gap);
	struct buf b;

	(void)state;
	assert_int_equal(n, 3);
	assert_int_equal(monthly_gaps_run(gap, n), 2);
	assert_int_equal(monthly_gaps_run(gap, 1), 1);
	assert_int_equal(monthly_gaps_run(&gap[2], 1), 1);
	assert_int_equal(monthly_gaps_records(gap, n), 2);
	assert_int_equal(monthly_gaps_records(gap, 0), 0);
	buf_init(&b, BUF_LINE);
	monthly_gaps_said(gap, 2, &b);
	assert_string_equal(b.p, "stage, careers leader are empty");
	buf_reset(&b);
	monthly_gaps_said(&gap[2], 1, &b);
	assert_string_equal(b.p, "careers leader is empty");
	buf_clear(&b);
	free(gap);
	monthly_clear(m, &s);
	monthly_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_read_and_refused),
		cmocka_unit_test(schools_are_matched_by_number_then_name),
		cmocka_unit_test(matches_need_both_parts_of_the_key),
		cmocka_unit_test(a_file_comes_back_as_it_was),
		cmocka_unit_test(what_is_no_return_is_refused),
		cmocka_unit_test(what_is_required_and_empty_is_to_mend),
		cmocka_unit_test(what_one_record_lacks_is_said_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
