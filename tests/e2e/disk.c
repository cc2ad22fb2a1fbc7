/* disk.c - the database on a small disk of its own, for tests on a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/e2e/disk.h"

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
char disk[4096];		/* a folder that may be one of its own */
static char filler[4200];

/* A shell in the world, without a terminal; fails unless it ends with 0. */
void
disk_sh(const char *script)
{
	free(t_run(0, NULL, (const char *const[]){ "sh", "-c", script, "sh",
	    t_home(), hub_db, disk, NULL }));
}

size_t
disk_drafts(void)
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
int
disk_count(const char *kind)
{
	char *said = hub_asks("count", kind, NULL);
	int n = (int)strtol(said, NULL, 10);

	free(said);
	return n;
}

/* The database on a disk of 6 MB of its own. */
void
disk_make(void)
{
	snprintf(disk, sizeof disk, "%s/disk", t_home());
	snprintf(filler, sizeof filler, "%s/filler", disk);
	assert_int_equal(mkdir(disk, 0755), 0);
	assert_int_equal(mount("caseload", disk, "tmpfs", 0, "size=6m"), 0);
	disk_sh("cp \"$2\" \"$3\"/hub.db");
	free(hub_db);
	hub_db = test_path(disk, "hub.db");
}

void
disk_fill(void)
{
	static const char block[4096];
	int fd = open(filler, O_WRONLY | O_CREAT, 0644);

	assert_true(fd >= 0);
	while (write(fd, block, sizeof block) > 0)
		;
	assert_int_equal(errno, ENOSPC);
	close(fd);
}

void
disk_room(void)
{
	assert_int_equal(unlink(filler), 0);
}

int
disk_end(void **state)
{
	if (disk[0] != '\0')
		(void)umount2(disk, MNT_DETACH);
	disk[0] = '\0';
	return hub_end(state);
}

void
disk_need(void)
{
	if (mounts)
		return;
	print_message("this user may not mount\n");
	skip();
}

/* Begin anew in a world of mounts of its own, of which nothing is left. */
void
disk_apart(char **argv)
{
	const char *may = getenv("CASELOAD_TEST_MOUNTS");

	mounts = may != NULL && strcmp(may, "yes") == 0;
	if (may != NULL)
		return;
	setenv("CASELOAD_TEST_MOUNTS", "no", 1);
	execlp("sh", "sh", "-c", "if unshare -m sh -c 'mount -t tmpfs none "
	    "/mnt' 2>/dev/null; then CASELOAD_TEST_MOUNTS=yes exec unshare -m "
	    "\"$0\"; fi; exec \"$0\"", argv[0], (char *)NULL);
}
