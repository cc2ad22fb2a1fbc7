/* audience.h - who of a set of people may get a notice, and why not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 7: contact_ok (work, no bulk, none), the day before which a person
 * or an employer is not to be contacted. Bulk is what is written to more than one
 * person, however many of them may get it.
 * Nothing here reads a database.
 */
#ifndef MODEL_AUDIENCE_H
#define MODEL_AUDIENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct audience_person {
	int64_t		 contact;	/* 0: nobody was found there */
	int64_t		 place;		/* organisation, 0 none */
	const char	*email;		/* "" none */
	const char	*contact_ok;	/* work, no bulk, none; "" not said */
	const char	*role;		/* the one looked for; "" any */
	int		 not_before;	/* DAY_NONE none */
	int		 place_not_before;	/* that of an employer */
	int		 ended;		/* last day in the role; DAY_NONE none */
	bool		 archived;
	bool		 quit;		/* asked as a volunteer, and is none now */
	bool		 place_closed;	/* the school is */
	bool		 place_archived;
	bool		 by_place;	/* one each organisation: the same person
					 * is asked for each of theirs */
};

/* The first that holds is the reason. */
enum audience_why {
	AUDIENCE_GETS,
	AUDIENCE_CLOSED,
	AUDIENCE_PLACE_ARCHIVED,
	AUDIENCE_NOBODY,
	AUDIENCE_ARCHIVED,
	AUDIENCE_QUIT,
	AUDIENCE_ENDED,
	AUDIENCE_NONE,
	AUDIENCE_NOT_BEFORE,
	AUDIENCE_PLACE_NOT_BEFORE,
	AUDIENCE_NO_EMAIL,
	AUDIENCE_TWICE,
	AUDIENCE_NO_BULK,
	AUDIENCE_WHYS
};
struct audience_verdict {
	enum audience_why why;
	int		 day;		/* DAY_NONE none */
	const char	*role;		/* borrowed from the person */
};

/* OUT has N places, one each person; who is there once more, whether they get it
 * or not, is TWICE. It is BULK when others are written to
 * besides, and when the N are more than one person. DAY is the one it is sent on. */
void		audience_judge(const struct audience_person *, size_t n, bool bulk,
		    int day, struct audience_verdict *out);
/* Who of P, in the order they are to be tried, is the first that may get it on
 * DAY, in a mailing when BULK; N when nobody may. *WHY says why the first of
 * all may not. */
size_t		audience_first(const struct audience_person *, size_t n, bool bulk,
		    int day, struct audience_verdict *why);
/* "not to be contacted before Mon 4 Jan 2027", appended; nothing for who gets
 * it. */
void		audience_said(const struct audience_verdict *, struct buf *out);
/* "instead of the slt sponsor: asked not to be contacted", "no slt sponsor is
 * known", appended: why it is somebody else than WHY is about; nothing when that
 * one gets it. */
void		audience_instead(const struct audience_verdict *why, struct buf *out);
/* Whom to write to at a school when nobody holds ROLE: the next role to look
 * for, NULL when there is none. "" is the careers leader. */
const char	*audience_stand_in(const char *role);
/* The role that ROLE stands for: the careers leader for "". */
const char	*audience_role(const char *role);

#endif
