/* doctor_data.c - SQLite, the database, its journal, whether it is whole.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/backup.h"
#include "base/mem.h"
#include "base/str.h"

#define RECOVER	"Keep a copy of the file as it is; then caseload check " \
	"--repair, or caseload restore-backup FILE."

void
doctor_sqlite(struct doctor *d)
{
	const char *lacks = db_sqlite_lacks();

	if (lacks != NULL)
		doctor_find(d, DOCTOR_ERROR, "Install a newer or a complete "
		    "SQLite.", "This is SQLite %s, which lacks %s.",
		    db_sqlite(), lacks);
	else
		doctor_ok(d, "SQLite %s has all that is needed.", db_sqlite());
}

static void
not_read(struct doctor *d)
{
	const struct db_health *h = &d->db;

	if (h->hot)
		doctor_find(d, DOCTOR_WARNING, "Open it once, as with caseload "
		    "check: what was not saved to its end is taken back, and "
		    "no more.", "A save was cut off: the journal beside %s "
		    "waits to be rolled back.", d->file);
	else
		doctor_find(d, DOCTOR_ERROR, h->st == ST_CORRUPT ? RECOVER :
		    h->st == ST_BUSY ? "Try again when that save is done." :
		    "See what is said above of the file and its folder.",
		    "%s", h->err.text);
}

static void
not_there(struct doctor *d)
{
	struct strs backups = { 0 };
	char *advice = NULL, *word;

	backup_list(d->file, &backups);
	if (backups.n > 0) {
		word = str_shell(backups.v[0]);
		advice = xasprintf("Put back its newest backup: caseload "
		    "restore-backup %s", word);
		free(word);
	}
	doctor_find(d, DOCTOR_ERROR, advice != NULL ? advice :
	    "Run caseload init, or name the database with --db FILE.",
	    "There is no database %s.", d->file);
	free(advice);
	strs_clear(&backups);
}

void
doctor_database(struct doctor *d)
{
	const struct db_health *h = &d->db;
	int mine = db_newest_version();
	char size[16];

	if (!h->there && h->st == ST_OK) {
		not_there(d);
	} else if (h->st != ST_OK && !h->ours) {
		not_read(d);
	} else if (!h->ours) {
		doctor_find(d, DOCTOR_ERROR, "Name the database with --db "
		    "FILE, or put back a backup: caseload restore-backup "
		    "FILE.", "%s is not a Caseload database.", d->file);
	} else if (h->version > mine) {
		doctor_find(d, DOCTOR_ERROR, "Install the newer program.",
		    "The database is of version %d; this program knows %d.",
		    h->version, mine);
	} else if (h->version < mine) {
		doctor_find(d, DOCTOR_WARNING, "Open it once with this program,"
		    " which brings it up to date.", "The database is of "
		    "version %d; this program's is %d.", h->version, mine);
	} else {
		doctor_size((uint64_t)h->bytes, size);
		doctor_ok(d, "The database is of version %d, and has %s.",
		    h->version, size);
	}
}

/* Which journal it keeps, and why (design.md 4). */
void
doctor_journal(struct doctor *d)
{
	const struct db_health *h = &d->db;

	if (!h->ours)
		return;
	if (!str_eq(h->journal, "wal"))
		doctor_ok(d, "Saves go through a journal that is rolled back "
		    "(TRUNCATE): it is safe with every version of SQLite.");
	else if (db_sqlite_wal())
		doctor_ok(d, "Saves go through a journal written ahead (WAL): "
		    "SQLite %s keeps it safe.", db_sqlite());
	else
		doctor_find(d, DOCTOR_ERROR, "Install SQLite 3.51.3 or later, "
		    "or run caseload doctor --journal truncate where there is "
		    "one.", "The database is in WAL mode, which SQLite %s may "
		    "damage: nothing is saved.", db_sqlite());
}

void
doctor_whole(struct doctor *d)
{
	const struct db_health *h = &d->db;

	if (!h->ours)
		return;
	if (h->st != ST_OK)
		doctor_find(d, DOCTOR_ERROR, h->st == ST_CORRUPT ? RECOVER :
		    "Try again; caseload check says more.", "%s",
		    h->err.text);
	else if (h->fault[0] != '\0')
		doctor_find(d, DOCTOR_ERROR, RECOVER, "The database is "
		    "damaged: %s.", h->fault);
	else if (h->looked)
		doctor_ok(d, "Its pages are whole; caseload check looks at "
		    "what they say.");
	else if (h->version > 0 && h->version <= db_newest_version())
		doctor_ok(d, "Its pages were not all looked at, since there "
		    "are many; caseload check does.");
}
