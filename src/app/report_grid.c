/* report_grid.c - how wide the columns of a block are.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/report_grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define SHORT	30		/* columns come closer together where room is
				 * short by no more than this */
#define LOOK	24		/* rows by which widths are judged */
#define LEAST	6		/* a column of words is not made narrower */

size_t
grid_break(const char *s, int cols, size_t *next)
{
	size_t fit = utf8_fit(s, cols > 0 ? cols : 1, NULL), n;

	if (fit == 0)
		(void)utf8_decode(s, strlen(s), &fit);	/* wider than COLS */
	n = fit;
	if (s[n] != '\0' && s[n] != ' ')
		while (n > 0 && s[n - 1] != ' ')
			n--;
	if (n == 0)
		n = fit;
	*next = n;
	while (s[*next] == ' ')
		(*next)++;
	while (n > 0 && s[n - 1] == ' ')
		n--;
	return n;
}

/* The word above several heads has room above them. */
static void
widen_for_over(struct grid *g)
{
	const struct report_block *b = g->b;

	for (size_t c = 0, n; c < b->ncols; c += n) {
		int w = -g->gap;

		n = report_span(b, c);
		for (size_t i = c; i < c + n; i++)
			w += g->width[i] + g->gap;
		if (utf8_width(b->col[c].over) > w)
			g->width[c] += utf8_width(b->col[c].over) - w;
	}
}

/* Each column as wide as its widest cell; the width of all. */
static int
full_width(struct grid *g, int gap)
{
	const struct report_block *b = g->b;
	int total = g->indent - gap;

	g->gap = gap;
	for (size_t c = 0; c < b->ncols; c++)
		g->width[c] = b->col[c].data ? -gap :
		    utf8_width(b->col[c].head);
	for (size_t i = 0; i < b->ncells; i++) {
		int w = utf8_width(g->text[i]);

		if (!b->col[i % b->ncols].data && w > g->width[i % b->ncols])
			g->width[i % b->ncols] = w;
	}
	if (b->kind == REPORT_PAIRS && g->width[0] < g->word)
		g->width[0] = g->word;
	widen_for_over(g);
	for (size_t c = 0; c < b->ncols; c++)
		total += g->width[c] + gap;
	return total;
}

static int
longest_word(const char *s)
{
	int most = 0, w;

	while (*s != '\0') {
		size_t n = strcspn(s, " ");
		char *word = xstrndup(s, n);

		w = utf8_width(word);
		most = w > most ? w : most;
		free(word);
		s += n + strspn(s + n, " ");
	}
	return most;
}

/* The width in which no word of column C, its head too, is broken. */
static int
whole_words(const struct grid *g, size_t c)
{
	const struct report_block *b = g->b;
	int most = longest_word(b->col[c].head), w;

	for (size_t i = c; i < b->ncells; i += b->ncols) {
		w = longest_word(g->text[i]);
		most = w > most ? w : most;
	}
	return most > LEAST ? most : LEAST;
}

/* The widest column of words that is above its least width; NCOLS none. */
static size_t
widest_column(const struct grid *g, const int *least)
{
	const struct report_block *b = g->b;
	size_t widest = b->ncols;

	for (size_t c = 0; c < b->ncols; c++)
		if (!b->col[c].right && g->width[c] > least[c] &&
		    (widest == b->ncols || g->width[c] > g->width[widest]))
			widest = c;
	return widest;
}

/* The width of all when each word just fits. */
static int
least_total(const struct grid *g, const int *least)
{
	int total = g->indent - g->gap;

	for (size_t c = 0; c < g->b->ncols; c++)
		total += g->gap + (!g->b->col[c].right &&
		    g->width[c] > least[c] ? least[c] : g->width[c]);
	return total;
}

/* Down to no more than COLS: as long as it goes, no word is broken. */
static void
narrow(struct grid *g, int *least, int total, int cols)
{
	const struct report_block *b = g->b;
	bool words = true;
	size_t c;

	while (total > cols) {
		c = widest_column(g, least);
		if (c < b->ncols) {
			g->width[c]--;
			total--;
		} else if (words) {
			words = false;
			for (c = 0; c < b->ncols; c++)
				least[c] = LEAST;
		} else {
			break;
		}
	}
}

static int
lines_of(const char *s, int cols)
{
	int n = 0;
	size_t next;

	do {
		(void)grid_break(s, cols, &next);
		s += next;
		n++;
	} while (*s != '\0');
	return n;
}

/* Lines of the heads and of the rows that are looked at; FULL: a column that is
 * narrower wraps. */
static int
height(const struct grid *g, const int *full)
{
	const struct report_block *b = g->b;
	size_t rows = report_rows(b) < LOOK ? report_rows(b) : LOOK;
	int sum = 0;

	for (size_t r = 0; r <= rows; r++) {
		int most = 1, n;

		for (size_t c = 0; c < b->ncols; c++) {
			if (b->col[c].data || g->width[c] >= full[c])
				continue;
			n = lines_of(r == rows ? b->col[c].head :
			    g->text[r * b->ncols + c], g->width[c]);
			most = n > most ? n : most;
		}
		sum += most;
	}
	return sum;
}

/* Does TO with some of the width of FROM save lines? *BEST is what there are. */
static bool
hand_over(struct grid *g, const int *least, const int *full, size_t from,
    size_t to, int *best)
{
	int was[2] = { g->width[from], g->width[to] }, h;

	while (g->width[from] > least[from] && g->width[to] < full[to]) {
		g->width[from]--;
		g->width[to]++;
		if ((h = height(g, full)) < *best) {
			*best = h;
			return true;
		}
	}
	g->width[from] = was[0];
	g->width[to] = was[1];
	return false;
}

/* Between columns that wrap, width goes where it saves lines. */
static void
balance(struct grid *g, const int *least, const int *full)
{
	const struct report_block *b = g->b;
	int best = height(g, full);
	bool better = true;

	while (better) {
		better = false;
		for (size_t i = 0; i < b->ncols * b->ncols; i++) {
			size_t from = i / b->ncols, to = i % b->ncols;

			if (from != to && !b->col[from].right &&
			    !b->col[from].data && g->width[to] < full[to])
				better = hand_over(g, least, full, from, to,
				    &best) || better;
		}
	}
}

void
grid_measure(struct grid *g, int cols, bool lined_up)
{
	const struct report_block *b = g->b;
	int *least = xcalloc(b->ncols + 1, sizeof *least);
	int *full = xcalloc(b->ncols + 1, sizeof *full);
	int total = full_width(g, GRID_GAP);
	bool broken;

	for (size_t c = 0; c < b->ncols; c++)
		least[c] = whole_words(g, c);
	/* closer together, where that helps much or keeps words whole; not what
	 * is lined up */
	broken = least_total(g, least) > cols;
	if (!lined_up && total > cols &&
	    (total = full_width(g, 1)) > cols + SHORT && !broken)
		total = full_width(g, GRID_GAP);
	memcpy(full, g->width, b->ncols * sizeof *full);
	narrow(g, least, total, cols);
	if (total > cols)
		balance(g, least, full);
	free(least);
	free(full);
	for (size_t c = 0, x = (size_t)g->indent; c < b->ncols; c++) {
		g->x[c] = (int)x;
		x += (size_t)(g->width[c] + g->gap);
	}
}
