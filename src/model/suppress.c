/* suppress.c - small counts hidden so that no total gives them away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table with its totals is a circulation: figure (r, c) flows from node r
 * to node c, the total of a row from the node of totals back to r, that of a
 * column from c to the node of sums, and the whole from there to the node of
 * totals. What is printed is fixed; what is hidden may be any number its mark
 * allows. The true figures are one way to fill the gaps; a gap can be filled
 * otherwise exactly when its arc lies on a cycle of what can still flow, so
 * the answer is exact, not an estimate.
 */
#include "model/suppress.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"

struct arc {
	size_t		 from, to;
	long		 value;
	enum suppressed	 mark;
	bool		 fixed;		/* nothing to hide: not known, no figure */
	bool		 open;		/* not printed at all: any number */
	bool		 total;
	bool		 loose;		/* small, yet printed as hidden */
};

struct table {
	size_t		 rows, cols, narcs, nnodes;
	struct arc	*arc;		/* (rows + 1) x (cols + 1) */
	long		 small;
	size_t		*queue;		/* of nnodes */
	bool		*seen;
};

static bool
may_grow(const struct table *t, const struct arc *a)
{
	if (a->open || a->mark == SUP_SECOND)
		return true;
	return a->mark == SUP_SMALL && a->value < t->small - 1;
}

static bool
may_shrink(const struct table *t, const struct arc *a)
{
	if (a->open || a->loose)
		return a->value > 0;
	if (a->mark == SUP_SECOND)
		return a->value > t->small;
	return a->mark == SUP_SMALL && a->value > 1;
}

/* Can one more flow from node FROM to node TO without the arc BUT? */
static bool
reaches(const struct table *t, size_t from, size_t to, size_t but)
{
	size_t first = 0, last = 0, i, node;

	for (i = 0; i < t->nnodes; i++)
		t->seen[i] = false;
	t->queue[last++] = from;
	t->seen[from] = true;
	while (first < last) {
		node = t->queue[first++];
		if (node == to)
			return true;
		for (i = 0; i < t->narcs; i++) {
			const struct arc *a = &t->arc[i];
			size_t next;

			if (i == but)
				continue;
			if (a->from == node && may_grow(t, a))
				next = a->to;
			else if (a->to == node && may_shrink(t, a))
				next = a->from;
			else
				continue;
			if (!t->seen[next]) {
				t->seen[next] = true;
				t->queue[last++] = next;
			}
		}
	}
	return false;
}

/* Can what is printed be filled in with only one number at I? */
static bool
given_away(const struct table *t, size_t i)
{
	const struct arc *a = &t->arc[i];

	if (a->open || a->mark == SUP_SHOWN)
		return false;
	if (a->mark == SUP_SMALL && t->small == 2)
		return false;	/* "<2" is 1 and no total makes it worse */
	return !(may_grow(t, a) && reaches(t, a->to, a->from, i)) &&
	    !(may_shrink(t, a) && reaches(t, a->from, a->to, i));
}

static bool
may_hide(const struct arc *a)
{
	return !a->fixed && !a->open && a->mark == SUP_SHOWN && a->value > 0;
}

/* Is A a better figure to hide than B? No total, the smaller. */
static bool
rather(const struct arc *a, const struct arc *b)
{
	if (a->total != b->total)
		return b->total;
	return a->value < b->value;
}

/* Nothing is left to hide, as in 1, 1, 1, 1 and their total 4, all of them
 * "<5": say even less of a total. */
static bool
loosen(struct table *t)
{
	size_t k;

	for (k = 0; k < t->narcs; k++) {
		struct arc *a = &t->arc[k];

		if (a->total && a->mark != SUP_SHOWN && !a->loose) {
			a->mark = SUP_SECOND;
			a->loose = true;
			return true;
		}
	}
	return false;
}

/* Hide one more for the sake of I: the best of those that settle it, else the
 * best of its own row and column, else of all. False when none is left. */
static bool
hide_for(struct table *t, size_t i)
{
	const struct arc *me = &t->arc[i];
	struct arc *best[3] = { NULL, NULL, NULL };
	size_t k, rank;

	for (k = 0; k < t->narcs; k++) {
		struct arc *a = &t->arc[k];

		if (!may_hide(a))
			continue;
		a->mark = SUP_SECOND;
		rank = !given_away(t, i) && !given_away(t, k) ? 0 :
		    a->from == me->from || a->to == me->to ||
		    a->from == me->to || a->to == me->from ? 1 : 2;
		a->mark = SUP_SHOWN;
		if (best[rank] == NULL || rather(a, best[rank]))
			best[rank] = a;
	}
	for (rank = 0; rank < 3; rank++)
		if (best[rank] != NULL) {
			best[rank]->mark = SUP_SECOND;
			return true;
		}
	return loosen(t);
}

/* Nodes: a row each, a column each, the one of totals, the one of sums. */
static void
set_up(struct table *t, const long *count, unsigned totals)
{
	size_t w = t->cols + 1, r, c, node_totals = t->rows + t->cols;
	struct arc *whole = &t->arc[t->rows * w + t->cols];

	for (r = 0; r < t->rows; r++)
		for (c = 0; c < t->cols; c++) {
			struct arc *a = &t->arc[r * w + c];
			long n = count[r * t->cols + c];

			*a = (struct arc){ .from = r, .to = t->rows + c,
			    .fixed = n < 0, .value = n < 0 ? 0 : n };
			t->arc[r * w + t->cols].value += a->value;
			t->arc[t->rows * w + c].value += a->value;
			whole->value += a->value;
		}
	for (r = 0; r < t->rows; r++) {
		struct arc *a = &t->arc[r * w + t->cols];

		a->from = node_totals;
		a->to = r;
		a->total = true;
		a->open = (totals & SUPPRESS_ROWS) == 0;
	}
	for (c = 0; c < t->cols; c++) {
		struct arc *a = &t->arc[t->rows * w + c];

		a->from = t->rows + c;
		a->to = node_totals + 1;
		a->total = true;
		a->open = (totals & SUPPRESS_COLS) == 0;
	}
	whole->from = node_totals + 1;
	whole->to = node_totals;
	whole->total = true;
	whole->open = totals != (SUPPRESS_ROWS | SUPPRESS_COLS);
}

void
suppress(const long *count, size_t rows, size_t cols, unsigned totals,
    long small, enum suppressed *mark)
{
	struct table t = { .rows = rows, .cols = cols, .small = small,
	    .narcs = (rows + 1) * (cols + 1), .nnodes = rows + cols + 2 };
	bool again = true;
	size_t i;

	t.arc = xcalloc(t.narcs, sizeof *t.arc);
	t.queue = xcalloc(t.nnodes, sizeof *t.queue);
	t.seen = xcalloc(t.nnodes, sizeof *t.seen);
	set_up(&t, count, totals);
	for (i = 0; i < t.narcs; i++)
		if (may_hide(&t.arc[i]) && t.arc[i].value < small)
			t.arc[i].mark = SUP_SMALL;
	while (again) {
		again = false;
		for (i = 0; i < t.narcs; i++)
			if (given_away(&t, i) && hide_for(&t, i))
				again = true;
	}
	for (i = 0; i < t.narcs; i++)
		mark[i] = t.arc[i].open ? SUP_SHOWN : t.arc[i].mark;
	free(t.arc);
	free(t.queue);
	free(t.seen);
}

void
suppress_text(long count, enum suppressed mark, long small, struct buf *out)
{
	if (count < 0)
		buf_addc(out, '?');
	else if (mark == SUP_SMALL)
		buf_addf(out, "<%ld", small);
	else if (mark == SUP_SECOND)
		buf_addc(out, '*');
	else
		buf_addf(out, "%ld", count);
}
