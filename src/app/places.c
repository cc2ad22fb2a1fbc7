/* places.c - free places at CPD sessions go to who waits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/places.h"

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

#define PLACE_TAKEN	"booked attended"

struct list {
	int64_t	*v;
	size_t	 n;
};

/* What a step did to places. */
struct places {
	struct list	sessions;	/* where one may be free, to be seen to */
	struct list	missed;		/* … by who did not or will not come */
	struct list	given;		/* bookings that gave theirs back */
	struct strs	moved;		/* names of who moved up */
	int64_t		first;		/* the contact who comes for another */
};

bool
place_taken(const struct row *booking)
{
	return booking != NULL && row_is_empty(booking, F_booking_archived) &&
	    str_in(row_get(booking, F_booking_status), PLACE_TAKEN);
}

enum session_when
session_when(const struct app *app, const struct row *cpd)
{
	const char *zone = option_text(app->opt, OPT_TIMEZONE);
	int day = row_day(cpd, F_cpd_date);
	int start = time_parse(row_get(cpd, F_cpd_start));
	int64_t now = clock_ms();
	char at[6];

	if (day != app->today)
		return day == DAY_NONE || day > app->today ? SESSION_TO_COME :
		    SESSION_OVER;
	if (start < 0 || clock_day(now, zone) != day)
		return SESSION_TODAY;
	clock_hhmm(now, zone, at);
	return start > time_parse(at) ? SESSION_TO_COME : SESSION_OVER;
}

/* --- while the step writes ----------------------------------------------- */

static bool
has(const struct list *l, int64_t id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i] == id)
			return true;
	return false;
}

static void
put(struct list *l, int64_t id)
{
	if (has(l, id))
		return;
	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	l->v[l->n++] = id;
}

static struct places *
places_of(struct app *app)
{
	if (app->step.places == NULL)
		app->step.places = xcalloc(1, sizeof *app->step.places);
	return app->step.places;
}

static bool
is_open(const struct app *app, const struct row *cpd)
{
	return row_is_empty(cpd, F_cpd_archived) &&
	    session_when(app, cpd) != SESSION_OVER;
}

/* A session with other places than before, or one that is to come again. */
static void
note_session(struct app *app, const struct row *old, const struct row *row)
{
	if (old != NULL && row != NULL &&
	    (!row_same(old, row, F_cpd_capacity) ||
	    (!is_open(app, old) && is_open(app, row))))
		put(&places_of(app)->sessions, row->id);
}

/* Kept, of that session, by somebody absent or with apologies? */
static bool
is_missing(const struct row *old, const struct row *row)
{
	return row != NULL && row_is_empty(row, F_booking_archived) &&
	    row_same(old, row, F_booking_cpd) &&
	    str_in(row_get(row, F_booking_status), "absent apologies");
}

void
places_note(struct app *app, const struct row *old, const struct row *row)
{
	const struct row *any = old != NULL ? old : row;
	struct places *p;

	if (any->ent->no == ENT_cpd)
		note_session(app, old, row);
	if (any->ent->no != ENT_booking || !place_taken(old) ||
	    (place_taken(row) && row_same(old, row, F_booking_cpd)))
		return;
	p = places_of(app);
	put(is_missing(old, row) ? &p->missed : &p->sessions,
	    row_ref(old, F_booking_cpd));
	put(&p->given, old->id);
}

void
places_first(struct app *app, int64_t contact)
{
	places_of(app)->first = contact;
}

enum status
places_left(struct app *app, const struct row *booking, int64_t *out,
    struct err *e)
{
	int64_t cpd = row_ref(booking, F_booking_cpd);
	const struct places *p = app->step.places;
	struct db_ids waiting = { 0 };
	enum status st = rules_places_left(app->db, cpd, out, e);

	if (st != ST_OK || p == NULL ||
	    (!has(&p->sessions, cpd) && !has(&p->missed, cpd)) ||
	    row_ref(booking, F_booking_contact) == p->first)
		return st;
	st = rules_waiting(app->db, cpd, &waiting, e);
	for (size_t i = 0; i < waiting.n; i++)
		*out -= waiting.v[i] != booking->id &&
		    !has(&p->given, waiting.v[i]);
	db_ids_clear(&waiting);
	return st;
}

/* --- when it ends -------------------------------------------------------- */

static enum status
move_up(struct app *app, int64_t id, struct err *e)
{
	struct row *base, *mine;
	struct buf name;
	enum status st;

	st = store_load(app->db, entities[ENT_booking], id, false, &base, e);
	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	row_set(mine, F_booking_status, "booked");
	st = record_change(app, base, mine, NULL, e);
	if (st == ST_OK && row_is(mine, F_booking_status, "booked")) {
		buf_init(&name, BUF_LINE);
		title_text(app, entities[ENT_contact],
		    row_ref(mine, F_booking_contact), &name);
		strs_take(&places_of(app)->moved, buf_take(&name));
	}
	row_free(base);
	row_free(mine);
	return st;
}

/* To whom waited longest first; not to who just gave a place back. */
static enum status
fill(struct app *app, int64_t cpd, struct err *e)
{
	struct db_ids waiting = { 0 };
	int64_t places = 0;
	enum status st;

	if ((st = rules_places_left(app->db, cpd, &places, e)) != ST_OK ||
	    places <= 0 ||
	    (st = rules_waiting(app->db, cpd, &waiting, e)) != ST_OK)
		return st;
	for (size_t i = 0; st == ST_OK && i < waiting.n && places > 0; i++) {
		if (has(&app->step.places->given, waiting.v[i]))
			continue;
		st = move_up(app, waiting.v[i], e);
		places--;
	}
	db_ids_clear(&waiting);
	return st;
}

/* Those of L that are WHEN at the soonest. */
static enum status
fill_each(struct app *app, struct list *l, enum session_when when,
    struct err *e)
{
	struct row *cpd;
	enum status st = ST_OK;

	while (st == ST_OK && l->n > 0) {
		int64_t id = l->v[--l->n];

		st = store_load(app->db, entities[ENT_cpd], id, false, &cpd, e);
		if (st == ST_NOT_FOUND) {	/* the step took it out */
			err_clear(e);
			st = ST_OK;
			continue;
		}
		if (st != ST_OK)
			break;
		if (is_open(app, cpd) && session_when(app, cpd) >= when)
			st = fill(app, id, e);
		row_free(cpd);
	}
	return st;
}

enum status
places_fill(struct app *app, struct err *e)
{
	struct places *p = places_of(app);
	bool was = app->step.follows;
	enum status st;

	app->step.follows = true;
	st = fill_each(app, &p->sessions, SESSION_TODAY, e);
	if (st == ST_OK)
		st = fill_each(app, &p->missed, SESSION_TO_COME, e);
	app->step.follows = was;
	return st;
}

static void
say_moved(struct app *app, const struct strs *l)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < l->n; i++)
		buf_addf(&b, "%s%s", i == 0 ? "" : i + 1 == l->n ? " and " :
		    ", ", l->v[i]);
	buf_add(&b, l->n == 1 ? " was waiting and has the free place now." :
	    " were waiting and have the free places now.");
	app_notice(app, xstrdup(b.p));
	buf_clear(&b);
}

void
places_tell(struct app *app, bool saved)
{
	struct places *p = app->step.places;

	app->step.places = NULL;
	if (p == NULL)
		return;
	if (saved && p->moved.n > 0)
		say_moved(app, &p->moved);
	strs_clear(&p->moved);
	free(p->sessions.v);
	free(p->missed.v);
	free(p->given.v);
	free(p);
}
