/* dated.h - what is shown of a record today and follows from dated rows of its
 * own kind: setting it makes such a row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Organisation and role of a contact make a role; the stage of a school makes a
 * membership, its coordinators rows of theirs, its careers leader and link
 * governor a role. What held before ends the day before, and is never deleted.
 * What is to be done after a visit makes tasks, its next visit a visit.
 */
#ifndef APP_DATED_H
#define APP_DATED_H

#include "app/app.h"
#include "model/row.h"

/* What was typed, until the record is stored. */
struct dated_item {
	int	 field;		/* of the record */
	char	 op;		/* 0, '+' or '-' */
	char	*text;		/* canonical; of users as typed */
};
struct dated {
	struct dated_item *v;
	size_t	 n;
};

/* Does setting this field make a dated row? */
bool		dated_takes(const struct entity *, int field);
/* … also from a column of a person's own sheet? */
bool		dated_in_sheets(const struct entity *, int field);
/* May it be emptied: does that end the row? */
bool		dated_may_empty(const struct entity *, int field);
/* Does setting it add to what is there, which is not what is typed? */
bool		dated_adds(const struct entity *, int field);
/* How TEXT of such a field is understood, appended; nothing when it is not. */
void		dated_understood(const struct app *, const struct entity *, int field,
		    const char *text, struct buf *out);
/* How the field is typed in a form; its id is that of FIELD. */
const struct field *dated_typed(const struct entity *, int field);
/* The field of the row it makes that holds the value; false when several rows
 * are made of one text. */
bool		dated_into(const struct entity *, int field, const struct entity **ent,
		    int *into);

/* Keep TEXT for field FIELD of RECORD: read and checked now, made by dated_give.
 * OP as for value_parse. */
enum status	dated_note(struct app *, struct dated *, const struct row *record, int field,
		    const char *text, char op, struct err *) MUST_CHECK;
/* Keep what is canonical already, without a check. */
void		dated_keep(struct dated *, int field, const char *canonical);
/* TEXT for field FIELD of a new RECORD: *TAKEN where the field is a user. One
 * whose name nobody has yet is made by dated_users. */
enum status	dated_user(struct app *, struct dated *, struct row *record,
		    int field, const char *text, bool *taken, struct err *) MUST_CHECK;
/* Within the step at hand, before RECORD is stored: those users, in its fields. */
enum status	dated_users(struct app *, struct row *record, const struct dated *,
		    struct err *) MUST_CHECK;
/* What was given for FIELD last; NULL for nothing. */
const char	*dated_given(const struct dated *, int field);
/* Within the step at hand, after RECORD is stored: nothing where it is so
 * today; else rows from today. A role alone is at the person's one place;
 * ST_AMBIGUOUS names them when there are more. */
enum status	dated_give(struct app *, const struct row *record, const struct dated *,
		    struct err *) MUST_CHECK;
void		dated_clear(struct dated *);
/* ROW (a role, a coordinator) ends the day before DAY. */
void		dated_end(struct row *, int day);

#endif
