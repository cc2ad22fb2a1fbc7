/* goal.c - how far a target is, and whether it is on course.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/goal.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "model/tables.h"

/* Down is a way to go too: fewer students who leave early. */
static bool
reached(const struct goal_facts *f, double at)
{
	bool down = f->has_baseline && f->target < f->baseline;

	return down ? f->actual <= at : f->actual >= at;
}

static int
share_of(const struct goal_facts *f)
{
	double from = f->has_baseline ? f->baseline : 0;
	double way = f->target - from, p;

	if (way <= 0 && way >= 0)
		return reached(f, f->target) ? 100 : 0;
	p = (f->actual - from) * 100 / way;
	return p <= 0 ? 0 : p >= 100 ? 100 : (int)p;
}

struct goal
goal_of(const struct goal_facts *f)
{
	struct goal g = { GOAL_NOT_KNOWN, -1, false, 0 };
	double part;

	if (f->has_baseline && f->from != DAY_NONE && f->by != DAY_NONE &&
	    f->by > f->from) {
		part = f->today <= f->from ? 0 : f->today >= f->by ? 1 :
		    (double)(f->today - f->from) / (f->by - f->from);
		g.has_line = true;
		g.line = f->baseline + part * (f->target - f->baseline);
	}
	if (!f->has_actual)
		return g;
	g.share = share_of(f);
	if (reached(f, f->target))
		g.course = GOAL_REACHED;
	else if (f->by != DAY_NONE && f->today > f->by)
		g.course = GOAL_BEHIND;
	else if (g.has_line)
		g.course = reached(f, g.line) ? GOAL_ON_COURSE : GOAL_BEHIND;
	return g;
}

const char *
goal_word(enum goal_course c)
{
	return c == GOAL_NOT_KNOWN ? "?" : goal_courses[c - 1].word;
}

void
goal_figure_said(double n, struct buf *out)
{
	bool large = n >= 100 || n <= -100;

	buf_addf(out, large ? "%.0f" : "%.3g", n);
}

/* Digits behind the point. */
static int
decimals(const char *figure)
{
	const char *point = strchr(figure, '.');

	return point != NULL ? (int)strlen(point + 1) : 0;
}

/* As the two are read, so that what is shown adds up. */
void
goal_trend_said(double before, double now, struct buf *out)
{
	struct buf was, is;
	double by;
	int n;

	buf_init(&was, BUF_LINE);
	buf_init(&is, BUF_LINE);
	goal_figure_said(before, &was);
	goal_figure_said(now, &is);
	by = strtod(is.p, NULL) - strtod(was.p, NULL);
	n = decimals(was.p) > decimals(is.p) ? decimals(was.p) :
	    decimals(is.p);
	if (str_eq(was.p, is.p))
		buf_add(out, "level");
	else
		buf_addf(out, "%s %.*f", by > 0 ? "up" : "down", n,
		    by > 0 ? by : -by);
	buf_clear(&was);
	buf_clear(&is);
}
