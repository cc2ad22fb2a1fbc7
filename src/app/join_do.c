/* join_do.c - one record goes into another, with all that names it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What names it is written without the rules of its kind: only who is named
 * changes, and an old task or visit need not be what would be taken today.
 */
#include "app/join_int.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/repoint.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/refs.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"

/* What nobody holds twice: who, where, as what are their required fields. */
#define HELD_ONCE	"role member booking"

/* Of two parts in one encounter the one that says more. */
static const char *const stronger[] = {
	"came", "attended", "did not come", "coming", "invited", NULL
};

static void
more_telling(const struct field *col, const char *there, const char *comes,
    struct buf *out)
{
	for (size_t i = 0; stronger[i] != NULL && col->type == FT_CHOICE; i++)
		if (str_eq(there, stronger[i]) || str_eq(comes, stronger[i])) {
			buf_add(out, stronger[i]);
			return;
		}
	buf_add(out, *there != '\0' ? there : comes);
}

/* --- what is held twice now ---------------------------------------------- */

static bool
same_thing(const struct row *a, const struct row *b)
{
	for (size_t i = 0; i < a->ent->nfields; i++)
		if ((a->ent->fields[i].flags & FF_REQUIRED) &&
		    !row_same(a, b, (int)i))
			return false;
	return true;
}

/* May FIELD, when one of the two leaves it empty, be taken from the other? A
 * day that is empty says that it was always, or lasts. */
static bool
may_fill(const struct field *f)
{
	return f->type != FT_DATE && !(f->flags & FF_REQUIRED);
}

/* The day on which a booking was made is no part of what it says. */
static bool
is_aside(const struct row *r, int f)
{
	return (r->ent->fields[f].flags & (FF_DERIVED | FF_SYSTEM)) ||
	    str_eq(r->ent->fields[f].id, "made");
}

/* Nothing in one speaks against the other. */
static bool
agree(const struct row *a, const struct row *b)
{
	for (size_t i = 0; i < a->ent->nfields; i++) {
		int f = (int)i;

		if (is_aside(a, f) || row_same(a, b, f) ||
		    (may_fill(&a->ent->fields[i]) &&
		    (row_is_empty(a, f) || row_is_empty(b, f))))
			continue;
		return false;
	}
	return true;
}

/* What only MOVED knows goes to OWN, and MOVED is archived. */
static enum status
keep_once(struct join *j, const struct row *moved, const struct row *own,
    struct told *told, struct err *e)
{
	struct row *mine = row_copy(own);
	struct buf why;
	enum status st;

	for (size_t i = 0; i < own->ent->nfields; i++)
		if (!is_aside(own, (int)i) && row_is_empty(own, (int)i) &&
		    own->ent->fields[i].type != FT_SET)
			row_set(mine, (int)i, row_get(moved, (int)i));
	st = record_write(j->app, own, mine, e);
	buf_init(&why, BUF_LINE);
	buf_add(&why, "the same as ");
	ref_text(j->app, own->ent, own->id, &why);
	if (st == ST_OK)
		st = record_archive(j->app, moved->ent, moved->id, why.p, e);
	if (st == ST_OK)
		told_add(j->app, told, "held by both, kept once", own, NULL);
	buf_clear(&why);
	row_free(mine);
	return st;
}

/* MOVED names the one that stays now; BY is what named that before. */
static enum status
settle_twice(struct join *j, const struct row *moved, const struct refs *by,
    struct told *told, struct err *e)
{
	int archived = entity_field(moved->ent, "archived");
	enum status st = ST_OK;
	bool done = !row_is_empty(moved, archived);

	for (size_t i = 0; i < by->n && st == ST_OK && !done; i++) {
		struct row *own;

		if (by->v[i].ent != moved->ent || by->v[i].id == moved->id)
			continue;
		st = store_load(j->app->db, moved->ent, by->v[i].id, false,
		    &own, e);
		if (st != ST_OK)
			break;
		if (row_is_empty(own, archived) && same_thing(own, moved)) {
			done = true;
			if (agree(own, moved))
				st = keep_once(j, moved, own, told, e);
			else
				told_add(j->app, told, "held by both, both "
				    "kept", moved, NULL);
		}
		row_free(own);
	}
	return st;
}

/* --- what names it ------------------------------------------------------- */

static size_t
members_of(const struct row *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->ent->nfields; i++)
		if (r->ent->fields[i].type == FT_SET &&
		    !(r->ent->fields[i].flags & FF_DERIVED))
			n += row_members(r, (int)i)->n;
	return n;
}

static enum status
move_one(struct join *j, const struct ref_by *by, const struct refs *own,
    struct told *told, struct err *e)
{
	struct row *base, *mine;
	enum status st = store_load(j->app->db, by->ent, by->id, false, &base,
	    e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	repoint(mine, j->kept->ent, j->gone->id, j->kept->id, more_telling);
	st = record_write(j->app, base, mine, e);
	if (st == ST_OK)
		told_add(j->app, told, members_of(mine) < members_of(base) ?
		    "named both" : "moved", mine, NULL);
	if (st == ST_OK && str_in(by->ent->id, HELD_ONCE))
		st = settle_twice(j, mine, own, told, e);
	row_free(mine);
	row_free(base);
	return st;
}

static enum status
move_all(struct join *j, struct told *told, struct err *e)
{
	struct refs by = { 0 }, own = { 0 };
	const struct entity *ent = j->kept->ent;
	enum status st = refs_to(j->app->db, ent, j->gone->id, &by, e);

	if (st == ST_OK)
		st = refs_to(j->app->db, ent, j->kept->id, &own, e);
	for (size_t i = 0; i < by.n && st == ST_OK; i++)
		st = move_one(j, &by.v[i], &own, told, e);
	refs_clear(&by);
	refs_clear(&own);
	return st;
}

/* --- the two ------------------------------------------------------------- */

/* Archived, and without the natural key that the other has from now on: one of
 * them alone is found by it. */
static enum status
send_away(struct join *j, const struct row *result, struct err *e)
{
	const struct entity *ent = j->gone->ent;
	int archived = entity_field(ent, "archived");
	struct row *mine = row_copy(j->gone);
	char code[ID_SHOWN], day[11], *why;
	enum status st;

	id_shown(j->kept->id, code);
	day_iso(j->app->today, day);
	why = xasprintf(JOINED_INTO "%s/%s", ent->id, code);
	if (row_is_empty(mine, archived))
		row_set(mine, archived, day);
	row_set(mine, entity_field(ent, "archived_for"), why);
	if (ent->key >= 0 && row_same(mine, result, ent->key))
		row_set(mine, ent->key, "");
	st = record_change(j->app, j->gone, mine, NULL, e);
	free(why);
	row_free(mine);
	return st;
}

static void
tell_names(const struct join *j, const struct row *result, struct told *told)
{
	int name = entity_field(result->ent, "name");

	if (entity_field(result->ent, "also") >= 0 &&
	    !row_same(j->gone, result, name))
		strs_take(&told->notes, xasprintf("\"%s\" is kept as another "
		    "name of it.", row_get(j->gone, name)));
}

enum status
join_do(struct join *j, struct told *told, struct err *e)
{
	struct row *result = join_result(j);
	enum status st;

	*told = (struct told){ 0 };
	tell_names(j, result, told);
	st = send_away(j, result, e);
	if (st == ST_OK)
		st = record_change(j->app, j->kept, result, NULL, e);
	if (st == ST_OK)
		st = move_all(j, told, e);
	row_free(result);
	return st;
}

void
join_label(struct app *app, const struct entity *ent, int64_t gone,
    int64_t kept, struct buf *out)
{
	char code[ID_SHOWN];

	id_shown(gone, code);		/* its key may be the other's by now */
	buf_addf(out, "%s/%s joined into ", ent->id, code);
	ref_text(app, ent, kept, out);
}
