/* letter_book.h - wordings of notices: the first letter and its reminders.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_LETTER_BOOK_H
#define MODEL_LETTER_BOOK_H

#include "base/csv_table.h"
#include "base/err.h"

struct letter_form {
	char		*name;		/* "second", in lower case: notices keep it */
	char		*title;		/* "Reminder: {title}" */
	char		*body;		/* words in braces as in model/letter.h */
	char		*role;		/* whom at a school it goes to; "" the same
					 * person as before */
	int		 attempt;	/* 1 the first letter; 0: chosen by hand */
};
struct letter_book {
	struct letter_form *v;		/* as the files have them */
	size_t		 n;
};

/* The shipped notice-templates.csv, and a hub's own (NULL none): one of it
 * replaces the one shipped under its name, or is added. A cell is one line: \n in
 * it begins another. Words in braces that
 * are not filled in are refused. Free with letter_book_free, which takes NULL. */
enum status	letter_book_read(const struct csv_source *hub,
		    struct letter_book **out, struct err *) MUST_CHECK;
void		letter_book_free(struct letter_book *);
/* By its whole name, ASCII case aside; NULL when there is none. */
const struct letter_form *letter_book_find(const struct letter_book *,
		    const char *name);
/* The one for ATTEMPT, else the last before it; of several a hub's own. NULL when
 * there is none. */
const struct letter_form *letter_book_attempt(const struct letter_book *,
		    int attempt);

#endif
