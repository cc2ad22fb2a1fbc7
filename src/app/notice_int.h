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
/* Whom to write to at a place: by ROLE, else who stands in; *CONTACT 0 when
 * nobody is known. FOUND, may be NULL, is the role that was found there. */
enum status	notice_whom(struct app *, enum entity_no ent, int64_t place,
		    const char *role, int day, int64_t *contact, const char **found,
		    struct err *) MUST_CHECK;
/* All that were added, judged; OTHERS got it before. */
void		notice_judge(struct notice_people *, size_t others, int day);

/* Where a recipient is: ENT_MAX none. */
enum entity_no	notice_place(const struct row *recipient, int64_t *id);
/* A field of RECIPIENT that names the place or the person, written. */
void		notice_put(struct row *recipient, const struct notice_to *);

/* The recipients a notice has, as they are stored, those left out too; an entry
 * may be NULL once it is done with. Clear it also after a failure. */
struct notice_present {
	struct row	**v;
	size_t		 n;
};
enum status	notice_present_read(struct app *, int64_t notice,
		    struct notice_present *, struct err *) MUST_CHECK;
void		notice_present_clear(struct notice_present *);

/* An empty text, and whom it goes to, as its template has them. */
enum status	notice_word(struct app *, struct row *notice, struct err *) MUST_CHECK;

#endif
