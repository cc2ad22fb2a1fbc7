/* replay.h - a record as the journal says it is. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_REPLAY_H
#define DB_REPLAY_H

#include "db/db.h"
#include "model/row.h"

/* All changes of the record, one after the other; *OUT is NULL when the
 * journal does not know it or it was taken out. The caller frees it. */
enum status	replay_record(struct db *, const struct entity *, int64_t id,
		    struct row **out, struct err *) MUST_CHECK;

#endif
