/* erase_look.c - where a person is: records about them, texts that name them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/erase_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "db/erase.h"
#include "db/joined.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"

#define AROUND	30		/* bytes of an excerpt on both sides */

struct look {
	struct app	*app;
	struct erase	*x;
	size_t		 cap;
};

/* The history has a code, which may be one of theirs. */
static bool
has_code(const struct erase *x, const char *text)
{
	char code[ID_CODE];

	for (size_t i = 0; i < x->nown; i++) {
		id_code(x->own[i], code);
		if (strstr(text, code) != NULL)
			return true;
	}
	return false;
}

/* --- records about the person -------------------------------------------- */

/* Is field I of FROM whom of ENT a record is about? A required reference; else
 * the first one, where there are personal fields. */
static bool
tells_whom(const struct entity *from, size_t i, const struct entity *ent)
{
	const struct field *f = &from->fields[i];
	bool person = false;

	if (f->type != FT_REF || !str_eq(f->ref, ent->id))
		return false;
	if (f->flags & FF_REQUIRED)
		return true;
	for (size_t k = 0; k < from->nfields; k++) {
		const struct field *o = &from->fields[k];

		if (k < i && o->type == FT_REF && str_eq(o->ref, ent->id))
			return false;
		person = person || (o->flags & FF_PERSON);
	}
	return person;
}

/* Is the record about ENT's ID? */
static enum status
is_about(struct app *app, const struct ref_by *by, const struct entity *ent,
    int64_t id, bool *out, struct err *e)
{
	struct row *r;
	enum status st = store_load(app->db, by->ent, by->id, false, &r, e);

	if (st != ST_OK)
		return st;
	*out = false;
	for (size_t i = 0; i < by->ent->nfields; i++)
		if (tells_whom(by->ent, i, ent) && row_ref(r, (int)i) == id)
			*out = true;
	row_free(r);
	return ST_OK;
}

static void
add_about(struct erase *x, struct ref_by by)
{
	for (size_t i = 0; i < x->about.n; i++)
		if (x->about.v[i].id == by.id)
			return;
	x->about.v = xreallocarray(x->about.v, x->about.n + 1,
	    sizeof *x->about.v);
	x->about.v[x->about.n++] = by;
}

/* Also what is about those: activities of a volunteer are the person's. */
static enum status
about(struct look *l, const struct entity *ent, int64_t id, struct err *e)
{
	struct refs refs = { NULL, 0 };
	enum status st = refs_to(l->app->db, ent, id, &refs, e);
	bool is = false;

	for (size_t i = 0; i < refs.n && st == ST_OK; i++) {
		st = is_about(l->app, &refs.v[i], ent, id, &is, e);
		if (st == ST_OK && is)
			add_about(l->x, refs.v[i]);
	}
	refs_clear(&refs);
	return st;
}

static enum status
all_about(struct look *l, struct err *e)
{
	enum status st;

	for (size_t i = 1; i < l->x->nown; i++)
		add_about(l->x, (struct ref_by){ entities[ENT_contact],
		    l->x->own[i] });
	st = about(l, entities[ENT_contact], l->x->id, e);
	for (size_t i = 0; i < l->x->about.n && st == ST_OK; i++)
		st = about(l, l->x->about.v[i].ent, l->x->about.v[i].id, e);
	return st;
}

/* What is emptied anyway needs no answer. */
static bool
goes_anyway(const struct erase *x, const struct entity *ent, int64_t id,
    int field)
{
	if (ent->no == ENT_contact && erase_is_own(x, id))
		return true;
	for (size_t i = 0; i < x->about.n; i++)
		if (x->about.v[i].id == id && x->about.v[i].ent == ent)
			return ent->fields[field].flags & FF_PERSON;
	return false;
}

/* --- texts that name the person ------------------------------------------ */

/* "… and Ruth Marsden rang on …", on one line. */
static char *
excerpt(const char *text, size_t from, size_t len)
{
	size_t a = from > AROUND ? from - AROUND : 0, n = strlen(text);
	size_t b = from + len + AROUND < n ? from + len + AROUND : n;
	char *out;

	while (a > 0 && ((unsigned char)text[a] & 0xC0) == 0x80)
		a--;
	while (b < n && ((unsigned char)text[b] & 0xC0) == 0x80)
		b++;
	out = xasprintf("%s%.*s%s", a > 0 ? "\xe2\x80\xa6" : "", (int)(b - a),
	    text + a, b < n ? "\xe2\x80\xa6" : "");
	for (char *s = out; *s != '\0'; s++)
		if (*s == '\n' || *s == '\t')
			*s = ' ';
	return out;
}

static struct erase_mention *
unit(struct look *l, const struct entity *ent, int64_t id, int field)
{
	struct erase *x = l->x;

	for (size_t i = x->n; i-- > 0; )
		if (x->m[i].id == id && x->m[i].field == field)
			return &x->m[i];
	if (x->n == l->cap) {
		l->cap = l->cap > 0 ? 2 * l->cap : 16;
		x->m = xreallocarray(x->m, l->cap, sizeof *x->m);
	}
	x->m[x->n] = (struct erase_mention){ .ent = ent, .id = id,
	    .field = field, .perhaps = true };
	return &x->m[x->n++];
}

/* The name of another person or of one of us. */
static bool
is_name(const struct entity *ent, int field)
{
	return (ent->no == ENT_contact || ent->no == ENT_user) &&
	    (ent->fields[field].flags & FF_NAME);
}

/* Does TEXT speak of them? Who is called the same is perhaps another record of
 * the person; who shares a part of the name is not. An address or a number that
 * a record has for its own, such as a school's, is perhaps not theirs; nor is a
 * surname alone that is where a school is. */
static bool
speaks(const struct mention_of *of, const struct entity *ent, int field,
    const char *text, bool *sure, size_t *from, size_t *len)
{
	const struct field *f = &ent->fields[field];

	*sure = false;
	*len = strlen(text);
	if (is_name(ent, field))
		return mention_same(of, text);
	*sure = mention_in(of, text, f->flags & FF_GIAS ? MENTION_WHOLE :
	    MENTION_SURE, from, len);
	if (*sure && str_in(f->id, "email phone")) {
		*sure = false;
		return true;
	}
	return *sure || mention_in(of, text, erase_any(f), from, len);
}

/* A word of TEXT that holds a name stays when the rest is erased: which. */
static void
note_rest(const struct mention_of *of, const struct field *f,
    struct erase_mention *m, const char *text)
{
	char *then = mention_replace(of, text, erase_any(f), ERASED_TEXT);
	size_t from, len;

	if (m->rest == NULL && mention_in(of, then != NULL ? then : text,
	    MENTION_PART, &from, &len))
		m->rest = excerpt(then != NULL ? then : text, from, len);
	free(then);
}

static void
note(struct look *l, const struct entity *ent, int64_t id, int field,
    const char *text, bool past)
{
	const struct field *f = &ent->fields[field];
	struct erase_mention *m;
	size_t from = 0, len = 0;
	bool sure, part = false;

	if (str_empty(text) || goes_anyway(l->x, ent, id, field))
		return;
	if (!speaks(&l->x->of, ent, field, text, &sure, &from, &len)) {
		part = !(f->flags & FF_GIAS) && !is_name(ent, field) &&
		    mention_in(&l->x->of, text, MENTION_PART, &from, &len);
		if (!part)
			return;
	}
	m = unit(l, ent, id, field);
	if (m->excerpt == NULL || (sure && m->perhaps)) {
		free(m->excerpt);
		m->excerpt = excerpt(text, from, len);
	}
	if (sure)
		m->perhaps = false;
	m->part = m->part || part;
	if (!part && !(f->flags & FF_GIAS) && !is_name(ent, field))
		note_rest(&l->x->of, f, m, text);
	m->erase = !m->perhaps;
	*(past ? &m->past : &m->now) += 1;
}

static enum status
text_now(void *arg, const struct entity *ent, int64_t id, int field,
    const char *text, struct err *e)
{
	(void)e;
	note(arg, ent, id, field, text, false);
	return ST_OK;
}

static void
row_past(struct look *l, const struct row *r)
{
	for (size_t i = 0; i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];

		if (erase_is_words(f))
			note(l, r->ent, r->id, (int)i, row_get(r, (int)i),
			    true);
		if (f->type != FT_SET || (f->flags & FF_DERIVED))
			continue;
		for (size_t m = 0; m < r->sets[i].n; m++)
			for (size_t k = 0; k < f->set->ncols; k++)
				if (erase_is_words(&f->set->cols[k]))
					note(l, r->ent, r->id, (int)i,
					    r->sets[i].m[m].v[k], true);
	}
}

/* A record that only the history has may be about them too. */
static void
about_past(struct look *l, const struct row *r)
{
	const struct entity *ent = entities[ENT_contact];

	for (size_t i = 0; i < r->ent->nfields; i++)
		if (tells_whom(r->ent, i, ent) &&
		    erase_is_own(l->x, row_ref(r, (int)i)))
			add_about(l->x, (struct ref_by){ r->ent, r->id });
}

/* OLD, NEW or the member of a change, that may name them. */
static enum status
text_past(struct look *l, const struct change *c, const char *text,
    struct err *e)
{
	const struct entity *ent = entity_find(c->entity);
	bool any = text != NULL && (mention_in(&l->x->of, text, MENTION_ANY,
	    NULL, NULL) || mention_in(&l->x->of, text, MENTION_PART, NULL,
	    NULL));
	enum status st = ST_OK;
	struct row *r;
	int f;

	if (text == NULL)
		return ST_OK;
	if (ent != NULL && c->field[0] == '\0' &&
	    (any || has_code(l->x, text))) {
		r = row_new(ent);
		r->id = c->row;
		st = store_from_json(l->app->db, text, r, e);
		if (st == ST_OK) {
			about_past(l, r);
			row_past(l, r);
		}
		row_free(r);
	} else if (any && ent != NULL &&
	    (f = entity_field(ent, c->field)) >= 0 &&
	    (ent->fields[f].type == FT_SET || erase_is_words(&ent->fields[f])))
		note(l, ent, c->row, f, text, true);
	return st;
}

static enum status
change_past(void *arg, const struct change *c, struct err *e)
{
	enum status st = text_past(arg, c, c->old, e);

	if (st == ST_OK)
		st = text_past(arg, c, c->new, e);
	return st == ST_OK && c->field[0] != '\0' && c->member[0] != '\0' ?
	    text_past(arg, c, c->member, e) : st;
}

static int
in_order(const void *a, const void *b)
{
	const struct erase_mention *x = a, *y = b;

	if (x->perhaps != y->perhaps)
		return x->perhaps ? 1 : -1;
	if (x->ent != y->ent)
		return x->ent->no < y->ent->no ? -1 : 1;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->field - y->field;
}

enum status
erase_look(struct app *app, int64_t contact, struct erase *x, struct err *e)
{
	struct look l = { .app = app, .x = x };
	enum status st;

	(void)joined_follow(app->db, entities[ENT_contact], &contact);
	*x = (struct erase){ .id = contact };
	if ((st = erase_who(app, x, e)) == ST_OK &&
	    (st = all_about(&l, e)) == ST_OK &&
	    (st = erase_before(app, x, e)) == ST_OK && !x->again &&
	    (st = erase_look_hold(app, x, e)) == ST_OK &&
	    (st = erase_texts(app->db, text_now, &l, e)) == ST_OK)
		st = steps_every_change(app->db, change_past, &l, e);
	if (x->n > 1)
		qsort(x->m, x->n, sizeof *x->m, in_order);
	if (st != ST_OK)
		erase_clear(x);
	return st;
}

void
erase_clear(struct erase *x)
{
	for (size_t i = 0; i < x->n; i++)
		free(x->m[i].excerpt);
	for (size_t i = 0; i < x->n; i++)
		free(x->m[i].rest);
	free(x->m);
	free(x->own);
	free(x->holder);
	refs_clear(&x->about);
	mention_clear(&x->of);
	*x = (struct erase){ 0 };
}
