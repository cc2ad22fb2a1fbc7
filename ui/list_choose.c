/* list_choose.c - the order and the columns of a list, chosen from menus.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/list_actions.h"
#include "ui/menu_list.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* --- order --------------------------------------------------------------- */

static bool
may_sort(const struct field *f)
{
	return f->type != FT_SET && f->type != FT_NOTE &&
	    !(f->flags & (FF_HIDDEN | FF_DERIVED)) &&
	    f->flags & (FF_LIST | FF_SORT);
}

/* The N-th field that may sort. */
static int
nth_sort(const struct entity *ent, int n)
{
	size_t f;

	for (f = 0; f < ent->nfields; f++)
		if (may_sort(&ent->fields[f]) && n-- == 0)
			return (int)f;
	return -1;
}

static void
on_sort(struct ui *ui, void *arg, int n)
{
	struct list_view *v = arg;
	const struct entity *ent = v->l.spec.ent;
	int f;

	if (n < 0)
		return;
	f = n == 0 ? -1 : nth_sort(ent, n - 1);
	list_view_sort(v, f, f >= 0 && f == v->l.spec.sort && !v->l.spec.desc);
	if (*ui->message)
		return;
	if (f < 0)
		say(ui, "In the usual order.");
	else
		say(ui, "Sorted by %s%s.", ent->fields[f].label,
		    v->l.spec.desc ? ", turned round" : "");
}

void
list_choose_sort(struct ui *ui, struct list_view *v)
{
	const struct entity *ent = v->l.spec.ent;
	struct strs choices = {0};
	int f, n, first = 0;

	strs_add(&choices, ent->soonest ? "Soonest first" :
	    ent->main_date >= 0 ? "Newest first" : "Usual");
	for (n = 0; (f = nth_sort(ent, n)) >= 0; n++) {
		strs_take(&choices, xasprintf("%s%s%s", ent->fields[f].label,
		    list_sort_indexed(ent, f) ? "" :
		    "  (when at most 5,000 rows fit)",
		    f == v->l.spec.sort ? "  - again turns it round" : ""));
		if (f == v->l.spec.sort)
			first = n + 1;
	}
	dialog_choose(ui, "Sort by", "", &choices, first, on_sort, v);
	strs_clear(&choices);
}

/* --- columns ------------------------------------------------------------- */

struct columns {
	struct screen	 s;
	struct list_view *v;
	struct menu_list list;
	bool		*on;		/* per field */
};

static bool
may_show(const struct field *f)
{
	return f->type != FT_NOTE && !(f->flags & (FF_HIDDEN | FF_SYSTEM));
}

static void
fill(struct columns *c)
{
	const struct entity *ent = c->v->l.spec.ent;
	size_t at = c->list.at, f;
	const struct menu_item *it = menu_list_chosen(&c->list);

	if (it)
		at = (size_t)(it - c->list.v);
	menu_list_reset(&c->list);
	for (f = 0; f < ent->nfields; f++)
		if (may_show(&ent->fields[f]))
			menu_list_add(&c->list, c->on[f] ? "[x]" : "[ ]",
			    ent->fields[f].label, (int)f);
	c->list.at = at;
}

static enum status
columns_open(struct screen *s, const void *arg, struct err *e)
{
	struct columns *c = (struct columns *)s;
	size_t i;

	(void)e;
	c->v = (struct list_view *)(uintptr_t)arg;
	c->on = xcalloc(c->v->l.spec.ent->nfields, sizeof *c->on);
	for (i = 0; i < c->v->l.ncols; i++)
		c->on[c->v->l.cols[i]] = true;
	fill(c);
	return ST_OK;
}

static void
columns_close(struct screen *s)
{
	struct columns *c = (struct columns *)s;

	menu_list_clear(&c->list);
	free(c->on);
}

static void
columns_place(struct screen *s, int rows, int cols, struct place *at)
{
	const struct columns *c = (const struct columns *)s;
	int n = (int)c->list.n + 2;

	at->rows = n < rows - 4 ? n : rows - 4;
	at->cols = 44;
	at->y = (rows - at->rows) / 2;
	at->x = (cols - at->cols) / 2;
}

static void
columns_layout(struct screen *s)
{
	struct columns *c = (struct columns *)s;

	menu_list_place(&c->list, &s->p, s->rows - 2, s->cols - 2, 1, 1);
}

static void
columns_draw(struct screen *s)
{
	draw_frame(&s->p, "Columns");
	menu_list_draw(&((struct columns *)s)->list, &s->p);
}

/* Those that were shown keep their order; new ones follow. */
static void
take(struct columns *c)
{
	struct list_view *v = c->v;
	size_t n = 0, i, nf = v->l.spec.ent->nfields;
	int *cols = xcalloc(nf + 1, sizeof *cols);

	for (i = 0; i < v->l.ncols; i++)
		if (c->on[v->l.cols[i]]) {
			c->on[v->l.cols[i]] = false;
			cols[n++] = v->l.cols[i];
		}
	for (i = 0; i < nf; i++)
		if (c->on[i])
			cols[n++] = (int)i;
	stack_pop(&c->s);
	if (n)
		list_view_columns(v, cols, n);
	else
		say(v->ui, "A list needs at least one column.");
	free(cols);
}

static enum request
columns_request(struct screen *s, enum request r)
{
	struct columns *c = (struct columns *)s;

	if (menu_list_move(&c->list, r))
		return REQ_NONE;
	if (r == REQ_MENU_OK)
		take(c);
	else if (r == REQ_MENU_LEAVE)
		stack_pop(s);
	return REQ_NONE;
}

static bool
columns_key(struct screen *s, int key)
{
	struct columns *c = (struct columns *)s;
	const struct menu_item *it = menu_list_chosen(&c->list);

	if (key != ' ' || !it)
		return false;
	c->on[it->value] = !c->on[it->value];
	fill(c);
	columns_layout(s);
	return true;
}

static void
columns_bar(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "Space show or hide   Enter take it   Esc leave");
}

static const struct screen_ops columns_ops = {
	.name = "Columns", .size = sizeof(struct columns), .groups = G_MENU,
	.flags = SF_POPUP | SF_OWNBAR, .open = columns_open,
	.close = columns_close, .place = columns_place,
	.layout = columns_layout, .draw = columns_draw,
	.request = columns_request, .key = columns_key, .bar = columns_bar,
};

void
list_choose_columns(struct ui *ui, struct list_view *v)
{
	stack_show(ui, &columns_ops, v);
}
