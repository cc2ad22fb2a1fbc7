/* board_on.h - one row of a board, and its cells by name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_BOARD_ON_H
#define TESTS_APP_BOARD_ON_H

#include "app/board.h"
#include "tests/app/world.h"

/* One row of a board, and what the questions about it need. */
struct on {
	struct app	*app;
	const struct board_kind *kind;
	int64_t		 school;
	char		 day[11], first[11];	/* … and of its academic year */
	struct board_cell *cell;
};

/* Borrowed; fails when the board has no such column. */
const struct board_cell *cell(const struct on *, const char *id);

#endif
