/* rules_commitment.h - rules of commitments; for the table in rules.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_RULES_COMMITMENT_H
#define APP_RULES_COMMITMENT_H

#include "app/app.h"
#include "model/row.h"

/* Of the actor that its item or organisation is, unless it is said; one that
 * does not go with them is refused. What a file brings with its code is as it
 * was there. */
enum status	commitment_before(struct app *, const struct row *old, struct row *,
		    struct err *);

#endif
