/* undo.c - take a step back, and take that back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/undo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/undo_walk.h"
#include "base/mem.h"
#include "db/steps.h"

#define UNDID	"undid: "	/* how the label of an undo begins */

void
undo_report_clear(struct undo_report *r)
{
	free(r->label);
	strs_clear(&r->what);
	strs_clear(&r->refused);
	free(r->made);
	*r = (struct undo_report){ 0 };
}

/* A dry one is a step like any, rolled back: what it says is what would be. */
static enum status
take_back(struct app *app, const struct step *s, const char *word,
    const char *cannot, bool dry, bool except, struct undo_report *rep,
    struct err *e)
{
	const char *what = str_starts(s->label, UNDID) ?
	    s->label + strlen(UNDID) : s->label;
	struct buf label;
	enum status st;
	bool peek;

	rep->seq = s->seq;
	free(rep->label);
	rep->label = xstrdup(what);
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	app->step.undoes = s->id;
	buf_init(&label, BUF_LINE);
	buf_addf(&label, "%s%s", word, what);
	st = undo_walk(app, s, except, cannot, rep, e);
	if (st == ST_OK && app->step.changes == 0)
		st = err_set(e, ST_NOT_FOUND, "Nothing of step %lld is left"
		    " to undo.", (long long)s->seq);
	peek = dry && st == ST_OK;
	st = step_end(app, peek ? ST_INTERRUPTED : st, label.p, e);
	buf_clear(&label);
	return peek ? ST_OK : st;
}

enum status
undo_step(struct app *app, int64_t seq, bool session, bool dry, bool except,
    struct undo_report *rep, struct err *e)
{
	struct step s = { 0 };
	char cannot[64];
	int64_t by = 0;
	enum status st;

	if ((st = app_may_write(app, e)) != ST_OK)
		return st;
	if (seq == 0) {
		st = steps_last_of(app->db, app->user,
		    session ? app->first_seq : 0, &seq, e);
		if (st != ST_OK)
			return st;
		if (seq == 0)
			return err_set(e, ST_NOT_FOUND, session ?
			    "Nothing of this session is left to undo." :
			    "There is nothing of yours to undo.");
	}
	st = steps_get(app->db, seq, &s, e);
	if (st == ST_NOT_FOUND)
		return err_set(e, st, "There is no step %lld.", (long long)seq);
	if (st != ST_OK)
		return st;
	st = steps_undone_by(app->db, s.id, &by, e);
	if (st == ST_OK && by != 0)
		st = err_set(e, ST_CONFLICT, "Step %lld is undone already, by"
		    " step %lld.", (long long)seq, (long long)by);
	snprintf(cannot, sizeof cannot, "Step %lld cannot be undone",
	    (long long)seq);
	if (st == ST_OK)
		st = take_back(app, &s, UNDID, cannot, dry, except, rep, e);
	step_clear(&s);
	return st;
}

/* Looking for the undo that redo takes back: this user's newest one that
 * stands, with no save after it. */
struct redo_search {
	struct app	*app;
	int64_t		 seq;
};

/* An undo of an undo does the step again, an undo of that takes it back, and
 * so on: even ones do. */
static enum status
does_again(struct app *app, const struct step *s, bool *out, struct err *e)
{
	struct step of = { 0 };
	int64_t id = s->undoes;
	enum status st;

	for (*out = true; id != 0; *out = !*out) {
		if ((st = steps_by_id(app->db, id, &of, e)) != ST_OK)
			return st;
		id = of.undoes;
		step_clear(&of);
	}
	return ST_OK;
}

static enum status
redo_look(void *arg, const struct step *s, struct err *e)
{
	struct redo_search *r = arg;
	int64_t by = 0;
	bool again;
	enum status st;

	if (!str_eq(s->user, r->app->user))
		return ST_OK;
	if (s->undoes == 0)
		return ST_INTERRUPTED;
	st = steps_undone_by(r->app->db, s->id, &by, e);
	if (st != ST_OK || by != 0)
		return st;
	st = does_again(r->app, s, &again, e);
	if (st == ST_NOT_FOUND) {
		err_clear(e);
		return ST_OK;
	}
	if (st != ST_OK || again)
		return st;
	r->seq = s->seq;
	return ST_INTERRUPTED;
}

enum status
redo_step(struct app *app, struct undo_report *rep, struct err *e)
{
	struct redo_search r = { .app = app };
	struct step s = { 0 }, of = { 0 };
	char cannot[64];
	enum status st;

	st = steps_walk(app->db, 0, NULL, 0, redo_look, &r, e);
	if (st != ST_OK)
		return st;
	if (r.seq == 0)
		return err_set(e, ST_NOT_FOUND,
		    "There is nothing to redo: no undo since your last save.");
	if ((st = steps_get(app->db, r.seq, &s, e)) != ST_OK)
		return st;
	if ((st = steps_by_id(app->db, s.undoes, &of, e)) == ST_OK) {
		snprintf(cannot, sizeof cannot, "Step %lld cannot be redone",
		    (long long)of.seq);
		st = take_back(app, &s, "redid: ", cannot, false, false, rep,
		    e);
	}
	step_clear(&of);
	step_clear(&s);
	return st;
}
