/* mention.h - where a text speaks of a person: by name, e-mail or phone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked for is kept folded: case, marks and apostrophes aside, other
 * signs as blanks. "Ruth Marsden" is found in "ruth  MARSDEN's", "Marsden,
 * Ruth", not in "Ruth Marsdenson"; 020 7946 0123 in "+44 (0)20 79460123".
 */
#ifndef MODEL_MENTION_H
#define MODEL_MENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What one person may be called by. Zeroed is empty. */
struct mention_of {
	struct strs	 sure;		/* folded words, or '#' and digits */
	struct strs	 alone;		/* surnames, sure without the rest */
	struct strs	 perhaps;	/* another surname alone, a first name; a
					 * name that others have too */
	struct strs	 names;		/* the names, folded, titles apart */
	struct strs	 parts;		/* each word of them, also in other words */
};
/* How much of it is looked for. */
enum mention_how {
	MENTION_WHOLE,		/* more than a surname alone */
	MENTION_SURE,		/* … and a surname that is sure */
	MENTION_PERHAPS,	/* … and one of the names, with a capital */
	MENTION_SMALL,		/* … in small letters too, unless these mean
				 * something else (plain_words.h) */
	MENTION_ANY,		/* … whatever they mean */
	MENTION_PART		/* as small, and any word of a name, also within
				 * another word that means nothing else; of one
				 * or two letters only alone */
};
void		mention_clear(struct mention_of *);
/* What others, who are not the person, are called too. */
enum mention_others { OTHERS_NOT, OTHERS_SURNAME, OTHERS_NAME };
/* "Ms Ruth Marsden": with and without title, surname first, and the surname
 * after any title, which is sure only when nobody else has it; none of it is
 * when others have the whole name. A name of one word is too little to be looked
 * for. */
void		mention_name(struct mention_of *, const char *name,
		    enum mention_others);
/* Is NAME one of the person's, titles aside? */
bool		mention_same(const struct mention_of *, const char *name);
/* One word of a name that nobody else has: perhaps the person. */
void		mention_word(struct mention_of *, const char *word);
/* One word of a name, for MENTION_PART. */
void		mention_part(struct mention_of *, const char *word);
/* A surname that means nothing and nobody else: sure, in small letters too. */
void		mention_surname(struct mention_of *, const char *word);
void		mention_email(struct mention_of *, const char *email);
void		mention_phone(struct mention_of *, const char *phone);
/* The words of a name, folded, titles apart: appended. */
void		mention_words(const char *name, struct strs *out);

/* Does TEXT speak of the person? FROM, which may be NULL, and LEN say where
 * first. What a backslash escapes (\n) in JSON and drafts is a blank. */
bool		mention_in(const struct mention_of *, const char *text,
		    enum mention_how, size_t *from, size_t *len);
/* TEXT with WITH in each such place; NULL when there is none. Caller frees. */
char		*mention_replace(const struct mention_of *, const char *text,
		    enum mention_how, const char *with);

#endif
