/* steps.c - steps as people read them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/steps.h"

#include <stdlib.h>
#include <string.h>

#include "app/mine_rows.h"
#include "app/options.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

void
step_list_clear(struct step_list *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		step_clear(&l->v[i]);
	free(l->v);
	memset(l, 0, sizeof *l);
}

struct take {
	struct app	*app;
	const struct history_query *q;
	struct step_list *list;
	size_t		  most;
	bool		  more;
	struct mine_rows  mine;
};

static void
add_copy(struct step_list *l, const struct step *s)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 64;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
	}
	l->v[l->n] = *s;
	l->v[l->n].at = xstrdup(s->at);
	l->v[l->n].user = xstrdup(s->user);
	l->v[l->n].node = xstrdup(s->node);
	l->v[l->n++].label = xstrdup(s->label);
}

static enum status
take_one(void *arg, const struct step *s, struct err *e)
{
	struct take *t = arg;
	enum status st = ST_OK;
	bool past, any = true;

	if (!history_takes(t->app, t->q, s, &past))
		return past ? ST_INTERRUPTED : ST_OK;
	if (t->q->mine)
		st = mine_rows_any(&t->mine, s->seq, &any, e);
	if (st != ST_OK || !any)
		return st;
	if (t->list->n == t->most) {
		t->more = true;
		return ST_INTERRUPTED;
	}
	add_copy(t->list, s);
	return ST_OK;
}

enum status
step_list_more(struct app *app, const struct history_query *q, size_t limit,
    struct step_list *l, bool *more, struct err *e)
{
	struct take t = {.app = app, .q = q, .list = l, .most = l->n + limit,
		.mine = {.app = app}};
	int64_t before = l->n ? l->v[l->n - 1].seq : q->before;
	enum status st;

	st = steps_walk(app->db, before, q->ent ? q->ent->id : NULL, q->row,
	    take_one, &t, e);
	if (st == ST_OK)
		*more = t.more;
	mine_rows_clear(&t.mine);
	return st;
}

/* The reference that ends at WORD's end; false when it is none. */
static bool
add_title(struct app *app, const char *word, size_t n, struct buf *out)
{
	const struct entity *ent;
	struct err e = {0};
	char *ref = xstrndup(word, n);
	size_t before = out->n;
	int64_t id;
	char *slash = strchr(ref, '/');
	bool ok = false;

	if (slash && slash != ref && slash[1]) {
		*slash = '\0';
		ok = entity_find(ref) != NULL;
		*slash = '/';
		ok = ok && ref_resolve(app, ref, true, &ent, &id, &e) == ST_OK;
		if (ok)
			title_text(app, ent, id, out);
		ok = ok && out->n > before;
	}
	free(ref);
	return ok;
}

/* "2027-01-04" as "Mon 4 Jan"; false when the word is no day. */
static bool
add_day(const struct app *app, const char *word, size_t n, struct buf *out)
{
	char *text = xstrndup(word, n), day[24];
	int d = day_from_iso(text);

	free(text);
	if (d == DAY_NONE)
		return false;
	day_short(d, app->today, day);
	buf_add(out, day);
	return true;
}

char *
step_label_shown(struct app *app, const char *label)
{
	struct buf b;
	size_t n, tail;

	buf_init(&b, BUF_LINE);
	while (*label) {
		n = strcspn(label, " ");
		tail = n;
		while (tail && strchr(".,:;", label[tail - 1]))
			tail--;
		if (!add_title(app, label, tail, &b) &&
		    !add_day(app, label, tail, &b))
			buf_addn(&b, label, tail);
		buf_addn(&b, label + tail, n - tail);
		label += n;
		n = strspn(label, " ");
		buf_addn(&b, label, n);
		label += n;
	}
	return buf_take(&b);
}

void
step_when(const struct app *app, const char *at, struct buf *out)
{
	const char *zone = option_text(app->opt, OPT_TIMEZONE);
	int64_t ms = clock_from_iso(at);
	char day[24], time[6];

	day_short(clock_day(ms, zone), app->today, day);
	clock_hhmm(ms, zone, time);
	buf_addf(out, "%s %s", day, time);
}
