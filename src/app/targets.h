/* targets.h - how far a target is on a day, by what is counted or was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_TARGETS_H
#define APP_TARGETS_H

#include "app/app.h"
#include "model/goal.h"
#include "model/row.h"

struct target_figure {
	bool		 known;
	double		 n;
	const struct entity *ent;	/* what it counts, NULL no list; … */
	char		*filter;	/* … by this filter */
};
/* As the end of DAY shows it: what the measure counts, or the reading of that
 * day or before. OUT is for target_figure_clear. */
enum status	target_figure_at(struct app *, const struct row *target, int day,
		    struct target_figure *out, struct err *) MUST_CHECK;
void		target_figure_clear(struct target_figure *);
/* How far that is. */
struct goal	target_goal(const struct row *target, int today,
		    const struct target_figure *now);

/* A target today and at the last snapshot, without its derived fields. */
struct target_now {
	struct row	*row;
	struct target_figure now, before;
	struct goal	 goal;
};
/* OUT is for target_now_clear. */
enum status	target_now_read(struct app *, int64_t id, struct target_now *out,
		    struct err *) MUST_CHECK;
void		target_now_clear(struct target_now *);

#endif
