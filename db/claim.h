/* claim.h - what a claim of a cluster counts; for app/claim*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_CLAIM_H
#define DB_CLAIM_H

#include "db/db.h"
#include "model/claim_payer.h"

/* Strings are owned; "" for what is not known, -1 of figures. */
struct claim_rec {		/* a line */
	int64_t		 id;
	char		*deliverable;	/* sd05 */
	char		*entity;	/* of what it is about; "" nothing */
	int64_t		 about;
	double		 quantity, amount;
	char		*month, *evidence;
	char		*first, *last;	/* days of what it is about */
	char		*state;		/* its status; archived */
	int64_t		 pupils, disadvantaged, send;
	char		*title;		/* only of what was submitted */
};
struct claim_recs {
	struct claim_rec *v;
	size_t		 n;
};
enum status	claim_lines_of(struct db *, int64_t claim, struct claim_recs *out,
		    struct err *) MUST_CHECK;
/* From claim.frozen; none when that is something else. */
enum status	claim_frozen_lines(struct db *, const char *frozen,
		    struct claim_recs *out, struct err *) MUST_CHECK;
void		claim_recs_clear(struct claim_recs *);

/* One row of another kind; borrowed during the call. */
struct claim_org {		/* who took part in LINE; LINE 0: a member, */
	int64_t		 line;
	bool		 employer;
	int64_t		 id;
	const char	*name;
	const char	*from, *to;	/* … from and to these days */
};
enum status	claim_parties_of(struct db *, int64_t claim,
		    void (*fn)(void *arg, const struct claim_org *), void *arg,
		    struct err *) MUST_CHECK;
enum status	claim_members_of(struct db *, int64_t cluster,
		    void (*fn)(void *arg, const struct claim_org *), void *arg,
		    struct err *) MUST_CHECK;

struct claim_other {		/* a line of another claim */
	const char	*deliverable, *entity;
	int64_t		 about, claim;
	struct claim_payer payer;
};
/* About what lines of CLAIM are about. */
enum status	claim_counted_of(struct db *, int64_t claim,
		    void (*fn)(void *arg, const struct claim_other *), void *arg,
		    struct err *) MUST_CHECK;
/* About ABOUT, an encounter, placement, pilot, session or plan (ENTITY; nothing
 * of others), but for the line SELF. */
enum status	claim_counted_about(struct db *, const char *entity, int64_t about,
		    int64_t self, void (*fn)(void *arg, const struct claim_other *),
		    void *arg, struct err *) MUST_CHECK;

struct claim_goal {		/* a deliverable of a cluster */
	const char	*deliverable;
	double		 target, rate;	/* -1 not known */
	double		 others;	/* in its claims but one */
};
enum status	claim_goals_of(struct db *, int64_t cluster, int64_t but,
		    void (*fn)(void *arg, const struct claim_goal *), void *arg,
		    struct err *) MUST_CHECK;
/* Who pays CLAIM; to be cleared. Nobody known of one that is not stored. */
enum status	claim_payer_of(struct db *, int64_t claim, struct claim_payer *out,
		    struct err *) MUST_CHECK;
struct claim_funds {		/* a grant */
	int64_t		 cluster;
	char		*name;		/* of the cluster; owned, NULL no grant */
	double		 amount;	/* -1 not known */
	double		 others;	/* claimed by other claims */
};
/* Grant FUNDING but for what the claim BUT has of it; the caller frees the name. */
enum status	claim_funds_of(struct db *, int64_t funding, int64_t but,
		    struct claim_funds *out, struct err *) MUST_CHECK;
/* Each record of CLUSTER that Q finds between two days, with its evidence. */
enum status	claimable(struct db *, enum query q, int64_t cluster,
		    const char *from, const char *to,
		    void (*fn)(void *arg, int64_t id, const char *evidence), void *arg,
		    struct err *) MUST_CHECK;

#endif
