/* checklist.h - follow-ups made from a template, and moved with their anchor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a checklist record makes its tasks; changing its anchor, or the day of
 * what it is about, moves those that are open: by rules, in the same step
 * (app/rules.c). What moves how is model/template.h's.
 */
#ifndef APP_CHECKLIST_H
#define APP_CHECKLIST_H

#include "app/app.h"
#include "base/str.h"
#include "model/row.h"
#include "model/template.h"

/* The templates there are, the hub's own among them (app/rulebook.h). Free with
 * templates_free. */
enum status	checklist_templates(struct app *, struct templates **out,
		    struct err *) MUST_CHECK;

/* One task of a checklist when its anchor moves. */
struct checklist_move {
	int64_t		 task;
	char		*title;
	int		 from, to;	/* due before and after; DAY_NONE none */
	enum template_move move;
};
struct checklist_moves {
	struct checklist_move *v;	/* as the tasks were made */
	size_t		 n;
};
void		checklist_moves_clear(struct checklist_moves *);
/* What would come of checklist ID with ANCHOR as its new day; nothing is
 * changed. */
enum status	checklist_preview(struct app *, int64_t id, int anchor,
		    struct checklist_moves *out, struct err *) MUST_CHECK;

/* The same in words, for a record that is to be changed from OLD to ROW: a line
 * a checklist that goes with it and one a task of it, appended; nothing when
 * none does. */
enum status	checklist_shown(struct app *, const struct row *old, const struct row *row,
		    struct strs *out, struct err *) MUST_CHECK;
/* The names of the templates, each with what it is for: TITLES has as many. */
enum status	checklist_names(struct app *, struct strs *names, struct strs *titles,
		    struct err *) MUST_CHECK;

/* For the table of rules.c. */
enum status	checklist_before(struct app *, const struct row *old, struct row *row,
		    struct err *);
enum status	checklist_after(struct app *, const struct row *old,
		    const struct row *row, struct err *);
/* After an encounter, a CPD session, a visit or a case: its checklists go with
 * its day, when that is their anchor. */
enum status	checklist_follow(struct app *, const struct row *old,
		    const struct row *row, struct err *);

#endif
