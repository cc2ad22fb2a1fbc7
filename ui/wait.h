/* wait.h - another save is under way: what waits for it says so.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_WAIT_H
#define UI_WAIT_H

#include "base/waiting.h"
#include "ui/session.h"

/* For lists_wait: ARG is the struct ui. What nobody asked for does not wait;
 * else the wait is told after 300 ms, and Esc or a hang-up ends it. Keys typed
 * meanwhile are held. */
enum waiting wait_turn(void *arg, int waited_ms);
/* The next key held, else of the terminal; -1 none. UNSEEN is set for one typed
 * during a wait: what the wait ended with is to stay on the bar. Pasted text, which comes
 * with KEY_PASTE, goes to *TEXT; caller frees. */
int	wait_key(struct ui *, char **text);
/* KEY, with TEXT taken over for KEY_PASTE, is one of the next. */
void	wait_hold(struct ui *, int key, char *text);
/* It is over: its message goes, unless another took its place. */
void	wait_over(struct ui *);
void	wait_free(struct ui *);

#endif
