/* split.h - parts of a line, where double quotes keep a part together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_SPLIT_H
#define MODEL_SPLIT_H

#include "base/buf.h"
#include "base/str.h"

/* A quote opens only at the beginning of a word and closes at the next one
 * ("" within is one quote); one that never closes is an ordinary character. */

/* Split at SEP outside quotes; parts are trimmed copies, quotes kept, empty
 * ones left out. */
void	 split_parts(struct strs *out, const char *s, char sep);
/* The last C outside quotes, or NULL. */
const char *split_last(const char *s, char c);
/* Take the quotes off a part that is quoted as a whole. Caller frees. */
char	*split_unquote(const char *part);
/* Append WORD, quoted when it holds a quote or one of SPECIAL. */
void	 split_quote(struct buf *out, const char *word, const char *special);
void	 split_quoted(struct buf *out, const char *word);	/* always */

#endif
