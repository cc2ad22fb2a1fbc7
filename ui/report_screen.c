/* report_screen.c - a report on screen: its figures open their records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document is made once and again when data change; it is laid out for
 * the window's width. The cursor stands on what opens something; between such
 * places the page scrolls.
 */
#include "ui/report_screen.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_out.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/to_file.h"

struct report_screen {
	struct screen	 s;
	const struct report_info *info;
	struct strs	 words;
	char		*key;		/* of what it is about: "900123" */
	struct report	 r;
	struct report_lines l;
	size_t		 at;		/* spot with the cursor */
	int		 top;		/* first line shown */
};

struct report_arg {
	const struct report_info *info;
	const char	*word;		/* of what; NULL nothing */
};

static struct report_screen *
of(struct screen *s)
{
	return (struct report_screen *)s;
}

/* --- the page ------------------------------------------------------------ */

static enum status
read_page(struct report_screen *p, struct err *e)
{
	struct report now;
	enum status st = report_make(p->s.app, p->info, &p->words, &now, e);

	if (st)
		return st;
	report_lines_clear(&p->l);	/* its spots borrow from the report */
	report_clear(&p->r);
	p->r = now;
	return ST_OK;
}

static enum status
page_open(struct screen *s, const void *arg, struct err *e)
{
	struct report_screen *p = of(s);
	const struct report_arg *a = arg;

	p->info = a->info;
	if (a->word)
		strs_add(&p->words, a->word);
	p->key = xstrdup(a->word ? path_base(a->word) : "");
	return read_page(p, e);
}

static void
page_close(struct screen *s)
{
	struct report_screen *p = of(s);

	report_lines_clear(&p->l);
	report_clear(&p->r);
	strs_clear(&p->words);
	free(p->key);
}

static int
line_of(const struct report_screen *p, size_t spot)
{
	return (int)p->l.spot[spot].line;
}

static bool
has_spot(const struct report_screen *p)
{
	return p->at < p->l.nspots && line_of(p, p->at) >= p->top &&
	    line_of(p, p->at) < p->top + p->s.rows;
}

static void
keep_top(struct report_screen *p, int top)
{
	int most = (int)p->l.n - p->s.rows;

	p->top = top > most ? most : top;
	if (p->top < 0)
		p->top = 0;
}

static void
page_layout(struct screen *s)
{
	struct report_screen *p = of(s);

	report_lines_clear(&p->l);
	report_lay(&p->r, s->cols, s->p.theme->utf8 && !s->p.theme->ascii,
	    &p->l);
	if (p->at >= p->l.nspots)
		p->at = 0;
	if (p->at < p->l.nspots && line_of(p, p->at) >= p->top + s->rows)
		p->top = line_of(p, p->at) - s->rows + 1;
	keep_top(p, p->top);
}

static const enum role role_of[] = {
	[RL_TITLE] = ROLE_TITLE, [RL_HEADING] = ROLE_TITLE,
	[RL_HEADS] = ROLE_MUTED, [RL_PLAIN] = ROLE_TEXT,
	[RL_MUTED] = ROLE_MUTED,
};

/* The part of a line that a spot covers, over the line. */
static void
draw_spot(const struct report_screen *p, size_t i, enum role role)
{
	const struct report_spot *o = &p->l.spot[i];
	const char *line = p->l.line[o->line].text;
	size_t from = utf8_fit(line, o->x, NULL);
	size_t n = utf8_fit(line + from, o->cols, NULL);
	char *part = xstrndup(line + from, n);

	draw_text(&p->s.p, line_of(p, i) - p->top, o->x, o->cols, role, part);
	free(part);
}

static void
page_draw(struct screen *s)
{
	struct report_screen *p = of(s);
	int y;
	size_t i;

	for (y = 0; y < s->rows && p->top + y < (int)p->l.n; y++) {
		const struct report_line *l = &p->l.line[p->top + y];

		draw_text(&s->p, y, 0, s->cols, role_of[l->role], l->text);
	}
	for (i = 0; i < p->l.nspots; i++)
		if (line_of(p, i) >= p->top && line_of(p, i) < p->top + s->rows)
			draw_spot(p, i, i == p->at ? ROLE_CHOSEN :
			    ROLE_ACCENT);
	if (has_spot(p))
		draw_cursor(&s->p, line_of(p, p->at) - p->top,
		    p->l.spot[p->at].x);
	else
		draw_cursor(&s->p, 0, 0);
}

static void
page_where(const struct screen *s, struct buf *out)
{
	buf_add(out, ((const struct report_screen *)s)->info->title);
}

static void
page_right(const struct screen *s, struct buf *out)
{
	const struct report_screen *p = (const struct report_screen *)s;

	if (p->top + s->rows < (int)p->l.n)
		buf_add(out, "v more");
}

static void
page_hint(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "Left and Right go from figure to figure, Enter opens; E"
	    " writes a file.");
}

/* --- moving -------------------------------------------------------------- */

static void
to_spot(struct report_screen *p, size_t i)
{
	int y = line_of(p, i);

	p->at = i;
	if (y < p->top)
		keep_top(p, y);
	else if (y >= p->top + p->s.rows)
		keep_top(p, y - p->s.rows + 1);
}

/* The spot of another line nearest to the cursor's column. */
static void
vertical(struct report_screen *p, int dir)
{
	const struct report_spot *from = &p->l.spot[p->at];
	int mid = from->x + from->cols / 2, dy, dx, best_y = 0, best_x = 0;
	size_t i, best = p->at;

	for (i = 0; i < p->l.nspots; i++) {
		dy = (line_of(p, i) - (int)from->line) * dir;
		dx = abs(p->l.spot[i].x + p->l.spot[i].cols / 2 - mid);
		if (dy <= 0 || (best != p->at &&
		    (dy > best_y || (dy == best_y && dx >= best_x))))
			continue;
		best = i;
		best_y = dy;
		best_x = dx;
	}
	/* what lies between is to be read, not jumped over */
	if (best != p->at && best_y < p->s.rows)
		to_spot(p, best);
	else
		keep_top(p, p->top + dir);
}

/* After scrolling the cursor is on the first spot in view, if any. */
static void
scroll_to(struct report_screen *p, int top)
{
	size_t i;

	keep_top(p, top);
	if (has_spot(p))
		return;
	for (i = 0; i < p->l.nspots; i++)
		if (line_of(p, i) >= p->top) {
			p->at = i;
			return;
		}
}

static bool
moved(struct report_screen *p, enum request r)
{
	bool back = r == REQ_UP || r == REQ_LEFT || r == REQ_PAGE_UP;

	switch (r) {
	case REQ_UP: case REQ_DOWN:
		if (has_spot(p))
			vertical(p, back ? -1 : 1);
		else
			scroll_to(p, p->top + (back ? -1 : 1));
		return true;
	case REQ_LEFT: case REQ_RIGHT:
		if (back ? p->at > 0 : p->at + 1 < p->l.nspots)
			to_spot(p, back ? p->at - 1 : p->at + 1);
		return true;
	case REQ_PAGE_UP: case REQ_PAGE_DOWN:
		scroll_to(p, p->top + (back ? 1 - p->s.rows : p->s.rows - 1));
		return true;
	case REQ_HOME: case REQ_END:
		scroll_to(p, r == REQ_HOME ? 0 : (int)p->l.n);
		return true;
	default:
		return false;
	}
}

/* --- what can be done ---------------------------------------------------- */

static void
open_spot(struct report_screen *p)
{
	const struct report_cell *c = p->l.spot[p->at].cell;
	struct buf name;

	buf_init(&name, BUF_LINE);
	report_names(&p->r, c, &name);
	if (c->id)
		command_open(p->s.ui, c->ent, c->id);
	else
		command_drill(p->s.ui, c->ent, c->filter, name.p);
	buf_clear(&name);
}

static enum status
make_file(struct ui *ui, void *arg, const char *path, char **text, size_t *n,
    struct buf *said, struct err *e)
{
	struct report_screen *p = arg;
	enum report_format f;
	struct buf b;
	enum status st = report_format(NULL, path, &f, e);

	if (st)
		return st;
	buf_init(&b, BUF_FILE);
	report_write(ui->app, &p->r, f, true, &b);
	*n = b.n;
	*text = buf_take(&b);
	buf_add(said, p->info->title);
	return ST_OK;
}

static void
write_file(struct report_screen *p)
{
	char *name = xasprintf("%s%s%s.html", p->info->name,
	    *p->key ? "-" : "", p->key);

	to_file_ask(p->s.ui, "Write to file (.html .txt .csv .json): ", name,
	    make_file, p);
	free(name);
}

static const char *
page_why_not(const struct screen *s, enum request r)
{
	(void)s;
	switch (request_info[r].group) {
	case GROUP_ROW:
		return r == REQ_OPEN ? NULL : "";
	case GROUP_LIST:
		return r == REQ_EXPORT ? NULL : "";
	case GROUP_FIGURE:
		return r == REQ_LEFT || r == REQ_RIGHT ? NULL : "";
	default:
		return NULL;
	}
}

static bool
page_has_row(const struct screen *s)
{
	return has_spot((const struct report_screen *)s);
}

static enum request
page_request(struct screen *s, enum request r)
{
	struct report_screen *p = of(s);

	if (moved(p, r))
		return REQ_NONE;
	if (r == REQ_OPEN)
		open_spot(p);
	else if (r == REQ_EXPORT)
		write_file(p);
	else
		return r;
	return REQ_NONE;
}

static void
page_changed(struct screen *s)
{
	struct report_screen *p = of(s);
	struct err e = {0};

	if (read_page(p, &e)) {
		if (e.st != ST_BUSY)
			say_err(s->ui, &e);
		return;
	}
	page_layout(s);
}

static const struct screen_ops report_ops = {
	.name = "Reports", .size = sizeof(struct report_screen),
	.groups = G_ROW | G_MOVE | G_FIGURE | G_LIST | G_EVERY,
	.open = page_open, .close = page_close, .layout = page_layout,
	.draw = page_draw, .where = page_where, .right = page_right,
	.hint = page_hint, .why_not = page_why_not, .has_row = page_has_row,
	.request = page_request, .data_changed = page_changed,
};

/* --- which report -------------------------------------------------------- */

static void
open_report(struct ui *ui, const struct report_info *info, int64_t school)
{
	struct report_arg a = {info, NULL};
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	if (school) {
		ref_text(ui->app, &school_entity, school, &ref);
		a.word = ref.p;
	}
	stack_show(ui, &report_ops, &a);
	buf_clear(&ref);
}

/* 0: the screen is about none. */
static int64_t
school_here(const struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	int64_t school;

	return s->ops->schools && s->ops->schools(s, &school, 1) ? school : 0;
}

bool
report_of_school(struct ui *ui, const char *name)
{
	const struct report_info *info;
	int64_t school = school_here(ui);
	struct err e = {0};

	if (!school)
		return false;
	if (report_find(name, &info, &e))
		say_err(ui, &e);
	else
		open_report(ui, info, school);
	return true;
}

static bool
on_school(struct ui *ui, void *arg, const char *text)
{
	const struct report_info *info = arg;
	const char *ent;
	struct err e = {0};
	int64_t id;

	if (!text || !*text)
		return true;
	if (ref_resolve_in(ui->app, "school", text, true, &ent, &id, &e)) {
		say_err(ui, &e);
		return false;
	}
	open_report(ui, info, id);
	return true;
}

static void
on_report(struct ui *ui, void *arg, int n)
{
	const struct report_info *info;
	int64_t school = school_here(ui);

	(void)arg;
	if (n < 0)
		return;
	info = &reports[n];
	if (info->needs != REPORT_SCHOOL)
		open_report(ui, info, 0);
	else if (school)
		open_report(ui, info, school);
	else
		dialog_prompt(ui, "School: ", "", on_school,
		    (void *)(uintptr_t)info);
}

void
reports_open(struct ui *ui)
{
	const struct report_info *r;
	struct strs titles = {0};

	for (r = reports; r->name; r++)
		strs_add(&titles, r->title);
	dialog_choose(ui, "Reports", "", &titles, 0, on_report, NULL);
	strs_clear(&titles);
}
