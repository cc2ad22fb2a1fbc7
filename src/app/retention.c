/* retention.c - who is kept longer than there is reason to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/retention.h"

#include <stdlib.h>

#include "app/options.h"
#include "app/record.h"
#include "app/report.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/db.h"
#include "model/fields.h"
#include "model/id.h"

#define DAY_MS	INT64_C(86400000)

struct kept {
	int64_t	 id, role;	/* role: the last, 0 none */
	int	 since;
};
struct list {
	struct kept	*v;
	size_t		 n;
};

int
retention_from(const struct app *app)
{
	long years = option_int(app->opt, OPT_RETENTION_YEARS);
	int y, m, d;

	day_to_ymd(app->today, &y, &m, &d);
	if (m == 2 && d == 29)
		d = 28;
	return day_from_ymd(y - (int)years, m, d);
}

enum status
retention_hold(struct app *app, int64_t contact, int *day, struct buf *who,
    struct err *e)
{
	const char *all = option_text(app->opt, OPT_HOLD_UNTIL);
	struct stmt *st;
	char today[11];
	enum status s;
	bool more;

	day_iso(app->today, today);
	*day = *all != '\0' ? day_from_iso(all) : DAY_NONE;
	if (*day != DAY_NONE && *day < app->today)
		*day = DAY_NONE;
	if ((s = db_stmt(app->db, Q_RETENTION_HOLD, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "ls", contact, today)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	if (more && (*day == DAY_NONE ||
	    day_from_iso(db_text(st, 0)) > *day)) {
		*day = day_from_iso(db_text(st, 0));
		buf_add(who, db_text(st, 1));
	} else if (*day != DAY_NONE) {
		buf_add(who, "[retention] hold_until");
	}
	if (more)
		db_done(st);
	return ST_OK;
}

static int
longest_first(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;

	if (x->since != y->since)
		return x->since < y->since ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* Read whole before it is told: what is told reads more. */
static enum status
read_list(struct app *app, struct list *out, struct err *e)
{
	int from = retention_from(app);
	struct stmt *st;
	char iso[11];
	enum status s;
	bool more;

	*out = (struct list){ NULL, 0 };
	day_iso(from, iso);
	if ((s = db_stmt(app->db, Q_RETENTION_LIST, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "sl", iso,
	    id_make(from * DAY_MS, 0, 0))) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		int64_t id = db_int(st, 0);

		out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
		out->v[out->n++] = (struct kept){ id, db_int(st, 1),
		    db_null(st, 2) ? (int)(id_ms(id) / DAY_MS) :
		    day_from_iso(db_text(st, 2)) };
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, longest_first);
	return s;
}

/* "was careers leader at Northgate School" */
static enum status
add_why(struct app *app, const struct kept *k, struct report *r,
    struct err *e)
{
	struct row *role;
	struct buf b;
	enum status st;

	if (k->role == 0) {
		report_cell(r, "has never had a role");
		return ST_OK;
	}
	st = record_load(app, entities[ENT_role], k->role, &role, e);
	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "was %s at ", row_get(role, F_role_role));
	value_shown(app, role, F_role_organisation, &b);
	report_cell(r, b.p);
	report_opens(r, role->ent, role->id);
	buf_clear(&b);
	row_free(role);
	return ST_OK;
}

static enum status
add_row(struct app *app, const struct kept *k, struct report *r, bool *held,
    struct err *e)
{
	struct buf b;
	char iso[11];
	enum status st;
	int until;

	buf_init(&b, BUF_LINE);
	title_text(app, entities[ENT_contact], k->id, &b);
	report_cell(r, b.p);
	report_opens(r, entities[ENT_contact], k->id);
	day_iso(k->since, iso);
	report_cell(r, iso);
	st = add_why(app, k, r, e);
	buf_reset(&b);
	if (st == ST_OK)
		st = retention_hold(app, k->id, &until, &b, e);
	if (st == ST_OK && until != DAY_NONE) {
		*held = true;
		day_iso(until, iso);
		report_cellf(r, "%s, %s", iso, b.p);
	} else if (st == ST_OK) {
		report_cell(r, "");
	}
	buf_clear(&b);
	return st;
}

enum status
retention_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct list l;
	char day[24];
	bool held = false;
	enum status st = read_list(app, &l, e);

	(void)args;
	day_long(retention_from(app), day);
	report_begin(r, "Retention", app->today);
	r->flat = true;
	report_source(r, "People without a role since before %s "
	    "([retention] years = %ld).", day,
	    option_int(app->opt, OPT_RETENTION_YEARS));
	report_table(r, "", "Person|Since|Why|Held until");
	for (size_t i = 0; i < l.n && st == ST_OK; i++)
		st = add_row(app, &l.v[i], r, &held, e);
	if (l.n == 0)
		report_note(r, "Nobody is kept that long.");
	report_note(r, "Since: the end of the last role; without one, when the"
	    " record was made. Each is erased by itself: caseload erase"
	    " contact/REF, or X on the person's record.");
	report_note(r, "Held until: a funder of a cluster of theirs wants what"
	    " is kept until that day, or [retention] hold_until does.");
	if (held)
		report_note(r, "Who is held is erased before that day only for"
		    " a right that goes before it: caseload erase contact/REF"
		    " --despite-hold.");
	free(l.v);
	return st;
}
