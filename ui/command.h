/* command.h - what every screen can do, and how screens open each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include <stdint.h>

#include "ui/screen.h"

/* The list of ENT over the first screen, with FILTER in place; NULL: with what
 * such a list opens with. */
void	command_list(struct ui *, const struct entity *, const char *filter);
/* The same over the stack as it is: figures and headings open so. NAME is what
 * the title calls the filter. */
void	command_drill(struct ui *, const struct entity *, const char *filter,
	    const char *name);
/* Open a record's screen over the stack. */
void	command_open(struct ui *, const struct entity *, int64_t id);
/* Undo: STEP 0 is my last of this session; asks first when it touches more
 * than one record. */
void	command_undo(struct ui *, int64_t step);
void	command_redo(struct ui *);
/* After the screen's own request handed it back. */
void	command_generic(struct ui *, enum request);

#endif
