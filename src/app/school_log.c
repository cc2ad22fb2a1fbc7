/* school_log.c - one school's rolls and delivered encounters, read once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/school_log.h"

#include <stdlib.h>
#include <string.h>

#include "app/lineage.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/evidence.h"
#include "db/overview.h"
#include "db/rules.h"
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
static int
last_day(const struct app *app, int year)
{
	int day = year_last_day(year);

	return day < app->today ? day : app->today;
}

/* Of the events from AT on, at a school of which this one is a part: as many as
 * it had pupils more may be elsewhere now; all, where a roll is not known. */
static enum status
share(struct app *app, struct school_log *log, size_t at, int64_t school,
    struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = at; i < log->n && st == ST_OK; i++) {
		struct evidence_event *ev = &log->ev[i];
		int year = year_of_day(ev->day);
		int now = ev->group + (log->year - year);
		int64_t was = -1;
		char name[8];

		ev->others = ev->attended < 1 ? 1 : ev->attended;
		if (ev->group >= YG_KS3 || now >= YG_KS3 || log->roll[now] < 0)
			continue;
		year_format(year, name);
		st = rules_pupils(app->db, school, name,
		    year_groups[ev->group].word, &was, e);
		if (st == ST_OK && was >= 0)
			ev->others = was > log->roll[now] ? (long)was -
			    log->roll[now] : 0;
	}
	return st;
}

/* The days to read; *SINCE is when the first encounter was, whenever. */
struct stretch {
	char	 from[11];
	int	 to, *since;
};

/* What was delivered at SCHOOL, and when that began, by its last day. */
static enum status
add_events(struct app *app, int64_t school, const struct stretch *d,
    int until, struct school_log *log, struct err *e)
{
	char last[11];
	int day = DAY_NONE;
	enum status st;

	day_iso(until < d->to ? until : d->to, last);
	st = evidence_events(app->db, school, d->from, last, on_event, log, e);
	if (st == ST_OK)
		st = evidence_first(app->db, school, &day, e);
	if (st == ST_OK && day != DAY_NONE && day <= until &&
	    (*d->since == DAY_NONE || day < *d->since))
		*d->since = day;
	return st;
}

/* The same of each school that SCHOOL took over from, until it did. */
static enum status
add_forebears(struct app *app, int64_t school, const struct stretch *d,
    struct school_log *log, struct err *e)
{
	struct lineage l;
	enum status st = lineage_of(app, school, &l, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < l.n && st == ST_OK; i++) {
		size_t at = log->n;

		st = add_events(app, l.v[i].school, d, l.v[i].until, log, e);
		if (st == ST_OK && l.v[i].split)
			st = share(app, log, at, l.v[i].school, e);
	}
	lineage_clear(&l);
	return st;
}

enum status
school_log_read(struct app *app, const struct row *school, int first,
    int year, struct school_log *out, struct err *e)
{
	struct school_log log = { .school = school, .year = year };
	int day = DAY_NONE;
	struct stretch d = { .to = last_day(app, year), .since = &day };
	char name[8];
	enum status st;

	for (int i = 0; i < YG_MAX; i++)
		log.roll[i] = -1;
	year_format(year, name);
	day_iso(year_first_day(first), d.from);
	st = overview_rolls(app->db, school->id, name, on_roll, &log, e);
	if (st == ST_OK)
		st = add_events(app, school->id, &d, INT_MAX, &log, e);
	if (st == ST_OK)
		st = add_forebears(app, school->id, &d, &log, e);
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
		    log->ev[i].others == 0 &&
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
	struct lineage l = { 0 };
	struct strs ref = { 0 };
	char from[11], to[11];
	struct err e = { 0 };
	enum status st = lineage_of(app, school->id, &l, &e);

	(void)st;			/* then those of the school alone */
	for (size_t i = 0; i <= l.n; i++) {
		struct buf b;

		buf_init(&b, BUF_LINE);
		ref_text(app, school->ent, i == 0 ? school->id :
		    l.v[i - 1].school, &b);
		strs_take(&ref, buf_take(&b));
	}
	lineage_clear(&l);
	day_iso(year_first_day(first), from);
	day_iso(last_day(app, last), to);
	for (size_t i = 0; i < ref.n; i++)
		buf_addf(out, "%s%s", i == 0 ? "schools:" : ",", ref.v[i]);
	for (size_t i = 0; i < ref.n; i++)
		buf_addf(out, "%s%s@%s", i == 0 ? " years:" : ",", ref.v[i],
		    line);
	buf_addf(out, " status:delivered since:%s until:%s", from, to);
	strs_clear(&ref);
}
