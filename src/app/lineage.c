/* lineage.c - which schools a school took over from, and which it went on to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/lineage.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"

enum status
lineage_links(struct app *app, int64_t school, bool after,
    struct lineage_links *out, struct err *e)
{
	struct lineage_links l = { 0 };
	struct stmt *s;
	enum status st;
	bool more;

	st = db_stmt(app->db, after ? Q_SUCCESSION_AFTER :
	    Q_SUCCESSION_BEFORE, &s, e);
	if (st == ST_OK)
		st = db_bindf(s, e, "l", school);
	while (st == ST_OK && (st = db_step(s, &more, e)) == ST_OK && more) {
		l.v = xreallocarray(l.v, l.n + 1, sizeof *l.v);
		l.v[l.n++] = (struct lineage_link){ .school = db_int(s, 1),
			.day = day_from_iso(db_text(s, 2)),
			.split = str_eq(db_text(s, 3), "split"),
			.merged = str_eq(db_text(s, 3), "merged") };
	}
	if (st != ST_OK)
		lineage_links_clear(&l);
	else
		*out = l;
	return st;
}

void
lineage_links_clear(struct lineage_links *l)
{
	free(l->v);
	*l = (struct lineage_links){ 0 };
}

static enum status
first_day(struct app *app, int64_t school, int *day, struct err *e)
{
	struct lineage_links l;
	enum status st = lineage_links(app, school, false, &l, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < l.n; i++)
		if (*day == DAY_NONE || l.v[i].day > *day)
			*day = l.v[i].day;
	lineage_links_clear(&l);
	return ST_OK;
}

static enum status
last_day(struct app *app, int64_t school, struct lineage_span *s,
    struct err *e)
{
	struct lineage_links l;
	enum status st = lineage_links(app, school, true, &l, e);

	if (st != ST_OK)
		return st;
	if (l.n > 0 && l.v[0].day != DAY_NONE) {
		s->next = l.v[0].school;
		if (s->last == DAY_NONE || l.v[0].day - 1 < s->last)
			s->last = l.v[0].day - 1;
	}
	lineage_links_clear(&l);
	return ST_OK;
}

enum status
lineage_span(struct app *app, int64_t school, struct lineage_span *out,
    struct err *e)
{
	struct row *row;
	enum status st = store_load(app->db, entities[ENT_school], school,
	    false, &row, e);

	if (st != ST_OK)
		return st;
	*out = (struct lineage_span){ .first = row_day(row, F_school_opened),
	    .last = row_day(row, F_school_closed) };
	row_free(row);
	if (out->first == DAY_NONE)
		st = first_day(app, school, &out->first, e);
	return st == ST_OK ? last_day(app, school, out, e) : st;
}

static void
add(struct lineage *l, int64_t school, int until, bool split)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].school == school)
			return;
	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	l->v[l->n++] = (struct forebear){ school, until, split };
}

/* The school itself comes first while they are read, so that a circle ends. */
enum status
lineage_of(struct app *app, int64_t school, struct lineage *out,
    struct err *e)
{
	struct lineage l = { 0 };
	struct lineage_links links;
	enum status st = ST_OK;

	add(&l, school, INT_MAX, false);
	for (size_t i = 0; i < l.n && st == ST_OK; i++) {
		st = lineage_links(app, l.v[i].school, false, &links, e);
		if (st != ST_OK)
			break;
		for (size_t k = 0; k < links.n; k++) {
			const struct lineage_link *x = &links.v[k];
			int until = x->day == DAY_NONE ? INT_MAX : x->day - 1;

			if (until > l.v[i].until)
				until = l.v[i].until;
			add(&l, x->school, until, x->split || l.v[i].split);
		}
		lineage_links_clear(&links);
	}
	if (st != ST_OK) {
		lineage_clear(&l);
		return st;
	}
	l.n--;
	for (size_t i = 0; i < l.n; i++)
		l.v[i] = l.v[i + 1];
	*out = l;
	return ST_OK;
}

void
lineage_clear(struct lineage *l)
{
	free(l->v);
	*l = (struct lineage){ 0 };
}
