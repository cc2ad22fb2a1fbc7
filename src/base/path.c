/* path.c - folders of the user, reading small files, taking paths apart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static const char *
home_dir(void)
{
	const char *home = getenv("HOME");
	struct passwd *pw;

	if (home == NULL || home[0] != '/')
		home = (pw = getpwuid(getuid())) != NULL ? pw->pw_dir : "";
	return home;
}

/* The standard says a variable that is not an absolute path is ignored. */
static char *
xdg(const char *var, const char *under_home, const char *name)
{
	const char *dir = getenv(var);

	if (dir != NULL && dir[0] == '/')
		return xasprintf("%s/caseload/%s", dir, name);
	return xasprintf("%s/%s/caseload/%s", home_dir(), under_home, name);
}

char *
path_typed(const char *text)
{
	if (text[0] == '~' && (text[1] == '/' || text[1] == '\0'))
		return xasprintf("%s%s", home_dir(), text + 1);
	return xstrdup(text);
}

char *
path_data(const char *name)
{
	return xdg("XDG_DATA_HOME", ".local/share", name);
}

char *
path_config(const char *name)
{
	return xdg("XDG_CONFIG_HOME", ".config", name);
}

char *
path_state(const char *name)
{
	return xdg("XDG_STATE_HOME", ".local/state", name);
}

char *
path_join(const char *dir, const char *name)
{
	size_t n = strlen(dir);

	return xasprintf("%s%s%s", dir, n > 0 && dir[n - 1] != '/' ? "/" : "",
	    name);
}

char *
path_dir(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return xstrdup(".");
	while (slash > path && slash[-1] == '/')
		slash--;
	return slash == path ? xstrdup("/") :
	    xstrndup(path, (size_t)(slash - path));
}

bool
path_same(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	    x.st_ino == y.st_ino;
}

const char *
path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

static enum status
make_one(const char *dir, struct err *e)
{
	struct stat sb;

	if (mkdir(dir, 0700) == 0)
		return ST_OK;
	if (errno != EEXIST)
		return err_errno(e, "cannot make the folder %s", dir);
	if (stat(dir, &sb) == 0 && !S_ISDIR(sb.st_mode))
		return err_set(e, ST_IO, "%s is not a folder: move it away or "
		    "name another", dir);
	return ST_OK;
}

enum status
path_make_dir(const char *dir, struct err *e)
{
	char *copy = xstrdup(dir), *p = copy;
	enum status st = ST_OK;
	struct stat sb;

	if (stat(dir, &sb) == 0 && S_ISDIR(sb.st_mode))
		goto out;	/* its parents may not be ours to look at */
	while (st == ST_OK) {
		p += strspn(p, "/");
		p += strcspn(p, "/");
		char kept = *p;
		*p = '\0';
		if (copy[0] != '\0')
			st = make_one(copy, e);
		*p = kept;
		if (kept == '\0')
			break;
	}
out:
	free(copy);
	return st;
}

enum status
path_read(const char *path, size_t max, char **out, size_t *n, struct err *e)
{
	/* O_NONBLOCK: opening a pipe that nobody writes would wait for ever */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	enum status st = ST_OK;
	struct stat sb;
	char *data = NULL;
	size_t got = 0, cap;

	if (fd < 0) {
		int missing = errno == ENOENT;

		st = err_errno(e, "cannot read %s", path);
		if (missing && e != NULL)
			e->st = ST_NOT_FOUND;
		return missing ? ST_NOT_FOUND : st;
	}
	if (fstat(fd, &sb) != 0) {
		st = err_errno(e, "cannot read %s", path);
		goto out;
	}
	if (S_ISDIR(sb.st_mode)) {
		st = err_set(e, ST_IO, "%s is a folder: name a file", path);
		goto out;
	}
	if (!S_ISREG(sb.st_mode)) {
		st = err_set(e, ST_IO, "%s is not a regular file", path);
		goto out;
	}
	if ((uintmax_t)sb.st_size > max)
		goto too_large;
	cap = (size_t)sb.st_size + 1;
	data = xmalloc(cap + 1);
	for (;;) {
		ssize_t k = read(fd, data + got, cap - got);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0) {
			st = err_errno(e, "cannot read %s", path);
			goto out;
		}
		if (k == 0)
			break;
		got += (size_t)k;
		if (got > max)
			goto too_large;
		if (got == cap) {	/* it grew meanwhile */
			cap = cap * 2;
			data = xreallocarray(data, cap + 1, 1);
		}
	}
	data[got] = '\0';
	*out = data;
	data = NULL;
	if (n != NULL)
		*n = got;
	goto out;
too_large:
	st = err_set(e, ST_INVALID, "%s is too large: at most %zu bytes are "
	    "read", path, max);
out:
	free(data);
	close(fd);
	return st;
}
