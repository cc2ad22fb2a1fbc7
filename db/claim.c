/* claim.c - what a claim of a cluster counts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/claim.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"

static int64_t
known(struct stmt *s, int col)
{
	return db_null(s, col) ? -1 : db_int(s, col);
}

static double
number(struct stmt *s, int col)
{
	return db_null(s, col) ? -1 : strtod(db_text(s, col), NULL);
}

/* The columns of CLAIM_PAYER, from COL; borrowed. */
static struct claim_payer
payer(struct stmt *s, int col)
{
	return (struct claim_payer){ db_int(s, col + 1), { db_text(s, col),
	    db_text(s, col + 2), db_text(s, col + 3) } };
}

/* The columns of CLAIM_LINES and CLAIM_FROZEN. */
static void
read_line(struct stmt *s, struct claim_rec *r)
{
	*r = (struct claim_rec){ .id = db_int(s, 0),
		.deliverable = xstrdup(db_text(s, 1)),
		.entity = xstrdup(db_text(s, 2)), .about = db_int(s, 3),
		.quantity = number(s, 4), .amount = number(s, 5),
		.month = xstrdup(db_text(s, 6)),
		.evidence = xstrdup(db_text(s, 7)),
		.first = xstrdup(db_text(s, 8)), .last = xstrdup(db_text(s, 9)),
		.state = xstrdup(db_text(s, 10)), .pupils = known(s, 11),
		.disadvantaged = known(s, 12), .send = known(s, 13),
		.title = xstrdup(db_cols(s) > 14 ? db_text(s, 14) : "") };
}

static enum status
read_lines(struct stmt *s, struct claim_recs *out, struct err *e)
{
	enum status st;
	bool more;

	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
		read_line(s, &out->v[out->n++]);
	}
	if (st != ST_OK)
		claim_recs_clear(out);
	return st;
}

enum status
claim_lines_of(struct db *db, int64_t claim, struct claim_recs *out,
    struct err *e)
{
	struct stmt *s;
	enum status st;

	*out = (struct claim_recs){ NULL, 0 };
	if ((st = db_stmt(db, Q_CLAIM_LINES, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", claim)) != ST_OK)
		return st;
	return read_lines(s, out, e);
}

enum status
claim_frozen_lines(struct db *db, const char *frozen, struct claim_recs *out,
    struct err *e)
{
	struct stmt *s;
	enum status st;

	*out = (struct claim_recs){ NULL, 0 };
	if ((st = db_stmt(db, Q_CLAIM_FROZEN, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "s", frozen)) != ST_OK)
		return st;
	return read_lines(s, out, e);
}

void
claim_recs_clear(struct claim_recs *rs)
{
	for (size_t i = 0; i < rs->n; i++) {
		struct claim_rec *r = &rs->v[i];

		free(r->deliverable);
		free(r->entity);
		free(r->month);
		free(r->evidence);
		free(r->first);
		free(r->last);
		free(r->state);
		free(r->title);
	}
	free(rs->v);
	*rs = (struct claim_recs){ NULL, 0 };
}

enum status
claim_parties_of(struct db *db, int64_t claim,
    void (*fn)(void *, const struct claim_org *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_CLAIM_PARTIES, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", claim)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct claim_org){ db_int(s, 0), db_int(s, 1) != 0,
		    db_int(s, 2), db_text(s, 3), "", "" });
	return st;
}

enum status
claim_members_of(struct db *db, int64_t cluster,
    void (*fn)(void *, const struct claim_org *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_CLAIM_MEMBERS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", cluster)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct claim_org){ 0, db_int(s, 0) != 0,
		    db_int(s, 1), "", db_text(s, 2), db_text(s, 3) });
	return st;
}

enum status
claim_counted_of(struct db *db, int64_t claim,
    void (*fn)(void *, const struct claim_other *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_CLAIM_COUNTED, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", claim)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct claim_other){ db_text(s, 0), db_text(s, 1),
		    db_int(s, 2), db_int(s, 3), payer(s, 4) });
	return st;
}

enum status
claim_counted_about(struct db *db, const char *entity, int64_t about,
    int64_t self, void (*fn)(void *, const struct claim_other *), void *arg,
    struct err *e)
{
	static const struct { const char *entity; enum query q; } from[] = {
		{ "encounter", Q_COUNTED_ENCOUNTER },
		{ "placement", Q_COUNTED_PLACEMENT },
		{ "pilot", Q_COUNTED_PILOT },
		{ "cpd", Q_COUNTED_CPD },
		{ "plan", Q_COUNTED_PLAN },
	};
	struct stmt *s = NULL;
	enum status st = ST_OK;
	bool more;

	for (size_t i = 0; i < sizeof from / sizeof from[0]; i++)
		if (str_eq(from[i].entity, entity) &&
		    ((st = db_stmt(db, from[i].q, &s, e)) != ST_OK ||
		    (st = db_bindf(s, e, "ll", about, self)) != ST_OK))
			return st;
	while (s != NULL && (st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct claim_other){ db_text(s, 0), entity, about,
		    db_int(s, 1), payer(s, 2) });
	return st;
}

enum status
claim_goals_of(struct db *db, int64_t cluster, int64_t but,
    void (*fn)(void *, const struct claim_goal *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_CLAIM_TARGETS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ll", cluster, but)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct claim_goal){ db_text(s, 0), number(s, 1),
		    number(s, 2), db_null(s, 3) ? 0 : number(s, 3) });
	return st;
}

enum status
claim_payer_of(struct db *db, int64_t claim, struct claim_payer *out,
    struct err *e)
{
	struct claim_payer found;
	struct stmt *s;
	enum status st;
	bool more;

	*out = (struct claim_payer){ 0 };
	if ((st = db_stmt(db, Q_CLAIM_PAYER_OF, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", claim)) != ST_OK ||
	    (st = db_step(s, &more, e)) != ST_OK || !more)
		return st;
	found = payer(s, 0);
	*out = claim_payer_copy(&found);
	while (st == ST_OK && more)
		st = db_step(s, &more, e);
	if (st != ST_OK)
		claim_payer_clear(out);
	return st;
}

enum status
claim_funds_of(struct db *db, int64_t funding, int64_t but,
    struct claim_funds *out, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	*out = (struct claim_funds){ .amount = -1 };
	if ((st = db_stmt(db, Q_CLAIM_GRANT, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ll", funding, but)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		free(out->name);
		*out = (struct claim_funds){ db_int(s, 0),
		    xstrdup(db_text(s, 1)), number(s, 2),
		    db_null(s, 3) ? 0 : number(s, 3) };
	}
	if (st != ST_OK) {
		free(out->name);
		out->name = NULL;
	}
	return st;
}

enum status
claimable(struct db *db, enum query q, int64_t cluster, const char *from,
    const char *to, void (*fn)(void *, int64_t, const char *), void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, q, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lss", cluster, from, to)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1));
	return st;
}
