/* checklist_show.c - what moves with a day, in words, before it moves.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/checklist_int.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* Why its day is the same afterwards. */
static const char *
why_stays(const struct checklist_move *m)
{
	if (m->from == DAY_NONE)
		return "stays, has no day";
	if (m->move == TEMPLATE_STAYS)
		return "stays, is done";
	return "stays, comes to the same day";
}

/* "Tue 24 Nov -> Tue 15 Dec  Welcome the school" */
static char *
line_of(const struct app *app, const struct checklist_move *m)
{
	char from[24] = "", to[24] = "";

	if (m->from != DAY_NONE)
		day_short(m->from, app->today, from);
	if (m->to == m->from)
		return xasprintf("%s%s%s  %s", from, *from != '\0' ? " " : "",
		    why_stays(m), m->title);
	day_short(m->to, app->today, to);
	return xasprintf("%s -> %s  %s%s", from, to, m->title,
	    m->move == TEMPLATE_KEEPS ? "  (keeps its distance)" : "");
}

static void
add_moves(const struct app *app, const struct row *list, int anchor,
    const struct checklist_moves *m, struct strs *out)
{
	char from[24], to[24];

	day_short(row_day(list, F_checklist_anchor), app->today, from);
	day_short(anchor, app->today, to);
	strs_take(out, xasprintf("%s: %s -> %s, %zu task%s",
	    row_get(list, F_checklist_template), from, to, m->n,
	    m->n == 1 ? "" : "s"));
	for (size_t i = 0; i < m->n; i++)
		strs_take(out, line_of(app, &m->v[i]));
}

/* The checklist ID with ANCHOR as its new day. */
static enum status
show_list(struct app *app, int64_t id, int anchor, struct strs *out,
    struct err *e)
{
	struct checklist_moves m;
	struct row *list;
	enum status st = store_load(app->db, entities[ENT_checklist], id,
	    false, &list, e);

	if (st != ST_OK)
		return st;
	st = checklist_preview(app, id, anchor, &m, e);
	if (st == ST_OK && m.n > 0)
		add_moves(app, list, anchor, &m, out);
	if (st == ST_OK)
		checklist_moves_clear(&m);
	row_free(list);
	return st;
}

/* Those whose anchor is the day OLD has in field F. */
static enum status
show_lists(struct app *app, const struct row *old, const struct row *row,
    int f, struct strs *out, struct err *e)
{
	struct rule_ids ids;
	enum status st = rules_checklists_from(app->db, row->id,
	    row_get(old, f), &ids, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = show_list(app, ids.v[i], row_day(row, f), out, e);
	free(ids.v);
	return st;
}

enum status
checklist_shown(struct app *app, const struct row *old, const struct row *row,
    struct strs *out, struct err *e)
{
	bool own = row->ent->no == ENT_checklist;
	int f = own ? F_checklist_anchor : checklist_day_of(row->ent);

	if (f < 0 || row_same(old, row, f) || row_day(old, f) == DAY_NONE ||
	    row_day(row, f) == DAY_NONE)
		return ST_OK;
	if (!own)
		return show_lists(app, old, row, f, out, e);
	return row_is_empty(row, F_checklist_archived) ?
	    show_list(app, row->id, row_day(row, f), out, e) : ST_OK;
}
