/* health.c - a database looked at and not touched, for caseload doctor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/health.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"

enum {
	WAIT_MS = 500,		/* for another's commit */
	HEADER = 100,		/* bytes at the start of a database, */
	HEADER_WAL = 18		/* … of which this is 2 in WAL mode */
};

const char *
db_sqlite(void)
{
	return sqlite3_libversion();
}

const char *
db_sqlite_lacks(void)
{
	if (sqlite3_libversion_number() < 3040000)
		return "a version of 3.40 or later";
	return sqlite3_compileoption_used("ENABLE_FTS5") ? NULL : "FTS5";
}

bool
db_sqlite_wal(void)
{
	return db_may_write_wal(db_sqlite_version != 0 ? db_sqlite_version :
	    sqlite3_libversion_number());
}

int
db_newest_version(void)
{
	return migration_count;
}

/* --- opening to look ----------------------------------------------------- */

/* By its first bytes. Only while this process has it not open: closing a file
 * gives up all locks the process has on it. */
static bool
is_wal(const char *path)
{
	unsigned char head[HEADER];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	bool wal;

	if (fd == -1)
		return false;
	wal = read(fd, head, HEADER) == HEADER && head[HEADER_WAL] == 2;
	close(fd);
	return wal;
}

/* PATH as a URI, with what follows it. */
static char *
uri_of(const char *path, const char *query)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~";
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_addf(&b, "file:%s", path[0] == '/' ? "" : "./");
	for (; *path != '\0'; path++)
		if (strchr(plain, *path) != NULL)
			buf_addc(&b, *path);
		else
			buf_addf(&b, "%%%02X", (unsigned char)*path);
	buf_add(&b, query);
	return buf_take(&b);
}

/* A database in WAL mode at rest has no other file beside it; SQLite would
 * make them to read it, but for one that it is told not to change. */
static int
open_to_look(struct db *db, bool in_wal)
{
	char *wal = xasprintf("%s-wal", db->path), *uri;
	bool rests = in_wal && access(wal, F_OK) != 0;
	int rc;

	uri = uri_of(db->path, rests ? "?immutable=1" : "");
	rc = sqlite3_open_v2(uri, &db->s3, SQLITE_OPEN_READONLY |
	    SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
	    SQLITE_OPEN_EXRESCODE, NULL);
	if (rc == SQLITE_OK)
		sqlite3_busy_timeout(db->s3, WAIT_MS);
	free(uri);
	free(wal);
	return rc;
}

/* --- looking ------------------------------------------------------------- */

static enum status
ask(struct db *db, enum query q, char **out, struct err *e)
{
	return db_get_text(db, q, out, e, "");
}

static enum status
ask_int(struct db *db, enum query q, int64_t *out, struct err *e)
{
	return db_get_int(db, q, 0, out, e, "");
}

/* A connection that only looks says "delete" of all that is not WAL. */
static enum status
look_journal(struct db *db, struct db_health *h)
{
	char *mode = NULL;
	enum status st;

	if (db->open_guard)
		return ST_OK;
	st = db_journal_mode(db, &mode, &h->err);
	if (st == ST_OK)
		snprintf(h->journal, sizeof h->journal, "%s", mode);
	free(mode);
	return st;
}

static enum status
look_newest(struct db *db, struct db_health *h)
{
	char *at = NULL;
	enum status st = ask(db, Q_HEALTH_NEWEST, &at, &h->err);

	if (st == ST_OK && at != NULL)
		h->newest_ms = clock_from_iso(at);
	free(at);
	return st;
}

static enum status
look_users(struct db *db, struct db_health *h)
{
	struct stmt *st;
	enum status s = db_stmt(db, Q_HEALTH_USERS, &st, &h->err);
	bool more;

	while (s == ST_OK && (s = db_step(st, &more, &h->err)) == ST_OK &&
	    more) {
		strs_add(&h->user, db_text(st, 0));
		strs_add(&h->role, db_text(st, 1));
		strs_add(&h->disabled, db_text(st, 2));
	}
	return s;
}

static bool
is_late(void *until)
{
	return clock_monotonic_ms() > *(const int64_t *)until;
}

static enum status
look_whole(struct db *db, int ms, struct db_health *h)
{
	bool (*fn)(void *) = db->progress;
	void *arg = db->progress_arg;
	int64_t until = clock_monotonic_ms() + ms;
	char *said = NULL;
	enum status st;

	db_on_progress(db, is_late, &until);
	st = ask(db, Q_HEALTH_WHOLE, &said, &h->err);
	db_on_progress(db, fn, arg);
	h->looked = st == ST_OK;
	if (st == ST_OK && !str_eq(said, "ok"))
		snprintf(h->fault, sizeof h->fault, "%s", said);
	free(said);
	if (st == ST_INTERRUPTED)
		err_clear(&h->err);
	return st == ST_INTERRUPTED ? ST_OK : st;
}

static enum status
look(struct db *db, int ms, struct db_health *h)
{
	int64_t app, version, pages, size;
	enum status st;

	if ((st = ask_int(db, Q_HEALTH_APPLICATION, &app, &h->err)) != ST_OK ||
	    (st = ask_int(db, Q_HEALTH_VERSION, &version, &h->err)) != ST_OK ||
	    (st = ask_int(db, Q_HEALTH_PAGES, &pages, &h->err)) != ST_OK ||
	    (st = ask_int(db, Q_HEALTH_PAGE_SIZE, &size, &h->err)) != ST_OK)
		return st;
	h->ours = app == APPLICATION_ID;
	h->version = (int)version;
	h->bytes = pages * size;
	if (!h->ours)
		return ST_OK;
	if ((st = look_journal(db, h)) != ST_OK || version == 0 ||
	    version > migration_count || (st = look_newest(db, h)) != ST_OK)
		return st;
	if (version == migration_count)
		st = look_users(db, h);
	return st == ST_OK ? look_whole(db, ms, h) : st;
}

static bool
is_hot(struct db *db)
{
	int rc = sqlite3_extended_errcode(db->s3);

	return rc == SQLITE_READONLY_ROLLBACK ||
	    rc == SQLITE_READONLY_RECOVERY;
}

static void
look_alone(const char *path, int ms, struct db_health *h)
{
	struct db *db = xcalloc(1, sizeof *db);
	bool in_wal = is_wal(path);
	int rc;

	snprintf(h->journal, sizeof h->journal, "%s", in_wal ? "wal" : "");
	db->path = xstrdup(path);
	db->flags = DB_READONLY;
	db->open_guard = true;
	rc = open_to_look(db, in_wal);
	h->st = rc != SQLITE_OK ? db_fail(db, rc, "look", &h->err) : ST_OK;
	if (h->st == ST_OK && (h->st = func_add(db, &h->err)) == ST_OK)
		h->st = look(db, ms, h);
	if (h->st != ST_OK && db->s3 != NULL)
		h->hot = is_hot(db);
	db_close(db);
}

void
db_health_clear(struct db_health *h)
{
	strs_clear(&h->user);
	strs_clear(&h->role);
	strs_clear(&h->disabled);
}

void
db_health(const char *path, struct db *open, int ms, struct db_health *out)
{
	struct stat sb;

	*out = (struct db_health){ .newest_ms = -1 };
	if (stat(path, &sb) != 0) {
		if (errno != ENOENT)
			out->st = err_errno(&out->err, "cannot look at %s",
			    path);
		return;
	}
	if (!S_ISREG(sb.st_mode)) {
		out->there = true;
		out->st = err_set(&out->err, ST_INVALID, "%s is not a file",
		    path);
		return;
	}
	out->there = sb.st_size > 0;
	if (open != NULL)
		out->st = look(open, ms, out);
	else if (out->there)
		look_alone(path, ms, out);
}
