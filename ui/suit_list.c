/* suit_list.c - who would suit whom, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/suit_list.h"

#include <stdlib.h>

#include "base/mem.h"

#define WHY_ROWS	7	/* under the list, when there is room */
#define SCORE		5	/* columns of the score */
#define WORD		9	/* columns of "Against" */

void
suit_list_make(struct suit_list *l, size_t n)
{
	free(l->v);
	l->v = xcalloc(n + 1, sizeof *l->v);
	l->n = n;
	if (l->at >= n)
		l->at = n > 0 ? n - 1 : 0;
}

void
suit_list_clear(struct suit_list *l)
{
	free(l->v);
	*l = (struct suit_list){0};
}

/* Rows of the list itself: below its heads, above the reasons. */
static int
list_rows(const struct suit_list *l)
{
	int why = l->rows > 2 * WHY_ROWS ? WHY_ROWS : l->rows / 2;

	return l->rows - 2 - why;
}

static void
keep_in_view(struct suit_list *l)
{
	size_t page = list_rows(l) > 0 ? (size_t)list_rows(l) : 1;

	if (l->at < l->top)
		l->top = l->at;
	if (l->at >= l->top + page)
		l->top = l->at - page + 1;
}

void
suit_list_layout(struct suit_list *l, int rows, int cols)
{
	l->rows = rows;
	l->cols = cols;
	keep_in_view(l);
}

static void
draw_item(const struct suit_list *l, const struct paint *p, int y, size_t i)
{
	const struct suit_item *it = &l->v[i];
	int left = (l->cols - 3 - SCORE) / 2;
	int middle = l->cols - 3 - SCORE - left - 1;
	enum role role = it->suit->n == 0 || it->suit->barred ? ROLE_MUTED :
	    ROLE_TEXT;

	if (i == l->at)
		draw_text(p, y, 0, 1, ROLE_TEXT, ">");
	if (it->marked)
		draw_text(p, y, 1, 1, ROLE_GOOD, "*");
	draw_text(p, y, 3, left - 1, i == l->at ? ROLE_CHOSEN : role,
	    it->left);
	draw_text(p, y, 3 + left, middle, role, it->middle);
	if (it->suit->barred)
		draw_right(p, y, l->cols - SCORE, SCORE, role, "no");
	else if (it->suit->n > 0)
		draw_fmt(p, y, l->cols - SCORE, SCORE, role, "%5d",
		    it->suit->score);
}

/* "For      willing to go to Newham; …", in at most ROWS; returns those used. */
static int
draw_why(const struct suit_list *l, const struct paint *p, int y, int rows,
    const char *word, enum role role, const char *text)
{
	if (*text == '\0' || rows <= 0)
		return 0;
	draw_text(p, y, 1, WORD - 1, ROLE_MUTED, word);
	return draw_wrap(p, y, 1 + WORD, rows, l->cols - WORD - 2, role, text);
}

/* Where both do not fit each has half of the rows at least. */
static void
draw_reasons(const struct suit_list *l, const struct paint *p, int y, int rows)
{
	const struct suit_item *it = &l->v[l->at];
	struct buf good, bad;
	int need;

	buf_init(&good, BUF_ROW);
	buf_init(&bad, BUF_ROW);
	reasons_said(it->suit, REASON_FOR, &good);
	reasons_said(it->suit, REASON_AGAINST, &bad);
	if (it->why_not)
		buf_add(&bad, it->why_not);
	need = draw_wrap_rows(p, rows, l->cols - WORD - 2, bad.p);
	need = bad.n == 0 ? 0 : need > rows / 2 ? rows / 2 : need;
	y += draw_why(l, p, y, rows - need, "For", ROLE_TEXT, good.p);
	(void)draw_why(l, p, y, need, "Against", ROLE_WARN, bad.p);
	buf_clear(&good);
	buf_clear(&bad);
}

void
suit_list_draw(const struct suit_list *l, const struct paint *p, int y,
    const char *left, const char *middle)
{
	int rows = list_rows(l), k;

	draw_text(p, y, 3, (l->cols - 3 - SCORE) / 2 - 1, ROLE_MUTED, left);
	draw_text(p, y, 3 + (l->cols - 3 - SCORE) / 2,
	    l->cols / 2 - SCORE - 1, ROLE_MUTED, middle);
	draw_right(p, y, l->cols - SCORE, SCORE, ROLE_MUTED, "Score");
	for (k = 0; k < rows && l->top + (size_t)k < l->n; k++)
		draw_item(l, p, y + 1 + k, l->top + (size_t)k);
	if (l->n > 0) {
		draw_reasons(l, p, y + 2 + rows, l->rows - 2 - rows);
		draw_cursor(p, y + 1 + (int)(l->at - l->top), 3);
	} else
		draw_cursor(p, y, 0);
}

bool
suit_list_move(struct suit_list *l, enum request r)
{
	size_t page = list_rows(l) > 1 ? (size_t)list_rows(l) - 1 : 1;
	size_t last = l->n > 0 ? l->n - 1 : 0;

	switch (r) {
	case REQ_UP:
		l->at -= l->at > 0;
		break;
	case REQ_DOWN:
		l->at += l->at < last;
		break;
	case REQ_PAGE_UP:
		l->at -= l->at < page ? l->at : page;
		break;
	case REQ_PAGE_DOWN:
		l->at = l->at + page < last ? l->at + page : last;
		break;
	case REQ_HOME:
		l->at = 0;
		break;
	case REQ_END:
		l->at = last;
		break;
	default:
		return false;
	}
	keep_in_view(l);
	return true;
}
