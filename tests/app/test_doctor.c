/* test_doctor.c - each check of the doctor: its fault made, and found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/world.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <dirent.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/doctor.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/db.h"
#include "db/folder.h"
#include "db/health.h"

#define OF_TESTS	"2026-11-20T10:00:00Z"

/* A home of its own, a database in it, and what the doctor said. */
static char *home, *file, *config;
static struct app_start start;
static struct doctor_start from;
static struct strs found;
static size_t errors, warnings;

static void
hear(void *arg, enum doctor_level level, const char *what, const char *advice)
{
	(void)arg;
	errors += level == DOCTOR_ERROR;
	warnings += level == DOCTOR_WARNING;
	assert_true((*advice == '\0') == (level == DOCTOR_OK));
	strs_take(&found, xasprintf("%s: %s %s", doctor_levels[level], what,
	    advice));
}

static void
ask(void)
{
	strs_clear(&found);
	errors = warnings = 0;
	doctor_run(&from, hear, NULL);
}

static bool
said(const char *level, const char *words)
{
	for (size_t i = 0; i < found.n; i++)
		if (str_starts(found.v[i], level) &&
		    strstr(found.v[i], words) != NULL)
			return true;
	return false;
}

/* Ask, and see a finding of LEVEL with WORDS. */
static void
finds(const char *level, const char *words)
{
	ask();
	if (said(level, words))
		return;
	for (size_t i = 0; i < found.n; i++)
		print_error("  %s\n", found.v[i]);
	fail_msg("no %s \"%s\"", level, words);
}

static void
put(const char *path, const char *text)
{
	char *dir = path_dir(path);
	struct err e = { 0 };

	must(path_make_dir(dir, &e), &e);
	must(path_replace(path, text, strlen(text), true, &e), &e);
	free(dir);
}

/* HOME/NAME holding TEXT. */
static void
put_home(const char *name, const char *text)
{
	char *path = test_path(home, name);

	put(path, text);
	free(path);
}

static void
set_config(const char *text)
{
	put(config, text);
}

static bool (*ask_system)(const char *, struct folder_fs *);
static struct folder_fs disk;

static bool
answer(const char *path, struct folder_fs *out)
{
	*out = disk;
	return access(path, F_OK) == 0;
}

/* A small database with one save, all in order. */
static int
set_up(void **state)
{
	struct app app;
	struct err e = { 0 };

	(void)state;
	if (ask_system == NULL)
		ask_system = folder_ask;
	disk = (struct folder_fs){ .magic = 0xef53, .bytes = 1u << 30,
		.files = 1000, .files_free = 500 };
	folder_ask = answer;
	home = test_tmpdir();
	setenv("HOME", home, 1);
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
	setenv("CASELOAD_NOW", OF_TESTS, 1);
	clock_reset();
	file = test_path(home, "data/hub.db");
	config = test_path(home, "test.ini");
	set_config("[user]\nname = tester\n");
	start = (struct app_start){ .db = file, .config = config,
		.today = "2026-11-20", .create = true };
	must(app_open(&app, &start, &e), &e);
	(void)world_add(&app, "employer", "name=Harbour Works", NULL);
	app_close(&app);
	from = (struct doctor_start){ &start, NULL, NULL };
	put_home("data/hub.db.backups/2026-11-20.db", "");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	folder_ask = ask_system;
	strs_clear(&found);
	free(home);
	free(file);
	free(config);
	return 0;
}

static void
raw(const char *sql)
{
	sqlite3 *s3;

	assert_int_equal(sqlite3_open(file, &s3), SQLITE_OK);
	assert_int_equal(sqlite3_exec(s3, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(s3);
}

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
	assert_true(said("ok", "pages are whole"));
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

/* --- the database -------------------------------------------------------- */

static void
every_state_of_a_database_is_told(void **state)
{
	(void)state;
	raw("PRAGMA user_version = 3");
	finds("warning", "of version 3; this program's is");
	raw("PRAGMA user_version = 999");
	finds("error", "of version 999; this program knows");
	raw("PRAGMA application_id = 1");
	finds("error", "is not a Caseload database");
	put(file, "this is no database, but a text of some length\n");
	finds("error", "is not a Caseload database");
	put(file, "");
	finds("error", "There is no database");
	assert_int_equal(unlink(file), 0);
	finds("error", "Run caseload init");
	start.db = "/none/at/all.db";
	finds("error", "There is no database /none/at/all.db");
	start.db = home;
	finds("error", "is not a file");
}

static void
damage_is_found(void **state)
{
	FILE *f = fopen(file, "r+");
	char junk[4096];

	(void)state;
	memset(junk, 0xa5, sizeof junk);
	assert_non_null(f);
	for (int page = 20; page < 60; page++) {
		assert_int_equal(fseek(f, page * 4096L, SEEK_SET), 0);
		assert_int_equal(fwrite(junk, 1, sizeof junk, f), 4096);
	}
	assert_int_equal(fclose(f), 0);
	finds("error", "--repair");
	assert_false(said("ok", "pages are whole"));
}

static size_t
files_in(const char *dir)
{
	const struct dirent *d;
	DIR *in = opendir(dir);
	size_t n = 0;

	assert_non_null(in);
	while ((d = readdir(in)) != NULL)
		n += d->d_name[0] != '.';
	closedir(in);
	return n;
}

/* SQLite would make two files beside a database in WAL mode to read it. */
static void
wal_mode_is_told_and_left(void **state)
{
	char *data = test_path(home, "data");

	(void)state;
	raw("PRAGMA journal_mode = WAL");
	if (db_sqlite_wal())
		finds("ok", "written ahead (WAL)");
	else
		finds("error", "doctor --journal truncate");
	assert_int_equal(files_in(data), 2);	/* with the backups */
	free(data);
}

/* A writer that dies in the middle, its changes in the file already. */
static void
die_while_writing(void)
{
	pid_t pid = fork();
	sqlite3 *s3;
	int bad = 0, left;

	assert_true(pid >= 0);
	if (pid == 0) {
		bad |= sqlite3_open(file, &s3);
		bad |= sqlite3_exec(s3, "PRAGMA cache_size = 1; BEGIN; "
		    "CREATE TABLE junk (x); WITH RECURSIVE n(i) AS (SELECT 1 "
		    "UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
		    "INSERT INTO junk SELECT zeroblob(4000) FROM n",
		    NULL, NULL, NULL);
		_exit(bad);
	}
	assert_int_equal(waitpid(pid, &left, 0), pid);
	assert_true(WIFEXITED(left) && WEXITSTATUS(left) == 0);
}

static void
a_cut_off_save_is_told_and_left(void **state)
{
	struct stat before, after;
	struct app app;
	struct err e = { 0 };

	(void)state;
	die_while_writing();
	assert_int_equal(stat(file, &before), 0);
	finds("warning", "A save was cut off");
	assert_int_equal(stat(file, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	must(app_open(&app, &start, &e), &e);
	app_close(&app);
	finds("ok", "pages are whole");
}

/* Within a session its own connection is asked. */
static void
a_session_may_ask(void **state)
{
	struct app app;
	struct err e = { 0 };

	(void)state;
	must(app_open(&app, &start, &e), &e);
	from.app = &app;
	finds("ok", "pages are whole");
	assert_true(said("ok", "TRUNCATE"));
	(void)world_add(&app, "employer", "name=Quay Works", NULL);
	app_close(&app);
}

/* --- what is kept beside it ---------------------------------------------- */

static void
backups_are_dated(void **state)
{
	char *last = test_path(home, "data/hub.db.backups/2026-11-20.db");

	(void)state;
	assert_int_equal(unlink(last), 0);
	finds("warning", "There is no backup");
	put_home("data/hub.db.backups/2026-11-12.db", "");
	put_home("data/hub.db.backups/2026-11-19.db.tmp", "");
	finds("warning", "of 2026-11-12, 8 days ago");
	put_home("data/hub.db.backups/2026-11-19.db", "");
	finds("ok", "of 2026-11-19");
	free(last);
}

static void
drafts_are_counted(void **state)
{
	static const char dir[] = ".local/state/caseload/drafts/";
	char *one = xasprintf("%sa-form-school-new", dir);
	char *two = xasprintf("%sa-form-visit-new", dir);

	(void)state;
	put_home(one, "kind\tform\nentity\tschool\nid\t\n"
	    "at\t2026-11-19T10:00:00.000Z\n=name\tQuay\n");
	finds("ok", "1 draft of unsaved typing, the oldest of 2026-11-19");
	put_home(two, "kind\tform\nentity\tvisit\nid\t\n"
	    "at\t2026-11-02T10:00:00.000Z\n=note\tx\n");
	finds("warning", "2 drafts of unsaved typing: the oldest is of "
	    "2026-11-02");
	put_home(two, "kind\tform\nentity\tnone such\n");
	finds("warning", "a-form-visit-new cannot be read");
	assert_true(said("ok", "1 draft of"));
	free(two);
	free(one);
}

static void
the_outbox_is_counted(void **state)
{
	(void)state;
	put_home("data/hub.db.outbox/priya/evidence.html", "x");
	finds("ok", "1 user has files waiting");
}

static void
faults_in_the_log_are_told(void **state)
{
	static const char name[] = ".local/state/caseload/log";

	(void)state;
	put_home(name, "2026-11-18T10:00:00.000Z 12 words\n"
	    "caseload: a fault ended the program; what was saved is safe.\n");
	finds("warning", "1 fault ended the program lately");
	put_home(name, "2026-11-01T10:00:00.000Z 12 words\n"
	    "caseload: a fault ended the program; what was saved is safe.\n"
	    "2026-11-18T10:00:00.000Z 13 other words\n");
	finds("ok", "No fault ended the program");
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

#define CHECK(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

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
		CHECK(every_state_of_a_database_is_told),
		CHECK(damage_is_found),
		CHECK(wal_mode_is_told_and_left),
		CHECK(a_cut_off_save_is_told_and_left),
		CHECK(a_session_may_ask),
		CHECK(backups_are_dated),
		CHECK(drafts_are_counted),
		CHECK(the_outbox_is_counted),
		CHECK(faults_in_the_log_are_told),
		CHECK(terminals_are_told_apart),
		CHECK(the_language_is_told),
	};

	setlocale(LC_ALL, "C.UTF-8");
	umask(077);
	return cmocka_run_group_tests_name("doctor", tests, NULL, NULL);
}
