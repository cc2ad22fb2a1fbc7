/* assess_plan.c - beside an item: the actions of the school's careers plan that
 * serve it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/assess_log.h"
#include "app/plan.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/plan.h"
#include "model/fields.h"

struct reading {
	const struct assess *a;
	struct assess_log *l;
};

/* One more that serves the same; what is done stands for what is not. */
static void
take(struct assess_actions *v, const struct plan_action_row *r, int today)
{
	bool done = str_eq(r->status, "done");
	int day = day_from_iso(done ? r->done : r->due);
	char text[24] = "";

	v->n++;
	if (v->n > 1 && (v->done || !done))
		return;
	free(v->title);
	free(v->state);
	v->task = r->id;
	v->done = done;
	v->title = xstrdup(r->title);
	if (day != DAY_NONE)
		day_short(day, today, text);
	if (done)
		v->state = xasprintf("done%s%s", *text != '\0' ? " " : "",
		    *text != '\0' ? text + 4 : "");
	else if (*text != '\0')
		v->state = xasprintf("due %s%s", text + 4,
		    day < today ? ", late" : "");
	else
		v->state = xstrdup(r->status);
}

/* Of its item; without one of its benchmarks. */
static void
on_action(void *arg, const struct plan_action_row *r)
{
	const struct reading *w = arg;
	int today = w->a->app->today, i, bm;

	if (str_eq(r->status, "dropped"))
		return;
	if (*r->item != '\0') {
		if ((i = assess_find(w->a, r->item)) >= 0)
			take(&w->l->v[i].plan, r, today);
		return;
	}
	for (const char *s = r->benchmarks; *s != '\0'; s++) {
		bm = *s - '0';
		if (bm >= 1 && bm <= BENCHMARKS)
			take(&w->l->bm_plan[bm - 1], r, today);
	}
}

enum status
assess_plan_read(const struct assess *a, struct assess_log *l, struct err *e)
{
	struct reading w = { a, l };
	enum status st = plan_of(a->app, l->school->id, l->year, &l->plan, e);

	if (st != ST_OK || l->plan == 0)
		return st;
	return plan_actions(a->app->db, l->plan, on_action, &w, e);
}

static void
actions_clear(struct assess_actions *v)
{
	free(v->title);
	free(v->state);
	*v = (struct assess_actions){ 0 };
}

void
assess_plan_clear(struct assess_log *l)
{
	for (size_t i = 0; i < l->n && l->v != NULL; i++)
		actions_clear(&l->v[i].plan);
	for (int i = 0; i < BENCHMARKS; i++)
		actions_clear(&l->bm_plan[i]);
}

void
assess_plan_text(const struct assess_actions *v, struct buf *out)
{
	if (v->n == 0)
		return;
	buf_addf(out, "here: plan action \"%s\", %s", v->title, v->state);
	if (v->n > 1)
		buf_addf(out, " and %zu more", v->n - 1);
}

void
assess_plan_filter(const struct assess_log *l, struct app *app,
    const struct item *it, struct buf *out)
{
	buf_add(out, "plan:");
	ref_text(app, entities[ENT_plan], l->plan, out);
	buf_addf(out, " item:%s -status:dropped", it->id);
}

void
assess_bm_plan_filter(const struct assess_log *l, struct app *app, int bm,
    struct buf *out)
{
	buf_add(out, "plan:");
	ref_text(app, entities[ENT_plan], l->plan, out);
	buf_addf(out, " benchmarks:%d item: -status:dropped", bm);
}
