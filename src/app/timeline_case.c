/* timeline_case.c - a case from its opening on: each change of its status, with
 * the reason, as the history keeps it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline_impl.h"

#include <stdlib.h>
#include <string.h>

#include "app/history.h"
#include "app/options.h"
#include "app/record.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"

/* What one step changed of the case. */
struct turn {
	int64_t	 seq;
	int	 day;
	char	*from, *to;	/* status; NULL: another change */
	char	*reason;	/* NULL: it stayed */
};
struct turns {
	struct app	*app;
	struct turn	*v;
	size_t		 n;
};

static struct turn *
turn_of(struct turns *t, const struct history_line *l)
{
	if (t->n > 0 && t->v[t->n - 1].seq == l->seq)
		return &t->v[t->n - 1];
	t->v = xreallocarray(t->v, t->n + 1, sizeof *t->v);
	t->v[t->n] = (struct turn){ .seq = l->seq,
		.day = clock_day(clock_from_iso(l->at),
		option_text(t->app->opt, OPT_TIMEZONE)) };
	return &t->v[t->n++];
}

static enum status
on_line(void *arg, const struct history_line *l, struct err *e)
{
	struct turn *t;

	(void)e;
	if (l->field == NULL)
		return ST_OK;		/* its making, as a whole */
	if (str_eq(l->field, "status")) {
		t = turn_of(arg, l);
		free(t->from);
		free(t->to);
		t->from = xstrdup(l->old != NULL ? l->old : "");
		t->to = xstrdup(l->new != NULL ? l->new : "");
	} else if (str_eq(l->field, "reason")) {
		t = turn_of(arg, l);
		free(t->reason);
		t->reason = xstrdup(l->new != NULL ? l->new : "");
	}
	return ST_OK;
}

/* "Waiting: for the governors' minutes" */
static void
add_turn(const struct turn *t, const struct timeline_ask *ask,
    struct timeline *out)
{
	const char *said = t->reason != NULL ? t->reason : "";
	struct event v = { .ent = entities[ENT_case], .day = t->day };

	v.kind = xstrdup("Status");
	v.text = xasprintf("%s%s%s", timeline_label(ENT_case, F_case_status,
	    t->to), *said != '\0' ? ": " : "", said);
	v.state = xasprintf("%s%s", *t->from != '\0' ? "was " : "", t->from);
	timeline_add(out, ask, &v);
}

static void
add_day(const struct row *r, int field, const char *text,
    const struct timeline_ask *ask, struct timeline *out)
{
	struct event v = { .ent = r->ent, .day = row_day(r, field) };

	if (v.day == DAY_NONE)
		return;
	v.kind = xstrdup("Status");
	v.text = xasprintf("%s%s%s", r->ent->fields[field].label,
	    *text != '\0' ? ": " : "", text);
	v.state = xstrdup("");
	timeline_add(out, ask, &v);
}

/* Its first day; its last, when no step says that it was closed: one that came
 * from a file. */
static void
add_ends(const struct row *r, const struct turns *t,
    const struct timeline_ask *ask, struct timeline *out)
{
	bool said = false;

	add_day(r, F_case_opened, "", ask, out);
	for (size_t i = 0; i < t->n; i++)
		said |= t->v[i].to != NULL && str_eq(t->v[i].to, "closed");
	if (!said && row_is(r, F_case_status, "closed"))
		add_day(r, F_case_closed, row_get(r, F_case_reason), ask, out);
}

enum status
timeline_case(struct app *app, int64_t id, const struct timeline_ask *ask,
    struct timeline *out, struct err *e)
{
	struct history_query q = { HISTORY_ALL, .ent = entities[ENT_case],
		.row = id };
	struct turns t = { .app = app };
	struct row *r;
	enum status st;

	if ((st = record_load(app, entities[ENT_case], id, &r, e)) != ST_OK)
		return st;
	st = history_read(app, &q, on_line, &t, e);
	for (size_t i = 0; i < t.n && st == ST_OK; i++)
		if (t.v[i].to != NULL)
			add_turn(&t.v[i], ask, out);
	if (st == ST_OK)
		add_ends(r, &t, ask, out);
	for (size_t i = 0; i < t.n; i++) {
		free(t.v[i].from);
		free(t.v[i].to);
		free(t.v[i].reason);
	}
	free(t.v);
	row_free(r);
	return st;
}
