/* special.h - does a text look like special-category data about a person?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 10: free text gets a warning, never a block, on what looks like
 * health information, the number of a DBS certificate, or somebody's own
 * child. Words are whole words; near is within SPECIAL_NEAR words of the same
 * sentence. "Head off sick till Easter" is about a person; "employer ill",
 * "signed off the plan" and "cancer research talk" are not.
 */
#ifndef MODEL_SPECIAL_H
#define MODEL_SPECIAL_H

#include <stdbool.h>

#include "base/str.h"
#include "model/row.h"

enum { SPECIAL_NEAR = 6 };

enum special {
	SPECIAL_NONE,
	SPECIAL_HEALTH,
	SPECIAL_DBS,
	SPECIAL_CHILD,
	SPECIAL_MAX
};

/* The first kind found in TEXT. OF_PERSON: the whole text is about one person,
 * as the note of a contact is, so a health word needs no person word. */
enum special	special_find(const char *text, bool of_person);
/* "This looks like health information about a person." NULL for NONE. */
const char	*special_sentence(enum special);
/* The notes and summaries of ROW that differ from BASE (NULL: a new record)
 * and look like it: "note: This looks like …", appended to OUT. */
void		special_row(const struct row *base, const struct row *row,
		    struct strs *out);

#endif
