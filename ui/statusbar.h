/* statusbar.h - row 1 the title, row 23 the message, row 24 the keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_STATUSBAR_H
#define UI_STATUSBAR_H

#include "base/err.h"
#include "ui/request.h"
#include "ui/session.h"

/* What the last key did, with its undo; stays until the next key. */
void		say(struct ui *, const char *fmt, ...) PRINTF(2, 3);
void		say_good(struct ui *, const char *fmt, ...) PRINTF(2, 3);
void		say_warn(struct ui *, const char *fmt, ...) PRINTF(2, 3);
/* A warning that stays while one types on: what is typed fast would wipe it. */
void		say_stay(struct ui *, const char *fmt, ...) PRINTF(2, 3);
/* TEXT, what was done, and that u takes it back: of a long TEXT the end goes. */
void		say_done(struct ui *, const char *text);
/* The same with another END: "U does it again." */
void		say_ending(struct ui *, const char *text, const char *end);
/* WHAT was done to the record NAME, and that u takes it back: of a long NAME the
 * end goes, never WHAT. */
void		say_done_to(struct ui *, const char *name, const char *what);
/* The sentence of an error; its detail goes to the log. */
void		say_err(struct ui *, const struct err *);
void		say_nothing(struct ui *);

/* NULL when S can do R now, else why not; "" when R is nothing of S. One
 * function refuses, in one voice: bar, help and keys ask it. */
const char	*request_refused(const struct screen *s, enum request r);

void		statusbar_init(struct ui *);
void		statusbar_free(struct ui *);
void		statusbar_resize(struct ui *);
void		statusbar_draw(struct ui *);	/* from stack_draw only */

#endif
