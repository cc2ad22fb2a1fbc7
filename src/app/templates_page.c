/* templates_page.c - the templates of checklists there are, as a report.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/checklist.h"
#include "app/report.h"

static void
put_row(struct report *r, const struct template *t,
    const struct template_row *row)
{
	char offset[16];

	offset_format(row->offset, offset);
	report_cell(r, t->name);
	report_cellf(r, "%d", row->no);
	report_cell(r, offset);
	report_cell(r, row->task);
	report_cell(r, row->owner);
}

enum status
templates_page(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct templates *all;
	enum status st = checklist_templates(app, &all, e);

	(void)args;
	if (st != ST_OK)
		return st;
	report_begin(r, "Templates of checklists", app->today);
	r->flat = true;
	report_source(r, "caseload add checklist template=NAME school=..."
	    " anchor=DAY makes the tasks of one.");
	report_table(r, "", "Template|>No|Offset|Title|Owner");
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].n; k++)
			put_row(r, &all->v[i], &all->v[i].v[k]);
	report_note(r, "wd: working days, sw: school weeks, d: days from the"
	    " anchor, before it with a minus. Without an owner: whoever uses"
	    " it.");
	templates_free(all);
	return ST_OK;
}
