/* burst.h - lines that come faster than anybody types: pasted, where the
 * terminal does not mark what is pasted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_BURST_H
#define UI_BURST_H

#include "ui/session.h"

/* After a Return where one types: the text that came at once behind it, from a
 * line break on, when that is lines of text; caller frees. Else NULL: what was
 * read comes from wait_key again. Nothing that waits costs no time. */
char	*burst_take(struct ui *);

#endif
