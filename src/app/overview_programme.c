/* overview_programme.c - how a school stands in the programme today: stage,
 * coordinators, results.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/assess.h"
#include "app/overview.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/overview.h"
#include "model/snapshot.h"

static void
on_stage(void *arg, int64_t id, const char *stage, const char *from,
    const char *reason, const char *waiting_for)
{
	struct ov_stage *s = arg;

	s->id = id;
	s->word = xstrdup(stage);
	s->from = day_from_iso(from);
	s->reason = xstrdup(reason);
	s->waiting_for = xstrdup(waiting_for);
}

static void
on_user(void *arg, int64_t user, const char *name)
{
	struct overview *o = arg;

	o->user = xreallocarray(o->user, o->nusers + 1, sizeof *o->user);
	o->user[o->nusers].id = user;
	o->user[o->nusers++].name = xstrdup(name);
}

static void
on_adviser(void *arg, int64_t volunteer, const char *name,
    const char *employer, const char *last)
{
	struct overview *o = arg;

	o->adviser = xreallocarray(o->adviser, o->nadvisers + 1,
	    sizeof *o->adviser);
	o->adviser[o->nadvisers++] = (struct ov_adviser){ volunteer,
	    xstrdup(name), xstrdup(employer), day_from_iso(last) };
}

static enum status
read_advisers(struct app *app, int64_t school, const char *today,
    struct overview *o, struct err *e)
{
	char first[11];
	int64_t minutes = 0;
	enum status st;

	day_iso(year_first_day(year_of_day(app->today)), first);
	st = overview_advisers(app->db, school, today, on_adviser, o, e);
	if (st == ST_OK)
		st = overview_given(app->db, school, first, today, &minutes,
		    e);
	o->given = (int)minutes;
	return st;
}

struct reading {
	struct score_rules rules;
	struct ov_result result[2];	/* newest first */
	size_t		 n;
};

static void
on_result(void *arg, int64_t id, const char *date, const char *framework,
    const int percent[BENCHMARKS])
{
	struct reading *w = arg;
	struct ov_result *r = &w->result[w->n++];
	int i;

	r->id = id;
	r->day = day_from_iso(date);
	snprintf(r->framework, sizeof r->framework, "%s", framework);
	for (i = 0; i < BENCHMARKS; i++) {
		r->percent[i] = percent[i];
		r->state[i] = score_state(&w->rules, i + 1, percent[i]);
	}
	r->achieved = score_achieved(&w->rules, percent);
}

static enum status
read_results(struct app *app, int64_t school, const char *source, size_t n,
    struct reading *w, struct err *e)
{
	char today[11];

	memset(w, 0, sizeof *w);
	w->rules = assess_rules(app);
	day_iso(app->today, today);
	return overview_results(app->db, school, source, today, (int64_t)n,
	    on_result, w, e);
}

bool
overview_assessed(const struct overview *o)
{
	return o->official.id || (o->stage.id &&
	    !str_eq(o->stage.word, "prospect") &&
	    !str_eq(o->stage.word, "waiting") &&
	    !str_eq(o->stage.word, "left"));
}

/* The last snapshot, when no official result belongs to it or is newer. */
static int
missing_snapshot(const struct app *app, const struct overview *o)
{
	int last = snapshot_before(app->today + 1);

	if (!overview_assessed(o) ||
	    (o->official.id && o->official.day > snapshot_before(last)))
		return DAY_NONE;
	return last;
}

/* How far the newest self-assessment has come. */
static enum status
read_answered(struct app *app, struct overview *o, struct err *e)
{
	struct assess as;
	enum status st;

	if (!o->own.id)
		return ST_OK;
	if ((st = assess_load(app, o->own.id, &as, e)) != ST_OK)
		return st;
	o->own_answered = as.score.answered;
	o->own_items = as.score.items;
	assess_clear(&as);
	return ST_OK;
}

enum status
overview_programme(struct app *app, const struct row *school,
    struct overview *o, struct err *e)
{
	struct reading official, own;
	char today[11];
	enum status st;

	day_iso(app->today, today);
	if ((st = overview_stage(app->db, school->id, today, on_stage,
	    &o->stage, e)) ||
	    (st = overview_coordinators(app->db, school->id, today, on_user,
	    o, e)) ||
	    (st = read_advisers(app, school->id, today, o, e)) ||
	    (st = read_results(app, school->id, "compass", 2, &official,
	    e)) ||
	    (st = read_results(app, school->id, "self-assessment", 1, &own,
	    e)))
		return st;
	o->official = official.result[0];
	if (official.n > 1 && str_eq(official.result[0].framework,
	    official.result[1].framework))
		o->before = official.result[1];
	o->own = own.result[0];
	o->missing = missing_snapshot(app, o);
	return read_answered(app, o, e);
}
