/* goal.h - how far a target is, and whether it is on course.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On course is by a straight line from the baseline on its first day to the
 * figure wanted on its last: a rule of thumb of ours, said as such.
 */
#ifndef MODEL_GOAL_H
#define MODEL_GOAL_H

#include <stdbool.h>

#include "base/buf.h"

struct goal_facts {
	int	from, by, today;	/* days; DAY_NONE not known */
	double	baseline, target, actual;
	bool	has_baseline, has_actual;
};
enum goal_course {	/* all but the first in the order of goal_courses */
	GOAL_NOT_KNOWN, GOAL_REACHED, GOAL_ON_COURSE, GOAL_BEHIND
};
struct goal {
	enum goal_course course;
	int	share;		/* of the way from the baseline, 0 to 100; -1 not known */
	bool	has_line;
	double	line;		/* where the straight line is today */
};
struct goal	goal_of(const struct goal_facts *);
const char	*goal_word(enum goal_course);	/* "on course", "?" */
/* A figure as people read it: "12345", "4.78"; appended. */
void		goal_figure_said(double, struct buf *out);
/* "up 3", "down 0.50", "level": the difference of the two as they are read;
 * appended. */
void		goal_trend_said(double before, double now, struct buf *out);

#endif
