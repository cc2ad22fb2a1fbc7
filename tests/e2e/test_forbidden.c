/* test_forbidden.c - a database that another program filled with controls and
 * marks: none of them reaches the terminal (output.h looks at every byte). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

static const char each_text[] =
    "SELECT 'UPDATE OR IGNORE \"' || m.name || '\" SET \"' || p.name ||"
    " '\" = \"' || p.name || '\" || (SELECT t FROM temp.bad)"
    " WHERE typeof(\"' || p.name || '\") = ''text'' AND \"' || p.name ||"
    " '\" <> '''''"
    " FROM sqlite_master m JOIN pragma_table_info(m.name) p"
    " WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%'"
    " AND p.type LIKE 'TEXT%' AND m.name NOT IN ('step', 'change', 'meta',"
    " 'user') ORDER BY m.name, p.cid";

static const char bad_text[] =
    "CREATE TEMP TABLE bad AS SELECT char(1, 27, 95, 127, 128, 155, 159, 1564,"
    " 8206, 8207, 8232, 8233, 8234, 8238, 8294, 8297, 65279, 65534) ||"
    " CAST(x'c2ed' AS TEXT) AS t";

static int
hostile_hub(void **state)
{
	sqlite3_stmt *each;
	sqlite3 *db;
	int n = 0;

	if (hub_make(state) != 0)
		return -1;
	assert_int_equal(sqlite3_open(hub_db, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, bad_text, NULL, NULL, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, each_text, -1, &each, NULL),
	    SQLITE_OK);
	while (sqlite3_step(each) == SQLITE_ROW) {
		sqlite3_exec(db, (const char *)sqlite3_column_text(each, 0),
		    NULL, NULL, NULL);
		n += sqlite3_changes(db) > 0;
	}
	sqlite3_finalize(each);
	sqlite3_close(db);
	assert_true(n > 10);
	return 0;
}

static void
walk(void)
{
	hub_start(24, 80);
	t_keys("gs");
	t_wait("Sandmere");
	t_keys("\r");
	t_wait("on roll");
	t_keys("e");
	t_wait("Change school");
	t_keys("\033");
	t_wait_gone("Change school");
	t_keys("gm");
	t_wait("Barclays");
	t_keys("o");
	t_wait("Open a record");
	t_keys("harb");
	t_wait("Harbour");
	t_keys("\033");
	t_wait_gone("Open a record");
	t_stop();
}

static void
no_stored_control_reaches_a_screen(void **state)
{
	(void)state;
	walk();
}

static void
nor_where_the_locale_is_not_utf8(void **state)
{
	(void)state;
	t_env("LC_ALL", "C");
	walk();
}

static void
nor_what_a_command_prints_there(void **state)
{
	static const char *const words[][2] = {
		{"list", "school"}, {"list", "employer"}, {"list", "roll"},
		{"show", "employer/01026167"}, {"log", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		t_start(24, 80, (const char *const[]){ test_program(), "--db",
		    hub_db, words[i][0], words[i][1], NULL });
		(void)t_wait_exit();
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hostile_hub, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(no_stored_control_reaches_a_screen),
	    TEST(nor_where_the_locale_is_not_utf8),
	    TEST(nor_what_a_command_prints_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
