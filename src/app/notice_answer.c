/* notice_answer.c - an answer to a notice answers all it was chased with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include "app/record.h"
#include "base/date.h"
#include "db/notice.h"
#include "model/fields.h"
#include "model/tables.h"

#define UNSENT		"to send"
#define LEFT_OUT	"left out"

static bool
is_closed(const struct row *r)
{
	return row_is(r, F_recipient_status, "replied") ||
	    row_is(r, F_recipient_status, "declined");
}

/* "by friday": they are asked again that day, if nothing has come. */
static void
promised(struct app *app, struct row *row)
{
	const char *reply = row_get(row, F_recipient_reply);
	char iso[11];
	int day;

	if (!str_istarts(reply, "by ") || date_parse(reply + 3, app->today,
	    DATE_FORWARD, &day, NULL) != ST_OK)
		return;
	day_iso(day, iso);
	row_set(row, F_recipient_next, iso);
}

enum status
recipient_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	if (old == NULL && row->id == 0 && !app->step.goes_on)
		return notice_by_hand(app, row, e);
	if (old == NULL || !is_closed(row) || app->step.goes_on)
		return ST_OK;
	if (!is_closed(old) && row_same(old, row, F_recipient_next))
		row_set(row, F_recipient_next, "");
	if (!row_same(old, row, F_recipient_reply))
		promised(app, row);
	return ST_OK;
}

/* Is R the same one, on another notice: of the place, else the person? */
static bool
is_twin(const struct row *r, const struct row *of)
{
	int64_t a, b;

	(void)notice_place(r, &a);
	(void)notice_place(of, &b);
	return r->id != of->id && a == b &&
	    (a != 0 || row_ref(r, F_recipient_contact) ==
	    row_ref(of, F_recipient_contact)) &&
	    !row_is(r, F_recipient_status, LEFT_OUT);
}

static enum status
answer_twin(struct app *app, const struct row *twin, const struct row *row,
    struct err *e)
{
	static const int same[] = { F_recipient_reply, F_recipient_replied };
	struct row *mine = row_copy(twin);
	bool was = app->step.goes_on;
	enum status st;

	if (is_closed(row))
		row_set(mine, F_recipient_status,
		    row_get(row, F_recipient_status));
	else
		row_set(mine, F_recipient_status,
		    row_is_empty(twin, F_recipient_sent) ? UNSENT : "sent");
	for (size_t i = 0; i < COUNT_OF(same); i++)
		row_set(mine, same[i], row_get(row, same[i]));
	row_set(mine, F_recipient_next, "");
	app->step.goes_on = true;
	st = record_change(app, twin, mine, NULL, e);
	app->step.goes_on = was;
	row_free(mine);
	return st;
}

static enum status
answer_twins(struct app *app, int64_t notice, const struct row *row,
    struct err *e)
{
	struct notice_present now;
	enum status st = notice_present_read(app, notice, &now, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < now.n && st == ST_OK; i++)
		if (is_twin(now.v[i], row) &&
		    (is_closed(now.v[i]) != is_closed(row) ||
		    !row_same(now.v[i], row, F_recipient_reply)))
			st = answer_twin(app, now.v[i], row, e);
	notice_present_clear(&now);
	return st;
}

/* What one answers is answered wherever they were asked for it. */
enum status
recipient_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct db_ids chain;
	enum status st;

	if (old == NULL || (is_closed(old) == is_closed(row) &&
	    row_same(old, row, F_recipient_reply)))
		return ST_OK;
	st = notice_chain(app->db, row_ref(row, F_recipient_notice), &chain,
	    e);
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < chain.n && st == ST_OK; i++)
		st = answer_twins(app, chain.v[i], row, e);
	db_ids_clear(&chain);
	return st;
}
