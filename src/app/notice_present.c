/* notice_present.c - the recipients a notice has, as they are and judged again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include <stdlib.h>

#include "app/text.h"
#include "base/mem.h"
#include "db/notice.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

void
notice_present_clear(struct notice_present *p)
{
	for (size_t i = 0; i < p->n; i++)
		row_free(p->v[i]);
	free(p->v);
}

enum status
notice_present_read(struct app *app, int64_t notice,
    struct notice_present *out, struct err *e)
{
	struct db_ids ids;
	enum status st = notice_recipients(app->db, notice, &ids, e);

	*out = (struct notice_present){ 0 };
	if (st != ST_OK)
		return st;
	out->v = xcalloc(ids.n + 1, sizeof(struct row *));
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		st = store_load(app->db, entities[ENT_recipient], ids.v[i],
		    false, &out->v[out->n], e);
		out->n += st == ST_OK;
	}
	db_ids_clear(&ids);
	if (st != ST_OK)
		notice_present_clear(out);
	return st;
}

void
notice_who(struct app *app, const struct row *r, struct buf *out)
{
	int64_t place, contact = row_ref(r, F_recipient_contact);
	enum entity_no ent = notice_place(r, &place);

	if (contact != 0)
		title_text(app, entities[ENT_contact], contact, out);
	if (contact != 0 && place != 0)
		buf_add(out, ", ");
	if (place != 0)
		title_text(app, entities[ent], place, out);
}

void
notice_tell_left(struct app *app, const struct row *r, struct strs *out)
{
	struct buf who;

	buf_init(&who, BUF_LINE);
	notice_who(app, r, &who);
	strs_take(out, xasprintf("%s is left out: %s.", who.p,
	    row_get(r, F_recipient_reason)));
	buf_clear(&who);
}

bool
notice_to_others(const struct notice_present *now, int64_t contact)
{
	bool has = false;

	for (size_t i = 0; i < now->n && !has; i++) {
		int64_t other = row_ref(now->v[i], F_recipient_contact);

		has = other != 0 && other != contact;
	}
	return has;
}

/* Is it written to several people, those left out among them? */
static bool
is_mailing(const struct notice_present *now)
{
	for (size_t i = 0; i < now->n; i++) {
		int64_t one = row_ref(now->v[i], F_recipient_contact);

		if (one != 0)
			return notice_to_others(now, one);
	}
	return false;
}

enum status
notice_judge_again(struct app *app, int64_t notice,
    const struct notice_present *now, bool (*wanted)(const struct row *),
    int day, struct notice_people *l, struct err *e)
{
	enum status st;

	*l = (struct notice_people){ 0 };
	st = notice_for_volunteers(app, notice, &l->volunteers, e);
	for (size_t i = 0; i < now->n && st == ST_OK; i++) {
		const struct row *r = now->v[i];
		int64_t place;
		enum entity_no ent = notice_place(r, &place);

		if (wanted(r))
			st = notice_add(app, l, ent, place,
			    row_ref(r, F_recipient_contact), "", day,
			    place != 0, e);
	}
	if (st == ST_OK)
		notice_judge(l, is_mailing(now), day);
	return st;
}

/* What is dated earlier goes out today. */
enum status
notice_as_of_now(struct app *app, const struct row *notice,
    struct notice_present *now, bool (*wanted)(const struct row *),
    struct err *e)
{
	int day = notice_day(app, notice);
	struct notice_people l;
	size_t k = 0;
	enum status st = notice_judge_again(app, notice->id, now, wanted,
	    day > app->today ? day : app->today, &l, e);

	for (size_t i = 0; i < now->n && st == ST_OK; i++)
		if (wanted(now->v[i])) {
			const struct notice_to *to = &l.v[k++];

			if (to->verdict.why != AUDIENCE_GETS)
				notice_put(now->v[i], to);
		}
	notice_people_clear(&l);
	return st;
}
