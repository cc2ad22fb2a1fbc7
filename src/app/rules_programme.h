/* rules_programme.h - rules of how a school stands; for the table in rules.c
 * alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_RULES_PROGRAMME_H
#define APP_RULES_PROGRAMME_H

#include "app/app.h"
#include "model/row.h"

typedef enum status rule_before(struct app *, const struct row *old, struct row *row,
		    struct err *);

rule_before	coordinator_before;	/* a user coordinates a school once at a time */
rule_before	fact_before;		/* one of a kind, school and year */
rule_before	membership_before;	/* one a day and stage; places there are */

#endif
