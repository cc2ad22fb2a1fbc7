/* suppress.h - small counts hidden so that no total gives them away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures of disadvantaged pupils, pupils with SEND and other groups that
 * leave the hub print "<5" when they are small, and a second figure is hidden
 * where the totals beside it would tell the first (domain.md 10). Whoever
 * reads is taken to know the rule: that "<5" is 1 to 4, that what is hidden
 * for its sake is more, and that 0 is always printed.
 */
#ifndef MODEL_SUPPRESS_H
#define MODEL_SUPPRESS_H

#include <stddef.h>

#include "base/buf.h"

enum {				/* which totals are printed */
	SUPPRESS_ROWS	= 1,	/* of each row, at its end */
	SUPPRESS_COLS	= 2	/* of each column, below it */
};

enum suppressed {
	SUP_SHOWN,		/* may be printed */
	SUP_SMALL,		/* 1 to SMALL - 1: print "<SMALL" */
	SUP_SECOND		/* hidden for another's sake: print "*"; a small
				 * total too, when "<SMALL" would say too much */
};

/* COUNT holds ROWS x COLS figures, row after row; a negative one is not known
 * or does not apply and counts nothing. SMALL 0 or 1 hides none.
 * MARK gets (ROWS + 1) x (COLS + 1) marks: those of the figures, of each
 * row's total behind it, of each column's below it, of the whole last. Both
 * kinds of totals print the whole; of one kind only that kind's stand. */
void	suppress(const long *count, size_t rows, size_t cols, unsigned totals,
	    long small, enum suppressed *mark);
/* A figure with its mark, appended: "31", "<5", "*", and "?" for negative. */
void	suppress_text(long count, enum suppressed, long small, struct buf *out);

#endif
