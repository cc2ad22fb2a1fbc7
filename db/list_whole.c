/* list_whole.c - all ids of a list at once, in an order no index gives.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For commands: a screen reads pages. Only ids are held.
 */
#include "db/list_impl.h"

#include "base/mem.h"

struct ids {
	int64_t		*v;
	size_t		 n;
};

static enum status
read_ids(struct db *db, const struct sql *s, struct ids *ids, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	if ((rc = sql_prepare(db, s, &st, e)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more) {
		if ((ids->n & (ids->n - 1)) == 0)
			ids->v = xreallocarray(ids->v,
			    ids->n > 0 ? 2 * ids->n : 1, sizeof *ids->v);
		ids->v[ids->n++] = db_int(st, 0);
	}
	return rc;
}

enum status
list_whole(struct db *db, const struct list_spec *spec,
    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
    struct err *e)
{
	struct ids ids = { 0 };
	struct order o;
	struct plan p;
	struct sql s;
	enum status rc;
	size_t i;

	order_of(spec, &o);
	if ((rc = plan_make(db, spec, &o, &p, e)) != ST_OK) {
		order_clear(&o);
		return rc;
	}
	sql_init(&s);
	sql_add(&s, "SELECT t.id");
	sql_join(&s, &p.from);
	sql_add(&s, " ORDER BY ");
	order_by(&o, &s);
	order_more(spec, &s);
	sql_add(&s, ", t.id%s", o.desc ? " DESC" : "");
	rc = read_ids(db, &s, &ids, e);
	sql_clear(&s);
	plan_clear(&p);
	order_clear(&o);
	for (i = 0; i < ids.n && rc == ST_OK; i++)
		rc = fn(arg, ids.v[i], e);
	free(ids.v);
	return rc;
}
