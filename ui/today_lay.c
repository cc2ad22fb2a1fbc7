/* today_lay.c - which lines the first screen shows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be done is to be seen without moving. When there is not room for
 * all of it, blank lines go first, on a small screen the kinds on headings; then
 * what waits for others, and what is done for somebody else, is only counted, on
 * the heading before; then the blocks are cut down step by step. What comes after
 * this week stands last, and may be below the edge.
 */
#include "ui/today_lines.h"

#include <string.h>

#include "base/mem.h"

#define ROOMY	18		/* rows with which blocks stand apart */

struct plan {
	int		 show[AG_BLOCKS];	/* items */
	int		 on[AG_BLOCKS];		/* block whose heading counts it */
	bool		 any[AG_BLOCKS];
	bool		 blanks;
	int		 standing;	/* lines of what stands below */
};

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The block before B, not the day itself and not what is to close, on whose
 * heading it may be counted; B when there is none. */
static int
leader(const struct plan *p, int b)
{
	int k;

	for (k = b - 1; k >= AG_LATE; k--)
		if (p->any[k])
			return p->on[k];
	return b;
}

/* The figures of all blocks counted on the heading of BLOCK; its lines. */
static int
lay_heading(struct today *t, const struct plan *p, int block)
{
	int b, n = 0;

	for (b = block; b < AG_BLOCKS; b++)
		if (p->on[b] == block && p->any[b])
			n = today_head_add(t, (enum agenda_block)block,
			    (enum agenda_block)b);
	return n;
}

/* All but what comes after the week. */
static int
lines(struct today *t, const struct plan *p)
{
	int b, n = 0;

	for (b = 0; b < AG_COMING; b++) {
		if (!p->any[b] || p->on[b] != b)
			continue;
		n += p->show[b] + (p->blanks && n);
		t->nhead = 0;
		if (b != AG_TODAY)
			n += lay_heading(t, p, b);
	}
	return n + p->standing + (p->standing && p->blanks && n);
}

/* Only its figures, on the heading before. */
static void
only_count(struct plan *p, int b)
{
	int to = leader(p, b), k;

	p->show[b] = 0;
	for (k = b; k < AG_COMING; k++)
		if (p->on[k] == b)
			p->on[k] = to;
}

/* In this order, until all is seen. */
static const struct {
	enum agenda_block block;
	int		 show;		/* 0: only counted */
} cuts[] = {
	{ AG_FOR, 0 }, { AG_WAITING, 0 }, { AG_WEEK, 3 }, { AG_LATE, 4 },
	{ AG_TOCLOSE, 4 }, { AG_LATE, 3 }, { AG_TOCLOSE, 3 }, { AG_WEEK, 2 },
	{ AG_TODAY, 6 }, { AG_WEEK, 0 }, { AG_TODAY, 4 }, { AG_TOCLOSE, 2 },
	{ AG_LATE, 2 }, { AG_TODAY, 3 },
};

static void
fit(struct today *t, struct plan *p)
{
	int rows = t->s.rows;
	size_t i;

	t->sums = false;
	if (rows > 0 && lines(t, p) > rows) {
		p->blanks = false;
		t->sums = rows < ROOMY;
	}
	for (i = 0; rows > 0 && i < sizeof cuts / sizeof cuts[0] &&
	    lines(t, p) > rows; i++) {
		int b = cuts[i].block;

		if (cuts[i].show)
			p->show[b] = least(p->show[b], cuts[i].show);
		else if (p->any[b])
			only_count(p, b);
	}
}

static void
make_plan(struct today *t, struct plan *p)
{
	int cap = t->s.rows == 0 ? MOST : t->s.rows / 3, b;
	size_t i;

	memset(p, 0, sizeof *p);
	p->blanks = t->s.rows >= ROOMY || t->s.rows == 0;
	for (i = 0; i < t->a.n; i++)
		p->show[t->a.v[i].block]++;
	for (i = 0; i < t->a.nparts; i++)
		if (t->a.part[i].count > 0)
			p->any[t->a.part[i].block] = true;
	for (b = 0; b < AG_BLOCKS; b++) {
		p->any[b] = p->any[b] || p->show[b];
		p->on[b] = b;
		p->show[b] = least(p->show[b], b == AG_TODAY ? MOST :
		    cap < 4 ? 4 : cap);
	}
	p->standing = (t->since.done && t->since.steps) + today_mine_lay(t);
	fit(t, p);
}

static void
add_line(struct today *t, int block, int item)
{
	t->line = xreallocarray(t->line, t->n + 1, sizeof *t->line);
	t->line[t->n++] = (struct line_of){(enum agenda_block)block, item};
}

static void
add_block(struct today *t, const struct plan *p, int block)
{
	int n = 0, lines, k;
	size_t i;

	if (!p->any[block] || p->on[block] != block)
		return;
	if (t->n && p->blanks)
		add_line(t, block, BLANK);
	lines = block == AG_TODAY ? 0 : lay_heading(t, p, block);
	for (k = 0; k < lines; k++)
		add_line(t, block, HEADING - k);
	for (i = 0; i < t->a.n; i++)
		if ((int)t->a.v[i].block == block && n++ < p->show[block])
			add_line(t, block, (int)i);
}

/* What others did since, and how my schools stand. */
static void
add_standing(struct today *t, const struct plan *p)
{
	bool since = t->since.done && t->since.steps;
	int i;

	if (p->standing && t->n && p->blanks)
		add_line(t, AG_TODAY, BLANK);
	if (since)
		add_line(t, AG_TODAY, SINCE);
	for (i = since; i < p->standing; i++)
		add_line(t, AG_TODAY, MINE - (i - since));
}

/* The same record, or the line where it was. */
static void
find_cursor(struct today *t, int64_t id)
{
	size_t i;

	for (i = 0; id && i < t->n; i++)
		if (t->line[i].item >= 0 && t->a.v[t->line[i].item].id == id)
			t->at = i;
	if (t->at >= t->n)
		t->at = t->n ? t->n - 1 : 0;
	while (t->n && t->line[t->at].item == BLANK && t->at + 1 < t->n)
		t->at++;
}

int64_t
today_id(const struct today *t)
{
	return t->at < t->n && t->line[t->at].item >= 0 ?
	    t->a.v[t->line[t->at].item].id : 0;
}

void
today_lay(struct today *t, int64_t id)
{
	struct plan p;
	int b;

	make_plan(t, &p);
	t->n = t->nhead = 0;
	for (b = 0; b < AG_COMING; b++)
		add_block(t, &p, b);
	add_standing(t, &p);
	add_block(t, &p, AG_COMING);
	find_cursor(t, id);
	if (t->head_at >= t->nhead)
		t->head_at = 0;
	today_head_come(t);
	today_mine_come(t);
}
