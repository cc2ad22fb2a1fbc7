/* board_on.c - one row of a board, and its cells by name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/board_on.h"

#include "base/str.h"

const struct board_cell *
cell(const struct on *o, const char *id)
{
	for (size_t i = 0; i < o->kind->ncols; i++)
		if (str_eq(o->kind->col[i].id, id))
			return &o->cell[i];
	fail_msg("no column %s", id);
	return NULL;
}
