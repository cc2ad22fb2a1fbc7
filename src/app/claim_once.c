/* claim_once.c - one thing delivered counts once for one funder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/claim_once.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* As people call it. */
static const char *
one_of(const char *entity)
{
	return str_eq(entity, "cpd") ? "CPD session" :
	    str_eq(entity, "plan") ? "careers plan" : entity;
}

/* Where it is counted already. */
struct where {
	int64_t		 claim;		/* 0 nowhere */
	bool		 this;
	bool		 unpaid, its;	/* as of struct claim_fault */
};

/* "in the claim …; one encounter counts once for ESF", appended; of THIS
 * claim without its name. */
static void
add_where(struct app *app, const struct where *w, const char *entity,
    const char *funder, struct buf *out)
{
	if (w->this) {
		buf_add(out, "in this claim");
	} else {
		buf_add(out, "in the claim ");
		title_text(app, entities[ENT_claim], w->claim, out);
	}
	if (!w->this && (w->unpaid || w->its))
		buf_addf(out, ", and who pays %s is not known: say its funder"
		    " first.", w->unpaid ? "this claim" : "that one");
	else
		buf_addf(out, "; one %s counts once for %s%s", one_of(entity),
		    *funder != '\0' ? funder : "one funder",
		    str_ends(funder, ".") ? "" : ".");
}

/* --- a line --------------------------------------------------------------- */

struct once {
	struct claim_line line;
	int64_t		 claim;		/* its own */
	struct claim_payer payer;
	struct where	 where;
};

static int
deed_of(const char *deliverable)
{
	for (int i = 0; deliverables[i].word != NULL; i++)
		if (str_eq(deliverables[i].word, deliverable))
			return i;
	return -1;
}

static void
on_counted(void *arg, const struct claim_other *o)
{
	struct once *u = arg;

	if (u->where.claim != 0 || !claim_same(&u->line,
	    deed_of(o->deliverable), claim_about(o->entity), o->about) ||
	    (o->claim != u->claim && !claim_one_payer(&u->payer, &o->payer)))
		return;
	u->where.claim = o->claim;
	u->where.this = o->claim == u->claim;
	u->where.unpaid = !claim_payer_known(&u->payer);
	u->where.its = !u->where.unpaid && !claim_payer_known(&o->payer);
}

static enum status
counts(struct app *app, const struct row *line, bool *out, struct err *e)
{
	struct row *claim;
	enum status st;

	*out = false;
	if (!row_is_empty(line, F_line_archived) ||
	    row_ref(line, F_line_claim) == 0)
		return ST_OK;
	st = store_load(app->db, entities[ENT_claim],
	    row_ref(line, F_line_claim), false, &claim, e);
	if (st != ST_OK)
		return st;
	*out = row_is_empty(claim, F_claim_archived);
	row_free(claim);
	return ST_OK;
}

enum status
line_once(struct app *app, const struct row *row, struct err *e)
{
	const char *about = row_get(row, F_line_about);
	char *entity = xstrndup(about, strcspn(about, "/"));
	struct once u = { .claim = row_ref(row, F_line_claim), .line = { .about = claim_about(about),
	    .about_id = row_ref(row, F_line_about),
	    .deed = deed_of(row_get(row, F_line_deliverable)) } };
	struct buf b;
	bool live;
	enum status st = counts(app, row, &live, e);

	if (st == ST_OK && live &&
	    (st = claim_payer_of(app->db, u.claim, &u.payer, e)) == ST_OK)
		st = claim_counted_about(app->db, entity, u.line.about_id,
		    row->id, on_counted, &u, e);
	if (st == ST_OK && u.where.claim != 0) {
		buf_init(&b, BUF_LINE);
		add_where(app, &u.where, entity, u.payer.name[0] != NULL ?
		    u.payer.name[0] : "", &b);
		st = err_field(e, ST_CONFLICT, "about", "It is counted already"
		    " %s", b.p);
		buf_clear(&b);
	}
	claim_payer_clear(&u.payer);
	free(entity);
	return st;
}

/* --- a claim -------------------------------------------------------------- */

const struct claim_fault *
claim_twice(const struct claim_view *v)
{
	for (size_t i = 0; i < v->faults.n; i++)
		if (v->faults.v[i].why == CLAIM_TWICE ||
		    v->faults.v[i].why == CLAIM_TWICE_HERE)
			return &v->faults.v[i];
	return NULL;
}

enum status
claim_once(struct app *app, const struct row *row, struct err *e)
{
	const struct claim_fault *x;
	struct claim_view v;
	struct buf b;
	enum status st = claim_read_row(app, row, &v, e);

	if (st != ST_OK)
		return st;
	if ((x = claim_twice(&v)) != NULL) {
		const struct claim_rec *r = &v.now.v[x->line];
		struct where w = { x->claim, x->why == CLAIM_TWICE_HERE,
		    x->unpaid, x->its };

		buf_init(&b, BUF_LINE);
		add_where(app, &w, r->entity, v.funder, &b);
		st = err_set(e, ST_CONFLICT, "%s is counted already %s Archive"
		    " one of the two lines.", r->title, b.p);
		buf_clear(&b);
	}
	claim_view_clear(&v);
	return st;
}

/* --- after an undo -------------------------------------------------------- */

bool
once_concerns(const struct change *c)
{
	bool claim = str_eq(c->entity, "claim");

	if (!claim && !str_eq(c->entity, "line"))
		return false;
	if (c->field[0] == '\0')
		return c->old != NULL;
	if (claim && str_eq(c->field, "frozen"))
		return str_empty(c->old);
	if (claim && str_eq(c->field, "status"))
		return str_eq(c->new, "draft");
	return str_in(c->field, claim ? "archived funder funding cluster" :
	    "archived claim about deliverable");
}

enum status
once_after(struct app *app, const char *entity, int64_t id, struct err *e)
{
	const struct entity *ent = entity_find(entity);
	struct row *row;
	enum status st = store_load(app->db, ent, id, false, &row, e);

	if (st == ST_NOT_FOUND) {
		err_clear(e);
		return ST_OK;
	}
	if (st != ST_OK)
		return st;
	if (ent->no == ENT_line)
		st = line_once(app, row, e);
	else if (!claim_is_draft(row) && row_is_empty(row, F_claim_frozen))
		st = err_set(e, ST_CONFLICT, "The claim is %s by now: what it "
		    "was submitted with stays.", row_get(row, F_claim_status));
	else if (row_is_empty(row, F_claim_archived))
		st = claim_once(app, row, e);
	row_free(row);
	return st;
}
