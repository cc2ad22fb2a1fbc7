/* demo.h - fictional schools, employers, people and encounters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Same seed and same today, same records with the same ids: they count from
 * midnight of today. Only the step says when it was made.
 */
#ifndef APP_DEMO_H
#define APP_DEMO_H

#include "app/app.h"

struct demo_opts {
	int		 schools;	/* 0: the default, 40 */
	int		 years;		/* academic years of encounters; 0: 3 */
	uint64_t	 seed;		/* 0: 1 */
	bool		(*progress)(void *arg, uint64_t done, uint64_t total);
	void		*arg;
};
/* Fill an empty database; ST_CONFLICT when it holds records. One step. */
enum status	demo_fill(struct app *, const struct demo_opts *, struct err *) MUST_CHECK;

#endif
