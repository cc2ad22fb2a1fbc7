/* others.h - what others do meanwhile to the record that is open here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen takes part by .record, and by SF_EDITS when one types into it.
 */
#ifndef UI_OTHERS_H
#define UI_OTHERS_H

#include "ui/screen.h"

/* Tell the others which record is edited here, if any; after each key. */
void	others_follow(struct ui *);
/* Once a second: look what they edit. */
void	others_poll(struct ui *);
/* "priya is editing this, 2 min" when somebody edits the record of S; else
 * nothing. Appended. */
void	others_edit(const struct screen *s, struct buf *out);
/* Does somebody else edit this record? For rows of lists; reads nothing. */
bool	others_at(const struct ui *, const struct entity *, int64_t id);
/* S, which edits, has been opened: what is saved from now on is told. */
void	others_begin(struct screen *s);
/* Somebody has saved: tell it once when it was the record edited in S. */
void	others_saved(struct screen *s);

#endif
