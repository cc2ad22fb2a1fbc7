/* test_disk.c - disks that are full, that may only be read, that are gone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/mount.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define DRAFTS	"/.local/state/caseload/drafts/*"

static bool mounts;		/* this user may mount */
static char disk[4096];		/* a folder that may be one of its own */
static char filler[4200];

/* A shell in the world, without a terminal; fails unless it ends with 0. */
static void
sh(const char *script)
{
	free(t_run(0, NULL, (const char *const[]){ "sh", "-c", script, "sh",
	    t_home(), hub_db, disk, NULL }));
}

static size_t
drafts(void)
{
	char path[4200];
	glob_t g;
	size_t n = 0;

	snprintf(path, sizeof path, "%s%s", t_home(), DRAFTS);
	if (glob(path, 0, NULL, &g) == 0) {
		n = g.gl_pathc;
		globfree(&g);
	}
	return n;
}

/* What the count of KIND says. */
static int
count(const char *kind)
{
	char *said = hub_asks("count", kind, NULL);
	int n = (int)strtol(said, NULL, 10);

	free(said);
	return n;
}

/* --- a full disk ---------------------------------------------------------- */

/* The database on a disk of 6 MB of its own. */
static void
on_a_disk(void)
{
	snprintf(disk, sizeof disk, "%s/disk", t_home());
	snprintf(filler, sizeof filler, "%s/filler", disk);
	assert_int_equal(mkdir(disk, 0755), 0);
	assert_int_equal(mount("caseload", disk, "tmpfs", 0, "size=6m"), 0);
	sh("cp \"$2\" \"$3\"/hub.db");
	free(hub_db);
	hub_db = test_path(disk, "hub.db");
}

static void
fill(void)
{
	static const char block[4096];
	int fd = open(filler, O_WRONLY | O_CREAT, 0644);

	assert_true(fd >= 0);
	while (write(fd, block, sizeof block) > 0)
		;
	assert_int_equal(errno, ENOSPC);
	close(fd);
}

static void
make_room(void)
{
	assert_int_equal(unlink(filler), 0);
}

static int
end_disk(void **state)
{
	if (disk[0] != '\0')
		(void)umount2(disk, MNT_DETACH);
	disk[0] = '\0';
	return hub_end(state);
}

static void
need_mounts(void)
{
	if (mounts)
		return;
	print_message("this user may not mount\n");
	skip();
}

static void
a_form_on_a_full_disk_keeps_what_was_typed(void **state)
{
	(void)state;
	need_mounts();
	on_a_disk();
	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	fill();
	t_keys("\023");
	t_wait("disk is full");
	assert_true(t_shows("nothing was saved"));
	assert_true(t_shows("First Works"));
	for (int ms = 0; drafts() == 0 && ms < t_deadline_ms(); ms += 100)
		t_quiet(100);
	assert_int_equal(drafts(), 1);
	assert_int_equal(count("employer"), 2);
	make_room();
	t_keys("\023");
	t_wait_gone("New employer");
	assert_int_equal(count("employer"), 3);
	assert_int_equal(drafts(), 0);
	hub_hang_up();
}

static void
a_line_on_a_full_disk_stays_to_be_sent_again(void **state)
{
	(void)state;
	need_mounts();
	on_a_disk();
	hub_again();
	t_keys("l");
	t_wait("log>");
	t_keys("sandm; talk; y9 21");
	fill();
	t_keys("\r");
	t_wait("disk is full");
	t_resize(24, 60);
	t_keys("\r");			/* too long for one row: whole in two */
	t_wait("make room, then try");
	t_wait("again");
	t_resize(24, 80);
	t_wait("log> sandm; talk; y9 21");
	assert_int_equal(count("encounter"), 0);
	make_room();
	t_keys("\r");
	t_wait_gone("talk; y9 21");
	assert_int_equal(count("encounter"), 1);
	hub_hang_up();
}

/* Ctrl-S on a full disk: said, kept, and it goes once there is room. */
static void
saves_later(const char *typed, const char *saved)
{
	fill();
	t_keys("\023");
	t_wait("disk is full");
	assert_true(t_shows(typed));
	for (int ms = 0; drafts() == 0 && ms < t_deadline_ms(); ms += 100)
		t_quiet(100);
	assert_int_equal(drafts(), 1);
	make_room();
	t_keys("\023");
	t_wait(saved);
	assert_int_equal(drafts(), 0);
	hub_hang_up();
}

static void
numbers_on_a_full_disk_stay(void **state)
{
	char *out;

	(void)state;
	need_mounts();
	RUN("add", "encounter", "schools=school/900123,school/900124",
	    "type=careers fair", "date=2026-11-19", "status=delivered",
	    "years=900123: y9 60, y10 80; 900124: y10 45");
	on_a_disk();
	hub_again();
	t_keys("ge");
	t_wait("Careers fair");
	t_keys("N");
	t_wait("Pupils that came");
	t_keys("97");
	saves_later("97", "u takes it back");
	out = hub_asks("list", "encounter", "--columns=years");
	assert_non_null(strstr(out, " 97"));
	free(out);
}

static void
attendance_on_a_full_disk_stays(void **state)
{
	(void)state;
	need_mounts();
	RUN("add", "cpd", "title=Labour market data", "date=2026-11-20",
	    "minutes=90");
	RUN("add", "contact", "name=Person Ashford");
	RUN("add", "booking", "cpd=cpd/labour", "contact=contact/ashford");
	on_a_disk();
	hub_again();
	t_keys("gp");
	t_wait("Labour market");
	t_keys("N");
	t_wait("not yet 1");
	t_keys(" ");
	t_wait("not yet 0");
	saves_later("not yet 0", "Saved: 1 came");
}

static void
a_bulk_action_on_a_full_disk_is_asked_again(void **state)
{
	char *out;

	(void)state;
	need_mounts();
	on_a_disk();
	hub_again();
	t_keys("gm");
	t_wait("Barclays");
	t_keys("*e");
	t_wait("Change which field of 2 employers?");
	t_keys("\r");
	t_wait("of all 2");
	t_keys("Quay Works\r");
	t_wait("Change 2 employers?");
	fill();
	t_keys("y");
	t_wait("disk is full");
	t_wait("Change 2 employers?");
	assert_true(t_shows("Quay Works"));
	make_room();
	t_keys("y");
	t_wait("u takes it back");
	out = hub_asks("count", "employer", "name:quay");
	assert_string_equal(out, "2\n");
	free(out);
	hub_hang_up();
}

static void
a_full_disk_of_drafts_is_told_once(void **state)
{
	char states[4200];

	(void)state;
	need_mounts();
	on_a_disk();
	snprintf(states, sizeof states, "%s/state", disk);
	t_env("XDG_STATE_HOME", states);
	hub_again();
	fill();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	t_wait("cannot be kept as a draft");
	t_keys(" of Ham");
	t_wait("First Works of Ham");
	make_room();
	t_keys("\023");
	t_wait_gone("New employer");
	assert_int_equal(count("employer"), 3);
	hub_hang_up();
	t_env("XDG_STATE_HOME", NULL);
}

static void
an_import_on_a_full_disk_saves_nothing(void **state)
{
	char *said;

	(void)state;
	need_mounts();
	on_a_disk();
	sh("{ echo name; i=100; while [ $i -lt 700 ]; do i=$((i + 1)); "
	    "echo \"Works number $i\"; done; } >\"$1\"/e.csv");
	fill();
	said = test_path(t_home(), "e.csv");
	free(t_run(1, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "import", "employer", said, NULL }));
	assert_int_equal(count("employer"), 2);
	make_room();
	free(t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "import", "employer", said, NULL }));
	free(said);
	assert_int_equal(count("employer"), 602);
}

/* A file of ours on a full disk is whole or not there. */
static void
our_files_on_a_full_disk_are_not_left_in_part(void **state)
{
	static const char *const asks[] = {
		"export all -o \"$3/all\"", "backup \"$3/copy.db\"",
		"list school -o \"$3/list.csv\"",
		"report network -o \"$3/r.html\"",
	};
	char script[512];

	(void)state;
	need_mounts();
	on_a_disk();
	fill();
	for (size_t i = 0; i < COUNT(asks); i++) {
		snprintf(script, sizeof script, "if '%s' --db \"$1/hub.db\" %s "
		    ">\"$1/said\" 2>&1; then exit 9; fi; "
		    "test -s \"$1/said\" && test \"$(find \"$3\" -type f | "
		    "sort | tr '\\n' ' ')\" = \"$3/filler $3/hub.db \"",
		    test_program(), asks[i]);
		print_message("%s\n", asks[i]);
		sh(script);
	}
}

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
	need_mounts();
	on_a_disk();
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
	assert_int_equal(count("employer"), 2);
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
	assert_int_equal(count("employer"), 3);
	RUN("check");
	hub_hang_up();
}

/* What is opened anew to be written has to be the same file. */
static void
another_disk_in_its_place_takes_no_save(void **state)
{
	(void)state;
	need_mounts();
	on_a_disk();
	sh("cp \"$3\"/hub.db \"$1\"/other.db");
	assert_int_equal(mount("caseload", disk, "tmpfs", MS_REMOUNT |
	    MS_RDONLY, "size=6m"), 0);
	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	assert_int_equal(umount2(disk, MNT_DETACH), 0);
	assert_int_equal(mount("caseload", disk, "tmpfs", 0, "size=6m"), 0);
	sh("cp \"$1\"/other.db \"$3\"/hub.db");
	t_keys("\023");
	t_wait("was moved, deleted or replaced; nothing was saved");
	assert_true(t_shows("First Works"));
	assert_int_equal(count("employer"), 2);
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
	sh(how);
	t_keys("\023");
	t_wait(words);
	assert_true(t_shows("First Works"));
	for (int ms = 0; drafts() == 0 && ms < t_deadline_ms(); ms += 100)
		t_quiet(100);
	assert_int_equal(drafts(), 1);
}

static void
a_database_moved_meanwhile_takes_no_save(void **state)
{
	(void)state;
	gone_meanwhile("mv \"$2\" \"$2\".away", "was moved, deleted or replaced; nothing was saved");
	assert_int_equal(access(hub_db, F_OK), -1);
	sh("mv \"$2\".away \"$2\"");
	t_keys("\023");
	t_wait_gone("New employer");
	assert_int_equal(count("employer"), 3);
	hub_hang_up();
}

static void
another_file_in_its_place_takes_no_save(void **state)
{
	(void)state;
	gone_meanwhile("cp \"$2\" \"$2\".new && mv \"$2\".new \"$2\" && "
	    "cp \"$2\" \"$2\".was", "was moved, deleted or replaced; nothing was saved");
	sh("cmp \"$2\" \"$2\".was");
	hub_hang_up();
	hub_again();
	t_wait("First Works");
	hub_hang_up();
}

/* Begin anew in a world of mounts of its own, of which nothing is left. */
static void
set_apart(char **argv)
{
	if (getenv("CASELOAD_TEST_MOUNTS") != NULL)
		return;
	setenv("CASELOAD_TEST_MOUNTS", "no", 1);
	execlp("sh", "sh", "-c", "if unshare -m sh -c 'mount -t tmpfs none "
	    "/mnt' 2>/dev/null; then CASELOAD_TEST_MOUNTS=yes exec unshare -m "
	    "\"$0\"; fi; exec \"$0\"", argv[0], (char *)NULL);
}

int
main(int argc, char **argv)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, end_disk)
	const struct CMUnitTest tests[] = {
	    TEST(a_form_on_a_full_disk_keeps_what_was_typed),
	    TEST(a_line_on_a_full_disk_stays_to_be_sent_again),
	    TEST(numbers_on_a_full_disk_stay),
	    TEST(attendance_on_a_full_disk_stays),
	    TEST(a_bulk_action_on_a_full_disk_is_asked_again),
	    TEST(a_full_disk_of_drafts_is_told_once),
	    TEST(an_import_on_a_full_disk_saves_nothing),
	    TEST(our_files_on_a_full_disk_are_not_left_in_part),
	    TEST(who_may_not_write_is_told_and_may_look),
	    TEST(a_disk_to_be_read_only_is_told),
	    TEST(another_disk_in_its_place_takes_no_save),
	    TEST(a_database_moved_meanwhile_takes_no_save),
	    TEST(another_file_in_its_place_takes_no_save),
	};

	(void)argc;
	set_apart(argv);
	mounts = strcmp(getenv("CASELOAD_TEST_MOUNTS"), "yes") == 0;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
