/* board_screen.c - schools side by side, every figure opening its records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows, filter and order are those of a list of schools; what stands in the
 * columns is made for the rows in the window alone, and what all come to when
 * no key waits.
 */
#include "ui/board_screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"
#include "ui/board_inner.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/list_rows.h"
#include "ui/report_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/years.h"

struct board_arg {
	const struct board_kind	*k;
	const char		*filter;
};

static struct board_screen *
of(struct screen *s)
{
	return (struct board_screen *)s;
}

/* --- what stands in the rows --------------------------------------------- */

const struct board_cell *
board_cached(const struct board_screen *b, int64_t id)
{
	size_t i;

	for (i = 0; i < b->ncache; i++)
		if (b->cache[i].id == id)
			return b->cache[i].cell;
	return NULL;
}

/* The data changed, or the year: all is made again. */
static void
forget(struct board_screen *b)
{
	size_t i;

	for (i = 0; i < b->ncache; i++)
		board_cells_free(b->k, b->cache[i].cell);
	b->ncache = 0;
	b->summed = false;
}

static void
look_at_rows(struct board_screen *b)
{
	struct list_view *v = &b->v;
	struct board_cell *cell;
	struct err e = {0};
	size_t i;

	if (b->ncache > 8 * rows_page(v)) {
		bool summed = b->summed;

		forget(b);
		b->summed = summed;
	}
	for (i = v->top; i < v->held.n && i < v->top + (size_t)v->rows; i++) {
		const struct list_row *r = &v->held.row[i];

		if (board_cached(b, r->id))
			continue;
		if (board_cells(b->s.app, b->k, r, v->l.spec.today, &cell,
		    &e)) {
			if (e.st != ST_BUSY && e.st != ST_INTERRUPTED)
				say_err(b->s.ui, &e);
			return;
		}
		b->cache = xreallocarray(b->cache, b->ncache + 1,
		    sizeof *b->cache);
		b->cache[b->ncache++] = (struct board_cached){r->id, cell};
	}
}

/* Make what the window shows, as at the day of the year looked at. */
static void
look(struct board_screen *b)
{
	int was = years_look(b->s.ui);

	look_at_rows(b);
	app_look_back(b->s.app, was);
}

static void
lay_out(struct board_screen *b)
{
	int nfoot = board_foot_rows(b);

	list_view_layout(&b->v, b->s.rows - 1 - nfoot - (nfoot > 0 &&
	    b->s.rows > 16), b->s.cols);
	board_place(b);
	look(b);
}

static void
sum_up(struct board_screen *b)
{
	int was = years_look(b->s.ui);
	struct board_sum sum;
	struct err e = {0};
	enum status st;

	b->summed = true;
	st = board_sum(b->s.app, &b->v.l.spec, b->v.l.spec.today, &sum, &e);
	if (!st) {
		strs_clear(&b->foot);
		b->k->foot(b->s.app, &sum, &b->foot);
	}
	app_look_back(b->s.app, was);
	if (!st)
		lay_out(b);
}

/* --- the screen ---------------------------------------------------------- */

static enum status
open_view(struct board_screen *b, const char *filter, struct err *e)
{
	const char *name = NULL;
	char *mine = NULL;
	enum status st = ST_OK;

	if (!filter) {
		st = board_default(b->s.app, b->s.app->today, &mine, &name, e);
		filter = mine;
		b->named = mine;
		b->name = xstrdup(name ? name : "");
	}
	if (!st)
		st = list_view_open(&b->v, b->s.ui, &school_entity, filter, e);
	if (!st)
		st = board_order(&b->v.l, b->k, e);
	if (!st)
		list_view_restart(&b->v, false);
	return st;
}

static enum status
screen_open(struct screen *s, const void *arg, struct err *e)
{
	struct board_screen *b = of(s);
	const struct board_arg *a = arg;

	b->k = a->k;
	b->v.ui = s->ui;
	return open_view(b, a->filter, e);
}

static void
screen_close(struct screen *s)
{
	struct board_screen *b = of(s);

	forget(b);
	free(b->cache);
	list_view_close(&b->v);
	strs_clear(&b->foot);
	free(b->named);
	free(b->name);
}

static void
screen_layout(struct screen *s)
{
	lay_out(of(s));
}

static void
screen_draw(struct screen *s)
{
	board_paint(of(s));
}

static void
screen_where(const struct screen *s, struct buf *out)
{
	const struct board_screen *b = (const struct board_screen *)s;

	buf_add(out, b->k->title);
	if (!*b->v.l.text)
		return;
	buf_add(out, " > ");
	board_called(b->v.l.text, b->named, b->name, out);
}

/* The column a field is sorted by. */
static const struct board_col *
sorted_by(const struct board_screen *b)
{
	size_t i;
	int f = b->v.l.spec.sort;

	for (i = 0; i < b->k->ncols && f >= 0; i++)
		if (str_eq(b->k->col[i].id, school_entity.fields[f].id))
			return &b->k->col[i];
	return &b->k->col[0];
}

static void
screen_right(const struct screen *s, struct buf *out)
{
	const struct board_screen *b = (const struct board_screen *)s;
	const struct board_col *col = sorted_by(b);
	const char *by = school_entity.fields[entity_field(&school_entity,
	    col->id)].label;
	char year[8];

	if (b->v.count >= 0)
		count_text(b->v.count > 1000 ? 1000 : b->v.count, out);
	if (b->v.count > 1000)
		buf_addc(out, '+');
	buf_addf(out, "   by %s   ", strlen(by) > 12 ? col->head : by);
	if (years_other(s->ui)) {
		years_mark(s->ui, out);
	} else {
		year_format(years_chosen(s->ui), year);
		buf_add(out, year);
	}
}

static const struct board_cell *
here(const struct board_screen *b)
{
	const struct list_row *r = list_view_row(&b->v);
	const struct board_cell *c = r ? board_cached(b, r->id) : NULL;

	return c && b->fig < b->nshown ? &c[b->shown[b->fig].col] : NULL;
}

static void
screen_hint(const struct screen *s, struct buf *out)
{
	const struct board_screen *b = (const struct board_screen *)s;
	const char *help = b->fig < b->nshown ?
	    b->k->col[b->shown[b->fig].col].help : "";

	buf_add(out, *help ? help : s->cols < 76 ?
	    ". does not apply, 0 none, ? not known." :
	    "Left and Right go from figure to figure. . does not apply, 0 none,"
	    " ? not known.");
}

static bool
screen_has_row(const struct screen *s)
{
	return here((const struct board_screen *)s) != NULL;
}

static const char *
screen_why_not(const struct screen *s, enum request r)
{
	(void)s;
	switch (request_info[r].group) {
	case GROUP_ROW:
		return r == REQ_OPEN || r == REQ_BRIEF || r == REQ_EVIDENCE ||
		    r == REQ_VISIT || r == REQ_FOLLOW || r == REQ_ASSESS ||
		    r == REQ_OFFICIAL ? NULL : "";
	case GROUP_LIST:
		return r == REQ_FILTER || r == REQ_SORT ? NULL : "";
	default:
		return NULL;
	}
}

/* --- what can be done ---------------------------------------------------- */

static void
open_figure(struct board_screen *b)
{
	const struct board_cell *c = here(b);
	const struct board_col *col = &b->k->col[b->shown[b->fig].col];
	const struct list_row *r = list_view_row(&b->v);
	char *name;

	if (c->ent && c->id) {
		command_open(b->s.ui, c->ent, c->id);
	} else if (c->ent) {
		name = xasprintf("%s, %s", r->cell[0],
		    *col->head ? col->head : col->id);
		command_drill(b->s.ui, c->ent, c->filter, name);
		free(name);
	} else if (c->report) {
		report_named(b->s.ui, c->report, c->words);
	} else if (c->said && *c->said) {
		dialog_text(b->s.ui, r->cell[0], c->said);
	} else if (str_eq(c->text, "?") && str_starts(col->id, "bm")) {
		say(b->s.ui, "No official result yet; %% takes its eight "
		    "percentages.");
	} else {
		say(b->s.ui, "No record is behind this.");
	}
}

static void
on_typing(struct ui *ui, void *arg, const char *text)
{
	struct board_screen *b = arg;

	(void)ui;
	list_view_typing(&b->v, text);
	b->summed = false;
}

/* Enter keeps the filter, Esc takes it off. */
static bool
on_filter(struct ui *ui, void *arg, const char *text)
{
	struct board_screen *b = arg;

	(void)ui;
	if (!text || !str_eq(text, b->v.l.text))
		list_view_typing(&b->v, text ? text : "");
	list_view_flush(&b->v);
	b->summed = false;
	look(b);
	return true;
}

/* The N-th column that sorts; NULL when there are fewer. */
static const struct board_col *
nth_sort(const struct board_screen *b, int n)
{
	size_t i;

	for (i = 0; i < b->k->ncols; i++)
		if (entity_field(&school_entity, b->k->col[i].id) >= 0 &&
		    n-- == 0)
			return &b->k->col[i];
	return NULL;
}

static void
on_sort(struct ui *ui, void *arg, int n)
{
	struct board_screen *b = arg;
	const struct board_col *col = nth_sort(b, n);
	struct list_spec *spec = &b->v.l.spec;
	int f;

	if (n < 0 || !col)
		return;
	f = entity_field(&school_entity, col->id);
	list_view_sort(&b->v, f, f == spec->sort ? !spec->desc :
	    f == b->k->sort && b->k->desc);
	look(b);
	if (!*ui->message)
		say(ui, "Sorted by %s, %s first.",
		    school_entity.fields[f].label,
		    spec->desc ? "last or highest" : "first or lowest");
}

static void
choose_sort(struct board_screen *b)
{
	const struct board_col *col;
	struct strs choices = {0};
	int n, first = 0;

	for (n = 0; (col = nth_sort(b, n)); n++) {
		int f = entity_field(&school_entity, col->id);

		strs_take(&choices, xasprintf("%s%s",
		    school_entity.fields[f].label, f == b->v.l.spec.sort ?
		    "  - again turns it round" : ""));
		if (f == b->v.l.spec.sort)
			first = n;
	}
	dialog_choose(b->s.ui, "Sort by", "", &choices, first, on_sort, b);
	strs_clear(&choices);
}

static enum request
escape(struct board_screen *b, enum request r)
{
	if (!*b->v.l.text || (b->named && str_eq(b->named, b->v.l.text)))
		return r;
	list_view_filter(&b->v, b->named ? b->named : "");
	b->summed = false;
	look(b);
	return REQ_NONE;
}

static enum request
screen_request(struct screen *s, enum request r)
{
	struct board_screen *b = of(s);

	if (list_view_move(&b->v, r)) {
		look(b);
		return REQ_NONE;
	}
	switch (r) {
	case REQ_LEFT:
		b->fig -= b->fig > 0;
		return REQ_NONE;
	case REQ_RIGHT:
		b->fig += b->fig + 1 < b->nshown;
		return REQ_NONE;
	case REQ_EARLIER: case REQ_LATER:
		years_step(s, r == REQ_EARLIER ? -1 : 1);
		return REQ_NONE;
	case REQ_OPEN:
		open_figure(b);
		return REQ_NONE;
	case REQ_FILTER:
		dialog_filter(s->ui, b->v.l.text, on_filter, on_typing, b);
		return REQ_NONE;
	case REQ_SORT:
		choose_sort(b);
		return REQ_NONE;
	case REQ_ESCAPE:
		return escape(b, r);
	default:
		return r;
	}
}

static void
screen_changed(struct screen *s)
{
	struct board_screen *b = of(s);

	forget(b);
	list_view_refresh(&b->v, s->ui->own == s->ui->changed);
	look(b);
}

static bool
screen_idle(struct screen *s)
{
	struct board_screen *b = of(s);
	bool more = list_view_idle(&b->v);

	look(b);
	if (more || b->v.typing)
		return true;
	if (!b->summed)
		sum_up(b);
	return false;
}

static size_t
screen_schools(const struct screen *s, int64_t *out, size_t max)
{
	const struct list_row *r =
	    list_view_row(&((const struct board_screen *)s)->v);

	if (!r || !max)
		return 0;
	out[0] = r->id;
	return 1;
}

static bool
screen_here(const struct screen *s, const struct entity **ent, int64_t *id)
{
	*ent = &school_entity;
	return screen_schools(s, id, 1) == 1;
}

static int64_t
screen_neighbour(struct screen *s, int64_t id, int dir)
{
	return list_view_neighbour(&of(s)->v, id, dir);
}

static const struct screen_ops board_ops = {
	.name = "Schools side by side", .size = sizeof(struct board_screen),
	.groups = G_ROW | G_LIST | G_MOVE | G_FIGURE | G_TIME | G_EVERY,
	.open = screen_open, .close = screen_close, .layout = screen_layout,
	.draw = screen_draw, .where = screen_where, .right = screen_right,
	.hint = screen_hint, .why_not = screen_why_not,
	.has_row = screen_has_row, .request = screen_request,
	.data_changed = screen_changed, .idle = screen_idle,
	.schools = screen_schools, .here = screen_here,
	.neighbour = screen_neighbour,
};

void
board_open(struct ui *ui, const struct board_kind *k, const char *filter)
{
	struct board_arg a = {k, filter};

	stack_show(ui, &board_ops, &a);
}
