/* today_heads.c - the headings of the first screen: each figure opens the list
 * of what it counts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_lines.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/list_view.h"

#define NARROW	76		/* columns: below, words are few */
#define INDENT	4
#define NAME_COLS 24
#define COUNTED	1000		/* more are not counted */

bool
today_is_head(const struct today *t, size_t line)
{
	return line < t->n && t->line[line].item <= HEADING &&
	    t->line[line].item > MINE;
}

static int
gap(const struct today *t)
{
	return t->s.cols < NARROW ? 2 : 3;
}

/* "For Sam Okoro (until 27 Nov)" */
static void
add_cover(const struct agenda_part *p, bool narrow, struct buf *out)
{
	int y, m, d, width;
	size_t fits = utf8_fit(p->name, NAME_COLS, &width);
	char day[24];

	buf_add(out, "For ");
	buf_addn(out, p->name, fits);
	if (narrow || p->until == DAY_NONE)
		return;
	day_long(p->until, day);
	day_to_ymd(p->until, &y, &m, &d);
	buf_addf(out, " (until %d %.3s)", d, strchr(day + 4, ' ') + 1);
}

static void
add_name(const struct agenda_part *p, bool narrow, struct buf *out)
{
	static const char *const words[AG_BLOCKS] = {
		[AG_TODAY] = "Today", [AG_TOCLOSE] = "To close",
		[AG_LATE] = "Late", [AG_WEEK] = "This week",
		[AG_WAITING] = "Waiting for others", [AG_COMING] = "Coming",
	};

	if (p->block == AG_FOR)
		add_cover(p, narrow, out);
	else if (p->block == AG_WAITING && narrow)
		buf_add(out, "Waiting");
	else
		buf_add(out, words[p->block]);
}

/* What the list it opens is called: "This week: cases". */
static void
add_title(const struct agenda_part *p, struct buf *out)
{
	add_name(p, false, out);
	if (p->block != AG_FOR)
		buf_addf(out, ": %s", p->word);
}

/* What a block is about first: needs no word when it is alone. */
static bool
leads(const struct today *t, const struct agenda_part *p)
{
	return p == t->a.part || p[-1].block != p->block;
}

static bool
shows(const struct agenda_part *p)
{
	return p->count > 0 || (p->count < 0 && p->n > 0);
}

/* " 12", " 1,000+": N are known, and perhaps there are more. */
static void
add_count(int64_t n, bool more, struct buf *out)
{
	more = more || n > COUNTED;
	buf_addc(out, ' ');
	count_text(n > COUNTED ? COUNTED : n, out);
	if (more)
		buf_addc(out, '+');
}

static int64_t
known(const struct agenda_part *p)
{
	return p->count < 0 ? (int64_t)p->n : p->count;
}

/* "Late 14": the name of the block of P, and what its parts come to. */
static void
sum_text(const struct today *t, const struct agenda_part *p, struct buf *out)
{
	const struct agenda_part *q;
	int64_t sum = 0;
	bool more = false;

	for (q = t->a.part; q < t->a.part + t->a.nparts; q++)
		if (q->block == p->block && shows(q)) {
			more = more || q->count < 0 || q->count > COUNTED;
			sum += known(q);
		}
	add_name(p, t->s.cols < NARROW, out);
	add_count(sum, more, out);
}

/* Before the parts of a block that has several. */
static void
make_name(const struct today *t, const struct agenda_part *p,
    struct head_figure *f)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	sum_text(t, p, &b);
	snprintf(f->name, sizeof f->name, "%s", b.p);
	f->name_cols = draw_width(&t->s.p, f->name) + gap(t);
	buf_clear(&b);
}

static void
make_text(const struct today *t, const struct agenda_part *p,
    struct head_figure *f)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (f->sum) {
		sum_text(t, p, &b);
	} else {
		if (f->names)
			add_name(p, t->s.cols < NARROW, &b);
		else
			buf_add(&b, p->word);
		add_count(known(p), p->count < 0, &b);
	}
	snprintf(f->text, sizeof f->text, "%s", b.p);
	f->cols = draw_width(&t->s.p, f->text);
	buf_clear(&b);
}

/* Are the parts of block B one figure? What is done for two people is not. */
static bool
is_sum(const struct today *t, enum agenda_block b)
{
	return t->sums && b != AG_FOR;
}

/* Where the next figure of a heading may stand. */
static void
place(const struct today *t, struct head_figure *f)
{
	const struct head_figure *last = t->nhead ? &t->head[t->nhead - 1] :
	    NULL;

	f->line = 0;
	f->x = 1;
	if (last && last->on == f->on) {
		f->line = last->line;
		f->x = last->x + last->cols + gap(t);
		if (f->x + f->name_cols + f->cols > t->s.cols - 1) {
			f->line++;
			f->x = INDENT;
		}
	}
	f->x += f->name_cols;
}

int
today_head_add(struct today *t, enum agenda_block on, enum agenda_block b)
{
	const struct agenda_part *p, *end = t->a.part + t->a.nparts;
	size_t of = 0, nth = 0;

	for (p = t->a.part; p < end; p++)
		of += p->block == b && shows(p);
	for (p = t->a.part; p < end; p++) {
		struct head_figure f = {.on = on,
		    .part = (size_t)(p - t->a.part)};

		if (p->block != b || !shows(p) || (nth > 0 && is_sum(t, b)))
			continue;
		f.sum = of > 1 && is_sum(t, b);
		f.names = f.sum || (of == 1 && leads(t, p)) || b == AG_FOR;
		make_text(t, p, &f);
		if (nth++ == 0 && !f.names)
			make_name(t, p, &f);
		place(t, &f);
		t->head = xreallocarray(t->head, t->nhead + 1,
		    sizeof *t->head);
		t->head[t->nhead++] = f;
	}
	return t->nhead && t->head[t->nhead - 1].on == on ?
	    t->head[t->nhead - 1].line + 1 : 1;
}

/* Does figure I stand on that line? */
static bool
stands(const struct today *t, size_t i, size_t line)
{
	return t->head[i].on == t->line[line].block &&
	    t->head[i].line == HEADING - t->line[line].item;
}

void
today_head_draw(const struct today *t, int y, size_t line)
{
	int x = 1;
	size_t i;

	for (i = 0; i < t->nhead; i++) {
		const struct head_figure *f = &t->head[i];

		if (!stands(t, i, line))
			continue;
		x = f->x + f->cols;
		draw_text(&t->s.p, y, f->x - f->name_cols, f->name_cols,
		    ROLE_TITLE, f->name);
		draw_text(&t->s.p, y, f->x, t->s.cols - f->x, line == t->at &&
		    i == t->head_at ? ROLE_CHOSEN : f->names ? ROLE_TITLE :
		    ROLE_ACCENT, f->text);
	}
	if (t->line[line].block == AG_TOCLOSE && x + 3 < t->s.cols - 30)
		draw_text(&t->s.p, y, x + 3 > 26 ? x + 3 : 26,
		    t->s.cols - x - 3, ROLE_MUTED,
		    "planned, and the day has passed");
}

/* The line of the screen that the chosen figure is on. */
static void
follow(struct today *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (today_is_head(t, i) && stands(t, t->head_at, i))
			t->at = i;
}

void
today_head_aside(struct today *t, int dir)
{
	size_t to = t->head_at + (size_t)dir;

	if (!today_is_head(t, t->at) || to >= t->nhead ||
	    t->head[to].on != t->head[t->head_at].on)
		return;
	t->head_at = to;
	follow(t);
}

bool
today_head_many(const struct today *t)
{
	size_t i, n = 0;

	for (i = 0; today_is_head(t, t->at) && i < t->nhead; i++)
		n += t->head[i].on == t->line[t->at].block;
	return n > 1;
}

void
today_head_come(struct today *t)
{
	size_t i;

	if (!today_is_head(t, t->at) ||
	    (t->head_at < t->nhead && stands(t, t->head_at, t->at)))
		return;
	for (i = t->nhead; i-- > 0; )
		if (stands(t, i, t->at))
			t->head_at = i;
}

static void
open_part(struct today *t, const struct agenda_part *p)
{
	struct buf name;

	buf_init(&name, BUF_LINE);
	add_title(p, &name);
	command_drill(t->s.ui, p->ent, p->filter, name.p);
	buf_clear(&name);
}

/* The Nth kind of the block whose sum is chosen. */
static void
on_kind(struct ui *ui, void *arg, int n)
{
	struct today *t = arg;
	const struct agenda_part *p, *end = t->a.part + t->a.nparts;
	enum agenda_block b;

	(void)ui;
	if (n < 0 || t->head_at >= t->nhead)
		return;
	b = t->a.part[t->head[t->head_at].part].block;
	for (p = t->a.part; p < end; p++)
		if (p->block == b && shows(p) && n-- == 0)
			open_part(t, p);
}

/* Which of the kinds that a sum is of? */
static void
ask_kind(struct today *t, const struct head_figure *f)
{
	const struct agenda_part *p, *end = t->a.part + t->a.nparts;
	enum agenda_block b = t->a.part[f->part].block;
	struct strs kinds = {0};
	struct buf line;

	for (p = t->a.part; p < end; p++) {
		if (p->block != b || !shows(p))
			continue;
		buf_init(&line, BUF_LINE);
		buf_add(&line, p->word);
		add_count(known(p), p->count < 0, &line);
		strs_take(&kinds, buf_take(&line));
	}
	dialog_choose(t->s.ui, f->text, "", &kinds, 0, on_kind, t);
	strs_clear(&kinds);
}

void
today_head_open(struct today *t)
{
	const struct head_figure *f;

	if (t->head_at >= t->nhead)
		return;
	f = &t->head[t->head_at];
	if (f->sum)
		ask_kind(t, f);
	else
		open_part(t, &t->a.part[f->part]);
}
