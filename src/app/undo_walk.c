/* undo_walk.c - take the changes of a step back, record by record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The changes of the step are walked backwards; those that follow each other
 * on one record are gathered, compared with what is stored, and written as
 * one change of that record within the new step.
 */
#include "app/undo_walk.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim_once.h"
#include "app/erase.h"
#include "app/record.h"
#include "app/steps.h"
#include "app/text.h"
#include "app/undo_told.h"
#include "base/mem.h"
#include "db/steps.h"
#include "db/store.h"

struct walk {
	struct app	*app;
	struct undo_report *rep;
	int64_t		 seq;		/* of the step taken back */
	const char	*user;		/* whose it was */
	bool		 except;
	const char	*cannot;	/* how a refusal begins */
	const struct entity *ent;	/* the record at hand */
	struct row	*now, *next;	/* as stored, as it will be; NULL none */
	size_t		 told;		/* lines of the report before it */
	bool		 others;	/* the step did more than make users */
	enum status	 st;		/* of the newest refusal */
	size_t		 denied;	/* records the user has no right to */
};

/* A field that changed since: who and when go to the report. */
static enum status
refuse(struct walk *w, const struct entity *ent, const struct change *c,
    struct err *e)
{
	struct step s = { 0 };
	struct buf b;
	int64_t seq = 0;
	enum status st;

	st = steps_touched(w->app->db, c->entity, c->row,
	    c->field[0] != '\0' ? c->field : NULL, c->member, w->seq, &seq, e);
	if (st == ST_OK && seq != 0)
		st = steps_get(w->app->db, seq, &s, e);
	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	buf_add(&b, ": ");
	if (c->field[0] != '\0')
		undo_field(w->rep, ent, c->field, &b);
	else
		buf_add(&b, "the record was");
	buf_add(&b, " changed since");
	if (seq != 0 && w->rep->shown) {
		buf_addf(&b, " by %s, ", s.user);
		step_when(w->app, s.at, &b);
	} else if (seq != 0) {
		buf_addf(&b, " by %s at %.16s (step %lld)", s.user, s.at,
		    (long long)seq);
	}
	undo_tell(w->app, w->rep, &w->rep->refused, ent, c->row, b.p);
	buf_clear(&b);
	step_clear(&s);
	if (w->rep->since == 0)
		w->rep->since = seq;
	w->st = ST_CONFLICT;
	return ST_OK;
}

/* The user has no right to it: E says why. What was told after TOLD lines is
 * not done. The first of these is the first line of the refusals. */
static enum status
is_denied(struct walk *w, const struct entity *ent, int64_t id, size_t told,
    struct err *e)
{
	size_t n = e != NULL ? strlen(e->text) : 0;
	char *why;

	if (n > 0 && e->text[n - 1] == '.')
		e->text[n - 1] = '\0';
	while (w->rep->what.n > told)
		free(w->rep->what.v[--w->rep->what.n]);
	why = xasprintf(": %s", n > 0 ? e->text : "you have no right to it");
	if (w->denied++ == 0)
		strs_clear(&w->rep->refused);
	undo_tell(w->app, w->rep, &w->rep->refused, ent, id, why);
	free(why);
	err_clear(e);
	return ST_OK;
}

/* Write NEXT over NOW, or tell that it may not be. */
static enum status
write_over(struct walk *w, const struct row *now, const struct row *next,
    size_t told, struct err *e)
{
	const struct row *r = now != NULL ? now : next;
	enum status st = record_write(w->app, now, next, e);

	return st == ST_DENIED ? is_denied(w, r->ent, r->id, told, e) : st;
}

/* Write what was gathered for the record at hand. */
static enum status
flush(struct walk *w, struct err *e)
{
	enum status st = ST_OK;

	if (w->next != NULL)
		st = write_over(w, w->now, w->next, w->told, e);
	row_free(w->now);
	row_free(w->next);
	w->now = w->next = NULL;
	return st;
}

static enum status
load(struct walk *w, const struct entity *ent, int64_t id, struct err *e)
{
	enum status st;

	if (w->next != NULL && w->next->ent == ent && w->next->id == id)
		return ST_OK;
	if ((st = flush(w, e)) != ST_OK)
		return st;
	st = store_load(w->app->db, ent, id, false, &w->now, e);
	if (st != ST_OK)
		return st;
	w->next = row_copy(w->now);
	w->told = w->rep->what.n;
	return ST_OK;
}

static bool
is_json(const struct row *r, const char *json)
{
	struct buf b;
	bool same;

	buf_init(&b, BUF_ROW);
	row_json(r, &b);
	same = str_eq(b.p, json);
	buf_clear(&b);
	return same;
}

static void
has_to_stay(struct walk *w, const struct entity *ent, int64_t id)
{
	struct buf b;

	if (w->rep->made != NULL)
		return;
	buf_init(&b, BUF_LINE);
	ref_text(w->app, ent, id, &b);
	w->rep->made = buf_take(&b);
}

/* Another record refers to this one: E says which. */
static enum status
is_needed(struct walk *w, const struct entity *ent, int64_t id, struct err *e)
{
	char *why = xasprintf(": %s", e->text);

	undo_tell(w->app, w->rep, &w->rep->refused, ent, id, why);
	free(why);
	err_clear(e);
	w->st = ST_CONFLICT;
	return ST_OK;
}

/* Take out what the step made. It must be as it was then; rows of other
 * versions of the program are compared field by field through JSON. */
static enum status
take_out(struct walk *w, const struct entity *ent, const struct change *c,
    struct err *e)
{
	struct row *now, *then;
	enum status st;
	size_t told;
	bool same;

	if ((st = flush(w, e)) != ST_OK)
		return st;
	st = store_load(w->app->db, ent, c->row, false, &now, e);
	if (st == ST_NOT_FOUND) {
		err_clear(e);
		return ST_OK;
	}
	if (st != ST_OK)
		return st;
	told = w->rep->what.n;
	same = is_json(now, c->new);
	if (!same) {
		struct buf b;

		buf_init(&b, BUF_ROW);
		then = row_new(ent);
		st = store_from_json(w->app->db, c->new, then, e);
		row_json(then, &b);
		same = st == ST_OK && is_json(now, b.p);
		row_free(then);
		buf_clear(&b);
	}
	if (st == ST_OK && !same)
		st = refuse(w, ent, c, e);
	else if (st == ST_OK) {
		undo_tell(w->app, w->rep, &w->rep->what, ent, c->row,
		    " is taken out");
		st = write_over(w, now, NULL, told, e);
		if (st == ST_CONFLICT) {
			if (w->rep->what.n > told)
				free(w->rep->what.v[--w->rep->what.n]);
			st = is_needed(w, ent, c->row, e);
		}
	}
	if (w->st != ST_OK)
		has_to_stay(w, ent, c->row);
	row_free(now);
	return st;
}

/* Is KEY another record's by now? Then it is told, and *OUT false. */
static enum status
key_is_free(struct walk *w, const struct entity *ent, int64_t id,
    const char *key, bool *out, struct err *e)
{
	struct buf why;
	int64_t other = 0;
	enum status st = store_by_key(w->app->db, ent, key, &other, e);

	*out = st == ST_OK && (other == 0 || other == id);
	if (st != ST_OK || *out)
		return st;
	buf_init(&why, BUF_LINE);
	buf_addf(&why, ": %s/%s is another by now: ", ent->id, key);
	title_text(w->app, ent, other, &why);
	undo_tell(w->app, w->rep, &w->rep->refused, ent, id, why.p);
	buf_clear(&why);
	w->st = ST_CONFLICT;
	return ST_OK;
}

/* Put back what the step took out, under the same id. */
static enum status
put_back(struct walk *w, const struct entity *ent, const struct change *c,
    struct err *e)
{
	struct row *r;
	bool vacant = true;
	enum status st;

	if ((st = flush(w, e)) != ST_OK)
		return st;
	if (store_exists(w->app->db, ent, c->row))
		return refuse(w, ent, c, e);
	r = row_new(ent);
	r->id = c->row;
	st = store_from_json(w->app->db, c->old, r, e);
	if (st == ST_OK && ent->key >= 0)
		st = key_is_free(w, ent, r->id, row_get(r, ent->key),
		    &vacant, e);
	if (st == ST_OK && vacant) {
		/* Told after it: only what is there has its own name. */
		st = record_write(w->app, NULL, r, e);
		if (st == ST_OK)
			undo_tell(w->app, w->rep, &w->rep->what, ent, c->row,
			    " is put back");
		else if (st == ST_DENIED)
			st = is_denied(w, ent, c->row, w->rep->what.n, e);
	}
	row_free(r);
	return st;
}

static enum status
set_value(struct walk *w, const struct entity *ent, int f,
    const struct change *c, struct err *e)
{
	const char *now = row_get(w->next, f);
	bool vacant = true;
	enum status st;

	if (f == ent->key && c->old != NULL && (st = key_is_free(w, ent,
	    c->row, c->old, &vacant, e)) != ST_OK)
		return st;
	if (!vacant)
		return ST_OK;
	if (str_eq(now, c->new)) {
		row_set(w->next, f, c->old != NULL ? c->old : "");
		undo_tell_value(w->app, w->rep, ent, c);
	} else if (!str_eq(now, c->old))
		return refuse(w, ent, c, e);
	return ST_OK;
}

static void
free_values(char **v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		free(v[i]);
	free(v);
}

static bool
member_is(const struct member *m, const struct setdef *d, const char *json)
{
	struct buf b;
	bool same;

	if (m == NULL || json == NULL)
		return m == NULL && json == NULL;
	buf_init(&b, BUF_ROW);
	member_json(m, d, &b);
	same = str_eq(b.p, json);
	buf_clear(&b);
	return same;
}

static enum status
set_member(struct walk *w, const struct entity *ent, int f,
    const struct change *c, struct err *e)
{
	const struct setdef *d = ent->fields[f].set;
	struct set *set = row_members(w->next, f);
	char **v = xcalloc(d->ncols, sizeof *v);
	const char *const *k = (const char *const *)v;
	struct member *m;
	enum status st;

	st = store_member_from_json(w->app->db, d, c->member, c->old, v, e);
	if (st == ST_OK) {
		m = set_find(set, d, k);
		if (member_is(m, d, c->new)) {
			if (c->old == NULL)
				set_drop(set, d, k);
			else
				set_put(set, d, k);
			undo_tell_value(w->app, w->rep, ent, c);
		} else if (!member_is(m, d, c->old))
			st = refuse(w, ent, c, e);
	}
	free_values(v, d->ncols);
	return st;
}

/* Did the step make this user only because something else in it named them?
 * That was made after, and so was walked already. */
static bool
made_along(struct walk *w, const struct entity *ent, const struct change *c)
{
	bool user = ent->no == ENT_user && c->field[0] == '\0' &&
	    c->old == NULL;

	w->others = w->others || !user;
	return user && w->others;
}

/* Such a user goes with the step that named them; but whose step it was stays,
 * and who is needed or was changed since. None of these stands in the way. */
static enum status
part_with(struct walk *w, const struct entity *ent, const struct change *c,
    struct err *e)
{
	size_t told = w->rep->what.n;
	struct row *now;
	enum status st;

	if ((st = flush(w, e)) != ST_OK)
		return st;
	st = store_load(w->app->db, ent, c->row, false, &now, e);
	if (st == ST_NOT_FOUND)
		err_clear(e);
	if (st != ST_OK)
		return st == ST_NOT_FOUND ? ST_OK : st;
	if (!str_ieq(row_get(now, ent->key), w->user) &&
	    is_json(now, c->new)) {
		undo_tell(w->app, w->rep, &w->rep->what, ent, c->row,
		    " is taken out");
		st = record_write(w->app, now, NULL, e);
	}
	if (st == ST_CONFLICT || st == ST_DENIED) {
		while (w->rep->what.n > told)
			free(w->rep->what.v[--w->rep->what.n]);
		err_clear(e);
		st = ST_OK;
	}
	row_free(now);
	return st;
}

/* Nothing is left of what it was. */
static enum status
refuse_erased(struct walk *w, const struct entity *ent,
    const struct change *c)
{
	undo_tell(w->app, w->rep, &w->rep->refused, ent, c->row,
	    ": the history of it was erased with a person");
	w->st = ST_CONFLICT;
	return ST_OK;
}

static enum status
one_change(void *arg, const struct change *c, struct err *e)
{
	struct walk *w = arg;
	const struct entity *ent = entity_find(c->entity);
	enum status st;
	int f;

	if (ent == NULL)
		return err_set(e, ST_CORRUPT, "The history names a kind of"
		    " record this program does not know: %s.", c->entity);
	if (c->old == NULL && c->new == NULL)
		return refuse_erased(w, ent, c);
	if (made_along(w, ent, c))
		return part_with(w, ent, c, e);
	if (c->field[0] == '\0' && c->old == NULL)
		return take_out(w, ent, c, e);
	if (c->field[0] == '\0')
		return put_back(w, ent, c, e);
	if ((f = entity_field(ent, c->field)) < 0)
		return ST_OK;
	if ((st = load(w, ent, c->row, e)) == ST_NOT_FOUND) {
		err_clear(e);
		return refuse(w, ent, c, e);
	}
	if (st != ST_OK)
		return st;
	return ent->fields[f].type == FT_SET ? set_member(w, ent, f, c, e) :
	    set_value(w, ent, f, c, e);
}

/* What was put back is not counted twice for one funder by that. */
static enum status
check_once(void *arg, const struct change *c, struct err *e)
{
	struct walk *w = arg;
	enum status st;

	if (!once_concerns(c))
		return ST_OK;
	st = once_after(w->app, c->entity, c->row, e);
	return st != ST_CONFLICT ? st : err_prefix(e, "%s: ",
	    w->cannot);
}

enum status
undo_walk(struct app *app, const struct step *s, bool except,
    const char *cannot, struct undo_report *rep, struct err *e)
{
	struct walk w = { .app = app, .rep = rep, .seq = s->seq,
	    .user = s->user, .except = except, .cannot = cannot };
	enum status st;

	if ((st = erase_refuse_undo(app, s->seq, e)) != ST_OK)
		return st;
	st = steps_changes(app->db, s->seq, true, one_change, &w, e);
	if (st == ST_OK)
		st = flush(&w, e);
	if (st == ST_OK)
		st = steps_changes(app->db, s->seq, true, check_once, &w, e);
	row_free(w.now);
	row_free(w.next);
	rep->records = (int64_t)app->step.records;
	/* Taken back in part it would count as undone, and whoever may could not
	 * take back the rest. */
	if (w.denied > 0)
		w.st = ST_DENIED;
	if (st != ST_OK || w.st == ST_OK || (except && w.denied == 0))
		return st;
	return err_set(e, w.st, "%s: %s%s.", cannot, rep->refused.n > 0 ?
	    rep->refused.v[0] : "it changed since", rep->refused.n > 1 ?
	    "; more stands in the way" : "");
}
