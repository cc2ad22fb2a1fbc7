/* reason.h - what speaks for something and what against, as data and in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever judges has a list of its own of what can be said (an enum) and a
 * table of the sentences by it. A bar is a reason against that no points make
 * up for: what is barred is shown, and never done.
 */
#ifndef MODEL_REASON_H
#define MODEL_REASON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum reason_side { REASON_FOR, REASON_AGAINST, REASON_BAR };

/* %w words, %f figure, %o of, %d day; what stands between [ and ] is left out
 * when its %w or %d is not known. */
struct reason_text {
	enum reason_side side;
	const char	*text;
};
struct reason {
	int		 why;		/* index of the table */
	int		 figure, of;	/* 1 of 2 places left */
	int		 day;		/* DAY_NONE none */
	char		*words;		/* owned; NULL none: Newham, finance */
};
struct reasons {
	const struct reason_text *text;	/* the table */
	int		 score;		/* 0 to 100 */
	bool		 barred;
	struct reason	*v;		/* in order: for, then against, then bars */
	size_t		 n;
};

void		reasons_begin(struct reasons *, const struct reason_text *table);
void		reasons_clear(struct reasons *);
/* One more, without figures; good until the next is added. */
struct reason	*reasons_add(struct reasons *, int why);
void		reasons_add_words(struct reasons *, int why, const char *words);
/* For, against, bars; each side as it was found. When all are added. */
void		reasons_order(struct reasons *);
bool		reasons_has(const struct reasons *, int why);
/* Best first: what is not barred, then by score. */
int		reasons_cmp(const struct reasons *, const struct reasons *);
/* "willing to go to Newham; inducted": all of one side; REASON_AGAINST has the
 * bars first. Appended. */
void		reasons_said(const struct reasons *, enum reason_side, struct buf *out);
/* One of them, appended. */
void		reason_said(const struct reasons *, const struct reason *, struct buf *out);

#endif
