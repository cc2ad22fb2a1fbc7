/* row.h - SQL and columns of one record, made from the field tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only for db/. Statements are made once an entity and kept prepared.
 */
#ifndef DB_ROW_H
#define DB_ROW_H

#include "base/buf.h"
#include "db/db.h"
#include "model/row.h"

/* How many columns a field has: one, for FT_ANY one an entity it may name,
 * none for sets and derived fields. */
size_t		columns_of(const struct field *);
/* The name of column I of them. */
void		column_name(const struct field *, size_t i, struct buf *out);
/* Word I of the blank-separated REFS, "" after the last. */
void		ref_word(const char *refs, size_t i, struct buf *out);
/* Bind VALUE, canonical, to the field's columns from parameter *AT on, which
 * moves on. The text must stay until the statement has run. */
enum status	columns_bind(struct stmt *, int *at, const struct field *,
		    const char *value, struct err *) MUST_CHECK;
/* The canonical value in the result columns from *AT on, appended. */
void		columns_read(struct stmt *, int *at, const struct field *,
		    struct buf *out);

enum row_op {
	ROW_LOAD,	/* id; every column in field order */
	ROW_INSERT,	/* id, then every column in field order */
	ROW_DROP,	/* id */
	ROW_EXISTS,	/* id */
	ROW_DERIVED,	/* id, :today; derived fields in order */
	ROW_TITLE,	/* id */
	ROW_KEY,	/* id; the natural key */
	ROW_BY_KEY,	/* the natural key */
	ROW_OPS
};
enum status	row_stmt(struct db *, const struct entity *, enum row_op,
		    struct stmt **, struct err *) MUST_CHECK;

/* That of ROW_DERIVED, appended; only the fields that ONLY names (by index),
 * unless it is NULL. */
void		row_derived(const struct entity *, const bool *only, struct buf *);

enum set_op {
	SET_LOAD,	/* owner; the set's columns */
	SET_INSERT,	/* owner, the set's columns, what is carried */
	SET_PUT,	/* the same, where the member may be there */
	SET_DROP,	/* owner, keys */
	SET_EMPTY,	/* owner */
	SET_CARRY,	/* owner, what is carried */
	SET_OPS
};
enum status	set_stmt(struct db *, const struct entity *, int field,
		    enum set_op, struct stmt **, struct err *) MUST_CHECK;
/* The owner's field whose value the set's rows carry; -1 for none. */
int		set_carried(const struct entity *, const struct setdef *);

#endif
