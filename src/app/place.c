/* place.c - where a session may read and write files; the outbox.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/place.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/options.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "base/utf8.h"
#include "db/db.h"
#include "model/tables.h"

#define MEGABYTE	(UINT64_C(1) << 20)

char *
outbox_root(const struct app *app)
{
	return xasprintf("%s.outbox", db_path(app->db));
}

/* A user's name may hold what no folder's should: %XX stands for it. Letters
 * are lower case, since names of users are the same in any case. */
static char *
folder(const struct app *app)
{
	char *root = outbox_root(app);
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s/", root);
	free(root);
	for (const unsigned char *p = (const unsigned char *)app->user;
	    *p != '\0'; p++)
		if (isalnum(*p) || *p == '-' || *p == '_')
			buf_addc(&b, (char)tolower(*p));
		else
			buf_addf(&b, "%%%02x", *p);
	return buf_take(&b);
}

char *
outbox_owner(const char *folder)
{
	unsigned byte;
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (const char *p = folder; *p != '\0'; p++)
		if (*p == '%' && isxdigit((unsigned char)p[1]) &&
		    isxdigit((unsigned char)p[2]) &&
		    sscanf(p + 1, "%2x", &byte) == 1 && byte != 0) {
			buf_addc(&b, (char)byte);
			p += 2;
		} else {
			buf_addc(&b, *p);
		}
	return buf_take(&b);
}

static enum status
check_name(const char *name, struct err *e)
{
	if (strchr(name, '/') != NULL)
		return err_set(e, ST_DENIED, "Over SSH files go to your outbox:"
		    " name a file without a folder.");
	if (name[0] == '.' || name[0] == '\0' ||
	    strlen(name) > PLACE_NAME_MAX ||
	    utf8_check(name, false, 0, NULL) != ST_OK)
		return err_set(e, ST_DENIED, "Over SSH files go to your outbox:"
		    " a name has 1 to %d bytes, begins with no full stop and"
		    " holds no control character.", PLACE_NAME_MAX);
	return ST_OK;
}

/* --- the database's own files --------------------------------------------- */

/* Beside FILE, and called as it with one of these behind. */
static bool
is_beside(const char *typed, const char *file)
{
	static const char *const ends[] = { "-journal", "-wal", "-shm" };
	static const char *const folders[] = { ".live", ".backups", ".outbox" };
	char *dir = path_dir(typed), *own = path_dir(file), *name;
	bool is = false;

	for (size_t i = 0; !is && i < COUNT_OF(ends); i++) {
		name = xasprintf("%s%s", path_base(file), ends[i]);
		is = str_eq(path_base(typed), name) && path_same(dir, own);
		free(name);
	}
	for (size_t i = 0; !is && i < COUNT_OF(folders); i++) {
		name = xasprintf("%s%s", file, folders[i]);
		is = path_same(dir, name);
		free(name);
	}
	free(own);
	free(dir);
	return is;
}

/* With --force as well: whoever saves meanwhile would save into nothing. */
static enum status
check_apart(const struct app *app, const char *typed, struct err *e)
{
	const char *file = app->db != NULL ? db_path(app->db) : "";

	if (*file != '\0' && path_same(typed, file))
		return err_set(e, ST_DENIED, "%s is the database itself: name"
		    " another file", typed);
	return *file == '\0' || !is_beside(typed, file) ? ST_OK :
	    err_set(e, ST_DENIED, "%s would lie among what Caseload keeps"
	    " beside its database: name another file", typed);
}

enum status
place_write(struct app *app, const char *typed, bool force, char **path,
    struct err *e)
{
	struct stat sb;
	char *dir;
	enum status st;

	*path = NULL;
	if (!app->restricted) {
		if ((st = check_apart(app, typed, e)) == ST_OK)
			*path = xstrdup(typed);
		return st;
	}
	if ((st = check_name(typed, e)) != ST_OK)
		return st;
	dir = folder(app);
	if ((st = path_make_dir(dir, e)) == ST_OK)
		*path = path_join(dir, typed);
	free(dir);
	if (st == ST_OK && !force && lstat(*path, &sb) == 0) {
		free(*path);
		*path = NULL;
		st = err_set(e, ST_CONFLICT, "%s is in your outbox already:"
		    " name another file, or use --force to replace it.", typed);
	}
	return st;
}

enum status
place_read(const struct app *app, const char *typed, struct err *e)
{
	if (!app->restricted || str_eq(typed, "-"))
		return ST_OK;
	return err_set(e, ST_DENIED, "Over SSH no file is read here: write -"
	    " for the file and send it, as in ssh HUB import school - <"
	    " FILE.csv.");
}

enum status
place_folder(const struct app *app, const char *typed, const char *instead,
    struct err *e)
{
	struct stat sb;

	if (!app->restricted) {
		if (lstat(typed, &sb) == 0 && S_ISLNK(sb.st_mode))
			return err_set(e, ST_DENIED, "%s is a symbolic link, "
			    "which is not followed: name the folder itself",
			    typed);
		return ST_OK;
	}
	return err_set(e, ST_DENIED, "Over SSH no folder is filled: %s.",
	    instead);
}

enum status
place_room(struct app *app, uint64_t n, struct err *e)
{
	uint64_t most = (uint64_t)option_int(app->opt, OPT_OUTBOX_MAX) *
	    MEGABYTE;
	struct place_files l;
	enum status st;

	if (!app->restricted)
		return ST_OK;
	if ((st = outbox_list(app, &l, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < l.n; i++)
		n += l.v[i].bytes;
	outbox_clear(&l);
	if (n <= most)
		return ST_OK;
	return err_set(e, ST_DENIED, "Your outbox may hold %ld MB ([hub]"
	    " outbox_max): caseload outbox list shows what is there, outbox"
	    " remove NAME makes room.", option_int(app->opt, OPT_OUTBOX_MAX));
}

enum status
place_put(struct app *app, const char *typed, const char *data, size_t n,
    bool force, struct err *e)
{
	char *path = NULL;
	enum status st = place_write(app, typed, force, &path, e);

	if (st == ST_OK)
		st = place_room(app, n, e);
	if (st == ST_OK)
		st = path_replace(path, data, n, force, e);
	free(path);
	return st;
}

/* --- the outbox ---------------------------------------------------------- */

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct place_file *)a)->name,
	    ((const struct place_file *)b)->name);
}

static void
add_file(struct place_files *l, const char *dir, const char *name)
{
	char *path = path_join(dir, name);
	struct stat sb;

	if (name[0] != '.' && lstat(path, &sb) == 0 && S_ISREG(sb.st_mode)) {
		l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
		l->v[l->n++] = (struct place_file){ .name = xstrdup(name),
		    .bytes = (uint64_t)sb.st_size,
		    .ms = (int64_t)sb.st_mtime * 1000 };
	}
	free(path);
}

enum status
outbox_list(struct app *app, struct place_files *out, struct err *e)
{
	char *dir = folder(app);
	DIR *d = opendir(dir);
	enum status st = ST_OK;
	struct dirent *f;

	*out = (struct place_files){ 0 };
	if (d == NULL && errno != ENOENT)
		st = err_errno(e, "cannot read %s", dir);
	while (d != NULL && (f = readdir(d)) != NULL)
		add_file(out, dir, f->d_name);
	if (d != NULL)
		closedir(d);
	if (out->n > 0)
		qsort(out->v, out->n, sizeof *out->v, by_name);
	free(dir);
	return st;
}

void
outbox_clear(struct place_files *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].name);
	free(l->v);
	*l = (struct place_files){ 0 };
}

static enum status
not_there(const char *name, const struct place_files *l, struct err *e)
{
	struct strs names = { 0 };
	char *all;

	if (l->n == 0)
		return err_set(e, ST_NOT_FOUND, "Your outbox is empty: there is"
		    " no \"%s\" in it.", name);
	for (size_t i = 0; i < l->n && i < 20; i++)
		strs_add(&names, l->v[i].name);
	all = strs_join(&names, ", ");
	(void)err_set(e, ST_NOT_FOUND, "There is no \"%s\" in your outbox; it"
	    " holds %s%s.", name, all, l->n > 20 ? ", ..." : "");
	free(all);
	strs_clear(&names);
	return ST_NOT_FOUND;
}

enum status
outbox_find(struct app *app, const char *name, char **path, struct err *e)
{
	struct place_files l;
	char *dir;
	enum status st = outbox_list(app, &l, e);

	*path = NULL;
	if (st != ST_OK)
		return st;
	for (size_t i = 0; *path == NULL && i < l.n; i++) {
		if (!str_eq(l.v[i].name, name))
			continue;
		dir = folder(app);
		*path = path_join(dir, name);
		free(dir);
	}
	if (*path == NULL)
		st = not_there(name, &l, e);
	outbox_clear(&l);
	return st;
}

enum status
outbox_remove(struct app *app, const char *name, struct err *e)
{
	char *path;
	enum status st = outbox_find(app, name, &path, e);

	if (st == ST_OK && unlink(path) != 0)
		st = err_errno(e, "cannot remove %s", path);
	free(path);
	return st;
}

char *
outbox_hint(const char *file)
{
	return xasprintf("%s is in your outbox: ssh HUB outbox get %s > %s",
	    file, file, file);
}
