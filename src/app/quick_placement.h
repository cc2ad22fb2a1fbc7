/* quick_placement.h - what a line says of a placement. Private to
 * quick_placement*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_QUICK_PLACEMENT_H
#define APP_QUICK_PLACEMENT_H

#include "app/quick_int.h"

/* Words of the line that name nobody ("6 places", "risk ok", "job shadowing"),
 * put on SAID, a row of nothing else; they are no names after it. */
void		placement_words(struct reading *, struct row *said);
/* Days, year group, hours, mode and fields. */
void		placement_parts(struct reading *, struct row *said);
/* Everything SAID holds, on ROW. */
void		placement_put(struct row *row, const struct row *said);
void		placement_tell(struct reading *, const struct row *row);

#endif
