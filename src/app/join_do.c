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
#include "db/joined.h"
#include "db/refs.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"

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

struct moving {
	struct app	*app;
	const struct entity *ent;
	int64_t		 from, to;
	struct refs	 own;		/* what named TO before */
	struct told	*told;
};

static enum status
move_one(struct moving *m, const struct ref_by *by, struct err *e)
{
	struct row *base, *mine;
	enum status st = store_load(m->app->db, by->ent, by->id, false, &base,
	    e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	repoint(mine, m->ent, m->from, m->to, more_telling);
	st = record_write(m->app, base, mine, e);
	if (st == ST_OK) {
		told_add(m->app, m->told, members_of(mine) < members_of(base) ?
		    "named both" : "moved", mine, NULL);
		st = join_held(m->app, mine, &m->own, m->told, e);
	}
	row_free(mine);
	row_free(base);
	return st;
}

enum status
join_move(struct app *app, const struct entity *ent, int64_t from, int64_t to,
    struct told *told, struct err *e)
{
	struct moving m = { app, ent, from, to, { 0 }, told };
	struct refs by = { 0 };
	enum status st = refs_to(app->db, ent, from, &by, e);

	if (st == ST_OK)
		st = refs_to(app->db, ent, to, &m.own, e);
	for (size_t i = 0; i < by.n && st == ST_OK; i++)
		st = move_one(&m, &by.v[i], e);
	refs_clear(&by);
	refs_clear(&m.own);
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

/* A number that the one that stays has no more is that of the one that went, so
 * that it leads there still. */
static enum status
leave_key(struct join *j, const struct row *result, struct err *e)
{
	int key = j->gone->ent->key;
	struct row *base, *mine;
	enum status st;

	if (key < 0 || row_is_empty(j->kept, key) ||
	    row_same(j->kept, result, key))
		return ST_OK;
	st = store_load(j->app->db, j->gone->ent, j->gone->id, false, &base, e);
	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	if (row_is_empty(mine, key)) {
		row_set(mine, key, row_get(j->kept, key));
		st = record_write(j->app, base, mine, e);
	}
	row_free(mine);
	row_free(base);
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
		st = leave_key(j, result, e);
	if (st == ST_OK)
		st = join_move(j->app, j->kept->ent, j->gone->id, j->kept->id,
		    told, e);
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
