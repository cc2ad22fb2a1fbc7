/* dated_stage.c - setting the stage of a school makes a membership; its reason
 * and what is waited for stand in that of today.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/dated_rows.h"

#include "app/record.h"
#include "base/str.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"

/* The membership of today; NULL when the school has none. */
static enum status
stage_now(struct app *app, int64_t school, struct row **out, struct err *e)
{
	char day[11];
	int64_t id;
	enum status st;

	*out = NULL;
	day_iso(app->today, day);
	st = db_get_int(app->db, Q_DATED_STAGE, 0, &id, e, "ls", school, day);
	if (st != ST_OK || id == 0)
		return st;
	return store_load(app->db, entities[ENT_membership], id, false, out, e);
}

/* The one network there is; 0 when there are none or several. */
static enum status
only_network(struct app *app, int64_t *out, struct err *e)
{
	struct stmt *s;
	char day[11];
	enum status st;
	size_t n = 0;
	bool more;

	*out = 0;
	day_iso(app->today, day);
	if ((st = db_stmt(app->db, Q_DATED_NETWORKS, &s, e)) == ST_OK)
		st = db_bindf(s, e, "s", day);
	while (st == ST_OK && (st = db_step(s, &more, e)) == ST_OK && more)
		*out = ++n == 1 ? db_int(s, 0) : 0;
	return st;
}

/* A new stage from today. The place goes on, but a school that left gave it
 * back. */
static enum status
add_stage(struct app *app, const struct row *school, const struct row *was,
    const char *stage, struct err *e)
{
	struct row *row = record_new(app, entities[ENT_membership]);
	int64_t network = 0;
	char day[11];
	enum status st = ST_OK;

	day_iso(app->today, day);
	row_set_ref(row, F_membership_school, "school", school->id);
	row_set(row, F_membership_stage, stage);
	row_set(row, F_membership_from, day);
	if (was != NULL)
		network = row_ref(was, F_membership_network);
	else
		st = only_network(app, &network, e);
	if (network != 0)
		row_set_ref(row, F_membership_network, "network", network);
	if (was != NULL && !row_is(was, F_membership_stage, "left"))
		row_set(row, F_membership_place,
		    row_get(was, F_membership_place));
	if (st == ST_OK)
		st = record_add(app, row, e);
	row_free(row);
	return st;
}

/* What was set earlier today and is taken back by setting the stage of before:
 * those rows are withdrawn. *DONE: it was so. */
static enum status
withdraw(struct app *app, const struct row *school, const char *stage,
    bool *done, struct err *e)
{
	char day[11];
	int64_t same;
	struct row *now = NULL;
	enum status st;

	day_iso(app->today, day);
	st = rules_stage_of(app->db, school->id, stage, day, 0, &same, e);
	*done = st == ST_OK && same != 0;
	while (st == ST_OK && *done) {
		if ((st = stage_now(app, school->id, &now, e)) != ST_OK ||
		    now == NULL)
			break;
		if (now->id == same)
			break;
		st = record_archive(app, now->ent, now->id,
		    "taken back on the same day", e);
		row_free(now);
		now = NULL;
	}
	row_free(now);
	return st;
}

enum status
dated_stage(struct app *app, const struct row *school,
    const struct dated_item *it, const char *arg, struct err *e)
{
	struct row *now;
	enum status st;
	bool done;

	(void)arg;
	if ((st = stage_now(app, school->id, &now, e)) != ST_OK)
		return st;
	if (now == NULL || !row_is(now, F_membership_stage, it->text)) {
		st = withdraw(app, school, it->text, &done, e);
		if (st == ST_OK && !done)
			st = add_stage(app, school, now, it->text, e);
	}
	row_free(now);
	return st;
}

/* The field of the membership that is called as that of the school, or its
 * reason. */
static int
field_of(const struct dated_item *it)
{
	return it->field == F_school_waiting_for ? F_membership_waiting_for :
	    F_membership_reason;
}

enum status
dated_of_stage(struct app *app, const struct row *school,
    const struct dated_item *it, const char *arg, struct err *e)
{
	struct row *now, *mine;
	enum status st;

	(void)arg;
	if ((st = stage_now(app, school->id, &now, e)) != ST_OK)
		return st;
	if (now == NULL)
		return *it->text == '\0' ? ST_OK : err_field(e, ST_INVALID,
		    "stage", "The school has no stage yet: say stage= too.");
	mine = row_copy(now);
	row_set(mine, field_of(it), it->text);
	st = record_change(app, now, mine, NULL, e);
	row_free(mine);
	row_free(now);
	return st;
}
