/* begun.h - what was typed outside forms and not finished: answers to
 * questions, lines that were pasted, the line of quick entry.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of this user and database, in private files of the state folder.
 */
#ifndef APP_BEGUN_H
#define APP_BEGUN_H

#include "app/app.h"
#include "base/str.h"
#include "model/entity.h"

/* A question: its label, and the record it is about; ENT NULL for none. */
struct question {
	const char	*label;
	const struct entity *ent;
	int64_t		 id;
};

/* What was typed into the question and not answered; NULL none. Caller
 * frees. */
char		*question_begun(struct app *, const struct question *);
/* Keep it; "" forgets it. The questions begun last are remembered, MOST_BEGUN
 * of them. */
enum { MOST_BEGUN = 20 };
enum status	question_keep(struct app *, const struct question *,
		    const char *text, struct err *) MUST_CHECK;

/* LINES were pasted and are not logged yet: they join those that wait. */
enum status	pasted_keep(struct app *, const struct strs *lines,
		    struct err *) MUST_CHECK;
/* They wait no longer; others stay. */
enum status	pasted_drop(struct app *, const struct strs *lines,
		    struct err *) MUST_CHECK;

/* All of it, to be offered. */
struct begun {
	enum begun_kind { BEGUN_LINE, BEGUN_PASTED, BEGUN_ANSWER } kind;
	struct strs	 text;		/* one; of BEGUN_PASTED each line */
	char		*label;		/* of BEGUN_ANSWER, else NULL */
	const struct entity *ent;	/* … and its record; NULL none */
	int64_t		 id;
};
struct begun_all {
	struct begun	*v;
	size_t		 n;
};
void		begun_read(struct app *, struct begun_all *out);
void		begun_clear(struct begun_all *);
/* Throw it away. */
enum status	begun_drop(struct app *, const struct begun *, struct err *)
		    MUST_CHECK;

#endif
