/* retention.h - who is kept longer than there is reason to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 10: a contact without a role for [retention] years is listed to be
 * erased, one by one; nothing is erased by itself. A funder's hold_until, and
 * [retention] hold_until, overrides it and is said. The list is the report
 * retention.
 */
#ifndef APP_RETENTION_H
#define APP_RETENTION_H

#include "app/app.h"
#include "base/buf.h"

/* The last day on which somebody wants what is kept of the contact, DAY_NONE
 * when nobody does from today on; who is appended: "ESF". */
enum status	retention_hold(struct app *, int64_t contact, int *day,
		    struct buf *who, struct err *) MUST_CHECK;
/* The day before which a last role is too long ago. */
int		retention_from(const struct app *);

#endif
