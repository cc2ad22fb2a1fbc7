/* stale.c - lost updates cannot happen: three-way by field and set member.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/stale.h"

#include <stdlib.h>

#include "app/change_text.h"
#include "base/mem.h"
#include "db/steps.h"

void
clashes_clear(struct clashes *c)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		free(c->v[i].member);
		free(c->v[i].base);
		free(c->v[i].theirs);
		free(c->v[i].mine);
		free(c->v[i].user);
		free(c->v[i].at);
	}
	free(c->v);
	*c = (struct clashes){ NULL, 0 };
}

/* Adds a clash, and from the journal who saved theirs and when. */
static enum status
add_clash(struct app *app, const struct row *now, int f, const char *member,
    const char *base, const char *theirs, const char *mine,
    struct clashes *out, struct err *e)
{
	struct step s = { 0 };
	struct clash *c;
	int64_t seq = 0;
	enum status st;

	st = steps_touched(app->db, now->ent->id, now->id,
	    now->ent->fields[f].id, member, 0, &seq, e);
	if (st == ST_OK && seq != 0)
		st = steps_get(app->db, seq, &s, e);
	if (st != ST_OK)
		return st;
	out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
	c = &out->v[out->n++];
	c->field = f;
	c->member = xstrdup(member);
	c->base = xstrdup(base);
	c->theirs = xstrdup(theirs);
	c->mine = xstrdup(mine);
	c->user = xstrdup(s.user);
	c->at = xstrdup(s.at);
	step_clear(&s);
	return ST_OK;
}

static void
member_text(const struct member *m, const struct setdef *d, struct buf *b)
{
	buf_reset(b);
	if (m != NULL)
		member_json(m, d, b);
}

static bool
same(const struct member *a, const struct member *b, const struct setdef *d)
{
	if (a == NULL || b == NULL)
		return a == b;
	return member_same(a, b, d);
}

/* One member by its key, as base had it, mine has it, and it is now. */
static enum status
merge_member(struct app *app, const struct member *key, const struct row *base,
    const struct row *mine, const struct row *now, struct row *next, int f,
    struct clashes *out, struct err *e)
{
	const struct setdef *d = base->ent->fields[f].set;
	const char *const *k = (const char *const *)key->v;
	const struct member *b = set_find(&base->sets[f], d, k);
	const struct member *m = set_find(&mine->sets[f], d, k);
	const struct member *n = set_find(&now->sets[f], d, k);
	struct buf kb, bb, nb, mb;
	enum status st;

	if (same(b, m, d) || same(n, m, d))
		return ST_OK;
	if (same(b, n, d)) {
		if (m == NULL)
			set_drop(&next->sets[f], d, k);
		else
			set_put(&next->sets[f], d, (const char *const *)m->v);
		return ST_OK;
	}
	buf_init(&kb, BUF_ROW);
	buf_init(&bb, BUF_ROW);
	buf_init(&nb, BUF_ROW);
	buf_init(&mb, BUF_ROW);
	member_key(key, d, &kb);
	member_text(b, d, &bb);
	member_text(n, d, &nb);
	member_text(m, d, &mb);
	st = add_clash(app, now, f, kb.p, bb.p, nb.p, mb.p, out, e);
	buf_clear(&kb);
	buf_clear(&bb);
	buf_clear(&nb);
	buf_clear(&mb);
	return st;
}

static enum status
merge_set(struct app *app, const struct row *base, const struct row *mine,
    const struct row *now, struct row *next, int f, struct clashes *out,
    struct err *e)
{
	const struct setdef *d = base->ent->fields[f].set;
	const struct set *b = &base->sets[f], *m = &mine->sets[f];
	enum status st;
	size_t i;

	for (i = 0; i < m->n; i++)
		if ((st = merge_member(app, &m->m[i], base, mine, now, next, f,
		    out, e)) != ST_OK)
			return st;
	for (i = 0; i < b->n; i++) {
		if (set_find(m, d, (const char *const *)b->m[i].v) != NULL)
			continue;
		if ((st = merge_member(app, &b->m[i], base, mine, now, next, f,
		    out, e)) != ST_OK)
			return st;
	}
	return ST_OK;
}

enum status
stale_merge(struct app *app, const struct row *base, const struct row *mine,
    const struct row *now, struct row *next, struct clashes *out,
    struct err *e)
{
	enum status st = ST_OK;
	int f, n = (int)base->ent->nfields;

	for (f = 0; st == ST_OK && f < n; f++) {
		const struct field *fd = &base->ent->fields[f];

		if ((fd->flags & FF_DERIVED) || row_same(base, mine, f))
			continue;
		if (fd->type == FT_SET)
			st = merge_set(app, base, mine, now, next, f, out, e);
		else if (row_same(base, now, f))
			row_set(next, f, row_get(mine, f));
		else if (!row_same(now, mine, f))
			st = add_clash(app, now, f, "", row_get(base, f),
			    row_get(now, f), row_get(mine, f), out, e);
	}
	return st;
}

/* As people read it: references for ids, words for JSON. */
static void
add_text(struct app *app, const struct field *f, const char *value,
    struct buf *out)
{
	if (f->type == FT_SET)
		change_words(value, out);
	else
		change_value(app, f, value, out);
}

enum status
stale_refuse(struct app *app, const struct entity *ent,
    const struct clashes *c, struct err *e)
{
	const struct clash *v = &c->v[0];
	const struct field *f = &ent->fields[v->field];
	struct buf who, was, theirs, mine;
	enum status st;

	buf_init(&who, BUF_LINE);
	buf_init(&was, BUF_LINE);
	buf_init(&theirs, BUF_LINE);
	buf_init(&mine, BUF_LINE);
	if (v->member[0] != '\0') {
		buf_addc(&who, ' ');
		change_member(app, f, v->member, &who);
	}
	add_text(app, f, v->base, &was);
	add_text(app, f, v->theirs, &theirs);
	add_text(app, f, v->mine, &mine);
	st = err_field(e, ST_CONFLICT, f->id,
	    "%s%s was changed by %s meanwhile: it was \"%s\", is now \"%s\","
	    " and yours is \"%s\". Nothing was saved.", f->id, who.p,
	    v->user[0] != '\0' ? v->user : "somebody", was.p, theirs.p,
	    mine.p);
	buf_clear(&who);
	buf_clear(&was);
	buf_clear(&theirs);
	buf_clear(&mine);
	return st;
}
