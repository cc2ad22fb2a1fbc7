/* refs.h - which records name a record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_REFS_H
#define DB_REFS_H

#include "db/db.h"
#include "model/entity.h"

/* Each once, also those that are archived, by entity and age. */
struct refs {
	struct ref_by {
		const struct entity *ent;
		int64_t		     id;
	}		*v;
	size_t		 n;
};
enum status	refs_to(struct db *, const struct entity *, int64_t id,
		    struct refs *out, struct err *) MUST_CHECK;
void		refs_clear(struct refs *);

/* ST_OK when no other record names it; else ST_CONFLICT, naming one. Only for
 * db/. */
enum status	refs_none(struct db *, const struct entity *, int64_t id,
		    struct err *) MUST_CHECK;

#endif
