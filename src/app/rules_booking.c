/* rules_booking.c - rules of places at CPD sessions (domain.md 6): who waits,
 * who moves up, who comes instead.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_booking.h"

#include <stdlib.h>

#include "app/options.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/numbers.h"

#define PLACE_TAKEN	"booked attended"

static bool
takes_place(const struct row *booking)
{
	return booking != NULL && row_is_empty(booking, F_booking_archived) &&
	    str_in(row_get(booking, F_booking_status), PLACE_TAKEN);
}

/* Is it a booking at all? A person has one for a session. */
static bool
stands(const struct row *booking)
{
	return booking != NULL && row_is_empty(booking, F_booking_archived) &&
	    !row_is(booking, F_booking_status, "cancelled");
}

/* Did OLD hold a place of the session that ROW is for? */
static bool
held_place(const struct row *old, const struct row *row)
{
	return takes_place(old) && row_same(old, row, F_booking_cpd);
}

static bool
became(const struct row *old, const struct row *row, int f, const char *word)
{
	return row_is(row, f, word) && (old == NULL || !row_is(old, f, word));
}

/* A session has to be held before anybody attends it. Their hours are the
 * session's, unless they are given. */
static enum status
booking_held(struct app *app, struct row *row, struct err *e)
{
	struct row *cpd;
	struct buf b;
	long minutes;
	int day;
	enum status st;

	st = store_load(app->db, entities[ENT_cpd],
	    row_ref(row, F_booking_cpd), false, &cpd, e);
	if (st != ST_OK)
		return st;
	day = row_day(cpd, F_cpd_date);
	if (day != DAY_NONE && day > app->today) {
		char shown[24];

		day_long(day, shown);
		st = err_field(e, ST_INVALID, "status", "The session is on %s:"
		    " nobody can have attended it yet.", shown);
	}
	minutes = row_int(cpd, F_cpd_minutes, 0);
	if (minutes > 0 && row_is_empty(row, F_booking_hours)) {
		buf_init(&b, BUF_LINE);
		numbers_hours(minutes, &b);
		row_set(row, F_booking_hours, b.p);
		buf_clear(&b);
	}
	row_free(cpd);
	return st;
}

static enum status
check_booked_once(struct app *app, const struct row *old,
    const struct row *row, struct err *e)
{
	int64_t other;
	enum status st;

	if (!stands(row) || (stands(old) &&
	    row_same(old, row, F_booking_cpd) &&
	    row_same(old, row, F_booking_contact)))
		return ST_OK;
	st = rules_booking_of(app->db, row_ref(row, F_booking_cpd),
	    row_ref(row, F_booking_contact), row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	return err_field(e, ST_CONFLICT, "contact",
	    "This person has a booking for this session already.");
}

static bool
is_replaced(const struct row *old, const struct row *row)
{
	return row_ref(row, F_booking_replaced_by) != 0 &&
	    row_is_empty(row, F_booking_archived) &&
	    (old == NULL || !row_same(old, row, F_booking_replaced_by));
}

/* Who comes to a full session waits. */
enum status
booking_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t cpd = row_ref(row, F_booking_cpd), places;
	enum status st;

	if (cpd == 0 || row_ref(row, F_booking_contact) == 0)
		return ST_OK;
	if ((st = check_booked_once(app, old, row, e)) != ST_OK)
		return st;
	if (old != NULL && is_replaced(old, row) &&
	    str_in(row_get(row, F_booking_status), "booked waiting"))
		row_set(row, F_booking_status, "apologies");
	if (became(old, row, F_booking_status, "attended"))
		return booking_held(app, row, e);
	if (!row_is(row, F_booking_status, "booked") || !takes_place(row) ||
	    held_place(old, row))
		return ST_OK;
	if ((st = rules_places_left(app->db, cpd, &places, e)) != ST_OK)
		return st;
	if (places <= 0)
		row_set(row, F_booking_status, "waiting");
	return ST_OK;
}

/* Told when the step ends, of all that it moved. */
static void
note_moved(struct app *app, const struct row *booking)
{
	struct buf name;

	if (app->step.moved == NULL)
		app->step.moved = xcalloc(1, sizeof *app->step.moved);
	buf_init(&name, BUF_LINE);
	title_text(app, entities[ENT_contact],
	    row_ref(booking, F_booking_contact), &name);
	strs_take(app->step.moved, buf_take(&name));
}

void
rules_tell_moved(struct app *app, bool saved)
{
	struct strs *l = app->step.moved;
	struct buf b;

	app->step.moved = NULL;
	if (l == NULL)
		return;
	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < l->n; i++)
		buf_addf(&b, "%s%s", i == 0 ? "" : i + 1 == l->n ? " and " :
		    ", ", l->v[i]);
	buf_add(&b, l->n == 1 ? " was waiting and has the free place now." :
	    " were waiting and have the free places now.");
	if (saved)
		app_notice(app, xstrdup(b.p));
	buf_clear(&b);
	strs_clear(l);
	free(l);
}

/* Free places of CPD go to those who have waited longest; not to the booking
 * SELF, which just gave its own back. */
static enum status
fill_places(struct app *app, int64_t cpd, int64_t self, struct err *e)
{
	int64_t next, places, last = 0;
	struct row *base, *mine;
	enum status st = ST_OK;

	for (; st == ST_OK; last = next) {
		if ((st = rules_places_left(app->db, cpd, &places, e)) !=
		    ST_OK ||
		    (st = rules_first_waiting(app->db, cpd, self, &next,
		    e)) != ST_OK)
			return st;
		if (places <= 0 || next == 0 || next == last)
			break;
		st = store_load(app->db, entities[ENT_booking], next, false,
		    &base, e);
		if (st != ST_OK)
			return st;
		mine = row_copy(base);
		row_set(mine, F_booking_status, "booked");
		st = record_change(app, base, mine, NULL, e);
		if (st == ST_OK)
			note_moved(app, mine);
		row_free(base);
		row_free(mine);
	}
	return st;
}

/* A place that is free once the session has begun is nobody's. On its day one
 * that is given back is somebody's; who is said not to have come keeps it. */
static enum status
can_move_up(struct app *app, const struct row *old, const struct row *row,
    bool *out, struct err *e)
{
	bool given = !row_same(old, row, F_booking_cpd) ||
	    !row_is_empty(row, F_booking_archived) ||
	    !str_in(row_get(row, F_booking_status), "absent apologies");
	struct row *cpd;
	int day;
	enum status st;

	st = store_load(app->db, entities[ENT_cpd],
	    row_ref(old, F_booking_cpd), false, &cpd, e);
	if (st != ST_OK)
		return st;
	day = row_day(cpd, F_cpd_date);
	*out = day == DAY_NONE || day > app->today ||
	    (day == app->today && given);
	row_free(cpd);
	return ST_OK;
}

/* Has it begun? One of today without a time has, as far as anybody knows; so
 * has one of a today that is not the clock's. */
static bool
has_begun(const struct app *app, const struct row *cpd)
{
	const char *zone = option_text(app->opt, OPT_TIMEZONE);
	int day = row_day(cpd, F_cpd_date);
	int start = time_parse(row_get(cpd, F_cpd_start));
	int64_t now = clock_ms();
	char at[6];

	if (day != app->today || start < 0 || clock_day(now, zone) != day)
		return day <= app->today;
	clock_hhmm(now, zone, at);
	return time_parse(at) >= start;
}

/* Who comes instead has the place: their booking is made, or marked. */
static enum status
book_instead(struct app *app, const struct row *row, struct err *e)
{
	const struct entity *ent = entities[ENT_booking];
	int64_t instead = row_ref(row, F_booking_replaced_by), other;
	struct row *cpd, *base = NULL, *mine;
	bool held;
	enum status st;

	st = store_load(app->db, entities[ENT_cpd],
	    row_ref(row, F_booking_cpd), false, &cpd, e);
	if (st != ST_OK)
		return st;
	held = has_begun(app, cpd);
	row_free(cpd);
	st = rules_booking_of(app->db, row_ref(row, F_booking_cpd), instead,
	    row->id, &other, e);
	if (st == ST_OK && other != 0)
		st = store_load(app->db, ent, other, false, &base, e);
	if (st != ST_OK)
		return st;
	mine = base != NULL ? row_copy(base) : record_new(app, ent);
	row_set_ref(mine, F_booking_cpd, "cpd", row_ref(row, F_booking_cpd));
	row_set_ref(mine, F_booking_contact, "contact", instead);
	row_set(mine, F_booking_status, held ? "attended" : "booked");
	st = base != NULL ? record_change(app, base, mine, NULL, e) :
	    record_add(app, mine, e);
	row_free(base);
	row_free(mine);
	return st;
}

enum status
booking_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	bool up = false;
	enum status st = ST_OK;

	if (old != NULL && is_replaced(old, row))
		st = book_instead(app, row, e);
	if (st != ST_OK || !takes_place(old) ||
	    (held_place(old, row) && takes_place(row)))
		return st;
	st = can_move_up(app, old, row, &up, e);
	return st == ST_OK && up ? fill_places(app, row_ref(old,
	    F_booking_cpd), row->id, e) : st;
}

/* More places than before. */
enum status
cpd_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	if (old == NULL || row_same(old, row, F_cpd_capacity))
		return ST_OK;
	return fill_places(app, row->id, 0, e);
}
