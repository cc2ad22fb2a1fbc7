/* fitting.h - what schools want, what they are offered, who was asked; for
 * app/fitting.c and the rules of requests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_FITTING_H
#define DB_FITTING_H

#include "db/db.h"

/* Text is borrowed during the call; "" for what is not known, days as
 * YYYY-MM-DD. EMPLOYER or PARTNER is 0. */
struct fitting_offer {
	int64_t		 id;			/* 0: no offer was made */
	int64_t		 employer, partner;
	const char	*name, *title, *sector, *groups;	/* "y9 y10" */
	int64_t		 places;		/* -1 no limit */
	int64_t		 taken, taken_pupils;
	const char	*boroughs;		/* a line each */
	const char	*term, *from, *to, *date, *status;
	const char	*person, *contact_ok, *person_not_before, *not_before;
	const char	*kind;
	int64_t		 times;			/* of those that did it */
	const char	*last, *where;
};
typedef void	fitting_offer_fn(void *arg, const struct fitting_offer *);
/* All of KIND; or with ID not 0 that one. */
enum status	fitting_offers(struct db *, const char *kind, int64_t id,
		    fitting_offer_fn *, void *arg, struct err *) MUST_CHECK;
/* Employers that name KIND, at most MOST: FITTING_LISTED. */
enum status	fitting_listed(struct db *, const char *kind, const char *borough,
		    int64_t most, fitting_offer_fn *, void *arg, struct err *) MUST_CHECK;
/* Employers, or providers, that did TYPE in BOROUGH from FIRST to TODAY. */
enum status	fitting_did(struct db *, bool providers, const char *borough,
		    const char *type, const char *first, const char *today, int64_t most,
		    fitting_offer_fn *, void *arg, struct err *) MUST_CHECK;

struct fitting_asked {
	int64_t		 employer, partner, request;
	const char	*status, *day, *who, *reason;
};
typedef void	fitting_asked_fn(void *arg, const struct fitting_asked *);
/* Since FIRST, or for REQUEST. */
enum status	fitting_asked(struct db *, const char *first, int64_t request,
		    fitting_asked_fn *, void *arg, struct err *) MUST_CHECK;
/* Of one organisation. */
enum status	fitting_asked_one(struct db *, int64_t employer, int64_t partner,
		    fitting_asked_fn *, void *arg, struct err *) MUST_CHECK;

struct fitting_request {
	int64_t		 id;
	const char	*title, *kind, *sector, *groups;
	int64_t		 pupils;		/* -1 not known */
	const char	*by, *school, *borough, *status;
};
/* Open or asked: of SCHOOL, or with 0 of KIND. */
enum status	fitting_requests(struct db *, int64_t school, const char *kind,
		    void (*fn)(void *arg, const struct fitting_request *), void *arg,
		    struct err *) MUST_CHECK;

/* --- rules --------------------------------------------------------------- */

/* Each approach of REQUEST: its status, that of its encounter ("" none), which
 * that is. */
enum status	request_asked(struct db *, int64_t request,
		    void (*fn)(void *arg, const char *approach, const char *encounter,
		    int64_t id), void *arg, struct err *) MUST_CHECK;
/* The requests whose approaches became ENCOUNTER. */
enum status	requests_of_encounter(struct db *, int64_t encounter, struct db_ids *,
		    struct err *) MUST_CHECK;

#endif
