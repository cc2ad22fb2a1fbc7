/* db.h - the only door to the database. No sqlite3 type passes through it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conventions of db/: the handle first, out-parameters last before the error,
 * never written on failure. Text got from a statement is borrowed until its
 * next step. Every hand-written statement is in db/queries and known by enum
 * query; those made from field tables come from row.c and list.c.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/waiting.h"

struct db;
struct eligible;
struct access_law;
struct need_weights;
struct stmt;
#include "db/queries.h"

enum {
	DB_CREATE	= 1,	/* make it when it is not there */
	DB_READONLY	= 2,	/* look only (query_only) */
	DB_ALLOW_FUSE	= 4	/* [database] allow_fuse = yes */
};

/* Open PATH (":memory:" for tests), check that it is ours and not newer,
 * harden the connection. ST_NOT_FOUND when missing without DB_CREATE;
 * ST_DENIED on network file systems (design.md 4); ST_CORRUPT when it is not a
 * Caseload database. Runs migrations that are missing, in one transaction. */
enum status	 db_open(const char *path, unsigned flags, struct db **out,
		    struct err *e) MUST_CHECK;
void		 db_close(struct db *db);		/* NULL is fine */
/* The same, and when this open made the file and nothing was saved in it
 * since, the file is taken away. */
void		 db_unmake(struct db *db);
const char	*db_path(const struct db *db);
/* What derived values of store_load take for today; the system's day (UTC)
 * until it is said. */
void		 db_set_today(struct db *db, int day);
/* Whose schools `mine` means in a filter; nobody's until it is said. Copied. */
void		 db_set_user(struct db *db, const char *name);
/* From which percentage each of the eight benchmarks is achieved; 100 until it
 * is said. */
void		 db_set_pass_marks(struct db *db, const int mark[8]);
/* The rules of the derived fields eligible and eligible_why, which are empty
 * until they are said. Borrowed until db_close. */
void		 db_set_eligible(struct db *db, const struct eligible *rules);
/* The law of the derived fields access and access_due, in the same way. */
void		 db_set_access(struct db *db, const struct access_law *);
/* How many days ahead a placement's expiring checks are warned about; 0 until it
 * is said. */
void		 db_set_placement_days(struct db *db, int days);
/* What the parts of a school's need weigh; NEED_DEFAULT until it is said. */
void		 db_set_need(struct db *db, const struct need_weights *);

/* Who works out the derived fields that SQL cannot: of record ID, as on DAY, the
 * field WHAT ("target.now"), appended to OUT. While it reads, the statement that
 * asked is under way. What fails is empty, but for ST_INTERRUPTED. Until it is
 * said they are empty. */
struct buf;
typedef enum status (*db_work_fn)(void *arg, const char *what, int64_t id, int day,
		    struct buf *out, struct err *);
void		 db_on_work(struct db *db, db_work_fn fn, void *arg);

/* Called while waiting for another's save (about every 50 ms) with the time
 * waited. After 10 s, with or without it, ST_BUSY. NULL: wait in silence. */
void		 db_on_wait(struct db *db, waiting_fn fn, void *arg);
/* … after so many ms instead, for tests; 0 or less: the usual. */
void		 db_wait_at_most(struct db *db, int ms);
/* Called now and then during long statements; true interrupts
 * (ST_INTERRUPTED). NULL for none. */
void		 db_on_progress(struct db *db, bool (*fn)(void *arg), void *arg);

/* Borrow the prepared form of Q; the db keeps it. Already reset. */
enum status	 db_stmt(struct db *, enum query q, struct stmt **out, struct err *) MUST_CHECK;
/* Borrow the prepared form of SQL made by row.c or list.c; cached by its text,
 * the least recently used of 64 makes room. Only for db/. */
enum status	 db_made(struct db *, const char *sql, struct stmt **out, struct err *) MUST_CHECK;
/* i int, l int64_t, s text or NULL, n NULL (takes no argument), z id: int64_t,
 * 0 binds NULL, d double. As many letters as parameters. */
enum status	 db_bindf(struct stmt *, struct err *, const char *fmt, ...) MUST_CHECK;
/* One parameter, counted from 1: text or NULL; integer; bytes. */
enum status	 db_bind_text(struct stmt *, int i, const char *s, struct err *) MUST_CHECK;
enum status	 db_bind_int(struct stmt *, int i, int64_t n, struct err *) MUST_CHECK;
enum status	 db_bind_bytes(struct stmt *, int i, const void *, size_t n,
		    struct err *) MUST_CHECK;
/* The piece of SQL called KIND_ENTITY_FIELD in db/queries (FIELD may be NULL):
 * DERIVED, "school", "encounter" or TITLE, "school". NULL when there is none. */
const char	*db_fragment(const char *kind, const char *entity, const char *field);
/* Bind :today if the statement asks for it; before or after the others, which
 * must then be bound one by one or come first in it. */
enum status	 db_bind_today(struct stmt *, int day, struct err *) MUST_CHECK;
/* More rows? At the end, and on error, the statement resets itself. */
enum status	 db_step(struct stmt *, bool *more, struct err *) MUST_CHECK;
/* Run a bound statement that returns nothing. */
enum status	 db_to_end(struct stmt *, struct err *) MUST_CHECK;
int64_t		 db_int(struct stmt *, int col);	/* 0 for NULL */
bool		 db_null(struct stmt *, int col);
const char	*db_text(struct stmt *, int col);	/* "" for NULL; borrowed */
int		 db_cols(struct stmt *);
void		 db_done(struct stmt *);		/* to stop before the end */

/* Bind and run to the end a statement that returns nothing. */
enum status	 db_run(struct db *, enum query q, struct err *, const char *fmt, ...) MUST_CHECK;
/* The first column of the first row, or NONE when there is no row. */
enum status	 db_get_int(struct db *, enum query q, int64_t none, int64_t *out,
		    struct err *, const char *fmt, ...) MUST_CHECK;
/* As text, caller frees; *OUT is NULL when there is no row. */
enum status	 db_get_text(struct db *, enum query q, char **out,
		    struct err *, const char *fmt, ...) MUST_CHECK;
/* The ids in the first column of all rows, in their order. To be cleared. */
struct db_ids {
	int64_t		*v;
	size_t		 n;
};
enum status	 db_get_ids(struct db *, enum query q, struct db_ids *out,
		    struct err *, const char *fmt, ...) MUST_CHECK;
void		 db_ids_clear(struct db_ids *);
int64_t		 db_changes(struct db *);		/* rows of the last statement */
int64_t		 db_last_rowid(struct db *);		/* of the last INSERT */

/* BEGIN IMMEDIATE; remembers where, and db_close complains of one left open. */
#define db_begin(db, e)	db_begin_at(db, __FILE__, __LINE__, e)
enum status	 db_begin_at(struct db *, const char *file, int line, struct err *) MUST_CHECK;
/* Commit when ST is ST_OK, else roll back and return ST as it was; a COMMIT
 * that fails is rolled back and its status returned. Kept totals that were
 * touched are recomputed before the commit. */
enum status	 db_end(struct db *, enum status st, struct err *) MUST_CHECK;
/* Did the last COMMIT fail so late that all may be stored in spite of it? */
bool		 db_end_unsure(const struct db *);
bool		 db_in_transaction(const struct db *);
/* Several reads as of one moment; never held while waiting for a key. */
enum status	 db_read_begin(struct db *, struct err *) MUST_CHECK;
void		 db_read_end(struct db *);
/* A number that changes when somebody else commits. Waits for nothing: a busy
 * database gives the last number. */
int64_t		 db_data_version(struct db *);
/* "truncate", "wal"; caller frees. */
enum status	 db_journal_mode(struct db *, char **out, struct err *) MUST_CHECK;
/* Make it MODE, "wal" or "truncate", for everybody from now on. ST_DENIED for
 * WAL with a SQLite that may damage it (design.md 4), naming the version that
 * is needed; ST_BUSY when somebody else has the file open, and it stays. */
enum status	 db_set_journal(struct db *, const char *mode, struct err *) MUST_CHECK;
/* Hold pages back until the commit, so that others wait only for that. */
void		 db_hold_pages(struct db *, bool on);

#endif
