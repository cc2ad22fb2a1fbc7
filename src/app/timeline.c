/* timeline.c - everything that happened with a school, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
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

enum status
timeline_of(struct app *app, int64_t school, bool only_cpd, size_t limit,
    struct timeline *out, struct err *e)
{
	struct timeline t = {0};
	struct reading w = {&t, only_cpd};
	struct buf title;
	enum status st;
	size_t i;

	st = timeline_read(app->db, school, (int64_t)limit, on_row, &w, e);
	if (st) {
		timeline_clear(&t);
		return st;
	}
	buf_init(&title, BUF_LINE);
	for (i = 0; i < t.n; i++) {
		if (t.v[i].text)
			continue;
		buf_reset(&title);
		title_text(app, t.v[i].ent, t.v[i].id, &title);
		t.v[i].text = xstrdup(title.p);
	}
	buf_clear(&title);
	if (t.n)
		qsort(t.v, t.n, sizeof *t.v, newest);
	*out = t;
	return ST_OK;
}
