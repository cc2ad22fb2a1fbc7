/* checklist.c - the tasks of a checklist move with its anchor, and the anchor
 * with the day of what the checklist is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/checklist_int.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/rulebook.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

enum status
checklist_templates(struct app *app, struct templates **out, struct err *e)
{
	struct rulebook b;
	enum status st = rulebook_open(app->opt, "templates.csv", &b, e);

	if (st != ST_OK)
		return st;
	st = templates_read(b.hub.text != NULL ? &b.hub : NULL, out, e);
	rulebook_close(&b);
	return st;
}

enum status
checklist_names(struct app *app, struct strs *names, struct strs *titles,
    struct err *e)
{
	struct templates *ts;
	enum status st = checklist_templates(app, &ts, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ts->n; i++) {
		strs_add(names, ts->v[i].name);
		strs_add(titles, ts->v[i].title);
	}
	templates_free(ts);
	return ST_OK;
}

/* --- what moves ---------------------------------------------------------- */

void
checklist_moves_clear(struct checklist_moves *m)
{
	for (size_t i = 0; i < m->n; i++)
		free(m->v[i].title);
	free(m->v);
	*m = (struct checklist_moves){ 0 };
}

/* The tasks as they are: each has a row of its own in T, since it remembers
 * its offset, whatever became of the template. */
static enum status
read_tasks(struct app *app, const struct rule_ids *ids, struct template *t,
    struct template_item *items, struct checklist_moves *m, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < ids->n; i++) {
		struct row *r;

		st = store_load(app->db, entities[ENT_task], ids->v[i], false,
		    &r, e);
		if (st != ST_OK)
			return st;
		items[i] = (struct template_item){ .due = row_day(r,
		    F_task_due), .done = str_in(row_get(r, F_task_status),
		    "done dropped") };
		if (offset_parse(row_get(r, F_task_offset), &t->v[i].offset,
		    NULL) == ST_OK)
			items[i].no = t->v[i].no = (int)i + 1;
		m->v[m->n++] = (struct checklist_move){ .task = ids->v[i],
		    .title = xstrdup(row_get(r, F_task_title)),
		    .from = items[i].due };
		row_free(r);
	}
	return st;
}

static enum status
shift_tasks(struct app *app, const struct row *list, int anchor,
    const struct rule_ids *ids, struct checklist_moves *m, struct err *e)
{
	struct template t = { .n = ids->n };
	struct template_item *items = xcalloc(ids->n + 1, sizeof *items);
	struct calendar *cal = NULL;
	enum status st;

	t.v = xcalloc(ids->n + 1, sizeof *t.v);
	m->v = xcalloc(ids->n + 1, sizeof *m->v);
	st = read_tasks(app, ids, &t, items, m, e);
	if (st == ST_OK)
		st = checklist_calendar(app, list, &cal, e);
	if (st == ST_OK)
		template_shift(&t, cal, row_day(list, F_checklist_anchor),
		    anchor, items, ids->n);
	for (size_t i = 0; st == ST_OK && i < ids->n; i++) {
		m->v[i].to = items[i].to;
		m->v[i].move = items[i].move;
	}
	cal_free(cal);
	free(t.v);
	free(items);
	return st;
}

/* What moves when the anchor of LIST, as it was, becomes ANCHOR. */
static enum status
find_moves(struct app *app, const struct row *list, int anchor,
    struct checklist_moves *out, struct err *e)
{
	struct rule_ids ids;
	enum status st = rules_checklist_tasks(app->db, list->id, &ids, e);

	*out = (struct checklist_moves){ 0 };
	if (st != ST_OK)
		return st;
	st = shift_tasks(app, list, anchor, &ids, out, e);
	free(ids.v);
	if (st != ST_OK)
		checklist_moves_clear(out);
	return st;
}

enum status
checklist_preview(struct app *app, int64_t id, int anchor,
    struct checklist_moves *out, struct err *e)
{
	struct row *list;
	enum status st = record_load(app, entities[ENT_checklist], id, &list,
	    e);

	if (st != ST_OK)
		return st;
	st = find_moves(app, list, anchor, out, e);
	row_free(list);
	return st;
}

/* --- moving -------------------------------------------------------------- */

/* Field F of a record becomes DAY, in the step at hand. */
static enum status
set_day(struct app *app, const struct entity *ent, int64_t id, int f, int day,
    struct err *e)
{
	struct row *base, *mine;
	char iso[11];
	enum status st = store_load(app->db, ent, id, false, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	day_iso(day, iso);
	row_set(mine, f, iso);
	st = record_change(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

static enum status
move_tasks(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct checklist_moves m;
	enum status st;

	st = find_moves(app, old, row_day(row, F_checklist_anchor), &m, e);
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < m.n && st == ST_OK; i++)
		if (m.v[i].to != m.v[i].from)
			st = set_day(app, entities[ENT_task], m.v[i].task,
			    F_task_due, m.v[i].to, e);
	checklist_moves_clear(&m);
	return st;
}

enum status
checklist_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	if (old == NULL)	/* those of a file come with their tasks */
		return app->step.given != row->id ? ST_OK :
		    checklist_make(app, row, e);
	if (row_same(old, row, F_checklist_anchor) ||
	    !row_is_empty(row, F_checklist_archived))
		return ST_OK;
	return move_tasks(app, old, row, e);
}

/* Whose day an anchor may be. */
static const struct {
	enum entity_no	ent;
	int		day;
} days[] = {
	{ ENT_case,	F_case_due },
	{ ENT_cpd,	F_cpd_date },
	{ ENT_encounter, F_encounter_date },
	{ ENT_visit,	F_visit_date },
};

int
checklist_day_of(const struct entity *ent)
{
	for (size_t i = 0; i < COUNT_OF(days); i++)
		if (days[i].ent == ent->no)
			return days[i].day;
	return -1;
}

enum status
checklist_follow(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	int f = checklist_day_of(row->ent);
	struct rule_ids ids;
	enum status st;

	if (old == NULL || row_same(old, row, f) || row_is_empty(old, f) ||
	    row_is_empty(row, f))
		return ST_OK;
	st = rules_checklists_from(app->db, row->id, row_get(old, f), &ids, e);
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = set_day(app, entities[ENT_checklist], ids.v[i],
		    F_checklist_anchor, row_day(row, f), e);
	free(ids.v);
	return st;
}
