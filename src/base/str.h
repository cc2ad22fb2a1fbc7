/* str.h - looking at strings; no ownership surprises.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A list of owned strings. Zeroed is empty. */
struct strs {
	char	**v;
	size_t	  n, cap;
};
void	 strs_add(struct strs *l, const char *s);	/* copies */
void	 strs_take(struct strs *l, char *take_s);
void	 strs_clear(struct strs *l);
bool	 strs_has(const struct strs *l, const char *s);
char	*strs_join(const struct strs *l, const char *sep); /* caller frees */

bool	 str_eq(const char *a, const char *b);		/* NULL equals "" */
bool	 str_ieq(const char *a, const char *b);		/* ASCII case ignored */
bool	 str_starts(const char *s, const char *prefix);
bool	 str_istarts(const char *s, const char *prefix); /* ASCII case aside */
bool	 str_ends(const char *s, const char *suffix);
bool	 str_empty(const char *s);		/* NULL, "" or blanks only */
/* Cut blanks (ASCII white space) at both ends, in place; the new start. */
char	*str_trim(char *s);
/* A trimmed copy; caller frees. */
char	*str_trimmed(const char *s);
/* S as one word of a shell, in quotes where it needs them. Caller frees. */
char	*str_shell(const char *s);
/* Split at the single character SEP; pieces are trimmed copies, empty kept. */
void	 str_split(struct strs *out, const char *s, char sep);
/* Split at white space; empty pieces dropped. */
void	 str_words(struct strs *out, const char *s);
/* Split at commas not inside double quotes or parentheses; pieces trimmed. */
void	 str_split_list(struct strs *out, const char *s);
/* Whole string is a decimal number (optional '-') within lo..hi. */
bool	 str_int(const char *s, int64_t lo, int64_t hi, int64_t *out);
bool	 str_digits(const char *s);		/* one or more, nothing else */
/* Is S one of the blank-separated WORDS? */
bool	 str_in(const char *s, const char *words);
/* Is B within one edit (insert, delete, replace, swap of neighbours) of A?
 * By code points; both UTF-8. */
bool	 str_one_edit(const char *a, const char *b);
/* The nearest of N candidates, for "did you mean": at most two edits away, one
 * for words under four letters, ASCII case ignored. NULL when none is near;
 * the first of equals. Borrowed from CAND. */
const char *str_nearest(const char *s, const char *const *cand, size_t n);

#endif
