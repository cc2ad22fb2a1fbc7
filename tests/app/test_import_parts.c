/* test_import_parts.c - dates of a column, addresses, code tables, maps. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/import_dates.h"
#include "app/import_employers.h"
#include "app/import_map.h"
#include "model/code_table.h"
#include "tests/app/world.h"
#include "tests/lib/test.h"

static void
a_column_of_days_is_read_day_first(void **state)
{
	static const struct { const char *cell, *iso; } day[] = {
		{ "3/4/2026", "2026-04-03" }, { "03.04.26", "2026-04-03" },
		{ "03-04-2026", "2026-04-03" }, { "2026-04-03", "2026-04-03" },
		{ "2026/4/3", "2026-04-03" }, { "29/02/2028", "2028-02-29" },
		{ "25/12/2026 00:00", "2026-12-25" },
		{ "2026-04-03T00:00:00", "2026-04-03" },
		{ "31/04/2026", NULL }, { "3 Apr 2026", NULL }, { "", NULL },
		{ "3/4", NULL }, { "3/4-2026", NULL }, { "3/4/202", NULL },
		{ "3/4/2026 10:30:12", "2026-04-03" },
		{ "3-Apr-2026", "2026-04-03" }, { "3-apr-26", "2026-04-03" },
		{ "31-Apr-2026", NULL }, { "3-Apr", NULL },
		{ "3/4/2026 lunch", NULL },
	};
	struct date_column c = { 0 };
	char iso[11];

	(void)state;
	assert_int_equal(dates_decide(&c, "f", "Date", NULL), ST_OK);
	for (size_t i = 0; i < COUNT(day); i++) {
		bool read = dates_read(&c, day[i].cell, iso);

		assert_int_equal(read, day[i].iso != NULL);
		if (read)
			assert_string_equal(iso, day[i].iso);
	}
}

static void
a_column_that_can_only_be_month_first_is_read_so(void **state)
{
	struct date_column c = { 0 };
	char iso[11];

	(void)state;
	dates_look(&c, "03/04/2026", 2);
	dates_look(&c, "12/25/2026", 3);
	assert_int_equal(dates_decide(&c, "f", "Date", NULL), ST_OK);
	assert_true(c.month_first);
	assert_true(dates_read(&c, "03/04/2026", iso));
	assert_string_equal(iso, "2026-03-04");
}

static void
a_column_of_both_is_refused(void **state)
{
	struct date_column c = { 0 };
	struct err e = { 0 };

	(void)state;
	dates_look(&c, "12/25/2026", 3);
	dates_look(&c, "25/12/2026", 7);
	assert_int_equal(dates_decide(&c, "my.csv", "Date", &e), ST_INVALID);
	assert_non_null(strstr(e.text, "my.csv: column \"Date\""));
	assert_non_null(strstr(e.text, "25/12/2026 in line 7"));
	assert_non_null(strstr(e.text, "12/25/2026 in line 3"));
}

static void
an_address_comes_apart(void **state)
{
	static const struct { const char *text, *street, *town, *code; } a[] = {
		{ "1 Sprocket Way, Bow, London, United Kingdom, E3 2ZZ",
		  "1 Sprocket Way, Bow", "London", "E3 2ZZ" },
		{ "Larch House, Oakham, Northshire, sw1a2zz",
		  "Larch House", "Oakham", "SW1A 2ZZ" },
		{ "Larch House,\nOakham,\n OK1 1AA", "Larch House", "Oakham",
		  "OK1 1AA" },
		{ "Somewhere", "Somewhere", "", "" },
		{ "E3 2ZZ", "", "", "E3 2ZZ" },
		{ "", "", "", "" },
		{ " , ,", "", "", "" },
	};
	struct row *r = row_new(entity_find("employer"));

	(void)state;
	for (size_t i = 0; i < COUNT(a); i++) {
		address_split(a[i].text, r);
		assert_string_equal(row_get(r, F_employer_street),
		    a[i].street);
		assert_string_equal(row_get(r, F_employer_town), a[i].town);
		assert_string_equal(row_get(r, F_employer_postcode),
		    a[i].code);
	}
	row_free(r);
}

static void
a_code_table_finds_by_number_and_name(void **state)
{
	const struct code_table *t = code_table("gias-statuses.csv");

	(void)state;
	assert_int_equal(t->n, 4);
	assert_string_equal(code_by_number(t, 3)->name,
	    "Open but proposed to close");
	assert_int_equal(code_by_name(t, "Open, but proposed to close")->code,
	    3);
	assert_int_equal(code_by_name(t, "CLOSED")->code, 2);
	assert_null(code_by_number(t, 9));
	assert_null(code_by_name(t, "Ajar"));
	assert_null(code_by_name(t, ""));
	assert_ptr_equal(code_table("gias-statuses.csv"), t);
	assert_int_equal(code_table("gias-types.csv")->n, 39);
	assert_int_equal(code_table("las.csv")->n, 33);
}

static void
a_map_is_headings_and_fields(void **state)
{
	struct app app = { 0 };		/* no name: nothing is remembered */
	struct import_map m;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(import_map_read(&app, "Full name = name,\"Where, exactly\""
	    "=venue, Skip=", &m, &e), ST_OK);
	assert_int_equal(m.heads.n, 3);
	assert_string_equal(m.heads.v[0], "Full name");
	assert_string_equal(m.fields.v[0], "name");
	assert_string_equal(m.heads.v[1], "Where, exactly");
	assert_string_equal(m.fields.v[1], "venue");
	assert_string_equal(m.fields.v[2], "");
	assert_null(m.name);
	import_map_clear(&m);
	assert_int_equal(import_map_read(&app, "Full name", &m, &e), ST_USAGE);
	assert_int_equal(import_map_read(&app, "@no name:A=b", &m, &e), ST_USAGE);
	assert_int_equal(import_map_read(&app, "@:A=b", &m, &e), ST_USAGE);
}

static void
a_map_is_remembered_by_its_name(void **state)
{
	struct import_map m;
	struct err e = { 0 };
	struct app app, other;

	char *dir = test_tmpdir();

	(void)state;
	setenv("XDG_STATE_HOME", dir, 1);
	free(dir);
	world_open(&app);
	assert_int_equal(import_map_read(&app, "@staff", &m, &e), ST_NOT_FOUND);
	assert_int_equal(import_map_read(&app, "@staff:A=name,B=phone", &m, &e),
	    ST_OK);
	assert_int_equal(import_map_keep(&app, &m, &e), ST_OK);
	import_map_clear(&m);
	assert_int_equal(import_map_read(&app, "@other:C=name", &m, &e), ST_OK);
	assert_int_equal(import_map_keep(&app, &m, &e), ST_OK);
	import_map_clear(&m);
	assert_int_equal(import_map_read(&app, "@staff:A=email", &m, &e), ST_OK);
	assert_int_equal(import_map_keep(&app, &m, &e), ST_OK);
	import_map_clear(&m);
	assert_int_equal(import_map_read(&app, "@staff", &m, &e), ST_OK);
	assert_int_equal(m.heads.n, 1);
	assert_string_equal(m.fields.v[0], "email");
	import_map_clear(&m);
	assert_int_equal(import_map_read(&app, "@stuff", &m, &e), ST_NOT_FOUND);
	assert_non_null(strstr(e.text, "there are: other, staff"));
	world_open_as(&other, &app, "priya");
	assert_int_equal(import_map_read(&other, "@staff", &m, &e),
	    ST_NOT_FOUND);
	assert_null(strstr(e.text, "there are"));
	world_close(&other);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_column_of_days_is_read_day_first),
		cmocka_unit_test(
		    a_column_that_can_only_be_month_first_is_read_so),
		cmocka_unit_test(a_column_of_both_is_refused),
		cmocka_unit_test(an_address_comes_apart),
		cmocka_unit_test(a_code_table_finds_by_number_and_name),
		cmocka_unit_test(a_map_is_headings_and_fields),
		cmocka_unit_test(a_map_is_remembered_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
