/* timeline_impl.h - how the timeline is made; inside of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_TIMELINE_IMPL_H
#define APP_TIMELINE_IMPL_H

#include "app/timeline.h"
#include "db/overview.h"

/* The label of a choice's WORD. */
const char	*timeline_label(enum entity_no, int field, const char *word);
/* An event within the days asked for; takes its texts. */
void		 timeline_add(struct timeline *, const struct timeline_ask *,
		    const struct event *take);

/* A visit, task, case, plan, note, checklist, succession: texts of V. */
void		 timeline_put_week(const struct timeline_row *, struct event *v);
/* A match, an offer, a notice and what else crosses schools; false: V is none
 * of them. */
bool		 timeline_put_network(const struct timeline_row *, struct event *v);
/* When the case was opened, and each change of its status. */
enum status	 timeline_case(struct app *, int64_t id, const struct timeline_ask *,
		    struct timeline *, struct err *) MUST_CHECK;

#endif
