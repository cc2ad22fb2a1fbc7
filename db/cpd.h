/* cpd.h - what schools covered by the CPD of their people; for
 * app/cpd_report.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_CPD_H
#define DB_CPD_H

#include "db/db.h"

/* Benchmark and session of each attendance of people of SCHOOL between two
 * days. */
enum status	cpd_cover(struct db *, int64_t school, const char *first,
		    const char *last, void (*fn)(void *arg, int benchmark, int64_t cpd),
		    void *arg, struct err *) MUST_CHECK;

#endif
