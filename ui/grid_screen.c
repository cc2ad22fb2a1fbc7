/* grid_screen.c - numbers of one encounter for its schools; attendance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/grid_screen.h"

#include "ui/statusbar.h"

void
grid_open(struct ui *ui, int64_t encounter)
{
	(void)encounter;
	say(ui, "The numbers grid is being built.");
}

void
attendance_open(struct ui *ui, int64_t cpd)
{
	(void)cpd;
	say(ui, "The attendance list is being built.");
}
