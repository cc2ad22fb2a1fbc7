/* hub.c - a small database, and the program on it, for tests on a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/e2e/hub.h"

#include <signal.h>
#include <stdlib.h>

#include "tests/e2e/term.h"

char *hub_db;

void
hub_run(const char *const *words)
{
	const char *argv[32] = { test_program(), "--db", hub_db };
	size_t n = 3;

	while (*words != NULL)
		argv[n++] = *words++;
	argv[n] = NULL;
	free(t_run(0, NULL, argv));
}

char *
hub_asks(const char *a, const char *b, const char *c)
{
	return t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, a, b, c, NULL });
}

int
hub_make(void **state)
{
	(void)state;
	free(hub_db);
	hub_db = test_path(t_home(), "hub.db");
	RUN("init");
	RUN("add", "school", "urn=900123", "name=Sandmere Park Academy",
	    "la=Havering", "low_age=11", "high_age=18");
	RUN("add", "school", "urn=900124", "name=Harbour UTC", "la=Newham",
	    "low_age=14", "high_age=19");
	RUN("add", "school", "urn=900125", "name=Northgate School",
	    "la=Tower Hamlets", "low_age=11", "high_age=16");
	RUN("add", "school", "urn=900127", "name=Ashdown Green School",
	    "la=Havering", "low_age=11", "high_age=18");
	RUN("add", "employer", "name=Barclays Bank",
	    "company_number=01026167");
	RUN("add", "employer", "name=Transport for London");
	RUN("add", "roll", "school=school/900124", "year=2026/27",
	    "group=y10", "pupils=60");
	return 0;
}

int
hub_end(void **state)
{
	free(hub_db);
	hub_db = NULL;
	return t_teardown(state);
}

void
hub_start(int rows, int cols)
{
	t_start(rows, cols, (const char *const[]){ test_program(), "--db",
	    hub_db, NULL });
	t_wait("Today");
}

void
hub_again(void)
{
	hub_start(24, 80);
}

void
hub_hang_up(void)
{
	t_signal(SIGHUP);
	assert_int_equal(t_wait_exit(), 0);
}
