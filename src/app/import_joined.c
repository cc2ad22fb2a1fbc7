/* import_joined.c - a row about a record that was joined into another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record that went is as it was then. What the row says that it does not is
 * news, and goes to the one that stays; the rest, its name and its natural key
 * with it, was weighed when they were joined.
 */
#include "app/importer.h"

#include "app/text.h"
#include "db/store.h"
#include "model/fields.h"

static void
carry_members(const struct row *was, const struct row *says, int f,
    struct row *to)
{
	const struct setdef *def = to->ent->fields[f].set;
	const struct set *from = row_members(says, f);

	for (size_t i = 0; i < from->n; i++) {
		const char *const *v = (const char *const *)from->m[i].v;

		if (set_find(row_members(was, f), def, v) == NULL &&
		    set_find(row_members(to, f), def, v) == NULL)
			set_put(row_members(to, f), def, v);
	}
}

static void
carry(const struct row *was, const struct row *says, struct row *to)
{
	for (size_t i = 0; i < to->ent->nfields; i++) {
		const struct field *f = &to->ent->fields[i];
		int n = (int)i;

		if (n == to->ent->key || row_same(was, says, n) ||
		    (f->flags & (FF_READONLY | FF_DERIVED | FF_SYSTEM)))
			continue;
		if (f->type == FT_SET)
			carry_members(was, says, n, to);
		else
			row_set(to, n, row_get(says, n));
	}
}

void
import_tell_joined(struct importer *imp, int64_t was, int64_t to)
{
	struct buf a, b;

	buf_init(&a, BUF_LINE);
	buf_init(&b, BUF_LINE);
	ref_text(imp->app, imp->ent, was, &a);
	ref_text(imp->app, imp->ent, to, &b);
	import_warn(imp, "", "%s was joined into %s, which is taken for it",
	    a.p, b.p);
	buf_clear(&a);
	buf_clear(&b);
}

enum status
import_joined(struct importer *imp, const struct row *was,
    const struct row *says, int64_t to, struct row **out,
    enum import_verdict *v, struct err *e)
{
	struct row *base = NULL;
	enum status st = store_load(imp->app->db, imp->ent, to, false, &base,
	    e);

	if (st != ST_OK)
		return st;
	*out = row_copy(base);
	carry(was, says, *out);
	st = import_change(imp, base, *out, v, e);
	if (st == ST_OK && *v != IMP_UNCHANGED)
		import_tell_joined(imp, was->id, to);
	row_free(base);
	return st;
}
