/* lines.h - quick-entry lines of this user and database, kept in a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_LINES_H
#define APP_LINES_H

#include "app/app.h"
#include "base/str.h"

#define LINES_FOLDER	"lines"	/* of the state folder */

struct lines {
	struct strs	 v;		/* oldest first */
	char		*kept;		/* left with Esc, NULL none */
};

/* What was kept; nothing when there is nothing that can be read. */
void		lines_read(struct app *, struct lines *out);
void		lines_clear(struct lines *);
/* TEXT was logged: it goes to the end, and nothing is left of what was kept. */
enum status	lines_add(struct app *, struct lines *, const char *text,
		    struct err *) MUST_CHECK;
/* TEXT was left; "" for nothing. */
enum status	lines_keep(struct app *, struct lines *, const char *text,
		    struct err *) MUST_CHECK;

#endif
