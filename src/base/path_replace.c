/* path_replace.c - writing a file so that it is the old one or the new one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define MAX_TRIES	100

static enum status
exists(const char *path, struct err *e)
{
	return err_set(e, ST_DENIED, "%s exists already: name another file, "
	    "or use --force to replace it", path);
}

/* What is there now must be nothing, or a plain file that may go. */
static enum status
check_target(int dir, const char *path, bool force, struct err *e)
{
	struct stat sb;

	if (fstatat(dir, path_base(path), &sb, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? ST_OK :
		    err_errno(e, "cannot write %s", path);
	if (S_ISLNK(sb.st_mode))
		return err_set(e, ST_DENIED, "%s is a symbolic link, which is "
		    "not followed: name the file itself", path);
	if (S_ISDIR(sb.st_mode))
		return err_set(e, ST_DENIED, "%s is a folder: name a file in "
		    "it", path);
	if (!S_ISREG(sb.st_mode))
		return err_set(e, ST_DENIED, "%s is not a regular file", path);
	return force ? ST_OK : exists(path, e);
}

/* A new file of ours in DIR; its name goes to NAME. */
static int
open_beside(int dir, char name[48])
{
	int fd = -1;

	for (int i = 0; i < MAX_TRIES; i++) {
		snprintf(name, 48, ".caseload-%ld-%d.tmp", (long)getpid(), i);
		fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL |
		    O_NOFOLLOW | O_CLOEXEC, 0600);
		if (fd >= 0 || errno != EEXIST)
			break;
	}
	return fd;
}

static int
write_all(int fd, const char *data, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, data, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return -1;
		data += k;
		n -= (size_t)k;
	}
	return 0;
}

/* Without FORCE by a hard link, which fails when somebody was quicker; file
 * systems without links get the rename that the check allowed. */
static int
put_in_place(int dir, const char *name, const char *base, bool force)
{
	if (!force) {
		if (linkat(dir, name, dir, base, 0) == 0) {
			(void)unlinkat(dir, name, 0);
			return 0;
		}
		if (errno == EEXIST)
			return -1;
	}
	return renameat(dir, name, dir, base);
}

static enum status
replace(const char *path, const char *data, size_t n, bool force, bool wait,
    struct err *e)
{
	char *folder = path_dir(path), name[48];
	const char *base = path_base(path);
	enum status st;
	int dir, fd = -1, saved;

	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0) {
		st = err_errno(e, "cannot write %s", path);
		goto out;
	}
	if (base[0] == '\0') {
		st = err_set(e, ST_DENIED, "%s is a folder: name a file in it",
		    path);
		goto out;
	}
	if ((st = check_target(dir, path, force, e)) != ST_OK)
		goto out;
	if ((fd = open_beside(dir, name)) < 0) {
		st = err_errno(e, "cannot write %s", path);
		goto out;
	}
	if (write_all(fd, data, n) == 0 && (!wait || fsync(fd) == 0) &&
	    close(fd) == 0) {
		fd = -1;
		if (put_in_place(dir, name, base, force) == 0) {
			if (wait)	/* some cannot; it is written */
				(void)fsync(dir);
			goto out;
		}
	}
	saved = errno;
	(void)unlinkat(dir, name, 0);
	errno = saved;
	st = !force && errno == EEXIST ? exists(path, e) :
	    err_errno(e, "cannot write %s", path);
out:
	if (fd >= 0)
		close(fd);
	if (dir >= 0)
		close(dir);
	free(folder);
	return st;
}

enum status
path_replace(const char *path, const char *data, size_t n, bool force,
    struct err *e)
{
	return replace(path, data, n, force, true, e);
}

enum status
path_replace_soon(const char *path, const char *data, size_t n, struct err *e)
{
	return replace(path, data, n, true, false, e);
}
