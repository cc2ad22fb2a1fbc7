/* overview_week.c - what is going on with a school: visits, promises, cases, the
 * plan of the year, notes pinned to it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/overview.h"
#include "app/plan.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/brief.h"
#include "db/overview_week.h"
#include "model/fields.h"

struct reading {
	struct ov_items	*out;
	int		 today;
	bool		 visits;
};

static void
on_row(void *arg, const struct week_row *r)
{
	struct reading *w = arg;
	struct ov_item *v = &w->out->v[w->out->n++];
	size_t line = strcspn(r->title, "\n");
	const struct choice *kind = w->visits ? field_choice(
	    &entities[ENT_visit]->fields[F_visit_kind], r->word) : NULL;

	v->id = r->id;
	v->day = day_from_iso(r->day);
	v->word = xstrdup(kind != NULL && kind->label != NULL ? kind->label :
	    r->word);
	v->who = xstrdup(r->who);
	v->text = xstrndup(r->title, line);
	v->more = r->title[line] != '\0';
	v->late = v->day != DAY_NONE && v->day < w->today;
	w->out->all = r->n;
}

static enum status
read_part(struct app *app, int64_t school, enum week_part part, int most,
    struct ov_items *out, struct err *e)
{
	struct reading w = { out, app->today,
		part == WEEK_VISIT || part == WEEK_NEXT_VISIT };
	char today[11];

	day_iso(app->today, today);
	return overview_week_read(app->db, part, school, today, most, on_row,
	    &w, e);
}

static enum status
read_plan(struct app *app, int64_t school, int year, struct ov_plan *out,
    struct err *e)
{
	struct row *r;
	int64_t id;
	enum status st = plan_of(app, school, year, &id, e);

	if (st != ST_OK || id == 0)
		return st;
	if ((st = record_load(app, entities[ENT_plan], id, &r, e)) != ST_OK)
		return st;
	out->id = id;
	out->status = xstrdup(row_get(r, F_plan_status));
	out->actions = (int)row_int(r, F_plan_actions, 0);
	out->done = (int)row_int(r, F_plan_done, 0);
	out->late = (int)row_int(r, F_plan_late, 0);
	row_free(r);
	return ST_OK;
}

static void
on_resource(void *arg, const struct brief_row *x)
{
	struct ov_items *out = arg;

	if (out->all++ < OV_ITEMS)
		out->v[out->n++] = (struct ov_item){ .id = x->id,
		    .day = DAY_NONE, .text = xstrdup(x->title) };
}

enum status
overview_week(struct app *app, const struct row *school, struct overview *o,
    struct err *e)
{
	bool now = app->today == app_today(app);
	enum status st;

	if ((st = read_part(app, school->id, WEEK_VISIT, 1, &o->visit, e)) ||
	    (st = read_part(app, school->id, WEEK_NEXT_VISIT, 1,
	    &o->next_visit, e)) ||
	    (st = read_part(app, school->id, WEEK_PINNED, OV_ITEMS,
	    &o->pinned, e)) ||
	    (st = read_plan(app, school->id, o->year, &o->plan, e)))
		return st;
	if (now)
		st = read_part(app, school->id, WEEK_PROMISED, OV_ITEMS,
		    &o->promised, e);
	if (now && st == ST_OK)
		st = read_part(app, school->id, WEEK_CASES, OV_ITEMS,
		    &o->cases, e);
	if (now && st == ST_OK)
		st = wanted_of(app, school->id, &o->wanted, e);
	if (now && st == ST_OK)
		st = brief_read(app->db, BRIEF_SEND, &(struct brief_ask){
		    .id = school->id, .most = 100 }, on_resource, &o->send, e);
	return st;
}

static void
items_clear(struct ov_items *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->v[i].word);
		free(p->v[i].who);
		free(p->v[i].text);
	}
	*p = (struct ov_items){ 0 };
}

void
overview_week_clear(struct overview *o)
{
	items_clear(&o->visit);
	items_clear(&o->next_visit);
	items_clear(&o->promised);
	items_clear(&o->cases);
	items_clear(&o->pinned);
	items_clear(&o->send);
	wanted_clear(&o->wanted);
	free(o->plan.status);
	o->plan = (struct ov_plan){ 0 };
}

void
overview_promised_filter(struct app *app, const struct row *school,
    struct buf *out)
{
	buf_add(out, "school:");
	ref_text(app, school->ent, school->id, out);
	buf_add(out, " is:open plan: checklist:");
}

void
overview_cases_filter(struct app *app, const struct row *school,
    struct buf *out)
{
	buf_add(out, "school:");
	ref_text(app, school->ent, school->id, out);
	buf_add(out, " is:open");
}
