/* quick_cpd.c - "cpd lmi; came bell chowdhury; absent dale; +Dan Price at
 * Northgate": attendance of this week's session.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who came without a booking gets one, as a walk-in; who wants a place
 * where none is left waits.
 */
#include "app/quick_cpd.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"

static void
session_clear(struct session *s)
{
	row_free(s->cpd);
	for (size_t i = 0; i < s->nbooked; i++)
		row_free(s->booked[i]);
	free(s->booked);
	for (size_t i = 0; i < s->nplaces; i++)
		free(s->place[i].role);
	free(s->place);
}

/* --- the session --------------------------------------------------------- */

static enum status
load_session(struct reading *r, int64_t id, struct session *s, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->load(r->look->arg, entities[ENT_cpd], id,
	    &s->cpd, e);

	if (st == ST_OK)
		st = r->look->ids(r->look->arg, LOOK_BOOKINGS, id, 0, 0, &ids,
		    e);
	s->booked = xcalloc(ids.n + 1, sizeof *s->booked);
	for (size_t i = 0; st == ST_OK && i < ids.n; i++) {
		struct row *row;

		st = r->look->load(r->look->arg, entities[ENT_booking],
		    ids.v[i], &row, e);
		if (st == ST_OK && row_is(row, F_booking_status, "cancelled"))
			row_free(row);
		else if (st == ST_OK)
			s->booked[s->nbooked++] = row;
	}
	ids_clear(&ids);
	return st;
}

struct row *
session_booking(const struct session *s, int64_t contact)
{
	for (size_t i = 0; i < s->nbooked; i++)
		if (row_ref(s->booked[i], F_booking_contact) == contact)
			return s->booked[i];
	return NULL;
}

/* --- what is written ----------------------------------------------------- */

static enum status
plan_booking(struct reading *r, struct session *s, const struct place *p,
    int64_t contact)
{
	struct row *base = session_booking(s, contact), *row;

	if (base != NULL) {
		row = row_copy(base);
		row_set(row, F_booking_status, p->status);
		plan_change(r->q->plan, row_copy(base), row);
		return ST_OK;
	}
	row = fresh_row(r, ENT_booking);
	row_set_ref(row, F_booking_cpd, "cpd", s->cpd->id);
	row_set_ref(row, F_booking_contact, "contact", contact);
	row_set(row, F_booking_status, p->status);
	if (str_eq(p->status, "attended"))
		row_set(row, F_booking_walk_in, "yes");
	(void)plan_add(r->q->plan, row);
	return ST_OK;
}

static void
plan_new_role(struct reading *r, const struct place *p, int64_t contact)
{
	const struct cand *org = p->org != NO_ITEM ?
	    item_cand(&r->items.v[p->org]) : NULL;
	struct row *row;

	if (org == NULL)
		return;
	row = fresh_row(r, ENT_role);
	row_set_ref(row, F_role_contact, "contact", contact);
	row_set_ref(row, F_role_organisation, kind_entity(org->kind)->id,
	    org->id);
	row_set(row, F_role_role, p->role);
	(void)plan_add(r->q->plan, row);
}

/* A place where none is left is one on the waiting list. */
static void
mind_full(struct session *s, struct place *p, int64_t contact)
{
	const struct row *own = session_booking(s, contact);
	long most = row_int(s->cpd, F_cpd_capacity, 0);
	long taken = (long)s->given;

	if (!str_eq(p->status, "booked") || (own != NULL &&
	    row_is(own, F_booking_status, "booked")))
		return;
	for (size_t i = 0; i < s->nbooked; i++)
		taken += row_is(s->booked[i], F_booking_status, "booked") ||
		    row_is(s->booked[i], F_booking_status, "attended");
	if (most > 0 && taken >= most) {
		p->status = "waiting";
		p->is_full = true;
	} else {
		s->given++;
	}
}

static void
tell_place(struct reading *r, const struct place *p, bool walk_in)
{
	const struct cand *org = p->org != NO_ITEM ?
	    item_cand(&r->items.v[p->org]) : NULL;
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (org != NULL)
		buf_addf(&b, "(%s at %s) ", p->role, org->title);
	buf_add(&b, str_eq(p->status, "attended") ? "came" : p->status);
	if (walk_in)
		buf_add(&b, ", walk-in");
	if (p->is_full)
		buf_add(&b, ", no place is left");
	read_tell_item(r, &r->items.v[p->item], buf_take(&b));
}

static enum status
plan_place(struct reading *r, struct session *s, struct place *p,
    struct err *e)
{
	struct item *it = &r->items.v[p->item];
	int64_t contact = item_cand(it) != NULL ? item_cand(it)->id : 0;
	bool settled = true;
	enum status st;

	if (p->is_new && contact == 0) {
		if ((st = names_known(r, it, &settled, e)) != ST_OK)
			return st;
		contact = item_cand(it) != NULL ? item_cand(it)->id : 0;
	}
	if (p->is_new && !settled) {
		struct row *row = fresh_row(r, ENT_contact);

		row_set(row, F_contact_name, it->text);
		it->new_id = contact = plan_add(r->q->plan, row);
		plan_new_role(r, p, contact);
	}
	if (contact == 0)
		return ST_OK;		/* asked about, or a fault */
	mind_full(s, p, contact);
	tell_place(r, p, session_booking(s, contact) == NULL &&
	    str_eq(p->status, "attended"));
	return plan_booking(r, s, p, contact);
}

static enum status
plan_session(struct reading *r, struct session *s, struct err *e)
{
	char day[24];
	enum status st = ST_OK;

	day_long(row_day(s->cpd, F_cpd_date), day);
	read_tell(r, "session", xasprintf("%s, %s",
	    row_get(s->cpd, F_cpd_title), day), &r->parts.v[r->verb_part]);
	for (size_t i = r->verb_part + 2; i < r->parts.n && st == ST_OK; i++)
		st = session_part(r, s, i, e);
	if (st != ST_OK || (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = people_choose(r, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < s->nplaces && st == ST_OK; i++)
		st = plan_place(r, s, &s->place[i], e);
	if (s->nplaces == 0 && read_is_fine(r))
		read_fault(r, "who came? Write %s", r->verb->told.example);
	r->q->plan->did = "Attendance of";
	r->q->plan->ent = entities[ENT_cpd];
	r->q->plan->id = s->cpd->id;
	return st;
}

enum status
plan_cpd(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct session s = { 0 };
	int64_t id;
	enum status st;

	if (said == NULL)
		return ST_OK;
	st = session_find(r, said->text, &id, e);
	if (st != ST_OK || id == 0)
		return st;
	if ((st = load_session(r, id, &s, e)) == ST_OK)
		st = plan_session(r, &s, e);
	session_clear(&s);
	return st;
}
