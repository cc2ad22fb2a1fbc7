/* request.h - how far what a school wants has come, by what was asked for it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_REQUEST_H
#define MODEL_REQUEST_H

/* Its approaches that are still there, by what came of them. Those that said no
 * or did not answer are in none. */
struct request_asked {
	int	 asked;		/* no answer yet */
	int	 agreed;	/* and no encounter yet */
	int	 planned;	/* an encounter that is to come, */
	int	 delivered;	/* … and that took place */
	int	 all;		/* with those that said no, or never answered */
};

/* Put an approach with the status STATUS into it; ENCOUNTER is the status of
 * the encounter it became, "" none. One that was cancelled or postponed counts
 * for nothing. */
void		request_count(struct request_asked *, const char *status,
		    const char *encounter);
/* The status of a request that is NOW so: it follows from what was asked, unless
 * somebody decided (withdrawn, not met) or nobody was ever asked. Borrowed. */
const char	*request_stands(const char *now, const struct request_asked *);

#endif
