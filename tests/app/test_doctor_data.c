/* test_doctor_data.c - the doctor on the database and what is kept beside it:
 * each fault made, and found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/doctor_world.h"
#include "tests/lib/child.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <dirent.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/presence.h"
#include "app/report.h"
#include "base/log.h"
#include "base/mem.h"
#include "db/db.h"
#include "db/health.h"
#include "db/inner.h"
#include "tests/app/world.h"

static void
raw(const char *sql)
{
	sqlite3 *s3;

	assert_int_equal(sqlite3_open(file, &s3), SQLITE_OK);
	assert_int_equal(sqlite3_exec(s3, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(s3);
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
	finds("error", "restore-backup");
	start.db = "/none/at/all.db";
	finds("error", "There is no database /none/at/all.db");
	start.db = home;
	finds("error", "is not a file");
}

static void
spoil_pages(const char *path)
{
	FILE *f = fopen(path, "r+");
	char junk[4096];

	memset(junk, 0xa5, sizeof junk);
	assert_non_null(f);
	for (int page = 20; page < 60; page++) {
		assert_int_equal(fseek(f, page * 4096L, SEEK_SET), 0);
		assert_int_equal(fwrite(junk, 1, sizeof junk, f), 4096);
	}
	assert_int_equal(fclose(f), 0);
}

static void
damage_is_found(void **state)
{
	(void)state;
	spoil_pages(file);
	finds("error", "--repair");
	assert_false(said("ok", "Its pages are whole"));
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
	finds("ok", "Its pages are whole");
	die_while_writing();		/* who only looks takes it back too */
	finds("warning", "A save was cut off");
	start.readonly = true;
	must(app_open(&app, &start, &e), &e);
	world_is_whole(&app);
	app_close(&app);
	start.readonly = false;
	finds("ok", "Its pages are whole");
	assert_int_equal(stat(file, &after), 0);
	assert_true(after.st_size < before.st_size);
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
	finds("ok", "Its pages are whole");
	assert_true(said("ok", "TRUNCATE"));
	(void)world_add(&app, "employer", "name=Quay Works", NULL);
	app_close(&app);
}

static void
set_journal(enum status want, const char *mode, const char *words)
{
	struct err e = { 0 };
	enum status st = doctor_set_journal(&start, mode, &e);

	if (st != want || strstr(e.text, words) == NULL)
		fail_msg("%s: status %d: %s", mode, (int)st, e.text);
}

/* Only with a SQLite that keeps it safe; and the doctor says which it is. */
static void
the_journal_is_changed(void **state)
{
	(void)state;
	set_journal(ST_USAGE, "fast", "neither wal nor truncate");
	db_sqlite_version = 3040001;
	set_journal(ST_DENIED, "wal", "needs 3.51.3 or later");
	finds("ok", "TRUNCATE");
	db_sqlite_version = 3051003;
	start.readonly = true;
	set_journal(ST_DENIED, "wal", "read only");
	start.readonly = false;
	set_journal(ST_OK, "wal", "");
	finds("ok", "written ahead (WAL)");
	db_sqlite_version = 3040001;
	finds("error", "doctor --journal truncate");
	db_sqlite_version = 3051003;
	set_journal(ST_OK, "truncate", "");
	finds("ok", "TRUNCATE");
	db_sqlite_version = 0;
}

/* --- users --------------------------------------------------------------- */

static void
add_user(const char *name, const char *role, const char *disabled)
{
	struct app app;
	struct err e = { 0 };
	char *n = xasprintf("name=%s", name), *r = xasprintf("role=%s", role);
	char *d = xasprintf("disabled=%s", disabled);

	must(app_open(&app, &start, &e), &e);
	(void)world_add(&app, "user", n, r, d, NULL);
	app_close(&app);
	free(d);
	free(r);
	free(n);
}

static void
roles_and_keys_are_looked_at(void **state)
{
	(void)state;
	finds("ok", "Nobody has a role");
	add_user("dan", "viewer", "");
	finds("warning", "1 user has a role, but nobody is admin");
	assert_int_equal(errors, 0);
	add_user("old", "admin", "2026-11-01");
	finds("warning", "but nobody is admin");
	add_user("priya", "admin", "2027-01-01");
	finds("ok", "2 users have a role, 1 of them admin");
	put_home(".ssh/authorized_keys", "# hub-session nobody\n"
	    "restrict,pty,command=\"caseload hub-session priya\" ssh-x A a\n"
	    "restrict,pty,command=\"caseload hub-session old\" ssh-x B b\n"
	    "restrict,pty,command=\"caseload hub-session gone\" ssh-x C c\n"
	    "restrict,pty,command=\"caseload hub-session tester\" ssh-x D\n");
	finds("warning", "keys:3: the key is of old, who is disabled");
	assert_true(said("warning", "keys:4: the key is of gone, who is no "));
	assert_true(said("warning", "keys:5: the key is of tester, who has no"));
	assert_false(said("warning", "keys:1:"));
	assert_false(said("warning", "keys:2:"));
}

/* Findings name files of the machine: over SSH they are for whoever may repair
 * the database. */
static void
who_may_ask_over_ssh(void **state)
{
	static const struct { const char *user; enum status st; } who[] = {
		{ "dan", ST_DENIED }, { "priya", ST_OK } };
	const struct report_info *info;
	const struct strs none = { 0 };
	struct report r;
	struct app app;
	struct err e = { 0 };

	(void)state;
	add_user("dan", "coordinator", "");
	add_user("priya", "admin", "");
	must(report_find("doctor", &info, &e), &e);
	start.restricted = true;
	for (size_t i = 0; i < COUNT(who); i++) {
		start.user = who[i].user;
		must(app_open(&app, &start, &e), &e);
		assert_int_equal(report_make(&app, info, &none, &r, &e),
		    who[i].st);
		report_clear(&r);
		app_close(&app);
	}
	start.user = "dan";
	set_journal(ST_DENIED, "truncate", "admin");
}

/* The page tells the same, errors first. */
static void
the_page_tells_the_same(void **state)
{
	const struct report_info *info;
	const struct strs none = { 0 };
	struct report r;
	struct app app;
	struct err e = { 0 };

	(void)state;
	disk.readonly = true;
	must(app_open(&app, &start, &e), &e);
	must(report_find("doctor", &info, &e), &e);
	must(report_make(&app, info, &none, &r, &e), &e);
	assert_int_equal(r.n, 3);
	assert_string_equal(r.block[0].title, "Errors");
	assert_int_equal(r.block[0].ncells, 2);
	assert_non_null(strstr(r.block[0].cell[0].text, "mounted read only. "
	    "Mount the disk"));
	assert_string_equal(r.block[1].title, "Warnings");
	assert_string_equal(r.block[2].title, "In order");
	report_clear(&r);
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
	copy_home("data/hub.db.backups/2026-11-12.db");
	put_home("data/hub.db.backups/2026-11-19.db.tmp", "");
	finds("warning", "of 2026-11-12, 8 days ago");
	copy_home("data/hub.db.backups/2026-11-19.db");
	finds("ok", "of 2026-11-19");
	free(last);
}

/* Is the backup, once SPOIL has been done to it, told so? */
static void
backup_is(const char *spoil, const char *level, const char *words)
{
	char *last = test_path(home, "data/hub.db.backups/2026-11-20.db");
	sqlite3 *s3;

	copy_home("data/hub.db.backups/2026-11-20.db");
	assert_int_equal(sqlite3_open(last, &s3), SQLITE_OK);
	assert_int_equal(sqlite3_exec(s3, spoil, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(s3);
	finds(level, words);
	assert_false(said("ok", "newest backup opens"));
	free(last);
}

static void
the_newest_backup_is_looked_at(void **state)
{
	char *last = test_path(home, "data/hub.db.backups/2026-11-20.db");

	(void)state;
	finds("ok", "newest backup opens, and its pages are whole");
	assert_int_equal(errors, 0);
	backup_is("PRAGMA user_version = 999", "warning",
	    "is of version 999; this program knows");
	backup_is("PRAGMA application_id = 1", "error",
	    "is not a Caseload database. Move that file away");
	spoil_pages(last);
	finds("error", "The newest backup");
	assert_true(said("error", "backup --daily"));
	assert_false(said("ok", "newest backup opens"));
	put(last, "");
	finds("error", "is not a Caseload database");
	put(last, "this is no database, but a text of some length\n");
	finds("error", "The newest backup cannot be used");
	assert_true(said("ok", "Its pages are whole"));	/* the database's */
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

static bool
is_editing(void *arg)
{
	struct app app;

	(void)arg;
	if (app_open(&app, &start, NULL) != ST_OK)
		return false;
	presence_edit(presence_new(&app), entity_find("school"), 1);
	return true;
}

static void
who_is_here_is_told(void **state)
{
	pid_t pid = child_holds(is_editing, NULL);

	(void)state;
	finds("ok", "tester is editing now");
	child_kill(pid);
	finds("ok", "1 session was cut off while editing");
	assert_false(said("ok", "editing now"));
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
	put_home(name, "2026-11-01T10:00:00.000Z 12 words\n"
	    "2026-11-18T10:00:00.000Z Caseload 0.1 " LOG_FAULT ": SIGSEGV\n"
	    "End of the report.\n");
	finds("warning", "1 fault ended the program lately");
	put_home(name, "2026-11-01T10:00:00.000Z 12 words\n"
	    "2026-11-02T10:00:00.000Z Caseload 0.1 " LOG_FAULT ": SIGSEGV\n"
	    "2026-11-18T10:00:00.000Z 13 other words\n");
	finds("ok", "No fault ended the program");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CHECK(every_state_of_a_database_is_told),
		CHECK(damage_is_found),
		CHECK(wal_mode_is_told_and_left),
		CHECK(a_cut_off_save_is_told_and_left),
		CHECK(a_session_may_ask),
		CHECK(the_journal_is_changed),
		CHECK(roles_and_keys_are_looked_at),
		CHECK(who_may_ask_over_ssh),
		CHECK(the_page_tells_the_same),
		CHECK(backups_are_dated),
		CHECK(the_newest_backup_is_looked_at),
		CHECK(drafts_are_counted),
		CHECK(who_is_here_is_told),
		CHECK(the_outbox_is_counted),
		CHECK(faults_in_the_log_are_told),
	};

	setlocale(LC_ALL, "C.UTF-8");
	umask(077);
	return cmocka_run_group_tests_name("doctor data", tests, NULL, NULL);
}
