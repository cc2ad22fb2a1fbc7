/* repoint.h - what names one record comes to name another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_REPOINT_H
#define APP_REPOINT_H

#include "base/buf.h"
#include "model/row.h"

/* A set has a member for both: what value COL has then, where THERE is what the
 * one that stays has and COMES what comes; appended to OUT, which is empty. */
typedef void	(*repoint_fn)(const struct field *col, const char *there,
		    const char *comes, struct buf *out);

/* Every field of ROW that names record FROM of ENT names TO: references and
 * members of sets. */
void		repoint(struct row *, const struct entity *ent, int64_t from,
		    int64_t to, repoint_fn);
/* Numbers add, other values stay; what was empty is filled. */
void		repoint_add_up(const struct field *, const char *there,
		    const char *comes, struct buf *out);

#endif
