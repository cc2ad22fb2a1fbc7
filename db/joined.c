/* joined.c - where a record went that was joined into another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/joined.h"

#include <string.h>

#include "base/str.h"
#include "db/store.h"
#include "model/id.h"
#include "model/row.h"

/* Kinds whose records go into others. */
#define KINDS		"employer partner contact volunteer recipient"
#define CHAIN		32	/* so many joins are followed */

static bool
went_to(struct db *db, const struct entity *ent, int64_t id, int64_t *to)
{
	int why = entity_field(ent, "archived_for");
	const char *slash;
	struct row *r;
	bool went = false;

	if (store_load(db, ent, id, false, &r, NULL) != ST_OK)
		return false;
	if (str_starts(row_get(r, why), JOINED_INTO) &&
	    !row_is_empty(r, entity_field(ent, "archived"))) {
		slash = strchr(row_get(r, why), '/');
		went = slash != NULL && id_parse(slash + 1, to) &&
		    store_exists(db, ent, *to);
	}
	row_free(r);
	return went;
}

bool
joined_follow(struct db *db, const struct entity *ent, int64_t *id)
{
	int64_t at = *id, next;
	int n = 0;

	if (!str_in(ent->id, KINDS))
		return false;
	while (n < CHAIN && went_to(db, ent, at, &next)) {
		at = next;
		n++;
	}
	*id = at;
	return n > 0;
}
