/* quick_do.c - quick entry on a database: read a line, write its plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/contacted.h"
#include "app/quick_db.h"
#include "app/quick_int.h"
#include "app/record.h"
#include "app/step.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/id.h"

/* That others are in touch with an employer stands behind what is understood;
 * the echo of a command leaves it to the warnings of what is saved. */
static enum status
add_warnings(struct app *app, struct quick *q, struct err *e)
{
	struct strs said = { 0 };
	enum status st = ST_OK;

	for (size_t i = 0; q->plan != NULL && i < q->plan->n && st == ST_OK;
	    i++)
		if (q->plan->op[i].mine != NULL)
			st = contacted_mind(app, q->plan->op[i].base,
			    q->plan->op[i].mine, &said, e);
	for (size_t i = 0; i < said.n && st == ST_OK; i++) {
		q->part = xreallocarray(q->part, q->nparts + 1,
		    sizeof *q->part);
		q->part[q->nparts++] = (struct quick_part){
			.shown = xstrdup(said.v[i]),
			.kind = xstrdup(QUICK_WARNING) };
	}
	strs_clear(&said);
	return st;
}

enum status
quick_read(struct app *app, const char *line, const struct quick_opts *opts,
    struct quick *q, struct err *e)
{
	struct look look = quick_look_db(app);
	enum status st = quick_understand(&look, line, opts, q, e);

	if (st == ST_OK && (st = add_warnings(app, q, e)) != ST_OK)
		quick_clear(q);
	return st;
}

enum status
quick_complete(struct app *app, const char *line, size_t at, struct strs *out,
    size_t *from, size_t *len, struct err *e)
{
	struct look look = quick_look_db(app);

	return quick_suggest(&look, line, at, out, from, len, e);
}

/* A record that was new in the plan has its id now: 3 becomes the third's. */
static const struct row *
made(const struct quick_plan *plan, int64_t id)
{
	return id > 0 && (size_t)id <= plan->n ?
	    plan->op[id - 1].mine : NULL;
}

static void
settle_set(const struct quick_plan *plan, struct row *row, int field)
{
	const struct setdef *def = row->ent->fields[field].set;
	struct set *set = row_members(row, field), all = { 0 };

	set_copy(&all, set, def);
	for (size_t i = 0; i < all.n; i++) {
		const struct row *other = made(plan, member_ref(&all.m[i], 0));
		const char *v[16];
		char code[ID_CODE];

		if (other == NULL)
			continue;
		for (size_t c = 0; c < def->ncols && c < 16; c++)
			v[c] = all.m[i].v[c];
		set_drop(set, def, v);
		id_code(other->id, code);
		v[0] = code;
		set_put(set, def, v);
	}
	set_clear(&all, def);
}

static void
settle_refs(const struct quick_plan *plan, struct row *row)
{
	for (int i = 0; (size_t)i < row->ent->nfields; i++) {
		const struct field *f = &row->ent->fields[i];
		const struct row *other;

		if (f->type == FT_SET && f->set->cols[0].type == FT_REF)
			settle_set(plan, row, i);
		if (f->type != FT_REF && f->type != FT_ANY)
			continue;
		if ((other = made(plan, row_ref(row, i))) != NULL)
			row_set_ref(row, i, other->ent->id, other->id);
	}
}

enum status
quick_do(struct app *app, struct quick *q, struct buf *ref, struct buf *said,
    struct err *e)
{
	struct quick_plan *plan = q->plan;
	enum status st = ST_OK;

	for (size_t i = 0; i < plan->n && st == ST_OK; i++) {
		struct plan_op *op = &plan->op[i];

		settle_refs(plan, op->mine);
		st = op->base == NULL ? record_add(app, op->mine, e) :
		    record_change(app, op->base, op->mine, NULL, e);
	}
	if (st != ST_OK)
		return st;
	if (plan->ent != NULL)
		ref_text(app, plan->ent, plan->id, ref);
	else
		ref_text(app, plan->op[plan->main].mine->ent,
		    plan->op[plan->main].mine->id, ref);
	buf_addf(said, "%s %s: %s", plan->did != NULL ? plan->did : "Saved",
	    ref->p, q->echo);
	return ST_OK;
}

enum status
quick_try(struct app *app, struct quick *q, struct buf *ref, struct buf *said,
    bool *out, struct err *why, struct err *e)
{
	struct step_mark mark;
	enum status st = step_mark(app, &mark, e);

	*out = false;
	if (st != ST_OK)
		return st;
	st = quick_do(app, q, ref, said, why);
	*out = st == ST_OK;
	if (*out)
		return step_keep(app, e);
	if (err_of_input(st) || st == ST_CONFLICT || st == ST_DENIED)
		return step_back(app, &mark, e);
	*e = *why;			/* and with it the whole step */
	return st;
}
