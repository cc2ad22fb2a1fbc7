/* doctor_kept.c - what is kept beside the database: backups, the log.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor_int.h"

#include <sys/stat.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "app/backup.h"
#include "app/presence.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"

enum {
	FAULT_DAYS = 7,
	BACKUP_MS = 300,	/* for the quick check of the newest */
	LOG_MAX = 4 << 20
};

/* A copy that does not open is found now, not on the day it is needed. Each was
 * checked when it was made; the disk may have spoiled it since. */
static void
look_at_backup(struct doctor *d, const char *path)
{
	static const char advice[] = "Move that file away, then run caseload "
	    "backup --daily.";
	struct db_health h;

	db_health(path, NULL, BACKUP_MS, &h);
	if (h.st != ST_OK)
		doctor_find(d, DOCTOR_ERROR, advice, "The newest backup cannot "
		    "be used: %s.", h.err.text);
	else if (!h.ours || h.version == 0)
		doctor_find(d, DOCTOR_ERROR, advice, "The newest backup, %s, "
		    "is not a Caseload database.", path);
	else if (h.version > db_newest_version())
		doctor_find(d, DOCTOR_WARNING, "Install the newer program.",
		    "The newest backup, %s, is of version %d; this program "
		    "knows %d.", path, h.version, db_newest_version());
	else if (h.fault[0] != '\0')
		doctor_find(d, DOCTOR_ERROR, advice, "The newest backup, %s, is "
		    "damaged: %s.", path, h.fault);
	else if (h.looked)
		doctor_ok(d, "The newest backup opens, and its pages are "
		    "whole.");
	else
		doctor_ok(d, "The newest backup opens; its pages were not all "
		    "looked at, since there are many.");
	db_health_clear(&h);
}

static void
look_at_newest(struct doctor *d, const char *dir, const char *day)
{
	char *name = xasprintf("%s.db", day), *path = path_join(dir, name);

	look_at_backup(d, path);
	free(path);
	free(name);
}

void
doctor_backups(struct doctor *d)
{
	static const char advice[] = "Run caseload backup --daily, and see that "
	    "it works.";
	char *dir = backup_folder(d->file), *failed = backup_failed(d->file);
	int newest = backup_newest(d->file), saved;
	char day[11], *real = realpath(dir, NULL);
	struct stat sb;

	if (real != NULL && lstat(dir, &sb) == 0 && S_ISLNK(sb.st_mode))
		doctor_ok(d, "%s is a link: backups are kept in %s.", dir,
		    real);
	free(real);

	saved = d->db.newest_ms < 0 ? DAY_NONE : clock_day(d->db.newest_ms,
	    option_text(d->opt, OPT_TIMEZONE));
	if (newest != DAY_NONE)
		day_iso(newest, day);
	if (newest == DAY_NONE && saved != DAY_NONE)
		doctor_find(d, DOCTOR_WARNING, advice, "There is no backup in "
		    "%s.", dir);
	else if (newest != DAY_NONE && saved != DAY_NONE && saved > newest + 1)
		doctor_find(d, DOCTOR_WARNING, advice, "The newest backup is of "
		    "%s, %d day%s ago; there were saves since.", day,
		    d->today - newest, d->today - newest == 1 ? "" : "s");
	else if (newest != DAY_NONE)
		doctor_ok(d, "The newest backup is of %s.", day);
	else
		doctor_ok(d, "There is nothing to back up yet.");
	if (newest != DAY_NONE)
		look_at_newest(d, dir, day);
	if (failed != NULL)
		doctor_find(d, DOCTOR_ERROR, advice, "The last backup failed, "
		    "%s", failed);
	free(failed);
	free(dir);
}

/* Each name once: they come sorted. */
void
doctor_live(struct doctor *d)
{
	struct presents here;
	struct strs names = { 0 };
	size_t dead = 0;
	char *said;

	presence_read(d->file, &here);
	for (size_t i = 0; i < here.n; i++)
		if (here.v[i].dead)
			dead++;
		else if (!strs_has(&names, here.v[i].user))
			strs_add(&names, here.v[i].user);
	said = strs_join(&names, ", ");
	if (names.n > 0)
		doctor_ok(d, "%s %s editing now.", said,
		    names.n == 1 ? "is" : "are");
	if (dead > 0)
		doctor_ok(d, "%zu session%s cut off while editing; the next "
		    "one that edits clears up.", dead,
		    dead == 1 ? " was" : "s were");
	free(said);
	strs_clear(&names);
	presences_clear(&here);
}

void
doctor_outbox(struct doctor *d)
{
	char *dir = doctor_beside(d, ".outbox");
	const struct dirent *f;
	DIR *in = opendir(dir);
	size_t n = 0;

	while (in != NULL && (f = readdir(in)) != NULL)
		n += f->d_name[0] != '.';
	if (in != NULL) {
		closedir(in);
		doctor_ok(d, "%zu user%s files waiting in %s.", n,
		    n == 1 ? " has" : "s have", dir);
	}
	free(dir);
}

/* Of lines "TIME PID WORDS"; a fault itself has no time, so that it is no
 * earlier than the line before it. */
static size_t
faults_since(char *text, int64_t since, int64_t changed)
{
	int64_t at = changed;
	size_t n = 0;
	char *line, *end;

	for (line = text; *line != '\0'; line = end) {
		char stamp[25] = "";

		end = line + strcspn(line, "\n");
		if (*end != '\0')
			*end++ = '\0';
		if (strlen(line) > 24) {
			memcpy(stamp, line, 24);
			stamp[24] = '\0';
		}
		if (clock_from_iso(stamp) >= 0)
			at = clock_from_iso(stamp);
		n += strstr(line, LOG_FAULT) != NULL && at >= since;
	}
	return n;
}

void
doctor_log(struct doctor *d)
{
	char *path = path_state("log"), *text;
	int64_t since = d->now - FAULT_DAYS * INT64_C(86400000);
	struct stat sb;
	size_t n;

	if (stat(path, &sb) == 0 &&
	    path_read(path, LOG_MAX, &text, NULL, NULL) == ST_OK) {
		n = faults_since(text, since, (int64_t)sb.st_mtime * 1000);
		free(text);
		if (n > 0)
			doctor_find(d, DOCTOR_WARNING, "Report it with that "
			    "part of the log.", "%zu fault%s ended the program "
			    "lately: see %s.", n, n == 1 ? "" : "s", path);
		else
			doctor_ok(d, "No fault ended the program in the last "
			    "%d days.", FAULT_DAYS);
	}
	free(path);
}
