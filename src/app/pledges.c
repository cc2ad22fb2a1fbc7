/* pledges.c - the commitments of an organisation: derived, typed, or both.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/pledges_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/record.h"
#include "app/rulebook.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- what was typed --------------------------------------------------------------- */

static struct pledge_line *
line_for(struct pledge_lines *out, const struct row *typed)
{
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].item != NULL && out->v[i].typed == NULL &&
		    str_ieq(out->v[i].item->item,
		    row_get(typed, F_commitment_item)))
			return &out->v[i];
	out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
	out->v[out->n] = (struct pledge_line){ 0 };
	return &out->v[out->n++];
}

/* What the commitment names; NULL none. */
const struct entity *
pledge_organisation(const struct row *typed)
{
	const char *v = row_get(typed, F_commitment_organisation);
	char *kind = xstrndup(v, strcspn(v, "/"));
	const struct entity *ent = entity_find(kind);

	free(kind);
	return ent;
}

/* Why records say nothing of it. */
static enum pledge_untold
untold_of(const struct pledge_items *items, const struct row *typed)
{
	const char *name = row_get(typed, F_commitment_item);
	const struct pledge_item *item = pledge_find(items, name);

	if (*name == '\0')
		return UNTOLD_NO_ITEM;
	if (item == NULL)
		return UNTOLD_OTHER_ITEM;
	if (item->rule == PLEDGE_TYPED)
		return UNTOLD_NO_RULE;
	return row_is_empty(typed, F_commitment_organisation) ?
	    UNTOLD_NOBODY : UNTOLD_OTHER_KIND;
}

struct typed {
	struct app	*app;
	struct pledge_lines *out;
};

static enum status
add_typed(void *arg, int64_t id, struct err *e)
{
	struct typed *t = arg;
	struct pledge_line *l;
	struct row *row;
	enum status st = store_load(t->app->db, &commitment_entity, id, false,
	    &row, e);

	if (st != ST_OK)
		return st;
	l = line_for(t->out, row);
	l->typed = row;
	l->untold = untold_of(&t->out->items, row);
	return ST_OK;
}

static enum status
read_typed(struct reading *r, struct pledge_lines *out, struct err *e)
{
	char *filter = xasprintf("organisation:%s", r->ref.p);
	struct typed t = { r->app, out };
	struct lister l;
	enum status st = lister_open(&l, r->app, &commitment_entity, filter,
	    e);

	free(filter);
	if (st != ST_OK)
		return st;
	st = lister_each(&l, add_typed, &t, e);
	lister_close(&l);
	return st;
}

/* --- all of one ------------------------------------------------------------------- */

static enum status
actor_of(const struct row *r, const struct choice **out)
{
	const char *word = NULL;

	if (r->ent == &school_entity)
		word = row_int(r, F_school_type_code, 0) == 18 ||
		    row_int(r, F_school_phase_code, 0) == 6 ? "college" :
		    "school";
	else if (r->ent == &employer_entity)
		word = "employer";
	else if (row_is(r, F_partner_kind, "university"))
		word = "university";
	else if (row_is(r, F_partner_kind, "college") ||
	    row_is(r, F_partner_kind, "sixth form"))
		word = "college";
	else if (row_is(r, F_partner_kind, "government"))
		word = "government";
	*out = NULL;
	for (const struct choice *c = actors; word != NULL && c->word != NULL;
	    c++)
		if (str_eq(c->word, word))
			*out = c;
	return ST_OK;
}

enum status
pledges_actor(struct app *app, const struct entity *ent, int64_t id,
    const struct choice **out, struct err *e)
{
	struct row *r;
	enum status st = record_load(app, ent, id, &r, e);

	if (st != ST_OK)
		return st;
	st = actor_of(r, out);
	row_free(r);
	return st;
}

enum status
pledges_items(struct app *app, struct pledge_items *out, struct err *e)
{
	struct rulebook b;
	enum status st = rulebook_open(app->opt, "commitments.csv", &b, e);

	*out = (struct pledge_items){ 0 };
	if (st != ST_OK)
		return st;
	st = pledge_load(b.hub.text != NULL ? &b.hub : NULL, out, e);
	rulebook_close(&b);
	return st;
}

static enum status
read_items(struct reading *r, const struct choice *actor,
    struct pledge_lines *out, struct err *e)
{
	enum status st = pledges_items(r->app, &out->items, e);

	if (st != ST_OK)
		return st;
	out->v = xcalloc(out->items.n + 1, sizeof *out->v);
	for (size_t i = 0; i < out->items.n && st == ST_OK; i++) {
		const struct pledge_item *p = &out->items.v[i];

		if (p->actor != actor || (p->rule != PLEDGE_TYPED &&
		    !pledge_readable(r->ent, p->rule)))
			continue;
		r->l = &out->v[out->n++];
		r->l->item = p;
		r->l->untold = UNTOLD_NO_RULE;
		if (pledge_readable(r->ent, p->rule))
			st = pledge_derive(r, e);
	}
	return st;
}

static enum status
reading_open(struct reading *r, struct err *e)
{
	enum status st = record_load(r->app, r->ent, r->id, &r->row, e);

	if (st != ST_OK)
		return st;
	buf_init(&r->ref, BUF_LINE);
	ref_text(r->app, r->ent, r->id, &r->ref);
	day_iso(year_first_day(year_of_day(r->app->today)), r->year);
	return ST_OK;
}

static void
reading_close(struct reading *r)
{
	buf_clear(&r->ref);
	row_free(r->row);
}

enum status
pledges_read(struct app *app, const struct entity *ent, int64_t id,
    struct pledge_lines *out, struct err *e)
{
	struct reading r = { .app = app, .ent = ent, .id = id };
	const struct choice *actor = NULL;
	enum status st = reading_open(&r, e);

	*out = (struct pledge_lines){ 0 };
	if (st != ST_OK)
		return st;
	st = actor_of(r.row, &actor);
	if (st == ST_OK)
		st = read_items(&r, actor, out, e);
	if (st == ST_OK)
		st = read_typed(&r, out, e);
	reading_close(&r);
	if (st != ST_OK)
		pledges_clear(out);
	return st;
}

/* What records say of the one line, whose organisation is named. */
static enum status
derive_one(struct app *app, struct pledge_line *l, struct err *e)
{
	struct reading r = { .app = app, .l = l,
	    .ent = pledge_organisation(l->typed),
	    .id = row_ref(l->typed, F_commitment_organisation) };
	enum status st;

	if (r.ent == NULL || l->item == NULL ||
	    !pledge_readable(r.ent, l->item->rule))
		return ST_OK;
	st = reading_open(&r, e);
	if (st != ST_OK)
		return st;
	st = pledge_derive(&r, e);
	reading_close(&r);
	return st;
}

enum status
pledges_one(struct app *app, int64_t commitment, struct pledge_lines *out,
    struct err *e)
{
	struct pledge_line *l;
	enum status st;

	*out = (struct pledge_lines){ 0 };
	if ((st = pledges_items(app, &out->items, e)) != ST_OK)
		return st;
	out->v = l = xcalloc(1, sizeof *l);
	out->n = 1;
	st = store_load(app->db, &commitment_entity, commitment, false,
	    &l->typed, e);
	if (st == ST_OK) {
		l->item = pledge_find(&out->items,
		    row_get(l->typed, F_commitment_item));
		l->untold = untold_of(&out->items, l->typed);
		st = derive_one(app, l, e);
	}
	if (st != ST_OK)
		pledges_clear(out);
	return st;
}

void
pledges_why(const struct pledge_line *l, struct buf *out)
{
	if (l->derived) {
		pledge_said(&l->p, out);
		return;
	}
	buf_add(out, l->typed != NULL ? "typed in: " :
	    "nothing typed in yet: ");
	buf_add(out, pledge_untold_said(l->untold));
}

void
pledges_clear(struct pledge_lines *ls)
{
	for (size_t i = 0; i < ls->n; i++) {
		free(ls->v[i].filter);
		free(ls->v[i].text[0]);
		free(ls->v[i].text[1]);
		row_free(ls->v[i].typed);
	}
	free(ls->v);
	pledge_clear(&ls->items);
	*ls = (struct pledge_lines){ 0 };
}

enum pledge_state
pledges_state(const struct pledge_line *l)
{
	return l->derived ? l->p.state : pledge_typed(l->typed);
}
