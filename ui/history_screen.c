/* history_screen.c - g h: every step, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/command.h"
#include "ui/history_view.h"
#include "ui/menus.h"
#include "ui/stack.h"

struct history_screen {
	struct screen	 s;
	struct history_view v;
};

struct history_arg {
	const struct entity	*ent;
	int64_t			 id;
};

static enum status
history_start(struct screen *s, const void *arg, struct err *e)
{
	const struct history_arg *a = arg;

	return history_view_open(&((struct history_screen *)s)->v, s->ui,
	    a->ent, a->id, e);
}

static void
history_close(struct screen *s)
{
	history_view_close(&((struct history_screen *)s)->v);
}

static void
history_layout(struct screen *s)
{
	struct history_view *v = &((struct history_screen *)s)->v;

	v->rows = s->rows;
	v->cols = s->cols;
}

static void
history_draw(struct screen *s)
{
	history_view_draw(&((struct history_screen *)s)->v, &s->p, 0);
}

static void
history_where(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "History");
}

static bool
history_has_row(const struct screen *s)
{
	return history_view_step(&((const struct history_screen *)s)->v);
}

static const char *
history_why_not(const struct screen *s, enum request r)
{
	(void)s;
	if (request_info[r].group == GROUP_ROW && r != REQ_OPEN)
		return "";
	return r == REQ_UNDO ? "" : NULL;
}

static enum request
history_request(struct screen *s, enum request r)
{
	struct history_view *v = &((struct history_screen *)s)->v;

	if (history_view_move(v, r))
		return REQ_NONE;
	if (r == REQ_OPEN)
		history_view_show(v);
	else if (r == REQ_UNDO_ROW)
		command_undo(s->ui, history_view_step(v)->seq);
	else
		return r;
	return REQ_NONE;
}

static void
history_changed(struct screen *s)
{
	history_view_refresh(&((struct history_screen *)s)->v);
}

static const struct screen_ops history_ops = {
	.name = "History", .size = sizeof(struct history_screen),
	.groups = G_HIST | G_MOVE | G_ROW | G_EVERY,
	.open = history_start, .close = history_close,
	.layout = history_layout, .draw = history_draw,
	.where = history_where, .why_not = history_why_not,
	.has_row = history_has_row, .request = history_request,
	.data_changed = history_changed,
};

void
history_open(struct ui *ui, const struct entity *ent, int64_t id)
{
	struct history_arg a = {ent, id};

	stack_show(ui, &history_ops, &a);
}
