/* steps.c - steps as people read them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/steps.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/text.h"
#include "app/users.h"
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
	struct step_list *list;
	size_t		  most;
	bool		  more;
};

static enum status
take_one(void *arg, const struct step *s, struct err *e)
{
	struct take *t = arg;
	struct step_list *l = t->list;

	(void)e;
	if (l->n == t->most) {
		t->more = true;
		return ST_INTERRUPTED;
	}
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 64;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
	}
	l->v[l->n] = *s;
	l->v[l->n].at = xstrdup(s->at);
	l->v[l->n].user = xstrdup(s->user);
	l->v[l->n].node = xstrdup(s->node);
	l->v[l->n++].label = xstrdup(s->label);
	return ST_OK;
}

enum status
step_list_more(struct app *app, const struct entity *ent, int64_t row,
    size_t limit, struct step_list *l, bool *more, struct err *e)
{
	struct take t = {.list = l, .most = l->n + limit};
	int64_t before = l->n ? l->v[l->n - 1].seq : 0;
	enum status st;

	st = steps_walk(app->db, before, ent ? ent->id : NULL, row, take_one,
	    &t, e);
	if (st == ST_OK)
		*more = t.more;
	return st;
}

#define SINCE_MOST 100

struct looking {
	struct app	*app;
	struct since	*out;
	struct strs	 users;
};

static enum status
look_at(void *arg, const struct step *s, struct err *e)
{
	struct looking *l = arg;

	(void)e;
	if (str_eq(s->user, USERS_MAKER))	/* follows from somebody's */
		return ST_OK;
	if (str_eq(s->user, l->app->user)) {
		l->out->at = xstrdup(s->at);
		return ST_INTERRUPTED;
	}
	if (l->out->steps == SINCE_MOST)
		return ST_INTERRUPTED;
	l->out->steps++;
	if (!strs_has(&l->users, s->user))
		strs_add(&l->users, s->user);
	return ST_OK;
}

enum status
steps_since(struct app *app, struct since *out, struct err *e)
{
	struct looking l = {.app = app, .out = out};
	enum status st;

	memset(out, 0, sizeof *out);
	st = steps_walk(app->db, app->first_seq + 1, NULL, 0, look_at, &l, e);
	out->users = strs_join(&l.users, ", ");
	strs_clear(&l.users);
	return st;
}

void
since_clear(struct since *s)
{
	free(s->users);
	free(s->at);
	memset(s, 0, sizeof *s);
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
		if (!add_title(app, label, tail, &b))
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
