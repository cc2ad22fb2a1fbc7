/* test_doctor.c - the doctor on settings, disks, rights, terminals: each fault
 * made, and found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/doctor_world.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "tests/app/world.h"

/* Only the clock of the tests is amiss, and everything else is looked at. */
static void
what_is_in_order_is_said(void **state)
{
	(void)state;
	finds("warning", "fixed by CASELOAD_NOW");
	assert_int_equal(errors, 0);
	assert_int_equal(warnings, 1);
	assert_true(said("ok", "Settings are read from "));
	assert_true(said("ok", "Europe/London"));
	assert_true(said("ok", "a local disk (ext4)"));
	assert_true(said("ok", "left on the disk"));
	assert_true(said("ok", "Only this account"));
	assert_true(said("ok", "SQLite 3."));
	assert_true(said("ok", "The database is of version"));
	assert_true(said("ok", "TRUNCATE"));
	assert_true(said("ok", "Its pages are whole"));
	assert_true(said("ok", "newest backup is of 2026-11-20"));
	assert_true(said("ok", "no unsaved typing"));
}

/* --- settings ------------------------------------------------------------ */

static enum status
no_such_key(const struct options *o, struct err *e)
{
	(void)o;
	return err_set(e, ST_INVALID, "x.ini:2: there is no request \"fly\".");
}

static void
wrong_settings_are_named_and_the_rest_goes_on(void **state)
{
	(void)state;
	set_config("[user]\nname = tester\nnaem = x\n");
	finds("error", "test.ini:3: [user] has no setting \"naem\"");
	assert_true(said("ok", "The database is of version"));
	start.config = NULL;
	put_home(".config/caseload/caseload.ini", "[ui]\ncolour = green\n");
	put_home(".config/caseload/local.ini", "[rulez]\n");
	finds("error", "caseload.ini:2: [ui] colour: \"green\" is not one of");
	assert_true(said("error", "local.ini:1: there is no section [rulez]"));
	start.config = "/none/such.ini";
	finds("error", "cannot read /none/such.ini");
}

static void
wrong_keys_are_named(void **state)
{
	(void)state;
	start.check = no_such_key;
	finds("error", "no request \"fly\"");
}

static void
rules_of_the_hub_are_read(void **state)
{
	char *ini = xasprintf("[rules]\nfolder = %s/rules\n", home);

	(void)state;
	set_config(ini);
	free(ini);
	finds("error", "cannot read the folder of rules");
	put_home("rules/eligiblity.csv", "a\n");
	finds("warning", "eligiblity.csv is read by nobody");
	assert_true(said("ok", "0 files of the hub's own rules"));
	put_home("rules/eligibility.csv", "no,such,heading\n");
	finds("error", "eligibility.csv");
	assert_false(said("ok", "own rules"));
}

static void
a_clock_behind_is_an_error(void **state)
{
	struct app app;
	struct err e = { 0 };

	(void)state;
	unsetenv("CASELOAD_NOW");
	clock_reset();
	finds("ok", "The clock is not behind");
	setenv("CASELOAD_NOW", "2150-01-01T00:00:00Z", 1);
	clock_reset();
	must(app_open(&app, &start, &e), &e);
	(void)world_add(&app, "employer", "name=Later Works", NULL);
	app_close(&app);
	unsetenv("CASELOAD_NOW");
	clock_reset();
	finds("error", "newest save is of 2150-01-01T00:00 UTC");
	setenv("CASELOAD_NOW", "2019-01-01T00:00:00Z", 1);
	clock_reset();
}

/* --- the disk ------------------------------------------------------------ */

static void
disks_are_told_apart(void **state)
{
	(void)state;
	disk.magic = 0x6969;
	finds("error", "a network disk (NFS)");
	disk.magic = 0x65735546;
	finds("error", "allow_fuse = yes");
	set_config("[database]\nallow_fuse = yes\n");
	finds("warning", "FUSE, which the settings allow");
	disk.magic = 0x01021994;
	finds("warning", "in memory (tmpfs)");
	disk.magic = 0x1234;
	finds("warning", "not known here (0x1234)");
	disk.magic = 0xef53;
	disk.readonly = true;
	finds("error", "mounted read only");
}

static void
room_is_measured(void **state)
{
	(void)state;
	disk.bytes = 1 << 20;
	finds("error", "is full: 1.0 MB left");
	disk.bytes = (16 << 20) + 4096;
	finds("warning", "but a backup takes");
	disk.bytes = 1 << 30;
	disk.files_free = 3;
	finds("error", "takes only 3 more files");
	disk.files = 0;		/* a disk that does not count them */
	ask();
	assert_int_equal(errors, 0);
}

static void
synced_folders_are_told(void **state)
{
	(void)state;
	put_home("data/.stfolder", "");
	finds("warning", "Syncthing copies ");
	set_config("[database]\nsynced = yes\n");
	finds("ok", "Syncthing copies ");
}

/* --- who may read what --------------------------------------------------- */

static void
mode_is(const char *name, mode_t mode, const char *level, const char *words)
{
	char *path = test_path(home, name);
	struct stat was;

	assert_int_equal(stat(path, &was), 0);
	assert_int_equal(chmod(path, mode), 0);
	finds(level, words);
	assert_int_equal(chmod(path, was.st_mode & 07777), 0);
	ask();
	assert_true(said("ok", "Only this account"));
	free(path);
}

static void
files_of_others_are_found(void **state)
{
	(void)state;
	mode_is("data/hub.db", 0644, "warning", "may read ");
	mode_is("data/hub.db", 0666, "error", "chmod 600 ");
	mode_is("data", 0755, "warning", "(the folder of the database)");
	mode_is("data", 0777, "error", "may change ");
	mode_is("data/hub.db.backups", 0755, "warning", "(its backups)");
	mode_is("test.ini", 0622, "error", "(settings)");
	put_home(".local/state/caseload/log", "");
	mode_is(".local/state/caseload", 0750, "warning", "(drafts and the");
	put_home(".ssh/authorized_keys", "ssh-ed25519 AAAA me\n");
	mode_is(".ssh/authorized_keys", 0666, "ok", "Only this account");
	put_home(".ssh/authorized_keys",
	    "command=\"caseload hub-session a\" ssh-ed25519 AAAA a\n");
	mode_is(".ssh/authorized_keys", 0666, "error", "(keys of this hub)");
	mode_is(".ssh", 0770, "error", "(where sshd finds keys)");
}

static void
links_and_strange_things_are_found(void **state)
{
	char *outbox = test_path(home, "data/hub.db.outbox");
	char *live = test_path(home, "data/hub.db.live");

	(void)state;
	assert_int_equal(symlink("/tmp", outbox), 0);
	finds("error", "(files for users) is a link");
	assert_int_equal(unlink(outbox), 0);
	put(live, "");
	finds("error", "(who is here) is no folder");
	free(live);
	free(outbox);
}

/* Root may write everywhere: then the question is asked as somebody else, who
 * may come into the folders. */
static void
no_right_is_an_error(void **state)
{
	char *data = path_dir(file);
	pid_t pid;
	int left;

	(void)state;
	assert_int_equal(chmod(home, 0711), 0);
	assert_int_equal(chmod(data, 0511), 0);
	assert_int_equal(chmod(file, 0400), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		if (geteuid() == 0 && setuid(65534) != 0)
			_exit(2);
		ask();
		_exit(said("error", "hub.db (the database) may not be read and "
		    "written") && said("error", "(the folder of the database) "
		    "may not be read and written") ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, &left, 0), pid);
	assert_true(WIFEXITED(left));
	assert_int_equal(WEXITSTATUS(left), 0);
	assert_int_equal(chmod(data, 0700), 0);
	free(data);
}

/* --- the terminal -------------------------------------------------------- */

static struct doctor_terminal term;

static void
terminal(struct doctor_terminal *out)
{
	*out = term;
}

static void
terminals_are_told_apart(void **state)
{
	const struct doctor_terminal good = { "xterm", true, true, true, true,
		true, 256, 24, 80 };

	(void)state;
	from.terminal = terminal;
	term = (struct doctor_terminal){ .name = "xterm" };
	finds("ok", "This is no terminal");
	term = good;
	finds("ok", "TERM=xterm: colours, drawn lines, a screen of its own");
	assert_true(said("ok", "The terminal has 80x24"));
	term.name = "";
	finds("error", "TERM is not set");
	term.name = "dumb";
	finds("ok", "line by line");
	term = good;
	term.known = false;
	finds("error", "no description of the terminal TERM=xterm");
	term = good;
	term.moves = false;
	finds("error", "cannot place its cursor");
	term = good;
	term.colours = 0;
	finds("ok", "no colours, of which none is needed");
	term.cols = 59;
	finds("warning", "has 59x24; the screens need 60x15");
	term.cols = 0;
	finds("warning", "does not say how large it is");
}

static void
the_language_is_told(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
	finds("ok", "takes all letters (UTF-8)");
	assert_non_null(setlocale(LC_ALL, "C"));
	finds("warning", "shows only plain letters");
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CHECK(what_is_in_order_is_said),
		CHECK(wrong_settings_are_named_and_the_rest_goes_on),
		CHECK(wrong_keys_are_named),
		CHECK(rules_of_the_hub_are_read),
		CHECK(a_clock_behind_is_an_error),
		CHECK(disks_are_told_apart),
		CHECK(room_is_measured),
		CHECK(synced_folders_are_told),
		CHECK(files_of_others_are_found),
		CHECK(links_and_strange_things_are_found),
		CHECK(no_right_is_an_error),
		CHECK(terminals_are_told_apart),
		CHECK(the_language_is_told),
	};

	setlocale(LC_ALL, "C.UTF-8");
	umask(077);
	return cmocka_run_group_tests_name("doctor", tests, NULL, NULL);
}
