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

struct path_file {
	char		*path;		/* the target */
	char		 name[48];	/* what is written, beside it */
	int		 dir;
	bool		 force;
	bool		 wait;		/* for the disk */
	FILE		*f;
};

static void
discard(struct path_file *pf)
{
	if (pf->f != NULL)
		fclose(pf->f);
	if (pf->name[0] != '\0')
		(void)unlinkat(pf->dir, pf->name, 0);
	if (pf->dir >= 0)
		close(pf->dir);
	free(pf->path);
	free(pf);
}

static enum status
open_target(struct path_file *pf, struct err *e)
{
	char *folder = path_dir(pf->path);
	enum status st;
	int fd;

	pf->dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (pf->dir < 0)
		return err_errno(e, "cannot write %s", pf->path);
	if (*path_base(pf->path) == '\0')
		return err_set(e, ST_DENIED, "%s is a folder: name a file in "
		    "it", pf->path);
	if ((st = check_target(pf->dir, pf->path, pf->force, e)) != ST_OK)
		return st;
	if ((fd = open_beside(pf->dir, pf->name)) < 0) {
		st = err_errno(e, "cannot write %s", pf->path);
		pf->name[0] = '\0';
		return st;
	}
	if ((pf->f = fdopen(fd, "w")) == NULL) {
		st = err_errno(e, "cannot write %s", pf->path);
		close(fd);
		return st;
	}
	return ST_OK;
}

enum status
path_begin(const char *path, bool force, struct path_file **out,
    struct err *e)
{
	struct path_file *pf = xcalloc(1, sizeof *pf);
	enum status st;

	pf->path = xstrdup(path);
	pf->force = force;
	pf->wait = true;
	pf->dir = -1;
	if ((st = open_target(pf, e)) == ST_OK)
		*out = pf;
	else
		discard(pf);
	return st;
}

FILE *
path_stream(struct path_file *pf)
{
	return pf->f;
}

char *
path_beside(const struct path_file *pf)
{
	char *folder = path_dir(pf->path), *path = path_join(folder, pf->name);

	free(folder);
	return path;
}

enum status
path_end(struct path_file *pf, enum status st, struct err *e)
{
	FILE *f = pf->f;

	if (st == ST_OK) {
		bool failed = ferror(f) || fflush(f) != 0 ||
		    (pf->wait && fsync(fileno(f)) != 0);

		pf->f = NULL;
		failed = fclose(f) != 0 || failed;
		if (failed || put_in_place(pf->dir, pf->name,
		    path_base(pf->path), pf->force) != 0) {
			st = !failed && !pf->force && errno == EEXIST ?
			    exists(pf->path, e) :
			    err_errno(e, "cannot write %s", pf->path);
		} else {
			pf->name[0] = '\0';
			if (pf->wait)	/* some cannot; it is written */
				(void)fsync(pf->dir);
		}
	}
	discard(pf);
	return st;
}

static enum status
replace(const char *path, const char *data, size_t n, bool force, bool wait,
    struct err *e)
{
	struct path_file *pf;
	enum status st = path_begin(path, force, &pf, e);

	if (st != ST_OK)
		return st;
	pf->wait = wait;
	if (n > 0)
		(void)fwrite(data, 1, n, pf->f);	/* path_end looks */
	return path_end(pf, ST_OK, e);
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
