/* monthend_impl.h - what the files of the month-end return share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_MONTHEND_IMPL_H
#define APP_MONTHEND_IMPL_H

#include "app/monthend.h"

enum status	monthend_rules(struct app *, struct monthly **out, struct err *) MUST_CHECK;
/* The records of the month FIRST to LAST, as at today (app_look); only those
 * that fit MINE ("mine " or "") too. */
enum status	monthend_records(struct app *, const struct monthly *, int first,
		    int last, const char *mine, struct monthly_set *out,
		    struct err *) MUST_CHECK;

#endif
