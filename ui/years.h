/* years.h - the academic year that one looks at: < and >.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One for the whole session, the present unless another is chosen on a record
 * or a board; going back out of the screen where it was chosen ends it. While
 * it is another, figures are read as at its last day (its first when it is to
 * come), as --today reads them, and lists of dated records have those of the
 * year. What is made or saved is of the real today all the same.
 */
#ifndef UI_YEARS_H
#define UI_YEARS_H

#include <stdbool.h>

#include "base/buf.h"
#include "model/entity.h"
#include "ui/screen.h"

/* BY years on (-1: back) from screen S, at most to the year after the present
 * one. The message line says which it is, or why not; all screens read again. */
void	years_step(struct screen *s, int by);
/* S goes: the year chosen on it is over. */
void	years_left(struct screen *s);

int	years_chosen(const struct ui *);	/* academic year */
bool	years_other(const struct ui *);		/* is it not the present one? */
int	years_day(const struct ui *);		/* the day it is looked at */
/* "year 2025/26", for the title; nothing in the present year; appended. */
void	years_mark(const struct ui *, struct buf *out);
/* app_look as at that day; what it returns is for app_look_back. */
int	years_look(const struct ui *) MUST_CHECK;
/* The filter, blank first, of records of ENT that are of the year: they name
 * it, last into it, or their day is in it. Nothing in the present year, or
 * where they have no day; appended. */
void	years_filter(const struct ui *, const struct entity *ent, struct buf *out);
/* Does a record of ENT lie within one year, as a session or a plan? Then what
 * belongs to it is not told apart by years. */
bool	years_within(const struct entity *ent);

#endif
