/* notice.h - notices to chosen schools, employers and people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a notice is for is its audience; saving it makes a recipient of each
 * (who may not get it is one too, left out with the reason), and they follow
 * the audience until it is sent. When its status becomes sent, those who may
 * still get it are sent it that day. An answer on one notice answers all that
 * were chased with it. All by rules, in the step at hand.
 */
#ifndef APP_NOTICE_H
#define APP_NOTICE_H

#include "app/app.h"
#include "base/str.h"
#include "model/audience.h"
#include "model/letter_book.h"
#include "model/row.h"

struct notice_to {
	enum entity_no	 ent;		/* of the place; ENT_MAX none */
	int64_t		 place, contact;	/* 0 none */
	struct audience_verdict verdict;
	const char	*instead;	/* why it is not somebody else, NULL;
					 * kept by the people */
};
struct notice_people {
	struct notice_to *v;		/* in the order they were chosen */
	struct audience_person *p;	/* what is known of each */
	size_t		 n, cap;
	bool		 volunteers;	/* who is added is asked as one */
	struct strs	 kept;		/* what P borrows */
};
void		notice_people_clear(struct notice_people *);

/* Those AUDIENCE is for: "school la:Havering stage:matched", an entity and a
 * filter; or records, "encounter/REF, school/136578". Several are parted by ";".
 * Of a school or its encounter it is a holder of ROLE ("" the careers
 * leader) or who stands in; of an employer or partner somebody there; of a
 * session those booked. Of several that would do it is the newest who may get it;
 * when none of them may, the newest. Judged for DAY, as a mailing when BULK or
 * when they are several people. To be cleared, also on failure. */
enum status	notice_audience(struct app *, const char *audience, const char *role,
		    int day, bool bulk, struct notice_people *, struct err *) MUST_CHECK;

/* The wordings there are, the hub's own among them (app/rulebook.h). Free with
 * letter_book_free. */
enum status	notice_book(struct app *, struct letter_book **out, struct err *)
		    MUST_CHECK;
/* Within the step at hand: a draft that chases the newest of the chain of NOTICE,
 * with the next template, to those who have not answered; a template with a
 * role goes to its holder at each school, else to who stands in, else to whoever
 * was asked, and the recipient says so: no place is left out while anybody
 * there can be written to. LEFT gets a sentence of each who may
 * not be asked, on failure too. ST_INVALID when that one is not sent yet, all
 * have answered, or nobody may be asked. */
enum status	notice_chase(struct app *, int64_t notice, int64_t *out,
		    struct strs *left, struct err *) MUST_CHECK;

/* For the table of rules.c. */
enum status	notice_before(struct app *, const struct row *old, struct row *row,
		    struct err *);
enum status	notice_after(struct app *, const struct row *old, const struct row *row,
		    struct err *);
enum status	recipient_before(struct app *, const struct row *old, struct row *row,
		    struct err *);
enum status	recipient_after(struct app *, const struct row *old,
		    const struct row *row, struct err *);

struct notice_counts {
	size_t		 plain;		/* get it, nothing more to say */
	size_t		 gets;		/* … and those instead of others */
	size_t		 left;		/* left out */
};
/* "to: Ms Grace Bell, Northgate School" and, of who is left out or gets it instead
 * of somebody else, why: lines for a preview of notice ID, as its recipients
 * stand, in the order of the counts. */
enum status	notice_shown(struct app *, int64_t id, struct strs *lines,
		    struct notice_counts *, struct err *) MUST_CHECK;

#endif
