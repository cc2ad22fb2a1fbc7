/* fit.h - how well what somebody offers fits what a school wants, with the
 * reasons as data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked at: the kind, the sector, the words, the year groups, the
 * borough, the places left, the days, and who was asked before. How many points
 * each gives is our own choice; what they weigh is a setting. Besides offers
 * there are organisations known for a kind, or that did such a thing near there
 * before: weaker, and said so. Nothing here reads a database.
 */
#ifndef MODEL_FIT_H
#define MODEL_FIT_H

#include <stdint.h>

#include "base/str.h"
#include "model/reason.h"

enum fit_part {
	FIT_P_KIND, FIT_P_SECTOR, FIT_P_WORDS, FIT_P_GROUPS, FIT_P_BOROUGH,
	FIT_P_PLACES, FIT_P_DAYS,
	FIT_PARTS
};
#define FIT_DEFAULT "kind 30 sector 20 words 10 years 15 borough 15 places 5 " \
	"days 5"

struct fit_weights {
	int	part[FIT_PARTS];	/* 0 to 100, at least one above 0 */
};
/* "kind 30 sector 20", as weights_read (model/weights.h). */
bool		fit_weights(const char *text, struct fit_weights *out);

/* Texts are borrowed, "" not known. Groups are bits by the index of single year
 * groups (fit_group_add); 0 none said. */
struct fit_request {
	const char	*kind, *title, *sector, *borough;
	unsigned	 groups;
	long		 pupils;	/* below 0 not known */
	int		 by;		/* day, DAY_NONE */
};
/* How one comes to be suggested, the strongest first. */
enum fit_source {
	FIT_OFFER,		/* it offers this */
	FIT_LISTED,		/* the kind is among what it offers */
	FIT_DID			/* it did such a thing in that borough */
};
struct fit_offer {
	enum fit_source	 source;
	const char	*kind, *title;
	const char	*sector;	/* NULL: it is no employer, and has none */
	unsigned	 groups;	/* 0: any */
	long		 places;	/* below 0: no limit */
	long		 taken;		/* times it was agreed, */
	long		 taken_pupils;	/* … and for how many pupils */
	struct strs	 boroughs;	/* none: not known */
	const char	*term;		/* "summer", in words */
	int		 date;		/* on which it was offered, DAY_NONE */
	int		 from, to;	/* days, DAY_NONE */
	const char	*status;	/* of offer.def */
	const char	*person;	/* whom to ask, "" nobody named */
	bool		 person_ok;	/* may be contacted at all */
	int		 person_not_before;	/* DAY_NONE */
	int		 not_before;	/* of the organisation, DAY_NONE */
	/* FIT_DID */
	int		 times;
	int		 last;		/* day of the last one */
	const char	*where;		/* the school it was at */
};
/* What is known of asking the organisation. */
struct fit_asked {
	const char	*status;	/* newest approach for this request; "" none */
	int		 day;		/* … when */
	const char	*who, *reason;	/* … by whom, what they said */
	int		 lately;	/* asked for something else, DAY_NONE */
	const char	*lately_who;
};

enum fit_why {
	/* for */
	FIT_OFFERS, FIT_NAMES_KIND, FIT_DID_IT, FIT_SECTOR, FIT_SECTOR_SAID,
	FIT_WORDS, FIT_GROUPS, FIT_ANY_GROUP, FIT_BOROUGH, FIT_PLACES,
	FIT_NO_LIMIT, FIT_UNTIL, FIT_IN_TERM,
	/* against */
	FIT_NO_OFFER, FIT_OTHER_SECTOR, FIT_SECTOR_UNKNOWN, FIT_OTHER_GROUPS,
	FIT_FAR, FIT_BOROUGHS_UNKNOWN, FIT_FEW_PLACES, FIT_TOO_LATE, FIT_PASSED,
	FIT_NO_ANSWER, FIT_ASKED_LATELY,
	/* bars */
	FIT_NOT_OPEN, FIT_FULL, FIT_ENDED, FIT_NOT_BEFORE, FIT_PERSON_NOT_BEFORE,
	FIT_NO_CONTACT, FIT_SAID_NO, FIT_ASKED, FIT_AGREED,
	FIT_WHYS
};
extern const struct reason_text fit_said[FIT_WHYS];

/* TODAY decides what has passed. OUT is to be cleared. */
void		fit_of(const struct fit_request *, const struct fit_offer *,
		    const struct fit_asked *, const struct fit_weights *, int today,
		    struct reasons *out);
/* Does an offer fit: does nothing bar it and nothing that the school said
 * speak against it? What is only not known does not. */
bool		fit_fits(const struct fit_offer *, const struct reasons *);

/* Add the group called WORD: y9, or of ks4 both. Others are left out. */
void		fit_group_add(unsigned *groups, const char *word);
/* The days of the next or present TERM, "summer", "spring 2027", from DAY on;
 * false when the words name none. Terms as months: autumn September to
 * December, spring January to March, summer April to July. */
bool		fit_term(const char *term, int day, int *from, int *to);
/* The type of encounter that comes of a KIND, of a provider or not; "" none is
 * usual. */
const char	*fit_type(const char *kind, bool provider);
/* Are places of KIND counted in pupils, not in times? */
bool		fit_of_pupils(const char *kind);

#endif
