/* test_cut.c - saves cut off by a kill: what is met after, and what is there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/stat.h>
#include <sys/wait.h>

#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "db/inner.h"
#include "tests/app/mix.h"
#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"
#include "tests/lib/child.h"

/* --- a journal left behind ------------------------------------------------ */

/* Few pages fit into the cache, so that what is saved goes to the file, and
 * what was there before to the journal, before the end of it. */
static const char half_saved[] =
    "PRAGMA cache_size = 10;"
    "BEGIN IMMEDIATE;"
    "UPDATE school SET name = 'Cut Off ' || id;"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " WHERE i < 300) INSERT INTO meta SELECT 'cut' || i, hex(zeroblob(2000))"
    " FROM n;";

static bool
saves_half(void *arg)
{
	const char *before = arg;
	sqlite3 *db;

	return sqlite3_open(hub_db, &db) == SQLITE_OK &&
	    sqlite3_exec(db, before, NULL, NULL, NULL) == SQLITE_OK &&
	    sqlite3_exec(db, half_saved, NULL, NULL, NULL) == SQLITE_OK;
}

/* Does FILE.db with that ending hold these bytes? */
static bool
holds(const char *ending, const char *bytes)
{
	char path[4096], *all;
	bool found = false;
	struct stat sb;

	snprintf(path, sizeof path, "%s%s", hub_db, ending);
	if (stat(path, &sb) != 0)
		return false;
	all = test_read(path);
	for (size_t i = 0, n = strlen(bytes); i + n <= (size_t)sb.st_size &&
	    !found; i++)
		found = memcmp(all + i, bytes, n) == 0;
	free(all);
	return found;
}

static void
cut_off(void)
{
	char before[] = "";

	child_kill(child_holds(saves_half, before));
	assert_true(holds("", "Cut Off"));
	assert_true(holds("-journal", "Sandmere Park"));
}

static void
is_clean(void)
{
	RUN("check");
	assert_false(holds("", "Cut Off"));
	assert_false(holds("-journal", "Sandmere Park"));
}

/* What the command prints has SANDMERE as it was, and TEXT. */
static void
says(const char *a, const char *b, const char *c, const char *text)
{
	char *out = hub_asks(a, b, c);

	if (strstr(out, text) == NULL || strstr(out, "Cut Off") != NULL)
		fail_msg("no \"%s\" in:\n%s", text, out);
	free(out);
}

static void
a_command_finds_what_was_there_before(void **state)
{
	(void)state;
	cut_off();
	says("list", "school", NULL, "Sandmere Park Academy");
	is_clean();
	cut_off();
	says("--readonly", "list", "school", "Sandmere Park Academy");
	is_clean();
	cut_off();
	says("set", "school/900123", "town=Romford", "Romford");
	says("list", "school", "--columns=name,town",
	    "Sandmere Park Academy\tRomford");
	is_clean();
}

static void
so_does_the_screen(void **state)
{
	(void)state;
	cut_off();
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("> Sandmere Park Academy");
	is_clean();
	t_keys("e");
	t_wait("Change school");
	t_keys("\t\025Sandmere Three");
	t_wait("Sandmere Three");
	cut_off();			/* somebody else dies beside it */
	t_keys("\023");
	t_wait("u takes it back");
	assert_false(t_shows("Cut Off"));
	t_stop();
	says("list", "school", "--columns=name", "Sandmere Three");
	assert_false(holds("", "Cut Off"));
	RUN("check");
}

/* Of a database in WAL mode what was saved is in the file beside it. */
static void
a_log_left_behind_is_read_and_half_of_it_passed_over(void **state)
{
	char before[] = "PRAGMA journal_mode = WAL;"
	    "UPDATE school SET town = 'Upminster' WHERE urn = '900123';";
	char *out;

	(void)state;
	child_kill(child_holds(saves_half, before));
	assert_true(holds("-wal", "Upminster"));
	assert_true(holds("-wal", "Cut Off"));
	out = t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "--readonly", "list", "school", "--columns=name,town",
	    NULL });
	assert_non_null(strstr(out, "Sandmere Park Academy\tUpminster"));
	assert_null(strstr(out, "Cut Off"));
	free(out);
	if (db_may_write_wal(sqlite3_libversion_number())) {
		says("set", "school/900123", "la=Barnet", "Barnet");
		is_clean();
		return;
	}
	out = t_run(1, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "set", "school/900123", "la=Barnet", NULL });
	assert_non_null(strstr(out, "may damage"));
	free(out);
}

/* --- a session that is killed ---------------------------------------------- */

enum { ROUNDS_SHORT = 2, ROUNDS_LONG = 40, TOLD_MOST = 4000, LINES = 3,
    MOST_MS = 60 };

/* What dan saves beside it is called so, by round and number. */
static void
beside_name(int round, int n, char out[40])
{
	snprintf(out, 40, n % 2 ? "Foundry %03d-%04d" : "Dan talked %03d-%04d",
	    round, n);
}

static enum status
save_beside(struct app *app, int round, int n, struct err *e)
{
	char name[40], line[120];

	beside_name(round, n, name);
	if (n % 2)
		return mix_add(app, name, e);
	snprintf(line, sizeof line, "harbour; talk; y10 5; note: %s", name);
	return mix_line(app, line, e);
}

/* Another process that saves, and tells each save, until it is killed. */
static pid_t
somebody_saves(int round, int tells[2])
{
	struct app_start start = { .db = hub_db, .user = "dan" };
	struct err e = { 0 };
	struct app app;
	pid_t pid;

	assert_int_equal(pipe(tells), 0);
	assert_true((pid = fork()) >= 0);
	if (pid > 0) {
		close(tells[1]);
		return pid;
	}
	setenv("HOME", t_home(), 1);
	setenv("XDG_STATE_HOME", t_home(), 1);
	setenv("CASELOAD_BACKUP", "no", 1);
	setenv("CASELOAD_NOW", "2026-11-20T10:00:00Z", 1);
	if (app_open(&app, &start, &e) == ST_OK)
		for (int n = 0; n < TOLD_MOST; n++)
			if (save_beside(&app, round, n, &e) != ST_OK ||
			    write(tells[1], &n, sizeof n) != sizeof n)
				break;
	_exit(1);
}

/* Lines logged on the screen, of which all but the last are acknowledged; a
 * form is left before, whose draft is to be offered. */
static void
use_the_screen(int round)
{
	char text[80];

	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	snprintf(text, sizeof text, "Left %03d", round);
	t_keys(text);
	t_wait(text);
	t_keys("\033");
	t_wait_gone("New employer");
	for (int i = 0; i < LINES; i++) {
		t_keys("l");
		t_wait("log>");
		snprintf(text, sizeof text, "sandm; talk; y10 5; note: line "
		    "%03d-%d", round, i);
		t_keys(text);
		snprintf(text, sizeof text, "line %03d-%d", round, i);
		t_wait(text);
		t_keys("\r");
		if (i + 1 < LINES) {
			t_wait_gone(text);
			assert_false(t_shows("stopped while waiting"));
		}
	}
}

static size_t
times(const char *all, const char *text)
{
	size_t n = 0;

	for (; (all = strstr(all, text)) != NULL; all++)
		n++;
	return n;
}

/* What was told is there once, what was not at most once. */
static void
all_is_there(int round, int told)
{
	char *encounters = hub_asks("list", "encounter", "--columns=note");
	char *employers = hub_asks("list", "employer", "--columns=name");
	char text[40];
	size_t n;

	for (int i = 0; i < LINES; i++) {
		snprintf(text, sizeof text, "line %03d-%d\n", round, i);
		n = times(encounters, text);
		if (n > 1 || (i + 1 < LINES && n != 1))
			fail_msg("%zu of %s", n, text);
	}
	for (int i = 0; i <= told; i++) {
		beside_name(round, i, text);
		n = times(i % 2 ? employers : encounters, text);
		if (n > 1 || (i < told && n != 1))
			fail_msg("%zu of %s, %d were told", n, text, told);
	}
	free(employers);
	free(encounters);
}

static int
told_by(int fd)
{
	int n, count = 0;

	while (read(fd, &n, sizeof n) == sizeof n)
		assert_int_equal(n, count++);
	close(fd);
	return count;
}

static void
what_a_killed_screen_acknowledged_is_there(void **state)
{
	const char *said = getenv("CASELOAD_SEED");
	unsigned seed = said != NULL ? (unsigned)strtoul(said, NULL, 10) : 5;
	int rounds = getenv("CASELOAD_LONG") != NULL ? ROUNDS_LONG :
	    ROUNDS_SHORT, tells[2], told;
	char text[40];
	pid_t dan;

	(void)state;
	print_message("CASELOAD_SEED=%u\n", seed);
	for (int r = 0; r < rounds; r++) {
		dan = somebody_saves(r, tells);
		use_the_screen(r);
		poll(NULL, 0, (int)(mix_chance(seed, (unsigned)r) % MOST_MS));
		t_signal(SIGKILL);
		child_kill(dan);
		assert_int_equal(WTERMSIG(t_wait_exit()), SIGKILL);
		told = told_by(tells[0]);
		assert_true(told > 0);
		RUN("check");
		all_is_there(r, told);
		hub_again();
		t_wait("Typed and not saved");
		snprintf(text, sizeof text, "New employer: Left %03d", r);
		t_wait(text);
		t_keys("\r");
		t_wait("17 fields");
		t_keys("\023");
		t_wait("u takes it back");
		t_stop();
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
		TEST(a_command_finds_what_was_there_before),
		TEST(so_does_the_screen),
		TEST(a_log_left_behind_is_read_and_half_of_it_passed_over),
		TEST(what_a_killed_screen_acknowledged_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
