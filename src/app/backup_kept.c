/* backup_kept.c - which backups there are, and how long they are kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/backup.h"

#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "db/folder.h"
#include "model/tables.h"

enum { DAYS = 7, WEEKS = 5 };	/* that are kept */

/* --- what is there --------------------------------------------------------- */

struct kept {
	char		*name;
	int		 day;		/* when it was made */
	bool		 daily;		/* by its name */
	int64_t		 bytes;
	bool		 goes;
};
struct folder {
	char		*path;
	struct kept	*v;		/* newest first */
	size_t		 n;
};

/* The day in "2026-11-20.db"; DAY_NONE for other names. */
static int
day_of(const char *name)
{
	char day[11];

	if (strlen(name) != strlen("2026-11-20.db") || !str_ends(name, ".db"))
		return DAY_NONE;
	memcpy(day, name, 10);
	day[10] = '\0';
	return day_from_iso(day);
}

static int
newer(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? 1 : -1;
	if (x->daily != y->daily)
		return x->daily ? -1 : 1;
	return strcmp(y->name, x->name);
}

static void
folder_read(struct folder *f, const char *file)
{
	const struct dirent *d;
	struct stat sb;
	DIR *dir;

	*f = (struct folder){ .path = backup_folder(file) };
	dir = opendir(f->path);
	while (dir != NULL && (d = readdir(dir)) != NULL) {
		struct kept k = { .day = day_of(d->d_name) };

		if (!str_ends(d->d_name, ".db") || fstatat(dirfd(dir),
		    d->d_name, &sb, AT_SYMLINK_NOFOLLOW) != 0 ||
		    !S_ISREG(sb.st_mode))
			continue;
		k.daily = k.day != DAY_NONE;
		if (!k.daily)
			k.day = clock_day((int64_t)sb.st_mtime * 1000, "UTC");
		k.name = xstrdup(d->d_name);
		k.bytes = sb.st_size;
		f->v = xreallocarray(f->v, f->n + 1, sizeof *f->v);
		f->v[f->n++] = k;
	}
	if (dir != NULL)
		closedir(dir);
	if (f->n > 1)
		qsort(f->v, f->n, sizeof *f->v, newer);
}

static void
folder_clear(struct folder *f)
{
	for (size_t i = 0; i < f->n; i++)
		free(f->v[i].name);
	free(f->v);
	free(f->path);
}

int
backup_newest(const char *file)
{
	struct folder f;
	int day = DAY_NONE;

	folder_read(&f, file);
	for (size_t i = 0; i < f.n && day == DAY_NONE; i++)
		if (f.v[i].daily)
			day = f.v[i].day;
	folder_clear(&f);
	return day;
}

void
backup_list(const char *file, struct strs *out)
{
	struct folder f;

	folder_read(&f, file);
	for (size_t i = 0; i < f.n; i++)
		strs_take(out, path_join(f.path, f.v[i].name));
	folder_clear(&f);
}

/* --- what goes --------------------------------------------------------------- */

/* 7 days, then the newest of each of 5 weeks. */
static void
by_age(struct folder *f, int today)
{
	int days = 0, weeks = 0, week = INT_MAX;

	for (size_t i = 0; i < f->n; i++) {
		struct kept *k = &f->v[i];
		/* Day 0 is a Thursday: weeks begin on Mondays. */
		int its = (k->day + 3) / 7;

		k->goes = i > 0 && today - k->day > BACKUP_DAYS;
		if (!k->daily || k->goes)
			continue;
		if (days++ < DAYS) {
			week = its;
			continue;
		}
		k->goes = its == week || weeks == WEEKS;
		weeks += !k->goes;
		week = its;
	}
}

/* The oldest first, until the rest has room; the newest stays. */
static void
by_room(struct folder *f, int64_t room)
{
	int64_t all = 0;

	for (size_t i = 0; i < f->n; i++)
		all += f->v[i].goes ? 0 : f->v[i].bytes;
	for (size_t i = f->n; i-- > 1 && all > room;)
		if (!f->v[i].goes) {
			f->v[i].goes = true;
			all -= f->v[i].bytes;
		}
}

static void
take_away(const struct folder *f, struct strs *told)
{
	for (size_t i = 0; i < f->n; i++) {
		char *path = path_join(f->path, f->v[i].name);

		if (f->v[i].goes && unlink(path) == 0)
			strs_take(told, xasprintf("Removed %s.", path));
		free(path);
	}
}

void
backup_tidy(const char *file, const char *most, int today, struct strs *told)
{
	struct folder f;
	struct folder_fs fs = { 0 };
	struct stat sb = { 0 };
	int64_t room, all = 0;

	folder_read(&f, file);
	(void)stat(file, &sb);
	for (size_t i = 0; i < f.n; i++)
		all += f.v[i].bytes;
	(void)folder_ask(f.path, &fs);
	(void)backup_room(most, sb.st_size, all + (int64_t)fs.bytes, &room);
	by_age(&f, today);
	by_room(&f, room);
	take_away(&f, told);
	folder_clear(&f);
}
