/* notice_letters.h - what each who gets a notice is sent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_NOTICE_LETTERS_H
#define APP_NOTICE_LETTERS_H

#include "app/app.h"
#include "base/str.h"
#include "model/letter.h"
#include "model/row.h"

/* What one of them is sent. */
struct letter {
	char		*ref, *email;
	char		*value[LETTER_WORDS];
	char		*subject, *text;
};
struct letters {
	struct app	*app;
	struct row	*notice;
	char		*title, *me, *email, *due;	/* the same in all */
	char		*files;				/* "how-to.pdf, …" */
	struct letter	*v;
	size_t		 n;
	struct strs	*left;		/* who is left out, and why */
};

/* Of L its app and LEFT are set. Those it goes to: to send, or sent and not
 * answered yet, who may get it today, or on its day when that is to come; of the
 * others LEFT gets a sentence each, also when that leaves nobody, which is
 * ST_INVALID, and so is a word of the text that has nothing to stand for. To be
 * cleared, also on failure. */
enum status	letters_read(struct letters *, int64_t notice, struct err *)
		    MUST_CHECK;
void		letters_clear(struct letters *);

#endif
