/* worked.c - derived fields that follow from what lists show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/worked.h"

#include <stdlib.h>

#include "app/lists.h"
#include "app/pledges.h"
#include "app/targets.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/db.h"

enum worked_field {
	COMMITMENT_RECORDS, COMMITMENT_WHY, COMMITMENT_ASKS,
	TARGET_NOW, TARGET_TREND, TARGET_REACHED, TARGET_COURSE,
	WORKED_FIELDS
};
static const char *const names[WORKED_FIELDS] = {
	[COMMITMENT_RECORDS] = "commitment.records",
	[COMMITMENT_WHY] = "commitment.why",
	[COMMITMENT_ASKS] = "commitment.asks",
	[TARGET_NOW] = "target.now", [TARGET_TREND] = "target.trend",
	[TARGET_REACHED] = "target.reached", [TARGET_COURSE] = "target.course",
};

/* The fields of the record asked for last: all are worked out at once, and a
 * list asks for one after the other, some twice. */
struct worked {
	int64_t		 id;
	int		 day;
	int64_t		 writes, version;	/* as it was then */
	char		*v[WORKED_FIELDS];	/* NULL nothing to say */
};

static void
forget(struct worked *w)
{
	for (int i = 0; i < WORKED_FIELDS; i++) {
		free(w->v[i]);
		w->v[i] = NULL;
	}
	w->id = 0;
}

static enum status
of_commitment(struct app *app, int64_t id, struct worked *w, struct err *e)
{
	struct pledge_lines ls;
	struct buf why;
	enum status st = pledges_one(app, id, &ls, e);

	if (st != ST_OK)
		return st;
	w->v[COMMITMENT_RECORDS] = xstrdup(pledge_state_word(ls.v[0].derived ?
	    ls.v[0].p.state : PLEDGE_STATES));
	if (ls.v[0].item != NULL)
		w->v[COMMITMENT_ASKS] = xstrdup(ls.v[0].item->title);
	buf_init(&why, BUF_LINE);
	pledges_why(&ls.v[0], &why);
	w->v[COMMITMENT_WHY] = buf_take(&why);
	pledges_clear(&ls);
	return ST_OK;
}

static enum status
of_target(struct app *app, int64_t id, struct worked *w, struct err *e)
{
	struct target_now t;
	struct buf b;
	enum status st = target_now_read(app, id, &t, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	if (t.now.known) {
		goal_figure_said(t.now.n, &b);
		w->v[TARGET_NOW] = xstrdup(b.p);
	}
	buf_reset(&b);
	if (t.now.known && t.before.known) {
		goal_trend_said(t.before.n, t.now.n, &b);
		w->v[TARGET_TREND] = xstrdup(b.p);
	}
	if (t.goal.share >= 0)
		w->v[TARGET_REACHED] = xasprintf("%d", t.goal.share);
	if (t.goal.course != GOAL_NOT_KNOWN)
		w->v[TARGET_COURSE] = xstrdup(goal_word(t.goal.course));
	buf_clear(&b);
	target_now_clear(&t);
	return ST_OK;
}

/* Is what is remembered of it as it is now? Within a step it may change. */
static bool
is_known(struct app *app, const struct worked *w, int64_t id, int day)
{
	return w->id == id && w->day == day && !app->step.open &&
	    w->writes == app->step.writes && w->version == lists_version(app);
}

static enum status
work_out(void *arg, const char *what, int64_t id, int day, struct buf *out,
    struct err *e)
{
	struct app *app = arg;
	struct worked *w = app->worked;
	enum status st = ST_OK;
	int f = 0, was;

	while (f < WORKED_FIELDS && !str_eq(names[f], what))
		f++;
	if (f == WORKED_FIELDS)
		return err_set(e, ST_NOT_FOUND, "nobody knows %s", what);
	if (!is_known(app, w, id, day)) {
		forget(w);
		was = app_look(app, day);
		st = f >= TARGET_NOW ? of_target(app, id, w, e) :
		    of_commitment(app, id, w, e);
		app_look_back(app, was);
		w->id = st == ST_OK ? id : 0;
		w->day = day;
		w->writes = app->step.writes;
		w->version = lists_version(app);
	}
	if (st == ST_OK && w->v[f] != NULL)
		buf_add(out, w->v[f]);
	return st;
}

void
worked_serve(struct app *app)
{
	app->worked = xcalloc(1, sizeof *app->worked);
	db_on_work(app->db, work_out, app);
}

void
worked_forget(struct app *app)
{
	if (app->worked == NULL)
		return;
	forget(app->worked);
	free(app->worked);
	app->worked = NULL;
}
