/* notice_letters.c - what each who gets a notice is sent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_letters.h"

#include <stdlib.h>

#include "app/notice_int.h"
#include "app/text.h"
#include "app/users.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/notice.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

void
letters_clear(struct letters *m)
{
	for (size_t i = 0; i < m->n; i++) {
		free(m->v[i].ref);
		free(m->v[i].email);
		free(m->v[i].subject);
		free(m->v[i].text);
		for (int w = 0; w < LETTER_WORDS; w++)
			free(m->v[i].value[w]);
	}
	free(m->v);
	free(m->title);
	free(m->me);
	free(m->email);
	free(m->due);
	free(m->files);
	row_free(m->notice);
}

static char *
title_of(struct app *app, enum entity_no ent, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (id != 0)
		title_text(app, entities[ent], id, &b);
	return buf_take(&b);
}

/* --- what all have ------------------------------------------------------- */

/* Its owner, else who asks for it. */
static enum status
read_me(struct letters *m, struct err *e)
{
	int64_t id = row_ref(m->notice, F_notice_owner);
	struct row *r;
	enum status st = ST_OK;

	if (id == 0)
		st = users_find(m->app, m->app->user, &id, e);
	m->me = xstrdup(m->app->user);
	m->email = xstrdup("");
	if (st != ST_OK || id == 0)
		return st;
	st = store_load(m->app->db, entities[ENT_user], id, false, &r, e);
	if (st != ST_OK)
		return st;
	free(m->me);
	free(m->email);
	m->me = xstrdup(row_is_empty(r, F_user_full_name) ?
	    row_get(r, F_user_name) : row_get(r, F_user_full_name));
	m->email = xstrdup(row_get(r, F_user_email));
	row_free(r);
	return ST_OK;
}

/* A reminder speaks of what was asked first. */
static enum status
read_title(struct letters *m, struct err *e)
{
	struct db_ids chain;
	struct row *first;
	enum status st = notice_chain(m->app->db, m->notice->id, &chain, e);

	if (st != ST_OK)
		return st;
	st = store_load(m->app->db, entities[ENT_notice], chain.v[0], false,
	    &first, e);
	db_ids_clear(&chain);
	if (st != ST_OK)
		return st;
	m->title = xstrdup(row_get(first, F_notice_title));
	row_free(first);
	return ST_OK;
}

static enum status
read_notice(struct letters *m, int64_t id, struct err *e)
{
	struct buf b;
	char day[24];
	enum status st = store_load(m->app->db, entities[ENT_notice], id,
	    false, &m->notice, e);

	if (st != ST_OK || (st = read_me(m, e)) != ST_OK ||
	    (st = read_title(m, e)) != ST_OK)
		return st;
	buf_init(&b, BUF_ROW);
	value_text(m->app, m->notice, F_notice_attachments, &b);
	m->files = buf_take(&b);
	if (row_day(m->notice, F_notice_due) != DAY_NONE) {
		day_long(row_day(m->notice, F_notice_due), day);
		m->due = xstrdup(day);
	} else if (letter_has(row_get(m->notice, F_notice_body),
	    LETTER_DUE) || letter_has(row_get(m->notice, F_notice_title),
	    LETTER_DUE)) {
		return err_field(e, ST_INVALID, "due", "The text says {due}, "
		    "but there is no day to reply by: set due.");
	}
	return ST_OK;
}

/* --- each ---------------------------------------------------------------- */

static bool
is_for(const struct row *r)
{
	return row_ref(r, F_recipient_contact) != 0 &&
	    (row_is(r, F_recipient_status, "to send") ||
	    row_is(r, F_recipient_status, "sent"));
}

static char *
filled(const char *text, const struct letter *l)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	letter_fill(text, (const char *const *)l->value, &b);
	return buf_take(&b);
}

static enum status
fill(struct letters *m, const struct notice_present *before,
    const struct row *r, struct letter *l, struct err *e)
{
	int64_t place, person = row_ref(r, F_recipient_contact);
	enum entity_no ent = notice_place(r, &place);
	struct row *contact;
	struct buf b;
	enum status st;

	st = store_load(m->app->db, entities[ENT_contact], person, true,
	    &contact, e);
	if (st != ST_OK)
		return st;
	l->value[LETTER_NAME] = xstrdup(row_get(contact, F_contact_name));
	l->value[LETTER_ORGANISATION] = place != 0 ?
	    title_of(m->app, ent, place) :
	    xstrdup(row_get(contact, F_contact_organisation));
	l->value[LETTER_SCHOOL] = xstrdup(l->value[LETTER_ORGANISATION]);
	l->value[LETTER_ME] = xstrdup(m->me);
	l->value[LETTER_DUE] = xstrdup(m->due != NULL ? m->due : "");
	l->value[LETTER_ASKED] = xstrdup(notice_asked(before, r));
	l->email = xstrdup(row_get(contact, F_contact_email));
	row_free(contact);
	buf_init(&b, BUF_ROW);
	ref_text(m->app, r->ent, r->id, &b);
	l->ref = buf_take(&b);
	l->value[LETTER_TITLE] = filled(m->title, l);
	l->subject = filled(row_get(m->notice, F_notice_title), l);
	l->text = filled(row_get(m->notice, F_notice_body), l);
	return ST_OK;
}

static enum status
add_letter(struct letters *m, const struct notice_present *before,
    const struct row *r, struct err *e)
{
	m->v = xreallocarray(m->v, m->n + 1, sizeof *m->v);
	m->v[m->n] = (struct letter){ 0 };
	return fill(m, before, r, &m->v[m->n++], e);
}

/* Judged again: much may have changed since they were chosen. */
static enum status
read_people(struct letters *m, struct err *e)
{
	struct notice_present now, before = { 0 };
	bool *was;
	enum status st = notice_present_read(m->app, m->notice->id, &now, e);

	if (st != ST_OK)
		return st;
	st = notice_asked_before(m->app, m->notice->id, &before, e);
	was = xcalloc(now.n + 1, sizeof *was);
	for (size_t i = 0; i < now.n; i++)
		was[i] = is_for(now.v[i]);
	if (st == ST_OK)
		st = notice_as_of_now(m->app, m->notice, &now, is_for, e);
	for (size_t i = 0; i < now.n && st == ST_OK; i++)
		if (is_for(now.v[i]))
			st = add_letter(m, &before, now.v[i], e);
		else if (was[i])
			notice_tell_left(m->app, now.v[i], m->left);
	free(was);
	notice_present_clear(&before);
	notice_present_clear(&now);
	return st;
}

enum status
letters_read(struct letters *m, int64_t notice, struct err *e)
{
	enum status st = read_notice(m, notice, e);

	if (st == ST_OK)
		st = read_people(m, e);
	if (st == ST_OK && m->n == 0)
		st = err_set(e, ST_INVALID, "Nobody is left whom \"%s\" would "
		    "go to.", row_get(m->notice, F_notice_title));
	return st;
}
