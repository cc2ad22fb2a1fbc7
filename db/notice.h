/* notice.h - who gets a notice, whom to write to, and what chases what.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_NOTICE_H
#define DB_NOTICE_H

#include "db/db.h"
#include "model/entity.h"

/* Ids; to be cleared with db_ids_clear. */
enum status	notice_recipients(struct db *, int64_t notice, struct db_ids *out,
		    struct err *) MUST_CHECK;
/* The notice, what it chases and what chases it, the first one first; without
 * what is archived of those that chase. */
enum status	notice_chain(struct db *, int64_t notice, struct db_ids *out,
		    struct err *) MUST_CHECK;
/* Contacts one may write to at an employer or partner on DAY: who has ROLE there
 * first, else the newest first. */
enum status	notice_persons(struct db *, enum entity_no ent, int64_t id,
		    const char *role, const char *day, struct db_ids *out, struct err *)
		    MUST_CHECK;
/* Contacts who hold ROLE at SCHOOL on DAY, the newest first. */
enum status	notice_holders(struct db *, int64_t school, const char *role,
		    const char *day, struct db_ids *out, struct err *) MUST_CHECK;
/* The last day of CONTACT at the place (ID 0: anywhere), when no role there
 * lasts on DAY; DAY_NONE else, and for who never had one. */
enum status	notice_role_ended(struct db *, int64_t contact, enum entity_no ent,
		    int64_t id, const char *day, int *out, struct err *) MUST_CHECK;
/* Was CONTACT a volunteer, and is it in no open record of one? */
enum status	notice_quit(struct db *, int64_t contact, bool *out, struct err *)
		    MUST_CHECK;
/* 1 if somebody has, or had, ROLE; else 0. */
enum status	notice_role_held(struct db *, const char *role, int64_t *out,
		    struct err *) MUST_CHECK;
/* Contacts booked on a session and not cancelled. */
enum status	notice_booked(struct db *, int64_t cpd, struct db_ids *out,
		    struct err *) MUST_CHECK;

#endif
