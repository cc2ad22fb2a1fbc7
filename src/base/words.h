/* words.h - a line taken apart into words as a shell groups them, without one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blanks part words; '...', "..." and a backslash keep together what belongs
 * together (POSIX.1-2024, Shell Command Language, 2.2). Nothing is expanded:
 * * ? ~ and $NAME are text. What would make a shell do more than read words is
 * refused with a sentence: ; | & ` $( ${ and a word that begins with < or >
 * (2>x too). Within a word < and > are text, since that is how a filter
 * arrives: date>2026-01-01.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/err.h"
#include "base/str.h"

#define WORDS_BYTES	65536		/* longer lines are refused */
#define WORDS_MOST	1000		/* and more words */

/* Appends to OUT. ST_USAGE, also for what is not UTF-8 or holds a control
 * character other than a tab, or a newline within quotes. */
enum status	words_split(const char *line, struct strs *out, struct err *) MUST_CHECK;

#endif
