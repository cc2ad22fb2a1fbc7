/* rules.c - the look-ups behind rules that need more than one record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum status
rules_booking_of(struct db *db, int64_t cpd, int64_t contact, int64_t self,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_BOOKING_OF, 0, out, e, "lll", cpd, contact,
	    self);
}

enum status
rules_places_left(struct db *db, int64_t cpd, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_CPD_PLACES_LEFT, 0, out, e, "l", cpd);
}

enum status
rules_waiting(struct db *db, int64_t cpd, struct db_ids *out, struct err *e)
{
	return db_get_ids(db, Q_CPD_WAITING, out, e, "l", cpd);
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
rules_places(struct db *db, int64_t contact, const char *day,
    struct place *out, size_t max, size_t *n, struct err *e)
{
	static const enum entity_no kind[] = { ENT_school, ENT_employer,
	    ENT_partner };
	struct stmt *st;
	enum status s;
	bool more;

	*n = 0;
	if ((s = db_stmt(db, Q_ROLE_PLACES, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "ls", contact, day)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		struct place p = { ENT_school, 0 };
		size_t i = 0;

		for (int k = 0; k < 3; k++)
			if (!db_null(st, k))
				p = (struct place){ kind[k], db_int(st, k) };
		while (i < *n && (out[i].ent != p.ent || out[i].id != p.id))
			i++;
		if (i == *n && i < max && p.id != 0)
			out[(*n)++] = p;
	}
	return s;
}

enum status
rules_stage_of(struct db *db, int64_t school, const char *stage,
    const char *day, int64_t self, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_STAGE_OF, 0, out, e, "lssl", school, stage,
	    day, self);
}

enum status
rules_coordinator_of(struct db *db, int64_t school, int64_t user,
    const char *from, const char *to, int64_t self, int64_t *out,
    struct err *e)
{
	return db_get_int(db, Q_COORDINATOR_OF, 0, out, e, "llssl", school,
	    user, from, to, self);
}

enum status
rules_fact_of(struct db *db, int64_t school, const char *year,
    const char *fact, int64_t self, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_FACT_OF, 0, out, e, "lssl", school, year,
	    fact, self);
}

enum status
rules_places_taken(struct db *db, int64_t network, const char *day,
    int64_t school, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_PLACES_TAKEN, 0, out, e, "lsl", network, day,
	    school);
}

enum status
rules_school_of(struct db *db, const char *number, int64_t self, int64_t *out,
    struct err *e)
{
	return db_get_int(db, Q_SCHOOL_OF, 0, out, e, "sl", number, self);
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

enum status
rules_plan_of(struct db *db, int64_t school, const char *year, int64_t self,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_OTHER_PLAN_OF, 0, out, e, "lsl", school, year, self);
}

enum status
rules_action_next(struct db *db, int64_t plan, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_ACTION_NEXT, 1, out, e, "l", plan);
}

enum status
rules_action_of(struct db *db, int64_t plan, long number, int64_t self,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_ACTION_OF, 0, out, e, "lll", plan,
	    (int64_t)number, self);
}

enum status
rules_task_after(struct db *db, int64_t task, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_TASK_AFTER, 0, out, e, "l", task);
}

enum status
rules_holder(struct db *db, int64_t school, const char *role, const char *day,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_ROLE_HOLDER, 0, out, e, "lss", school, role,
	    day);
}

enum status
rules_coordinator_on(struct db *db, int64_t school, const char *day,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_COORDINATOR_ON, 0, out, e, "ls", school, day);
}

/* All that ST, bound, gives; nothing on failure. */
static enum status
read_ids(struct stmt *st, struct rule_ids *out, struct err *e)
{
	enum status s;
	bool more;

	*out = (struct rule_ids){ 0 };
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		if ((out->n & (out->n - 1)) == 0)
			out->v = xreallocarray(out->v,
			    out->n > 0 ? 2 * out->n : 1, sizeof *out->v);
		out->v[out->n++] = db_int(st, 0);
	}
	if (s != ST_OK) {
		free(out->v);
		*out = (struct rule_ids){ 0 };
	}
	return s;
}

static int
by_id(const void *va, const void *vb)
{
	int64_t a, b;

	memcpy(&a, va, sizeof a);
	memcpy(&b, vb, sizeof b);
	return a < b ? -1 : a > b;
}

enum status
rules_network_schools(struct db *db, int64_t network, const char *day,
    struct rule_ids *out, struct err *e)
{
	struct stmt *st;
	enum status s = db_stmt(db, Q_NETWORK_SCHOOLS, &st, e);

	if (s == ST_OK)
		s = db_bindf(st, e, "ls", network, day);
	if (s == ST_OK)
		s = read_ids(st, out, e);
	if (s == ST_OK && out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_id);
	return s;
}

enum status
rules_checklist_tasks(struct db *db, int64_t checklist, struct rule_ids *out,
    struct err *e)
{
	struct stmt *st;
	enum status s = db_stmt(db, Q_CHECKLIST_TASKS, &st, e);

	if (s == ST_OK)
		s = db_bindf(st, e, "l", checklist);
	return s == ST_OK ? read_ids(st, out, e) : s;
}

enum status
rules_checklists_from(struct db *db, int64_t about, const char *day,
    struct rule_ids *out, struct err *e)
{
	struct stmt *st;
	enum status s = db_stmt(db, Q_CHECKLISTS_FROM, &st, e);

	if (s == ST_OK)
		s = db_bindf(st, e, "ls", about, day);
	return s == ST_OK ? read_ids(st, out, e) : s;
}

enum status
rules_cover_of(struct db *db, int64_t user, int64_t by, const char *from,
    const char *to, int64_t self, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_COVER_OF, 0, out, e, "llssl", user, by, from,
	    to, self);
}
