/* differ.c - the changes that make one record of another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/differ.h"

#include "base/buf.h"

enum { JSON_MAX = BUF_ROW + 1 };	/* the journal refuses what fills it */

/* One member of a set: what it was, what it is; A or B NULL for absent. */
static enum status
member(const struct field *f, const struct member *a, const struct member *b,
    differ_fn *fn, void *arg, struct err *e)
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
	st = fn(arg, f, key.p, a != NULL ? old.p : NULL,
	    b != NULL ? new.p : NULL, e);
	buf_clear(&key);
	buf_clear(&old);
	buf_clear(&new);
	return st;
}

/* Both sets are sorted by key: walk them side by side. */
static enum status
members(const struct field *f, const struct set *a, const struct set *b,
    differ_fn *fn, void *arg, struct err *e)
{
	size_t x = 0, y = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (x < a->n || y < b->n)) {
		int c = x == a->n ? 1 : y == b->n ? -1 :
		    member_cmp_key(&a->m[x], &b->m[y], f->set);

		if (c < 0)
			st = member(f, &a->m[x], NULL, fn, arg, e);
		else if (c > 0)
			st = member(f, NULL, &b->m[y], fn, arg, e);
		else if (!member_same(&a->m[x], &b->m[y], f->set))
			st = member(f, &a->m[x], &b->m[y], fn, arg, e);
		x += c <= 0;
		y += c >= 0;
	}
	return st;
}

static bool
same(const struct row *a, const struct row *b, size_t i)
{
	return (a->ent->fields[i].flags & FF_DERIVED) != 0 ||
	    row_same(a, b, (int)i);
}

enum status
differ(const struct row *old, const struct row *new, differ_fn *fn, void *arg,
    struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < new->ent->nfields && st == ST_OK; i++) {
		const struct field *f = &new->ent->fields[i];

		if (same(old, new, i))
			continue;
		st = f->type == FT_SET ?
		    members(f, &old->sets[i], &new->sets[i], fn, arg, e) :
		    fn(arg, f, "", row_get(old, (int)i), row_get(new, (int)i),
		    e);
	}
	return st;
}

const struct field *
differ_first(const struct row *a, const struct row *b)
{
	for (size_t i = 0; i < a->ent->nfields; i++)
		if (!same(a, b, i))
			return &a->ent->fields[i];
	return NULL;
}
