/* test.c - folders, files and paths for tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char	**tmpdirs;
static size_t	  ntmpdirs;
static pid_t	  tmpdirs_owner;

const char *
test_srcdir(void)
{
	const char *dir = getenv("CASELOAD_SRCDIR");

	return dir != NULL ? dir : TEST_SRCDIR;
}

const char *
test_builddir(void)
{
	const char *dir = getenv("CASELOAD_BUILDDIR");

	return dir != NULL ? dir : TEST_BUILDDIR;
}

const char *
test_program(void)
{
	static char *built;
	const char *program = getenv("CASELOAD_PROGRAM");

	if (program != NULL)
		return program;
	if (built == NULL)
		built = test_path(test_builddir(), "caseload");
	return built;
}

int
test_slowness(void)
{
	const char *slow = getenv("TEST_SLOW");
	long times = slow != NULL ? strtol(slow, NULL, 10) : 1;

	return times < 1 ? 1 : times > 100 ? 100 : (int)times;
}

const char *
test_shared(void)
{
	static char *beside;
	struct stat st;

	if (beside == NULL)
		beside = test_path(test_srcdir(), "../shared/data");
	return stat(beside, &st) == 0 && S_ISDIR(st.st_mode) ? beside : NULL;
}

char *
test_path(const char *dir, const char *name)
{
	size_t size = strlen(dir) + strlen(name) + 2;
	char *path = malloc(size);

	assert_non_null(path);
	snprintf(path, size, "%s/%s", dir, name);
	return path;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void
remove_all(void)
{
	size_t i;

	for (i = 0; i < ntmpdirs; i++) {
		if (tmpdirs_owner == getpid())
			nftw(tmpdirs[i], remove_one, 16, FTW_DEPTH | FTW_PHYS);
		free(tmpdirs[i]);
	}
	free(tmpdirs);
	tmpdirs = NULL;
	ntmpdirs = 0;
}

char *
test_tmpdir(void)
{
	const char *base = getenv("TMPDIR");
	char *path = test_path(base != NULL ? base : "/tmp",
	    "caseload-test-XXXXXX");
	char **more;

	if (mkdtemp(path) == NULL)
		fail_msg("mkdtemp %s: %s", path, strerror(errno));
	if (ntmpdirs == 0) {
		tmpdirs_owner = getpid();
		atexit(remove_all);
	}
	more = realloc(tmpdirs, (ntmpdirs + 1) * sizeof *more);
	assert_non_null(more);
	tmpdirs = more;
	tmpdirs[ntmpdirs] = strdup(path);
	assert_non_null(tmpdirs[ntmpdirs]);
	ntmpdirs++;
	return path;
}

char *
test_write_bytes(const char *dir, const char *name, const void *data,
    size_t size)
{
	char *path = test_path(dir, name);
	FILE *f = fopen(path, "wb");

	if (f == NULL)
		fail_msg("%s: %s", path, strerror(errno));
	if (size > 0 && fwrite(data, 1, size, f) != size)
		fail_msg("%s: %s", path, strerror(errno));
	if (fclose(f) != 0)
		fail_msg("%s: %s", path, strerror(errno));
	return path;
}

char *
test_write(const char *dir, const char *name, const char *text)
{
	return test_write_bytes(dir, name, text, strlen(text));
}

char *
test_read(const char *path)
{
	FILE *f = fopen(path, "rb");
	size_t have = 0, room = 4096, n;
	char *text = malloc(room + 1), *more;

	if (f == NULL)
		fail_msg("%s: %s", path, strerror(errno));
	assert_non_null(text);
	while ((n = fread(text + have, 1, room - have, f)) > 0) {
		have += n;
		if (have == room) {
			room *= 2;
			more = realloc(text, room + 1);
			assert_non_null(more);
			text = more;
		}
	}
	fclose(f);
	text[have] = '\0';
	return text;
}
