/* claim_check.h - what is wrong with a claim of a careers cluster, as data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 5: one encounter counts once for a funder (claim_payer.h); SD01 is a
 * cluster of at least six members, SD03 and SD04 are employer pilots started
 * and completed after 26 weeks. Nothing here reads a database.
 */
#ifndef MODEL_CLAIM_CHECK_H
#define MODEL_CLAIM_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "model/claim_payer.h"

#define CLAIM_MEMBERS	6	/* of a cluster that is set up */
#define PILOT_WEEKS	26	/* of a pilot that is completed */

enum claim_about {		/* in the order of line.about */
	CLAIM_NOTHING, CLAIM_ENCOUNTER, CLAIM_PLACEMENT, CLAIM_PILOT,
	CLAIM_SCHOOL, CLAIM_EMPLOYER, CLAIM_CPD, CLAIM_PLAN
};
/* Of "encounter/1J8…" or "encounter"; CLAIM_NOTHING of anything else. */
enum claim_about claim_about(const char *ref);

struct claim_party {		/* a school or employer that took part */
	bool		 employer;
	int64_t		 id;
	const char	*name;
};
struct claim_line {
	int64_t		 id;
	int		 deed;		/* index of deliverables[]: SD01 is 0 */
	enum claim_about about;
	int64_t		 about_id;
	double		 quantity;
	bool		 evidence;	/* something is said to show it */
	int		 first, last;	/* days of what it is about; DAY_NONE */
	bool		 done;		/* encounter delivered, placement
					 * finished, pilot begun */
	int		 weeks;		/* a pilot has run */
	struct claim_party *party;	/* at CLAIM_SCHOOL that school; … */
	size_t		 nparties;
};
/* What another claim counts: only what lines of this claim are about. */
struct claim_counted {
	int		 deed;
	enum claim_about about;
	int64_t		 about_id;
	int64_t		 claim;
	struct claim_payer payer;	/* of that claim */
	const char	*name;
};
struct claim_member {
	bool		 employer;
	int64_t		 id;
	int		 from, to;	/* DAY_NONE: open */
};
struct claim_target {		/* of the cluster */
	int		 deed;
	double		 target;
	double		 others;	/* in its other claims */
};
struct claim_grant {		/* that it is claimed from */
	const char	*cluster;	/* whose it is, when not the claim's; NULL */
	double		 amount, others;	/* pounds, -1 not known; submitted
						 * in other claims */
};
/* All borrowed. */
struct claim_facts {
	struct claim_payer payer;
	struct claim_grant grant;	/* read when the payer has one */
	double		 amount;	/* of the claim, pounds, -1 not known */
	int		 from, to;
	int		 day;		/* it would be submitted; DAY_NONE: it was */
	const struct claim_line *line;
	size_t		 n;
	const struct claim_counted *counted;
	size_t		 ncounted;
	const struct claim_member *member;
	size_t		 nmembers;
	const struct claim_target *target;
	size_t		 ntargets;
};

enum claim_why {
	CLAIM_NO_EVIDENCE,
	CLAIM_NO_ABOUT,		/* it does not say what was delivered */
	CLAIM_WRONG_ABOUT,	/* SD03 of something that is no pilot */
	CLAIM_TWICE_HERE, CLAIM_TWICE,	/* in this claim, in another */
	CLAIM_NOT_DONE,		/* not delivered, finished, begun */
	CLAIM_OUTSIDE,		/* of the period */
	CLAIM_NOT_MEMBER,
	CLAIM_WEEKS,
	CLAIM_FEW_MEMBERS, CLAIM_OVER,	/* of the whole claim */
	CLAIM_EARLY,		/* submitted before its period ends */
	CLAIM_GRANT_OTHER,	/* its grant is of another cluster */
	CLAIM_GRANT_OVER	/* more than the grant has */
};
struct claim_fault {
	enum claim_why	 why;
	size_t		 line;		/* index; of the whole claim: of its
					 * first line of the deliverable */
	int		 day;		/* that counts, DAY_NONE */
	double		 figure, of;	/* 17 of 26 weeks, 5 of 6 members,
					 * 300 of 100 pounds */
	const char	*name;		/* of the other claim, of who is no
					 * member; borrowed from the facts */
	int64_t		 claim;		/* the other, 0 */
	bool		 unpaid, its;	/* who pays this one, the other, is not
					 * known */
};
struct claim_faults {
	struct claim_fault *v;		/* line by line, then of the whole */
	size_t		 n;
};

void	claim_check(const struct claim_facts *, struct claim_faults *out);
void	claim_faults_clear(struct claim_faults *);
/* Is the same thing in line L counted by a line of DEED about the same thing?
 * An encounter counts once, whatever for; of other things each deliverable
 * does. Support to a member is given many times. */
bool	claim_same(const struct claim_line *l, int deed, enum claim_about about,
	    int64_t about_id);
/* "17 of 26 weeks of the pilot", appended. */
void	claim_fault_said(const struct claim_facts *, const struct claim_fault *,
	    struct buf *out);
/* Whole numbers without a point: 24, 1.5; appended. */
void	claim_number(double, struct buf *out);

#endif
