/* told.h - what an action did to records of every kind, for its preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_TOLD_H
#define APP_TOLD_H

#include "app/app.h"
#include "base/str.h"
#include "model/row.h"

/* What it does to records of one kind. */
struct told_part {
	const struct entity *ent;
	const char	*did;		/* "moved", "copied", "goes on" */
	struct strs	 lines;		/* one a record: "task/1J8… Send toolkit" */
};
/* Zeroed is empty. */
struct told {
	struct told_part *part;		/* as they were met */
	size_t		 n;
	struct strs	 notes;		/* what else to know: sentences */
};

/* One line: DID, a literal, to ROW, with MORE (may be NULL) behind its title. */
void		told_add(struct app *, struct told *, const char *did,
		    const struct row *, const char *more);
/* "task/1J8… Send toolkit", a line of a part, without its reference. */
void		told_named(const char *line, struct strs *lines);
/* "Tasks: 3 moved", below it each by its title; not those that were BRIEF (may
 * be NULL), of which their number says enough. Then the notes. */
void		told_lines(const struct told *, const char *brief,
		    struct strs *lines);
void		told_clear(struct told *);

#endif
