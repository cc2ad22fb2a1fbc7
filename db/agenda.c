/* agenda.c - what is planned, by day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void
id_list_clear(struct id_list *l)
{
	free(l->v);
	memset(l, 0, sizeof *l);
}

/* All ids of a bound statement. */
static enum status
read_ids(struct stmt *s, struct id_list *out, struct err *e)
{
	enum status st;
	bool more;

	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		if (out->n == out->cap) {
			out->cap = out->cap ? out->cap * 2 : 32;
			out->v = xreallocarray(out->v, out->cap,
			    sizeof *out->v);
		}
		out->v[out->n++] = db_int(s, 0);
	}
	return st;
}

enum status
agenda_open_ids(struct db *db, const char *first, const char *last,
    int64_t limit, struct id_list *out, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, Q_AGENDA_OPEN, &s, e)) ||
	    (st = db_bindf(s, e, "ssl", first, last, limit)))
		return st;
	return read_ids(s, out, e);
}

enum status
agenda_late_ids(struct db *db, const char *today, int64_t limit,
    struct id_list *out, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, Q_AGENDA_LATE, &s, e)) ||
	    (st = db_bindf(s, e, "sl", today, limit)))
		return st;
	return read_ids(s, out, e);
}

enum status
agenda_running_ids(struct db *db, const char *first, const char *last,
    const char *today, int64_t limit, struct id_list *out, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, Q_AGENDA_RUNNING, &s, e)) ||
	    (st = db_bindf(s, e, "sssl", first, last, today, limit)))
		return st;
	return read_ids(s, out, e);
}

enum status
agenda_day_ids(struct db *db, const char *day, int64_t limit,
    struct id_list *out, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, Q_AGENDA_DAY, &s, e)) ||
	    (st = db_bindf(s, e, "sl", day, limit)))
		return st;
	return read_ids(s, out, e);
}

enum status
agenda_cpd_ids(struct db *db, const char *first, const char *last, bool late,
    int64_t limit, struct id_list *out, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, late ? Q_AGENDA_CPD_LATE : Q_AGENDA_CPD, &s,
	    e)) || (st = db_bindf(s, e, "ssl", first, last, limit)))
		return st;
	return read_ids(s, out, e);
}

enum status
agenda_count(struct db *db, const char *first, const char *last,
    int64_t limit, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_AGENDA_COUNT_OPEN, 0, out, e, "ssl", first,
	    last, limit);
}

enum status
agenda_count_late(struct db *db, const char *today, int64_t limit,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_AGENDA_COUNT_LATE, 0, out, e, "sl", today,
	    limit);
}

static int64_t
known(struct stmt *s, int col)
{
	return db_null(s, col) ? -1 : db_int(s, col);
}

enum status
agenda_encounter(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = {0};
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_AGENDA_ENCOUNTER, &s, e)) ||
	    (st = db_bindf(s, e, "l", id)) || (st = db_step(s, &more, e)) ||
	    !more)
		return st;
	w.date = db_text(s, 0);
	w.time = db_text(s, 1);
	w.status = db_text(s, 2);
	w.kind = db_text(s, 3);
	w.schools = db_int(s, 4);
	w.school = db_text(s, 5);
	w.in = db_int(s, 6);
	w.employers = db_int(s, 7);
	w.employer = db_text(s, 8);
	w.provider = db_text(s, 9);
	w.cluster = db_text(s, 10);
	w.groups = db_int(s, 11);
	w.group = db_text(s, 12);
	w.expected = known(s, 13);
	w.came = known(s, 14);
	w.venue = "";
	fn(arg, &w);
	db_done(s);
	return ST_OK;
}

enum status
agenda_session(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = {.expected = -1, .came = -1};
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_AGENDA_SESSION, &s, e)) ||
	    (st = db_bindf(s, e, "l", id)) || (st = db_step(s, &more, e)) ||
	    !more)
		return st;
	w.date = db_text(s, 0);
	w.time = db_text(s, 1);
	w.school = db_text(s, 2);
	w.venue = db_text(s, 3);
	w.capacity = known(s, 4);
	w.booked = db_int(s, 5);
	w.waiting = db_int(s, 6);
	w.status = w.kind = w.employer = w.provider = w.cluster = w.group = "";
	fn(arg, &w);
	db_done(s);
	return ST_OK;
}
