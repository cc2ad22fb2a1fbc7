/* suit.h - how well a volunteer suits a school, with the reasons as data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 7 names what is looked at: borough, sector wanted, capacity left,
 * induction and DBS current, an earlier match and how it ended, the school's
 * need and wait. How many points each gives is our own choice; what they weigh
 * is a setting. What is barred (model/reason.h) is never proposed, only shown.
 * Nothing here reads a database.
 */
#ifndef MODEL_SUIT_H
#define MODEL_SUIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "model/reason.h"

enum suit_part {
	SUIT_BOROUGH, SUIT_SECTOR, SUIT_INTERESTS, SUIT_CAPACITY,
	SUIT_INDUCTION, SUIT_DBS, SUIT_BEFORE, SUIT_NEED, SUIT_WAIT,
	SUIT_PARTS
};

#define SUIT_DEFAULT "borough 25 sector 15 interests 10 capacity 10 " \
	"induction 10 dbs 10 before 10 need 5 wait 5"

struct suit_weights {
	int	part[SUIT_PARTS];	/* 0 to 100, at least one above 0 */
};
/* "borough 30 sector 20", as weights_read (model/weights.h). */
bool		suit_weights(const char *text, struct suit_weights *out);

enum suit_dbs {
	DBS_UNKNOWN, DBS_NOT_NEEDED, DBS_ASKED, DBS_SEEN, DBS_RENEW
};
enum suit_stage { SUIT_ENQUIRY, SUIT_ACTIVE, SUIT_RESTING, SUIT_CLOSED };

struct suit_volunteer {
	int64_t		 id;
	const char	*name;
	struct strs	 boroughs;	/* willing; none: anywhere */
	const char	*sector;	/* "" not known */
	struct strs	 interests;	/* mentoring, mock interviews */
	int		 capacity;	/* schools they would take at most */
	int		 matched;	/* schools they have, or are proposed for */
	bool		 inducted;
	enum suit_dbs	 dbs;
	int		 dbs_day;	/* asked, seen, to be renewed by; DAY_NONE */
	bool		 contact;	/* may be contacted at all */
	int		 not_before;	/* not to be contacted before, DAY_NONE */
	enum suit_stage	 stage;
};
struct suit_school {
	int64_t		 id;
	const char	*name;
	const char	*borough;	/* "" not known */
	struct strs	 wanted;	/* sectors its open requests name */
	struct strs	 seen;		/* sectors it met this academic year */
	struct strs	 wants;		/* kinds of its open requests */
	int		 need;		/* 0 to 100; below 0 not known */
	int		 wait;		/* days without an adviser; below 0: it
					 * is not waiting */
	struct strs	 advisers;	/* who it has, or who is proposed to it */
	int		 most;		/* how many it may have */
	const char	*never;		/* why it never joins the network, "" or
					 * NULL it may */
};
enum suit_ended { SUIT_NEVER, SUIT_NOW, SUIT_ENDED };
/* Of the two, the newest match. One that lasted less than SUIT_LASTED days
 * speaks against another. */
#define SUIT_LASTED	180
struct suit_before {
	enum suit_ended	 ended;
	int		 lasted;	/* days; below 0 not known */
	int		 day;		/* on which it ended; DAY_NONE not known */
	const char	*reason;	/* "" not said */
};

enum suit_why {
	/* for */
	WHY_BOROUGH, WHY_ANYWHERE, WHY_SECTOR, WHY_NEW_SECTOR, WHY_INTERESTS,
	WHY_CAPACITY, WHY_INDUCTED, WHY_DBS_NOT_NEEDED, WHY_DBS_SEEN, WHY_DBS_HOLDS,
	WHY_BEFORE, WHY_NEED, WHY_WAIT,
	/* against */
	WHY_FAR, WHY_OTHER_SECTOR, WHY_SECTOR_UNKNOWN,
	WHY_NO_INTEREST, WHY_NOT_INDUCTED, WHY_DBS_ASKED, WHY_DBS_OLD,
	WHY_DBS_UNKNOWN, WHY_ENDED_SOON,
	/* bars */
	WHY_ENQUIRY, WHY_CLOSED, WHY_RESTING, WHY_NO_CONTACT, WHY_NOT_BEFORE, WHY_FULL,
	WHY_MATCHED, WHY_SCHOOL_FULL, WHY_NEVER,
	WHY_MAX
};
extern const struct reason_text suit_texts[WHY_MAX];

/* TODAY decides what has passed. To be cleared. */
struct reasons	suit_of(const struct suit_volunteer *, const struct suit_school *,
		    const struct suit_before *, const struct suit_weights *, int today);
/* Could the volunteer go there as things are: willing to go to the borough,
 * inducted, no DBS check that is still to be seen or has run out? A proposal
 * takes nobody else; suggestions show them, with what is to be done first. */
bool		suit_ready(const struct reasons *);
/* Is it worth suggesting: does anything of the volunteer speak for it? What the
 * school needs does not. */
bool		suit_suggests(const struct reasons *);

#endif
