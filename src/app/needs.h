/* needs.h - how much schools need support, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_NEEDS_H
#define APP_NEEDS_H

#include "app/app.h"
#include "app/report.h"
#include "model/need.h"
#include "model/row.h"

/* What is known of SCHOOL, of which the fields fsm, phase_code, bm, encounter
 * and visited were read as at DAY, and its score by the settings: the same as
 * its fields need and need_why say. */
void		needs_of_row(const struct app *, const struct row *school, int day,
		    struct need_facts *, struct need_score *);

/* Heads of a table for the cells of needs_put_parts. */
#define NEEDS_HEADS ">Need|>FSM|@>fsm points|>Phase|@>phase points|>Missing|" \
	"@>missing points|>Contact|@>contact points"
/* The score of SCHOOL, read as above with its official, and each part as it is
 * and in points; REF is its reference. */
void		needs_put_parts(const struct app *, struct report *, const struct row *school,
		    const char *ref, int day);

/* The report needs of one cluster, whose reference is the only word. */
enum status	cluster_needs(struct app *, const struct report_args *,
		    struct report *, struct err *) MUST_CHECK;

#endif
