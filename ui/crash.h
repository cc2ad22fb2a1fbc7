/* crash.h - a fault of the program: terminal given back, a note in the log.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_CRASH_H
#define UI_CRASH_H

struct termios;

/* From now on SEGV, BUS, FPE, ILL and ABRT put the terminal back to BEFORE
 * (NULL: there is none) and write a note to the log, unless somebody else, such
 * as a sanitizer, handles them. BEFORE is borrowed. */
void	crash_watch(const struct termios *before);
/* What was done last, for that note: names of the program's own, which live as
 * long as it does; never anything typed. REQUEST may be NULL: a key. */
void	crash_note(const char *screen, const char *request);

#endif
