/* access.h - provider access of schools: by what is due.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What model/access.h makes of what is logged, as at the end of a day. A school
 * that took over from another is known by that one's meetings too.
 */
#ifndef APP_ACCESS_H
#define APP_ACCESS_H

#include "app/app.h"
#include "app/lists.h"
#include "model/access.h"
#include "model/row.h"

/* The shipped table, the hub's own access-types.csv before it, and the
 * settings. */
enum status	access_read_law(const struct options *, struct access_law **out,
		    struct err *) MUST_CHECK;

/* One school, as at DAY. To be cleared. */
struct access_one {
	struct access_school school;	/* its meetings */
	struct access	 all;
};
enum status	access_one(struct app *, int64_t school, int day,
		    struct access_one *, struct err *) MUST_CHECK;
void		access_one_clear(struct access_one *);
/* Of the cohort that is GROUP (an index of year_groups) that day; NULL none. */
const struct access_phase *access_group(const struct access_one *, int group);
/* The providers of a meeting by name, but those not approved; appended. */
void		access_who(struct app *, const struct access_meeting *, struct buf *out);
/* The filter of the meetings that count for P, appended: those with an
 * unapproved provider alone are among them too. */
void		access_filter(struct app *, const struct row *school,
		    const struct access_phase *, struct buf *out);

/* --- many schools -------------------------------------------------------- */

/* A cohort that lacks some; or, after all of these, a school without any to
 * look at. */
struct access_line {
	int64_t		 school;
	char		*name;		/* of the school */
	char		*why;		/* "does not apply: further education"; "" */
	struct access_phase p;
	char		 group[6];	/* "Y9"; "" with WHY */
	char		*first, *second;	/* "City College"; "-"; "same provider",
					 * "40 of 60", "planned Wed 2 Dec" */
	int64_t		 first_id, second_id;	/* the encounters; 0 none */
	char		*state, *missing;	/* in words */
};
struct access_lines {
	struct access_line *v;
	size_t		 n;
	size_t		 schools;	/* looked at */
	size_t		 applies;	/* … to which it applies */
	size_t		 cohorts, done;	/* of these; with all they need */
	bool		 over;		/* more than ACCESS_MAX schools: no lines */
};
#define ACCESS_MAX	1000
/* The schools of L, as at its day: by the last day, those past it first, then
 * by name. To be cleared. */
enum status	access_lines(struct lister *l, struct access_lines *,
		    struct err *) MUST_CHECK;
void		access_lines_clear(struct access_lines *);
/* "28 Feb", of another academic year than DAY's "28 Feb 28"; appended. */
void		access_due_said(const struct access_phase *, int day, struct buf *out);
/* "5 of 12 cohorts of 4 schools have all they need"; appended. */
void		access_sum_said(const struct access_lines *, struct buf *out);

#endif
