/* undo.h - take a step back, and take that back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo makes a new step that sets each field back, and refuses, naming who and
 * when, where a field has changed since (design.md 3).
 */
#ifndef APP_UNDO_H
#define APP_UNDO_H

#include "app/app.h"
#include "base/str.h"

#define UNDO_LINES	20

struct undo_report {
	bool		 shown;		/* set before: lines with titles and short days,
					 * as screens show them, not references */
	int64_t		 seq;		/* the step taken back */
	char		*label;		/* its label */
	int64_t		 records;	/* records that are set back */
	struct strs	 what;		/* up to UNDO_LINES: what is set back */
	struct strs	 refused;	/* up to UNDO_LINES: who changed what since */
	int64_t		 since;		/* newest step in the way of the first; 0 none */
	char		*made;		/* reference of the first record that the step
					 * made and that has to stay; NULL none */
};
void		undo_report_clear(struct undo_report *);

/* SEQ 0: the newest step of this user that is neither undone nor an undo
 * (SESSION: of this session only). DRY: the report, and nothing done. EXCEPT: leave
 * out what has changed since instead of refusing. ST_NOT_FOUND when there is
 * nothing to undo, ST_CONFLICT with the report's refused lines; ST_DENIED, also
 * with EXCEPT, when the user may not change a record of it. */
enum status	undo_step(struct app *, int64_t seq, bool session, bool dry,
		    bool except, struct undo_report *, struct err *) MUST_CHECK;
/* What the last undo took, until this user's next save. */
enum status	redo_step(struct app *, struct undo_report *, struct err *) MUST_CHECK;

#endif
