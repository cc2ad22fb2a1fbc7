/* plan.c - the actions of a careers plan, and what shows them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/plan.h"

enum status
plan_actions(struct db *db, int64_t plan,
    void (*fn)(void *, const struct plan_action_row *), void *arg,
    struct err *e)
{
	struct plan_action_row r;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_PLAN_ACTIONS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", plan)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.id = db_int(s, 0);
		r.number = db_int(s, 1);
		r.title = db_text(s, 2);
		r.benchmarks = db_text(s, 3);
		r.item = db_text(s, 4);
		r.owner = db_text(s, 5);
		r.due = db_text(s, 6);
		r.status = db_text(s, 7);
		r.done = db_text(s, 8);
		r.waiting_for = db_text(s, 9);
		fn(arg, &r);
	}
	return st;
}

enum status
plan_encounters(struct db *db, int64_t plan,
    void (*fn)(void *, const struct plan_encounter_row *), void *arg,
    struct err *e)
{
	struct plan_encounter_row r;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_PLAN_ENCOUNTERS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", plan)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.task = db_int(s, 0);
		r.id = db_int(s, 1);
		r.date = db_text(s, 2);
		r.status = db_text(s, 3);
		r.title = db_text(s, 4);
		fn(arg, &r);
	}
	return st;
}
