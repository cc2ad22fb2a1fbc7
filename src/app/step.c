/* step.c - one user action: one transaction, one row of the journal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/step.h"

#include <assert.h>
#include <stdint.h>
#include <sys/random.h>

#include "app/may.h"
#include "app/backup.h"
#include "app/places.h"
#include "app/record.h"
#include "app/text.h"
#include "app/users.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/steps.h"
#include "model/id.h"

#define DAY_MS	INT64_C(86400000)

/* The time of this step: the clock's, unless that is a day behind the newest
 * step here; then the newest step's, so that order and ids keep their sense. */
static void
step_time(struct app *app)
{
	int64_t now = clock_ms(), last = id_ms(app->step.last_id);

	if (app->step.last_id != 0 && last - now > DAY_MS) {
		app_notice(app, xstrdup("The clock of this machine is more than"
		    " a day behind the newest change in this database; its"
		    " time is used. Set the clock."));
		now = last;
	}
	app->step.now_ms = now;
}

enum status
step_begin(struct app *app, struct err *e)
{
	enum status st;

	assert(!app->step.open);
	assert(app->looking == 0);
	if (app->readonly && (st = app_may_write(app, e)) != ST_OK)
		return st;
	if ((st = db_begin(app->db, e)) != ST_OK)
		return st;
	if ((st = may_look(app, e)) != ST_OK ||
	    (st = app_may_write(app, e)) != ST_OK ||
	    (st = steps_next(app->db, &app->step.seq, e)) != ST_OK ||
	    (st = steps_last_id(app->db, &app->step.last_id, e)) != ST_OK)
		return db_end(app->db, st, e);
	step_time(app);
	app->step.open = true;
	app->step.undoes = app->step.changes = app->step.records = 0;
	app->step.record = app->step.given = 0;
	app->step.goes_on = app->step.follows = false;
	return ST_OK;
}

int64_t
step_id(struct app *app)
{
	uint32_t chance = 0;

	if (!clock_is_fixed() && getrandom(&chance, sizeof chance, 0) < 0)
		chance = (uint32_t)clock_monotonic_ms();
	app->step.last_id = id_make(app->step.now_ms, chance & 0x1fffff,
	    app->step.last_id);
	return app->step.last_id;
}

void
step_above(struct app *app, int64_t id)
{
	assert(app->step.open);
	if (id > app->step.last_id && id_ms(id) <= app->step.now_ms + DAY_MS)
		app->step.last_id = id;
}

/* The row of the step itself, last: its id is the highest of all it made. */
static enum status
write_step(struct app *app, const char *user, const char *label,
    struct err *e)
{
	char at[25];
	struct step s = {
		.seq = app->step.seq, .undoes = app->step.undoes,
		.id = step_id(app), .at = at,
		.user = (char *)(uintptr_t)user, .node = app->node,
		.label = (char *)(uintptr_t)label,
	};

	clock_iso(app->step.now_ms, at);
	return steps_add(app->db, &s, e);
}

/* Who saves (an undo is none) for the first time becomes a user, in the same
 * transaction and in a step of its own that the program makes: nobody's undo
 * meets it. After the step it belongs to, so that a file's first step stays its
 * first. */
static enum status
note_user(struct app *app, struct err *e)
{
	int64_t id, changes = app->step.changes, records = app->step.records;
	int64_t seq = app->step.seq;
	struct buf label;
	enum status st;

	if (app->step.undoes != 0 || str_ieq(app->user, USERS_MAKER))
		return ST_OK;
	if ((st = users_find(app, app->user, &id, e)) != ST_OK || id != 0 ||
	    (st = steps_next(app->db, &app->step.seq, e)) != ST_OK)
		return st;
	buf_init(&label, BUF_LINE);
	if ((st = users_make(app, app->user, &id, e)) == ST_OK) {
		buf_add(&label, "added ");
		ref_text(app, entities[ENT_user], id, &label);
		st = write_step(app, USERS_MAKER, label.p, e);
	}
	buf_clear(&label);
	app->step.seq = seq;
	app->step.changes = changes;
	app->step.records = records;
	return st;
}

/* The disk failed as the transaction of the step ID ended. The fault may have
 * come when all was stored: saved once more, it would be there twice. */
static enum status
end_badly(struct app *app, int64_t id, struct err *e)
{
	struct step s = { 0 };
	enum status st = steps_by_id(app->db, id, &s, NULL);

	step_clear(&s);
	if (st == ST_NOT_FOUND)
		return ST_IO;
	if (st != ST_OK)
		return err_set(e, ST_IO, "The disk failed at the end of "
		    "saving, and cannot be read: it is not sure whether this "
		    "was saved; look before you save it again.");
	if (e != NULL)
		*e = (struct err){ 0 };
	app_notice(app, xstrdup("The disk reported a fault at the end of "
	    "saving. This is saved, but the disk may fail again: make a "
	    "backup on another one (caseload backup FILE)."));
	return ST_OK;
}

enum status
step_end(struct app *app, enum status st, const char *label, struct err *e)
{
	bool empty = app->step.changes == 0;
	int64_t id;

	assert(app->step.open);
	if (st == ST_OK)
		st = places_fill(app, e);
	if (st == ST_OK && !empty)
		st = write_step(app, app->user, label, e);
	id = app->step.last_id;
	if (st == ST_OK && !empty)
		st = note_user(app, e);
	st = db_end(app->db, st, e);
	if (st == ST_IO && !empty && db_end_unsure(app->db))
		st = end_badly(app, id, e);
	app->step.open = false;
	app->step.writes++;		/* rolled back: all is as before */
	app->step.ended = st == ST_OK && !empty ? app->step.seq : 0;
	places_tell(app, app->step.ended != 0);
	if (app->step.ended != 0)
		backup_after_save(app);
	return st;
}

enum status
step_mark(struct app *app, struct step_mark *m, struct err *e)
{
	assert(app->step.open);
	*m = (struct step_mark){ .changes = app->step.changes,
	    .records = app->step.records, .record = app->step.record,
	    .given = app->step.given };
	return db_run(app->db, Q_ROW_MARK, e, "");
}

enum status
step_keep(struct app *app, struct err *e)
{
	return db_run(app->db, Q_ROW_KEEP, e, "");
}

/* Ids that were given stay given, and totals are counted all the same. */
enum status
step_back(struct app *app, const struct step_mark *m, struct err *e)
{
	enum status st = db_run(app->db, Q_ROW_BACK, e, "");

	app->step.changes = m->changes;
	app->step.records = m->records;
	app->step.record = m->record;
	app->step.given = m->given;
	app->step.writes++;
	return st == ST_OK ? step_keep(app, e) : st;
}

int64_t
step_last(const struct app *app)
{
	return app->step.ended;
}

char *
step_last_label(struct app *app)
{
	struct step s = { 0 };
	char *label = NULL;

	if (app->step.ended != 0 &&
	    steps_get(app->db, app->step.ended, &s, NULL) == ST_OK)
		label = xstrdup(s.label);
	step_clear(&s);
	return label;
}

int64_t
step_count(const struct app *app)
{
	return app->step.records;
}
