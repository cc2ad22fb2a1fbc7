/* places.h - free places at CPD sessions go to who waits (domain.md 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever frees a place (a form, a bulk change, a file, an undo, more places,
 * a record that is archived) is noted as it is written; when the step ends,
 * in the same transaction, those who have waited longest move up. Nobody does
 * at a session that has begun or is archived; nor where that is not known, for
 * somebody said not to have come: attendance is taken then.
 */
#ifndef APP_PLACES_H
#define APP_PLACES_H

#include "app/app.h"
#include "model/row.h"

/* Does this booking take one of the places of its session? NULL does not. */
bool		place_taken(const struct row *booking) MUST_CHECK;
/* Is the session still to come? Of one of today without a time nobody knows;
 * nor of one of a today that is not the clock's. */
enum session_when { SESSION_OVER, SESSION_TODAY, SESSION_TO_COME };
enum session_when session_when(const struct app *, const struct row *cpd) MUST_CHECK;

/* How many are left for BOOKING: those this step frees are first for who waits
 * already, but for places_first's CONTACT, who comes instead. */
enum status	places_left(struct app *, const struct row *booking, int64_t *out,
		    struct err *) MUST_CHECK;
void		places_first(struct app *, int64_t contact);

/* For journal.c. Written: OLD became ROW, either may be NULL. */
void		places_note(struct app *, const struct row *old, const struct row *row);
/* All is written: who moves up is booked, but for those who gave their own place
 * back in this step. step_end does it; earlier where it is to be told. */
enum status	places_fill(struct app *, struct err *) MUST_CHECK;
/* It is over: when it was SAVED the user is told who moved up. */
void		places_tell(struct app *, bool saved);

#endif
