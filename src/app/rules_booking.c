/* rules_booking.c - rules of places at CPD sessions (domain.md 6): who waits,
 * who comes instead. Who moves up is in places.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_booking.h"

#include "app/places.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/numbers.h"

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
	return place_taken(old) && row_same(old, row, F_booking_cpd);
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
	if (!row_is(row, F_booking_status, "booked") || !place_taken(row) ||
	    held_place(old, row))
		return ST_OK;
	if ((st = places_left(app, row, &places, e)) != ST_OK)
		return st;
	if (places <= 0)
		row_set(row, F_booking_status, "waiting");
	return ST_OK;
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
	held = session_when(app, cpd) != SESSION_TO_COME;
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
	places_first(app, instead);
	st = record_along(app, base, mine, e);
	row_free(base);
	row_free(mine);
	return st;
}

enum status
booking_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	return old != NULL && is_replaced(old, row) ?
	    book_instead(app, row, e) : ST_OK;
}
