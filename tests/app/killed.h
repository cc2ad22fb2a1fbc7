/* killed.h - one action in a process of its own, killed after a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_KILLED_H
#define TESTS_APP_KILLED_H

#include "tests/app/world.h"

/* ST_OK when it was done, now or before. */
typedef enum status (*killed_fn)(struct app *, void *arg, struct err *);

/* Do ACT on FILE in a new process, killed after so many microseconds; true when
 * it came to its end. Fails when ACT does. */
bool	 killed_after(const char *file, int us, killed_fn act, void *arg);
/* When to kill it next, after US: a little later each time, and in long forms a
 * very little. */
int	 killed_next(int us);

#endif
