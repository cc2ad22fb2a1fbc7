/* answer.h - an answer to an item of an assessment, as text and as figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Canonical text, as kept, exported and shown:
 *   yes, no        of a yes/no item
 *   75             a whole per cent, of a proportion; days (also 2.5)
 *   64/171         pupils of all, of a proportion
 *   in progress    begun; no points yet
 *   n/a            does not apply here: the item leaves the denominator
 *   ""             not answered
 */
#ifndef MODEL_ANSWER_H
#define MODEL_ANSWER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "model/framework.h"

#define ANSWER_PUPILS	99999	/* most pupils of a proportion */

enum answer_is {
	ANSWER_NONE,		/* not answered */
	ANSWER_NO,
	ANSWER_YES,
	ANSWER_PROGRESS,
	ANSWER_AWAY,		/* n/a */
	ANSWER_SHARE,		/* N of M pupils */
	ANSWER_NUMBER		/* N hundredths: a per cent, or days */
};
struct answer {
	enum answer_is	is;
	long		n, m;
};

/* Read what people type, for any item: y n p x, yes, no, in progress, n/a,
 * 75, 75%, 2.5, 64/171, 64 of 171. OUT is reset and gets the canonical text.
 * The sentence names no item. */
enum status	answer_parse(const char *text, struct buf *out, struct err *e)
		    MUST_CHECK;
/* The same for one item: ST_INVALID also when the item does not take such an
 * answer; "6.1: …". */
enum status	answer_parse_item(const struct item *, const char *text,
		    struct buf *out, struct err *e) MUST_CHECK;
/* Canonical text as figures; NULL, "" and what is not canonical: not answered. */
struct answer	answer_of(const char *canonical);
/* Does an item of this kind take such an answer? */
bool		answer_fits(enum item_kind, const struct answer *);
/* A share as a fraction of pupils: 75 is 75/100. False for other answers. */
bool		answer_share(const struct answer *, long *n, long *m);

#endif
