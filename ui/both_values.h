/* both_values.h - somebody changed the same field meanwhile: both are shown.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_BOTH_VALUES_H
#define UI_BOTH_VALUES_H

#include "app/record.h"
#include "ui/session.h"

/* SAVE false: left with Esc, nothing was decided. */
typedef void (*both_fn)(struct ui *, void *arg, bool save);

/* Ask for each of CLASHES, which it takes over, whose value holds. WHOSE names
 * the record where the screen shows several, else "". Then BASE
 * and MINE (the caller's, alive until DONE) are such that saving them again
 * writes the answers and every other change as one step. */
void	both_values(struct ui *, const char *whose, struct row *base,
	    struct row *mine, struct clashes *take, both_fn done, void *arg);

#endif
