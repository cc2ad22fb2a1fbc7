/* placement_checks.h - what is to be minded of a placement: insurance that runs
 * out, checks that nobody made, hours.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 4. A T Level asks for an industry placement of 315 hours, in early
 * years of 750 (the Department for Education's delivery guidance). What is over
 * or cancelled needs nothing.
 */
#ifndef MODEL_PLACEMENT_CHECKS_H
#define MODEL_PLACEMENT_CHECKS_H

#include "base/buf.h"

/* As its fields hold it; "" and DAY_NONE are not known. Borrowed. */
struct placement_facts {
	const char	*status;
	int		 to;		/* last day */
	int		 liability, public_liability;	/* when each runs out */
	int		 risk, safety;	/* when each was seen */
	const char	*consent, *agreement, *emergency;	/* yes no "" */
	const char	*dbs_status;
	int		 dbs_date;	/* of "renew by": the day */
};

/* The first day on which something of it runs out; DAY_NONE: nothing does, or it
 * is over by TODAY. */
int	placement_expires(const struct placement_facts *, int today);
/* "employers' liability 10 Dec 2026; …": what has run out, or does within DAYS
 * of TODAY; appended. */
void	placement_expiring(const struct placement_facts *, int today, int days,
	    struct buf *out);
/* "risk assessment, consent": what nobody has seen or made; appended. A DBS
 * check counts only where one was asked for. */
void	placement_unchecked(const struct placement_facts *, int today,
	    struct buf *out);

#define T_LEVEL_HOURS		315
#define T_LEVEL_EARLY_YEARS	750
/* Hours that one of KIND asks for; 0: none are laid down. */
int	placement_hours(const char *kind, const char *early_years);

#endif
