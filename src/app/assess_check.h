/* assess_check.h - do the percentages of our own answers follow from them?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ASSESS_CHECK_H
#define APP_ASSESS_CHECK_H

#include "app/app.h"

/* FN is told each self-assessment whose percentages are others than its answers
 * give by today's questions and settings: a "warning", for they may have changed
 * since; or that there is none, "ok". */
enum status	assess_check(struct app *, void (*fn)(void *arg, const char *level,
		    const char *what, const char *ref), void *arg, struct err *) MUST_CHECK;

#endif
