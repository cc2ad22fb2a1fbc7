/* record_screen.c - one record: its overview and tabs (tabs.def).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record_screen.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/assess_screen.h"
#include "ui/dialog.h"
#include "ui/list_actions.h"
#include "ui/list_screen.h"
#include "ui/record_inner.h"
#include "ui/return_deeds.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"
#include "ui/tick.h"
#include "ui/years.h"

struct record_arg {
	const struct entity	*ent;
	int64_t			 id;
	struct screen		*from;
};

/* What a tab reads, and the record itself, is as at the day of the academic
 * year looked at; what is done is of today (ui/years.h). */

/* --- tabs ---------------------------------------------------------------- */

static void
close_tab(struct record *r)
{
	if (!r->tab)
		return;
	if (r->tab->info->ops->close)
		r->tab->info->ops->close(r->tab);
	free(r->tab);
	r->tab = NULL;
}

static void
lay_tab(struct record *r)
{
	int was;

	if (!r->tab || !r->s.p.win)
		return;
	r->tab->rows = r->s.rows - 1;
	r->tab->cols = r->s.cols;
	was = years_look(r->s.ui);
	if (r->tab->info->ops->layout)
		r->tab->info->ops->layout(r->tab);
	app_look_back(r->s.app, was);
}

static enum status
open_tab(struct record *r, size_t i, struct err *e)
{
	const struct tab_ops *ops = r->info[i]->ops;
	struct tab *t = xcalloc(1, ops->size);
	enum status st;
	int was;

	t->info = r->info[i];
	t->s = &r->s;
	t->ui = r->s.ui;
	t->row = r->row;
	t->rows = r->s.rows - 1;
	t->cols = r->s.cols;
	was = years_look(r->s.ui);
	st = ops->open(t, e);
	app_look_back(r->s.app, was);
	if (st) {
		if (ops->close)
			ops->close(t);
		free(t);
		return st;
	}
	close_tab(r);
	r->tab = t;
	r->at = i;
	lay_tab(r);
	return ST_OK;
}

static void
switch_tab(struct record *r, size_t i)
{
	struct err e = {0};

	if (i >= r->ntabs)
		say(r->s.ui, "There are %zu tabs here.", r->ntabs);
	else if (open_tab(r, i, &e))
		say_err(r->s.ui, &e);
}

static void
on_more(struct ui *ui, void *arg, int n)
{
	struct record *r = arg;

	(void)ui;
	if (n >= 0)
		switch_tab(r, record_shown_tabs(r) + (size_t)n);
}

static void
more_tabs(struct record *r)
{
	size_t shown = record_shown_tabs(r), i;
	struct strs names = {0};

	for (i = shown; i < r->ntabs; i++)
		strs_add(&names, r->info[i]->title);
	dialog_choose(r->s.ui, "More", "", &names,
	    r->at > shown ? (int)(r->at - shown) : 0, on_more, r);
	strs_clear(&names);
}

static void
tab_key(struct record *r, size_t i)
{
	if (r->ntabs > KEYED && i >= record_shown_tabs(r))
		more_tabs(r);
	else
		switch_tab(r, i);
}

/* --- the record ---------------------------------------------------------- */

static enum status
load(struct record *r, int64_t id, struct err *e)
{
	int was = years_look(r->s.ui);
	struct row *row;
	struct buf b;
	enum status st = record_load(r->s.app, r->ent, id, &row, e);

	if (!st) {
		row_free(r->row);
		free(r->title);
		r->row = row;
		buf_init(&b, BUF_LINE);
		title_text(r->s.app, r->ent, id, &b);
		r->title = buf_take(&b);
		if (r->tab)
			r->tab->row = row;
	}
	app_look_back(r->s.app, was);
	return st;
}

static enum status
record_start(struct screen *s, const void *arg, struct err *e)
{
	struct record *r = (struct record *)s;
	const struct record_arg *a = arg;
	enum status st;

	r->ent = a->ent;
	r->from = a->from;
	r->ntabs = tabs_of(a->ent, r->info, TABS);
	s->rows = s->ui->rows - 3;	/* until it is laid out */
	s->cols = s->ui->cols;
	st = load(r, a->id, e);
	return st ? st : open_tab(r, 0, e);
}

static void
record_close(struct screen *s)
{
	struct record *r = (struct record *)s;

	close_tab(r);
	row_free(r->row);
	free(r->title);
}

static void
record_layout(struct screen *s)
{
	lay_tab((struct record *)s);
}

static void
record_hint(const struct screen *s, struct buf *out)
{
	const struct record *r = (const struct record *)s;

	if (r->tab->info->ops->hint)
		r->tab->info->ops->hint(r->tab, out);
}

/* --- what can be done ---------------------------------------------------- */

/* A list in the tab: its rows are what e, x, t and their like mean. */
static bool
on_rows(const struct record *r)
{
	return r->tab->info->ops->here != NULL;
}

/* The tab in which n adds one while no list is open: its encounters, else its
 * first list. */
static const struct tab_info *
adds(const struct record *r)
{
	const struct tab_info *first = NULL;
	size_t i;

	for (i = 0; i < r->ntabs; i++) {
		if (r->info[i]->list == ENT_encounter)
			return r->info[i];
		if (r->info[i]->list >= 0 && !first)
			first = r->info[i];
	}
	return first;
}

static const char *
record_why_not(const struct screen *s, enum request q)
{
	const struct record *r = (const struct record *)s;
	const struct tab_ops *ops = r->tab->info->ops;
	enum req_group g = request_info[q].group;

	if (q >= REQ_TAB_1 && q <= REQ_TAB_9)
		return (size_t)(q - REQ_TAB_1) < r->ntabs ? NULL :
		    "This record has no such tab; Tab goes to the next.";
	if ((q == REQ_PREV_REC || q == REQ_NEXT_REC) && !r->from)
		return "It was not opened from a list.";
	if (q == REQ_SUCCEED && r->ent->no != ENT_school)
		return "Only a school goes on as another.";
	if (q == REQ_TICK || q == REQ_SNOOZE || q == REQ_NUMBERS)
		return tick_refused(on_rows(r) ? entities[r->tab->info->list] :
		    r->ent, q);
	if (q == REQ_FILTER && ops->filters)
		return NULL;
	if (q == REQ_FILTER && !(ops->groups & G_LIST))
		return "This tab has no filter; the timeline and lists have.";
	if (ops->groups & G_RETURN && (q == REQ_IMPORT || g == GROUP_RETURN))
		return return_refused(row_is(r->row, F_return_status,
		    "confirmed"), q);
	if (g == GROUP_LIST || g == GROUP_FIGURE || g == GROUP_RETURN)
		return ops->groups & 1u << g ? NULL : "";
	if (q == REQ_NEW && !on_rows(r) && !adds(r) &&
	    r->ent->no != ENT_return)
		return "Nothing is added to this; Tab goes to the next tab.";
	return NULL;
}

static bool
record_has_row(const struct screen *s)
{
	const struct record *r = (const struct record *)s;

	return !on_rows(r) || r->tab->info->ops->has_row(r->tab);
}

static const char *
record_word(const struct screen *s, enum request q)
{
	return q == REQ_OPEN ?
	    ((const struct record *)s)->tab->info->ops->enter : NULL;
}

static void
walk(struct record *r, int dir)
{
	struct err e = {0};
	int64_t id = r->from->ops->neighbour(r->from, r->row->id, dir);

	if (!id)
		say(r->s.ui, dir < 0 ? "This is the first of the list." :
		    "This is the last of the list.");
	else if (load(r, id, &e) || open_tab(r, r->at, &e))
		say_err(r->s.ui, &e);
}

static enum request
on_record(struct record *r, enum request q)
{
	if (q == REQ_NEW) {
		tab_add(r->s.ui, adds(r), r->row);
		return REQ_NONE;
	}
	return record_action(r->s.ui, r->ent, r->row->id, q) ? REQ_NONE : q;
}

static enum request
record_request(struct screen *s, enum request q)
{
	struct record *r = (struct record *)s;

	q = r->tab->info->ops->request(r->tab, q);
	if (q == REQ_NONE)
		return q;
	if (q >= REQ_TAB_1 && q <= REQ_TAB_9) {
		tab_key(r, (size_t)(q - REQ_TAB_1));
		return REQ_NONE;
	}
	switch (q) {
	case REQ_NEXT_TAB:
		switch_tab(r, (r->at + 1) % r->ntabs);
		return REQ_NONE;
	case REQ_PREV_TAB:
		switch_tab(r, (r->at + r->ntabs - 1) % r->ntabs);
		return REQ_NONE;
	case REQ_HISTORY:
		switch_tab(r, r->ntabs - 1);
		return REQ_NONE;
	case REQ_PREV_REC: case REQ_NEXT_REC:
		walk(r, q == REQ_PREV_REC ? -1 : 1);
		return REQ_NONE;
	case REQ_EARLIER: case REQ_LATER:
		years_step(s, q == REQ_EARLIER ? -1 : 1);
		return REQ_NONE;
	default:
		return on_record(r, q);
	}
}

static void
record_changed(struct screen *s)
{
	struct record *r = (struct record *)s;
	struct err e = {0};
	int was;

	if (load(r, r->row->id, &e)) {
		if (e.st == ST_NOT_FOUND && s->ui->top == s)
			stack_pop(s);
		else if (e.st != ST_BUSY && e.st != ST_NOT_FOUND)
			say_err(s->ui, &e);
		return;
	}
	was = years_look(s->ui);
	if (r->tab->info->ops->refresh)
		r->tab->info->ops->refresh(r->tab,
		    s->ui->own == s->ui->changed);
	app_look_back(s->app, was);
}

static bool
record_idle(struct screen *s)
{
	struct tab *t = ((struct record *)s)->tab;
	int was = years_look(s->ui);
	bool more = t->info->ops->idle && t->info->ops->idle(t);

	app_look_back(s->app, was);
	return more;
}

static size_t
record_schools(const struct screen *s, int64_t *out, size_t max)
{
	const struct record *r = (const struct record *)s;

	if (r->ent->no != ENT_school || !max)
		return 0;
	out[0] = r->row->id;
	return 1;
}

/* The row under the cursor of a list in the tab, else the record itself. */
static bool
record_here(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct record *r = (const struct record *)s;

	if (on_rows(r))
		return r->tab->info->ops->here(r->tab, ent, id);
	*ent = r->ent;
	*id = r->row->id;
	return true;
}

static bool
record_record(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct record *r = (const struct record *)s;

	*ent = r->ent;
	*id = r->row->id;
	return true;
}

static const struct screen_ops record_ops = {
	.name = "A record", .size = sizeof(struct record),
	.groups = G_RETURN | G_ROW | G_LIST | G_RECORD | G_FIGURE | G_TIME |
	    G_MOVE | G_EVERY,
	.open = record_start, .close = record_close,
	.layout = record_layout, .draw = record_draw, .where = record_where,
	.right = record_right, .hint = record_hint,
	.why_not = record_why_not, .has_row = record_has_row,
	.word = record_word,
	.request = record_request, .data_changed = record_changed,
	.idle = record_idle, .schools = record_schools,
	.here = record_here, .record = record_record,
};

void
record_open(struct ui *ui, const struct entity *ent, int64_t id,
    struct screen *from)
{
	struct record_arg a = {ent, id, from};

	if (ent->no == ENT_assessment && assess_shows(ui, id))
		return;
	stack_show(ui, &record_ops, &a);
}
