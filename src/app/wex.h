/* wex.h - work experience of a school's cohorts in one line.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_WEX_H
#define APP_WEX_H

#include "app/app.h"
#include "base/buf.h"
#include "model/row.h"

/* Days a pupil of each cohort from Y7 to Y11, today: "Y9 1.0 + 0.2, Y10 ?", in
 * person and virtual (model/wex.h), appended; nothing for a school without
 * them. */
enum status	wex_said(struct app *, const struct row *school, struct buf *out,
		    struct err *) MUST_CHECK;

#endif
