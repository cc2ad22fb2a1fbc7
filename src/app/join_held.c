/* join_held.c - what both of two that become one held, and nobody holds twice.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/join_int.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/joined.h"
#include "db/store.h"
#include "model/id.h"
#include "model/tables.h"

/* Two of ENT are the same when they agree in the fields SAME; those that last
 * from a day to a day (SPAN), when these overlap. Then they are one: the one
 * whose value of RANK stands further to the front says what is, and alone gives
 * the fields that only explain that value (WITH); a span is both together. One
 * with the value OVER is past: it is the same only when nothing in the other
 * speaks against it. */
static const struct once {
	const char	*ent, *same;
	const char	*rank, *with;
	const char	*ranks;		/* words, "|" between them */
	bool		 span;
	const char	*over;
} held_once[] = {
	{ "role",	"contact organisation role", "training", "",
	  "done|in progress|booked|none", true, NULL },
	{ "member",	"cluster organisation", NULL, NULL, NULL, true, NULL },
	{ "booking",	"cpd contact", "status", "hours replaced_by",
	  "attended|absent|booked|waiting|apologies|cancelled", false, NULL },
	{ "match",	"volunteer school", "status", "reason",
	  "working|met|introduced|paused|proposed|ended", true, "ended" },
	{ "volunteer",	"contact kind", "stage", "reason dbs_status dbs_date",
	  "matched|resting|checked|inducted|signed up|enquiry|closed", false,
	  NULL },
	{ "recipient",	"notice contact organisation", "status",
	  "reason sent next", "replied|declined|sent|bounced|to send|left out",
	  false, NULL },
};

static const struct once *
once_of(const struct entity *ent)
{
	for (size_t i = 0; i < COUNT_OF(held_once); i++)
		if (str_eq(held_once[i].ent, ent->id))
			return &held_once[i];
	return NULL;
}

/* --- are they the same? -------------------------------------------------- */

static bool
same_thing(const struct once *o, const struct row *a, const struct row *b)
{
	struct strs same = { 0 };
	bool is = true;

	str_words(&same, o->same);
	for (size_t i = 0; i < same.n; i++) {
		int f = entity_field(a->ent, same.v[i]);

		is = is && (row_same(a, b, f) ||
		    (!(a->ent->fields[f].flags & FF_REQUIRED) &&
		    (row_is_empty(a, f) || row_is_empty(b, f))));
	}
	strs_clear(&same);
	return is;
}

/* May FIELD, when one of the two leaves it empty, be taken from the other? A
 * day that is empty says that it was always, or lasts. */
static bool
may_fill(const struct field *f)
{
	return f->type != FT_DATE && !(f->flags & FF_REQUIRED);
}

/* The day on which a booking was made is no part of what it says. */
static bool
is_aside(const struct row *r, int f)
{
	return (r->ent->fields[f].flags & (FF_DERIVED | FF_SYSTEM)) ||
	    str_eq(r->ent->fields[f].id, "made");
}

/* Nothing in one speaks against the other. */
static bool
agree(const struct row *a, const struct row *b)
{
	for (size_t i = 0; i < a->ent->nfields; i++) {
		int f = (int)i;

		if (is_aside(a, f) || row_same(a, b, f) ||
		    (may_fill(&a->ent->fields[i]) &&
		    (row_is_empty(a, f) || row_is_empty(b, f))))
			continue;
		return false;
	}
	return true;
}

/* The last day of R, when it has one, is before the first of OTHER. */
static bool
is_before(const struct row *r, const struct row *other)
{
	const char *to = row_get(r, entity_field(r->ent, "to"));
	const char *from = row_get(other, entity_field(r->ent, "from"));

	return *to != '\0' && *from != '\0' && strcmp(to, from) < 0;
}

static bool
lasts(const struct row *r, int today)
{
	int to = row_day(r, entity_field(r->ent, "to"));

	return to == DAY_NONE || to >= today;
}

static bool
is_over(const struct once *o, const struct row *r)
{
	return o->over != NULL &&
	    row_is(r, entity_field(r->ent, o->rank), o->over);
}

/* Two that hold the same: are they one? */
static bool
are_one(const struct once *o, const struct row *a, const struct row *b,
    int today)
{
	if (!o->span)
		return true;
	if (is_over(o, a) || is_over(o, b))
		return agree(a, b);
	return (!is_before(a, b) && !is_before(b, a)) ||
	    (o->over != NULL && lasts(a, today) && lasts(b, today));
}

/* --- what the one says then ---------------------------------------------- */

static size_t
rank(const struct once *o, const struct row *r)
{
	struct strs ranks = { 0 };
	size_t i = 0;

	str_split(&ranks, o->ranks, '|');
	while (i < ranks.n && !str_eq(ranks.v[i],
	    row_get(r, entity_field(r->ent, o->rank))))
		i++;
	strs_clear(&ranks);
	return i;
}

/* Of two days the first, or the LAST; none says that it was always, or lasts. */
static void
take_day(const struct row *a, const struct row *b, const char *field,
    bool last, struct row *out)
{
	int f = entity_field(out->ent, field);
	const char *x, *y;

	if (f < 0)
		return;
	x = row_get(a, f);
	y = row_get(b, f);
	row_set(out, f, *x == '\0' || *y == '\0' ? "" :
	    (strcmp(x, y) < 0) != last ? x : y);
}

/* What FIRST leaves empty is what THEN says; notes of both. */
static void
fill(const struct once *o, const struct row *first, const struct row *then,
    struct row *out)
{
	bool same = o->rank == NULL || rank(o, first) == rank(o, then);

	for (size_t i = 0; i < out->ent->nfields; i++) {
		const struct field *f = &out->ent->fields[i];
		const char *a, *b;
		char *both;

		if (is_aside(out, (int)i) || f->type == FT_SET)
			continue;
		a = row_get(first, (int)i);
		b = row_get(then, (int)i);
		if (*a == '\0' && (same || !str_in(f->id, o->with)))
			row_set(out, (int)i, b);
		else
			row_set(out, (int)i, a);
		if (f->type == FT_NOTE && *a != '\0' && *b != '\0' &&
		    !str_eq(a, b)) {
			both = xasprintf("%s\n%s", a, b);
			row_set(out, (int)i, both);
			free(both);
		}
	}
	take_day(first, then, "made", false, out);
	if (o->span) {
		take_day(first, then, "from", false, out);
		take_day(first, then, "to", true, out);
	}
}

/* GONE is archived: it went into ROW. */
static enum status
send_away(struct app *app, const struct row *gone, const struct row *row,
    struct err *e)
{
	char code[ID_SHOWN], *why;
	enum status st;

	id_shown(row->id, code);
	why = xasprintf(JOINED_INTO "%s/%s", row->ent->id, code);
	st = record_archive(app, gone->ent, gone->id, why, e);
	free(why);
	return st;
}

/* What only MOVED knows goes to OWN, with what names it; MOVED is archived. What
 * lasts longer then may be one with more of BY. */
static enum status
keep_once(struct app *app, const struct once *o, const struct row *moved,
    const struct row *own, const struct refs *by, struct told *told,
    struct err *e)
{
	struct row *mine = row_copy(own);
	bool newer = o->rank != NULL && rank(o, moved) < rank(o, own);
	enum status st;

	fill(o, newer ? moved : own, newer ? own : moved, mine);
	st = record_write(app, own, mine, e);
	if (st == ST_OK)
		st = join_move(app, own->ent, moved->id, own->id, told, e);
	if (st == ST_OK)
		st = send_away(app, moved, own, e);
	if (st == ST_OK)
		told_add(app, told, "held by both, kept once", own, NULL);
	if (st == ST_OK && o->span)
		st = join_held(app, mine, by, told, e);
	row_free(mine);
	return st;
}

static enum status
settle(struct app *app, const struct once *o, const struct row *moved,
    const struct row *own, const struct refs *by, bool *done,
    struct told *told, struct err *e)
{
	if (!row_is_empty(own, entity_field(own->ent, "archived")) ||
	    !same_thing(o, own, moved) || !are_one(o, own, moved, app->today))
		return ST_OK;
	*done = true;
	return keep_once(app, o, moved, own, by, told, e);
}

enum status
join_held(struct app *app, const struct row *moved, const struct refs *by,
    struct told *told, struct err *e)
{
	const struct once *o = once_of(moved->ent);
	enum status st = ST_OK;
	bool done = o == NULL ||
	    !row_is_empty(moved, entity_field(moved->ent, "archived"));

	for (size_t i = 0; i < by->n && st == ST_OK && !done; i++) {
		struct row *own;

		if (by->v[i].ent != moved->ent || by->v[i].id == moved->id)
			continue;
		st = store_load(app->db, moved->ent, by->v[i].id, false, &own,
		    e);
		if (st != ST_OK)
			break;
		st = settle(app, o, moved, own, by, &done, told, e);
		row_free(own);
	}
	return st;
}
