/* national.h - what schools in England achieve on average, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * src/data/national.csv, with its sources. A figure belongs to a framework:
 * it is shown only beside results of the same. The share of schools that
 * achieve a benchmark is never shown beside a school's percentage.
 */
#ifndef MODEL_NATIONAL_H
#define MODEL_NATIONAL_H

#include "base/buf.h"
#include "base/csv_table.h"
#include "base/err.h"
#include "model/framework.h"

struct national {
	char	*label;			/* "2018/19", or "2014" */
	int	 year;			/* 2018: its first */
	char	*framework;		/* "G2014" */
	int	 average;		/* hundredths of a benchmark, -1 none */
	int	 share[BENCHMARKS];	/* tenths of a per cent of schools, BM1
					 * first; -1 none */
	char	*source;
};
struct nationals {			/* by year, then framework */
	struct national	*v;
	size_t		 n;
};

/* The shipped file, and a hub's of the same name (NULL none), whose rows add
 * to it or stand in for those of the same year and framework. */
enum status	 nationals_load(const struct csv_source *hub,
		    struct nationals *out, struct err *e) MUST_CHECK;
void		 nationals_clear(struct nationals *);
/* The newest of that framework, not after academic year YEAR, that has an
 * average, or a share of every benchmark; NULL when there is none. */
const struct national *national_average(const struct nationals *,
		    const char *framework, int year);
const struct national *national_shares(const struct nationals *,
		    const char *framework, int year);
/* "3.0", "5.96" of eight; "?" for -1; appended. Never a per cent. */
void		 national_average_format(int hundredths, struct buf *out);
/* "6.1", "49"; "?" for -1; appended. */
void		 national_share_format(int tenths, struct buf *out);

#endif
