/* history.c - who changed what, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/history.h"

#include "app/change_text.h"
#include "app/mine_rows.h"
#include "app/options.h"
#include "app/users.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"

struct reading {
	struct app	*app;
	const struct history_query *q;
	enum status	(*fn)(void *, const struct history_line *, struct err *);
	void		*arg;
	struct history_line line;
	int64_t		 lines;
	struct buf	 member, old, new;	/* as people read them */
	struct mine_rows mine;
	int64_t		 row;		/* the record looked at last, … */
	bool		 is_mine;	/* … and what it was */
};

static void
put_value(const struct reading *r, const struct field *f, const char *value,
    struct buf *out)
{
	if (r->q->brief)
		change_brief(r->app, f, value, out);
	else
		change_value(r->app, f, value, out);
}

/* References in place of ids; a whole record stays as it was kept. */
static void
read_out(struct reading *r, const struct change *c)
{
	struct history_line *l = &r->line;
	int f = c->field[0] != '\0' ? entity_field(l->ent, c->field) : -1;

	l->member = c->member;
	l->old = c->old != NULL ? c->old : "";
	l->new = c->new != NULL ? c->new : "";
	if (f < 0 && !(r->q->brief && *c->field == '\0'))
		return;
	buf_reset(&r->member);
	buf_reset(&r->old);
	buf_reset(&r->new);
	if (f < 0) {
		change_record_brief(l->ent, l->old, &r->old);
		change_record_brief(l->ent, l->new, &r->new);
	} else {
		change_member(r->app, &l->ent->fields[f], l->member,
		    &r->member);
		l->member = r->member.p;
		put_value(r, &l->ent->fields[f], l->old, &r->old);
		put_value(r, &l->ent->fields[f], l->new, &r->new);
	}
	l->old = r->old.p;
	l->new = r->new.p;
}

/* Is ROW mine? Mostly it was the record of the change before too. */
static enum status
look_mine(struct reading *r, const struct entity *ent, int64_t row,
    struct err *e)
{
	size_t n;
	enum status st;

	if (row == r->row)
		return ST_OK;
	r->row = row;
	r->is_mine = false;
	st = mine_rows_these(&r->mine, ent, &row, 1, &n, e);
	r->is_mine = st == ST_OK && n == 1;
	return st;
}

static enum status
one_change(void *arg, const struct change *c, struct err *e)
{
	struct reading *r = arg;
	struct history_line *l = &r->line;
	enum status st;

	l->ent = entity_find(c->entity);
	if (l->ent == NULL)
		return ST_OK;
	if (r->q->mine && (st = look_mine(r, l->ent, c->row, e)) != ST_OK)
		return st;
	if (r->q->mine && !r->is_mine)
		return ST_OK;
	if (r->q->limit > 0 && r->lines >= r->q->limit)
		return ST_INTERRUPTED;
	l->row = c->row;
	l->field = c->field;
	read_out(r, c);
	r->lines++;
	return r->fn(r->arg, l, e);
}

/* Steps of laptops come in late, so an early day says nothing of those before
 * it. */
bool
history_takes(const struct app *app, const struct history_query *q,
    const struct step *s, bool *past)
{
	int day;

	*past = s->seq <= q->after;
	if (*past || (q->user != NULL && !str_eq(q->user, s->user)) ||
	    (q->not_user != NULL && (str_ieq(q->not_user, s->user) ||
	    str_eq(s->user, USERS_MAKER))))
		return false;
	if (q->since == DAY_NONE && q->until == DAY_NONE)
		return true;
	day = clock_day(clock_from_iso(s->at),
	    option_text(app->opt, OPT_TIMEZONE));
	return (q->since == DAY_NONE || day >= q->since) &&
	    (q->until == DAY_NONE || day <= q->until);
}

static enum status
one_step(void *arg, const struct step *s, struct err *e)
{
	struct reading *r = arg;
	struct step of = { 0 };
	enum status st;
	bool past;

	if (!history_takes(r->app, r->q, s, &past))
		return past ? ST_INTERRUPTED : ST_OK;
	if (r->q->limit > 0 && r->lines >= r->q->limit)
		return ST_INTERRUPTED;
	r->line = (struct history_line){ .seq = s->seq, .at = s->at,
	    .user = s->user, .node = s->node, .label = s->label };
	if (s->undoes != 0) {
		st = steps_by_id(r->app->db, s->undoes, &of, e);
		if (st != ST_OK && st != ST_NOT_FOUND)
			return st;
		r->line.undoes = of.seq;
		step_clear(&of);
	}
	/* of a record without reading the thousands of an import */
	return r->q->ent != NULL ? steps_record(r->app->db, r->q->ent->id,
	    r->q->row, s->seq, one_change, r, e) :
	    steps_changes(r->app->db, s->seq, false, one_change, r, e);
}

enum status
history_read(struct app *app, const struct history_query *q,
    enum status (*fn)(void *, const struct history_line *, struct err *),
    void *arg, struct err *e)
{
	struct reading r = { .app = app, .q = q, .fn = fn, .arg = arg,
		.mine = { .app = app } };
	enum status st;

	buf_init(&r.member, BUF_LINE);
	buf_init(&r.old, BUF_ROW);
	buf_init(&r.new, BUF_ROW);
	st = steps_walk(app->db, q->before, q->ent != NULL ? q->ent->id : NULL,
	    q->row, one_step, &r, e);
	mine_rows_clear(&r.mine);
	buf_clear(&r.member);
	buf_clear(&r.old);
	buf_clear(&r.new);
	return st;
}

int64_t
history_newest(struct app *app)
{
	int64_t seq = 0;

	return steps_newest(app->db, &seq, NULL) == ST_OK ? seq : 0;
}

char *
history_changed_by(struct app *app, const struct entity *ent, int64_t id,
    int64_t *seq)
{
	struct step s = { 0 };
	char *user = NULL;
	int64_t last = 0;

	if (steps_touched(app->db, ent->id, id, NULL, NULL, *seq, &last,
	    NULL) != ST_OK || last == 0)
		return NULL;
	if (steps_get(app->db, last, &s, NULL) == ST_OK) {
		user = xstrdup(s.user);
		*seq = last;
	}
	step_clear(&s);
	return user;
}
