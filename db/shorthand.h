/* shorthand.h - how the journal writes what it says most often.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Half of a large database would be the words "schools", "years", "status"
 * within the journal's JSON. Texts of old and new therefore hold, for each of
 * a fixed list of phrases, one byte that no text of ours holds. Only steps.c
 * knows; all others see the phrases.
 */
#ifndef DB_SHORTHAND_H
#define DB_SHORTHAND_H

#include "base/buf.h"

void	short_write(const char *text, struct buf *out);
void	short_read(const char *text, struct buf *out);

#endif
