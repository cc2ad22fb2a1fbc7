/* rules.h - the look-ups behind rules that need more than one record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_RULES_H
#define DB_RULES_H

#include "db/db.h"
#include "model/entity.h"

/* Another booking than SELF of CONTACT on CPD that is not cancelled or archived;
 * 0 none. */
enum status	rules_booking_of(struct db *, int64_t cpd, int64_t contact, int64_t self,
		    int64_t *out, struct err *) MUST_CHECK;
/* Places not taken on CPD; a large number when there is no limit. */
enum status	rules_places_left(struct db *, int64_t cpd, int64_t *out, struct err *) MUST_CHECK;
/* The bookings that wait on CPD, the longest first. To be cleared. */
enum status	rules_waiting(struct db *, int64_t cpd, struct db_ids *out,
		    struct err *) MUST_CHECK;
/* The roll of SCHOOL in YEAR ("2026/27") and GROUP ("y10"); 0 none. */
enum status	rules_roll_of(struct db *, int64_t school, const char *year, const char *group,
		    int64_t *out, struct err *) MUST_CHECK;
/* Pupils of that roll, -1 when not known. */
enum status	rules_pupils(struct db *, int64_t school, const char *year, const char *group,
		    int64_t *out, struct err *) MUST_CHECK;
/* The role WORD of CONTACT at an organisation ("school/…" and its id) that is
 * current on DAY; 0 none. */
enum status	rules_role_of(struct db *, int64_t contact, const char *organisation, int64_t id,
		    const char *word, const char *day, int64_t *out, struct err *) MUST_CHECK;
/* Where CONTACT has a role on DAY, each place once, up to MAX. */
struct place {
	enum entity_no	 ent;
	int64_t		 id;
};
enum status	rules_places(struct db *, int64_t contact, const char *day,
		    struct place *out, size_t max, size_t *n, struct err *) MUST_CHECK;
/* Another membership than SELF that gives SCHOOL this stage from DAY; 0 none. */
enum status	rules_stage_of(struct db *, int64_t school, const char *stage,
		    const char *day, int64_t self, int64_t *out, struct err *) MUST_CHECK;
/* Another row than SELF by which USER coordinates SCHOOL on a day from FROM to
 * TO ("" for open ends); 0 none. */
enum status	rules_coordinator_of(struct db *, int64_t school, int64_t user,
		    const char *from, const char *to, int64_t self, int64_t *out,
		    struct err *) MUST_CHECK;
/* Another fact than SELF of this kind of SCHOOL in YEAR; 0 none. */
enum status	rules_fact_of(struct db *, int64_t school, const char *year,
		    const char *fact, int64_t self, int64_t *out, struct err *) MUST_CHECK;
/* How many other schools than SCHOOL hold a place of NETWORK on DAY. */
enum status	rules_places_taken(struct db *, int64_t network, const char *day,
		    int64_t school, int64_t *out, struct err *) MUST_CHECK;
/* Another school than SELF that has this local number; 0 none. */
enum status	rules_school_of(struct db *, const char *number, int64_t self, int64_t *out,
		    struct err *) MUST_CHECK;
/* Another record than SELF that has the same organisation in CLUSTER on a day
 * from FROM to TO ("" for open ends); 0 none. */
enum status	rules_member_of(struct db *, int64_t cluster, const char *organisation,
		    int64_t id, const char *from, const char *to, int64_t self, int64_t *out,
		    struct err *) MUST_CHECK;
/* Another plan than SELF of SCHOOL in YEAR ("2026/27"); 0 none. */
enum status	rules_plan_of(struct db *, int64_t school, const char *year, int64_t self,
		    int64_t *out, struct err *) MUST_CHECK;
/* The number that the next action of PLAN gets: one more than the highest. */
enum status	rules_action_next(struct db *, int64_t plan, int64_t *out,
		    struct err *) MUST_CHECK;
/* Another action than SELF that has NUMBER in PLAN; 0 none. */
enum status	rules_action_of(struct db *, int64_t plan, long number, int64_t self,
		    int64_t *out, struct err *) MUST_CHECK;
/* The task that follows TASK, made when that was done, archived or not; 0 none. */
enum status	rules_task_after(struct db *, int64_t task, int64_t *out, struct err *)
		    MUST_CHECK;
/* Ids, for the caller to free. */
struct rule_ids {
	int64_t		*v;
	size_t		 n;
};
/* Schools whose stage on DAY is one in NETWORK that is not over: signed up,
 * matched, active, paused; by id. */
enum status	rules_network_schools(struct db *, int64_t network, const char *day,
		    struct rule_ids *out, struct err *) MUST_CHECK;
/* Who holds ROLE at SCHOOL on DAY, the newest of several; a contact, 0 none. */
enum status	rules_holder(struct db *, int64_t school, const char *role, const char *day,
		    int64_t *out, struct err *) MUST_CHECK;
/* Who coordinates SCHOOL on DAY, the first of several; a user, 0 none. */
enum status	rules_coordinator_on(struct db *, int64_t school, const char *day,
		    int64_t *out, struct err *) MUST_CHECK;
/* Tasks of a checklist that are not archived, as they were made. */
enum status	rules_checklist_tasks(struct db *, int64_t checklist, struct rule_ids *out,
		    struct err *) MUST_CHECK;
/* Checklists about an encounter, CPD session, visit or case whose anchor is
 * DAY. */
enum status	rules_checklists_from(struct db *, int64_t about, const char *day,
		    struct rule_ids *out, struct err *) MUST_CHECK;

/* Another cover than SELF of USER by BY on a day from FROM to TO; 0 none. */
enum status	rules_cover_of(struct db *, int64_t user, int64_t by,
		    const char *from, const char *to, int64_t self, int64_t *out,
		    struct err *) MUST_CHECK;

#endif
