/* letter.h - the text of a notice, with what is filled in for each who gets it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {name} in a text stands for the name of the one it goes to. A word in braces
 * that is none of these is refused; other braces are text.
 */
#ifndef MODEL_LETTER_H
#define MODEL_LETTER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

enum letter_word {
	LETTER_NAME,		/* of the person */
	LETTER_SCHOOL,		/* the school it is about; else the organisation */
	LETTER_ORGANISATION,	/* the same; else where the person works */
	LETTER_ME,		/* who sends it */
	LETTER_TITLE,		/* of the notice */
	LETTER_DUE,		/* "Fri 27 Nov 2026", by which an answer is wanted */
	LETTER_ASKED,		/* who was asked before: "you", "your colleague" */
	LETTER_WORDS
};
/* Its word: "name". */
const char	*letter_word(enum letter_word);

/* ST_INVALID names the line and column of the first word that is unknown, and
 * the nearest. */
enum status	letter_check(const char *text, struct err *) MUST_CHECK;
/* TEXT with VALUE[LETTER_…] filled in (NULL: ""), appended. Values are text,
 * whatever they hold. */
void		letter_fill(const char *text, const char *const value[LETTER_WORDS],
		    struct buf *out);
/* Does TEXT use it? */
bool		letter_has(const char *text, enum letter_word);

#endif
