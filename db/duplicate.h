/* duplicate.h - walk along the records in which two may be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_DUPLICATE_H
#define DB_DUPLICATE_H

#include "db/db.h"
#include "model/duplicate.h"

/* Are two records of this kind looked for? */
bool		dup_read_has(const struct entity *);
/* FN for each record in use of the next LIMIT after *AT, by id, with what its
 * keys are made of (dup_keys), borrowed; *AT goes on, *MORE false at the end.
 * SIDE has no town, kind or place. */
enum status	dup_read(struct db *, const struct entity *, int64_t *at,
		    int limit, bool *more,
		    void (*fn)(void *arg, int64_t id, const struct dup_side *),
		    void *arg, struct err *) MUST_CHECK;

enum { DUP_NEAR_MOST = 100 };
/* Up to DUP_NEAR_MOST employers or partners in use that share the postcode,
 * website or telephone of SIDE; a walk along the table. */
enum status	dup_near(struct db *, const struct entity *,
		    const struct dup_side *, int64_t *id, size_t *n,
		    struct err *) MUST_CHECK;

#endif
