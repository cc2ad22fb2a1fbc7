/* quick_come.h - what is to come of a visit, typed in its form as quick entry
 * reads it: actions by whom and when, the next visit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_QUICK_COME_H
#define APP_QUICK_COME_H

#include "app/app.h"
#include "model/row.h"

/* Can TEXT be read: "send toolkit fri; @bell placement list 9/12"? The sentence
 * says which of the actions is refused; who people are is not looked up. */
enum status	come_check_todo(const struct app *, const char *text, struct err *) MUST_CHECK;
/* ... "wed 2/12 10:00"? */
enum status	come_check_next(const struct app *, const char *text, struct err *) MUST_CHECK;

/* Within the step at hand, of the stored VISIT: each action a task about it. A
 * person with a role at its school comes before others of that name;
 * ST_AMBIGUOUS names them when they fit equally. */
enum status	come_todo(struct app *, const struct row *visit, const char *text,
		    struct err *) MUST_CHECK;
/* … the next one is planned: same school or employer, kind, people and owner. */
enum status	come_next(struct app *, const struct row *visit, const char *text,
		    struct err *) MUST_CHECK;

/* TEXT as it was understood, appended: "send toolkit by Fri 27 Nov 2026";
 * nothing when it cannot be read. */
void		come_todo_shown(const struct app *, const char *text, struct buf *out);
void		come_next_shown(const struct app *, const char *text, struct buf *out);

#endif
