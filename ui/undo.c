/* undo.c - u and U: one record at once, more after a look at what it touches.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/steps.h"
#include "app/undo.h"
#include "base/mem.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/statusbar.h"

/* The step a question is about. */
struct asked {
	int64_t	 seq;
	bool	 except;
	char	*label;
};

#define LINES_SHOWN 8

static void
add_lines(struct buf *b, const char *head, const struct strs *lines,
    int64_t all)
{
	size_t i;

	if (lines->n)
		buf_addf(b, "%s\n", head);
	for (i = 0; i < lines->n && i < LINES_SHOWN; i++)
		buf_addf(b, "  %s\n", lines->v[i]);
	if (all > LINES_SHOWN && lines->n >= LINES_SHOWN)
		buf_addf(b, "  and %lld more\n",
		    (long long)(all - LINES_SHOWN));
}

/* LABEL names the step while its records are still there. */
static void
take_back(struct ui *ui, int64_t seq, bool except, const char *label)
{
	struct undo_report report = {0};
	struct buf said, end;
	struct err e = {0};

	if (undo_step(ui->app, seq, false, false, except, &report, &e)) {
		say_err(ui, &e);
	} else {
		buf_init(&said, BUF_LINE);
		buf_init(&end, BUF_LINE);
		buf_addf(&said, "Taken back: %s", label);
		buf_addf(&end, "%s does it again.",
		    keymap_shown(ui->keymap, REQ_REDO));
		say_ending(ui, said.p, end.p);
		buf_clear(&said);
		buf_clear(&end);
		ui_changed(ui);
	}
	undo_report_clear(&report);
}

static void
on_answer(struct ui *ui, void *arg, int n)
{
	struct asked *a = arg;

	if (n == 0)
		take_back(ui, a->seq, a->except, a->label);
	else
		say(ui, "Nothing was taken back.");
	free(a->label);
	free(a);
}

/* A step of several records, or one of which something has changed since. */
static void
ask(struct ui *ui, const struct undo_report *report, enum status st,
    const char *label)
{
	struct asked *a = xmalloc(sizeof *a);
	struct strs choices = {0};
	struct buf text;

	a->seq = report->seq;
	a->except = st != ST_OK;
	a->label = xstrdup(label);
	buf_init(&text, BUF_ROW);
	buf_addf(&text, "%s: %lld record%s.\n", label,
	    (long long)report->records, report->records == 1 ? "" : "s");
	add_lines(&text, "Set back:", &report->what, report->records);
	add_lines(&text, "Changed since:", &report->refused,
	    (int64_t)report->refused.n);
	strs_add(&choices, st ? "Take back all but what has changed since" :
	    "Take it back");
	strs_add(&choices, "Leave it");
	dialog_choose(ui, "Undo", text.p, &choices, 0, on_answer, a);
	strs_clear(&choices);
	buf_clear(&text);
}

void
command_undo(struct ui *ui, int64_t step)
{
	struct undo_report report = {.shown = true};
	struct err e = {0};
	enum status st;
	char *label;

	st = undo_step(ui->app, step, step == 0, true, false, &report, &e);
	label = step_label_shown(ui->app, report.label ? report.label : "");
	if (st == ST_OK && report.records <= 1)
		take_back(ui, report.seq, false, label);
	else if (st == ST_OK || (st == ST_CONFLICT && report.what.n > 0))
		ask(ui, &report, st, label);
	else
		say_err(ui, &e);
	free(label);
	undo_report_clear(&report);
}

void
command_redo(struct ui *ui)
{
	struct undo_report report = {0};
	struct err e = {0};
	struct buf said;
	char *label;

	if (redo_step(ui->app, &report, &e)) {
		say_err(ui, &e);
	} else {
		label = step_label_shown(ui->app, report.label);
		buf_init(&said, BUF_LINE);
		buf_addf(&said, "Done again: %s", label);
		say_done(ui, said.p);
		buf_clear(&said);
		free(label);
		ui_changed(ui);
	}
	undo_report_clear(&report);
}
