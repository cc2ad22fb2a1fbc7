/* quick_cpd.h - a CPD session and what a line says of people's places on it.
 * Private to quick_cpd*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_QUICK_CPD_H
#define APP_QUICK_CPD_H

#include "app/quick_int.h"

struct place {			/* somebody's place on the session */
	size_t		 item;
	const char	*status;
	size_t		 org;	/* item of the organisation, of a new person */
	char		*role;
	bool		 is_new;
	bool		 is_full;	/* waiting, though a place was wanted */
};
struct session {
	struct row	*cpd;
	struct row	**booked;	/* bookings that stand */
	size_t		 nbooked;
	struct place	*place;
	size_t		 nplaces;
	size_t		 given;		/* places this line books */
};

#define NO_ITEM	((size_t)-1)

/* Read part I: "came bell dale", "+Dan Price at Northgate", a day; places are
 * added to S, their people are items of the line. */
enum status	session_part(struct reading *, struct session *s, size_t i,
		    struct err *) MUST_CHECK;
/* The booking of CONTACT that stands, or NULL; S's own. */
struct row	*session_booking(const struct session *, int64_t contact);

#endif
