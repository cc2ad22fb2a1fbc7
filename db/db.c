/* db.c - open and close a database: whose it is, and how it is set.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/db.h"

#include <sys/stat.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/backup.h"
#include "db/folder.h"
#include "db/inner.h"
#include "db/pack.h"
#include "db/search.h"
#include "db/steps.h"

/* What every connection is told first; the journal mode follows. */
static const char settings[] =
	"PRAGMA synchronous = FULL;"
	"PRAGMA secure_delete = ON;"
	"PRAGMA recursive_triggers = ON;"
	"PRAGMA cell_size_check = ON;"
	"PRAGMA mmap_size = 0;"
#ifdef REVERSE_UNORDERED	/* --enable-asan: no order is not relied on */
	"PRAGMA reverse_unordered_selects = ON;"
#endif
	"PRAGMA cache_size = -8000;";

enum status
db_exec(struct db *db, const char *sql, struct err *e)
{
	int rc = sqlite3_exec(db->s3, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? ST_OK : db_fail(db, rc, sql, e);
}

enum status
db_keys(struct db *db, bool on, struct err *e)
{
	bool guard = db->open_guard;
	enum status st;

	db->open_guard = true;
	st = db_exec(db, on ? "PRAGMA foreign_keys = ON" :
	    "PRAGMA foreign_keys = OFF", e);
	db->open_guard = guard;
	return st;
}

static enum status
pragma_text(struct db *db, const char *sql, char **out, struct err *e)
{
	struct stmt st = { 0 };
	enum status s;
	bool more;

	if ((s = db_prepare(db, sql, sql, &st, e)) != ST_OK)
		return s;
	if ((s = db_step(&st, &more, e)) == ST_OK)
		*out = xstrdup(more ? db_text(&st, 0) : "");
	db_finish(&st);
	return s;
}

static enum status
pragma_int(struct db *db, const char *sql, int64_t *out, struct err *e)
{
	char *text;
	enum status s = pragma_text(db, sql, &text, e);

	if (s != ST_OK)
		return s;
	if (!str_int(text, INT64_MIN, INT64_MAX, out))
		*out = 0;
	free(text);
	return ST_OK;
}

static bool
is_memory(const char *path)
{
	return str_eq(path, ":memory:");
}

/* Make an empty file that only its owner reads; *MADE says it was made. */
static enum status
make_file(const char *path, bool *made, struct err *e)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    S_IRUSR | S_IWUSR);

	if (fd == -1 && errno == EEXIST)
		return ST_OK;	/* somebody made it just now */
	if (fd == -1 && errno == EACCES)
		return err_set(e, ST_DENIED, "cannot make %s: this user may not "
		    "write its folder; ask whoever keeps it, or name another "
		    "with --db", path);
	if (fd == -1)
		return err_errno(e, "cannot make %s", path);
	close(fd);
	*made = true;
	return ST_OK;
}

/* Not even whether it is there can be seen. */
static enum status
not_seen(const char *path, struct err *e)
{
	int why = errno;
	char *dir = path_dir(path);
	enum status st;

	errno = why;
	if (why == EACCES)
		st = err_set(e, ST_DENIED, "this user may not look into the "
		    "folder %s, in which the database is: ask whoever keeps it "
		    "to let you, or name another with --db", dir);
	else if (why == ENOTDIR)
		st = err_set(e, ST_INVALID, "%s is not a folder, so no "
		    "database can be in it: name another with --db", dir);
	else
		st = err_errno(e, "cannot open %s", path);
	free(dir);
	return st;
}

/* Everything that can be said before SQLite touches the file. */
static enum status
look_first(const char *path, unsigned flags, bool *made, struct err *e)
{
	struct stat sb;
	enum status st;
	bool there = stat(path, &sb) == 0;

	if (!there && errno != ENOENT)
		return not_seen(path, e);
	if (!there && lstat(path, &sb) == 0)
		return err_set(e, ST_IO, "%s is a link to a file that is not "
		    "there: mend the link or take it away", path);
	if (there && !S_ISREG(sb.st_mode))
		return err_set(e, ST_INVALID, "%s is not a file", path);
	if ((!there || sb.st_size == 0) && !(flags & DB_CREATE))
		return err_set(e, ST_NOT_FOUND,
		    "there is no database %s: run caseload init", path);
	if ((st = folder_check(path, flags & DB_ALLOW_FUSE, e)) != ST_OK)
		return st;
	return there ? ST_OK : make_file(path, made, e);
}

static void
harden(struct db *db)
{
	static const struct { int op, on; } config[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	};

	for (size_t i = 0; i < sizeof config / sizeof config[0]; i++)
		sqlite3_db_config(db->s3, config[i].op, config[i].on, NULL);
}

/* Is it ours, and not newer than this program? */
static enum status
identify(struct db *db, int64_t *version, struct err *e)
{
	int64_t app, pages;
	enum status st;

	if ((st = pragma_int(db, "PRAGMA application_id", &app, e)) != ST_OK ||
	    (st = pragma_int(db, "PRAGMA user_version", version, e)) != ST_OK ||
	    (st = pragma_int(db, "PRAGMA page_count", &pages, e)) != ST_OK)
		return st;
	if (app != APPLICATION_ID && pages > 0)
		return err_set(e, ST_CORRUPT,
		    "%s is not a Caseload database", db->path);
	if (*version > migration_count)
		return err_set(e, ST_DENIED, "%s was written by a newer "
		    "Caseload: its version is %d, this program knows %d; "
		    "install the newer program", db->path, (int)*version,
		    migration_count);
	return ST_OK;
}

/* A copy of what is there, before the program changes its tables. */
static enum status
before_migration(struct db *db, int version, struct err *e)
{
	char words[32];

	snprintf(words, sizeof words, "before-version-%d", version + 1);
	if (backup_aside(db, words, NULL, e) == ST_OK)
		return ST_OK;
	return err_prefix(e, "%s is of an older version, and no copy of it "
	    "could be kept before it is brought up to date; nothing was "
	    "changed: ", db->path);
}

static enum status
set_up(struct db *db, struct err *e)
{
	int64_t version;
	enum status st;

	harden(db);
	sqlite3_busy_handler(db->s3, busy_handler, db);
	if ((st = func_add(db, e)) != ST_OK ||
	    (st = pack_add(db, e)) != ST_OK ||
	    (st = db_exec(db, settings, e)) != ST_OK ||
	    (st = journal_start(db, e)) != ST_OK ||
	    (st = identify(db, &version, e)) != ST_OK)
		return st;
	if (version < migration_count) {
		if (version > 0 && (db->flags & DB_READONLY))
			return err_set(e, ST_DENIED, "%s is of an older "
			    "version: open it once without --readonly",
			    db->path);
		if (version > 0 && !is_memory(db->path) &&
		    (st = before_migration(db, (int)version, e)) != ST_OK)
			return st;
		if ((st = migrate_run(db, e)) != ST_OK)
			return st;
	}
	if (db->flags & DB_READONLY)
		st = db_exec(db, "PRAGMA query_only = ON", e);
	return st;
}

/* What a failed start left: the file and what SQLite keeps beside it. */
static void
take_away(const char *path)
{
	char *journal = xasprintf("%s-journal", path);

	(void)unlink(path);
	(void)unlink(journal);
	free(journal);
}

/* Is it sure that nobody made tables in it meanwhile? */
static bool
is_bare(struct db *db)
{
	int64_t version;

	return db->s3 == NULL || (pragma_int(db, "PRAGMA user_version",
	    &version, NULL) == ST_OK && version == 0);
}

/* SQLite's connection, set up and guarded; on failure perhaps half of it. */
static enum status
connect_file(struct db *db, struct err *e)
{
	const char *path = db->path;
	/* A relative name must not be read as a URI. */
	char *name = xasprintf("%s%s",
	    path[0] == '/' || is_memory(path) ? "" : "./", path);
	struct stat sb;
	enum status st;
	int rc;

	db->open_guard = true;
	rc = sqlite3_open_v2(name, &db->s3, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
	    SQLITE_OPEN_EXRESCODE, NULL);
	free(name);
	st = rc == SQLITE_OK ? set_up(db, e) : db_fail(db, rc, "open", e);
	if (st != ST_OK)
		return st;
	if (stat(path, &sb) == 0) {
		db->dev = sb.st_dev;
		db->ino = sb.st_ino;
	}
	sqlite3_set_authorizer(db->s3, guard_allow, db);
	db->open_guard = false;
	return ST_OK;
}

static void
forget_statements(struct db *db)
{
	store_cache_free(db);
	for (int q = 0; q < Q_MAX; q++)
		db_finish(&db->stmts[q]);
	for (size_t i = 0; i < DB_MADE; i++) {
		db_finish(&db->made[i].st);
		free(db->made[i].sql);
		db->made[i].sql = NULL;
	}
}

static bool
is_in_use(sqlite3 *s3)
{
	sqlite3_stmt *st = sqlite3_next_stmt(s3, NULL);

	while (st != NULL && !sqlite3_stmt_busy(st))
		st = sqlite3_next_stmt(s3, st);
	return st != NULL;
}

enum status
db_connect_again(struct db *db, struct err *e)
{
	sqlite3 *was = db->s3;
	struct stat sb;
	enum status st;

	if (stat(db->path, &sb) != 0 || sb.st_dev != db->dev ||
	    sb.st_ino != db->ino)
		return db_fail(db, SQLITE_READONLY_DBMOVED, "BEGIN", e);
	if (is_in_use(was))
		return db_fail(db, SQLITE_READONLY, "BEGIN", e);
	forget_statements(db);
	st = connect_file(db, e);
	if (st != ST_OK) {
		forget_statements(db);
		sqlite3_close(db->s3);
		db->s3 = was;
		db->open_guard = false;
		return st;
	}
	sqlite3_close(was);
	db_on_progress(db, db->progress, db->progress_arg);
	return ST_OK;
}

enum status
db_open(const char *path, unsigned flags, struct db **out, struct err *e)
{
	struct db *db;
	enum status st;
	bool made = false;

	if (!is_memory(path) &&
	    (st = look_first(path, flags, &made, e)) != ST_OK)
		return st;
	db = xcalloc(1, sizeof *db);
	db->fresh = made;
	db->path = xstrdup(path);
	db->flags = flags;
	db->today = (int)(clock_ms() / 86400000);
	for (int i = 0; i < BENCHMARKS; i++)
		db->pass_mark[i] = 100;
	(void)need_weights(NEED_DEFAULT, &db->need);
	if ((st = connect_file(db, e)) != ST_OK) {
		made = made && is_bare(db);
		db_close(db);
		if (made)
			take_away(path);
		return st;
	}
	*out = db;
	return ST_OK;
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	if (db->s3 != NULL && db_in_transaction(db)) {
		log_line("a transaction was left open at %s:%d",
		    db->file ? db->file : "?", db->line);
		sqlite3_exec(db->s3, "ROLLBACK", NULL, NULL, NULL);
	}
	forget_statements(db);
	marks_free(db);
	search_near_release(db);
	if (sqlite3_close(db->s3) != SQLITE_OK) {
		assert(!"a statement outlived its database");
		sqlite3_close_v2(db->s3);
	}
	free(db->user);
	free(db->path);
	free(db);
}

void
db_unmake(struct db *db)
{
	int64_t steps = 1;
	char *path;

	if (db == NULL)
		return;
	path = xstrdup(db->path);
	if (!db->fresh || steps_newest(db, &steps, NULL) != ST_OK)
		steps = 1;
	db_close(db);
	if (steps == 0)
		take_away(path);
	free(path);
}

const char *
db_path(const struct db *db)
{
	return db->path;
}

static int
progress_handler(void *arg)
{
	struct db *db = arg;

	return db->progress != NULL && db->progress(db->progress_arg);
}

void
db_on_progress(struct db *db, bool (*fn)(void *arg), void *arg)
{
	db->progress = fn;
	db->progress_arg = arg;
	sqlite3_progress_handler(db->s3, fn ? 10000 : 0,
	    fn ? progress_handler : NULL, db);
}

int64_t
db_changes(struct db *db)
{
	return sqlite3_changes64(db->s3);
}

int64_t
db_last_rowid(struct db *db)
{
	return sqlite3_last_insert_rowid(db->s3);
}

/* Not a prepared statement: SQLite obeys this one while it prepares. A ceiling
 * keeps the memory of an import within 96 MB: 52,000 schools fit. One page
 * means no fewer than the cache holds: the usual. */
#define HELD_PAGES	"16000"	/* of 4 kB */

void
db_hold_pages(struct db *db, bool on)
{
	sqlite3_exec(db->s3, on ? "PRAGMA cache_spill = " HELD_PAGES :
	    "PRAGMA cache_spill = 1", NULL, NULL, NULL);
}
