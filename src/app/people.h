/* people.h - what a person does where: derived from dated roles, and made by
 * setting it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_PEOPLE_H
#define APP_PEOPLE_H

#include "app/app.h"
#include "model/row.h"

/* organisation= and role= of a contact as typed, until the person is stored. */
struct people_role {
	char	*organisation;		/* "school/CODE", canonical; NULL not given */
	char	*role;			/* the word; NULL not given */
};

/* Does setting this field make a role? */
bool		people_takes(const struct entity *, int field);
enum status	people_note(struct app *, struct people_role *, const struct entity *,
		    int field, const char *text, struct err *) MUST_CHECK;
/* Within the step at hand, after CONTACT is stored: nothing when R is empty or
 * the person holds that role there today; else a role from today. A role alone
 * is at the person's one place; ST_AMBIGUOUS names them when there are more. */
enum status	people_give(struct app *, const struct row *contact, const struct people_role *r,
		    struct err *) MUST_CHECK;
void		people_clear(struct people_role *);

#endif
