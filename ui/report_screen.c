/* report_screen.c - a report on screen: its figures open their records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document is made once and again when data change; it is laid out for
 * the window's width.
 */
#include "ui/report_screen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/diary_ics.h"
#include "app/schools.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/path.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/report_view.h"
#include "ui/return_deeds.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/to_file.h"
#include "ui/years.h"

#define SCHOOLS	64	/* of one record, to choose from */

struct report_screen {
	struct screen	 s;
	const struct report_info *info;
	struct strs	 words;
	char		*key;		/* of what it is about: "900123" */
	int64_t		 school;	/* 0 of none */
	struct report_view v;
	bool		 is_return;	/* of all: it has keys of its own */
	struct return_of ret;
};

struct report_arg {
	const struct report_info *info;
	const char	*words;		/* of what; NULL nothing */
	int64_t		 school;
};

static struct report_screen *
of(struct screen *s)
{
	return (struct report_screen *)s;
}

/* --- the page ------------------------------------------------------------ */

/* Is it about schools, in the year one looks at? */
static bool
by_year(const struct report_screen *p)
{
	return p->info->needs != REPORT_NOTHING &&
	    p->info->needs != REPORT_WORDS;
}

static enum status
read_page(struct report_screen *p, struct err *e)
{
	struct report now;
	int was = by_year(p) ? years_look(p->s.ui) : p->s.app->today;
	enum status st = report_make(p->s.app, p->info, &p->words, &now, e);

	if (by_year(p))
		app_look_back(p->s.app, was);
	if (st)
		return st;
	if (p->is_return)
		return_of_look(p->s.app, &p->ret);
	report_view_take(&p->v, &now);
	return ST_OK;
}

static enum status
page_open(struct screen *s, const void *arg, struct err *e)
{
	struct report_screen *p = of(s);
	const struct report_arg *a = arg;

	p->info = a->info;
	p->school = a->school;
	p->v.s = s;
	str_words(&p->words, a->words ? a->words : "");
	p->key = xstrdup(a->words ? path_base(a->words) : "");
	p->is_return = return_of_words(p->s.app, &p->ret, a->info, &p->words);
	return read_page(p, e);
}

static void
page_close(struct screen *s)
{
	struct report_screen *p = of(s);

	report_view_clear(&p->v);
	strs_clear(&p->words);
	free(p->key);
}

static void
page_layout(struct screen *s)
{
	report_view_layout(&of(s)->v, s->rows, s->cols);
}

static void
page_draw(struct screen *s)
{
	report_view_draw(&of(s)->v, 0);
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

	struct buf more;

	if (by_year(p))
		years_mark(s->ui, out);
	buf_init(&more, BUF_LINE);
	report_view_more(&p->v, &more);
	buf_addf(out, "%s%s", out->n > 0 && more.n > 0 ? "   " : "", more.p);
	buf_clear(&more);
}

static void
page_hint(const struct screen *s, struct buf *out)
{
	if (((const struct report_screen *)s)->is_return)
		buf_add(out, return_hint(s->cols));
	else
		buf_add(out, s->cols < 76 ?
		    "Enter opens the figure; E writes a file." :
		    "Left and Right go from figure to figure, Enter opens; E "
		    "writes a file.");
}

/* --- what can be done ---------------------------------------------------- */

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
	st = report_file(ui->app, p->info, &p->words, f, true, &b, e);
	*n = b.n;
	*text = buf_take(&b);
	buf_add(said, p->info->title);
	return st;
}

static void
write_file(struct report_screen *p)
{
	char *name = xasprintf("%s%s%s.html", p->info->name,
	    *p->key ? "-" : "", p->key);

	to_file_ask(p->s.ui, p->info->calendar != NULL && diary_ics_built() ?
	    "Write to file (.html .txt .csv .json .ics): " :
	    "Write to file (.html .txt .csv .json): ", name, make_file, p);
	free(name);
}

static const char *
page_why_not(const struct screen *s, enum request r)
{
	const struct report_screen *p = (const struct report_screen *)s;
	bool is_return = p->is_return;

	switch (request_info[r].group) {
	case GROUP_ROW:
		return r == REQ_OPEN ? NULL : "";
	case GROUP_LIST:
		if (r == REQ_IMPORT && is_return)
			return return_refused(p->ret.confirmed, r);
		return r == REQ_EXPORT ? NULL : "";
	case GROUP_RETURN:
		return is_return ? return_refused(p->ret.confirmed, r) : "";
	case GROUP_FIGURE:
		return r == REQ_LEFT || r == REQ_RIGHT ? NULL : "";
	default:
		return NULL;
	}
}

static bool
page_has_row(const struct screen *s)
{
	return report_view_has_spot(&((const struct report_screen *)s)->v);
}

static enum request
page_request(struct screen *s, enum request r)
{
	struct report_screen *p = of(s);

	if (report_view_move(&p->v, r) ||
	    (p->is_return && return_request(s->ui, &p->ret, r)))
		return REQ_NONE;
	if (r == REQ_OPEN)
		report_view_open(&p->v);
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

static size_t
page_schools(const struct screen *s, int64_t *out, size_t max)
{
	const struct report_screen *p = (const struct report_screen *)s;

	if (!p->school || !max)
		return 0;
	out[0] = p->school;
	return 1;
}

static const struct screen_ops report_ops = {
	.name = "Reports", .size = sizeof(struct report_screen),
	.groups = G_RETURN | G_ROW | G_MOVE | G_FIGURE | G_LIST | G_EVERY,
	.open = page_open, .close = page_close, .layout = page_layout,
	.draw = page_draw, .where = page_where, .right = page_right,
	.hint = page_hint, .why_not = page_why_not, .has_row = page_has_row,
	.request = page_request, .data_changed = page_changed,
	.schools = page_schools,
};

/* --- which report -------------------------------------------------------- */

static void
open_report(struct ui *ui, const struct report_info *info, int64_t school)
{
	struct report_arg a = {info, NULL, school};
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	if (school) {
		ref_text(ui->app, &school_entity, school, &ref);
		a.words = ref.p;
	}
	stack_show(ui, &report_ops, &a);
	buf_clear(&ref);
}

void
report_named(struct ui *ui, const char *name, const char *words)
{
	struct report_arg a = {NULL, words, 0};
	struct err e = {0};

	if (report_find(name, &a.info, &e))
		say_err(ui, &e);
	else
		stack_show(ui, &report_ops, &a);
}

/* Schools the screen is about, else those of the record under its cursor. */
static size_t
schools_here(struct ui *ui, int64_t out[SCHOOLS])
{
	const struct screen *s = stack_main(ui);
	const struct entity *ent;
	struct err e = {0};
	int64_t id;
	size_t n = 0;

	if (s->ops->schools)
		n = s->ops->schools(s, out, SCHOOLS);
	if (!n && s->ops->here && s->ops->here(s, &ent, &id) &&
	    schools_about(ui->app, ent, id, out, SCHOOLS, &n, &e))
		say_err(ui, &e);
	return n;
}

struct which {
	const struct report_info *info;
	int64_t	 school[SCHOOLS];
};

static void
on_which(struct ui *ui, void *arg, int n)
{
	struct which *w = arg;

	if (n >= 0)
		open_report(ui, w->info, w->school[n]);
	free(w);
}

/* A fair has several: of which? */
static void
ask_which(struct ui *ui, const struct report_info *info,
    const int64_t *school, size_t n)
{
	struct which *w = xcalloc(1, sizeof *w);
	struct strs names = {0};
	size_t i;

	w->info = info;
	for (i = 0; i < n; i++) {
		struct buf b;

		buf_init(&b, BUF_LINE);
		title_text(ui->app, &school_entity, school[i], &b);
		strs_take(&names, buf_take(&b));
		w->school[i] = school[i];
	}
	dialog_choose(ui, info->title, "", &names, 0, on_which, w);
	strs_clear(&names);
}

void
report_of_school(struct ui *ui, const char *name)
{
	const struct report_info *info;
	int64_t school[SCHOOLS];
	struct err e = {0};
	size_t n;

	if (report_find(name, &info, &e)) {
		say_err(ui, &e);
		return;
	}
	n = schools_here(ui, school);
	if (n > 1)
		ask_which(ui, info, school, n);
	else if (n)
		open_report(ui, info, school[0]);
	else
		say(ui, "Go to a school first: its %c%s.",
		    tolower((unsigned char)info->title[0]), info->title + 1);
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
	int64_t school[SCHOOLS];

	(void)arg;
	if (n < 0)
		return;
	info = &reports[n];
	if (info->needs != REPORT_SCHOOL &&
	    info->needs != REPORT_SCHOOL_YEAR)
		open_report(ui, info, 0);
	else if (schools_here(ui, school))
		report_of_school(ui, info->name);
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
