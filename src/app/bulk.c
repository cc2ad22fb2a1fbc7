/* bulk.c - the same fields of many records: shown first, then one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"

void
bulk_changes_clear(struct bulk_changes *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->v[i].from);
		free(c->v[i].to);
	}
	free(c->v);
	*c = (struct bulk_changes){ 0 };
}

/* One more record in which FIELD goes from FROM to TO. */
static void
count(struct bulk_changes *c, int field, const char *from, const char *to)
{
	size_t at = 0;

	for (; at < c->n && c->v[at].field <= field; at++)
		if (c->v[at].field == field && str_eq(c->v[at].from, from) &&
		    str_eq(c->v[at].to, to)) {
			c->v[at].n++;
			return;
		}
	c->v = xreallocarray(c->v, c->n + 1, sizeof *c->v);
	memmove(c->v + at + 1, c->v + at, (c->n - at) * sizeof *c->v);
	c->v[at] = (struct bulk_change){ field, xstrdup(from), xstrdup(to), 1 };
	c->n++;
}

static void
count_record(struct app *app, const struct row *old, const struct row *new,
    struct bulk_changes *c)
{
	struct buf from, to;
	bool any = false;

	buf_init(&from, BUF_ROW);
	buf_init(&to, BUF_ROW);
	for (size_t i = 0; i < new->ent->nfields; i++) {
		if ((new->ent->fields[i].flags & (FF_HIDDEN | FF_DERIVED)) ||
		    row_same(old, new, (int)i))
			continue;
		buf_reset(&from);
		buf_reset(&to);
		value_shown(app, old, (int)i, &from);
		value_shown(app, new, (int)i, &to);
		count(c, (int)i, from.p, to.p);
		any = true;
	}
	c->records += any;
	buf_clear(&from);
	buf_clear(&to);
}

static enum status
set_fields(struct app *app, struct row *row, const struct bulk_set *set,
    size_t nset, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < nset && st == ST_OK; i++) {
		const char *text = set[i].text;
		char op = 0;

		if (row->ent->fields[set[i].field].type == FT_SET &&
		    (*text == '+' || *text == '-'))
			op = *text++;
		st = value_parse(app, row, set[i].field, text, op, true, e);
	}
	return st;
}

static enum status
change_one(struct app *app, const struct entity *ent, int64_t id,
    const struct bulk_set *set, size_t nset, struct bulk_changes *out,
    struct err *e)
{
	struct row *base, *mine;
	enum status st = record_load(app, ent, id, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	st = set_fields(app, mine, set, nset, e);
	if (st == ST_OK)
		st = record_change(app, base, mine, NULL, e);
	if (st == ST_OK && out != NULL)
		count_record(app, base, mine, out);
	row_free(base);
	row_free(mine);
	return st;
}

static enum status
change_all(struct app *app, const struct entity *ent, const int64_t *id,
    size_t n, const struct bulk_set *set, size_t nset,
    struct bulk_changes *out, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < n && st == ST_OK; i++)
		st = change_one(app, ent, id[i], set, nset, out, e);
	return st;
}

enum status
bulk_preview(struct app *app, const struct entity *ent, const int64_t *id,
    size_t n, const struct bulk_set *set, size_t nset,
    struct bulk_changes *out, struct err *e)
{
	struct err undone = { 0 };
	enum status st;

	*out = (struct bulk_changes){ 0 };
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	st = change_all(app, ent, id, n, set, nset, out, e);
	if (step_end(app, ST_INTERRUPTED, "", &undone) != ST_INTERRUPTED &&
	    st == ST_OK) {		/* it was only to be looked at */
		*e = undone;
		st = undone.st;
	}
	if (st != ST_OK)
		bulk_changes_clear(out);
	return st;
}

static bool
is_same(const struct bulk_changes *a, const struct bulk_changes *b)
{
	if (a->n != b->n || a->records != b->records)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].field != b->v[i].field || a->v[i].n != b->v[i].n ||
		    !str_eq(a->v[i].from, b->v[i].from) ||
		    !str_eq(a->v[i].to, b->v[i].to))
			return false;
	return true;
}

enum status
bulk_do(struct app *app, const struct entity *ent, const int64_t *id, size_t n,
    const struct bulk_set *set, size_t nset, const struct bulk_changes *shown,
    struct err *e)
{
	struct bulk_changes now = { 0 };
	struct buf label;
	enum status st;

	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	st = change_all(app, ent, id, n, set, nset, shown != NULL ? &now : NULL, e);
	if (st == ST_OK && shown != NULL && !is_same(shown, &now))
		st = err_set(e, ST_CONFLICT, "Somebody else has just changed "
		    "some of them. Nothing was saved.");
	bulk_changes_clear(&now);
	buf_init(&label, BUF_LINE);
	buf_add(&label, "changed ");
	entity_counted(ent, n, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}
