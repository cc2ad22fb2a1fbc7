/* approach_answer.c - t on an approach: what did they say?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A no asks why, an encounter on which day; each is one step.
 */
#include <stdlib.h>

#include "app/approach.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"
#include "ui/tick.h"

struct answer {
	int64_t		 id;		/* of the approach */
	int		 by;		/* day of its request, DAY_NONE */
};

static const struct {
	const char	*shown, *status;
} answers[] = {
	{ "They agreed", "agreed" },
	{ "They said no", "said no" },
	{ "No answer came", "no answer" },
	{ "It becomes an encounter", "became encounter" },
	{ "Asked, and no answer yet", "asked" },
};
enum { SAID_NO = 1, BECAME = 3 };

static void
say_what(struct ui *ui, const struct answer *a, const char *word)
{
	struct buf title;

	buf_init(&title, BUF_LINE);
	title_text(ui->app, entities[ENT_approach], a->id, &title);
	say_done_to(ui, title.p, word);
	buf_clear(&title);
	ui_changed(ui);
}

static void
set_status(struct ui *ui, const struct answer *a, const char *status,
    const char *reason)
{
	struct err e = {0};

	if (approach_set(ui->app, a->id, status, reason, &e))
		say_err(ui, &e);
	else
		say_what(ui, a, status);
}

static bool
on_reason(struct ui *ui, void *arg, const char *text)
{
	if (text)
		set_status(ui, arg, answers[SAID_NO].status, text);
	free(arg);
	return true;
}

static bool
on_day(struct ui *ui, void *arg, const char *text)
{
	struct answer *a = arg;
	struct err e = {0};
	int64_t made;
	int day;

	if (!text) {
		free(a);
		return true;
	}
	if (date_parse(text, ui->app->today, DATE_FORWARD, &day, &e) ||
	    approach_becomes(ui->app, a->id, day, &made, &e)) {
		say_err(ui, &e);
		return false;
	}
	say_what(ui, a, answers[BECAME].status);
	free(a);
	return true;
}

static void
on_answer(struct ui *ui, void *arg, int n)
{
	struct answer *a = arg;
	char day[11];

	if (n == SAID_NO) {
		dialog_prompt(ui, "Why? Enter alone: not said. ", "",
		    on_reason, a);
		return;
	}
	if (n == BECAME) {
		day_iso(a->by, day);
		dialog_prompt(ui, "On which day? ", a->by != DAY_NONE &&
		    a->by >= ui->app->today ? day : "", on_day, a);
		return;
	}
	if (n >= 0)
		set_status(ui, a, answers[n].status, "");
	free(a);
}

/* The day by which what it is for is wanted. */
static int
wanted_by(struct ui *ui, int64_t request)
{
	struct row *r;
	int day = DAY_NONE;

	if (request && !record_load(ui->app, entities[ENT_request], request,
	    &r, NULL)) {
		day = row_day(r, F_request_by);
		row_free(r);
	}
	return day;
}

void
approach_answer(struct ui *ui, const struct row *approach)
{
	struct answer *a = xcalloc(1, sizeof *a);
	struct strs choices = {0};
	size_t i;

	a->id = approach->id;
	a->by = wanted_by(ui, row_ref(approach, F_approach_request));
	for (i = 0; i < COUNT_OF(answers); i++)
		strs_add(&choices, answers[i].shown);
	dialog_choose(ui, "What did they say?", NULL, &choices, 0, on_answer,
	    a);
	strs_clear(&choices);
}
