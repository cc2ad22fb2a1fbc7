/* filter_mine.c - how a record may be mine.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/filter.h"

/* Does the field hold schools, one or several? */
static bool
holds_school(const struct field *f)
{
	const struct field *col = f->type == FT_SET ? &f->set->cols[0] : f;

	if (f->flags & FF_DERIVED)
		return false;
	if (f->type == FT_SET && f->set->shape != SET_REFS)
		return false;
	return (col->type == FT_REF || col->type == FT_ANY) &&
	    str_in("school", col->ref);
}

int
filter_owner_of(const struct entity *ent)
{
	int f = entity_field(ent, "owner");

	return f >= 0 && ent->fields[f].ref != NULL &&
	    str_in("user", ent->fields[f].ref) ? f : -1;
}

int
filter_asker_of(const struct entity *ent)
{
	return entity_field(ent, "asked_by");
}

enum filter_mine
filter_mine_of(const struct entity *ent, int *field)
{
	*field = -1;
	if (ent->no == ENT_school)
		return MINE_SELF;
	if (ent->no == ENT_contact)
		return MINE_ROLE;
	for (size_t i = 0; i < ent->nfields; i++)
		if (holds_school(&ent->fields[i])) {
			*field = (int)i;
			return MINE_SCHOOL;
		}
	*field = filter_owner_of(ent);
	if (*field >= 0)
		return MINE_USER;
	*field = entity_field(ent, "owner");
	return *field >= 0 ? MINE_OWNER : MINE_NEVER;
}
