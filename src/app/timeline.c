/* timeline.c - everything that happened with a school, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/overview.h"

void
timeline_clear(struct timeline *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		free(t->v[i].kind);
		free(t->v[i].text);
		free(t->v[i].state);
	}
	free(t->v);
	memset(t, 0, sizeof *t);
}

struct reading {
	struct timeline	*t;
	bool		 only_cpd;
};

static void
on_row(void *arg, const struct timeline_row *r)
{
	struct reading *w = arg;
	struct timeline *t = w->t;
	struct event v = {.ent = entity_find(r->entity), .id = r->id};

	if (w->only_cpd && v.ent->no != ENT_booking)
		return;
	v.day = day_from_iso(r->date);
	if (v.ent->no == ENT_encounter) {
		v.kind = xstrdup("Encounter");
		v.text = NULL;		/* its title, once this is read */
		v.state = xstrdup(r->word);
	} else if (v.ent->no == ENT_booking) {
		v.kind = xstrdup("CPD");
		v.text = xasprintf("%s: %s", r->title, r->name);
		v.state = xstrdup(r->word);
	} else if (v.ent->no == ENT_role) {
		v.kind = xstrdup("Person");
		v.text = xasprintf("%s, %s", r->name, r->word);
		v.state = xstrdup(r->ends ? "left" : "came");
	} else {
		v.kind = xstrdup("Cluster");
		v.text = xstrdup(r->title);
		v.state = xstrdup(r->ends ? "left" : "joined");
	}
	t->v = xreallocarray(t->v, t->n + 1, sizeof *t->v);
	t->v[t->n++] = v;
}

/* What has no day is last. */
static int
newest(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	if (x->day != y->day)
		return x->day > y->day ? -1 : 1;
	return x->id > y->id ? -1 : x->id < y->id;
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

enum status
timeline_of(struct app *app, int64_t school, bool only_cpd, size_t limit,
    struct timeline *out, struct err *e)
{
	struct timeline t = {0};
	struct reading w = {&t, only_cpd};
	enum status st;
	size_t i;

	st = timeline_read(app->db, school, (int64_t)limit, on_row, &w, e);
	for (i = 0; i < t.n && !st; i++)
		if (!t.v[i].text)
			st = describe(app, &t.v[i], e);
	if (st) {
		timeline_clear(&t);
		return st;
	}
	if (t.n)
		qsort(t.v, t.n, sizeof *t.v, newest);
	*out = t;
	return ST_OK;
}
