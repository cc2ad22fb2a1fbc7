/* rules_booking.h - rules of places at CPD sessions; for rules.c and step.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_RULES_BOOKING_H
#define APP_RULES_BOOKING_H

#include "app/app.h"
#include "model/row.h"

/* A person once a session; who comes to a full one waits; who attended did so
 * at one that was held, for its hours unless others are given. */
enum status	booking_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;
/* Who comes instead has a booking, which came when the session has begun. */
enum status	booking_after(struct app *, const struct row *old,
		    const struct row *row, struct err *) MUST_CHECK;

#endif
