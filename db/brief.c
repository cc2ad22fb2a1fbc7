/* brief.c - what one should know of a school before a visit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/brief.h"

/* The parameters of each, in their order: i id, f first day, t today, r the
 * last day of what is near, w word, m most rows. */
static const struct {
	enum query	 q;
	const char	*takes;
} reads[BRIEF_WHATS] = {
	[BRIEF_NEXT] = { Q_BRIEF_NEXT, "it" },
	[BRIEF_LAST] = { Q_BRIEF_LAST, "it" },
	[BRIEF_THEIRS] = { Q_BRIEF_THEIRS, "iftm" },
	[BRIEF_OURS] = { Q_BRIEF_OURS, "iftmr" },
	[BRIEF_WAITING] = { Q_BRIEF_WAITING, "im" },
	[BRIEF_NOTES] = { Q_BRIEF_NOTES, "itm" },
	[BRIEF_CALLS] = { Q_BRIEF_CALLS, "ift" },
	[BRIEF_CASES] = { Q_BRIEF_CASES, "im" },
	[BRIEF_PLAN] = { Q_BRIEF_PLAN, "iw" },
	[BRIEF_ACTIONS] = { Q_BRIEF_ACTIONS, "irm" },
	[BRIEF_FACT] = { Q_BRIEF_FACT, "iw" },
	[BRIEF_CPD] = { Q_BRIEF_CPD, "itm" },
	[BRIEF_SEND] = { Q_BRIEF_SEND, "im" },
	[BRIEF_CLUSTERS] = { Q_BRIEF_CLUSTERS, "itm" },
};

static enum status
bind(struct stmt *s, int i, char c, const struct brief_ask *ask,
    struct err *e)
{
	switch (c) {
	case 'i':
		return db_bind_int(s, i, ask->id, e);
	case 'f':
		return db_bind_text(s, i, ask->first, e);
	case 't':
		return db_bind_text(s, i, ask->today, e);
	case 'r':
		return db_bind_text(s, i, ask->near, e);
	case 'w':
		return db_bind_text(s, i, ask->word, e);
	default:
		return db_bind_int(s, i, ask->most, e);
	}
}

enum status
brief_read(struct db *db, enum brief_what what, const struct brief_ask *ask,
    void (*fn)(void *, const struct brief_row *), void *arg, struct err *e)
{
	const char *takes = reads[what].takes;
	struct brief_row r;
	struct stmt *s;
	bool more;
	enum status st = db_stmt(db, reads[what].q, &s, e);

	for (int i = 0; st == ST_OK && takes[i] != '\0'; i++)
		st = bind(s, i + 1, takes[i], ask, e);
	if (st != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.id = db_int(s, 0);
		r.title = db_text(s, 1);
		r.who = db_text(s, 2);
		r.word = db_text(s, 3);
		r.day = db_text(s, 4);
		r.n = db_null(s, 5) ? -1 : db_int(s, 5);
		fn(arg, &r);
	}
	return st;
}
