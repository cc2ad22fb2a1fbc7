/* made.h - SQL made from field tables: its text and its values, side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is fixed fragments and names from the tables; every value becomes a
 * "?" and is bound. Only for db/.
 */
#ifndef DB_MADE_H
#define DB_MADE_H

#include "base/buf.h"
#include "db/db.h"

struct sql_value {
	char		*text;		/* NULL: the number */
	int64_t		 number;
	size_t		 size;		/* of TEXT, when it is bytes: for among() */
};
struct sql {
	struct buf	 text;
	struct sql_value *v;
	size_t		 n, cap;
};

void		sql_init(struct sql *);
void		sql_clear(struct sql *);
void		sql_reset(struct sql *);	/* empties, keeps the memory */
/* Fixed text and names from tables only. */
void		sql_add(struct sql *, const char *fmt, ...) PRINTF(2, 3);
/* A "?" and its value. */
void		sql_text(struct sql *, const char *value);
void		sql_int(struct sql *, int64_t value);
/* "?, ?, …" */
void		sql_ints(struct sql *, const int64_t *v, size_t n);
/* EXPR is one of the numbers V, which are sorted; N may be 0. */
void		sql_among(struct sql *, const char *expr, const int64_t *v,
		    size_t n);
/* A select of the numbers V: one statement however many they are. */
void		sql_select_ints(struct sql *, const int64_t *v, size_t n);
/* Append FROM's text and values. */
void		sql_join(struct sql *, const struct sql *from);
/* A fragment of db/queries in which :today stands for TODAY. */
void		sql_fragment(struct sql *, const char *fragment, int today);
/* The prepared statement, its values bound; the db keeps it. */
enum status	sql_prepare(struct db *, const struct sql *, struct stmt **out,
		    struct err *) MUST_CHECK;
/* The first column of its first row, or NONE. */
enum status	sql_get_int(struct db *, const struct sql *, int64_t none,
		    int64_t *out, struct err *) MUST_CHECK;

/* Several statements as of one moment, and without the locks of each, unless
 * the caller has a transaction open. *MINE goes to reading_end. */
enum status	reading_begin(struct db *, bool *mine, struct err *) MUST_CHECK;
void		reading_end(struct db *, bool mine);

#endif
