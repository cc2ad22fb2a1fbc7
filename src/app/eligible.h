/* eligible.h - may a school join the network: the hub's rules, any day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ELIGIBLE_H
#define APP_ELIGIBLE_H

#include "app/app.h"
#include "app/options.h"
#include "base/buf.h"
#include "model/eligible.h"

/* The hub's rules before those shipped, its area, and what it says of kinds
 * that no rule names. Caller frees (eligible_free). */
enum status	eligible_read(const struct options *, struct eligible **out,
		    struct err *) MUST_CHECK;
/* The verdict on SCHOOL (an id) on DAY; its sentence is appended. */
enum status	eligible_of(struct app *, int64_t school, int day,
		    enum verdict *out, struct buf *sentence, struct err *)
		    MUST_CHECK;

#endif
