/* field_text.h - a value as a form field can show it, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms library edits a line of what the terminal can show: newline and
 * tab become marks, what this locale cannot show becomes \u{HEX}. Not every
 * text survives the way there and back (one that holds such a mark itself):
 * field_text_exact tells.
 */
#ifndef UI_FIELD_TEXT_H
#define UI_FIELD_TEXT_H

#include <stdbool.h>

/* Both return a copy the caller frees. UTF8: the locale shows more than ASCII. */
char	*field_text_show(const char *value, bool utf8);
char	*field_text_value(const char *shown, bool utf8);
bool	 field_text_exact(const char *value, bool utf8);

#endif
