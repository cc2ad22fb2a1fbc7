/* notice.c - who gets a notice, whom to write to, and what chases what.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/notice.h"

#include <stdlib.h>

#include "base/date.h"

enum status
notice_recipients(struct db *db, int64_t notice, struct db_ids *out,
    struct err *e)
{
	return db_get_ids(db, Q_NOTICE_RECIPIENTS, out, e, "l", notice);
}

enum status
notice_chain(struct db *db, int64_t notice, struct db_ids *out, struct err *e)
{
	return db_get_ids(db, Q_NOTICE_CHAIN, out, e, "l", notice);
}

enum status
notice_persons(struct db *db, enum entity_no ent, int64_t id, const char *role,
    const char *day, struct db_ids *out, struct err *e)
{
	return db_get_ids(db, Q_NOTICE_PERSONS, out, e, "zzss",
	    ent == ENT_employer ? id : 0, ent == ENT_partner ? id : 0, role,
	    day);
}

enum status
notice_holders(struct db *db, int64_t school, const char *role,
    const char *day, struct db_ids *out, struct err *e)
{
	return db_get_ids(db, Q_NOTICE_HOLDERS, out, e, "lss", school, role,
	    day);
}

enum status
notice_role_ended(struct db *db, int64_t contact, enum entity_no ent,
    int64_t id, const char *day, int *out, struct err *e)
{
	char *last = NULL;
	enum status st = db_get_text(db, Q_NOTICE_ROLE_ENDED, &last, e,
	    "lzzzs", contact, ent == ENT_school ? id : 0,
	    ent == ENT_employer ? id : 0, ent == ENT_partner ? id : 0, day);

	if (st == ST_OK)
		*out = last != NULL ? day_from_iso(last) : DAY_NONE;
	free(last);
	return st;
}

enum status
notice_quit(struct db *db, int64_t contact, bool *out, struct err *e)
{
	int64_t quit = 0;
	enum status st = db_get_int(db, Q_NOTICE_QUIT, 0, &quit, e, "l",
	    contact);

	*out = quit != 0;
	return st;
}

enum status
notice_role_held(struct db *db, const char *role, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_NOTICE_ROLE_HELD, 0, out, e, "s", role);
}

enum status
notice_booked(struct db *db, int64_t cpd, struct db_ids *out, struct err *e)
{
	return db_get_ids(db, Q_NOTICE_BOOKED, out, e, "l", cpd);
}
