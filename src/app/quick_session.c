/* quick_session.c - which CPD session a line is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one of this week that fits; of the day, when the line says one; to book
 * a place, else the next there is.
 */
#include "app/quick_int.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

#define AHEAD	200	/* days in which a place may be booked */

/* A day said anywhere in the line. */
static int
said_day(const struct reading *r)
{
	for (size_t i = r->verb_part + 2; i < r->parts.n; i++) {
		struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
		    .start = -1, .finish = -1 };
		bool good = when_read(r->parts.v[i].text, r->look->today,
		    DATE_BACK, &when) && when.fault == NULL;

		free(when.fault);
		if (good && when.day != DAY_NONE)
			return when.day;
	}
	return DAY_NONE;
}

/* Does the title fit TEXT, and how well? */
static enum status
fit_sessions(struct reading *r, const char *text, const struct ids *week,
    struct cands *out, struct err *e)
{
	struct cands all = { 0 };
	int best = NAME_BEGINNINGS;
	enum status st = names_look(r->look, NK_CPD, text, &all, e);

	for (int pass = 0; pass < 2 && st == ST_OK; pass++)
		for (size_t k = 0; k < week->n; k++)
			for (size_t i = 0; i < all.n; i++) {
				if (all.v[i].id != week->v[k])
					continue;
				if (pass == 0 && all.v[i].class > best)
					best = all.v[i].class;
				if (pass == 1 && all.v[i].class >= best)
					cand_push(out, &all.v[i]);
			}
	cands_free(&all);
	return st;
}

static enum status
all_sessions(struct reading *r, const struct ids *week, struct cands *out,
    struct err *e)
{
	for (size_t i = 0; i < week->n; i++) {
		char *title;
		enum status st = record_name(r, ENT_cpd, week->v[i], &title, e);

		if (st != ST_OK)
			return st;
		cand_push(out, &(struct cand){ .kind = NK_CPD,
		    .id = week->v[i], .title = title });
		free(title);
	}
	return ST_OK;
}

/* Does the line book places or give them back, rather than say who came? */
static bool
is_booking(const struct reading *r)
{
	static const char *const words[] = { "book", "waiting", "cancelled",
	    "apologies" };

	for (size_t i = r->verb_part + 2; i < r->parts.n; i++)
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			if (str_istarts(r->parts.v[i].text, words[k]))
				return true;
	return false;
}

static void
no_session(struct reading *r, const char *text, int from, int to)
{
	char a[24], z[24];

	day_short(from, r->look->today, a);
	day_short(to, r->look->today, z);
	if (from == to)
		read_fault(r, "no CPD session \"%s\" on %s", text, a);
	else
		read_fault(r, "no CPD session \"%s\" this week, %s to %s: add "
		    "its day, cpd %s; 12/11; came ...", text, a, z, text);
}

/* "LMI in the curriculum, Tue 17 Nov" */
static enum status
session_choice(struct reading *r, const struct cand *c, struct strs *choices,
    struct err *e)
{
	struct row *row;
	char day[24];
	enum status st = r->look->load(r->look->arg, entities[ENT_cpd], c->id,
	    &row, e);

	if (st != ST_OK)
		return st;
	day_short(row_day(row, F_cpd_date), r->look->today, day);
	strs_take(choices, xasprintf("%s, %s", c->title, day));
	row_free(row);
	return ST_OK;
}

enum status
session_find(struct reading *r, const char *text, int64_t *out, struct err *e)
{
	int day = said_day(r), today = r->look->today, from, to;
	struct ids week = { 0 };
	struct cands cs = { 0 };
	struct strs choices = { 0 };
	size_t picked = 0;
	enum status st;

	from = day != DAY_NONE ? day : today - day_weekday(today);
	to = day != DAY_NONE ? day : from + 6;
	*out = 0;
	st = r->look->ids(r->look->arg, LOOK_SESSIONS, 0, from, to, &week, e);
	if (st == ST_OK)
		st = *text != '\0' ? fit_sessions(r, text, &week, &cs, e) :
		    all_sessions(r, &week, &cs, e);
	if (st == ST_OK && cs.n == 0 && day == DAY_NONE && is_booking(r)) {
		ids_clear(&week);	/* the next one there is */
		st = r->look->ids(r->look->arg, LOOK_SESSIONS, 0, today,
		    today + AHEAD, &week, e);
		if (st == ST_OK)
			st = fit_sessions(r, text, &week, &cs, e);
	}
	for (size_t i = 0; i < cs.n && st == ST_OK; i++)
		st = session_choice(r, &cs.v[i], &choices, e);
	if (st == ST_OK && cs.n == 0)
		no_session(r, text, from, to);
	else if (st == ST_OK && (cs.n == 1 || read_ask(r, "which session? ",
	    &choices, NULL, &picked)))
		*out = cs.v[picked].id;
	strs_clear(&choices);
	cands_free(&cs);
	ids_clear(&week);
	return st;
}
