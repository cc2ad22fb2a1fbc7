/* claim.h - claims of careers clusters: what they count, what is wrong with
 * them, how they were submitted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 5. The lines of a draft can be changed; when a claim is submitted
 * its figures and evidence are kept as they are then (claim.frozen, JSON with a
 * version), and what has changed since is shown beside them. Rules are in
 * rules_claim.c, checks in model/claim_check.h.
 */
#ifndef APP_CLAIM_H
#define APP_CLAIM_H

#include "app/app.h"
#include "app/told.h"
#include "base/buf.h"
#include "db/claim.h"
#include "db/claim_kept.h"
#include "model/claim_check.h"
#include "model/row.h"

struct claim_view {
	struct app	*app;
	struct row	*row;		/* the claim */
	char		*funder;
	char		*grantee;	/* the cluster whose its grant is */
	struct claim_recs now;		/* its lines, with titles */
	struct claim_recs sent;		/* as they were submitted */
	struct claim_kepts kept, was;	/* what decides that they count, now
					 * and then */
	bool		 frozen;	/* SENT is known */
	double		*rate;		/* by the index of deliverables[], -1 */
	struct claim_facts facts;	/* of NOW; owned */
	struct claim_faults faults;
};
/* To be cleared. */
enum status	claim_read(struct app *, int64_t claim, struct claim_view *out,
		    struct err *) MUST_CHECK;
/* The same of ROW as it is to be saved. */
enum status	claim_read_row(struct app *, const struct row *, struct claim_view *out,
		    struct err *) MUST_CHECK;
void		claim_view_clear(struct claim_view *);
bool		claim_is_draft(const struct row *);
/* "SD05" of "sd05", appended. */
void		claim_code(const char *deliverable, struct buf *out);
/* The sum of the lines' amounts; -1 when none has one. */
double		claim_sum(const struct claim_recs *);

/* What is kept of it; appended. */
void		claim_freeze(const struct claim_view *, struct buf *out);
/* What differs now in what the I-th line sent is about: "delivered, now
 * cancelled; 82 pupils, now 80; schools Harbour UTC, now Tidewater School";
 * small counts (of Dis. and SEND) suppressed; appended, nothing when it is the
 * same. What an earlier version did not keep is not compared. */
void		claim_changed(const struct claim_view *, size_t i, struct buf *out);
/* The same of LINE by what was kept of it; line 0: of its grant and targets. */
void		claim_kept_changed(const struct claim_view *, int64_t line,
		    struct buf *out);

/* Within the step at hand: a line for all that the period holds and no claim of
 * the funder counts, into a draft. TOLD may be NULL. */
enum status	claim_propose(struct app *, int64_t claim, struct told *told,
		    struct err *) MUST_CHECK;
/* The first fault that nobody may pass over: counted twice for one funder. NULL
 * none; borrowed. */
const struct claim_fault *claim_twice(const struct claim_view *);
/* Says what is wrong with the claim, unless nothing is that bars submitting. */
enum status	claim_faultless(const struct claim_view *, struct err *) MUST_CHECK;
/* Within the step at hand: submitted. Faults refuse it, all named, unless SURE;
 * that its period is not over alone does not. What is counted twice for one
 * funder refuses it in any case. */
enum status	claim_submit(struct app *, int64_t claim, bool sure,
		    struct err *) MUST_CHECK;

#endif
