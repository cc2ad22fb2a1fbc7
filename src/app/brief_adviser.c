/* brief_adviser.c - who advises the school, and how much volunteers gave it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/brief.h"
#include "base/date.h"
#include "model/numbers.h"
#include "model/tables.h"

/* "Tom Adeyemi, Arup: last in school 6 Oct" */
static void
put_adviser(struct brief_making *m, const struct ov_adviser *a)
{
	char day[24] = "";

	if (a->last != DAY_NONE)
		brief_day(m, a->last, day);
	report_cellf(m->r, "%s%s%s%s%s", a->name, *a->employer != '\0' ?
	    ", " : "", a->employer, a->last != DAY_NONE ?
	    ": last in school " : ": nothing logged there yet", day);
	report_opens(m->r, entities[ENT_volunteer], a->id);
}

void
brief_advisers(struct brief_making *m)
{
	struct buf hours;

	report_text(m->r, "EA");
	for (size_t i = 0; i < m->now.nadvisers; i++)
		put_adviser(m, &m->now.adviser[i]);
	if (m->now.given == 0)
		return;
	buf_init(&hours, BUF_LINE);
	numbers_hours(m->now.given, &hours);
	report_cellf(m->r, "Volunteers gave %s h this year", hours.p);
	brief_lists(m, ENT_activity, "school:%s since:%d-09-01", m->ref,
	    m->year);
	buf_clear(&hours);
}
