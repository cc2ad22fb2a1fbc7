/* select.h - the records a filter selects; a door to db/list.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_SELECT_H
#define APP_SELECT_H

#include "app/app.h"
#include "db/list.h"

enum status	select_count(struct app *, const struct list_spec *, int64_t limit,
		    int64_t *out, struct err *) MUST_CHECK;
/* FN for the id of each, in order. */
enum status	select_each(struct app *, const struct list_spec *,
		    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
		    struct err *) MUST_CHECK;

#endif
