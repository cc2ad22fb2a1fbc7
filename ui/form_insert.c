/* form_insert.c - text put into a field at its cursor: what is pasted, and a mark
 * that joins the letter before it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library keeps a character and the marks on it in one cell. Typed into
 * it, a mark would not be composed with its letter; so the text is made here,
 * and set.
 */
#include "ui/form.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/field_text.h"

#define MOST_MARKS 4		/* in a cell, beside its letter */

static int
columns(const char *s, size_t n, size_t *len)
{
	int w = wcwidth((wchar_t)utf8_decode(s, n, len));

	return w < 0 ? 1 : w;
}

/* Bytes of S before column COL, the marks of the last character among them. */
static size_t
before_column(const char *s, int col)
{
	size_t n = strlen(s), at, len;
	int w = 0;

	for (at = 0; at < n; at += len) {
		w += columns(s + at, n - at, &len);
		if (w > col)
			break;
	}
	return at;
}

/* Where the last character of S begins that is no mark. */
static size_t
last_letter(const char *s)
{
	size_t n = strlen(s), at, len, last = 0;

	for (at = 0; at < n; at += len)
		if (columns(s + at, n - at, &len) > 0)
			last = at;
	return last;
}

/* SHOWN without the marks no cell holds: one that joins nothing, a fifth. */
static char *
that_fit(const char *shown, struct lost *lost)
{
	size_t n = strlen(shown), len;
	int marks = MOST_MARKS;		/* nothing to join yet */
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (; n > 0; shown += len, n -= len) {
		if (columns(shown, n, &len) > 0)
			marks = 0;
		else if (++marks > MOST_MARKS) {
			utf8_lose(lost, utf8_decode(shown, n, &len));
			continue;
		}
		buf_addn(&b, shown, len);
	}
	return buf_take(&b);
}

/* TEXT as the field shows it: of several lines only where it has them. */
static char *
as_shown(const struct widget *w, const char *text)
{
	char *one = utf8_compose(text), *shown, *c;

	if (w->f->type != FT_NOTE)
		for (c = one; *c; c++)
			if (*c == '\n' || *c == '\t')
				*c = ' ';
	shown = field_text_show(one, w->utf8);
	free(one);
	return shown;
}

/* HEAD with TEXT behind it: the last letter of the one takes the marks the other
 * begins with. */
static char *
joined(const char *head, const char *text, struct lost *lost)
{
	size_t from = last_letter(head);
	char *both = xasprintf("%s%s", head + from, text);
	char *one = utf8_compose(both);
	char *all = xasprintf("%.*s%s", (int)from, head, one);
	char *fit = that_fit(all, lost);

	free(all);
	free(one);
	free(both);
	return fit;
}

static void
put(struct form *f, const char *head, const char *text, const char *tail,
    struct lost *lost)
{
	const struct widget *w = form_current(f);
	char *ins = as_shown(w, text), *before = joined(head, ins, lost);
	char *shown = xasprintf("%s%s", before, tail);
	char *value = field_text_value(shown, w->utf8);	/* typed marks mean it */
	size_t n = strlen(before), at, len;
	int col = 0;

	form_set(f, value);
	if (*tail && f->form) {
		for (at = 0; at < n; at += len)
			col += columns(before + at, n - at, &len);
		form_to_column(f, col);
	}
	free(value);
	free(shown);
	free(before);
	free(ins);
}

/* Blanks between what the field shows and the cursor: curses takes those at the
 * end for none. */
static int
blanks_typed(struct form *f, const char *shown)
{
	int n = f->form && !f->fresh ? f->form->curcol - utf8_width(shown) : 0;

	return n > 0 ? n : 0;
}

void
form_insert(struct form *f, const char *text, const char **why)
{
	const struct widget *w = form_current(f);
	struct lost lost = {0};
	char *shown, *head;
	size_t at;
	struct buf b;

	*why = w->readonly ? FORM_READONLY : NULL;
	if (w->readonly)
		return;
	form_take(f);
	shown = field_text_show(f->fresh && widget_replaces(w) ? "" : w->text,
	    w->utf8);
	at = f->fresh || form_at_end(f) ? strlen(shown) :
	    before_column(shown, f->form->curcol);
	head = xasprintf("%.*s%*s", (int)at, shown, blanks_typed(f, shown),
	    "");
	put(f, head, text, shown + at, &lost);
	free(head);
	free(shown);
	if (lost.n == 0)
		return;
	buf_init(&b, BUF_LINE);
	utf8_lost(&lost, &b);
	snprintf(f->said, sizeof f->said, "%s: a letter holds at most %d marks, "
	    "and a field begins with none.", b.p, MOST_MARKS);
	buf_clear(&b);
	*why = f->said;
}
