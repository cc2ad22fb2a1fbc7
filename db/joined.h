/* joined.h - where a record went that was joined into another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one that went is archived, and says where it went in the reason; as long
 * as it does, what leads to it leads to the other.
 */
#ifndef DB_JOINED_H
#define DB_JOINED_H

#include "db/db.h"
#include "model/entity.h"

/* Why it was archived; then the reference of the one that stays, by its code,
 * which never changes. */
#define JOINED_INTO	"joined into "

/* Where record *ID went, however often; else it stays as it is. True when it
 * went. */
bool		joined_follow(struct db *, const struct entity *, int64_t *id);

#endif
