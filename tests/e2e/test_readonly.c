/* test_readonly.c - a database that may not be written, or is gone meanwhile. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/mount.h>
#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/e2e/disk.h"
#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

/* --- who may not ---------------------------------------------------------- */

#define AS "as() { if [ $(id -u) = 0 ]; then setpriv --reuid 65534 " \
	"--regid 65534 --clear-groups \"$@\"; else \"$@\"; fi; }; "

/* As somebody who may do little: the world is theirs but for what FIRST does to
 * the folder d and the database in it. A save says WORDS and that nothing was
 * saved, and with LOOKS one may look. */
static void
refused(const char *first, const char *words, bool looks)
{
	char script[1400], *said;

	snprintf(script, sizeof script, AS "cd \"$1\" && mkdir d && "
	    "cp hub.db d/c.db && if [ $(id -u) = 0 ]; then chmod 711 .. && "
	    "chown -R 65534 .; fi && %s; "
	    "as '%s' --db d/c.db add employer name=Another; was=$?; "
	    "as '%s' --db d/c.db --readonly count employer; look=$?; "
	    "chmod -R u+rwX d && rm -r d && "
	    "test $was = 1 && test $look = %d",
	    first, test_program(), test_program(), looks ? 0 : 1);
	said = t_run(0, NULL, (const char *const[]){ "sh", "-c", script, "sh",
	    t_home(), NULL });
	if (strstr(said, words) == NULL)
		fail_msg("%s: no \"%s\" in: %s", first, words, said);
	free(said);
}

static void
who_may_not_write_is_told_and_may_look(void **state)
{
	char *said;
	bool can;

	(void)state;
	said = t_run(0, NULL, (const char *const[]){ "sh", "-c", AS
	    "as test -x \"$1\" 2>&1 && echo can || echo cannot", "sh",
	    test_program(), NULL });
	can = strcmp(said, "can\n") == 0;
	free(said);
	if (!can) {
		print_message("no other user can run the program here\n");
		skip();
	}
	refused("chmod 400 d/c.db", "may not write the database; nothing was "
	    "saved: look with --readonly", true);
	refused("chmod 500 d", "may not write the folder of the database; "
	    "nothing was saved",
	    true);
	refused("chmod 000 d/c.db", "may not be read by this user: ask", false);
	refused("chmod 000 d", "this user may not look into the folder d, in "
	    "which the database is: ask whoever keeps it", false);
}

static void
a_disk_to_be_read_only_is_told(void **state)
{
	char *said;

	(void)state;
	disk_need();
	disk_make();
	assert_int_equal(mount("caseload", disk, "tmpfs", MS_REMOUNT |
	    MS_RDONLY, "size=6m"), 0);
	said = t_run(1, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "add", "employer", "name=Another", NULL });
	assert_non_null(strstr(said, "may only be read; nothing was saved"));
	free(said);
	said = t_run(1, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "undo", "--except-changed", NULL });
	assert_non_null(strstr(said, "may only be read; nothing was saved"));
	assert_null(strstr(said, "undo"));
	free(said);
	assert_int_equal(disk_count("employer"), 2);
	free(t_run(0, NULL, (const char *const[]){ test_program(),
	    "--readonly", "--db", hub_db, "count", "employer", NULL }));
	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works\023");
	t_wait("may only be read; nothing was saved");
	assert_true(t_shows("First Works"));
	assert_int_equal(mount("caseload", disk, "tmpfs", MS_REMOUNT,
	    "size=6m"), 0);
	t_keys("\023");		/* the same session */
	t_wait_gone("New employer");
	assert_int_equal(disk_count("employer"), 3);
	RUN("check");
	hub_hang_up();
}

/* What is opened anew to be written has to be the same file. */
static void
another_disk_in_its_place_takes_no_save(void **state)
{
	(void)state;
	disk_need();
	disk_make();
	disk_sh("cp \"$3\"/hub.db \"$1\"/other.db");
	assert_int_equal(mount("caseload", disk, "tmpfs", MS_REMOUNT |
	    MS_RDONLY, "size=6m"), 0);
	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	assert_int_equal(umount2(disk, MNT_DETACH), 0);
	assert_int_equal(mount("caseload", disk, "tmpfs", 0, "size=6m"), 0);
	disk_sh("cp \"$1\"/other.db \"$3\"/hub.db");
	t_keys("\023");
	t_wait("was moved, deleted or replaced; nothing was saved");
	assert_true(t_shows("First Works"));
	assert_int_equal(disk_count("employer"), 2);
	hub_hang_up();
}

/* --- what is gone meanwhile ------------------------------------------------ */

static void
gone_meanwhile(const char *how, const char *words)
{
	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	disk_sh(how);
	t_keys("\023");
	t_wait(words);
	assert_true(t_shows("First Works"));
	for (int ms = 0; disk_drafts() == 0 && ms < t_deadline_ms(); ms += 100)
		t_quiet(100);
	assert_int_equal(disk_drafts(), 1);
}

static void
a_database_moved_meanwhile_takes_no_save(void **state)
{
	(void)state;
	gone_meanwhile("mv \"$2\" \"$2\".away", "was moved, deleted or replaced; nothing was saved");
	assert_int_equal(access(hub_db, F_OK), -1);
	disk_sh("mv \"$2\".away \"$2\"");
	t_keys("\023");
	t_wait_gone("New employer");
	assert_int_equal(disk_count("employer"), 3);
	hub_hang_up();
}

static void
another_file_in_its_place_takes_no_save(void **state)
{
	(void)state;
	gone_meanwhile("cp \"$2\" \"$2\".new && mv \"$2\".new \"$2\" && "
	    "cp \"$2\" \"$2\".was", "was moved, deleted or replaced; nothing was saved");
	disk_sh("cmp \"$2\" \"$2\".was");
	hub_hang_up();
	hub_again();
	t_wait("First Works");
	hub_hang_up();
}

int
main(int argc, char **argv)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, disk_end)
	const struct CMUnitTest tests[] = {
	    TEST(who_may_not_write_is_told_and_may_look),
	    TEST(a_disk_to_be_read_only_is_told),
	    TEST(another_disk_in_its_place_takes_no_save),
	    TEST(a_database_moved_meanwhile_takes_no_save),
	    TEST(another_file_in_its_place_takes_no_save),
	};

	(void)argc;
	disk_apart(argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
