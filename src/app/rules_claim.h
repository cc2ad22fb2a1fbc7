/* rules_claim.h - rules of claims and their lines; for rules.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_RULES_CLAIM_H
#define APP_RULES_CLAIM_H

#include "app/app.h"
#include "model/row.h"

/* Frozen when it leaves the draft; from then on only what became of it may be
 * said. */
enum status	claim_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;
/* Only of a draft; an encounter once for one funder; the amount that its
 * deliverable gives. */
enum status	line_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;
/* The day on which it ended, when nobody says it. */
enum status	pilot_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;

#endif
