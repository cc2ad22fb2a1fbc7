/* stack.h - the screens on top of each other: push, pop, resize.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_STACK_H
#define UI_STACK_H

#include "ui/screen.h"

/* Open a screen of OPS over the others. *OUT (may be NULL) is borrowed until
 * it is popped. On failure the stack is as before. */
enum status	stack_push(struct ui *, const struct screen_ops *, const void *arg,
		    struct screen **out, struct err *) MUST_CHECK;
/* Push, and say on the message line why when it fails. True when it opened. */
bool		stack_show(struct ui *, const struct screen_ops *, const void *arg);
/* Close S and all above it. S may be the caller: touch nothing of it after. */
void		stack_pop(struct screen *s);
/* Close all but the first screen. False when one of them refused to be left. */
bool		stack_to_first(struct ui *);
void		stack_clear(struct ui *);
/* The terminal has this size now: every screen, bottom to top. */
void		stack_resize(struct ui *, int rows, int cols);
/* A popup wants another place than it had: .place is asked again. */
void		stack_place(struct screen *s);
/* Ask those whose data are older than ui->changed to read again. */
void		stack_refresh(struct ui *);
/* Paint what is visible and send it. */
void		stack_draw(struct ui *);
/* The full screen under popups. */
struct screen	*stack_main(const struct ui *);

#endif
