/* rules_request.h - rules of what schools want and who is asked for it; for the
 * table in rules.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The status of a request follows from its approaches and what became of their
 * encounters (model/request.h), in the step that changes those.
 */
#ifndef APP_RULES_REQUEST_H
#define APP_RULES_REQUEST_H

#include "app/app.h"
#include "model/row.h"

enum status	request_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;	/* mine, when nobody is named */
/* Mine; one that became an encounter makes it, planned, unless it names one; one
 * that names one became it. */
enum status	approach_before(struct app *, const struct row *old, struct row *row,
		    struct err *) MUST_CHECK;
enum status	approach_after(struct app *, const struct row *old, const struct row *row,
		    struct err *) MUST_CHECK;
/* After an encounter: the requests it came of. */
enum status	requests_follow(struct app *, const struct row *old, const struct row *row,
		    struct err *) MUST_CHECK;

#endif
