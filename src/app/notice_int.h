/* notice_int.h - what the parts of notices share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_NOTICE_INT_H
#define APP_NOTICE_INT_H

#include "app/notice.h"
#include "db/db.h"
#include "model/row.h"

/* Somebody at a place, as model/audience.h asks; ROLE is borrowed. FROM_PLACE:
 * the organisation was chosen, the person is whom one writes to there. Appended,
 * not judged yet. */
enum status	notice_add(struct app *, struct notice_people *, enum entity_no ent,
		    int64_t place, int64_t contact, const char *role, int day,
		    bool from_place, struct err *) MUST_CHECK;
/* Whom at a place it is for: the holder of ROLE ("" the careers leader of a
 * school, anybody elsewhere), on DAY, in a mailing when BULK. */
struct notice_whom {
	const char	*role;
	int		 day;
	bool		 bulk;
};
/* The person there whom it goes to, as notice_audience chooses; likewise. */
enum status	notice_add_place(struct app *, struct notice_people *,
		    enum entity_no ent, int64_t place, const struct notice_whom *,
		    struct err *) MUST_CHECK;
/* A copy that lasts as long as the people. */
const char	*notice_keep(struct notice_people *, const char *);
/* Is all of the audience of NOTICE, or of what it chases, volunteers? */
enum status	notice_for_volunteers(struct app *, int64_t notice, bool *out,
		    struct err *) MUST_CHECK;
/* All that were added, judged; in a mailing when BULK, or when they are several
 * people. */
void		notice_judge(struct notice_people *, bool bulk, int day);

/* A reminder: whom at a school it goes to ("" whoever was asked), whom the first
 * letter went to, and which person; 0 not known. */
struct notice_turn {
	const char	*role, *first_role;
	int64_t		 first;
};
/* All who may be reminded where ASKED, a recipient, is, in the order they are
 * tried: at a school the holder of the role, who stands in, whoever was asked,
 * who got the first letter, elsewhere whoever is there. At least one; to be cleared, also on failure. */
enum status	notice_next(struct app *, const struct row *asked,
		    const struct notice_turn *, struct notice_people *out,
		    struct err *) MUST_CHECK;
/* The one of them whom it goes to on DAY, in a mailing when BULK; of a later one
 * INSTEAD gets why. 0, the first, when none of them may get it. */
size_t		notice_pick(const struct notice_people *, bool bulk, int day,
		    struct buf *instead);

/* Where a recipient is: ENT_MAX none. */
enum entity_no	notice_place(const struct row *recipient, int64_t *id);
/* "Ms Grace Bell, Northgate School", appended. */
void		notice_who(struct app *, const struct row *recipient, struct buf *out);
/* "Ms Grace Bell, Northgate School is left out: asked not to be contacted." */
void		notice_tell_left(struct app *, const struct row *recipient,
		    struct strs *out);
/* A field of RECIPIENT that names the place or the person, written. */
void		notice_put(struct row *recipient, const struct notice_to *);

/* The same of a new one, which is stored: it was judged, so its own rule does not
 * judge it again. */
enum status	notice_add_recipient(struct app *, struct row *recipient,
		    const struct notice_to *, struct err *) MUST_CHECK;
/* The day on which it was or would be sent. */
int		notice_day(const struct app *, const struct row *notice);
/* A recipient that somebody adds: nobody twice, and whoever may not get it is
 * left out with the reason, which is told. */
enum status	notice_by_hand(struct app *, struct row *recipient, struct err *)
		    MUST_CHECK;

/* The recipients a notice has, as they are stored, those left out too; an entry
 * may be NULL once it is done with. Clear it also after a failure. */
struct notice_present {
	struct row	**v;
	size_t		 n;
};
enum status	notice_present_read(struct app *, int64_t notice,
		    struct notice_present *, struct err *) MUST_CHECK;
void		notice_present_clear(struct notice_present *);
/* The recipients of what NOTICE chases, from the first on. To be cleared, also on
 * failure. */
enum status	notice_asked_before(struct app *, int64_t notice,
		    struct notice_present *, struct err *) MUST_CHECK;
/* Who of them was sent it where RECIPIENT, of a reminder, is, as it is said to
 * that person: "you", "your colleague"; static. */
const char	*notice_asked(const struct notice_present *,
		    const struct row *recipient);
/* Is it written to anybody but CONTACT, who may get it or not? */
bool		notice_to_others(const struct notice_present *, int64_t contact);
/* Those of them, of NOTICE, that are WANTED, judged again for DAY, in their order: in a
 * mailing when all that the notice is written to are several people. To be
 * cleared, also on failure. */
enum status	notice_judge_again(struct app *, int64_t notice,
		    const struct notice_present *, bool (*wanted)(const struct row *), int day, struct notice_people *,
		    struct err *) MUST_CHECK;
/* The same for who is written to today, or on the day of NOTICE when that is to
 * come: who of them may not get it any more is left out with the reason, in
 * these rows only; nothing is stored. */
enum status	notice_as_of_now(struct app *, const struct row *notice,
		    struct notice_present *, bool (*wanted)(const struct row *),
		    struct err *) MUST_CHECK;

/* An empty text, and whom it goes to, as its template has them. */
enum status	notice_word(struct app *, struct row *notice, struct err *) MUST_CHECK;

#endif
