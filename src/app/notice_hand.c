/* notice_hand.c - a recipient that somebody adds to a notice.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

#define UNSENT		"to send"
#define LEFT_OUT	"left out"

/* Is R, which the notice has, for the same? A person may get it for each of
 * several places, and once for none. */
static bool
is_same(const struct row *r, int64_t place, int64_t contact)
{
	int64_t at, who = row_ref(r, F_recipient_contact);

	(void)notice_place(r, &at);
	return contact == 0 ? at == place :
	    who == contact && (at == place || at == 0 || place == 0);
}

static enum status
refuse_twice(const struct row *r, struct err *e)
{
	return row_is(r, F_recipient_status, LEFT_OUT) ?
	    err_field(e, ST_CONFLICT, "contact", "They are there already, left"
	    " out: %s.", row_get(r, F_recipient_reason)) :
	    err_field(e, ST_CONFLICT, "contact", "They get it once already"
	    " (%s).", row_get(r, F_recipient_status));
}

static void
tell_left_out(struct app *app, const struct row *row)
{
	int64_t place, contact = row_ref(row, F_recipient_contact);
	enum entity_no ent = notice_place(row, &place);
	struct buf who;

	buf_init(&who, BUF_LINE);
	if (contact != 0)
		title_text(app, entities[ENT_contact], contact, &who);
	else
		title_text(app, entities[ent], place, &who);
	app_notice(app, xasprintf("%s is left out: %s.", who.p,
	    row_get(row, F_recipient_reason)));
	buf_clear(&who);
}

/* Of a place alone it is whom the notice goes to there; a person alone is asked
 * where they work. */
static enum status
judge(struct app *app, struct row *row, const struct row *notice,
    const struct notice_present *now, struct err *e)
{
	struct notice_people l = { 0 };
	int64_t place, contact = row_ref(row, F_recipient_contact);
	enum entity_no ent = notice_place(row, &place);
	int day = notice_day(app, notice);
	struct buf ref;
	enum status st;

	buf_init(&ref, BUF_LINE);
	value_text(app, row, place != 0 ? F_recipient_organisation :
	    F_recipient_contact, &ref);
	st = contact != 0 && place != 0 ?
	    notice_add(app, &l, ent, place, contact, "", day, true, e) :
	    notice_audience(app, ref.p, row_get(notice, F_notice_role), day,
	    notice_to_others(now, 0), &l, e);
	buf_clear(&ref);
	if (st == ST_OK && l.n > 0) {
		notice_judge(&l, notice_to_others(now, l.v[0].contact), day);
		notice_put(row, &l.v[0]);
	}
	notice_people_clear(&l);
	return st;
}

/* What was sent or answered already is only noted. */
enum status
notice_by_hand(struct app *app, struct row *row, struct err *e)
{
	int64_t id = row_ref(row, F_recipient_notice), place;
	struct notice_present now = { 0 };
	struct row *notice;
	enum status st;

	if (id == 0 || (notice_place(row, &place) == ENT_MAX &&
	    row_ref(row, F_recipient_contact) == 0))
		return ST_OK;
	st = store_load(app->db, entities[ENT_notice], id, false, &notice, e);
	if (st != ST_OK)
		return st;
	st = notice_present_read(app, id, &now, e);
	if (st == ST_OK && row_is(notice, F_notice_direction, "out") &&
	    row_is(row, F_recipient_status, UNSENT))
		st = judge(app, row, notice, &now, e);
	(void)notice_place(row, &place);
	for (size_t i = 0; i < now.n && st == ST_OK; i++)
		if (is_same(now.v[i], place, row_ref(row,
		    F_recipient_contact)))
			st = refuse_twice(now.v[i], e);
	if (st == ST_OK && row_is(row, F_recipient_status, LEFT_OUT) &&
	    !row_is_empty(row, F_recipient_reason))
		tell_left_out(app, row);
	notice_present_clear(&now);
	row_free(notice);
	return st;
}
