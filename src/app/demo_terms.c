/* demo_terms.c - the demonstration's term dates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The usual dates, typed, for last year, this one and the next. One authority
 * has its autumn half term a week earlier; one school has an INSET day of its
 * own.
 */
#include "app/demo_int.h"
#include "base/str.h"
#include "model/calendar.h"

/* For whom: everybody, an authority (LA not ""), a school (not 0). */
struct place {
	const char	*la;
	int64_t		 school;
	int		 shift;		/* of the autumn half term, days */
};

static void
add_span(struct demo *d, const struct place *p, const char *kind,
    const char *title, int from, int to)
{
	struct row *r = row_new(entities[ENT_term]);

	row_set(r, F_term_title, title);
	row_set(r, F_term_kind, kind);
	demo_day(r, F_term_from, from);
	if (to != from)
		demo_day(r, F_term_to, to);
	row_set(r, F_term_la, p->la);
	if (p->school != 0)
		demo_ref(r, F_term_school, "school", p->school);
	if (p->la[0] != '\0')
		row_set(r, F_term_note, "From the authority's calendar.");
	demo_add(d, r);
}

static void
add_half_term(struct demo *d, const struct place *p,
    const struct calendar *cal, int term, int first, int last)
{
	static const char *const titles[] = { "Autumn half term",
	    "February half term", "Whitsun half term" };

	for (int day = first; day < last; day++) {
		const char *why = cal_title(cal, day);

		if (why == NULL || !str_eq(why, "Half term"))
			continue;
		day += -day_weekday(day) + (term == 0 ? p->shift : 0);
		add_span(d, p, "half term", titles[term], day, day + 4);
		return;
	}
}

static void
add_year(struct demo *d, const struct place *p, const struct calendar *cal,
    int year)
{
	static const char *const terms[] = { "Autumn term", "Spring term",
	    "Summer term" };
	static const char *const holidays[] = { "Christmas holiday",
	    "Easter holiday", "Summer holiday" };
	int first = cal_next_term(cal, year_first_day(year) - 1), next, last;

	for (int t = 0; t < (int)COUNT_OF(terms) && first != DAY_NONE;
	    t++, first = next) {
		if ((next = cal_next_term(cal, first)) == DAY_NONE)
			return;
		for (last = next - 1; !cal_school_day(cal, last); )
			last--;
		add_span(d, p, "term", terms[t], first, last);
		add_half_term(d, p, cal, t, first, last);
		add_span(d, p, "holiday", holidays[t], last + 1, next - 1);
		if (t < 2 && p->la[0] == '\0')
			add_span(d, p, "inset day", "INSET day", first, first);
	}
}

/* A school day in about two weeks, a Friday when it can be. */
static int
inset_day(const struct demo *d, const struct calendar *cal)
{
	int day = demo_when(d, FRI + NEXT_WEEK);

	while (day < d->today + 200 && !cal_school_day(cal, day))
		day++;
	return day;
}

void
demo_terms(struct demo *d)
{
	const struct place all = { "", 0, 0 };
	const struct place early = { "Redbridge", 0, -7 };
	struct place school = { "", 0, 0 };
	struct calendar *cal;

	if (d->st != ST_OK || year_of_day(d->today) <= CAL_FIRST + 1 ||
	    year_of_day(d->today) >= CAL_LAST - 2)
		return;
	cal = cal_new(NULL, 0, NULL);
	for (int y = d->year - 1; y <= d->year + 1; y++)
		add_year(d, &all, cal, y);
	add_year(d, &early, cal, d->year);
	/* Everybody knows them; the council's list has them all the same. */
	add_span(d, &early, "bank holiday", "Boxing Day",
	    day_from_ymd(d->year, 12, 26), day_from_ymd(d->year, 12, 26));
	if (ASHDOWN < d->nschools) {
		school.school = d->school[ASHDOWN].id;
		add_span(d, &school, "inset day", "INSET day: safeguarding",
		    inset_day(d, cal), inset_day(d, cal));
	}
	cal_free(cal);
}
