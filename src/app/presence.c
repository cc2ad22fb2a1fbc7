/* presence.c - who is editing what now, told by small locked files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/presence.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/presence_file.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/db.h"

enum { MOST_FILES = 256, AGAIN_MS = 5000 };

struct presence {
	char		*file;		/* the database */
	char		*folder;
	struct present	 own;
	int		 fd;		/* of the own file, -1 none yet */
	char		 name[LIVE_NAME];
	bool		 failed;	/* it cannot be made: not tried again */
	struct presents	 others;	/* at the last look */
	struct timespec	 changed;	/* the folder, then */
	int64_t		 looked;	/* monotonic ms of it */
};

/* The file of this process, if a session of it has one: it must not be opened
 * and closed a second time. */
static char own_name[LIVE_NAME];

char *
presence_folder(const char *file)
{
	char *whole = realpath(file, NULL);
	char *folder = xasprintf("%s.live", whole != NULL ? whole : file);

	free(whole);
	return folder;
}

void
presences_clear(struct presents *l)
{
	for (size_t i = 0; i < l->n; i++)
		live_clear(&l->v[i]);
	free(l->v);
	*l = (struct presents){ NULL, 0 };
}

static int
by_user(const void *a, const void *b)
{
	const struct present *x = a, *y = b;
	int c = strcmp(x->user, y->user);

	if (c == 0)
		c = x->since < y->since ? -1 : x->since > y->since;
	return c != 0 ? c : x->pid < y->pid ? -1 : x->pid > y->pid;
}

static int
open_folder(const char *folder)
{
	return open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* All but the file OWN: closing that again would lose its lock. */
static void
read_folder(const char *folder, const char *own, struct presents *out)
{
	int fd = open_folder(folder);
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
	struct dirent *entry;
	struct present one;
	int files = 0;

	*out = (struct presents){ NULL, 0 };
	if (d == NULL && fd >= 0)
		close(fd);
	while (d != NULL && files < MOST_FILES &&
	    (entry = readdir(d)) != NULL) {
		if (!live_name(entry->d_name) || str_eq(entry->d_name, own))
			continue;
		files++;
		if (!live_read(dirfd(d), entry->d_name, &one))
			continue;
		out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
		out->v[out->n++] = one;
	}
	if (d != NULL)
		closedir(d);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_user);
}

void
presence_read(const char *file, struct presents *out)
{
	char *folder = presence_folder(file);

	read_folder(folder, own_name, out);
	free(folder);
}

struct presence *
presence_new(const struct app *app)
{
	struct presence *p = xcalloc(1, sizeof *p);

	p->file = xstrdup(db_path(app->db));
	p->folder = presence_folder(p->file);
	p->own.user = xstrdup(app->user);
	p->own.node = xstrdup(app->node);
	p->own.pid = (long)getpid();
	p->fd = -1;
	p->failed = app->readonly || str_eq(p->file, ":memory:");
	return p;
}

/* The folder's time says that something in it is new. */
static void
touch(const struct presence *p)
{
	int dir = open_folder(p->folder);

	if (dir >= 0) {
		(void)futimens(dir, NULL);
		close(dir);
	}
}

void
presence_free(struct presence *p)
{
	int dir;

	if (p == NULL)
		return;
	if (p->fd >= 0) {
		if ((dir = open_folder(p->folder)) >= 0) {
			(void)unlinkat(dir, p->name, 0);
			close(dir);
		}
		close(p->fd);
		own_name[0] = '\0';
	}
	presences_clear(&p->others);
	live_clear(&p->own);
	free(p->folder);
	free(p->file);
	free(p);
}

/* Files of ours that nobody holds, whole or not. */
static void
sweep(int dir)
{
	struct flock whole;
	struct dirent *entry;
	int copy = dup(dir), fd;
	DIR *d = copy >= 0 ? fdopendir(copy) : NULL;

	if (d == NULL && copy >= 0)
		close(copy);
	while (d != NULL && (entry = readdir(d)) != NULL) {
		if (!live_name(entry->d_name) ||
		    str_eq(entry->d_name, own_name) || (fd = openat(dir, entry->d_name, O_RDWR | O_NOFOLLOW |
		    O_NONBLOCK | O_CLOEXEC)) < 0)
			continue;
		whole = (struct flock){ .l_type = F_WRLCK,
		    .l_whence = SEEK_SET };
		if (fcntl(fd, F_SETLK, &whole) == 0)
			(void)unlinkat(dir, entry->d_name, 0);
		close(fd);
	}
	if (d != NULL)
		closedir(d);
}

/* As private as the database: its group may come in where it may write. */
static void
make_own(struct presence *p)
{
	struct stat sb;
	unsigned group = 0;
	int dir;

	p->failed = true;
	if (stat(p->file, &sb) != 0)
		return;
	if ((sb.st_mode & S_IWGRP) != 0)
		group = S_IRGRP | S_IWGRP;
	if (mkdir(p->folder, S_IRWXU) == 0 && group != 0) {
		if (chown(p->folder, (uid_t)-1, sb.st_gid) == 0)
			(void)chmod(p->folder, S_IRWXU | S_IRWXG | S_ISGID);
	}
	if ((dir = open_folder(p->folder)) < 0)
		return;
	sweep(dir);
	p->fd = live_make(dir, S_IRUSR | S_IWUSR | group, p->name);
	p->failed = p->fd < 0;
	if (!p->failed)
		memcpy(own_name, p->name, sizeof own_name);
	close(dir);
}

void
presence_edit(struct presence *p, const struct entity *ent, int64_t id)
{
	if (p->own.ent == ent && (ent == NULL || p->own.id == id))
		return;
	p->own.ent = ent;
	p->own.id = id;
	p->own.since = clock_ms();
	if (p->fd < 0 && !p->failed)
		make_own(p);
	if (p->fd < 0)
		return;
	(void)live_write(p->fd, &p->own);
	touch(p);
}

void
presence_poll(struct presence *p)
{
	int64_t now = clock_monotonic_ms();
	struct stat sb = { 0 };

	if (lstat(p->folder, &sb) != 0) {
		presences_clear(&p->others);
		p->changed = (struct timespec){ 0 };
		return;
	}
	if (sb.st_mtim.tv_sec == p->changed.tv_sec &&
	    sb.st_mtim.tv_nsec == p->changed.tv_nsec &&
	    now - p->looked < AGAIN_MS)
		return;
	presences_clear(&p->others);
	read_folder(p->folder, p->name, &p->others);
	p->changed = sb.st_mtim;
	p->looked = now;
}

const struct present *
presence_at(const struct presence *p, const struct entity *ent, int64_t id)
{
	for (size_t i = 0; i < p->others.n; i++) {
		const struct present *o = &p->others.v[i];

		if (!o->dead && o->ent == ent && o->id == id && ent != NULL)
			return o;
	}
	return NULL;
}

void
presence_words(const struct present *o, struct buf *out)
{
	int64_t minutes = (clock_ms() - o->since) / 60000;

	buf_addf(out, "%s is editing this", o->user);
	if (minutes >= 60)
		buf_addf(out, ", %lld h", (long long)(minutes / 60));
	else if (minutes > 0)
		buf_addf(out, ", %lld min", (long long)minutes);
}
