/* utf8.h - what text may enter, how wide it is, and how names are folded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Over utf8proc. Rules of what is refused and what reaches a terminal:
 * control characters, bidi controls, U+2028/9, U+FEFF never do.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/* Decode one code point at S (N bytes left), -1 when invalid; *LEN its bytes,
 * 1 for an invalid byte. */
int32_t	 utf8_decode(const char *s, size_t n, size_t *len);
bool	 utf8_valid(const char *s, size_t n);
size_t	 utf8_count(const char *s);			/* code points */
size_t	 utf8_encode(int32_t cp, char out[4]);		/* bytes written */
bool	 utf8_is_nonchar(int32_t cp);		/* U+FFFE and the like */
bool	 utf8_is_printable(int32_t cp);		/* may reach a terminal */

/* Is this text one we keep? Refuses invalid UTF-8, C0 but newline and tab,
 * DEL, C1 and non-characters. MULTILINE allows newline and tab. MAX in
 * characters, 0 for no limit. The sentence says which character, where. */
enum status utf8_check(const char *s, bool multiline, size_t max, struct err *e)
		MUST_CHECK;
/* As typed or read: line breaks to LF, blanks at the ends cut. Caller frees. */
char	*utf8_clean(const char *s);

/* The code point of one Windows-1252 byte, -1 for the five that stand for
 * nothing (81 8D 8F 90 9D). */
int32_t	 utf8_from_1252_byte(unsigned char byte);

/* Safe for the terminal: what must not reach it becomes '?' ('\n' and '\t' a
 * blank); with UTF8 false everything above 0x7E is transliterated where
 * simple (dashes, quotes, marks dropped) or '?'. Caller frees. */
char	*utf8_printable(const char *s, bool utf8);
/* Characters that could not be kept where somebody typed or pasted them. */
struct lost {
	size_t	 n;
	int32_t	 first;
};
void	 utf8_lose(struct lost *, int32_t cp);
/* "U+202E was left out", "3 characters were left out, the first U+202E". */
void	 utf8_lost(const struct lost *, struct buf *out);
/* S, valid or not, without what may not reach a terminal; newline and tab stay.
 * What was left out is counted. Caller frees. */
char	*utf8_typable(const char *s, struct lost *);
/* Columns on a terminal of already printable text. */
int	 utf8_width(const char *s);
/* How many bytes of S fit in COLS columns; *WIDTH the columns they take. */
size_t	 utf8_fit(const char *s, int cols, int *width);
/* Compose (NFC), for typed combining marks. Caller frees. */
char	*utf8_compose(const char *s);

/* Folded for comparing and searching: NFKD, marks and case off, apostrophes
 * off, '&' = "and", "St" = "saint", other punctuation a blank, blanks single.
 * Caller frees. "" when nothing is left. */
char	*utf8_fold(const char *s);
/* Folded name without Ltd, Limited, PLC, LLP, The, and: near-equal names. */
char	*utf8_fold_company(const char *s);
/* First letters of the folded words: "marks & spencer" gives "mas"
 * (and counts as a word). Caller frees. */
char	*utf8_initials(const char *folded);

#endif
