/* besides.c - what rules changed beside the record one changed, as sentences.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/besides.h"

#include <stdlib.h>

#include "app/change_text.h"
#include "app/places.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "db/steps.h"

/* Of record ID, 0 of none: all changes since number FROM. */
static void
add_span(struct app *app, struct besides *out, int64_t id, int64_t from)
{
	if ((out->n & (out->n - 1)) == 0)
		out->v = xreallocarray(out->v, out->n > 0 ? 2 * out->n : 1,
		    sizeof *out->v);
	out->v[out->n++] = (struct besides_span){ id, from,
	    app->step.changes };
}

enum status
besides_change(struct app *app, const struct row *base, struct row *mine,
    struct clashes *clashes, struct besides *out, struct err *e)
{
	int64_t from = app->step.changes, records = app->step.records;
	int64_t own = app->step.record != base->id;
	enum status st = record_change(app, base, mine, clashes, e);

	if (st != ST_OK || app->step.records - records <= own)
		return st;
	add_span(app, out, base->id, from);
	return ST_OK;
}

void
besides_clear(struct besides *b)
{
	free(b->v);
	*b = (struct besides){ 0 };
}

struct telling {
	struct app	*app;
	const struct besides *of;
	size_t		 span;		/* at hand */
	int64_t		 at;		/* number of the change */
	struct strs	*out;
};

static void
add_value(struct app *app, const struct field *f, const char *value,
    struct buf *b)
{
	if (value == NULL || *value == '\0')
		buf_add(b, "(empty)");
	else if (f->type == FT_SET)
		change_words(value, b);
	else
		change_value(app, f, value, b);
}

static bool
says_nothing(const char *json)
{
	struct buf b;
	bool nothing;

	buf_init(&b, BUF_LINE);
	change_words(json, &b);
	nothing = b.n == 0;
	buf_clear(&b);
	return nothing;
}

static void
add_change(struct app *app, const struct entity *ent, const struct change *c,
    struct buf *b)
{
	int i = entity_field(ent, c->field);

	if (i < 0) {
		buf_add(b, c->new == NULL ? ": taken out" : ": added");
		return;
	}
	buf_addf(b, " %s", c->field);
	if (c->member[0] != '\0') {
		buf_addc(b, ' ');
		change_member(app, &ent->fields[i], c->member, b);
	}
	/* A member of which nothing more is said comes or goes. */
	if (c->member[0] != '\0' && (c->old == NULL || says_nothing(c->old)) &&
	    (c->new == NULL || says_nothing(c->new))) {
		buf_add(b, c->new == NULL ? " taken out" : " added");
		return;
	}
	buf_add(b, ": ");
	add_value(app, &ent->fields[i], c->old, b);
	buf_add(b, " -> ");
	add_value(app, &ent->fields[i], c->new, b);
}

static void
tell(struct telling *t, const struct change *c)
{
	const struct entity *ent = entity_find(c->entity);
	struct buf b;

	if (ent == NULL || (ent->no == ENT_user && c->field[0] == '\0'))
		return;
	buf_init(&b, BUF_ROW);
	ref_text(t->app, ent, c->row, &b);
	add_change(t->app, ent, c, &b);
	buf_add(&b, " (");
	title_text(t->app, ent, c->row, &b);
	buf_addc(&b, ')');
	strs_take(t->out, buf_take(&b));
}

static enum status
tell_one(void *arg, const struct change *c, struct err *e)
{
	struct telling *t = arg;
	const struct besides *of = t->of;
	int64_t at = t->at++;

	(void)e;
	while (t->span < of->n && at >= of->v[t->span].to)
		t->span++;
	if (t->span < of->n && at >= of->v[t->span].from &&
	    c->row != of->v[t->span].id)
		tell(t, c);
	return ST_OK;
}

enum status
besides_tell(struct app *app, struct besides *b, struct strs *out,
    struct err *e)
{
	struct telling t = { .app = app, .of = b, .out = out };
	int64_t from = app->step.changes;
	enum status st = places_fill(app, e);

	if (st != ST_OK)
		return st;
	if (app->step.changes > from)
		add_span(app, b, 0, from);
	return b->n == 0 ? ST_OK :
	    steps_changes(app->db, app->step.seq, false, tell_one, &t, e);
}
