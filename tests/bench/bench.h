/* bench.h - what the halves of the bench share: screens and processes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stddef.h>

#include "tests/lib/test.h"

enum budget { NO_BUDGET, AT_MOST, AT_LEAST, TIMES };

extern const char *bench_db, *bench_self;

double	bench_now(void);			/* milliseconds */
/* The value below which that share of V lies; sorts V. */
double	bench_at(double *v, size_t n, double share);
/* One line of the table; BASE NAN for none. TIMES: the budget is a ratio. */
void	bench_line(const char *what, const char *unit, double ours,
	    double base, enum budget, double budget);
/* One durable transaction of an encounter's rows by the sqlite3 shell, when
 * it makes N of them. */
double	bench_shell_save(int n);
/* Write so many bytes for every key read; for baselines. */
int	bench_echo(size_t bytes);

void	measure_save(void **state);
void	measure_import(void **state);
void	measure_commands(void **state);

#endif
