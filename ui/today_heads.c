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
#include "ui/list_view.h"

#define NARROW	76		/* columns: below, words are few */
#define INDENT	4
#define NAME_COLS 24

bool
today_is_head(const struct today *t, size_t line)
{
	return line < t->n && t->line[line].item <= HEADING &&
	    t->line[line].item > MINE;
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
add_title(const struct agenda_part *p, bool narrow, struct buf *out)
{
	add_name(p, narrow, out);
	if (*p->word)
		buf_addf(out, ": %s", p->word);
}

static void
make_text(const struct today *t, const struct agenda_part *p,
    struct head_figure *f)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (f->names)
		add_title(p, t->s.cols < NARROW, &b);
	else
		buf_add(&b, p->word);
	buf_addc(&b, ' ');
	if (p->count < 0)
		buf_addf(&b, "%zu+", p->n);
	else
		count_text(p->count > 1000 ? 1000 : p->count, &b);
	if (p->count > 1000)
		buf_addc(&b, '+');
	snprintf(f->text, sizeof f->text, "%s", b.p);
	f->cols = draw_width(&t->s.p, f->text);
	buf_clear(&b);
}

/* Where the next figure of a heading may stand. */
static void
place(const struct today *t, struct head_figure *f)
{
	const struct head_figure *last = t->nhead ? &t->head[t->nhead - 1] :
	    NULL;

	f->line = 0;
	f->x = 1;
	if (!last || last->on != f->on)
		return;
	f->line = last->line;
	f->x = last->x + last->cols + (t->s.cols < NARROW ? 2 : 3);
	if (f->x + f->cols > t->s.cols - 1) {
		f->line++;
		f->x = INDENT;
	}
}

int
today_head_add(struct today *t, enum agenda_block on, enum agenda_block b)
{
	bool first = true;
	size_t i;

	for (i = 0; i < t->a.nparts; i++) {
		const struct agenda_part *p = &t->a.part[i];
		struct head_figure f = {.on = on, .part = i};

		if (p->block != b || !p->count || (p->count < 0 && !p->n))
			continue;
		f.names = first || b == AG_FOR;
		make_text(t, p, &f);
		first = false;
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

void
today_head_open(struct today *t)
{
	const struct agenda_part *p;
	struct buf name;

	if (t->head_at >= t->nhead)
		return;
	p = &t->a.part[t->head[t->head_at].part];
	buf_init(&name, BUF_LINE);
	add_title(p, false, &name);
	command_drill(t->s.ui, p->ent, p->filter, name.p);
	buf_clear(&name);
}
