/* terms.c - term dates as they are in the data: the calendar of a school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/terms.h"

#include <stdlib.h>

#include "app/rulebook.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/terms.h"

/* One typed span, and how near it is. */
struct typed {
	struct cal_span	 span;
	int		 near, year;
};
struct reading {
	struct typed	*v;
	size_t		 n;
};

/* What a kind of term date is to the calendar. */
static enum cal_kind
kind_of(const char *word)
{
	static const struct { const char *word; enum cal_kind kind; } kinds[] = {
		{ "term", CAL_TERM }, { "half term", CAL_HOLIDAY },
		{ "holiday", CAL_HOLIDAY }, { "bank holiday", CAL_BANK },
		{ "inset day", CAL_INSET },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (str_eq(kinds[i].word, word))
			return kinds[i].kind;
	return CAL_HOLIDAY;
}

static void
on_term(void *arg, const struct term_row *r)
{
	struct reading *rd = arg;
	struct typed t = { .near = r->near };

	t.span.kind = kind_of(r->kind);
	t.span.from = day_from_iso(r->from);
	t.span.to = day_from_iso(r->to);
	if (t.span.from == DAY_NONE || t.span.to == DAY_NONE)
		return;
	t.span.title = xstrdup(r->title);
	t.year = year_of_day(t.span.from);
	rd->v = xreallocarray(rd->v, rd->n + 1, sizeof *rd->v);
	rd->v[rd->n++] = t;
}

/* Does something nearer say which terms the academic year of T has? */
static bool
is_outdone(const struct reading *rd, const struct typed *t)
{
	if (t->span.kind != CAL_TERM && t->span.kind != CAL_HOLIDAY)
		return false;
	for (size_t i = 0; i < rd->n; i++)
		if (rd->v[i].span.kind == CAL_TERM &&
		    rd->v[i].year == t->year && rd->v[i].near > t->near)
			return true;
	return false;
}

static enum status
read_bank(struct app *app, struct bank_days *out, struct err *e)
{
	struct rulebook b = { 0 };
	enum status st = rulebook_open(app->opt, "bank-holidays.csv", &b, e);

	if (st == ST_OK)
		st = bank_days_load(b.hub.text != NULL ? &b.hub : NULL,
		    CAL_FIRST, CAL_LAST, out, e);
	rulebook_close(&b);
	return st;
}

enum status
terms_calendar(struct app *app, int64_t school, struct calendar **out,
    struct err *e)
{
	struct reading rd = { NULL, 0 };
	struct bank_days bank = { NULL, 0 };
	struct cal_span *spans;
	enum status st = read_bank(app, &bank, e);
	size_t n = 0;

	if (st == ST_OK)
		st = terms_for(app->db, school, on_term, &rd, e);
	if (st == ST_OK) {
		spans = xreallocarray(NULL, rd.n + 1, sizeof *spans);
		for (size_t i = 0; i < rd.n; i++)
			if (!is_outdone(&rd, &rd.v[i]))
				spans[n++] = rd.v[i].span;
		*out = cal_new(spans, n, &bank);
		free(spans);
	}
	for (size_t i = 0; i < rd.n; i++)
		free(rd.v[i].span.title);
	free(rd.v);
	bank_days_clear(&bank);
	return st;
}

static int
next_term(void *arg, int day)
{
	struct calendar *cal;
	int next;

	if (terms_calendar(arg, 0, &cal, NULL) != ST_OK)
		return DAY_NONE;
	next = cal_next_term(cal, day);
	cal_free(cal);
	return next;
}

static const struct app *serving;

void
terms_serve(struct app *app)
{
	serving = app;
	date_terms_are(&(struct date_terms){ next_term, app });
}

void
terms_forget(const struct app *app)
{
	if (app == serving)
		date_terms_are(NULL);
}
