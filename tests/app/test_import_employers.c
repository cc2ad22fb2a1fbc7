/* test_import_employers.c - employers of two registers, and again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "app/undo.h"
#include "base/mem.h"
#include "tests/app/importing.h"

static int
open_world(void **state)
{
	struct importing *w = xmalloc(sizeof *w);

	importing_open(w);
	*state = w;
	return 0;
}

static int
close_world(void **state)
{
	importing_close(*state);
	free(*state);
	return 0;
}

static void
rows_of_the_pay_gap_register_are_taken(void **state)
{
	struct importing *w = *state;
	char *dump;

	assert_string_equal(import_data(w, "employers", "registers.csv"),
	    "3 added, 0 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "employer", "00123456", "name"),
	    "QUAYSIDE WIDGETS LIMITED");
	assert_string_equal(stored(w, "employer", "00123456", "sic"),
	    "25990, 62020");
	assert_string_equal(stored(w, "employer", "00123456", "sector"),
	    "manufacturing");
	assert_string_equal(stored(w, "employer", "00123456", "postcode"),
	    "E3 2ZZ");
	assert_string_equal(stored(w, "employer", "00123456", "size"),
	    "250 to 499");
	assert_string_equal(stored(w, "employer", "00000077", "sector"),
	    "agriculture");
	assert_string_equal(stored(w, "employer", "00000077", "also"),
	    "LARCH HOLDINGS LTD");
	assert_string_equal(stored(w, "employer", "00000077", "size"), "");
	dump = world_dump(&w->app);
	assert_null(strstr(dump, "Secret"));
	free(dump);
}

static void
the_same_file_again_changes_nothing(void **state)
{
	struct importing *w = *state;

	import_data(w, "employers", "registers.csv");
	assert_string_equal(import_data(w, "employers", "registers.csv"),
	    "0 added, 0 updated, 3 unchanged, 0 rejected");
}

#define HEADS "EmployerName,Address,CompanyNumber,SicCodes,EmployerSize\n"

static void
what_a_person_typed_stays(void **state)
{
	struct importing *w = *state;
	const struct entity *ent;
	struct err e = { 0 };
	int64_t id;

	import_text(w, "employers", HEADS
	    "BRINE PLC,\"1 Salt Quay, Bow, E3 1AA\",1234,10000,250 to 499\n");
	must(ref_resolve(&w->app, "employer/00001234", false, &ent, &id, &e),
	    &e);
	must(world_set(&w->app, "employer", id, "name", "Brine", &e), &e);
	must(world_set(&w->app, "employer", id, "sector", "retail", &e), &e);
	assert_string_equal(import_text(w, "employers", HEADS
	    "BRINE AND PEPPER PLC,\"2 Salt Quay, Bow, E3 1AB\",1234,10000,"
	    "500 to 999\n"),
	    "0 added, 1 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "employer", "00001234", "name"),
	    "Brine");
	assert_string_equal(stored(w, "employer", "00001234", "also"),
	    "BRINE AND PEPPER PLC");
	assert_string_equal(stored(w, "employer", "00001234", "sector"),
	    "retail");
	assert_string_equal(stored(w, "employer", "00001234", "size"),
	    "500 to 999");
	assert_string_equal(stored(w, "employer", "00001234", "postcode"),
	    "E3 1AB");
}

static void
without_a_number_name_and_postcode_decide(void **state)
{
	struct importing *w = *state;

	world_add(&w->app, "employer", "name=The Kelp Company Ltd",
	    "postcode=E3 1AA", NULL);
	assert_string_equal(import_text(w, "employers", HEADS
	    "KELP COMPANY LIMITED,\"Bow, E3 1AA\",,10000,250 to 499\n"
	    "KELP COMPANY LIMITED,\"Hull, HU1 1AA\",,10000,250 to 499\n"),
	    "1 added, 1 updated, 0 unchanged, 0 rejected");
	assert_non_null(strstr(import_said(w),
	    "in.csv:3: name: warning: added, but"));
}

static void
one_number_twice_is_one_employer(void **state)
{
	static const char file[] = HEADS
	    "KELP LTD,\"Bow, E3 1AA\", 0001234 ,10000,250 to 499\n"
	    "KELP HOLDINGS,\"Bow, E3 1AA\",1234,10000,500 to 999\n"
	    ",nowhere,1235,,\n"
	    "BAD NUMBER LTD,\"Bow, E3 1AB\",12-34,,\n";
	struct importing *w = *state;

	assert_string_equal(import_text(w, "employers", file),
	    "2 added, 1 updated, 0 unchanged, 1 rejected");
	assert_string_equal(stored(w, "employer", "00001234", "size"),
	    "250 to 499");
	assert_string_equal(stored(w, "employer", "00001234", "name"),
	    "KELP LTD");
	assert_string_equal(stored(w, "employer", "00001234", "also"),
	    "KELP HOLDINGS");
	assert_non_null(strstr(import_said(w),
	    "in.csv:4: name: there is no name"));
	assert_non_null(strstr(import_said(w),
	    "in.csv:5: company_number: warning: cannot read \"12-34\""));
	/* and again: neither row turns the other's values back */
	assert_string_equal(import_text(w, "employers", file),
	    "0 added, 0 updated, 3 unchanged, 1 rejected");
}

static void
companies_house_headings_are_known(void **state)
{
	struct importing *w = *state;

	assert_string_equal(import_text(w, "employer",
	    "CompanyName, CompanyNumber,RegAddress.AddressLine1,"
	    "RegAddress.PostTown,RegAddress.PostCode,SICCode.SicText_1,"
	    "SICCode.SicText_2,PreviousName_1.CompanyName\n"
	    "\"\"\"KELP\"\" LTD\",1234,1 QUAY,BOW,E3 1AA,"
	    "62020 - Consultancy 24 hours,01110 - Cereals,OLD KELP LTD\n"),
	    "1 added, 0 updated, 0 unchanged, 0 rejected");
	assert_string_equal(stored(w, "employer", "00001234", "name"),
	    "\"KELP\" LTD");
	assert_string_equal(stored(w, "employer", "00001234", "sic"),
	    "62020, 01110");
	assert_string_equal(stored(w, "employer", "00001234", "sector"),
	    "information technology");
	assert_string_equal(stored(w, "employer", "00001234", "town"), "BOW");
	assert_string_equal(stored(w, "employer", "00001234", "also"),
	    "OLD KELP LTD");
}

static void
real_files_are_taken_whole_and_undone(void **state)
{
	struct importing *w = *state;
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *path, *before, *after;

	if (test_shared() == NULL) {
		print_message("no ../shared/data: real files are not tried\n");
		skip();
	}
	before = world_dump(&w->app);
	path = test_path(test_shared(),
	    "employers-gender-pay-gap-2019-20.csv");
	assert_string_equal(import_path(w, "employers", path),
	    "6031 added, 0 updated, 0 unchanged, 0 rejected");
	assert_string_equal(import_path(w, "employers", path),
	    "0 added, 0 updated, 6031 unchanged, 0 rejected");
	free(path);
	must(undo_step(&w->app, 0, false, false, false, &r, &e), &e);
	assert_int_equal(r.records, 6031);
	undo_report_clear(&r);
	after = world_dump(&w->app);
	assert_string_equal(before, after);
	free(before);
	free(after);
	path = test_path(test_shared(), "companies-house-sample.csv");
	assert_string_equal(import_path(w, "employers", path),
	    "14 added, 0 updated, 0 unchanged, 0 rejected");
	free(path);
}

#define T(f) cmocka_unit_test_setup_teardown(f, open_world, close_world)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(rows_of_the_pay_gap_register_are_taken),
		T(the_same_file_again_changes_nothing),
		T(what_a_person_typed_stays),
		T(without_a_number_name_and_postcode_decide),
		T(one_number_twice_is_one_employer),
		T(companies_house_headings_are_known),
		T(real_files_are_taken_whole_and_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
