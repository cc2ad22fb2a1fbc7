/* rules_match.h - rules of matches, and what one carries; for the table in
 * rules.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_RULES_MATCH_H
#define APP_RULES_MATCH_H

#include "app/app.h"
#include "model/row.h"

/* Once at a time; of the volunteer's kind unless it is said. */
enum status	match_before(struct app *, const struct row *old, struct row *,
		    struct err *);
/* A person is a volunteer of one kind once; what a file brings with its code is
 * as it was there. */
enum status	volunteer_before(struct app *, const struct row *old, struct row *,
		    struct err *);
/* Warnings, never refusals: a closed school, a volunteer who has stopped, a
 * school's third adviser, a volunteer's school too many; a coordinator's school
 * or volunteer above the network's ceiling. */
enum status	match_after(struct app *, const struct row *old, const struct row *,
		    struct err *);
enum status	coordinator_after(struct app *, const struct row *old, const struct row *,
		    struct err *);
enum status	volunteer_after(struct app *, const struct row *old, const struct row *,
		    struct err *);

#endif
