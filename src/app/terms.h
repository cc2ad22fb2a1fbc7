/* terms.h - term dates as they are in the data: the calendar of a school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Term dates (entity term) are for everywhere, for one authority or for one
 * school. For an academic year the nearest that holds terms decides which
 * terms and holidays there are; bank holidays and INSET days of all three add.
 * Where no term is typed the usual dates stand in (model/calendar.h).
 */
#ifndef APP_TERMS_H
#define APP_TERMS_H

#include "app/app.h"
#include "model/calendar.h"

/* The calendar of SCHOOL; 0: of everywhere. The caller frees it (cal_free). */
enum status	terms_calendar(struct app *, int64_t school, struct calendar **out,
		    struct err *) MUST_CHECK;
/* From now on "term+1" is read by the terms of everywhere in APP (base/date.h),
 * until that session, or one that was opened later, is closed. */
void		terms_serve(struct app *);
void		terms_forget(const struct app *);

#endif
