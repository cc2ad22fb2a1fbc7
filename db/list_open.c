/* list_open.c - what is open has an index of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

/* The terms are those of the index TABLE_open, to the letter: SQLite takes it
 * only then. */
static const struct {
	enum entity_no	 ent;
	bool		 not;		/* open is what has none of VALUES */
	const char	*values;	/* of status */
	struct open_rows rows;
} opens[] = {
	{ ENT_encounter, false, "planned confirmed", { "date",
	    "t.status IN ('planned', 'confirmed') AND t.archived IS NULL" } },
	{ ENT_visit, false, "planned", { "date",
	    "t.status = 'planned' AND t.archived IS NULL" } },
	{ ENT_task, false, "open waiting", { "due",
	    "t.status IN ('open', 'waiting') AND t.archived IS NULL" } },
	{ ENT_case, true, "closed", { "due",
	    "t.status <> 'closed' AND t.archived IS NULL" } },
};

/* Does the term leave nothing but what is open? */
static bool
leaves_open(const struct filter_term *t, int status, bool not,
    const char *values)
{
	size_t v;

	if (t->op != OP_EQ || t->not != not || t->field != status)
		return false;
	for (v = 0; v < t->values.n; v++)
		if (str_in(t->values.v[v], values) == not)
			return not;
	return !not;
}

const struct open_rows *
open_find(const struct entity *ent, const struct need **need, size_t n)
{
	int status = entity_field(ent, "status");
	size_t i, k;

	for (k = 0; k < sizeof opens / sizeof opens[0]; k++)
		for (i = 0; opens[k].ent == ent->no && i < n; i++)
			if (leaves_open(need[i]->term, status, opens[k].not,
			    opens[k].values))
				return &opens[k].rows;
	return NULL;
}
