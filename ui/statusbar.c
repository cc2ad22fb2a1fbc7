/* statusbar.c - row 1 the title, row 23 the message, row 24 the keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/statusbar.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "app/may.h"
#include "base/date.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/keymap.h"
#include "ui/others.h"
#include "ui/stack.h"

#define MAX_WORDS 24		/* of the key bar */

static void set_message(struct ui *, enum role, const char *fmt, va_list)
    PRINTF(3, 0);

static void
set_message(struct ui *ui, enum role role, const char *fmt, va_list ap)
{
	char text[2048];

	vsnprintf(text, sizeof text, fmt, ap);
	free(ui->message);
	ui->message = xstrdup(text);
	ui->message_role = role;
	ui->message_stays = false;
}

void
say(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(ui, ROLE_TEXT, fmt, ap);
	va_end(ap);
}

void
say_good(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(ui, ROLE_GOOD, fmt, ap);
	va_end(ap);
}

void
say_warn(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(ui, ROLE_WARN, fmt, ap);
	va_end(ap);
}

void
say_stay(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(ui, ROLE_WARN, fmt, ap);
	va_end(ap);
	ui->message_stays = true;
}

void
say_done(struct ui *ui, const char *text)
{
	say_ending(ui, text, "u takes it back.");
}

void
say_ending(struct ui *ui, const char *text, const char *end)
{
	char *shown = utf8_printable(text, ui->theme.utf8);
	size_t n = strlen(shown);
	int room = ui->cols - (int)strlen(end) - 5, width;
	bool cut;

	while (n && shown[n - 1] == '.')
		shown[--n] = '\0';
	cut = utf8_width(shown) > room;
	shown[utf8_fit(shown, room, &width)] = '\0';
	say_good(ui, "%s%s %s", shown, cut ? "..." : ".", end);
	free(shown);
}

void
say_done_to(struct ui *ui, const char *name, const char *what)
{
	char *shown = utf8_printable(name, ui->theme.utf8);
	char *end = xasprintf(": %s. u takes it back.", what);
	int room = ui->cols - utf8_width(end), width;

	if (utf8_width(shown) > room) {
		shown[utf8_fit(shown, room - 3, &width)] = '\0';
		say_good(ui, "%s...%s", shown, end);
	} else {
		say_good(ui, "%s%s", shown, end);
	}
	free(end);
	free(shown);
}

void
say_err(struct ui *ui, const struct err *e)
{
	if (e->detail[0])
		log_line("%s (%s)", e->text, e->detail);
	say_warn(ui, "%s", e->text);
}

void
say_nothing(struct ui *ui)
{
	free(ui->message);
	ui->message = xstrdup("");
	ui->message_stays = false;
}

/* Why nothing may be changed here; a sentence that stays. */
static const char *
why_not_write(const struct app *app)
{
	static struct err e;

	if (!app_may_write(app, &e))
		return NULL;
	return app->readonly ? "You may look here but not change anything." :
	    e.text;
}

/* What a key does to the record under the cursor. */
static const struct {
	enum request	 r;
	enum may_verb	 verb;
} deeds[] = {
	{ REQ_EDIT, DO_CHANGE }, { REQ_ARCHIVE, DO_ARCHIVE },
	{ REQ_DUPLICATE, DO_ADD }, { REQ_JOIN, DO_JOIN },
	{ REQ_TICK, DO_CHANGE }, { REQ_SNOOZE, DO_CHANGE },
	{ REQ_ASSIGN, DO_CHANGE },
};

/* Why the user's role never may do R to such records. */
static const char *
why_not_role(const struct screen *s, enum request r)
{
	static struct err e;
	const struct entity *ent;
	int64_t id;
	size_t i;

	for (i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
		if (deeds[i].r == r && s->ops->here &&
		    s->ops->here(s, &ent, &id) &&
		    may_ever(s->app, deeds[i].verb, ent, &e))
			return e.text;
	return NULL;
}

const char *
request_refused(const struct screen *s, enum request r)
{
	const struct request_info *q = &request_info[r];
	const char *why;

	if (r == REQ_NONE || !(s->ops->groups & 1u << q->group))
		return "";
	why = s->ops->why_not ? s->ops->why_not(s, r) : NULL;
	if (why)
		return why;
	why = q->needs & NEED_WRITE ? why_not_write(s->app) : NULL;
	if (!why && q->needs & NEED_WRITE)
		why = why_not_role(s, r);
	if (why)
		return why;
	if (q->needs & NEED_ROW && s->ops->has_row && !s->ops->has_row(s))
		return "There is nothing under the cursor.";
	return NULL;
}

/* --- the title ----------------------------------------------------------- */

/* The screens' own words, from the first after Today to the main one. */
static void
add_path(const struct screen *s, const struct screen *last, struct buf *out)
{
	if (s->below)
		add_path(s->below, last, out);
	if (s->ops->flags & SF_POPUP || !s->ops->where)
		return;
	if (!s->below && last != s)
		return;			/* the first is where all begins */
	if (out->n)
		buf_add(out, " > ");
	s->ops->where(s, out);
}

/* Who edits the same goes before the rest, which makes room for it. */
static void
add_others(const struct screen *s, struct buf *right)
{
	struct buf who;

	buf_init(&who, BUF_LINE);
	others_edit(s, &who);
	if (who.n && (int)(who.n + right->n) + 2 > s->ui->cols / 2)
		buf_reset(right);
	if (who.n && right->n)
		buf_add(&who, "  ");
	if (who.n) {
		buf_add(&who, right->p);
		buf_reset(right);
		buf_add(right, who.p);
	}
	buf_clear(&who);
}

static void
draw_title(struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	struct buf path, right;
	struct err none;
	char day[24];
	int left, width;

	draw_clear(&ui->title);
	buf_init(&path, BUF_LINE);
	buf_init(&right, BUF_LINE);
	add_path(s, s, &path);
	if (ui->app->readonly)
		buf_add(&right, "read only  ");
	else if (may_change(ui->app, &none))
		buf_add(&right, "viewer  ");
	if (s->ops->right) {
		s->ops->right(s, &right);
	} else {
		day_long(ui->app->today, day);
		buf_addf(&right, "%s  %s", day, ui->app->user);
	}
	add_others(s, &right);
	/* A long path leaves it three fifths, a short one what it does not need. */
	left = draw_width(&ui->title, path.p);
	if (left > ui->cols * 2 / 5)
		left = ui->cols * 2 / 5;
	width = draw_width(&ui->title, right.p);
	if (width > ui->cols - left - 1)
		width = ui->cols - left - 1;
	draw_right(&ui->title, 0, ui->cols - width, width, ROLE_MUTED,
	    right.p);
	draw_tail(&ui->title, 0, 0, ui->cols - width - 1, ROLE_TITLE, path.p);
	buf_clear(&path);
	buf_clear(&right);
}

/* --- the keys ------------------------------------------------------------ */

struct word {
	char		 text[40];
	enum request	 r;
	int		 width;
	bool		 gone;
};

static int
bar_width(const struct word *w, size_t n)
{
	int width = 0;
	size_t i;

	for (i = 0; i < n; i++)
		if (!w[i].gone)
			width += w[i].width + (width ? 2 : 0);
	return width;
}

/* What leaves first when the bar is too narrow: the rarely needed, then from
 * the end; l and ? stay. */
static struct word *
least(struct word *w, size_t n)
{
	static const enum request first[] = {REQ_UNDO, REQ_QUIT, REQ_FIND,
	    REQ_GOTO};
	size_t i, k;

	for (k = 0; k < sizeof first / sizeof first[0]; k++)
		for (i = 0; i < n; i++)
			if (w[i].r == first[k] && !w[i].gone)
				return &w[i];
	for (i = n; i-- > 0;)
		if (!w[i].gone && w[i].r != REQ_LOG && w[i].r != REQ_HELP)
			return &w[i];
	return NULL;
}

static const char *
word_of(const struct screen *s, enum request r)
{
	const char *own = s->ops->word ? s->ops->word(s, r) : NULL;

	if (own)
		return own;
	return r == REQ_QUIT && !s->below ? "quit" : request_info[r].bar;
}

static size_t
collect(const struct ui *ui, struct word *w)
{
	const char *key;
	size_t n = 0;
	int r;

	for (r = 1; r < REQ_MAX && n < MAX_WORDS; r++) {
		if (!*request_info[r].bar ||
		    request_refused(ui->top, (enum request)r))
			continue;
		key = keymap_shown(ui->keymap, (enum request)r);
		if (!*key)
			continue;
		w[n].r = (enum request)r;
		w[n].gone = false;
		snprintf(w[n].text, sizeof w[n].text, "%s %s", key,
		    word_of(ui->top, (enum request)r));
		w[n].width = (int)strlen(w[n].text);
		n++;
	}
	return n;
}

static void
draw_keys(struct ui *ui, int y)
{
	struct word w[MAX_WORDS], *out, *help = NULL;
	size_t n = collect(ui, w), i;
	int x = 0;

	for (i = 0; i < n; i++)
		if (w[i].r == REQ_HELP)
			help = &w[i];
	while (bar_width(w, n) > ui->cols && (out = least(w, n))) {
		if (help && help->width > 6) {
			help->text[strcspn(help->text, " ")] = '\0';
			i = strlen(help->text);
			snprintf(help->text + i, sizeof help->text - i,
			    " more");
			help->width = (int)strlen(help->text);
			continue;
		}
		out->gone = true;
	}
	for (i = 0; i < n; i++) {
		size_t key = strcspn(w[i].text, " ");

		if (w[i].gone)
			continue;
		w[i].text[key] = '\0';
		x += draw_text(&ui->status, y, x, ui->cols - x, ROLE_ACCENT,
		    w[i].text) + 1;
		x += draw_text(&ui->status, y, x, ui->cols - x, ROLE_MUTED,
		    w[i].text + key + 1) + 2;
	}
}

static void
draw_hint(struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	struct buf b;

	buf_init(&b, BUF_LINE);
	s->ops->hint(s, &b);
	draw_text(&ui->status, 0, 0, ui->cols, ROLE_MUTED, b.p);
	buf_clear(&b);
}

static void
draw_bar(struct ui *ui)
{
	const struct screen *s = ui->top;
	struct buf b;

	if (!(s->ops->flags & SF_OWNBAR) || !s->ops->bar) {
		draw_keys(ui, 1);
		return;
	}
	buf_init(&b, BUF_LINE);
	s->ops->bar(s, &b);
	draw_text(&ui->status, 1, 0, ui->cols, ROLE_MUTED, b.p);
	buf_clear(&b);
}

/* Is a line typed into the row of messages? Then it says them itself. */
static bool
is_covered(const struct ui *ui)
{
	const struct screen *s = ui->top;

	return (s->ops->flags & SF_POPUP) && s->p.win &&
	    getbegy(s->p.win) + getmaxy(s->p.win) > ui->rows - 2;
}

/* A message too long for its row takes that of the keys too, until the next key. */
void
statusbar_draw(struct ui *ui)
{
	bool both = draw_width(&ui->status, ui->message) > ui->cols &&
	    !is_covered(ui);

	draw_title(ui);
	draw_clear(&ui->status);
	if (both)
		draw_wrap(&ui->status, 0, 0, 2, ui->cols, ui->message_role,
		    ui->message);
	else if (!*ui->message && stack_main(ui)->ops->hint)
		draw_hint(ui);
	else
		draw_text(&ui->status, 0, 0, ui->cols, ui->message_role,
		    ui->message);
	if (!both)
		draw_bar(ui);
}

/* --- windows ------------------------------------------------------------- */

static void
place(struct paint *p, PANEL **panel, int rows, int cols, int y)
{
	WINDOW *old = p->win;

	p->win = newwin(rows, cols, y, 0);
	if (*panel)
		replace_panel(*panel, p->win);
	else
		*panel = new_panel(p->win);
	if (old)
		delwin(old);
}

void
statusbar_resize(struct ui *ui)
{
	place(&ui->title, &ui->title_panel, 1, ui->cols, 0);
	if (ui->small) {
		place(&ui->status, &ui->status_panel, ui->rows, ui->cols, 0);
		top_panel(ui->status_panel);
		return;
	}
	place(&ui->status, &ui->status_panel, 2, ui->cols, ui->rows - 2);
	bottom_panel(ui->status_panel);
	bottom_panel(ui->title_panel);
}

void
statusbar_init(struct ui *ui)
{
	ui->title.theme = ui->status.theme = &ui->theme;
	ui->message = xstrdup("");
	statusbar_resize(ui);
}

/* Below all of ours the library keeps a panel for stdscr, which it never
 * frees. */
static PANEL *
panel_of_stdscr(const struct ui *ui)
{
	PANEL *p = ui->title_panel;

	while (p && p->below)
		p = p->below;
	return p == ui->title_panel || p == ui->status_panel ? NULL : p;
}

void
statusbar_free(struct ui *ui)
{
	PANEL *theirs = panel_of_stdscr(ui);

	free(ui->message);
	if (ui->title_panel)
		del_panel(ui->title_panel);
	if (ui->status_panel)
		del_panel(ui->status_panel);
	if (ui->title.win)
		delwin(ui->title.win);
	if (ui->status.win)
		delwin(ui->status.win);
	free(theirs);
}
