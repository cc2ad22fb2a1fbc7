/* board.h - what the board shows of a school; for src/app/board.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_BOARD_H
#define DB_BOARD_H

#include "db/db.h"
#include "model/entity.h"

/* As at the end of a day. */
struct board_facts {
	int64_t	 membership;		/* the stage that holds; 0 none */
	int64_t	 result;		/* newest official assessment; 0 none */
	int	 date;			/* of it; DAY_NONE */
	char	 framework[24];		/* of it; "" */
	int	 bm[BENCHMARKS];	/* per cent, -1 not known */
};
enum status	board_facts(struct db *, int64_t school, const char *day,
		    struct board_facts *out, struct err *) MUST_CHECK;

#endif
