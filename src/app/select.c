/* select.c - the records a filter selects.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/select.h"

enum status
select_count(struct app *app, const struct list_spec *spec, int64_t limit,
    int64_t *out, struct err *e)
{
	return list_count(app->db, spec, limit, out, e);
}

enum status
select_each(struct app *app, const struct list_spec *spec,
    enum status (*fn)(void *, int64_t, struct err *), void *arg, struct err *e)
{
	return list_each(app->db, spec, fn, arg, e);
}
