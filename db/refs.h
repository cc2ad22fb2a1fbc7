/* refs.h - which records name a record. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_REFS_H
#define DB_REFS_H

#include "db/db.h"
#include "model/entity.h"

/* ST_OK when no other record names it; else ST_CONFLICT, naming one. */
enum status	refs_none(struct db *, const struct entity *, int64_t id,
		    struct err *) MUST_CHECK;

#endif
