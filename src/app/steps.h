/* steps.h - steps as people read them; a door to db/steps.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_STEPS_H
#define APP_STEPS_H

#include "app/app.h"
#include "app/history.h"
#include "db/steps.h"

struct step_list {
	struct step	*v;
	size_t		 n, cap;
};
void		step_list_clear(struct step_list *);
/* At most LIMIT more of the steps that Q asks for (its limit aside), older than
 * the last in L, the newest when L is empty. *MORE: others follow. */
enum status	step_list_more(struct app *, const struct history_query *q,
		    size_t limit, struct step_list *l, bool *more, struct err *) MUST_CHECK;
/* A label with the references in it as titles and short days: "changed Sandmere
 * Park Academy". Caller frees. */
char		*step_label_shown(struct app *, const char *label);
/* "Fri 20 Nov 10:42" in the user's zone, of a step's time. */
void		step_when(const struct app *, const char *at, struct buf *out);

#endif
