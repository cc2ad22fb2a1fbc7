/* assess_items.h - the answers an assessment's row holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ASSESS_ITEMS_H
#define APP_ASSESS_ITEMS_H

#include "model/row.h"

/* Column COL (AI_ANSWER, AI_COMMENT) of item ID of ROW, which may be NULL; ""
 * when there is none. Borrowed until the row is changed. */
const char	*assess_column(const struct row *row, const char *id, int col);
bool		 assess_holds(const struct row *row, const char *id);
/* An item without answer and comment is no member. */
void		 assess_put(struct row *row, const char *id, const char *answer,
		    const char *comment);

#endif
