/* agenda.c - what is planned and to be done, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/agenda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static int64_t
known(struct stmt *s, int col)
{
	return db_null(s, col) ? -1 : db_int(s, col);
}

static const struct agenda_words nothing = {
	.date = "", .time = "", .status = "", .kind = "", .school = "",
	.employer = "", .provider = "", .cluster = "", .group = "",
	.venue = "", .expected = -1, .came = -1, .title = "", .next = "",
	.due = "", .wanted = "", .waiting_for = "", .priority = "",
	.about = "", .owner = "", .person = "",
};

/* The one row of Q for ID; *ANY false when there is none. */
static enum status
one_row(struct db *db, enum query q, int64_t id, struct stmt **s, bool *any,
    struct err *e)
{
	enum status st = db_stmt(db, q, s, e);

	if (!st)
		st = db_bindf(*s, e, "l", id);
	return st ? st : db_step(*s, any, e);
}

static enum status
tell(struct stmt *s, const struct agenda_words *w, agenda_fn fn, void *arg)
{
	fn(arg, w);
	db_done(s);
	return ST_OK;
}

enum status
agenda_encounter(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_ENCOUNTER, id, &s, &any, e);

	if (st || !any)
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
	return tell(s, &w, fn, arg);
}

enum status
agenda_session(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_SESSION, id, &s, &any, e);

	if (st || !any)
		return st;
	w.date = db_text(s, 0);
	w.time = db_text(s, 1);
	w.school = db_text(s, 2);
	w.venue = db_text(s, 3);
	w.capacity = known(s, 4);
	w.booked = db_int(s, 5);
	w.waiting = db_int(s, 6);
	return tell(s, &w, fn, arg);
}

enum status
agenda_visit(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_VISIT, id, &s, &any, e);

	if (st || !any)
		return st;
	w.date = db_text(s, 0);
	w.time = db_text(s, 1);
	w.status = db_text(s, 2);
	w.kind = db_text(s, 3);
	w.next = db_text(s, 4);
	w.about = db_text(s, 5);
	w.people = db_int(s, 6);
	w.person = db_text(s, 7);
	w.owner = db_text(s, 8);
	return tell(s, &w, fn, arg);
}

enum status
agenda_task(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_TASK, id, &s, &any, e);

	if (st || !any)
		return st;
	w.title = db_text(s, 0);
	w.due = db_text(s, 1);
	w.wanted = db_text(s, 2);
	w.status = db_text(s, 3);
	w.waiting_for = db_text(s, 4);
	w.about = db_text(s, 5);
	w.owner = db_text(s, 6);
	w.person = db_text(s, 7);
	return tell(s, &w, fn, arg);
}

enum status
agenda_case(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_CASE, id, &s, &any, e);

	if (st || !any)
		return st;
	w.title = db_text(s, 0);
	w.due = db_text(s, 1);
	w.status = db_text(s, 2);
	w.priority = db_text(s, 3);
	w.about = db_text(s, 4);
	w.owner = db_text(s, 5);
	return tell(s, &w, fn, arg);
}

enum status
agenda_plan(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_PLAN, id, &s, &any, e);

	if (st || !any)
		return st;
	w.title = db_text(s, 0);
	w.due = db_text(s, 1);
	w.status = db_text(s, 2);
	w.about = db_text(s, 3);
	w.owner = db_text(s, 4);
	return tell(s, &w, fn, arg);
}

/* When, what, of or by whom, owner. */
static enum status
wanted(struct db *db, enum query q, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, q, id, &s, &any, e);

	if (st || !any)
		return st;
	w.due = db_text(s, 0);
	w.title = db_text(s, 1);
	w.about = db_text(s, 2);
	w.owner = db_text(s, 3);
	return tell(s, &w, fn, arg);
}

enum status
agenda_request(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	return wanted(db, Q_AGENDA_REQUEST, id, fn, arg, e);
}

enum status
agenda_approach(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	return wanted(db, Q_AGENDA_APPROACH, id, fn, arg, e);
}

enum status
agenda_placement(struct db *db, int64_t id, const char *day, agenda_fn fn,
    void *arg, struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_AGENDA_PLACEMENT, &s, e)) ||
	    (st = db_bindf(s, e, "sl", day, id)) ||
	    (st = db_step(s, &more, e)) || !more)
		return st;
	w.due = db_text(s, 0);
	w.title = db_text(s, 1);
	w.employer = db_text(s, 2);
	w.about = db_text(s, 3);
	w.owner = db_text(s, 4);
	return tell(s, &w, fn, arg);
}

/* DATE is its first day. */
enum status
agenda_pilot(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	bool any;
	enum status st = one_row(db, Q_AGENDA_PILOT, id, &s, &any, e);

	if (st || !any)
		return st;
	w.title = db_text(s, 0);
	w.due = db_text(s, 1);
	w.date = db_text(s, 2);
	w.about = db_text(s, 3);
	return tell(s, &w, fn, arg);
}

enum status
agenda_notice(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_AGENDA_NOTICE, &s, e)) ||
	    (st = db_bindf(s, e, "l", id)) ||
	    (st = db_step(s, &more, e)) || !more)
		return st;
	w.title = db_text(s, 0);
	w.date = db_text(s, 1);
	w.due = db_text(s, 2);
	w.status = db_text(s, 3);
	w.attempt = db_int(s, 4);
	w.asked = db_int(s, 5);
	w.replied = db_int(s, 6);
	w.owner = db_text(s, 7);
	return tell(s, &w, fn, arg);
}

enum status
agenda_recipient(struct db *db, int64_t id, agenda_fn fn, void *arg,
    struct err *e)
{
	struct agenda_words w = nothing;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_AGENDA_RECIPIENT, &s, e)) ||
	    (st = db_bindf(s, e, "l", id)) ||
	    (st = db_step(s, &more, e)) || !more)
		return st;
	w.due = db_text(s, 0);
	w.title = db_text(s, 1);
	w.status = db_text(s, 2);
	w.about = db_text(s, 3);
	w.owner = db_text(s, 4);
	return tell(s, &w, fn, arg);
}

/* --- whose day it is ------------------------------------------------------ */

void
agenda_covers_free(struct agenda_cover *v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		free(v[i].name);
	free(v);
}

static void
add_cover(struct agenda_cover **v, size_t *n, struct stmt *s)
{
	struct agenda_cover *c = *v;
	size_t i;

	for (i = 0; i < *n && c[i].id != db_int(s, 0); i++)
		continue;
	if (i == *n) {
		*v = c = xreallocarray(c, ++*n, sizeof *c);
		c[i] = (struct agenda_cover){.id = db_int(s, 0)};
		c[i].name = xstrdup(*db_text(s, 2) ? db_text(s, 2) :
		    db_text(s, 1));
	}
	if (strcmp(db_text(s, 3), c[i].to) > 0)
		snprintf(c[i].to, sizeof c[i].to, "%.10s", db_text(s, 3));
}

enum status
agenda_covers(struct db *db, const char *user, const char *day,
    struct agenda_cover **out, size_t *n, struct err *e)
{
	struct agenda_cover *v = NULL;
	struct stmt *s;
	enum status st;
	bool more;

	*n = 0;
	*out = NULL;
	if ((st = db_stmt(db, Q_AGENDA_COVERS, &s, e)) ||
	    (st = db_bindf(s, e, "ss", user, day)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		add_cover(&v, n, s);
	if (st) {
		agenda_covers_free(v, *n);
		*n = 0;
	} else {
		*out = v;
	}
	return st;
}

enum status
agenda_has_schools(struct db *db, const char *user, const char *day,
    bool *out, struct err *e)
{
	int64_t any;
	enum status st = db_get_int(db, Q_MINE_ANY, 0, &any, e, "ss", user,
	    day);

	if (!st)
		*out = any != 0;
	return st;
}
