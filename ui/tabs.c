/* tabs.c - the table of tabs; list and history tabs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tabs.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/id.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/history_view.h"
#include "ui/list_actions.h"
#include "ui/record_screen.h"
#include "ui/statusbar.h"
#include "ui/years.h"

#define ENT_NONE (-1)

static const struct tab_info table[] = {
#define TAB(e, t, k, l, f, x, o) \
	{ENT_##e, t, &tab_##k, (int)ENT_##l, f, x, o},
#include "ui/tabs.def"
};

/* For entities without rows of their own. */
static const struct tab_info plain[] = {
	{ENT_MAX, "Overview", &tab_fields, -1, "", "", ""},
	{ENT_MAX, "History", &tab_history, -1, "", "", ""},
};

size_t
tabs_of(const struct entity *ent, const struct tab_info **out, size_t max)
{
	size_t i, n = 0;

	for (i = 0; i < sizeof table / sizeof table[0] && n < max; i++)
		if (table[i].ent == ent->no)
			out[n++] = &table[i];
	if (n)
		return n;
	out[0] = &plain[0];
	out[1] = &plain[1];
	return 2;
}

/* --- a list -------------------------------------------------------------- */

struct list_tab {
	struct tab	 t;
	struct list_view v;
	char		*base;		/* the filter that makes it a tab */
	int		 year;		/* it was made in */
	bool		 of_year;	/* only what is of that year */
};

/* The column that would say the same in every row. */
static void
drop_link(struct list_view *v, const char *field)
{
	int f = entity_field(v->l.spec.ent, field);
	int *cols = xcalloc(v->l.ncols + 1, sizeof *cols);
	size_t i, n = 0;

	for (i = 0; i < v->l.ncols; i++)
		if (v->l.cols[i] != f)
			cols[n++] = v->l.cols[i];
	if (n)
		list_view_columns(v, cols, n);
	free(cols);
}

/* In another year than the present one, records of that year, whatever the tab
 * has else; but all of a record that lies within one year itself. */
static void
make_base(struct list_tab *l)
{
	const struct tab *t = &l->t;
	struct buf b, year;

	buf_init(&b, BUF_LINE);
	buf_init(&year, BUF_LINE);
	if (!years_within(t->row->ent))
		years_filter(t->ui, entities[t->info->list], &year);
	buf_addf(&b, "%s:", t->info->field);
	ref_text(t->ui->app, t->row->ent, t->row->id, &b);
	if (year.n)
		buf_addf(&b, "%s ", year.p);
	else
		buf_addf(&b, "%s%s ", *t->info->extra ? " " : "",
		    t->info->extra);
	l->year = years_chosen(t->ui);
	l->of_year = year.n > 0;
	free(l->base);
	l->base = buf_take(&b);
	buf_clear(&year);
}

/* The view has its filter: what of that is the tab's. */
static void
based(struct list_tab *l)
{
	l->v.base = strlen(l->base);
	l->v.none = l->of_year ? "There is nothing here of that year." : NULL;
}

static enum status
list_tab_open(struct tab *t, struct err *e)
{
	struct list_tab *l = (struct list_tab *)t;
	enum status st;

	make_base(l);
	st = list_view_open(&l->v, t->ui, entities[t->info->list], l->base, e);
	if (!st)
		drop_link(&l->v, t->info->field);
	based(l);
	return st;
}

static void
list_tab_close(struct tab *t)
{
	struct list_tab *l = (struct list_tab *)t;

	list_view_close(&l->v);
	free(l->base);
}

static void
list_tab_layout(struct tab *t)
{
	list_view_layout(&((struct list_tab *)t)->v, t->rows - 1, t->cols);
}

static void
list_tab_draw(struct tab *t, int y)
{
	list_view_draw(&((struct list_tab *)t)->v, &t->s->p, y);
}

static bool
list_tab_has_row(const struct tab *t)
{
	return list_view_row(&((const struct list_tab *)t)->v) != NULL;
}

static void
set_filter(struct list_tab *l, const char *text)
{
	char *all = xasprintf("%s%s", l->base, text);

	list_view_typing(&l->v, all);
	free(all);
}

static void
on_typing(struct ui *ui, void *arg, const char *text)
{
	(void)ui;
	set_filter(arg, text);
}

static bool
on_filter(struct ui *ui, void *arg, const char *text)
{
	struct list_tab *l = arg;

	(void)ui;
	if (!text || !str_eq(text, l->v.l.text + l->v.base))
		set_filter(l, text ? text : "");
	list_view_flush(&l->v);
	return true;
}

/* What is added to a record of a school is of that school. */
static void
add_school(struct row *preset, const struct row *owner)
{
	int from = entity_field(owner->ent, "school");
	int to = entity_field(preset->ent, "school");

	if (from >= 0 && to >= 0 && row_ref(owner, from) &&
	    !*row_get(preset, to))
		row_set(preset, to, row_get(owner, from));
}

void
tab_read_again(struct tab *t, bool own)
{
	struct err e = {0};

	(void)own;
	if (!t->info->ops->open(t, &e))
		t->info->ops->layout(t);
	else if (e.st != ST_BUSY)
		say_err(t->ui, &e);
}

void
tab_add(struct ui *ui, const struct tab_info *info, const struct row *owner)
{
	const struct entity *ent = entities[info->list];
	struct row *preset = row_new(ent);
	int f = entity_field(ent, info->field);
	char code[ID_CODE];
	const char *v[16] = {code};

	id_code(owner->id, code);
	if (f >= 0 && ent->fields[f].type == FT_SET)
		set_put(row_members(preset, f), ent->fields[f].set, v);
	else if (f >= 0)
		row_set_ref(preset, f, owner->ent->id, owner->id);
	add_school(preset, owner);
	form_open(ui, ent, 0, preset);
	row_free(preset);
}

/* The record of the row, or the one its field names. */
static void
open_row(const struct list_tab *l)
{
	const struct entity *ent = entities[l->t.info->list];
	int f = entity_field(ent, l->t.info->opens);
	int64_t id = list_view_row(&l->v)->id;
	struct row *row;
	struct err e = {0};
	char *name;

	if (f >= 0 && !record_load(l->t.ui->app, ent, id, &row, &e)) {
		name = xstrdup(ent->fields[f].type == FT_ANY ?
		    row_get(row, f) : ent->fields[f].ref);
		name[strcspn(name, "/")] = '\0';
		if (row_ref(row, f) && entity_find(name)) {
			ent = entity_find(name);
			id = row_ref(row, f);
		}
		free(name);
		row_free(row);
	}
	record_open(l->t.ui, ent, id, NULL);
}

static enum request
list_tab_request(struct tab *t, enum request r)
{
	struct list_tab *l = (struct list_tab *)t;

	if (list_view_move(&l->v, r) || list_action(t->ui, &l->v, r))
		return REQ_NONE;
	switch (r) {
	case REQ_OPEN:
		open_row(l);
		return REQ_NONE;
	case REQ_NEW:
		tab_add(t->ui, t->info, t->row);
		return REQ_NONE;
	case REQ_FILTER:
		dialog_filter(t->ui, l->v.l.text + l->v.base, on_filter,
		    on_typing, l);
		return REQ_NONE;
	case REQ_ESCAPE:
		if (!l->v.l.text[l->v.base])
			return r;
		set_filter(l, "");
		list_view_flush(&l->v);
		return REQ_NONE;
	default:
		return r;
	}
}

static void
list_tab_refresh(struct tab *t, bool own)
{
	struct list_tab *l = (struct list_tab *)t;
	char *typed, *all;

	if (l->year == years_chosen(t->ui)) {
		list_view_refresh(&l->v, own);
		return;
	}
	typed = xstrdup(l->v.l.text + l->v.base);
	make_base(l);
	based(l);
	all = xasprintf("%s%s", l->base, typed);
	list_view_year(&l->v, all);
	free(all);
	free(typed);
}

static bool
list_tab_idle(struct tab *t)
{
	return list_view_idle(&((struct list_tab *)t)->v);
}

static void
list_tab_right(const struct tab *t, struct buf *out)
{
	list_view_counts(&((const struct list_tab *)t)->v, out);
}

static bool
list_tab_here(const struct tab *t, const struct entity **ent, int64_t *id)
{
	const struct list_row *r =
	    list_view_row(&((const struct list_tab *)t)->v);

	if (!r)
		return false;
	*ent = entities[t->info->list];
	*id = r->id;
	return true;
}

const struct tab_ops tab_list = {
	.size = sizeof(struct list_tab),
	.groups = G_ROW | G_LIST | G_MOVE,
	.open = list_tab_open, .close = list_tab_close,
	.layout = list_tab_layout, .draw = list_tab_draw,
	.has_row = list_tab_has_row, .request = list_tab_request,
	.refresh = list_tab_refresh, .idle = list_tab_idle,
	.right = list_tab_right, .here = list_tab_here,
};

/* --- its history --------------------------------------------------------- */

struct history_tab {
	struct tab	 t;
	struct history_view v;
};

static enum status
history_tab_open(struct tab *t, struct err *e)
{
	struct history_query q = {HISTORY_ALL, .ent = t->row->ent,
		.row = t->row->id};

	return history_view_open(&((struct history_tab *)t)->v, t->ui, &q, e);
}

static void
history_tab_close(struct tab *t)
{
	history_view_close(&((struct history_tab *)t)->v);
}

static void
history_tab_layout(struct tab *t)
{
	struct history_view *v = &((struct history_tab *)t)->v;

	v->rows = t->rows;
	v->cols = t->cols;
}

static void
history_tab_draw(struct tab *t, int y)
{
	history_view_draw(&((struct history_tab *)t)->v, &t->s->p, y);
}

static bool
history_tab_has_row(const struct tab *t)
{
	return history_view_step(&((const struct history_tab *)t)->v);
}

static enum request
history_tab_request(struct tab *t, enum request r)
{
	struct history_view *v = &((struct history_tab *)t)->v;

	if (history_view_move(v, r))
		return REQ_NONE;
	if (r == REQ_OPEN)
		history_view_show(v);
	else if (r == REQ_UNDO && history_view_step(v))
		command_undo(t->ui, history_view_step(v)->seq);
	else
		return r;
	return REQ_NONE;
}

static void
history_tab_refresh(struct tab *t, bool own)
{
	(void)own;
	history_view_refresh(&((struct history_tab *)t)->v);
}

static void
history_tab_hint(const struct tab *t, struct buf *out)
{
	buf_add(out, years_other(t->ui) ?
	    "Steps of all years. Enter shows one; u takes it back." :
	    "Enter shows what it changed; u takes this one back.");
}

const struct tab_ops tab_history = {
	.size = sizeof(struct history_tab), .groups = G_ROW | G_MOVE,
	.open = history_tab_open, .close = history_tab_close,
	.layout = history_tab_layout, .draw = history_tab_draw,
	.has_row = history_tab_has_row, .request = history_tab_request,
	.refresh = history_tab_refresh, .hint = history_tab_hint,
};
