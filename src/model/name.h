/* name.h - does what was typed name this record? For pickers, find and quick
 * entry, all alike.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Query and names are folded (utf8_fold) by the caller; nothing is allocated.
 */
#ifndef MODEL_NAME_H
#define MODEL_NAME_H

#include <stddef.h>

/* From worst to best: a better class always wins. */
enum name_class {
	NAME_NONE,
	NAME_TYPO,	/* one edit in words of five letters or more */
	NAME_SUBSTRING,	/* somewhere within the name */
	NAME_BEGINNINGS, /* beginnings of words, in their order: "sandm pa" */
	NAME_INITIALS,	/* "tfl", with or without and, of, the, for */
	NAME_WORDS,	/* every word typed is a word of the name */
	NAME_EXACT,	/* the whole name, or an also-name */
	NAME_KEY	/* its reference, URN or number */
};

struct name {
	const char		*folded;	/* the name */
	const char *const	*also;		/* other names, folded */
	size_t			 nalso;
	const char		*key;		/* natural key, folded; NULL none */
};

/* Initials, typos and substrings need two, five and three letters. */
enum name_class	 name_match(const char *query, const struct name *);
/* QUERY against one folded text. */
enum name_class	 name_match_text(const char *query, const char *folded);

#endif
