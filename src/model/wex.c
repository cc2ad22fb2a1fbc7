/* wex.c - days of work experience that a cohort's pupils have had.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/wex.h"

#include "base/date.h"
#include "model/cohort.h"
#include "model/tables.h"

/* Days for each of its pupils; -1 not known. */
static double
days_of(const struct evidence_event *ev, double hours)
{
	if (ev->days > 0)
		return ev->days;
	return ev->minutes >= 0 ? (double)ev->minutes / 60 / hours : -1;
}

static bool
counts(const struct wex *w, int year, const struct evidence_event *ev)
{
	int held = year_of_day(ev->day), entry;

	if (ev->group < w->first || ev->group > w->last || held > year ||
	    !cohort_entry(year_groups[ev->group].word, held, &entry) ||
	    entry != year - (w->group - YG_Y7))
		return false;
	return (ev->counts >> 6 & 1) != 0 ||
	    (w->bm == 5 && (ev->counts >> 5 & 1) != 0);
}

void
wex_of(int group, int year, long roll, const struct evidence_event *ev,
    size_t n, double hours, struct wex *out)
{
	bool late = group > YG_Y9;
	struct wex w = { .group = group, .roll = roll, .bm = late ? 6 : 5,
		.first = late ? YG_Y10 : YG_Y7, .last = late ? YG_Y11 : YG_Y9 };

	for (size_t i = 0; i < n; i++) {
		double days = days_of(&ev[i], hours);
		long came = ev[i].attended - ev[i].others;

		if (!counts(&w, year, &ev[i]))
			continue;
		w.events++;
		if (days < 0 || ev[i].attended < 0) {
			w.unknown++;
			continue;
		}
		if (came > 0 && roll > 0)
			*(ev[i].virtual ? &w.virtual : &w.in_person) += days *
			    (double)(came > roll ? roll : came) / (double)roll;
	}
	*out = w;
}

void
wex_days_said(const struct wex *w, double days, struct buf *out)
{
	size_t n = out->n + 2;

	if ((w->roll <= 0 && w->events > 0) ||
	    (w->events > 0 && w->events == w->unknown)) {
		buf_addc(out, '?');
		return;
	}
	buf_addf(out, "%.1f", days);
	if (out->n == n + 1 && out->p[n - 2] == '0' && out->p[n] == '0')
		buf_cut(out, n - 1);
}
