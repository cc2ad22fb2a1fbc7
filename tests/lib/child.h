/* child.h - a process of the test's own that holds something until killed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_LIB_CHILD_H
#define TESTS_LIB_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

/* A new process does BEGIN and then waits. Returns when BEGIN is done, and fails
 * the test when that says false. */
pid_t	child_holds(bool (*begin)(void *arg), void *arg);
/* kill -9, and wait for its end. */
void	child_kill(pid_t);

#endif
