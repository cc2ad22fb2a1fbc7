/* access_report.c - provider access as a report: which cohort lacks what, by
 * when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/access.h"
#include "app/board.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"

static void
put_meeting(struct report *r, const char *text, int64_t id)
{
	report_cell(r, text);
	if (id != 0)
		report_opens(r, entity_find("encounter"), id);
}

static void
put_line(struct app *app, const struct access_line *l, int day,
    struct report *r)
{
	bool is = *l->why == '\0';
	struct buf b;
	char due[11];

	report_cell(r, l->name);
	report_opens(r, entity_find("school"), l->school);
	buf_init(&b, BUF_LINE);
	ref_text(app, entity_find("school"), l->school, &b);
	report_cell(r, b.p);
	report_cell(r, l->group);
	report_cellf(r, is ? "%d" : ".", l->p.phase);
	put_meeting(r, is ? l->first : l->why, l->first_id);
	put_meeting(r, l->second, l->second_id);
	report_cell(r, l->first_id != 0 ? l->first : "");
	report_cell(r, l->second_id != 0 ? l->second : "");
	report_cell(r, is ? l->state : l->why);
	report_cell(r, l->missing);
	buf_reset(&b);
	if (is)
		access_due_said(&l->p, day, &b);
	if (is && l->p.past)
		buf_add(&b, " !");
	report_cell(r, b.p);
	day_iso(is ? l->p.to : DAY_NONE, due);
	report_cell(r, due);
	buf_clear(&b);
}

static void
put_notes(const struct access_lines *ls, struct report *r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	access_sum_said(ls, &b);
	report_note(r, b.p);
	buf_clear(&b);
	if (ls->schools == 0 && !ls->over)
		report_note(r, "No school is here: give a filter.");
	report_note(r, "The rule in force from 1 Jan 2023: for each cohort two"
	    " meetings with providers in each of three phases, in school hours,"
	    " for a reasonable time, covering the provider and its"
	    " qualifications, the careers they lead to, what learning there is"
	    " like, and questions.");
	report_note(r, "Two meetings with exactly the same provider or"
	    " providers do not count as two; in phase 3 they need only be"
	    " offered. ! is past its day.");
}

enum status
access_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct access_lines ls = { 0 };
	struct lister l;
	char *filter = NULL;
	const char *name;
	enum status st = ST_OK;

	if (args->words->n == 0)
		st = board_default(app, app->today, &filter, &name, e);
	if (st == ST_OK)
		st = lister_open(&l, app, entity_find("school"), filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	if (args->words->n > 0)
		st = lister_args(&l, args->words, e);
	if (st == ST_OK)
		st = access_lines(&l, &ls, e);
	lister_close(&l);
	if (st != ST_OK)
		return st;
	report_begin(r, "Provider access", app->today);
	r->flat = true;
	report_table(r, "", "School|@ref|Cohort|>Phase|#1st|#2nd|@First|"
	    "@Second|@State|@Missing|#Due|@Due");
	for (size_t i = 0; i < ls.n; i++)
		put_line(app, &ls.v[i], app->today, r);
	put_notes(&ls, r);
	access_lines_clear(&ls);
	return ST_OK;
}
