/* hub.h - a small database, and the program on it, for tests on a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_E2E_HUB_H
#define TESTS_E2E_HUB_H

extern char	*hub_db;		/* its path */

/* Set up and tear down: four schools, two employers, one roll. */
int	hub_make(void **state);
int	hub_end(void **state);
/* Run a command on the database; fails unless it ends with 0. */
void	hub_run(const char *const *words);
#define RUN(...) hub_run((const char *const[]){ __VA_ARGS__, NULL })
/* What a command prints; the caller frees it. */
char	*hub_asks(const char *a, const char *b, const char *c);
/* The program on a terminal of that size, until it shows Today. */
void	hub_start(int rows, int cols);
void	hub_again(void);		/* 24 x 80 */
/* Hang up and wait for its end, which is good: under the sanitizers a leak
 * makes it bad. */
void	hub_hang_up(void);

#endif
