/* quick_memo.h - names looked up while a line is typed, kept for the next key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each key reads the whole line again; only the part under the cursor is new.
 * Private to quick*.c and the session that keeps it.
 */
#ifndef APP_QUICK_MEMO_H
#define APP_QUICK_MEMO_H

#include "app/quick_look.h"

struct quick_memo;

/* What the database was when the names were looked up: others' saves, and this
 * session's writes, also those rolled back. Any difference makes all of them
 * forgotten. */
struct memo_stamp {
	int64_t		 version, writes;
};

/* The candidates kept for TEXT and WHAT was asked (any number), NULL when there
 * are none. *MEMO may be NULL. */
const struct cands *memo_find(struct quick_memo **memo, const struct memo_stamp *,
		    unsigned what, const char *text);
/* Keep a copy, once memo_find has said no. */
void		memo_keep(struct quick_memo *, unsigned what, const char *text,
		    const struct cands *);
void		memo_free(struct quick_memo *);		/* NULL is fine */

#endif
