/* rules.h - rules that need more than one record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is a row of the table in rules.c, by entity. They never stop a merge:
 * a rule that is not kept by a laptop's work becomes a conflict there.
 */
#ifndef APP_RULES_H
#define APP_RULES_H

#include "app/app.h"
#include "model/row.h"

/* Before it is checked and stored: may change ROW (a booking on a full session
 * waits). OLD is NULL for a new record. */
enum status	rules_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;
/* After it is stored: may change other records in the same step (who comes
 * instead is booked). */
enum status	rules_after(struct app *, const struct row *old, const struct row *row,
		    struct err *) MUST_CHECK;

#endif
