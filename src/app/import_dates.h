/* import_dates.h - how one column of a sheet writes its dates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_IMPORT_DATES_H
#define APP_IMPORT_DATES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/* What the cells of one column allow, gathered over the file. Zeroed is fresh. */
struct date_column {
	uint64_t	not_dmy;	/* line of a cell whose second part is no month */
	uint64_t	not_mdy;	/* … whose first part is none */
	char		dmy_text[24], mdy_text[24];	/* those cells */
	bool		month_first;	/* decided by dates_decide */
};

void		dates_look(struct date_column *, const char *cell, uint64_t line);
/* ST_INVALID when the column writes some dates day first and others month
 * first; HEAD and FILE for the sentence. */
enum status	dates_decide(struct date_column *, const char *file,
		    const char *head, struct err *) MUST_CHECK;
/* A cell as YYYY-MM-DD when it is three numbers (a time of day after them is
 * cut) or 12-Mar-2026; false when it is written otherwise, or is no day. */
bool		dates_read(const struct date_column *, const char *cell, char out[11]);

#endif
