/* report_screen.h - a report on screen: its figures open their records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_REPORT_SCREEN_H
#define UI_REPORT_SCREEN_H

#include "ui/session.h"

/* The report NAME of reports.def for the school the screen or the record under
 * its cursor is about, over the stack as it is; asks which, when there are
 * several, and says so when there is none. */
void	report_of_school(struct ui *, const char *name);
/* The report NAME with WORDS, blanks between. */
void	report_named(struct ui *, const char *name, const char *words);
/* A menu of all reports; asks for the school where the screen has none. */
void	reports_open(struct ui *);

#endif
