/* mine_rows.h - which of the records that were changed are mine.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mine is what the filter `mine` finds of each kind (model/filter.h), archived
 * or not, of the records that there still are: those of schools I coordinate
 * today, and what belongs to me by name.
 */
#ifndef APP_MINE_ROWS_H
#define APP_MINE_ROWS_H

#include "app/app.h"
#include "db/steps.h"
#include "model/entity.h"
#include "model/filter.h"

struct mine_rows {			/* zeroed but for APP */
	struct app	*app;
	struct filter	*of[ENT_MAX];	/* of each kind met so far */
};
void		mine_rows_clear(struct mine_rows *);
/* Leave of the N records IDS of ENT those that are mine, *LEFT of them. */
enum status	mine_rows_these(struct mine_rows *, const struct entity *ent,
		    int64_t *ids, size_t n, size_t *left, struct err *) MUST_CHECK;
/* The same for what the next changes of step SEQ are of (db/steps.h says what
 * *AT is): *N records, each once, by kind. */
enum status	mine_rows_step(struct mine_rows *, int64_t seq, int64_t *at,
		    struct step_row out[STEP_ROWS], size_t *n, struct err *) MUST_CHECK;
/* Was any record of the step mine? Looks at all its changes if need be. */
enum status	mine_rows_any(struct mine_rows *, int64_t seq, bool *any,
		    struct err *) MUST_CHECK;

#endif
