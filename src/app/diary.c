/* diary.c - a week, day by day: what is on, what is due, what clashes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/diary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/diary_impl.h"
#include "app/terms.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/tables.h"

enum {
	WORKING = 5,		/* days of the week that are always shown */
	LONG = 6		/* what lasts so many days is shown once a week */
};

const char *const diary_layers[DIARY_LAYERS + 1] = {
	[DIARY_MINE] = "mine", [DIARY_TEAM] = "team",
	[DIARY_BOROUGH] = "borough", NULL
};

static void
item_clear(struct diary_item *it)
{
	free(it->kind);
	free(it->title);
	free(it->who);
	free(it->state);
}

void
diary_clear(struct diary *d)
{
	for (size_t i = 0; i < d->n; i++)
		item_clear(&d->v[i]);
	free(d->v);
	free(d->closed);
	free(d->whose);
	for (int i = 0; i < d->ngaps; i++)
		free(d->gap[i].name);
	memset(d, 0, sizeof *d);
}

static void
reading_clear(struct reading *rd)
{
	for (size_t i = 0; i < rd->n; i++)
		diary_entry_clear(&rd->entry[i]);
	free(rd->entry);
	free(rd->place);
	who_clear(&rd->users);
	who_clear(&rd->schools);
	strs_clear(&rd->las);
}

/* --- days ---------------------------------------------------------------- */

static struct diary_item *
add_item(struct diary *d, int day)
{
	struct diary_item *it;

	d->v = xreallocarray(d->v, d->n + 1, sizeof *d->v);
	it = &d->v[d->n++];
	*it = (struct diary_item){ .day = day, .first = day, .last = day,
	    .from = -1, .to = -1, .cls = DIARY_ALL_DAY, .field = -1 };
	return it;
}

static bool
is_long(const struct entry *n)
{
	return n->last - n->it.day + 1 >= LONG;
}

/* Is N on that day? What lasts rests at the weekend, where it does not begin
 * or end there. */
static bool
is_on(const struct entry *n, int day)
{
	if (day < n->it.day || day > n->last)
		return false;
	return day_weekday(day) < WORKING || day == n->it.day ||
	    day == n->last;
}

/* Is it shown on DAY whether it clashes or not? */
static bool
is_shown(const struct diary *d, const struct entry *n, int day)
{
	return !is_long(n) || day == n->it.day || day == d->first;
}

/* "to Fri 18 Dec" */
static char *
until(const struct entry *n, int today)
{
	char day[24];

	day_short(n->last, today, day);
	return xasprintf("to %s", day);
}

/* A copy of N's on DAY. */
static void
put_entry(struct diary *d, const struct entry *n, int day, int today)
{
	struct diary_item *it = add_item(d, day);

	*it = n->it;
	it->day = day;
	it->kind = xstrdup(n->it.kind);
	it->title = xstrdup(n->it.title);
	it->who = xstrdup(n->it.who);
	it->state = is_long(n) && day < n->last ? until(n, today) :
	    xstrdup(n->it.state);
}

/* The line of a clash stands under what one of us can move: never under an
 * event, else under the later. */
static bool
is_under(const struct entry *n, const struct entry *other, bool later)
{
	if (n->c.kind == CLASH_EVENT)
		return false;
	return other->c.kind == CLASH_EVENT || later;
}

/* What is over clashes no more. */
static enum status
put_clashes(struct reading *rd, struct entry *const *v, size_t n, size_t at,
    int day, struct err *e)
{
	enum status st = ST_OK;
	char *words;

	for (size_t i = 0; i < n && !st && day >= rd->app->today; i++) {
		struct diary_item *it;

		if (i == at || !v[i]->clashes || !v[at]->clashes ||
		    !is_under(v[at], v[i], i < at))
			continue;
		st = diary_clash_words(rd, v[at], v[i], &words, e);
		if (st || words == NULL)
			continue;
		it = add_item(rd->d, day);
		it->cls = v[at]->it.cls;
		it->ent = v[i]->it.ent;
		it->id = v[i]->it.id;
		it->clash = true;
		it->kind = xstrdup("clash");
		it->title = words;
		it->who = xstrdup("");
		it->state = xstrdup("");
		rd->d->clashes++;
	}
	return st;
}

static int
by_time(const void *a, const void *b)
{
	const struct diary_item *x = &(*(struct entry *const *)a)->it;
	const struct diary_item *y = &(*(struct entry *const *)b)->it;
	int c;

	if (x->cls != y->cls)
		return (int)x->cls - (int)y->cls;
	c = strcmp(x->time, y->time);
	return c ? c : x->id < y->id ? -1 : x->id > y->id;
}

/* What keeps all schools shut, and where a term begins. */
static void
put_calendar(struct diary *d, const struct calendar *cal, int day)
{
	const char *shut = cal_title(cal, day);
	bool begins = cal_term_first(cal, day) == day;
	struct diary_item *it;

	if (day_weekday(day) >= WORKING || (shut == NULL && !begins))
		return;
	it = add_item(d, day);
	it->whole = true;
	it->ent = &term_entity;
	it->kind = xstrdup(begins ? "Term" : "No school");
	it->title = xstrdup(begins ? "First day of the term" : shut);
	it->who = xstrdup("");
	it->state = xstrdup(cal_usual(cal, day) &&
	    cal_working(cal, day) ? "usual dates" : "");
}

static enum status
put_day(struct reading *rd, const struct calendar *cal, int day, struct err *e)
{
	struct entry **v = xcalloc(rd->n + 1, sizeof *v);
	enum status st = ST_OK;
	bool said = false;
	size_t n = 0, at;

	for (size_t i = 0; i < rd->n; i++)
		if (is_on(&rd->entry[i], day))
			v[n++] = &rd->entry[i];
	qsort(v, n, sizeof *v, by_time);
	for (size_t i = 0; i < n && !st; i++) {
		if (!said && v[i]->it.cls != DIARY_TIMED) {
			put_calendar(rd->d, cal, day);
			said = true;
		}
		at = rd->d->n;
		put_entry(rd->d, v[i], day, rd->app->today);
		st = put_clashes(rd, v, n, i, day, e);
		if (rd->d->n == at + 1 && !is_shown(rd->d, v[i], day))
			item_clear(&rd->d->v[--rd->d->n]);
	}
	if (!said)
		put_calendar(rd->d, cal, day);
	free(v);
	return st;
}

/* "Half term"; a bank holiday of the week says less. */
static const char *
why_closed(const struct calendar *cal, int first)
{
	const char *why = NULL;

	for (int day = first; day < first + WORKING; day++)
		if (cal_title(cal, day) != NULL &&
		    (why == NULL || cal_working(cal, day)))
			why = cal_title(cal, day);
	return why != NULL ? why : "";
}

static enum status
put_week(struct reading *rd, struct err *e)
{
	struct calendar *cal;
	struct diary *d = rd->d;
	enum status st = terms_calendar(rd->app, 0, &cal, e);

	if (st)
		return st;
	for (size_t i = 0; i < rd->n; i++)	/* they no longer move */
		if (rd->entry[i].nplaces > 0) {
			rd->entry[i].c.place = rd->place + rd->entry[i].place;
			rd->entry[i].c.nplaces = rd->entry[i].nplaces;
		}
	for (int i = 0; i < DIARY_WEEK && !st; i++) {
		st = put_day(rd, cal, d->first + i, e);
	}
	d->week = cal_week_of_term(cal, d->first);
	d->closed = xstrdup(d->week == 0 ? why_closed(cal, d->first) : "");
	cal_free(cal);
	return st;
}

/* --- reading ------------------------------------------------------------- */

static enum status
read_all(struct reading *rd, struct err *e)
{
	enum status st = diary_find_who(rd, e);

	if (!st)
		st = diary_find_rows(rd, e);
	if (!st)
		st = put_week(rd, e);
	return st ? st : diary_find_gaps(rd->app, rd->d, e);
}

enum status
diary_read(struct app *app, int day, enum diary_layer layer,
    struct diary *out, struct err *e)
{
	struct diary d = { .first = day - day_weekday(day), .layer = layer };
	struct reading rd = { .app = app, .d = &d };
	bool reading = !db_in_transaction(app->db);
	enum status st;

	if (d.first < year_first_day(CAL_FIRST) ||
	    d.first + DIARY_WEEK > year_last_day(CAL_LAST - 1))
		return err_set(e, ST_INVALID, "The diary goes from 1990 to"
		    " 2100: say a day of these years.");
	st = reading ? db_read_begin(app->db, e) : ST_OK;
	if (st)
		return st;
	day_iso(d.first, rd.first);
	day_iso(d.first + DIARY_WEEK - 1, rd.last);
	st = read_all(&rd, e);
	if (reading)
		db_read_end(app->db);
	reading_clear(&rd);
	if (st)
		diary_clear(&d);
	else
		*out = d;
	return st;
}

const char *
diary_time(const struct diary_item *it, bool shortly)
{
	if (it->clash)
		return "!";
	if (*it->time != '\0')
		return it->time;
	if (it->cls == DIARY_DUE)
		return "due";
	return !it->whole ? "" : shortly ? "all d" : "all day";
}

bool
diary_shows(const struct diary *d, int day)
{
	if (day_weekday(day) < WORKING)
		return true;
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].day == day)
			return true;
	return false;
}

/* "Mon 23 Nov 2026" without its year (4), its month (8) and weekday. */
static void
add_day(int day, int less, bool shortly, struct buf *out)
{
	char text[24];
	size_t n;

	day_long(day, text);
	n = strlen(text);
	text[n - (less == 0 ? 0 : less == 4 ? 5 : 9)] = '\0';
	buf_add(out, text + (shortly ? 4 : 0));
}

void
diary_heading(const struct diary *d, bool shortly, struct buf *out)
{
	int last = d->first + WORKING - 1, y, m, day, y2, m2, day2;

	while (last < d->first + DIARY_WEEK - 1 && diary_shows(d, last + 1))
		last++;
	day_to_ymd(d->first, &y, &m, &day);
	day_to_ymd(last, &y2, &m2, &day2);
	add_day(d->first, y != y2 || m != m2 ? 4 : 8, shortly, out);
	buf_add(out, shortly && m == m2 ? "-" : " - ");
	add_day(last, 0, shortly, out);
	buf_add(out, shortly ? "  " : "   ");
	if (d->week > 0)
		buf_addf(out, shortly ? "week %d" : "week %d of the term",
		    d->week);
	else
		buf_add(out, *d->closed ? d->closed : "no school");
}
