/* assess_ask.c - how an assessment is opened: go on, begin, or percentages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/official.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/assess_screen.h"
#include "ui/dialog.h"
#include "ui/official_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* What is asked of a school; frameworks are borrowed from the session. */
struct asked {
	int64_t		 school, newest;	/* newest: 0 none to go on with */
	struct screen	*from;
	const char	*id[8];		/* of frameworks, as offered */
	int		 n;
};

static void
on_choice(struct ui *ui, void *arg, int n)
{
	struct asked *q = arg;
	int first = q->newest != 0;

	if (n >= 0 && n < first)
		assess_open(ui, q->newest);
	else if (n >= first && n < first + q->n)
		assess_new(ui, q->school, q->id[n - first]);
	else if (n == first + q->n)
		official_open(ui, q->school, q->from);
	free(q);
}

/* "Go on with that of 2 Nov 2026: 41 of 65 answered". */
static enum status
add_newest(struct app *app, struct asked *q, struct strs *choices,
    struct err *e)
{
	struct assess a;
	struct buf b;
	char day[24];
	enum status st;

	st = assess_newest(app, q->school, "self-assessment", app->today,
	    &q->newest, e);
	if (st || !q->newest)
		return st;
	st = assess_load(app, q->newest, &a, e);
	if (st)
		return st;
	day_long(row_day(a.mine, F_assessment_date), day);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s that of %s: ", a.score.answered < a.score.items ?
	    "Go on with" : "Look at", day + 4);
	buf_addf(&b, "%d of %d answered", a.score.answered, a.score.items);
	strs_take(choices, buf_take(&b));
	assess_clear(&a);
	return ST_OK;
}

static void
add_framework(struct asked *q, const struct framework *f,
    struct strs *choices)
{
	if (q->n == (int)(sizeof q->id / sizeof q->id[0]))
		return;
	q->id[q->n++] = f->id;
	strs_take(choices, xasprintf("Begin one of today: %s", f->title));
}

/* The one of today first, then the others, newest first. */
static enum status
add_frameworks(struct app *app, struct asked *q, struct strs *choices,
    struct err *e)
{
	const struct frameworks *all;
	const struct framework *now;
	enum status st = assess_frameworks(app, &all, e);
	size_t i;

	if (st)
		return st;
	now = framework_on(all, app->today);
	add_framework(q, now, choices);
	for (i = all->n; i-- > 0; )
		if (&all->v[i] != now)
			add_framework(q, &all->v[i], choices);
	return ST_OK;
}

void
assess_school(struct ui *ui, int64_t school, struct screen *from)
{
	struct asked *q = xcalloc(1, sizeof *q);
	struct strs choices = {0};
	struct err e = {0};
	struct buf name;

	q->school = school;
	q->from = from;
	if (add_newest(ui->app, q, &choices, &e) ||
	    add_frameworks(ui->app, q, &choices, &e)) {
		say_err(ui, &e);
		free(q);
	} else {
		strs_add(&choices, "Only the eight percentages of Compass");
		buf_init(&name, BUF_LINE);
		title_text(ui->app, entities[ENT_school], school, &name);
		dialog_choose(ui, "Assessment", name.p, &choices, 0,
		    on_choice, q);
		buf_clear(&name);
	}
	strs_clear(&choices);
}

/* The school the screen is about, or the first of those marked. */
static bool
school_here(struct ui *ui, int64_t *school)
{
	const struct screen *s = stack_main(ui);

	if (s->ops->schools && s->ops->schools(s, school, 1))
		return true;
	say(ui, "Go to a school first.");
	return false;
}

static struct screen *
list_here(struct ui *ui)
{
	struct screen *s = stack_main(ui);

	return s->ops->neighbour ? s : NULL;
}

void
assess_ask(struct ui *ui)
{
	int64_t school;

	if (school_here(ui, &school))
		assess_school(ui, school, list_here(ui));
}

void
official_ask(struct ui *ui)
{
	int64_t school;

	if (school_here(ui, &school))
		official_open(ui, school, list_here(ui));
}

/* Is it answered item by item? Then the fields alone would say little. */
static bool
has_items(struct ui *ui, int64_t id)
{
	struct row *row;
	struct err e = {0};
	bool yes;

	if (record_load(ui->app, entities[ENT_assessment], id, &row, &e))
		return false;
	yes = !row_is(row, F_assessment_source, "compass") ||
	    !row_is_empty(row, F_assessment_items);
	row_free(row);
	return yes;
}

bool
assess_shows(struct ui *ui, int64_t id)
{
	if (!has_items(ui, id))
		return false;
	assess_open(ui, id);
	return true;
}

void
assess_edit(struct ui *ui, int64_t id)
{
	if (!assess_shows(ui, id))
		official_edit(ui, id, NULL);
}
