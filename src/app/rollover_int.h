/* rollover_int.h - what the files of rollover*.c share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ROLLOVER_INT_H
#define APP_ROLLOVER_INT_H

#include "app/rollover.h"
#include "model/row.h"

struct rolling {
	struct app	*app;
	int		 next;		/* the academic year that is made */
	char		 from[8], to[8];	/* the present one and that, as text */
	struct rollover_told *told;
};

/* Store it and count it. */
enum status	rolling_add(struct rolling *, struct row *, struct err *) MUST_CHECK;

/* Of one school. */
enum status	roll_rolls(struct rolling *, const struct row *school, struct err *) MUST_CHECK;
enum status	roll_plan(struct rolling *, const struct row *school, struct err *) MUST_CHECK;
enum status	roll_facts(struct rolling *, const struct row *school, struct err *) MUST_CHECK;

#endif
