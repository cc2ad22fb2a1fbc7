/* test_folder.c - disks and folders on which a database is not safe.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include <sys/stat.h>

#include <errno.h>
#include <unistd.h>

#include "base/path.h"
#include "db/folder.h"

enum { NFS = 0x6969, FUSE = 0x65735546, EXT4 = 0xef53 };

/* What the system is made to answer: MAGIC for paths that hold WORD. */
static const char *word;
static unsigned long magic;

static bool
answer(const char *path, struct folder_fs *out)
{
	if (access(path, F_OK) != 0)
		return false;
	*out = (struct folder_fs){
		.magic = strstr(path, word) != NULL ? magic : EXT4 };
	return true;
}

static int
ask_the_system(void **state)
{
	static bool (*real)(const char *, struct folder_fs *);

	(void)state;
	if (real == NULL)
		real = folder_ask;
	folder_ask = real;
	return 0;
}

static void
pretend(const char *where, unsigned long is)
{
	word = where;
	magic = is;
	folder_ask = answer;
}

static void
make_dir(const char *path)
{
	OK(path_make_dir(path, E));
}

static void
every_name_is_said(void **state)
{
	(void)state;
	assert_string_equal(folder_name(NFS), "NFS");
	assert_string_equal(folder_name(0xfe534d42), "SMB");
	assert_string_equal(folder_name(0x01021997), "9p");
	assert_string_equal(folder_name(1), "");
	assert_int_equal(folder_kind(0xff534d42), FOLDER_NETWORK);
	assert_int_equal(folder_kind(FUSE), FOLDER_FUSE);
	assert_int_equal(folder_kind(0x01021994), FOLDER_MEMORY);
	assert_int_equal(folder_kind(EXT4), FOLDER_LOCAL);
	assert_int_equal(folder_kind(1), FOLDER_UNKNOWN);
}

static void
the_system_answers(void **state)
{
	char *dir = test_tmpdir(), *file = test_path(dir, "none.db");
	struct folder_fs fs;

	(void)state;
	OK(folder_look(file, &fs, E));
	assert_true(fs.bytes > 0);
	assert_false(fs.readonly);
	free(file);
	file = test_path(dir, "none/at/all.db");
	REFUSED(ST_IO, folder_look(file, &fs, E));
	free(file);
	free(dir);
}

/* Refused, and neither made nor opened. */
static void
refused(const char *path, unsigned flags, const char *says)
{
	struct db *db = NULL;
	struct err e = { 0 };

	expect_status(ST_DENIED, db_open(path, flags | DB_CREATE, &db, &e), &e);
	assert_null(db);
	if (strstr(e.text, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", e.text, says);
}

static void
nothing_is_made_on_a_network_disk(void **state)
{
	char *dir = test_tmpdir(), *file = test_path(dir, "new.db");

	(void)state;
	pretend(dir, NFS);
	refused(file, 0, "network disk (NFS)");
	refused(file, DB_ALLOW_FUSE, "network disk (NFS)");
	assert_int_equal(access(file, F_OK), -1);
	free(file);
	free(dir);
}

/* A file there is not even opened: it could not be read. */
static void
nothing_is_opened_on_a_network_disk(void **state)
{
	char *dir = test_tmpdir();
	char *file = test_write(dir, "old.db", "no database at all");

	(void)state;
	pretend(dir, NFS);
	refused(file, 0, "network disk");
	assert_int_equal(unlink(file), 0);
	free(file);
	free(dir);
}

static void
fuse_is_taken_when_it_is_allowed(void **state)
{
	char *dir = test_tmpdir(), *file = test_path(dir, "new.db");
	struct db *db;

	(void)state;
	pretend(dir, FUSE);
	refused(file, 0, "allow_fuse = yes");
	assert_int_equal(access(file, F_OK), -1);
	OK(db_open(file, DB_CREATE | DB_ALLOW_FUSE, &db, E));
	db_close(db);
	free(file);
	free(dir);
}

static void
an_unknown_system_is_taken(void **state)
{
	char *dir = test_tmpdir(), *file = test_path(dir, "new.db");
	struct db *db;

	(void)state;
	pretend(dir, 0x12345678);
	OK(db_open(file, DB_CREATE, &db, E));
	db_close(db);
	free(file);
	free(dir);
}

/* Links, to the file or to its folder, lead where they lead. */
static void
links_are_followed(void **state)
{
	char *dir = test_tmpdir(), *away = test_path(dir, "away");
	char *near = test_path(dir, "near"), *file, *link, *through;

	(void)state;
	make_dir(away);
	make_dir(near);
	file = test_write(away, "a.db", "");
	link = test_path(near, "a.db");
	assert_int_equal(symlink(file, link), 0);
	through = test_path(dir, "shortcut");
	assert_int_equal(symlink(away, through), 0);
	pretend("/away", NFS);
	refused(link, 0, "network disk");
	free(link);
	link = test_path(through, "a.db");
	refused(link, 0, "network disk");
	free(link);
	free(through);
	free(file);
	free(near);
	free(away);
	free(dir);
}

/* One file may be mounted from elsewhere. */
static void
file_and_folder_are_both_asked(void **state)
{
	char *dir = test_tmpdir(), *file = test_write(dir, "one.db", "");

	(void)state;
	pretend("/one.db", NFS);
	refused(file, 0, "network disk");
	free(file);
	free(dir);
}

static void
relative_names_mean_the_same(void **state)
{
	char *dir = test_tmpdir(), *was = getcwd(NULL, 0);

	(void)state;
	assert_int_equal(chdir(dir), 0);
	pretend(".", NFS);
	refused("new.db", 0, "network disk");
	assert_int_equal(access("new.db", F_OK), -1);
	assert_int_equal(chdir(was), 0);
	free(was);
	free(dir);
}

static void
a_link_to_nothing_is_said(void **state)
{
	char *dir = test_tmpdir(), *link = test_path(dir, "l.db");
	struct db *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(symlink("gone.db", link), 0);
	expect_status(ST_IO, db_open(link, DB_CREATE, &db, &e), &e);
	assert_non_null(strstr(e.text, "is a link to a file that is not"));
	free(link);
	free(dir);
}

/* --- synced folders ------------------------------------------------------ */

static void
synced_by(const char *path, const char *by, const char *at)
{
	char *where = NULL;
	const char *got = folder_synced(path, &where);

	if (!str_eq(got, by))
		fail_msg("%s: %s", path, got != NULL ? got : "nobody");
	if (by != NULL)
		assert_string_equal(path_base(where), at);
	free(where);
}

static void
programs_that_copy_are_known(void **state)
{
	static const struct { const char *sign, *by; } in[] = {
		{ ".dropbox", "Dropbox" },
		{ ".stfolder", "Syncthing" },
		{ ".sync_0a1b2c.db", "Nextcloud or ownCloud" },
		{ ".nextcloudsync.log", "Nextcloud" },
	};
	static const struct { const char *name, *by; } named[] = {
		{ "OneDrive - Hub", "OneDrive" },
		{ "Dropbox", "Dropbox" },
		{ "Nextcloud", "Nextcloud" },
		{ "Google Drive", "Google Drive" },
		{ "iCloud Drive", "iCloud" },
		{ "com~apple~CloudDocs", "iCloud" },
	};
	char *dir = test_tmpdir(), *sub = test_path(dir, "top/work/hub");
	char *file = test_path(sub, "c.db"), *top = test_path(dir, "top"), *s;

	(void)state;
	make_dir(sub);
	synced_by(file, NULL, NULL);
	for (size_t i = 0; i < COUNT(in); i++) {
		s = test_write(top, in[i].sign, "");
		synced_by(file, in[i].by, "top");
		assert_int_equal(unlink(s), 0);
		free(s);
	}
	free(test_write(top, "sync_plain.db", ""));
	synced_by(file, NULL, NULL);
	free(file);
	for (size_t i = 0; i < COUNT(named); i++) {
		s = test_path(dir, named[i].name);
		make_dir(s);
		file = test_path(s, "new.db");
		synced_by(file, named[i].by, named[i].name);
		free(file);
		free(s);
	}
	free(top);
	free(sub);
	free(dir);
}

/* The name of the link says it, or the place to which it leads. */
static void
links_into_such_folders_are_seen(void **state)
{
	char *dir = test_tmpdir(), *box = test_path(dir, "Dropbox");
	char *disk = test_path(dir, "disk"), *link = test_path(dir, "OneDrive");
	char *file, *alias;

	(void)state;
	make_dir(box);
	make_dir(disk);
	file = test_write(box, "c.db", "");
	alias = test_path(disk, "c.db");
	assert_int_equal(symlink(file, alias), 0);
	synced_by(alias, "Dropbox", "Dropbox");
	free(file);
	assert_int_equal(symlink(disk, link), 0);
	file = test_path(link, "new.db");
	synced_by(file, "OneDrive", "OneDrive");
	free(file);
	free(alias);
	free(link);
	free(disk);
	free(box);
	free(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_name_is_said),
		cmocka_unit_test(the_system_answers),
		cmocka_unit_test(nothing_is_made_on_a_network_disk),
		cmocka_unit_test(nothing_is_opened_on_a_network_disk),
		cmocka_unit_test(fuse_is_taken_when_it_is_allowed),
		cmocka_unit_test(an_unknown_system_is_taken),
		cmocka_unit_test(links_are_followed),
		cmocka_unit_test(file_and_folder_are_both_asked),
		cmocka_unit_test(relative_names_mean_the_same),
		cmocka_unit_test(a_link_to_nothing_is_said),
		cmocka_unit_test(programs_that_copy_are_known),
		cmocka_unit_test(links_into_such_folders_are_seen),
	};
	struct CMUnitTest each[COUNT(tests)];

	for (size_t i = 0; i < COUNT(tests); i++) {
		each[i] = tests[i];
		each[i].setup_func = each[i].teardown_func = ask_the_system;
	}
	return cmocka_run_group_tests_name("folder", each, NULL, NULL);
}
