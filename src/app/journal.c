/* journal.c - what changed on a record goes to the journal, then to its tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/record.h"

#include "app/may.h"
#include "app/places.h"
#include "base/buf.h"
#include "db/erase.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/differ.h"

#define JSON_MAX	(BUF_ROW + 1)	/* steps_change refuses what fills it */

static enum status
note_change(struct app *app, const struct row *r, const char *field,
    const char *member, const char *old, const char *new, struct err *e)
{
	if (app->step.record != r->id) {
		app->step.record = r->id;
		app->step.records++;
	}
	app->step.changes++;
	app->step.writes++;
	return steps_change(app->db, app->step.seq, r->ent->id, r->id, field,
	    member, old, new, e);
}

struct noting {
	struct app		*app;
	const struct row	*row;
};

static enum status
note_differ(void *arg, const struct field *f, const char *member,
    const char *old, const char *new, struct err *e)
{
	const struct noting *n = arg;

	return note_change(n->app, n->row, f->id, member, old, new, e);
}

/* The record leaves its tables; the key by which it was known is kept. */
static enum status
take_out(struct app *app, const struct row *old, struct err *e)
{
	const struct entity *ent = old->ent;
	enum status st = store_delete(app->db, old, e);

	if (st != ST_OK || ent->key < 0 || row_is_empty(old, ent->key))
		return st;
	return steps_gone(app->db, ent->id, row_get(old, ent->key), old->id,
	    e);
}

/* A whole record comes (old NULL) or goes (row NULL): one change. One that has
 * to stay leaves no trace in the journal, so it is tried first. */
static enum status
write_whole(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	const struct row *r = row != NULL ? row : old;
	struct buf json;
	enum status st;

	if (row == NULL && (st = take_out(app, old, e)) != ST_OK)
		return st;
	buf_init(&json, JSON_MAX);
	row_json(r, &json);
	st = note_change(app, r, "", "", old != NULL ? json.p : NULL,
	    row != NULL ? json.p : NULL, e);
	buf_clear(&json);
	if (st == ST_OK && row != NULL)
		st = store_insert(app->db, row, e);
	return st;
}

enum status
record_write(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct noting n = { app, row };
	enum status st;

	if ((st = may_write(app, old, row, e)) != ST_OK)
		return st;
	places_note(app, old, row);
	if (old == NULL || row == NULL)
		return write_whole(app, old, row, e);
	if ((st = differ(old, row, note_differ, &n, e)) != ST_OK)
		return st;
	return store_update(app->db, old, row, e);
}

enum status
record_erased(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct buf json;
	enum status st;

	if ((st = may_do(app, DO_ERASE, row->ent, e)) != ST_OK)
		return st;
	buf_init(&json, JSON_MAX);
	row_json(row, &json);
	st = note_change(app, row, "", ERASE_MEMBER, NULL, json.p, e);
	buf_clear(&json);
	return st == ST_OK ? store_update(app->db, old, row, e) : st;
}
