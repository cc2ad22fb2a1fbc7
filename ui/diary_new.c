/* diary_new.c - what is added in the diary: a visit planned, a record of a day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/schools.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/diary_inner.h"
#include "ui/form_screen.h"
#include "ui/log_screen.h"
#include "ui/statusbar.h"

/* The day of the cursor's line; among the unplanned, from today on. */
static int
day_here(const struct diary_screen *d)
{
	int today = d->s.app->today;

	if (d->at < d->n && d->line[d->at].day != DAY_NONE)
		return d->line[d->at].day;
	return d->d.first > today ? d->d.first : today;
}

static const enum entity_no news[] = { ENT_visit, ENT_encounter, ENT_event,
	ENT_task };

struct adding {
	int	 day;
	int64_t	 school;		/* 0 none */
};

static void
on_new(struct ui *ui, void *arg, int n)
{
	struct adding *a = arg;
	struct row *preset;
	char day[11];

	if (n >= 0) {
		preset = row_new(entities[news[n]]);
		day_iso(a->day, day);
		row_set(preset, preset->ent->main_date, day);
		if (a->school && entity_field(preset->ent, "school") >= 0)
			row_set_ref(preset, entity_field(preset->ent,
			    "school"), "school", a->school);
		form_open(ui, preset->ent, 0, preset);
		row_free(preset);
	}
	free(a);
}

void
diary_ask_new(struct diary_screen *d)
{
	const struct diary_gap *g = diary_gap_at(d, d->at);
	struct adding *a = xcalloc(1, sizeof *a);
	struct strs choices = {0};
	char day[24], *title;
	size_t i;

	a->day = day_here(d);
	a->school = g ? g->school : 0;
	for (i = 0; i < COUNT_OF(news); i++)
		strs_add(&choices, entities[news[i]]->title);
	day_long(a->day, day);
	title = xasprintf("New on %s", day);
	dialog_choose(d->s.ui, title, "", &choices, 0, on_new, a);
	free(title);
	strs_clear(&choices);
}

/* The school of the line: one that is unplanned, or where something is on. */
static int64_t
school_here(struct diary_screen *d)
{
	const struct diary_gap *g = diary_gap_at(d, d->at);
	const struct diary_item *it = diary_item_at(d, d->at);
	struct err e = {0};
	int64_t school[2];
	size_t n = 0;

	if (g)
		return g->school;
	if (it && it->id && schools_about(d->s.app, it->ent, it->id, school,
	    2, &n, &e))
		say_err(d->s.ui, &e);
	return n == 1 ? school[0] : 0;
}

/* "visit Northgate School; Wed 25 Nov; ", ready to go on with. */
void
diary_plan_visit(struct diary_screen *d)
{
	int64_t school = school_here(d);
	char day[24];
	struct buf b, name;

	buf_init(&b, BUF_LINE);
	buf_init(&name, BUF_LINE);
	if (school)
		title_text(d->s.app, entities[ENT_school], school, &name);
	if (strpbrk(name.p, ";@\n")) {		/* a line reads it otherwise */
		buf_reset(&name);
		ref_text(d->s.app, entities[ENT_school], school, &name);
	}
	day_short(day_here(d), d->s.app->today, day);
	buf_addf(&b, "visit %s%s", name.p, school ? "; " : "");
	if (school)
		buf_addf(&b, "%s; ", day);
	quick_open(d->s.ui, NULL, 0, b.p);
	buf_clear(&b);
	buf_clear(&name);
}
