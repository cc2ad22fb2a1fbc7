/* evidence.c - one school's delivered encounters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/evidence.h"

#include <stdlib.h>

#include "model/encounter.h"
#include "model/tables.h"

/* "5,7": a bit for each. */
static unsigned
benchmarks(const char *list)
{
	unsigned bits = 0;

	for (; *list != '\0'; list++)
		if (*list >= '1' && *list <= '8')
			bits |= 1u << (*list - '0');
	return bits;
}

static unsigned
meaningful(unsigned counts, int day, const char *ticks)
{
	unsigned bits = 0;

	for (int bm = 1; bm <= 8; bm++)
		if ((counts >> bm & 1) && is_meaningful(bm, day, ticks))
			bits |= 1u << bm;
	return bits;
}

enum status
evidence_events(struct db *db, int64_t school, const char *first,
    const char *last, void (*fn)(void *, const struct evidence_event *),
    void *arg, struct err *e)
{
	struct evidence_event ev;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_EVIDENCE_EVENTS, &s, e)) ||
	    (st = db_bindf(s, e, "lss", school, first, last)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		ev.id = db_int(s, 0);
		ev.day = day_from_iso(db_text(s, 1));
		ev.group = year_group(db_text(s, 2));
		ev.attended = db_null(s, 3) ? -1 : (long)db_int(s, 3);
		ev.others = 0;
		ev.estimated = db_text(s, 4)[0] == 'y';
		ev.minutes = db_null(s, 5) ? -1 : (long)db_int(s, 5);
		ev.days = strtod(db_text(s, 6), NULL);
		ev.counts = benchmarks(db_text(s, 7));
		ev.meaningful = meaningful(ev.counts, ev.day, db_text(s, 8));
		ev.kinds = db_text(s, 9);
		ev.virtual = is_virtual(db_text(s, 10), db_text(s, 11));
		fn(arg, &ev);
	}
	return st;
}

enum status
evidence_placements(struct db *db, int64_t school, const char *first,
    const char *last, double day_hours,
    void (*fn)(void *, const struct evidence_event *), void *arg,
    struct err *e)
{
	struct evidence_event ev = { .minutes = -1, .counts = 1u << 6,
		.kinds = "" };
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_EVIDENCE_PLACEMENTS, &s, e)) ||
	    (st = db_bindf(s, e, "lss", school, first, last)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		ev.id = db_int(s, 0);
		ev.day = day_from_iso(db_text(s, 1));
		ev.group = year_group(db_text(s, 2));
		ev.attended = db_null(s, 3) ? -1 : (long)db_int(s, 3);
		ev.days = strtod(db_text(s, 4), NULL) / day_hours;
		ev.virtual = db_int(s, 5) != 0;
		fn(arg, &ev);
	}
	return st;
}

enum status
evidence_first(struct db *db, int64_t school, int *day, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_EVIDENCE_FIRST, &s, e)) ||
	    (st = db_bindf(s, e, "l", school)) ||
	    (st = db_step(s, &more, e)))
		return st;
	*day = more ? day_from_iso(db_text(s, 0)) : DAY_NONE;
	db_done(s);
	return ST_OK;
}
