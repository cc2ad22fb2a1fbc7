/* claim_once.h - one thing delivered counts once for one funder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 5. Held wherever a line, a claim or an undo would make it count
 * again; what a merge brings is found when the claim is submitted.
 */
#ifndef APP_CLAIM_ONCE_H
#define APP_CLAIM_ONCE_H

#include "app/app.h"
#include "db/steps.h"
#include "model/row.h"

/* ST_CONFLICT when a line as ROW is to be counts what another one counts for
 * its funder. Lines that are archived, or whose claim is, count nothing. */
enum status	line_once(struct app *, const struct row *, struct err *)
		    MUST_CHECK;
/* The same of all lines of the claim that is to be ROW. */
enum status	claim_once(struct app *, const struct row *, struct err *)
		    MUST_CHECK;
/* Could taking change C back make something count again, or empty what a claim
 * was submitted with? */
bool		once_concerns(const struct change *);
/* The same of the record that C was about, as it is stored by now; nothing
 * when it is gone. A claim that is no draft has what it was submitted with. */
enum status	once_after(struct app *, const char *entity, int64_t id,
		    struct err *) MUST_CHECK;

#endif
