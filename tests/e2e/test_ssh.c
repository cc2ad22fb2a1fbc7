/* test_ssh.c - the full-screen program through a real sshd and its terminal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glob.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define STATE	"/home/.local/state/caseload/"
#define LINE	"sandm; barc; talk; y9 20\r"
#define FIVE	LINE LINE LINE LINE LINE
#define THIRTY	FIVE FIVE FIVE FIVE FIVE FIVE

static bool served;		/* an sshd of ours runs */

/* --- the hub ------------------------------------------------------------- */

/* What tests/e2e/sshd.sh prints, and its status as a last line. */
static char *
sshd_sh(const char *what)
{
	char line[4096];

	snprintf(line, sizeof line, "sh '%s/tests/e2e/sshd.sh' %s; echo $?",
	    test_srcdir(), what);
	return t_run(0, NULL, (const char *const[]){ "sh", "-c", line, NULL });
}

static void
settings(const char *idle_minutes)
{
	char text[100];

	snprintf(text, sizeof text, "[hub]\nidle_minutes = %s\n"
	    "[backup]\ndaily = no\n", idle_minutes);
	free(test_write(t_home(), "hub.ini", text));
}

/* An editor edi and a coordinator cora, who have keys. */
static int
serve(void **state)
{
	char line[4096], *said;

	hub_make(state);
	RUN("add", "school", "urn=900126", "name=Ysgol T\u0177 Gwyn");
	RUN("user", "add", "edi", "editor");
	RUN("user", "add", "cora", "coordinator");
	settings("30");
	t_env("CASELOAD_BUILDDIR", test_builddir());
	snprintf(line, sizeof line, "%s/hub.ini", t_home());
	t_env("SETTINGS", line);
	snprintf(line, sizeof line, "begin '%s' '%s' edi cora", t_home(),
	    hub_db);
	said = sshd_sh(line);
	served = strcmp(said, "0\n") == 0;
	if (!served && strstr(said, "77\n") == NULL)
		fail_msg("sshd.sh: %s", said);
	if (!served)
		print_message("%s", said);
	free(said);
	return 0;
}

static int
serve_no_more(void **state)
{
	char line[4096];

	if (served) {
		snprintf(line, sizeof line, "end '%s'", t_home());
		free(sshd_sh(line));
	}
	served = false;
	return hub_end(state);
}

static void
connect_as(const char *user)
{
	char config[4096];

	if (!served)
		skip();
	snprintf(config, sizeof config, "%s/ssh_config", t_home());
	t_start(24, 80, (const char *const[]){ "ssh", "-F", config, "-tt",
	    user, NULL });
	t_wait("Today");
}

/* What a command prints over SSH; the caller frees it. */
static char *
asks(const char *user, const char *words)
{
	char config[4096];

	snprintf(config, sizeof config, "%s/ssh_config", t_home());
	return t_run(0, NULL, (const char *const[]){ "ssh", "-F", config, "-n",
	    user, words, NULL });
}

static void
ends_with(int code)
{
	int status = t_wait_exit();

	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), code);
}

/* Wait for a file of the state folder that PATTERN names and with TEXT in it. */
static void
wait_file(const char *pattern, const char *text)
{
	char path[4096], *all;
	bool found = false;
	glob_t g;

	snprintf(path, sizeof path, "%s" STATE "%s", t_home(), pattern);
	for (int ms = 0; !found; ms += 100) {
		if (ms > t_deadline_ms())
			fail_msg("no file %s with \"%s\"", path, text);
		poll(NULL, 0, 100);	/* the terminal may be gone */
		if (glob(path, 0, NULL, &g) != 0)
			continue;
		for (size_t i = 0; i < g.gl_pathc && !found; i++) {
			all = test_read(g.gl_pathv[i]);
			found = strstr(all, text) != NULL;
			free(all);
		}
		globfree(&g);
	}
}

static void
nothing_was_saved(const char *before)
{
	char *now = hub_asks("history", "--format", "csv");

	assert_string_equal(now, before);
	free(now);
}

/* --- tests --------------------------------------------------------------- */

/* The client is killed over a form, the server's side over a line: both end the
 * session by its terminal, before a draft is due by itself. */
static void
a_dropped_connection_loses_no_typing(void **state)
{
	char line[4096];

	(void)state;
	connect_as("edi");
	t_keys("gs/sandmere\r");
	t_wait("> Sandmere");
	t_keys("e");
	t_wait("Change school");
	t_keys("Kept of me ");
	t_wait("Kept of me");
	t_signal(SIGKILL);
	assert_true(WIFSIGNALED(t_wait_exit()));
	wait_file("drafts/*", "Kept of me");
	connect_as("edi");
	t_wait("Typed and not saved");
	t_wait("Sandmere");
	t_keys("\033");
	t_wait_gone("Typed and not saved");
	t_keys("l");
	t_wait("log>");
	t_keys("sandm; talk; y9 21");
	t_wait("y9 21");
	snprintf(line, sizeof line, "drop '%s'", t_home());
	free(sshd_sh(line));
	ends_with(255);
	wait_file("lines/*", "sandm; talk; y9 21");
	connect_as("cora");		/* the same account, another user */
	assert_false(t_shows("Typed and not saved"));
	t_keys("l");
	t_wait("log>");
	assert_false(t_shows("sandm"));
	t_keys("\033");
	t_wait_gone("log>");
	t_keys("q");
	ends_with(0);
	connect_as("edi");
	t_wait("Typed and not saved");
	t_keys("\033");
	t_wait_gone("Typed and not saved");
	t_keys("l");
	t_wait("log> sandm; talk; y9 21");
	t_signal(SIGKILL);
	t_wait_exit();
}

static void
a_report_of_the_screen_is_that_of_the_command(void **state)
{
	char *screen, *command, *path, *kept;

	(void)state;
	connect_as("edi");
	t_keys("gr");
	t_wait("Reports");
	t_keys("\033[B\r");
	t_wait("Sandmere");
	t_keys("E");
	t_wait("Write to file");
	t_keys("\025page.html\r");
	t_wait("ssh HUB outbox get page.html");
	t_keys("qqq");
	ends_with(0);
	free(asks("edi", "report board --format html -o by-hand.html"));
	screen = asks("edi", "outbox get page.html");
	command = asks("edi", "outbox get by-hand.html");
	assert_non_null(strstr(screen, "</html>"));
	assert_string_equal(screen, command);
	path = test_path(t_home(), "hub.db.outbox/edi/page.html");
	kept = test_read(path);
	assert_string_equal(screen, kept);
	free(kept);
	free(path);
	free(command);
	free(screen);
}

static void
keys_that_stop_and_pastes_do_nothing_by_themselves(void **state)
{
	char *before = hub_asks("history", "--format", "csv");

	(void)state;
	connect_as("edi");
	t_keys("\032");
	t_wait("There is no shell to go back to.");
	t_keys("l");
	t_wait("log>");
	t_raw(THIRTY);
	t_wait("30 lines");
	t_keys("\033");
	t_wait_gone("30 lines");
	t_keys("l");
	t_wait("log>");
	t_keys("\025");
	t_paste(THIRTY);
	t_wait("30 lines");
	t_keys("\033");
	t_wait_gone("30 lines");
	t_keys("gwn");
	t_wait("New task");
	t_paste(THIRTY);
	t_wait("sandm; barc");
	t_raw(THIRTY);
	t_quiet(500);
	nothing_was_saved(before);
	t_signal(SIGKILL);
	t_wait_exit();
	wait_file("drafts/*", "sandm; barc");
	nothing_was_saved(before);
	free(before);
}

static void
sizes_and_letters_come_through(void **state)
{
	(void)state;
	connect_as("edi");
	t_keys("gs/t\u0177\r");
	t_wait("> Ysgol T\u0177 Gwyn");
	t_resize(15, 60);
	t_wait_row(14, "? more");
	assert_true(t_shows("Ysgol T\u0177 Gwyn"));
	t_resize(30, 100);
	t_wait_row(29, "Enter open");
	assert_true(t_shows("Ysgol T\u0177 Gwyn"));
	t_signal(SIGKILL);
	t_wait_exit();
}

static void
nobody_types_and_the_connection_ends(void **state)
{
	(void)state;
	settings("0.05");
	connect_as("edi");
	t_wait("This session is locked in 2 seconds; any key keeps it.");
	t_wait("Locked after 3 seconds without a key.");
	ends_with(1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, serve, serve_no_more)
		T(a_dropped_connection_loses_no_typing),
		T(a_report_of_the_screen_is_that_of_the_command),
		T(keys_that_stop_and_pastes_do_nothing_by_themselves),
		T(sizes_and_letters_come_through),
		T(nobody_types_and_the_connection_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
