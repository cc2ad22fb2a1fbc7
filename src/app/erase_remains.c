/* erase_remains.c - where somebody who is erased may still be named.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups, and the files that users of a hub wrote to their outboxes: both lie
 * beside the database and stay as they are.
 */
#include "app/erase_int.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/backup.h"
#include "app/place.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/db.h"

#define SECONDS		86400

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, in order; none of what is hidden. */
static void
names_in(const char *folder, struct strs *out)
{
	DIR *d = opendir(folder);
	const struct dirent *entry;

	while (d != NULL && (entry = readdir(d)) != NULL)
		if (entry->d_name[0] != '.')
			strs_add(out, entry->d_name);
	if (d != NULL)
		closedir(d);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_name);
}

/* The day the file was written; DAY_NONE when it is no plain file. */
static int
day_of_file(const char *folder, const char *name)
{
	char *path = path_join(folder, name);
	struct stat sb;
	int day = DAY_NONE;

	if (lstat(path, &sb) == 0 && S_ISREG(sb.st_mode))
		day = (int)(sb.st_mtime / SECONDS);
	free(path);
	return day;
}

static void
backups(struct app *app, struct strs *out)
{
	char *dir = backup_folder(db_path(app->db)), made[24], gone[24];
	struct strs names = { 0 };
	int day;

	names_in(dir, &names);
	for (size_t i = 0; i < names.n; i++) {
		if (!str_ends(names.v[i], ".db") ||
		    (day = day_of_file(dir, names.v[i])) == DAY_NONE)
			continue;
		day_long(day, made);
		day_long(day + BACKUP_DAYS, gone);
		strs_take(out, xasprintf("The backup %s of %s still has it; it "
		    "ages out by %s.", names.v[i], made, gone));
	}
	strs_clear(&names);
	free(dir);
}

static void
outbox_of(const char *root, const char *folder, struct strs *out)
{
	char *dir = path_join(root, folder), *user = outbox_owner(folder);
	struct strs names = { 0 };
	char made[24];
	int day;

	names_in(dir, &names);
	for (size_t i = 0; i < names.n; i++) {
		if ((day = day_of_file(dir, names.v[i])) == DAY_NONE)
			continue;
		day_long(day, made);
		strs_take(out, xasprintf("The file %s of %s in the outbox of %s"
		    " may have it; %s takes it away by outbox remove.",
		    names.v[i], made, user, user));
	}
	strs_clear(&names);
	free(user);
	free(dir);
}

static void
outboxes(struct app *app, struct strs *out)
{
	char *root = outbox_root(app);
	struct strs folders = { 0 };

	names_in(root, &folders);
	for (size_t i = 0; i < folders.n; i++)
		outbox_of(root, folders.v[i], out);
	strs_clear(&folders);
	free(root);
}

void
erase_remains(struct app *app, struct strs *out)
{
	backups(app, out);
	outboxes(app, out);
	strs_add(out, "Copies made by other means, exported files and copies "
	    "on laptops are not reached.");
}
