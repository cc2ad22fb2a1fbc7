/* check_rows.h - what the parts of check share. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_CHECK_ROWS_H
#define DB_CHECK_ROWS_H

#include "db/db.h"
#include "model/entity.h"

struct check {
	struct db	*db;
	void		(*found)(void *arg, const char *level,
			    const char *what, const char *ref);
	void		*arg;
	const char	*level;		/* of the last finding */
	int		 told;		/* findings of this check so far */
};

/* ENT NULL: of no record. The first fifty are told, all are counted. */
void		check_tell(struct check *, const char *level, const char *what,
		    const struct entity *ent, int64_t id);
/* FN of each record there is of ENT, by id; it may write. */
enum status	check_each(struct db *, const struct entity *,
		    enum status (*fn)(void *arg, const struct entity *, int64_t id,
		    struct err *), void *arg, struct err *) MUST_CHECK;
/* Records that the journal knows and their table has not, in the order in which
 * they came; those that were taken out are among them. */
enum status	check_lacking(struct db *, const struct entity *,
		    struct db_ids *out, struct err *) MUST_CHECK;
/* Records against the journal and the search index: all of them, or an even
 * sample where there are many. */
enum status	check_records(struct check *, struct err *) MUST_CHECK;

#endif
