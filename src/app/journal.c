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

/* One member of a set: what it was, what it is; A or B NULL for absent. */
static enum status
journal_member(struct app *app, const struct row *r, const struct field *f,
    const struct member *a, const struct member *b, struct err *e)
{
	struct buf key, old, new;
	enum status st;

	buf_init(&key, BUF_ROW);
	buf_init(&old, JSON_MAX);
	buf_init(&new, JSON_MAX);
	member_key(a != NULL ? a : b, f->set, &key);
	if (a != NULL)
		member_json(a, f->set, &old);
	if (b != NULL)
		member_json(b, f->set, &new);
	st = note_change(app, r, f->id, key.p, a != NULL ? old.p : NULL,
	    b != NULL ? new.p : NULL, e);
	buf_clear(&key);
	buf_clear(&old);
	buf_clear(&new);
	return st;
}

/* Both sets are sorted by key: walk them side by side. */
static enum status
journal_set(struct app *app, const struct row *old, const struct row *new,
    int i, struct err *e)
{
	const struct field *f = &new->ent->fields[i];
	const struct set *a = &old->sets[i], *b = &new->sets[i];
	size_t x = 0, y = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (x < a->n || y < b->n)) {
		int c = x == a->n ? 1 : y == b->n ? -1 :
		    member_cmp_key(&a->m[x], &b->m[y], f->set);

		if (c < 0)
			st = journal_member(app, new, f, &a->m[x], NULL, e);
		else if (c > 0)
			st = journal_member(app, new, f, NULL, &b->m[y], e);
		else if (!member_same(&a->m[x], &b->m[y], f->set))
			st = journal_member(app, new, f, &a->m[x], &b->m[y], e);
		x += c <= 0;
		y += c >= 0;
	}
	return st;
}

static enum status
journal_field(struct app *app, const struct row *old, const struct row *new,
    int i, struct err *e)
{
	const struct field *f = &new->ent->fields[i];

	if ((f->flags & FF_DERIVED) || row_same(old, new, i))
		return ST_OK;
	if (f->type == FT_SET)
		return journal_set(app, old, new, i, e);
	return note_change(app, new, f->id, "", row_get(old, i),
	    row_get(new, i), e);
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
	enum status st;
	size_t i;

	if ((st = may_write(app, old, row, e)) != ST_OK)
		return st;
	places_note(app, old, row);
	if (old == NULL || row == NULL)
		return write_whole(app, old, row, e);
	for (i = 0; i < row->ent->nfields; i++)
		if ((st = journal_field(app, old, row, (int)i, e)) != ST_OK)
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
