/* list_screen.c - any entity's list: filter, order, columns, marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/list_screen.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/list_actions.h"
#include "ui/record_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/tick.h"
#include "ui/years.h"

struct list_screen {
	struct screen	 s;
	struct list_view v;
	char		*name;		/* of the filter it opened with */
	char		*named;		/* that filter */
};

struct list_arg {
	const struct entity	*ent;
	const char		*filter, *name;
};

static enum status
list_start(struct screen *s, const void *arg, struct err *e)
{
	struct list_screen *ls = (struct list_screen *)s;
	const struct list_arg *a = arg;

	if (a->name) {
		ls->name = xstrdup(a->name);
		ls->named = xstrdup(a->filter);
	}
	return list_view_open(&ls->v, s->ui, a->ent, a->filter, e);
}

static void
list_close(struct screen *s)
{
	struct list_screen *ls = (struct list_screen *)s;

	list_view_close(&ls->v);
	free(ls->name);
	free(ls->named);
}

static void
list_layout(struct screen *s)
{
	list_view_layout(&((struct list_screen *)s)->v, s->rows - 1, s->cols);
}

static void
list_draw(struct screen *s)
{
	list_view_draw(&((struct list_screen *)s)->v, &s->p, 0);
}

static void
list_where(const struct screen *s, struct buf *out)
{
	const struct list_screen *ls = (const struct list_screen *)s;
	const struct list_view *v = &ls->v;

	buf_add(out, v->l.spec.ent->plural);
	if (ls->name && str_eq(ls->named, v->l.text))
		buf_addf(out, " > %s", ls->name);
	else if (*v->l.text)
		buf_addf(out, " > %s", v->l.text);
}

static void
list_right(const struct screen *s, struct buf *out)
{
	years_mark(s->ui, out);
	if (out->n)
		buf_add(out, "   ");
	list_view_counts(&((const struct list_screen *)s)->v, out);
}

static bool
list_has_row(const struct screen *s)
{
	return list_view_row(&((const struct list_screen *)s)->v) != NULL;
}

static const char *
list_why_not(const struct screen *s, enum request r)
{
	const struct list_view *v = &((const struct list_screen *)s)->v;

	if (r == REQ_TICK || r == REQ_SNOOZE || r == REQ_NUMBERS)
		return tick_refused(v->l.spec.ent, r);
	if (r == REQ_UNMARK && !v->nmarks)
		return "Nothing is marked.";
	return NULL;
}

static void
on_typing(struct ui *ui, void *arg, const char *text)
{
	struct list_screen *ls = arg;

	(void)ui;
	list_view_typing(&ls->v, text);
}

/* Enter keeps the filter, Esc takes it off. */
static bool
on_filter(struct ui *ui, void *arg, const char *text)
{
	struct list_screen *ls = arg;

	(void)ui;
	if (!text || !str_eq(text, ls->v.l.text))
		list_view_typing(&ls->v, text ? text : "");
	list_view_flush(&ls->v);
	return true;
}

static void
open_row(struct list_screen *ls)
{
	const struct list_view *v = &ls->v;

	record_open(ls->s.ui, v->l.spec.ent, list_view_row(v)->id, &ls->s);
}

static enum request
list_request(struct screen *s, enum request r)
{
	struct list_screen *ls = (struct list_screen *)s;
	struct list_view *v = &ls->v;

	if (list_view_move(v, r) || list_action(s->ui, v, r))
		return REQ_NONE;
	switch (r) {
	case REQ_OPEN:
		open_row(ls);
		return REQ_NONE;
	case REQ_NEW:
		form_open(s->ui, v->l.spec.ent, 0, NULL);
		return REQ_NONE;
	case REQ_FILTER:
		dialog_filter(s->ui, v->l.text, on_filter, on_typing, ls);
		return REQ_NONE;
	case REQ_ESCAPE:
		if (!*v->l.text && !v->nmarks)
			return r;
		if (*v->l.text)
			list_view_filter(v, "");
		else
			list_view_unmark(v);
		return REQ_NONE;
	default:
		return r;
	}
}

/* What I did myself may leave at once; what others did greys. */
static void
list_data_changed(struct screen *s)
{
	struct list_screen *ls = (struct list_screen *)s;

	list_view_refresh(&ls->v, s->ui->own == s->ui->changed);
}

static bool
list_idle(struct screen *s)
{
	return list_view_idle(&((struct list_screen *)s)->v);
}

static size_t
list_schools(const struct screen *s, int64_t *out, size_t max)
{
	const struct list_view *v = &((const struct list_screen *)s)->v;
	const struct list_row *r = list_view_row(v);
	size_t i;

	if (v->l.spec.ent->no != ENT_school)
		return 0;
	for (i = 0; i < v->nmarks && i < max; i++)
		out[i] = v->mark[i];
	if (!v->nmarks && r && max)
		out[i++] = r->id;
	return i;
}

static bool
list_here(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct list_view *v = &((const struct list_screen *)s)->v;
	const struct list_row *r = list_view_row(v);

	if (!r)
		return false;
	*ent = v->l.spec.ent;
	*id = r->id;
	return true;
}

static int64_t
list_neighbour(struct screen *s, int64_t id, int dir)
{
	return list_view_neighbour(&((struct list_screen *)s)->v, id, dir);
}

static const struct screen_ops list_ops = {
	.name = "A list", .size = sizeof(struct list_screen),
	.groups = G_ROW | G_LIST | G_MOVE | G_EVERY,
	.open = list_start, .close = list_close, .layout = list_layout,
	.draw = list_draw, .where = list_where, .right = list_right,
	.why_not = list_why_not, .has_row = list_has_row,
	.request = list_request, .data_changed = list_data_changed,
	.idle = list_idle, .schools = list_schools, .here = list_here,
	.neighbour = list_neighbour,
};

void
list_open(struct ui *ui, const struct entity *ent, const char *filter,
    const char *name)
{
	struct list_arg a = {ent, filter, name};

	stack_show(ui, &list_ops, &a);
}
