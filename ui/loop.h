/* loop.h - keys, timers and signals to screens.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LOOP_H
#define UI_LOOP_H

#include "ui/session.h"

/* Until ui->quit: paint, wait, read, answer. */
void	loop_run(struct ui *);
/* One key, as if typed. */
void	loop_key(struct ui *, int key);
/* Text pasted. */
void	loop_paste(struct ui *, const char *text);
/* Read what changed, let screens finish their slices, paint. */
void	loop_settle(struct ui *);

/* Every screen keeps what is typed, as when the terminal hangs up. */
void	loop_keep(struct ui *);

#endif
