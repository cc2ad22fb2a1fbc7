/* calendar.c - working days, school days and school weeks of one place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/calendar.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "model/calendar_impl.h"

#define FRIDAY	4

/* --- periods ------------------------------------------------------------- */

void
periods_add(struct periods *ps, struct period p)
{
	ps->v = xreallocarray(ps->v, ps->n + 1, sizeof *ps->v);
	ps->v[ps->n++] = p;
	if (p.to - p.from >= ps->longest)
		ps->longest = p.to - p.from + 1;
}

static int
by_from(const void *a, const void *b)
{
	const struct period *p = a, *q = b;

	if (p->from != q->from)
		return p->from < q->from ? -1 : 1;
	return (p->to > q->to) - (p->to < q->to);
}

void
periods_sort(struct periods *ps)
{
	if (ps->n > 1)
		qsort(ps->v, ps->n, sizeof *ps->v, by_from);
}

/* Index of the first that begins after DAY. */
static size_t
after(const struct periods *ps, int day)
{
	size_t lo = 0, hi = ps->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (ps->v[mid].from <= day)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const struct period *
periods_at(const struct periods *ps, int day)
{
	for (size_t i = after(ps, day); i-- > 0 &&
	    day - ps->v[i].from < ps->longest; )
		if (ps->v[i].to >= day)
			return &ps->v[i];
	return NULL;
}

/* --- what it knows ------------------------------------------------------- */

static int
first_known(void)
{
	return year_first_day(CAL_FIRST);
}

static int
last_known(void)
{
	return year_last_day(CAL_LAST - 1);
}

static bool
known(int day)
{
	return day >= first_known() && day <= last_known();
}

/* --- making it ----------------------------------------------------------- */

static const char *
keep(struct calendar *c, const char *title)
{
	strs_add(&c->text, title);
	return c->text.v[c->text.n - 1];
}

static void
add_bank(struct calendar *c, const struct bank_days *bank)
{
	for (size_t i = 0; i < bank->n; i++)
		periods_add(&c->of[CAL_BANK], (struct period){
		    bank->v[i].day, bank->v[i].day,
		    keep(c, bank->v[i].title), true });
}

static void
add_shipped_bank(struct calendar *c)
{
	struct bank_days bank;

	/* Nothing but a damaged program makes the shipped file unreadable. */
	if (bank_days_load(NULL, CAL_FIRST, CAL_LAST, &bank, NULL) == ST_OK)
		add_bank(c, &bank);
	bank_days_clear(&bank);
}

static void
add_typed(struct calendar *c, const struct cal_span *s)
{
	static const char *const usual[CAL_KINDS] = {
		[CAL_TERM] = "Term", [CAL_HOLIDAY] = "School holiday",
		[CAL_BANK] = "Bank holiday", [CAL_INSET] = "Inset day",
	};
	int from = s->from > first_known() ? s->from : first_known();
	int to = s->to < last_known() ? s->to : last_known();
	bool named = !str_empty(s->title);

	if (s->from == DAY_NONE || s->to == DAY_NONE || to < from)
		return;
	periods_add(&c->of[s->kind], (struct period){ from, to,
	    named ? keep(c, s->title) : usual[s->kind], false });
}

struct calendar *
cal_new(const struct cal_span *v, size_t n, const struct bank_days *bank)
{
	struct calendar *c = xcalloc(1, sizeof *c);

	for (size_t i = 0; i < n; i++)
		add_typed(c, &v[i]);
	if (bank != NULL)
		add_bank(c, bank);
	else
		add_shipped_bank(c);
	for (int kind = 0; kind < CAL_KINDS; kind++)
		periods_sort(&c->of[kind]);
	calendar_add_usual(c);
	for (int kind = 0; kind < CAL_KINDS; kind++)
		periods_sort(&c->of[kind]);
	return c;
}

void
cal_free(struct calendar *c)
{
	if (c == NULL)
		return;
	for (int kind = 0; kind < CAL_KINDS; kind++)
		free(c->of[kind].v);
	strs_clear(&c->text);
	free(c);
}

/* --- days ---------------------------------------------------------------- */

bool
cal_working(const struct calendar *c, int day)
{
	return known(day) && day_weekday(day) <= FRIDAY &&
	    periods_at(&c->of[CAL_BANK], day) == NULL;
}

/* Is somebody in at the schools? */
static bool
staff_day(const struct calendar *c, int day)
{
	return cal_working(c, day) &&
	    periods_at(&c->of[CAL_TERM], day) != NULL &&
	    periods_at(&c->of[CAL_HOLIDAY], day) == NULL;
}

bool
cal_school_day(const struct calendar *c, int day)
{
	return staff_day(c, day) &&
	    periods_at(&c->of[CAL_INSET], day) == NULL;
}

int
cal_add_days(const struct calendar *c, int day, int n)
{
	long at = (long)day + n;

	(void)c;
	if (!known(day) || at < first_known() || at > last_known())
		return DAY_NONE;
	return (int)at;
}

void
cal_keep_to_terms(struct calendar *c)
{
	c->in_term = true;
}

static bool
counts(const struct calendar *c, int day)
{
	return c->in_term ? staff_day(c, day) : cal_working(c, day);
}

int
cal_add_working(const struct calendar *c, int day, int n)
{
	const int step = n < 0 ? -1 : 1;

	if (n == 0)
		while (known(day) && !counts(c, day))
			day++;
	while (n != 0 && known(day)) {
		day += step;
		if (counts(c, day))
			n -= step;
	}
	return known(day) ? day : DAY_NONE;
}

int
cal_working_between(const struct calendar *c, int from, int to)
{
	int n = 0;

	if (!known(from) || !known(to))
		return 0;
	for (int day = from; day < to; )
		n += counts(c, ++day);
	for (int day = from; day > to; )
		n -= counts(c, --day);
	return n;
}

/* --- weeks --------------------------------------------------------------- */

/* The first school day of FROM to LAST, DAY_NONE. */
static int
school_day(const struct calendar *c, int from, int last)
{
	for (int day = from; day <= last; day++)
		if (cal_school_day(c, day))
			return day;
	return DAY_NONE;
}

static int
first_of_week(const struct calendar *c, int monday)
{
	return school_day(c, monday, monday + 6);
}

/* Where one lands who wants day WANT: in its week, else after it. */
static int
land(const struct calendar *c, int want)
{
	int sunday = want + 6 - day_weekday(want);
	int day = school_day(c, want, sunday);

	if (day == DAY_NONE)
		day = school_day(c, sunday + 1, last_known());
	return day;
}

int
cal_add_school_weeks(const struct calendar *c, int day, int n)
{
	const int step = n < 0 ? -1 : 1;
	const bool back = n < 0;
	int weekday, monday, at;

	if (!known(day))
		return DAY_NONE;
	weekday = day_weekday(day);
	monday = day - weekday;
	while (n != 0) {
		monday += 7 * step;
		if (!known(monday))
			return DAY_NONE;
		if (first_of_week(c, monday) != DAY_NONE)
			n -= step;
	}
	at = land(c, monday + weekday);
	if (!back || at < day)
		return at;
	for (at = monday + weekday; !cal_school_day(c, at); )
		at--;
	return at;
}

/* --- terms --------------------------------------------------------------- */

static const struct period *
next_term(const struct calendar *c, int day)
{
	const struct periods *terms = &c->of[CAL_TERM];
	size_t i = after(terms, day);

	return i < terms->n ? &terms->v[i] : NULL;
}

/* The term DAY is in, else the last one before it. */
static const struct period *
this_term(const struct calendar *c, int day)
{
	const struct periods *terms = &c->of[CAL_TERM];
	const struct period *in = periods_at(terms, day);
	size_t i = after(terms, day);

	return in != NULL || i == 0 ? in : &terms->v[i - 1];
}

int
cal_next_term(const struct calendar *c, int day)
{
	const struct period *t = known(day) ? next_term(c, day) : NULL;

	return t != NULL ? t->from : DAY_NONE;
}

int
cal_term_first(const struct calendar *c, int day)
{
	const struct period *t = known(day) ? this_term(c, day) : NULL;

	return t != NULL ? t->from : DAY_NONE;
}

int
cal_week_of_term(const struct calendar *c, int day)
{
	int monday, first, n = 0;

	if (!known(day))
		return 0;
	monday = day - day_weekday(day);
	if ((first = first_of_week(c, monday)) == DAY_NONE)
		return 0;
	first = periods_at(&c->of[CAL_TERM], first)->from;
	for (int m = first - day_weekday(first); m <= monday; m += 7)
		n += first_of_week(c, m) != DAY_NONE;
	return n;
}

/* What a holiday between terms is called, by the month of a day in it. */
static const char *
between(int day)
{
	static const char *const titles[12] = {
		"Christmas holiday", "Half term", "Easter holiday",
		"Easter holiday", "Half term", "Half term", "Summer holiday",
		"Summer holiday", "Summer holiday", "Half term", "Half term",
		"Christmas holiday",
	};
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	return titles[m - 1];
}

const char *
cal_title(const struct calendar *c, int day)
{
	static const enum cal_kind kinds[] = {
		CAL_BANK, CAL_HOLIDAY, CAL_INSET
	};
	const struct period *p;

	if (!known(day))
		return NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if ((p = periods_at(&c->of[kinds[i]], day)) != NULL)
			return p->title;
	return periods_at(&c->of[CAL_TERM], day) == NULL ? between(day) : NULL;
}

bool
cal_usual(const struct calendar *c, int day)
{
	const struct period *in, *next;

	if (!known(day))
		return false;
	if ((in = periods_at(&c->of[CAL_TERM], day)) != NULL)
		return in->usual;
	in = this_term(c, day);
	next = next_term(c, day);
	return (in != NULL && in->usual) || (next != NULL && next->usual);
}
