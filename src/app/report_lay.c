/* report_lay.c - a report's document laid out in lines of some columns.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every block is a grid (report_grid.h).
 */
#include <stdlib.h>
#include <string.h>

#include "app/report_grid.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"

#define INDENT	2		/* of what stands under a heading */
#define WORD	16		/* titles and words of pairs that stand beside
				 * are lined up to as much … */
#define NARROW	56		/* … and above, on less than this */

struct laying {
	const struct report *r;
	struct report_lines *out;
	int		 cols;
	bool		 utf8;
	int		 margin;	/* for titles that stand beside; 0: above */
	int		 word;		/* … first column of all pairs; or 0 */
};

static void
add_line(struct laying *l, enum report_role role, char *take_text)
{
	struct report_lines *o = l->out;
	size_t n = strlen(take_text);

	while (n > 0 && take_text[n - 1] == ' ')
		take_text[--n] = '\0';
	o->line = xreallocarray(o->line, o->n + 1, sizeof *o->line);
	o->line[o->n++] = (struct report_line){ role, take_text, 0 };
}

static void
add_spot(struct laying *l, int x, int cols, const struct report_cell *c)
{
	struct report_lines *o = l->out;

	o->spot = xreallocarray(o->spot, o->nspots + 1, sizeof *o->spot);
	o->spot[o->nspots++] = (struct report_spot){ o->n, x, cols, c };
}

static void
pad(struct buf *b, int to)
{
	int n = to - utf8_width(b->p);

	for (; n > 0; n--)
		buf_addc(b, ' ');
}

static void
wrapped(struct laying *l, enum report_role role, int indent, const char *text)
{
	char *safe = utf8_printable(text, l->utf8);
	const char *s = safe;
	size_t n, next;

	do {
		struct buf b;

		buf_init(&b, BUF_ROW);
		n = grid_break(s, l->cols - indent, &next);
		pad(&b, indent);
		buf_addn(&b, s, n);
		add_line(l, role, buf_take(&b));
		s += next;
	} while (*s != '\0');
	free(safe);
}

/* --- a grid -------------------------------------------------------------- */

/* S of N bytes into column C of the line. */
static int
put(const struct grid *g, struct buf *line, size_t c, const char *s, size_t n)
{
	char *part = xstrndup(s, n);
	int w = utf8_width(part), x = g->x[c];

	if (g->b->col[c].right && w < g->width[c])
		x += g->width[c] - w;
	pad(line, x);
	buf_add(line, part);
	free(part);
	return x;
}

/* The words above several heads. */
static void
put_over(struct laying *l, const struct grid *g)
{
	const struct report_block *b = g->b;
	struct buf over;
	bool any = false;

	buf_init(&over, BUF_ROW);
	for (size_t c = 0; c < b->ncols; c += report_span(b, c)) {
		char *safe = utf8_printable(b->col[c].over, l->utf8);

		any = any || *safe != '\0';
		pad(&over, g->x[c]);
		buf_add(&over, safe);
		free(safe);
	}
	if (any)
		add_line(l, RL_HEADS, buf_take(&over));
	buf_clear(&over);
}

/* On as many lines as the narrowest column needs. */
static void
put_heads(struct laying *l, const struct grid *g)
{
	const struct report_block *b = g->b;
	char **safe = xcalloc(b->ncols, sizeof *safe);
	size_t *at = xcalloc(b->ncols, sizeof *at), c, n, next;
	bool more;

	put_over(l, g);
	for (c = 0; c < b->ncols; c++)
		safe[c] = utf8_printable(b->col[c].data ? "" : b->col[c].head,
		    l->utf8);
	do {
		struct buf line;

		more = false;
		buf_init(&line, BUF_ROW);
		for (c = 0; c < b->ncols; c++) {
			if (safe[c][at[c]] == '\0')
				continue;
			n = grid_break(safe[c] + at[c], g->width[c], &next);
			put(g, &line, c, safe[c] + at[c], n);
			at[c] += next;
			more = more || safe[c][at[c]] != '\0';
		}
		add_line(l, RL_HEADS, buf_take(&line));
	} while (more);
	for (c = 0; c < b->ncols; c++)
		free(safe[c]);
	free(safe);
	free(at);
}

static void
put_row(struct laying *l, const struct grid *g, size_t row)
{
	const struct report_block *b = g->b;
	const char **rest = xcalloc(b->ncols, sizeof *rest);
	bool first = true, more;
	size_t c, n, next;

	for (c = 0; c < b->ncols; c++)
		rest[c] = b->col[c].data ? "" :
		    g->text[row * b->ncols + c];
	do {
		struct buf line;

		more = false;
		buf_init(&line, BUF_ROW);
		if (b->kind == REPORT_ITEMS)
			buf_addf(&line, "%*s", g->indent, first ? "- " : "");
		for (c = 0; c < b->ncols; c++) {
			const struct report_cell *cell =
			    &b->cell[row * b->ncols + c];
			int x;

			if (*rest[c] == '\0')
				continue;
			n = grid_break(rest[c], g->width[c], &next);
			x = put(g, &line, c, rest[c], n);
			if (first && cell->ent != NULL)
				add_spot(l, x, utf8_width(line.p) - x, cell);
			rest[c] += next;
			more = more || *rest[c] != '\0';
		}
		add_line(l, RL_PLAIN, buf_take(&line));
		first = false;
	} while (more);
	free(rest);
}

/* A title into the margin left free on the first line of its block. */
static void
put_beside(struct laying *l, const struct report_block *b, size_t first)
{
	struct report_line *line = &l->out->line[first];
	char *safe = utf8_printable(b->title, l->utf8);
	struct buf text;

	buf_init(&text, BUF_ROW);
	buf_addn(&text, safe, utf8_fit(safe, l->margin - GRID_GAP, &line->head));
	pad(&text, l->margin);
	if (strlen(line->text) > (size_t)l->margin)
		buf_add(&text, line->text + l->margin);
	free(line->text);
	line->text = buf_take(&text);
	free(safe);
}

/* A block without a title goes on from the last. */
static void
put_title_above(struct laying *l, const struct report_block *b)
{
	if (b->title[0] == '\0' || l->margin > 0)
		return;
	if (!l->r->beside)
		add_line(l, RL_PLAIN, xstrdup(""));
	wrapped(l, RL_HEADING, 0, b->title);
}

static void
put_block(struct laying *l, const struct report_block *b)
{
	struct grid g = { .b = b, .word = l->word, .indent =
	    (l->margin > 0 ? l->margin : INDENT) +
	    (b->kind == REPORT_ITEMS ? INDENT : 0) };
	size_t i, first;

	put_title_above(l, b);
	first = l->out->n;
	g.text = xcalloc(b->ncells + 1, sizeof *g.text);
	g.width = xcalloc(b->ncols + 1, sizeof *g.width);
	g.x = xcalloc(b->ncols + 1, sizeof *g.x);
	for (i = 0; i < b->ncells; i++)
		g.text[i] = utf8_printable(b->cell[i].text, l->utf8);
	grid_measure(&g, l->cols, l->margin > 0);
	if (b->kind == REPORT_TABLE)
		put_heads(l, &g);
	for (i = 0; i < report_rows(b); i++)
		put_row(l, &g, i);
	if (l->margin > 0)
		put_beside(l, b, first);
	for (i = 0; i < b->ncells; i++)
		free(g.text[i]);
	free(g.text);
	free(g.width);
	free(g.x);
}

/* --- the page ------------------------------------------------------------ */

/* The title at the left, the day at the right or on a line of its own; of a
 * document within a screen neither, its own title says it. */
static void
put_title(struct laying *l)
{
	char day[24], *title = utf8_printable(l->r->title, l->utf8);
	int w = utf8_width(title);
	struct buf b;

	day_long(l->r->day, day);
	if (w + GRID_GAP + (int)strlen(day) > l->cols) {
		wrapped(l, RL_TITLE, 0, title);
		wrapped(l, RL_MUTED, 0, day);
		free(title);
		return;
	}
	buf_init(&b, BUF_ROW);
	buf_add(&b, title);
	pad(&b, l->cols - (int)strlen(day));
	buf_add(&b, day);
	add_line(l, RL_TITLE, buf_take(&b));
	free(title);
}

static void
widen(int *width, const char *text)
{
	int w = utf8_width(text);

	if (w > *width)
		*width = w < WORD ? w : WORD;
}

/* Titles beside their blocks: as wide as the widest, and the words of all
 * pairs alike. */
static void
measure_beside(struct laying *l)
{
	const struct report *r = l->r;

	if (!r->beside || l->cols < NARROW)
		return;
	for (size_t i = 0; i < r->n; i++) {
		const struct report_block *b = &r->block[i];

		if (b->data)
			continue;
		if (b->ncells > 0)
			widen(&l->margin, b->title);
		for (size_t k = 0; k < b->ncells && b->kind == REPORT_PAIRS;
		    k += b->ncols)
			widen(&l->word, b->cell[k].text);
	}
	l->margin += GRID_GAP;
}

void
report_lay(const struct report *r, int cols, bool utf8,
    struct report_lines *out)
{
	struct laying l = { r, out, cols, utf8, 0, 0 };
	size_t i;

	*out = (struct report_lines){ 0 };
	measure_beside(&l);
	if (*r->title != '\0')
		put_title(&l);
	for (i = 0; i < r->source.n; i++)
		wrapped(&l, RL_MUTED, 0, r->source.v[i]);
	for (i = 0; i < r->n; i++)
		if (r->block[i].ncells > 0 && !r->block[i].data)
			put_block(&l, &r->block[i]);
	if (r->notes.n > 0) {
		char *notes = strs_join(&r->notes, " ");

		if (!r->beside)
			add_line(&l, RL_PLAIN, xstrdup(""));
		wrapped(&l, RL_MUTED, 0, notes);
		free(notes);
	}
}

void
report_lines_clear(struct report_lines *o)
{
	for (size_t i = 0; i < o->n; i++)
		free(o->line[i].text);
	free(o->line);
	free(o->spot);
	*o = (struct report_lines){ 0 };
}

void
report_to_text(const struct report *r, int cols, bool utf8, struct buf *out)
{
	struct report_lines l;

	report_lay(r, cols, utf8, &l);
	for (size_t i = 0; i < l.n; i++) {
		buf_add(out, l.line[i].text);
		buf_addc(out, '\n');
	}
	report_lines_clear(&l);
}
