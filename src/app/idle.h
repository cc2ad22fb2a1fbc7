/* idle.h - a session over SSH that nobody types in is locked: when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For restricted sessions alone, after [hub] idle_minutes. NOW is of
 * clock_monotonic_ms, or of a test.
 */
#ifndef APP_IDLE_H
#define APP_IDLE_H

#include "app/app.h"
#include "base/buf.h"

struct idle {
	int64_t	 ms;		/* so long a session may last without a key; 0:
				 * for ever */
	int64_t	 last;		/* when the last key came */
	bool	 warned;	/* … and since then it was said what comes */
};

enum idle_state {
	IDLE_NO,
	IDLE_SOON,		/* a minute is left, or half of a shorter time;
				 * told once after each key */
	IDLE_OVER
};

/* From now on, as the settings of the session say. */
void		idle_begin(struct idle *, const struct app *, int64_t now);
/* A key came. */
void		idle_key(struct idle *, int64_t now);
enum idle_state	idle_look(struct idle *, int64_t now);
/* Milliseconds until idle_look says something new; -1: never. */
int		idle_wait(const struct idle *, int64_t now);
/* "30 minutes", "90 seconds": all of the time, and what is left of it when it
 * is IDLE_SOON; appended. */
void		idle_time(const struct idle *, struct buf *out);
void		idle_left(const struct idle *, struct buf *out);

#endif
