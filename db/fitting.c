/* fitting.c - what schools want, what they are offered, who was asked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/fitting.h"

static int64_t
number(struct stmt *s, int col)
{
	return db_null(s, col) ? -1 : db_int(s, col);
}

static enum status
each_offer(struct stmt *s, fitting_offer_fn *fn, void *arg, struct err *e)
{
	enum status st;
	bool more;

	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct fitting_offer){
			.id = db_int(s, 0), .employer = db_int(s, 1),
			.partner = db_int(s, 2), .name = db_text(s, 3),
			.title = db_text(s, 4), .sector = db_text(s, 5),
			.groups = db_text(s, 6), .places = number(s, 7),
			.taken = db_int(s, 8), .taken_pupils = db_int(s, 9),
			.boroughs = db_text(s, 10), .term = db_text(s, 11),
			.from = db_text(s, 12), .to = db_text(s, 13),
			.date = db_text(s, 14), .status = db_text(s, 15),
			.person = db_text(s, 16), .contact_ok = db_text(s, 17),
			.person_not_before = db_text(s, 18),
			.not_before = db_text(s, 19), .kind = db_text(s, 20),
			.last = "", .where = "",
		});
	return st;
}

enum status
fitting_offers(struct db *db, const char *kind, int64_t id,
    fitting_offer_fn *fn, void *arg, struct err *e)
{
	struct stmt *s;
	enum status st = db_stmt(db, id != 0 ? Q_FITTING_OFFER :
	    Q_FITTING_OFFERS, &s, e);

	if (st == ST_OK)
		st = id != 0 ? db_bindf(s, e, "l", id) :
		    db_bindf(s, e, "s", kind);
	return st == ST_OK ? each_offer(s, fn, arg, e) : st;
}

/* An organisation without an offer. */
static struct fitting_offer
no_offer(void)
{
	return (struct fitting_offer){ .name = "", .title = "", .sector = "",
		.groups = "", .places = -1, .boroughs = "", .term = "",
		.from = "", .to = "", .date = "", .status = "", .person = "",
		.contact_ok = "", .person_not_before = "", .not_before = "",
		.kind = "", .last = "", .where = "" };
}

enum status
fitting_listed(struct db *db, const char *kind, const char *borough,
    int64_t most, fitting_offer_fn *fn, void *arg, struct err *e)
{
	struct fitting_offer o = no_offer();
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_FITTING_LISTED, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ssl", kind, borough, most)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		o.employer = db_int(s, 0);
		o.name = db_text(s, 1);
		o.sector = db_text(s, 2);
		o.boroughs = db_text(s, 3);
		o.not_before = db_text(s, 4);
		fn(arg, &o);
	}
	return st;
}

enum status
fitting_did(struct db *db, bool providers, const char *borough,
    const char *type, const char *first, const char *today, int64_t most,
    fitting_offer_fn *fn, void *arg, struct err *e)
{
	struct fitting_offer o = no_offer();
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, providers ? Q_FITTING_DID_PROVIDER :
	    Q_FITTING_DID, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ssssl", borough, type, first, today,
	    most)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		o.employer = db_int(s, 0);
		o.partner = db_int(s, 1);
		o.name = db_text(s, 2);
		o.sector = db_text(s, 3);
		o.boroughs = db_text(s, 4);
		o.not_before = db_text(s, 5);
		o.times = db_int(s, 6);
		o.last = db_text(s, 7);
		o.where = db_text(s, 8);
		fn(arg, &o);
	}
	return st;
}

static enum status
each_asked(struct stmt *s, fitting_asked_fn *fn, void *arg, struct err *e)
{
	enum status st;
	bool more;

	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct fitting_asked){
			.employer = db_int(s, 0), .partner = db_int(s, 1),
			.request = db_int(s, 2), .status = db_text(s, 3),
			.day = db_text(s, 4), .who = db_text(s, 5),
			.reason = db_text(s, 6),
		});
	return st;
}

enum status
fitting_asked(struct db *db, const char *first, int64_t request,
    fitting_asked_fn *fn, void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, Q_FITTING_ASKED, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "sz", first, request)) != ST_OK)
		return st;
	return each_asked(s, fn, arg, e);
}

enum status
fitting_asked_one(struct db *db, int64_t employer, int64_t partner,
    fitting_asked_fn *fn, void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;

	if ((st = db_stmt(db, Q_FITTING_ASKED_ONE, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "zz", employer, partner)) != ST_OK)
		return st;
	return each_asked(s, fn, arg, e);
}

enum status
fitting_requests(struct db *db, int64_t school, const char *kind,
    void (*fn)(void *, const struct fitting_request *), void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st = db_stmt(db, school != 0 ? Q_FITTING_SCHOOL :
	    Q_FITTING_REQUESTS, &s, e);
	bool more;

	if (st == ST_OK)
		st = school != 0 ? db_bindf(s, e, "l", school) :
		    db_bindf(s, e, "s", kind);
	if (st != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, &(struct fitting_request){
			.id = db_int(s, 0), .title = db_text(s, 1),
			.kind = db_text(s, 2), .sector = db_text(s, 3),
			.groups = db_text(s, 4), .pupils = number(s, 5),
			.by = db_text(s, 6), .school = db_text(s, 7),
			.borough = db_text(s, 8), .status = db_text(s, 9),
		});
	return st;
}

/* --- rules --------------------------------------------------------------- */

enum status
request_asked(struct db *db, int64_t request,
    void (*fn)(void *, const char *, const char *, int64_t), void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_REQUEST_ASKED, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", request)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_text(s, 1), db_int(s, 2));
	return st;
}

enum status
requests_of_encounter(struct db *db, int64_t encounter, struct db_ids *out,
    struct err *e)
{
	return db_get_ids(db, Q_REQUESTS_OF_ENCOUNTER, out, e, "l",
	    encounter);
}
