/* access_paint.c - the cohorts that lack meetings with providers, painted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"
#include "ui/access_inner.h"
#include "ui/cursor.h"

enum { NARROW = 76, MARKS = 2, SAID = 2, DUE = 9 };

/* Where each column begins, and how wide it is; 0: it is left out. */
struct columns {
	int	school, cohort, phase, first, second, due;
	int	meeting;		/* how wide one is */
};

static struct columns
place(const struct screen *s)
{
	struct columns c = { .school = MARKS };
	bool narrow = s->cols < NARROW;

	c.meeting = narrow ? 13 : (s->cols - 40) / 5 * 2;
	if (c.meeting > 30)
		c.meeting = 30;
	c.due = s->cols - DUE;
	c.second = c.due - c.meeting - 1;
	c.first = c.second - c.meeting - 1;
	c.phase = narrow ? 0 : c.first - 6;
	c.cohort = (narrow ? c.first : c.phase) - 7;
	return c;
}

static void
draw_heads(const struct screen *s, const struct columns *c)
{
	const struct paint *p = &s->p;

	draw_text(p, 0, c->school, c->cohort - c->school - 1, ROLE_MUTED,
	    "School");
	draw_text(p, 0, c->cohort, 6, ROLE_MUTED, "Cohort");
	if (c->phase)
		draw_text(p, 0, c->phase, 5, ROLE_MUTED, "Phase");
	draw_text(p, 0, c->first, c->meeting, ROLE_MUTED, "1st");
	draw_text(p, 0, c->second, c->meeting, ROLE_MUTED, "2nd");
	draw_text(p, 0, c->due, DUE, ROLE_MUTED, "Due");
}

static void
draw_line(const struct access_screen *a, const struct columns *c, int y,
    const struct access_line *l, bool chosen)
{
	const struct paint *p = &a->s.p;
	struct buf b;

	if (chosen)
		draw_text(p, y, 0, 1, ROLE_TEXT, ">");
	if (access_marked(a, l))
		draw_text(p, y, 1, 1, ROLE_GOOD, "*");
	draw_text(p, y, c->school, c->cohort - c->school - 1,
	    chosen ? ROLE_CHOSEN : ROLE_TEXT, l->name);
	if (*l->why) {
		draw_text(p, y, c->cohort, a->s.cols - c->cohort, ROLE_MUTED,
		    l->why);
		return;
	}
	draw_text(p, y, c->cohort, 6, ROLE_TEXT, l->group);
	if (c->phase)
		draw_fmt(p, y, c->phase, 5, ROLE_TEXT, "%d", l->p.phase);
	draw_text(p, y, c->first, c->meeting, ROLE_TEXT, l->first);
	draw_text(p, y, c->second, c->meeting, l->second_id &&
	    l->p.second != ACCESS_AT_NONE ? ROLE_WARN : ROLE_TEXT, l->second);
	buf_init(&b, BUF_LINE);
	access_due_said(&l->p, a->day, &b);
	if (l->p.past)
		buf_add(&b, " !");
	draw_text(p, y, c->due, DUE, l->p.past ? ROLE_BAD : ROLE_TEXT, b.p);
	buf_clear(&b);
}

/* What the cohort under the cursor lacks, in words, at the foot. */
static void
draw_missing(const struct access_screen *a, int rows)
{
	const struct access_line *l = access_here(a);
	struct buf b;

	if (!l || *l->why)
		return;
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s, phase %d", l->group, l->p.phase);
	if (l->p.state != ACCESS_PART)		/* else what is missing says it */
		buf_addf(&b, ": %s", l->state);
	buf_addf(&b, ". Missing: %s.", l->missing);
	draw_wrap(&a->s.p, a->s.rows - rows, MARKS, rows, a->s.cols - MARKS,
	    ROLE_MUTED, b.p);
	buf_clear(&b);
}

static void
draw_empty(const struct access_screen *a)
{
	const char *why = "No school fits. / takes another filter, Esc takes"
	    " it off.";

	if (a->ls.over)
		why = "There are too many schools to look at: / takes a filter"
		    " that names fewer.";
	else if (a->ls.cohorts)
		why = "Every cohort has met providers as the law asks.";
	else if (str_eq(a->text, a->named))
		why = "No school has a stage yet, and you coordinate none; /"
		    " takes a filter.";
	draw_wrap(&a->s.p, 2, MARKS, 3, a->s.cols - MARKS, ROLE_TEXT, why);
	draw_cursor(&a->s.p, 2, 0);
}

void
access_draw(struct screen *s)
{
	struct access_screen *a = (struct access_screen *)s;
	struct columns c = place(s);
	int rows = s->rows - 2 - SAID;

	draw_heads(s, &c);
	if (!a->ls.n) {
		draw_empty(a);
		return;
	}
	a->top = cursor_top(a->top, a->at, a->ls.n, rows);
	for (int y = 0; y < rows && a->top + (size_t)y < a->ls.n; y++)
		draw_line(a, &c, y + 1, &a->ls.v[a->top + (size_t)y],
		    a->top + (size_t)y == a->at);
	draw_missing(a, SAID);
	draw_cursor(&s->p, 1 + (int)(a->at - a->top), MARKS);
}
