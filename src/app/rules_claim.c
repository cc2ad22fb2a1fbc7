/* rules_claim.c - rules of claims and their lines.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_claim.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim.h"
#include "app/claim_once.h"
#include "app/text.h"
#include "app/users.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* A record that a file brings with its code is as it was there. */
static bool
is_brought(const struct row *old, const struct row *row)
{
	return old == NULL && row->id != 0;
}

/* --- claims --------------------------------------------------------------- */

/* What stays as it was submitted. */
static const int kept[] = { F_claim_cluster, F_claim_funding, F_claim_funder,
    F_claim_from, F_claim_to, F_claim_amount, F_claim_frozen };

static enum status
check_kept(const struct row *old, const struct row *row, struct err *e)
{
	/* Else what it counts could be claimed again. */
	if (row_is_empty(old, F_claim_archived) &&
	    !row_is_empty(row, F_claim_archived))
		return err_field(e, ST_CONFLICT, "archived", "This claim is %s"
		    " and stays: what it counts was claimed. Withdraw it "
		    "first: undo takes the submitting back.",
		    row_get(old, F_claim_status));
	for (size_t i = 0; i < COUNT_OF(kept); i++)
		if (!row_same(old, row, kept[i]))
			return err_field(e, ST_CONFLICT,
			    row->ent->fields[kept[i]].id, "This claim is %s:"
			    " its %s stays as it was submitted.",
			    row_get(old, F_claim_status),
			    row->ent->fields[kept[i]].id);
	if (claim_is_draft(row))
		return err_field(e, ST_CONFLICT, "status", "A claim that was"
		    " submitted is no draft again: undo takes the submitting"
		    " back; or mark it queried.");
	return ST_OK;
}

/* Its figures and evidence as they are now, by whom and when. */
static enum status
freeze(struct app *app, struct row *row, struct err *e)
{
	struct claim_view v;
	struct buf b;
	char day[11];
	int64_t me;
	enum status st;

	if (row_is_empty(row, F_claim_submitted)) {
		day_iso(app->today, day);
		row_set(row, F_claim_submitted, day);
	}
	if (row_is_empty(row, F_claim_submitted_by)) {
		if ((st = users_me(app, &me, e)) != ST_OK)
			return st;
		row_set_ref(row, F_claim_submitted_by, "user", me);
	}
	if ((st = claim_read_row(app, row, &v, e)) != ST_OK)
		return st;
	buf_init(&b, BUF_ROW);
	if (row_is_empty(row, F_claim_amount) && claim_sum(&v.now) >= 0) {
		claim_number(claim_sum(&v.now), &b);
		row_set(row, F_claim_amount, b.p);
		row_set(v.row, F_claim_amount, b.p);
		buf_reset(&b);
	}
	claim_freeze(&v, &b);
	if (v.now.n == 0)
		st = err_field(e, ST_INVALID, "status", "This claim has no "
		    "lines: there is nothing to submit.");
	else if (!app->sure && (st = claim_faultless(&v, e)) != ST_OK)
		;
	else if (buf_over(&b) || b.n > 1000000)
		st = err_field(e, ST_INVALID, "status", "This claim has too "
		    "many lines: split it in two.");
	else
		row_set(row, F_claim_frozen, b.p);
	buf_clear(&b);
	claim_view_clear(&v);
	return st;
}

/* What is archived counts nothing: it is not handed in. */
static enum status
submit(struct app *app, struct row *row, struct err *e)
{
	if (!row_is_empty(row, F_claim_archived))
		return err_field(e, ST_CONFLICT, "status", "This claim is "
		    "archived: restore it first.");
	return freeze(app, row, e);
}

/* That of the grant or the cluster, when nobody says it. */
static enum status
give_funder(struct app *app, struct row *row, struct err *e)
{
	struct claim_view v;
	enum status st;

	if (!row_is_empty(row, F_claim_funder))
		return ST_OK;
	if ((st = claim_read_row(app, row, &v, e)) != ST_OK)
		return st;
	row_set(row, F_claim_funder, v.funder);
	claim_view_clear(&v);
	return ST_OK;
}

/* A grant is its funder's, and so are the claims of it. */
static enum status
check_grant(struct app *app, const struct row *row, struct err *e)
{
	struct row *grant;
	enum status st;

	if (row_ref(row, F_claim_funding) == 0)
		return ST_OK;
	st = store_load(app->db, entities[ENT_funding],
	    row_ref(row, F_claim_funding), false, &grant, e);
	if (st != ST_OK)
		return st;
	if (!claim_one_funder(row_get(row, F_claim_funder),
	    row_get(grant, F_funding_funder)))
		st = err_field(e, ST_CONFLICT, "funder", "The claim says %s,"
		    " its grant is of %s: name one funder, or another grant.",
		    row_get(row, F_claim_funder),
		    row_get(grant, F_funding_funder));
	row_free(grant);
	return st;
}

/* Who pays a draft follows its grant, unless it is said with it. */
static enum status
pay_from(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	bool moved = old != NULL && !row_same(old, row, F_claim_funding);
	bool said = old == NULL || !row_same(old, row, F_claim_funder);
	enum status st;

	if (!said && row_ref(row, F_claim_funding) != 0)
		row_set(row, F_claim_funder, "");
	st = give_funder(app, row, e);
	if (st == ST_OK && (moved || said || !claim_is_draft(row)))
		st = check_grant(app, row, e);
	return st;
}

/* May what its lines count be counted elsewhere, as ROW is to be? */
static bool
may_count_more(const struct row *old, const struct row *row)
{
	return row_is_empty(row, F_claim_archived) &&
	    (!row_same(old, row, F_claim_archived) ||
	    !row_same(old, row, F_claim_funder) ||
	    !row_same(old, row, F_claim_funding) ||
	    !row_same(old, row, F_claim_cluster) ||
	    (claim_is_draft(old) && !claim_is_draft(row)));
}

enum status
claim_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	bool paid = row_is(row, F_claim_status, "paid") &&
	    (old == NULL || !row_is(old, F_claim_status, "paid"));
	bool more = old != NULL && may_count_more(old, row);
	char day[11];
	enum status st = ST_OK;

	if (is_brought(old, row) || row_is_empty(row, F_claim_status))
		return ST_OK;
	if (old != NULL && !claim_is_draft(old) &&
	    !row_is_empty(old, F_claim_status))
		st = check_kept(old, row, e);
	else
		st = pay_from(app, old, row, e);
	if (st == ST_OK && more)
		st = claim_once(app, row, e);
	if (st == ST_OK && !claim_is_draft(row) &&
	    (old == NULL || claim_is_draft(old) ||
	    row_is_empty(old, F_claim_status)))
		st = submit(app, row, e);
	if (st == ST_OK && paid && row_is_empty(row, F_claim_paid)) {
		day_iso(app->today, day);
		row_set(row, F_claim_paid, day);
	}
	return st;
}

/* --- lines ---------------------------------------------------------------- */

/* Lines of CLAIM stand as they were submitted. */
static enum status
check_draft(struct app *app, int64_t claim, struct err *e)
{
	struct row *r;
	struct buf title;
	enum status st = store_load(app->db, entities[ENT_claim], claim,
	    false, &r, e);

	if (st != ST_OK)
		return st;
	if (!claim_is_draft(r)) {
		buf_init(&title, BUF_LINE);
		title_text(app, r->ent, claim, &title);
		st = err_field(e, ST_CONFLICT, "claim", "The claim %s is %s:"
		    " its lines stay as they were submitted.", title.p,
		    row_get(r, F_claim_status));
		buf_clear(&title);
	}
	row_free(r);
	return st;
}

struct worth {
	const char	*deliverable;
	double		 rate;
};

static void
on_goal(void *arg, const struct claim_goal *g)
{
	struct worth *w = arg;

	if (g->rate >= 0 && str_eq(g->deliverable, w->deliverable))
		w->rate = g->rate;
}

/* A new line is worth what its deliverable gives, times how many. */
static enum status
give_amount(struct app *app, struct row *row, struct err *e)
{
	struct worth w = { row_get(row, F_line_deliverable), -1 };
	double many = strtod(row_get(row, F_line_quantity), NULL);
	struct row *claim;
	struct buf b;
	enum status st;

	if (!row_is_empty(row, F_line_amount))
		return ST_OK;
	st = store_load(app->db, entities[ENT_claim],
	    row_ref(row, F_line_claim), false, &claim, e);
	if (st != ST_OK)
		return st;
	st = claim_goals_of(app->db, row_ref(claim, F_claim_cluster), 0,
	    on_goal, &w, e);
	if (st == ST_OK && w.rate >= 0) {
		buf_init(&b, BUF_LINE);
		claim_number(w.rate * many, &b);
		row_set(row, F_line_amount, b.p);
		buf_clear(&b);
	}
	row_free(claim);
	return st;
}

static bool
changes(const struct row *old, const struct row *row)
{
	for (size_t i = 0; i < row->ent->nfields; i++)
		if ((int)i != F_line_note && !row_same(old, row, (int)i))
			return true;
	return false;
}

enum status
line_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t claim = row_ref(row, F_line_claim);
	enum status st = ST_OK;

	if (claim == 0)
		return ST_OK;
	if (is_brought(old, row))
		return line_once(app, row, e);
	if (old != NULL && changes(old, row) &&
	    row_ref(old, F_line_claim) != 0)
		st = check_draft(app, row_ref(old, F_line_claim), e);
	if (st == ST_OK && (old == NULL || !row_same(old, row, F_line_claim)))
		st = check_draft(app, claim, e);
	if (st == ST_OK && (old == NULL || changes(old, row)))
		st = line_once(app, row, e);
	if (st == ST_OK && old == NULL)
		st = give_amount(app, row, e);
	return st;
}

enum status
pilot_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	char day[11];

	(void)e;
	if (is_brought(old, row) || !row_is_empty(row, F_pilot_to) ||
	    !str_in(row_get(row, F_pilot_status), "completed stopped") ||
	    (old != NULL && row_same(old, row, F_pilot_status)))
		return ST_OK;
	day_iso(app->today, day);
	row_set(row, F_pilot_to, day);
	return ST_OK;
}
