/* title.c - what a record is called: on screen, and as a reference.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/buf.h"
#include "db/row.h"
#include "db/store.h"
#include "model/id.h"

/* The first column of the statement's only row, appended. */
static enum status
one_text(struct db *db, const struct entity *ent, enum row_op op, int64_t id,
    struct buf *out, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = row_stmt(db, ent, op, &st, e)) != ST_OK ||
	    (s = db_bind_int(st, 1, id, e)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	if (more)
		buf_add(out, db_text(st, 0));
	db_done(st);
	return ST_OK;
}

enum status
store_title(struct db *db, const struct entity *ent, int64_t id,
    struct buf *out, struct err *e)
{
	return one_text(db, ent, ROW_TITLE, id, out, e);
}

enum status
store_ref(struct db *db, const struct entity *ent, int64_t id,
    struct buf *out, struct err *e)
{
	char code[ID_SHOWN];
	enum status st;
	size_t n;

	buf_addf(out, "%s/", ent->id);
	n = out->n;
	if (ent->key >= 0 &&
	    (st = one_text(db, ent, ROW_KEY, id, out, e)) != ST_OK)
		return st;
	if (out->n == n) {
		id_shown(id, code);
		buf_add(out, code);
	}
	return ST_OK;
}

enum status
store_by_key(struct db *db, const struct entity *ent, const char *key,
    int64_t *out, struct err *e)
{
	struct stmt *st;
	int64_t found = 0;
	enum status s;
	bool more, in_use = false;

	if (ent->key < 0 || *key == '\0') {
		*out = 0;
		return ST_OK;
	}
	if ((s = row_stmt(db, ent, ROW_BY_KEY, &st, e)) != ST_OK ||
	    (s = db_bind_text(st, 1, key, e)) != ST_OK)
		return s;
	/* The first in use, else the first: a sorter would cost more than all
	 * the rest of this, which an import does twice a row. */
	while (!in_use && (s = db_step(st, &more, e)) == ST_OK && more) {
		in_use = db_int(st, 1) == 0;
		if (in_use || found == 0)
			found = db_int(st, 0);
	}
	if (in_use)
		db_done(st);
	if (s == ST_OK)
		*out = found;
	return s;
}
