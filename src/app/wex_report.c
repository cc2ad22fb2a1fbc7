/* wex_report.c - work experience as a report: days of each cohort.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/board.h"
#include "app/options.h"
#include "app/record.h"
#include "app/report.h"
#include "app/school_log.h"
#include "app/text.h"
#include "app/wex.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/evidence.h"
#include "model/fields.h"
#include "model/wex.h"

struct making {
	struct app	*app;
	struct report	*r;
	double		 hours;		/* of a day */
	size_t		 cohorts, met;	/* … with all days asked for */
};

/* --- one school ---------------------------------------------------------- */

static void
on_placement(void *arg, const struct evidence_event *ev)
{
	struct school_log *log = arg;

	if (ev->group < 0)
		return;
	log->ev = xreallocarray(log->ev, log->n + 1, sizeof *log->ev);
	log->ev[log->n] = *ev;
	log->ev[log->n++].kinds = xstrdup("");
}

static double
hours_of_day(const struct app *app)
{
	return (double)option_int(app->opt, OPT_HOURS_DAY);
}

static enum status
read_log(struct app *app, const struct row *school, struct school_log *log,
    struct err *e)
{
	int year = year_of_day(app->today);
	char first[11], last[11];
	enum status st = school_log_read(app, school, year - 2, year, log, e);

	if (st != ST_OK)
		return st;
	day_iso(year_first_day(year - 2), first);
	day_iso(app->today, last);
	st = evidence_placements(app->db, school->id, first, last,
	    hours_of_day(app), on_placement, log, e);
	if (st != ST_OK)
		school_log_clear(log);
	return st;
}

/* Opens the encounters that count, placements aside. */
static void
put_days(struct making *m, const struct row *school, const struct wex *w,
    double days)
{
	int year = year_of_day(m->app->today);
	char cohort[8];
	struct buf b;

	buf_init(&b, BUF_ROW);
	wex_days_said(w, days, &b);
	report_cell(m->r, b.p);
	buf_reset(&b);
	year_format(year - (w->group - YG_Y7), cohort);
	school_log_filter(m->app, school, cohort, year - (w->group - w->first),
	    year, &b);
	buf_add(&b, w->bm == 5 ? " benchmarks:5,6" : " benchmarks:6");
	report_lists(m->r, entity_find("encounter"), b.p);
	buf_clear(&b);
}

static void
put_cohort(struct making *m, const struct row *school,
    const struct school_log *log, int group)
{
	struct report *r = m->r;
	struct wex w;
	struct buf b;

	wex_of(group, log->year, log->roll[group], log->ev, log->n, m->hours,
	    &w);
	m->cohorts++;
	m->met += w.in_person + w.virtual >= WEX_DAYS;
	report_cell(r, row_get(school, F_school_name));
	report_opens(r, school->ent, school->id);
	buf_init(&b, BUF_LINE);
	ref_text(m->app, school->ent, school->id, &b);
	report_cell(r, b.p);
	buf_reset(&b);
	year_group_shown(year_groups[group].word, &b);
	report_cell(r, b.p);
	buf_clear(&b);
	report_cell(r, w.bm == 5 ? "Y7-9" : "Y10-11");
	put_days(m, school, &w, w.in_person);
	put_days(m, school, &w, w.virtual);
	put_days(m, school, &w, w.in_person + w.virtual);
	report_cellf(r, "%d", WEX_DAYS);
	if (w.unknown > 0)
		report_cellf(r, "%zu without length or numbers", w.unknown);
	else
		report_cell(r, w.roll < 0 && w.events > 0 ?
		    "roll not known" : "");
}

static enum status
put_school(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct school_log log;
	struct row *school;
	enum status st = record_load(m->app, entity_find("school"), id,
	    &school, e);

	if (st != ST_OK)
		return st;
	if ((st = read_log(m->app, school, &log, e)) == ST_OK) {
		for (int g = YG_Y7; g <= YG_Y11; g++)
			if (school_log_has(&log, g))
				put_cohort(m, school, &log, g);
		school_log_clear(&log);
	}
	row_free(school);
	return st;
}

/* "Y9 1.0 + 0.2": the second only where something was virtual. */
static void
add_cohort(const struct wex *w, struct buf *out)
{
	buf_add(out, out->n > 0 ? ", " : "");
	year_group_shown(year_groups[w->group].word, out);
	buf_addc(out, ' ');
	wex_days_said(w, w->in_person, out);
	if (w->virtual > 0) {
		buf_add(out, " + ");
		wex_days_said(w, w->virtual, out);
	}
}

enum status
wex_said(struct app *app, const struct row *school, struct buf *out,
    struct err *e)
{
	struct school_log log;
	struct wex w;
	enum status st = read_log(app, school, &log, e);

	if (st != ST_OK)
		return st;
	for (int g = YG_Y7; g <= YG_Y11; g++) {
		if (!school_log_has(&log, g))
			continue;
		wex_of(g, log.year, log.roll[g], log.ev, log.n,
		    hours_of_day(app), &w);
		add_cohort(&w, out);
	}
	school_log_clear(&log);
	return st;
}

/* --- the report ---------------------------------------------------------- */

static enum status
put_schools(struct making *m, const struct strs *words, struct err *e)
{
	struct lister l;
	char *filter = NULL;
	const char *name;
	enum status st = ST_OK;

	if (words->n == 0)
		st = board_default(m->app, m->app->today, &filter, &name, e);
	if (st == ST_OK)
		st = lister_open(&l, m->app, entity_find("school"), filter,
		    e);
	free(filter);
	if (st != ST_OK)
		return st;
	if (words->n > 0)
		st = lister_args(&l, words, e);
	if (st == ST_OK)
		st = lister_each(&l, put_school, m, e);
	lister_close(&l);
	return st;
}

enum status
wex_report(struct app *app, const struct report_args *args, struct report *r,
    struct err *e)
{
	struct making m = { .app = app, .r = r, .hours = hours_of_day(app) };
	enum status st;
	char *text;

	report_begin(r, "Work experience", app->today);
	r->flat = true;
	report_table(r, "", "School|@ref|Cohort|Years|>In person|>Virtual|>Days|"
	    ">Asked|Not known");
	if ((st = put_schools(&m, args->words, e)) != ST_OK)
		return st;
	text = xasprintf("%zu of %zu cohorts have %d days.", m.met, m.cohorts,
	    WEX_DAYS);
	report_note(r, text);
	free(text);
	text = xasprintf("Days are the mean of a pupil on roll, of %.0f hours"
	    " ([rules] hours_per_day): of encounters delivered and of"
	    " placements under way or finished that name none.", m.hours);
	report_note(r, text);
	free(text);
	report_note(r, "Asked for from September 2026: five days of activity"
	    " led by employers in Years 7 to 9, five of placement in Years 10"
	    " and 11.");
	return ST_OK;
}
