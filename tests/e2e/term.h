/* term.h - drive a program on a pseudo terminal and read its screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One program on each of two terminals; t_use says which is meant.  Nothing
 * here sleeps for a fixed time: a test waits for what the screen must show, and
 * fails with the whole screen when it does not within the deadline (10 s, more
 * under sanitizers and valgrind).
 *
 *	t_start(24, 80, (const char *const[]){ test_program(), NULL });
 *	t_wait("Today");
 *	t_keys("gs");
 *	t_golden("schools-80x24");
 *	assert_int_equal(t_stop(), 0);
 *
 * Give every test t_teardown as its teardown: it ends a program that a failed
 * assertion left behind, and forgets the world.
 */
#ifndef TESTS_E2E_TERM_H
#define TESTS_E2E_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "tests/lib/test.h"

/* --- the world: made on first use, forgotten by t_teardown --- */

/* The HOME of the programs started; everything XDG lies below it. */
const char	*t_home(void);
/* Set, or with NULL unset, a variable for what is started after this. */
void		t_env(const char *name, const char *value);
/*
 * Run a program without a terminal, stdin from the file INPUT (NULL: empty),
 * fail unless it ends with STATUS, and return what it printed on stdout and
 * stderr together; the caller frees it.
 */
char		*t_run(int status, const char *input, const char *const argv[]);
/* Become ARGV in that world; for a child process of the test's own. */
void		t_become(const char *const argv[]);
int		t_teardown(void **state);

/* --- the program on the terminal --- */

#define T_TERMINALS	2
/* What follows is of this terminal, from 0; a test begins with 0. */
void	t_use(int terminal);
/* Start ARGV (ends with NULL) on a new terminal of this size. */
void	t_start(int rows, int cols, const char *const argv[]);
/* Type: every character or escape sequence is one key, and is counted. */
void	t_keys(const char *keys);
/* Send bytes that are no keys, for example the marks of a bracketed paste. */
void	t_raw(const char *bytes);
void	t_paste(const char *text);
/* Change the size, as the user's window would. */
void	t_resize(int rows, int cols);
void	t_signal(int sig);
/* Hang up; the wait status, 0 when it ended well. */
int	t_stop(void);
/* Wait until the program ends of itself; the wait status. */
int	t_wait_exit(void);

/* --- waiting --- */

void	t_wait(const char *text);	/* anywhere on the screen */
void	t_wait_gone(const char *text);
void	t_wait_row(int row, const char *text);	/* within that row, from 0 */
void	t_wait_cursor(int row, int col);
/* Read until nothing has come for MS; for measuring, not for testing. */
void	t_quiet(int ms);

/* --- looking; the text lives until the next t_ call --- */

const char	*t_row(int row);	/* trailing blanks cut */
const char	*t_screen(void);	/* rows joined by newlines */
bool		 t_shows(const char *text);
void		 t_cursor(int *row, int *col);
/*
 * Wait until the screen equals tests/e2e/golden/NAME.screen; with
 * UPDATE_GOLDEN set, write that file instead.
 */
void		 t_golden(const char *name);
/* The same for colours and attributes: golden/NAME.attrs. */
void		 t_golden_attrs(const char *name);

/* --- counting --- */

void	t_count_reset(void);
int	t_count(void);			/* keys typed since the reset */
void	t_mark(void);
size_t	t_bytes(void);			/* received since the mark */
int	t_deadline_ms(void);

#endif
