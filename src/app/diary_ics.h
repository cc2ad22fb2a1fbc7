/* diary_ics.h - a week of the diary as a calendar file (iCalendar, RFC 5545).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For calendars that others look into: what the lines of the diary say, where,
 * and the summary, which may be shown; no private note, no phone, no address.
 * A record is one event, with all its days, whose UID comes from its id: taken
 * in again it is changed, not doubled. Times are those of England, written in
 * UTC; what has no end lasts CLASH_SPAN minutes. What is due, what lasts days
 * and what has no time is of whole days and leaves them free. Clashes and
 * schools that are unplanned are no events.
 */
#ifndef APP_DIARY_ICS_H
#define APP_DIARY_ICS_H

#include "app/diary.h"

/* Was the program built with libical? Else diary_ics fails, saying so. */
bool		diary_ics_built(void);
/* Appended to OUT, lines ending as the format has it (CR LF). */
enum status	diary_ics(struct app *, const struct diary *, struct buf *out,
		    struct err *) MUST_CHECK;

#endif
