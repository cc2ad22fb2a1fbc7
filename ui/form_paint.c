/* form_paint.c - how a form looks: what is wrong or understood beside fields.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "base/str.h"
#include "ui/form_inner.h"

/* Beside a field: what is wrong, else what is understood. */
static void
draw_beside(struct form_screen *fs, size_t i, int y)
{
	const struct widget *w = &fs->f.w[i];
	const char *say = w->error ? w->error : w->beside;
	int x = FORM_LEFT + 1 + fs->f.label + form_field_cols(&fs->f, w->f) + 2;

	if (i == fs->f.cur && !fs->list && (w->error || x +
	    draw_width(&fs->s.p, say) > fs->s.cols || strchr(say, '\n')))
		return;			/* told below, whole */
	if (*say && x < fs->s.cols - 4)
		draw_text(&fs->s.p, y, x, fs->s.cols - x,
		    w->error ? ROLE_BAD : ROLE_MUTED, say);
}

/* What is told below the field under edit, over what stands there: what is
 * wrong, what is understood when there is no room beside, or the whole of a
 * text that the field shows only in part. NULL nothing. */
static const char *
below(const struct form_screen *fs, int *rows)
{
	const struct widget *w = &fs->f.w[fs->f.cur];
	const char *say = w->error ? w->error : w->beside, *c;
	int wide = form_field_cols(&fs->f, w->f), need;
	int x = FORM_LEFT + 1 + fs->f.label, cols = fs->s.cols - x - 1;

	*rows = 0;
	if (fs->list)
		return NULL;
	if (!w->error && !strchr(say, '\n') &&
	    draw_width(&fs->s.p, say) <= fs->s.cols - x - wide - 2)
		say = draw_width(&fs->s.p, w->text) > wide ? w->text : "";
	if (!*say)
		return NULL;
	need = draw_width(&fs->s.p, say);
	*rows = 1 + need / (cols - 8);
	for (c = say; *c; c++)
		*rows += *c == '\n';
	if (*rows > 6)
		*rows = 6;
	return say;
}

static void
draw_below(struct form_screen *fs, int y)
{
	bool wrong = form_current(&fs->f)->error != NULL;
	int x = FORM_LEFT + 1 + fs->f.label, rows, i;
	const char *say = below(fs, &rows);

	if (!say)
		return;
	for (i = 0; i < rows; i++)
		draw_blank(&fs->s.p, y + i, 0, fs->s.cols);
	draw_wrap(&fs->s.p, y, x, rows, fs->s.cols - x - 1,
	    wrong ? ROLE_BAD : ROLE_MUTED, say);
}

#define ROOM 8		/* fields that are seen beside a long help */

/* Lines of the field's help that do not fit on the message line; they stand
 * above it, where that shows the help at all. */
static int
help_above(const struct form_screen *fs)
{
	const struct screen *s = &fs->s;
	const struct widget *w = &fs->f.w[fs->f.cur];
	int n;

	if (w->error || fs->list || *s->ui->message || s->ui->top != s)
		return 0;
	n = draw_wrap_rows(&s->p, 3, s->cols, w->f->help) - 1;
	return n > 0 && s->rows - fs->head - n >= ROOM ? n : 0;
}

static void
draw_help(struct form_screen *fs, int n)
{
	const struct widget *w = &fs->f.w[fs->f.cur];
	struct screen *s = &fs->s;
	struct buf lines, rest;
	int i;

	if (!n)
		return;
	buf_init(&lines, BUF_ROW);
	buf_init(&rest, BUF_ROW);
	draw_wrap_split(&s->p, n, s->cols, w->f->help, &lines, &rest);
	for (i = 0; i < n; i++)
		draw_blank(&s->p, s->rows - n + i, 0, s->cols);
	draw_wrap(&s->p, s->rows - n, 0, n, s->cols, ROLE_MUTED, lines.p);
	buf_clear(&lines);
	buf_clear(&rest);
}

void
form_paint(struct screen *s)
{
	struct form_screen *fs = (struct form_screen *)s;
	int help = help_above(fs), here, y, x, i, told;
	int rows = s->rows - fs->head - help;

	if (fs->head)
		draw_wrap(&s->p, 0, FORM_LEFT, fs->head,
		    s->cols - FORM_LEFT - 1, ROLE_WARN, fs->ent->says);
	below(fs, &told);
	if (!fs->list)
		form_scroll(&fs->f, rows, 1 + told);
	form_draw(&fs->f, &s->p, fs->head, rows, &y, &x);
	for (i = 0; i < rows && (size_t)(fs->f.top + i) < fs->f.n; i++)
		draw_beside(fs, (size_t)(fs->f.top + i), fs->head + i);
	here = fs->head + (int)fs->f.cur - fs->f.top;
	draw_text(&s->p, here, 1, 1, ROLE_TITLE, ">");
	draw_below(fs, here + 1);
	draw_help(fs, help);
	for (i = 1; fs->list && i <= fs->pick.list.rows; i++)
		draw_blank(&s->p, here + i, 0, s->cols);
	if (fs->list)
		picker_draw(&fs->pick, &s->p);
	draw_cursor(&s->p, y, x);
}

void
form_where(const struct screen *s, struct buf *out)
{
	const struct form_screen *fs = (const struct form_screen *)s;
	const char *title = fs->ent->title;
	bool word = title[1] >= 'a';	/* "Encounter", but "CPD session" */
	struct buf below;

	buf_addf(out, "%s %c%s", fs->id ? "Change" : "New",
	    word && title[0] >= 'A' && title[0] <= 'Z' ?
	    title[0] - 'A' + 'a' : title[0], title + 1);
	if (!*fs->title)
		return;
	buf_init(&below, BUF_LINE);
	if (s->below && s->below->ops->where)
		s->below->ops->where(s->below, &below);
	if (!str_ends(below.p, fs->title))	/* else the record is below */
		buf_addf(out, " %s", fs->title);
	buf_clear(&below);
}

void
form_right(const struct screen *s, struct buf *out)
{
	const struct form_screen *fs = (const struct form_screen *)s;

	if ((int)fs->f.n > s->rows - fs->head)
		buf_addf(out, "field %zu of %zu", fs->f.cur + 1, fs->f.n);
	else
		buf_addf(out, "%zu fields", fs->f.n);
}

void
form_hint(const struct screen *s, struct buf *out)
{
	const struct form_screen *fs = (const struct form_screen *)s;

	const struct widget *w = &fs->f.w[fs->f.cur];
	struct buf lines;

	if (w->error) {
		buf_add(out, w->error);
		return;
	}
	buf_init(&lines, BUF_ROW);
	draw_wrap_split(&s->p, help_above(fs), s->cols, w->f->help, &lines,
	    out);
	buf_clear(&lines);
}
