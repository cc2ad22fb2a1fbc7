/* replay.c - make a record again from its changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/replay.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "db/steps.h"
#include "db/store.h"

struct replay {
	struct db		*db;
	const struct entity	*ent;
	struct row		*row;		/* NULL: not there */
	enum status		 st;		/* of a change that says nothing */
	struct err		 err;
};

static enum status
whole(struct replay *r, const struct change *c, struct err *e)
{
	row_free(r->row);
	r->row = NULL;
	if (c->new == NULL)
		return ST_OK;
	r->row = row_new(r->ent);
	r->row->id = c->row;
	return store_from_json(r->db, c->new, r->row, e);
}

static enum status
member(struct replay *r, int field, const struct change *c, struct err *e)
{
	const struct setdef *def = r->ent->fields[field].set;
	struct set *set = row_members(r->row, field);
	char **v = xcalloc(def->ncols, sizeof *v);
	enum status st = store_member_from_json(r->db, def, c->member, c->new,
	    v, e);

	if (st == ST_OK && c->new != NULL)
		set_put(set, def, (const char *const *)v);
	else if (st == ST_OK)
		set_drop(set, def, (const char *const *)v);
	for (size_t i = 0; i < def->ncols; i++)
		free(v[i]);
	free(v);
	return st;
}

static enum status
one(struct replay *r, const struct change *c, struct err *e)
{
	int field;

	if (c->field[0] == '\0')
		return whole(r, c, e);
	if (c->old == NULL && c->new == NULL)
		return ST_OK;	/* erased */
	field = entity_field(r->ent, c->field);
	if (r->row == NULL || field < 0)
		return ST_OK;
	if (r->ent->fields[field].type == FT_SET)
		return member(r, field, c, e);
	row_set(r->row, field, c->new);
	return ST_OK;
}

/* What a spoilt change said does not matter once the whole record is said
 * again, as check --repair does. */
static enum status
apply(void *arg, const struct change *c, struct err *e)
{
	struct replay *r = arg;
	struct err err = { 0 };
	enum status st = one(r, c, &err);

	(void)e;
	if (st != ST_OK || c->field[0] == '\0') {
		r->st = st;
		r->err = err;
	}
	return ST_OK;
}

enum status
replay_record(struct db *db, const struct entity *ent, int64_t id,
    struct row **out, struct err *e)
{
	struct replay r = { .db = db, .ent = ent };
	enum status st = steps_record(db, ent->id, id, 0, apply, &r, e);

	if (st == ST_OK && r.st != ST_OK) {
		st = r.st;
		if (e != NULL)
			*e = r.err;
	}
	if (st == ST_OK)
		*out = r.row;
	else
		row_free(r.row);
	return st;
}
