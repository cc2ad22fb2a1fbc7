/* demo_checklists.c - follow-ups of the demonstration made from the shipped
 * templates, dated by the terms of their school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/demo_int.h"
#include "app/terms.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/template.h"

enum { NONE = -1, ABOUT_FAIR = 1, ABOUT_SESSION, ABOUT_CASE };

static const struct known_checklist {
	const char	*template;
	int		 anchor;	/* a day of the tables */
	short		 school;	/* NONE: nobody's */
	short		 about;		/* 0: the school */
	short		 left;		/* days of the past not ticked yet */
	const char	*note;
} checklists[] = {
	{ "new school", -21, DOCKSIDE, 0, 7, "Joined after the heads' forum." },
	{ "new head", -80, SANDMERE, 0, 0, "" },
	{ "fair", THU, NONE, ABOUT_FAIR, 0, "Stalls are let by the council." },
	{ "cpd session", 13, NONE, ABOUT_SESSION, 0, "" },
	{ "chase", -8, HARBOUR, 0, 7, "Autumn assessment." },
	{ "inspection", -8, NORTHGATE, ABOUT_CASE, 7, "" },
};

/* Of whom a template speaks: the coordinator, or who holds a role. */
static int
whose(const char *owner)
{
	if (str_eq(owner, "careers leader"))
		return LEADER;
	if (str_eq(owner, "head"))
		return HEAD;
	if (str_eq(owner, "slt sponsor"))
		return SPONSOR;
	return ME;
}

static void
add_item(struct demo *d, const struct known_checklist *k, int64_t list,
    const struct template_row *row, int due)
{
	struct row *r = demo_task(d, k->school, row->task, due);
	char offset[16];

	if (k->school == NONE || !str_eq(row->owner, "coordinator"))
		demo_whose(d, r, F_task_owner, k->school, whose(row->owner));
	if (k->about == ABOUT_FAIR)
		demo_ref(r, F_task_about, "encounter", d->fair);
	else if (k->about == ABOUT_SESSION)
		demo_ref(r, F_task_about, "cpd", d->session);
	else if (k->about == ABOUT_CASE)
		demo_ref(r, F_task_about, "case",
		    d->known_case[CASE_INSPECTION]);
	else
		demo_ref(r, F_task_about, "school", d->school[k->school].id);
	demo_numbers(r, F_task_benchmarks, row->benchmarks);
	offset_format(row->offset, offset);
	demo_ref(r, F_task_checklist, "checklist", list);
	row_set(r, F_task_offset, offset);
	if (due < d->today - k->left)
		demo_tick(r, due);
	demo_add(d, r);
}

static int64_t
add_list(struct demo *d, const struct known_checklist *k,
    const struct template *t)
{
	struct row *r = row_new(entities[ENT_checklist]);

	row_set(r, F_checklist_template, t->name);
	demo_day(r, F_checklist_anchor, demo_when(d, k->anchor));
	if (k->school != NONE)
		demo_ref(r, F_checklist_school, "school",
		    d->school[k->school].id);
	if (k->about == ABOUT_FAIR)
		demo_ref(r, F_checklist_about, "encounter", d->fair);
	else if (k->about == ABOUT_SESSION)
		demo_ref(r, F_checklist_about, "cpd", d->session);
	else if (k->about == ABOUT_CASE)
		demo_ref(r, F_checklist_about, "case",
		    d->known_case[CASE_INSPECTION]);
	else
		demo_ref(r, F_checklist_about, "school",
		    d->school[k->school].id);
	row_set(r, F_checklist_note, k->note);
	return demo_add(d, r);
}

static void
make_checklist(struct demo *d, const struct known_checklist *k,
    const struct template *t)
{
	struct calendar *cal = NULL;
	struct template_due *due;
	int64_t list;

	d->st = terms_calendar(d->app, k->school != NONE ?
	    d->school[k->school].id : 0, &cal, d->e);
	if (d->st != ST_OK)
		return;
	if (k->school != NONE)
		cal_keep_to_terms(cal);
	due = xcalloc(t->n, sizeof *due);
	template_plan(t, cal, demo_when(d, k->anchor), due);
	list = add_list(d, k, t);
	for (size_t i = 0; i < t->n; i++)
		add_item(d, k, list, &t->v[i], due[i].due);
	free(due);
	cal_free(cal);
}

void
demo_checklists(struct demo *d)
{
	struct templates *all = NULL;
	const struct template *t;

	if (d->st == ST_OK)
		d->st = templates_read(NULL, &all, d->e);
	for (size_t i = 0; i < COUNT_OF(checklists) && d->st == ST_OK; i++) {
		const struct known_checklist *k = &checklists[i];

		if (k->school >= d->nschools ||
		    (k->about == ABOUT_FAIR && d->fair == 0))
			continue;
		d->st = template_find(all, k->template, &t, d->e);
		if (d->st == ST_OK)
			make_checklist(d, k, t);
	}
	templates_free(all);
}
