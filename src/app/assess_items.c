/* assess_items.c - the answers an assessment's row holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess_items.h"

#include <stddef.h>

#include "model/fields.h"

#define ITEMS	F_assessment_items

static const struct setdef *
items_def(void)
{
	return entities[ENT_assessment]->fields[ITEMS].set;
}

static const struct member *
member_of(const struct row *row, const char *id)
{
	const char *key[] = { id };

	return row == NULL ? NULL :
	    set_find(row_members(row, ITEMS), items_def(), key);
}

const char *
assess_column(const struct row *row, const char *id, int col)
{
	const struct member *m = member_of(row, id);

	return m == NULL || m->v[col] == NULL ? "" : m->v[col];
}

bool
assess_holds(const struct row *row, const char *id)
{
	return member_of(row, id) != NULL;
}

void
assess_put(struct row *row, const char *id, const char *answer, const char *comment)
{
	const char *v[AI_COLS] = { NULL };

	v[AI_ITEM] = id;
	v[AI_ANSWER] = answer;
	v[AI_COMMENT] = comment;
	if (*answer == '\0' && *comment == '\0')
		set_drop(row_members(row, ITEMS), items_def(), v);
	else
		set_put(row_members(row, ITEMS), items_def(), v);
}
