/* alike.c - is a new record one that exists already?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/alike.h"

#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "db/duplicate.h"
#include "db/store.h"
#include "model/fields.h"

struct looking {
	struct app	*app;
	const struct row *row;
	struct dup_side	 side;
	struct buf	 text;
};

static enum status
look_at(struct looking *l, int64_t id, struct err *e)
{
	struct strs also = { 0 };
	struct dup_judged j;
	struct dup_side side;
	struct row *other;
	enum status st = store_load(l->app->db, l->row->ent, id, false, &other,
	    e);

	if (st != ST_OK)
		return st;
	dup_side_of(other, &also, &side);
	dup_judge(&l->side, &side, &j);
	if (j.score >= DUP_SUSPECTED) {
		buf_add(&l->text, l->text.n > 0 ? "; " : "");
		title_text(l->app, other->ent, id, &l->text);
		buf_add(&l->text, " (");
		ref_text(l->app, other->ent, id, &l->text);
		buf_add(&l->text, "): ");
		dup_words(&j, false, &l->text);
	}
	strs_clear(&also);
	row_free(other);
	return ST_OK;
}

enum status
record_alike(struct app *app, const struct row *row, struct err *e)
{
	struct looking l = { .app = app, .row = row };
	struct strs also = { 0 };
	int64_t id[DUP_NEAR_MOST];
	size_t n = 0;
	enum status st = record_near(app, row, e);

	if (st != ST_OK || !dup_read_has(row->ent) ||
	    row->ent->no == ENT_contact)
		return st;
	buf_init(&l.text, BUF_LINE);
	dup_side_of(row, &also, &l.side);
	st = dup_near(app->db, row->ent, &l.side, id, &n, e);
	for (size_t i = 0; i < n && st == ST_OK; i++)
		st = look_at(&l, id[i], e);
	if (st == ST_OK && l.text.n > 0)
		st = err_field(e, ST_CONFLICT, "name",
		    "\"%s\" is like what exists already: %s.",
		    l.side.name, l.text.p);
	strs_clear(&also);
	buf_clear(&l.text);
	return st;
}
