/* pledges_int.h - what the files of commitments share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_PLEDGES_INT_H
#define APP_PLEDGES_INT_H

#include "app/pledges.h"
#include "app/report.h"

struct reading {
	struct app	*app;
	const struct entity *ent;
	int64_t		 id;
	struct row	*row;		/* the organisation */
	struct buf	 ref;
	char		 year[11];	/* first day of the academic year */
	struct pledge_line *l;		/* the line at hand */
	struct pledge_facts f;
};

/* Of the line at hand, what records say of its item; one that is readable. */
enum status	pledge_derive(struct reading *, struct err *) MUST_CHECK;
/* The same, of a rule that counts records; into the facts of the reading. */
enum status	pledge_count(struct reading *, struct err *) MUST_CHECK;
/* What the line was derived from: the list with TAKE_FILTER. */
void		pledge_opens(struct reading *, const struct entity *, char *take_filter);
/* The kind of organisation the commitment names; NULL none. */
const struct entity *pledge_organisation(const struct row *commitment);
/* The page of one commitment. */
enum status	commitment_page(struct app *, int64_t id, struct report *, struct err *)
		    MUST_CHECK;
/* Does the rule read what an organisation of this kind has? */
bool		pledge_readable(const struct entity *, enum pledge_rule);

#endif
