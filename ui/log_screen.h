/* log_screen.h - the quick-entry line at the bottom of any screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LOG_SCREEN_H
#define UI_LOG_SCREEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "ui/session.h"

/* Open the line with the SCHOOLS in view (shown as its first part); TEXT
 * (NULL none) stands there ready to change. */
void	quick_open(struct ui *, const int64_t *schools, size_t n, const char *text);
/* The last line logged, here or in an earlier session; NULL none. Borrowed
 * until the next one. */
const char *quick_last(struct ui *);

/* Ask again about LINES that were pasted and wait (app/begun.h). */
void	log_batch_again(struct ui *, const struct strs *lines);

#endif
