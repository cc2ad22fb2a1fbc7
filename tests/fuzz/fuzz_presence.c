/* fuzz_presence.c - any bytes as the file of a session beside the database: not
 * believed, or somebody who edits something, and written again the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/presence_file.h"
#include "base/utf8.h"
#include "model/tables.h"

#define NAME	"1-0.live"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern const long replay_runs;
const long replay_runs = 1000;

static char folder[] = "/tmp/caseload-fuzz.XXXXXX";
static int dir = -1, fd = -1;

static void
forget(void)
{
	(void)unlinkat(dir, NAME, 0);
	(void)rmdir(folder);
}

static void
begin(void)
{
	assert(mkdtemp(folder) != NULL);
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert(dir >= 0);
	fd = openat(dir, NAME, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	assert(fd >= 0);
	atexit(forget);
}

static void
check(const struct present *p)
{
	assert(user_check_name(p->user, NULL) == ST_OK);
	assert(p->pid > 0 && p->node != NULL);
	for (const char *s = p->node; *s != '\0'; s++)
		assert((unsigned char)*s >= ' ' && *s != 0x7f);
	assert(p->ent == NULL || entity_find(p->ent->id) == p->ent);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct present one, two;

	if (dir < 0)
		begin();
	assert(ftruncate(fd, 0) == 0);
	assert(pwrite(fd, data, size, 0) == (ssize_t)size);
	if (!live_read(dir, NAME, &one))
		return 0;
	check(&one);
	if (live_write(fd, &one)) {
		assert(live_read(dir, NAME, &two));
		assert(strcmp(one.user, two.user) == 0);
		assert(one.ent == two.ent && one.pid == two.pid);
		assert(one.ent == NULL || one.id == two.id);
		live_clear(&two);
	}
	live_clear(&one);
	return 0;
}
