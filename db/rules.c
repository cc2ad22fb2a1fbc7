/* rules.c - the look-ups behind rules that need more than one record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/rules.h"

#include "base/str.h"

enum status
rules_booking_of(struct db *db, int64_t cpd, int64_t contact, int64_t *out,
    struct err *e)
{
	return db_get_int(db, Q_BOOKING_OF, 0, out, e, "ll", cpd, contact);
}

enum status
rules_places_left(struct db *db, int64_t cpd, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_CPD_PLACES_LEFT, 0, out, e, "l", cpd);
}

enum status
rules_first_waiting(struct db *db, int64_t cpd, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_CPD_FIRST_WAITING, 0, out, e, "l", cpd);
}

enum status
rules_roll_of(struct db *db, int64_t school, const char *year,
    const char *group, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_ROLL_OF, 0, out, e, "lss", school, year, group);
}

enum status
rules_pupils(struct db *db, int64_t school, const char *year,
    const char *group, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_ROLL_PUPILS, -1, out, e, "lss", school, year,
	    group);
}

enum status
rules_role_of(struct db *db, int64_t contact, const char *organisation,
    int64_t id, const char *word, const char *day, int64_t *out, struct err *e)
{
	bool school = str_starts(organisation, "school/");
	bool employer = str_starts(organisation, "employer/");

	return db_get_int(db, Q_ROLE_OF, 0, out, e, "lzzzss", contact,
	    school ? id : 0, employer ? id : 0,
	    school || employer ? (int64_t)0 : id, word, day);
}

enum status
rules_member_of(struct db *db, int64_t cluster, const char *organisation,
    int64_t id, const char *from, const char *to, int64_t self, int64_t *out,
    struct err *e)
{
	bool school = str_starts(organisation, "school/");

	return db_get_int(db, Q_MEMBER_OF, 0, out, e, "lzzssl", cluster,
	    school ? id : 0, school ? (int64_t)0 : id, from, to, self);
}
