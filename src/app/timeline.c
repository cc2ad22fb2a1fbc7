/* timeline.c - everything that happened with a school or an employer, or in a
 * case, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline_impl.h"

#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "app/lineage.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

void
timeline_clear(struct timeline *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		free(t->v[i].kind);
		free(t->v[i].text);
		free(t->v[i].state);
		free(t->v[i].filter);
	}
	free(t->v);
	memset(t, 0, sizeof *t);
}

void
timeline_add(struct timeline *t, const struct timeline_ask *ask,
    const struct event *take)
{
	if (take->day < ask->first ||	/* DAY_NONE is the least of all */
	    (ask->last != DAY_NONE && take->day > ask->last)) {
		free(take->kind);
		free(take->text);
		free(take->state);
		free(take->filter);
		return;
	}
	t->v = xreallocarray(t->v, t->n + 1, sizeof *t->v);
	t->v[t->n] = *take;
	t->v[t->n].nth = t->n;
	t->n++;
}

struct reading {
	struct app	*app;
	int64_t		 id;		/* of the school or case */
	const struct timeline_ask *ask;
	struct timeline	*t;
	const struct forebear *at;	/* NULL: of the record itself */
};

const char *
timeline_label(enum entity_no ent, int field, const char *word)
{
	const struct choice *c = field_choice(&entities[ent]->fields[field],
	    word);

	return c && c->label ? c->label : word;
}

/* "Matched, East London Careers Hub: volunteer introduced" */
static char *
stage_text(const struct timeline_row *r)
{
	return xasprintf("%s%s%s%s%s", timeline_label(ENT_membership,
	    F_membership_stage, r->word), *r->name ? ", " : "", r->name,
	    *r->title ? ": " : "", r->title);
}

/* "5/8 (Compass, G2024)" */
static char *
result_text(const struct timeline_row *r)
{
	char n[8] = "?";

	if (r->n >= 0)
		snprintf(n, sizeof n, "%d", (int)r->n);
	return xasprintf("%s/%d (%s%s%s)", n, BENCHMARKS,
	    timeline_label(ENT_assessment, F_assessment_source, r->word),
	    *r->title ? ", " : "", r->title);
}

/* "budget: 4000"; of several their names, and the list of them. */
static void
put_facts(const struct reading *w, const struct timeline_row *r,
    struct event *v)
{
	struct buf b;

	if (r->n == 1) {
		v->text = xasprintf("%s%s%s", r->title, *r->word ? ": " : "",
		    r->word);
		return;
	}
	v->text = xstrdup(r->title);
	buf_init(&b, BUF_LINE);
	buf_add(&b, "school:");
	ref_text(w->app, entities[ENT_school], w->id, &b);
	buf_addf(&b, " checked:%s", r->date);
	v->filter = buf_take(&b);
}

static void
put_event(const struct reading *w, const struct timeline_row *r,
    struct event *v)
{
	const char *kind, *state = r->word;

	switch (v->ent->no) {
	case ENT_encounter:
		kind = "Encounter";	/* its text, once this is read */
		break;
	case ENT_booking:
		kind = "CPD";
		v->text = xasprintf("%s: %s", r->name, r->title);
		break;
	case ENT_role:
		kind = "Person";
		v->text = xasprintf("%s, %s", r->name, r->word);
		state = r->ends ? "left" : "came";
		break;
	case ENT_coordinator:
		kind = "Person";
		v->text = xasprintf("%s, coordinator", r->name);
		state = r->ends ? "ended" : "began";
		break;
	case ENT_membership:
		kind = "Stage";
		v->text = stage_text(r);
		state = "";
		break;
	case ENT_assessment:
		kind = "Result";
		v->text = result_text(r);
		state = "";
		break;
	case ENT_fact:
		kind = "Facts";
		put_facts(w, r, v);
		state = "checked";
		break;
	case ENT_member:
		kind = "Cluster";
		v->text = xstrdup(r->title);
		state = r->ends ? "left" : "joined";
		break;
	default:
		if (!timeline_put_network(r, v))
			timeline_put_week(r, v);
		return;
	}
	v->kind = xstrdup(kind);
	v->state = xstrdup(state);
}

/* What the new school shows itself: stages, and who went on with it. */
static bool
goes_on(const struct forebear *at, const struct timeline_row *r,
    const struct event *v)
{
	return v->ent->no == ENT_membership ||
	    (r->ends && v->day == at->until);
}

static void
on_row(void *arg, const struct timeline_row *r)
{
	const struct reading *w = arg;
	struct event v = {.ent = entity_find(r->entity), .id = r->id,
	    .day = day_from_iso(r->date)};

	if (w->at != NULL) {
		v.at = w->id;
		if (goes_on(w->at, r, &v))
			return;
	}
	put_event(w, r, &v);
	timeline_add(w->t, w->ask, &v);
}

/* What has no day is last. */
static int
newest(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	if (x->day != y->day)
		return x->day > y->day ? -1 : 1;
	if (x->id != y->id)
		return x->id > y->id ? -1 : 1;
	return x->nth < y->nth ? -1 : x->nth > y->nth;
}

/* "Careers fair, 4 employers, 4 schools, Y10 24" */
static enum status
describe(struct app *app, struct event *v, struct err *e)
{
	struct agenda_item it;
	enum status st = agenda_describe(app, v->id, &it, e);
	struct buf b;

	if (st)
		return st;
	buf_init(&b, BUF_LINE);
	buf_add(&b, it.kind ? it.kind : "");
	if (it.who && *it.who)
		buf_addf(&b, ", %s", it.who);
	if (it.title && str_ends(it.title, " schools"))
		buf_addf(&b, ", %s", it.title);
	if (it.state && *it.state && strcmp(it.state, "delivered") != 0)
		buf_addf(&b, ", %s", it.state);
	v->text = buf_take(&b);
	agenda_item_clear(&it);
	return ST_OK;
}

static enum status
read_one(struct reading *w, const struct entity *of, int last, struct err *e)
{
	char day[11] = "9999";		/* after all days */

	if (last != DAY_NONE)
		day_iso(last, day);
	return timeline_read(w->app->db, of, w->id, w->ask->only_cpd ?
	    "booking" : NULL, day, (int64_t)w->ask->limit, on_row, w, e);
}

/* Each school that SCHOOL took over from, until it did. */
static enum status
read_forebears(struct app *app, int64_t school, const struct timeline_ask *ask,
    struct timeline *t, struct err *e)
{
	struct lineage l;
	enum status st = lineage_of(app, school, &l, e);

	if (st)
		return st;
	for (size_t i = 0; i < l.n && !st; i++) {
		struct reading w = {app, l.v[i].school, ask, t, &l.v[i]};
		int until = l.v[i].until;

		st = read_one(&w, entities[ENT_school], ask->last != DAY_NONE &&
		    ask->last < until ? ask->last : until, e);
	}
	lineage_clear(&l);
	return st;
}

/* "Talk, Y10 24, at Sandmere School": names of schools are long, and what is cut
 * off is the end. */
static void
name_school(struct app *app, struct event *v)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s%sat ", v->text, *v->text != '\0' ? ", " : "");
	title_text(app, entities[ENT_school], v->at, &b);
	free(v->text);
	v->text = buf_take(&b);
}

enum status
timeline_of(struct app *app, const struct entity *of, int64_t id,
    const struct timeline_ask *ask, struct timeline *out, struct err *e)
{
	struct timeline t = {0};
	struct reading w = {app, id, ask, &t, NULL};
	enum status st;
	size_t i;

	st = read_one(&w, of, ask->last, e);
	if (!st && of->no == ENT_case)
		st = timeline_case(app, id, ask, &t, e);
	if (!st && of->no == ENT_school)
		st = read_forebears(app, id, ask, &t, e);
	for (i = 0; i < t.n && !st; i++) {
		if (!t.v[i].text)
			st = describe(app, &t.v[i], e);
		if (!st && t.v[i].at)
			name_school(app, &t.v[i]);
	}
	if (st) {
		timeline_clear(&t);
		return st;
	}
	if (t.n)
		qsort(t.v, t.n, sizeof *t.v, newest);
	*out = t;
	return ST_OK;
}
