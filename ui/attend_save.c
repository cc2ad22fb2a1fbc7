/* attend_save.c - what was ticked of a session, saved as one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/text.h"
#include "base/buf.h"
#include "model/fields.h"
#include "ui/attend_inner.h"

/* Who did not come after all has no mark to give and no certificate. */
static struct row *
as_saved(const struct attendee *a)
{
	struct row *mine = row_copy(a->row);

	if (!row_is(mine, F_booking_status, "attended")) {
		row_set(mine, F_booking_evaluation, "");
		row_set(mine, F_booking_certificate, "");
	}
	return mine;
}

static enum status
save_one(struct attend *at, struct attendee *a, struct clashes *clashes,
    struct err *e)
{
	struct row *person, *mine;
	enum status st = ST_OK;

	if (a->base) {
		mine = as_saved(a);
		if (!attend_same(a->base, a->row))
			st = record_change(at->app, a->base, mine, clashes, e);
		row_free(mine);
		return st;
	}
	mine = as_saved(a);
	if (a->made) {
		person = record_new(at->app, entities[ENT_contact]);
		row_set(person, F_contact_name, a->made);
		st = record_add(at->app, person, e);
		if (!st)
			row_set_ref(mine, F_booking_contact, "contact",
			    person->id);
		row_free(person);
	}
	if (!st)
		st = record_add(at->app, mine, e);
	row_free(mine);
	return st;
}

enum status
attend_save(struct attend *at, size_t *out, struct clashes *clashes,
    struct err *e)
{
	struct row *mine;
	enum status st;
	struct buf label;
	size_t i;
	int walk;

	st = step_begin(at->app, e);
	if (st)
		return st;
	/* Who walked in first: they may be named as who came instead. */
	for (walk = 1; walk >= 0; walk--)
		for (i = 0; i < at->n && !st; i++) {
			if ((at->v[i].base == NULL) != (walk != 0))
				continue;
			st = save_one(at, &at->v[i], clashes, e);
			if (st)
				*out = i;
		}
	if (!st && !attend_same(at->base, at->cpd)) {
		mine = row_copy(at->cpd);
		st = record_change(at->app, at->base, mine, clashes, e);
		*out = at->n;
		row_free(mine);
	}
	buf_init(&label, BUF_LINE);
	buf_add(&label, "attendance of ");
	ref_text(at->app, entities[ENT_cpd], at->base->id, &label);
	st = step_end(at->app, st, label.p, e);
	buf_clear(&label);
	return st;
}
