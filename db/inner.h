/* inner.h - what the files of db/ share and nobody else sees.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_INNER_H
#define DB_INNER_H

#include <sqlite3.h>
#include <sys/types.h>

#include "db/db.h"
#include "model/entity.h"
#include "model/need.h"

enum { APPLICATION_ID = 1131629668 };	/* "CsLd", as in migration 0001 */
enum { DB_MADE = 64 };		/* statements made from tables, kept prepared */

struct stmt {
	sqlite3_stmt	*s3;
	struct db	*db;
	const char	*what;		/* its name or text, for the log */
	bool		 live;		/* stands on a row, or is on its way to one */
};

struct made {
	struct stmt	 st;
	char		*sql;		/* owned; NULL: free place */
	uint32_t	 hash;
	uint64_t	 used;		/* when last */
};

struct busy {
	waiting_fn	 fn;
	void		*arg;
	int64_t		 since;		/* monotonic ms of the first refusal */
	int		 most;		/* ms to wait; else the usual */
	bool		 never;		/* wait for nothing */
	bool		 stopped;	/* fn gave up */
};

struct store_cache;			/* store.c: SQL and statements by entity */
struct marks;				/* totals.c: keys to recompute */

struct db {
	sqlite3		*s3;
	char		*path;
	dev_t		 dev;		/* the file of that path, as opened */
	ino_t		 ino;
	unsigned	 flags;
	struct stmt	 stmts[Q_MAX];
	struct made	 made[DB_MADE];
	uint64_t	 clock;		/* counts uses of made statements */
	struct busy	 busy;
	bool		(*progress)(void *arg);
	void		*progress_arg;
	db_work_fn	 work;		/* worked_out(); NULL nobody */
	void		*work_arg;
	const char	*file;		/* where the open transaction began */
	int		 line;
	bool		 unsure;	/* of db_end_unsure */
	int		 today;		/* for derived values */
	char		*user;		/* for mine; NULL nobody */
	int		 pass_mark[BENCHMARKS];	/* … from which one is achieved */
	const struct eligible *eligible; /* … the rules; borrowed, or NULL */
	const struct access_law *access; /* … the same of provider access */
	struct need_weights need;	/* … what its parts weigh */
	int		 placement_days;	/* … how long ahead is warned */
	int64_t		 version;	/* last answer of db_data_version */
	bool		 open_guard;	/* guard.c lets everything pass */
	bool		 erasing;	/* … the texts of the journal change: only
					 * erase.c, to the end of its transaction */
	bool		 unindexed;	/* the search is made anew after: rescue.c */
	bool		 saving;	/* from db_begin to db_end, for fail.c */
	bool		 fresh;		/* this open made the file */
	bool		 list_walks;	/* for tests: as if all were many */
	bool		 list_hurries;	/* … a slice is over after each row */
	struct store_cache *store;
	struct marks	*marks;
	struct near_names *near;	/* search_near.c */
};

/* The one place that turns SQLite's codes into a status and a sentence. */
enum status	db_fail(struct db *, int rc, const char *what, struct err *);
/* Prepare SQL into ST, which must be empty. */
enum status	db_prepare(struct db *, const char *sql, const char *what,
		    struct stmt *st, struct err *) MUST_CHECK;
/* Make ST ready to bind: no row, no values. */
void		db_ready(struct stmt *st);
void		db_finish(struct stmt *st);
/* Several statements of fixed text: settings and migrations. */
enum status	db_exec(struct db *, const char *sql, struct err *) MUST_CHECK;
/* Are references enforced? Not inside a transaction. */
enum status	db_keys(struct db *, bool on, struct err *) MUST_CHECK;

/* Open the file anew, which may be written now and might not as it was opened:
 * the same session goes on. Where it fails all is as before; refused when it is
 * another file by now, or something is being read. */
enum status	db_connect_again(struct db *, struct err *) MUST_CHECK;
/* The journal mode of the file, as it is opened: TRUNCATE, or WAL that this
 * SQLite may write (journal_mode.c). ST_DENIED for another WAL, unless to look. */
enum status	journal_start(struct db *, struct err *) MUST_CHECK;
/* The same of an open transaction: somebody may have changed it meanwhile. */
enum status	journal_may_write(struct db *, struct err *) MUST_CHECK;
/* May SQLite of this version number write WAL? */
bool		db_may_write_wal(int version);
/* For tests: the version taken for SQLite's; 0 its own. */
extern int	db_sqlite_version;

int		busy_handler(void *db, int count);
int		guard_allow(void *db, int action, const char *a, const char *b,
		    const char *schema, const char *via);
/* Our SQL functions; those of a school's rules, of placements. */
enum status	func_add(struct db *, struct err *) MUST_CHECK;
enum status	func_add_school(struct db *, struct err *) MUST_CHECK;
/* … of people (func_cpd.c). */
enum status	func_add_cpd(struct db *, struct err *) MUST_CHECK;
enum status	func_add_placement(struct db *, struct err *) MUST_CHECK;
/* … what the layer above works out (func_worked.c). */
enum status	func_add_worked(struct db *, struct err *) MUST_CHECK;
struct func {
	const char	*name;
	int		 args;
	void		(*fn)(sqlite3_context *, int, sqlite3_value **);
};
enum status	funcs_add(struct db *, const struct func *, size_t n,
		    struct err *) MUST_CHECK;
/* An argument's text, "" for NULL. */
const char	*func_text(sqlite3_value *);
/* Make or update the tables; the whole of it in one transaction. */
enum status	migrate_run(struct db *, struct err *) MUST_CHECK;

void		store_cache_free(struct db *);
void		marks_forget(struct db *);
void		marks_free(struct db *);
bool		marks_any(const struct db *);
enum status	totals_write(struct db *, struct err *) MUST_CHECK;

#endif
