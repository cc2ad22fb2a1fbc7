/* succeed_move.c - records that name one school come to name another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/succeed_int.h"

#include "app/record.h"
#include "app/repoint.h"
#include "db/store.h"

void
succeed_repoint(const struct succeeding *s, struct row *r)
{
	repoint(r, entities[ENT_school], s->from, s->to, repoint_add_up);
}

enum status
succeed_move(struct succeeding *s, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct row *base, *mine;
	enum status st = store_load(s->app->db, ent, id, false, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	succeed_repoint(s, mine);
	st = record_change(s->app, base, mine, NULL, e);
	if (st == ST_OK)
		told_add(s->app, &s->told->did, "moved", mine, NULL);
	row_free(mine);
	row_free(base);
	return st;
}
