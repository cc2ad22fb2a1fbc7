/* school_log.c - one school's rolls and delivered encounters, read once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/school_log.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "db/evidence.h"
#include "db/overview.h"
#include "model/fields.h"

static void
on_roll(void *arg, const char *group, int64_t pupils, bool confirmed)
{
	struct school_log *log = arg;
	int i = year_group(group);

	if (i < 0)
		return;
	log->roll[i] = (long)pupils;
	log->confirmed[i] = confirmed;
}

static void
on_event(void *arg, const struct evidence_event *ev)
{
	struct school_log *log = arg;

	if (ev->group < 0)
		return;
	log->ev = xreallocarray(log->ev, log->n + 1, sizeof *log->ev);
	log->ev[log->n] = *ev;
	log->ev[log->n++].kinds = xstrdup(ev->kinds);
}

/* The last day of academic year YEAR that there is anything to say of. */
static void
last_day(const struct app *app, int year, char out[11])
{
	int day = year_last_day(year);

	day_iso(day < app->today ? day : app->today, out);
}

enum status
school_log_read(struct app *app, const struct row *school, int first,
    int year, struct school_log *out, struct err *e)
{
	struct school_log log = { .school = school, .year = year };
	char name[8], from[11], to[11];
	int day = DAY_NONE;
	enum status st;

	for (int i = 0; i < YG_MAX; i++)
		log.roll[i] = -1;
	year_format(year, name);
	day_iso(year_first_day(first), from);
	last_day(app, year, to);
	st = overview_rolls(app->db, school->id, name, on_roll, &log, e);
	if (st == ST_OK)
		st = evidence_events(app->db, school->id, from, to, on_event,
		    &log, e);
	if (st == ST_OK)
		st = evidence_first(app->db, school->id, &day, e);
	if (st != ST_OK) {
		school_log_clear(&log);
		return st;
	}
	log.since = year_of_day(day != DAY_NONE ? day : app->today);
	*out = log;
	return ST_OK;
}

void
school_log_clear(struct school_log *log)
{
	for (size_t i = 0; i < log->n; i++)
		free((char *)log->ev[i].kinds);
	free(log->ev);
	memset(log, 0, sizeof *log);
}

bool
school_log_has(const struct school_log *log, int group)
{
	long low = row_int(log->school, F_school_low_age, -1);
	long high = row_int(log->school, F_school_high_age, -1);
	long age = group + 4;		/* at the start of the year */

	if (log->roll[group] >= 0)
		return true;
	for (size_t i = 0; i < log->n; i++)
		if (log->ev[i].group == group &&
		    year_of_day(log->ev[i].day) == log->year)
			return true;
	if (low < 0 || high < 0)
		return group >= YG_Y7 && group <= YG_Y11;
	return age >= low && age < high;
}

void
school_log_filter(struct app *app, const struct row *school, const char *line,
    int first, int last, struct buf *out)
{
	char from[11], to[11];
	size_t at = out->n;
	char *ref;

	ref_text(app, school->ent, school->id, out);
	ref = xstrdup(out->p + at);
	buf_cut(out, at);
	day_iso(year_first_day(first), from);
	last_day(app, last, to);
	buf_addf(out, "schools:%s years:%s@%s status:delivered since:%s "
	    "until:%s", ref, ref, line, from, to);
	free(ref);
}
