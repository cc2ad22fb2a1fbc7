/* access_screen.c - provider access: cohorts that lack meetings with providers,
 * by the day they must have had them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/access_screen.h"

#include <stdlib.h>
#include <string.h>

#include "app/board.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"
#include "ui/access_inner.h"
#include "ui/cursor.h"
#include "ui/dialog.h"
#include "ui/log_screen.h"
#include "ui/report_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/years.h"

static struct access_screen *
of(struct screen *s)
{
	return (struct access_screen *)s;
}

const struct access_line *
access_here(const struct access_screen *a)
{
	return a->at < a->ls.n ? &a->ls.v[a->at] : NULL;
}

/* --- reading ------------------------------------------------------------- */

static enum status
read_with(struct access_screen *a, const char *text,
    struct access_lines *out, int *day, struct err *e)
{
	int was = years_look(a->s.ui);
	struct lister l;
	enum status st = lister_open(&l, a->s.app, &school_entity, text, e);

	if (!st) {
		*day = l.spec.today;
		st = access_lines(&l, out, e);
		lister_close(&l);
	}
	app_look_back(a->s.app, was);
	return st;
}

/* The cursor stays with its cohort, else with its place. */
static void
stand_again(struct access_screen *a, int64_t school, int group)
{
	for (size_t i = 0; i < a->ls.n; i++)
		if (a->ls.v[i].school == school &&
		    a->ls.v[i].p.group == group) {
			a->at = i;
			return;
		}
	a->at = cursor_within(a->at, a->ls.n);
}

static enum status
read_lines(struct access_screen *a, const char *text, struct err *e)
{
	const struct access_line *l = access_here(a);
	int64_t school = l ? l->school : 0;
	int group = l ? l->p.group : 0;
	struct access_lines now;
	enum status st = read_with(a, text, &now, &a->day, e);

	if (st)
		return st;
	access_lines_clear(&a->ls);
	a->ls = now;
	stand_again(a, school, group);
	return ST_OK;
}

static enum status
screen_open(struct screen *s, const void *arg, struct err *e)
{
	struct access_screen *a = of(s);
	const char *name = NULL;
	enum status st;

	(void)arg;
	st = board_default(s->app, s->app->today, &a->named, &name, e);
	if (st)
		return st;
	a->name = xstrdup(name);
	a->text = xstrdup(a->named);
	return read_lines(a, a->text, e);
}

static void
screen_close(struct screen *s)
{
	struct access_screen *a = of(s);

	access_lines_clear(&a->ls);
	access_unmark(a);
	free(a->text);
	free(a->named);
	free(a->name);
}

static void
screen_changed(struct screen *s)
{
	struct access_screen *a = of(s);
	struct err e = {0};

	if (read_lines(a, a->text, &e) && e.st != ST_BUSY)
		say_err(s->ui, &e);
}

static void
screen_tick(struct screen *s)
{
	if (!years_other(s->ui) && of(s)->day != app_today(s->app))
		screen_changed(s);
}

/* --- the title ----------------------------------------------------------- */

static void
screen_where(const struct screen *s, struct buf *out)
{
	const struct access_screen *a = (const struct access_screen *)s;

	buf_add(out, "Provider access");
	if (!*a->text)
		return;
	buf_add(out, " > ");
	board_called(a->text, a->named, a->name, out);
}

static void
screen_right(const struct screen *s, struct buf *out)
{
	const struct access_screen *a = (const struct access_screen *)s;
	size_t marked = access_nmarked(a);
	char year[8];

	if (marked)
		buf_addf(out, "%zu marked   ", marked);
	if (!a->ls.over)
		buf_addf(out, "%zu of %zu done   ", a->ls.done,
		    a->ls.cohorts);
	if (years_other(s->ui)) {
		years_mark(s->ui, out);
	} else {
		year_format(years_chosen(s->ui), year);
		buf_add(out, year);
	}
}

static void
screen_hint(const struct screen *s, struct buf *out)
{
	buf_add(out, s->cols < 76 ? "Enter: its meetings; n logs one, m writes."
	    : "By the last day for it; ! is past. Enter: its meetings, n logs "
	    "one, m writes.");
}

/* --- requests ------------------------------------------------------------ */

static bool
screen_has_row(const struct screen *s)
{
	return access_here((const struct access_screen *)s) != NULL;
}

static const char *
screen_why_not(const struct screen *s, enum request r)
{
	const struct access_line *l =
	    access_here((const struct access_screen *)s);

	switch (request_info[r].group) {
	case GROUP_ROW:
		return r == REQ_OPEN || r == REQ_NEW || r == REQ_FOLLOW ||
		    r == REQ_VISIT || r == REQ_BRIEF || r == REQ_EVIDENCE ||
		    r == REQ_WRITE ? NULL : "";
	case GROUP_LIST:
		if (r == REQ_MARK && l && *l->why)
			return "There is no cohort to mark: it does not apply.";
		return r == REQ_FILTER || r == REQ_MARK || r == REQ_UNMARK ||
		    r == REQ_MARK_ALL ? NULL : "";
	default:
		return NULL;
	}
}

/* "assembly; y11 all; access; " for the cohort under the cursor. */
static void
log_one(struct access_screen *a)
{
	const struct access_line *l = access_here(a);
	char *text = NULL;

	if (l && !*l->why)
		text = xasprintf("assembly; %s all; access; ",
		    year_groups[l->p.group].word);
	quick_open(a->s.ui, l ? &l->school : NULL, l ? 1 : 0, text);
	free(text);
}

/* Enter keeps the filter, Esc takes it off: the schools of the beginning. */
static bool
on_filter(struct ui *ui, void *arg, const char *text)
{
	struct access_screen *a = arg;
	struct err e = {0};

	(void)ui;
	if (read_lines(a, text ? text : a->named, &e)) {
		say_err(a->s.ui, &e);
		return false;
	}
	free(a->text);
	a->text = str_trimmed(text ? text : a->named);
	return true;
}

static void
mark_here(struct access_screen *a)
{
	const struct access_line *l = access_here(a);

	access_mark(a, l, !access_marked(a, l));
	(void)cursor_move(&a->at, a->ls.n, a->s.rows - 4, REQ_DOWN);
	a->at = cursor_within(a->at, a->ls.n);
}

static enum request
escape(struct access_screen *a, enum request r)
{
	if (str_eq(a->text, a->named))
		return r;
	(void)on_filter(a->s.ui, a, NULL);
	return REQ_NONE;
}

static enum request
screen_request(struct screen *s, enum request r)
{
	struct access_screen *a = of(s);

	switch (r) {
	case REQ_OPEN:
		report_of_school(s->ui, "meetings");
		return REQ_NONE;
	case REQ_NEW:
		log_one(a);
		return REQ_NONE;
	case REQ_WRITE:
		access_write(a);
		return REQ_NONE;
	case REQ_MARK:
		mark_here(a);
		return REQ_NONE;
	case REQ_MARK_ALL:
		access_mark_all(a);
		return REQ_NONE;
	case REQ_UNMARK:
		access_unmark(a);
		return REQ_NONE;
	case REQ_FILTER:
		dialog_filter(s->ui, a->text, on_filter, NULL, a);
		return REQ_NONE;
	case REQ_EARLIER: case REQ_LATER:
		years_step(s, r == REQ_EARLIER ? -1 : 1);
		return REQ_NONE;
	case REQ_ESCAPE:
		return escape(a, r);
	default:
		if (!cursor_move(&a->at, a->ls.n, s->rows - 4, r))
			return r;
		a->at = cursor_within(a->at, a->ls.n);
		return REQ_NONE;
	}
}

static size_t
screen_schools(const struct screen *s, int64_t *out, size_t max)
{
	const struct access_line *l =
	    access_here((const struct access_screen *)s);

	if (!l || !max)
		return 0;
	out[0] = l->school;
	return 1;
}

static bool
screen_here(const struct screen *s, const struct entity **ent, int64_t *id)
{
	*ent = &school_entity;
	return screen_schools(s, id, 1) == 1;
}

static const struct screen_ops access_ops = {
	.name = "Provider access", .size = sizeof(struct access_screen),
	.groups = G_ROW | G_LIST | G_MOVE | G_TIME | G_EVERY,
	.open = screen_open, .close = screen_close, .draw = access_draw,
	.where = screen_where, .right = screen_right, .hint = screen_hint,
	.why_not = screen_why_not, .has_row = screen_has_row,
	.request = screen_request, .data_changed = screen_changed,
	.tick = screen_tick, .schools = screen_schools, .here = screen_here,
};

void
access_open(struct ui *ui)
{
	stack_show(ui, &access_ops, NULL);
}
