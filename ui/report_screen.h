/* report_screen.h - a report on screen: its figures open their records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_REPORT_SCREEN_H
#define UI_REPORT_SCREEN_H

#include "ui/session.h"

/* The report NAME of reports.def for one school, over the stack as it is. */
void	report_open_school(struct ui *, const char *name, int64_t school);

#endif
