/* approach.h - somebody is asked for what a school wants, and it comes to be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The status of the request follows by the rules (app/rules_request.h). Each
 * is one step.
 */
#ifndef APP_APPROACH_H
#define APP_APPROACH_H

#include "app/app.h"
#include "app/fitting.h"

/* Ask whoever F, made for REQUEST, suggests; *ID is the new approach. What is
 * barred is refused with the reason. */
enum status	approach_ask(struct app *, const struct fitting *, int64_t request,
		    int64_t *id, struct err *) MUST_CHECK;
/* What to mind before: who else is in touch with them, sentences
 * (app/contacted.h). */
enum status	approach_mind(struct app *, const struct fitting *, int64_t request,
		    struct strs *out, struct err *) MUST_CHECK;
/* Ask for REQUEST the one who made OFFER, or ENT/ID (employer or partner) when
 * it is 0: as approach_ask, where it is among what is suggested. */
enum status	approach_ask_one(struct app *, int64_t request, const struct entity *ent,
		    int64_t id, int64_t *out, struct err *) MUST_CHECK;
/* The status of an approach becomes STATUS, with a REASON or "". */
enum status	approach_set(struct app *, int64_t approach, const char *status,
		    const char *reason, struct err *) MUST_CHECK;
/* It becomes a planned encounter on DAY, DAY_NONE the request's. */
enum status	approach_becomes(struct app *, int64_t approach, int day,
		    int64_t *encounter, struct err *) MUST_CHECK;

/* Within the step at hand: the planned encounter of an approach's row. */
enum status	approach_encounter(struct app *, const struct row *approach, int day,
		    int64_t *encounter, struct err *) MUST_CHECK;

#endif
