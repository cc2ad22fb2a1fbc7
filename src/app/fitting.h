/* fitting.h - which offers fit what a school wants, and the other way round.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons are those of model/fit.h, weighed as [rules] fit says. Only
 * reading: who is asked becomes an approach (app/approach.h).
 */
#ifndef APP_FITTING_H
#define APP_FITTING_H

#include "app/app.h"
#include "base/buf.h"
#include "model/fit.h"
#include "model/row.h"

struct fitting {
	const struct entity *ent;	/* the offer, else the employer or
					 * partner; for an offer the request */
	int64_t		 id;
	int64_t		 offer, request;	/* 0 none */
	int64_t		 employer, partner;	/* whom to ask; one is 0 */
	char		*name;		/* "City Cranes"; the school of a request */
	char		*what;		/* what is offered, or wanted, in words */
	enum fit_source	 source;
	bool		 fits;		/* fit_fits */
	struct reasons	 why;
};
struct fittings {
	struct fitting	*v;		/* best first, the barred last; equals by
					 * name, then id */
	size_t		 n;
};
/* For REQUEST, a row stored or not yet: offers, then who else might. */
enum status	fitting_for_request(struct app *, const struct row *request,
		    struct fittings *, struct err *) MUST_CHECK;
/* Of these only the offers. */
enum status	fitting_offers_for(struct app *, const struct row *request,
		    struct fittings *, struct err *) MUST_CHECK;
/* What is wanted and not agreed yet, for the offer OFFER. */
enum status	fitting_for_offer(struct app *, int64_t offer, struct fittings *,
		    struct err *) MUST_CHECK;
void		fittings_clear(struct fittings *);
/* How many offers fit. */
size_t		fittings_fit(const struct fittings *);
/* "2 offers fit: City Cranes, Borough Council", each organisation once, at most
 * three; "no offer fits yet"; appended. */
void		fittings_said(const struct fittings *, struct buf *out);

#endif
