/* notice_chase.c - those who have not answered are asked again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/rulebook.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/notice.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/letter.h"
#include "model/tables.h"

#define ANSWER_IN	7		/* days */

enum status
notice_book(struct app *app, struct letter_book **out, struct err *e)
{
	struct rulebook b;
	enum status st = rulebook_open(app->opt, "notice-templates.csv", &b,
	    e);

	if (st != ST_OK)
		return st;
	st = letter_book_read(b.hub.text != NULL ? &b.hub : NULL, out, e);
	rulebook_close(&b);
	return st;
}

/* Of whose text nothing is known. */
static enum status
no_form(const struct letter_book *book, const char *name, struct err *e)
{
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < book->n; i++)
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", book->v[i].name);
	st = err_field(e, ST_INVALID, "template", "there is no template \"%s\":"
	    " write one of %s, or a text of your own", name, b.p);
	buf_clear(&b);
	return st;
}

/* A text that is still to be written begins with that of the template. */
enum status
notice_word(struct app *app, struct row *row, struct err *e)
{
	const struct letter_form *f;
	const char *name = row_get(row, F_notice_template);
	struct letter_book *book;
	enum status st;

	if (row_is_empty(row, F_notice_template) ||
	    !row_is_empty(row, F_notice_body))
		return ST_OK;
	if ((st = notice_book(app, &book, e)) != ST_OK)
		return st;
	f = letter_book_find(book, name);
	if (f == NULL) {
		st = no_form(book, name, e);
	} else {
		row_set(row, F_notice_body, f->body);
		if (row_is_empty(row, F_notice_role))
			row_set(row, F_notice_role, f->role);
	}
	letter_book_free(book);
	return st;
}

/* --- what goes on from what was asked ------------------------------------ */

struct asked {
	int64_t		 key;		/* the place, else the person */
	struct row	*open;		/* newest that waits for an answer */
	int64_t		 first;		/* who was asked first; 0 nobody */
};
struct chasing {
	struct app	*app;
	const struct letter_form *form;
	int64_t		 notice;	/* the new one */
	struct row	*of;		/* the newest of the chain */
	struct row	*first;
	struct db_ids	 chain;
	struct asked	*asked;		/* as they are met, newest first */
	size_t		 n, nopen;
	struct strs	*left;		/* who may not be asked, and why */
};

/* The first of the chain, and the newest: that is chased. */
static enum status
read_chain(struct chasing *c, int64_t id, struct err *e)
{
	const struct entity *ent = entities[ENT_notice];
	enum status st = notice_chain(c->app->db, id, &c->chain, e);

	if (st != ST_OK)
		return st;
	st = store_load(c->app->db, ent, c->chain.v[0], false, &c->first, e);
	return st != ST_OK ? st : store_load(c->app->db, ent,
	    c->chain.v[c->chain.n - 1], false, &c->of, e);
}

static void
put_day(struct row *r, int f, int day)
{
	char iso[11];

	day_iso(day, iso);
	row_set(r, f, iso);
}

static void
put_title(struct row *r, const struct chasing *c)
{
	const char *value[LETTER_WORDS] = {
		[LETTER_TITLE] = row_get(c->first, F_notice_title) };
	struct buf b;

	buf_init(&b, BUF_LINE);
	letter_fill(c->form->title, value, &b);
	row_set(r, F_notice_title, b.p);
	buf_clear(&b);
}

static enum status
add_notice(struct chasing *c, struct err *e)
{
	static const int same[] = { F_notice_sender, F_notice_reply_to };
	struct row *r = record_new(c->app, entities[ENT_notice]);
	long attempt = row_int(c->of, F_notice_attempt, 1) + 1;
	char number[24];
	enum status st;

	for (size_t i = 0; i < COUNT_OF(same); i++)
		row_set(r, same[i], row_get(c->of, same[i]));
	set_copy(row_members(r, F_notice_benchmarks), row_members(c->of,
	    F_notice_benchmarks), r->ent->fields[F_notice_benchmarks].set);
	put_title(r, c);
	snprintf(number, sizeof number, "%ld", attempt);
	row_set(r, F_notice_attempt, number);
	row_set(r, F_notice_template, c->form->name);
	row_set_ref(r, F_notice_follows, "notice", c->of->id);
	put_day(r, F_notice_due, c->app->today + ANSWER_IN);
	st = record_add(c->app, r, e);
	c->notice = r->id;
	row_free(r);
	return st;
}

static bool
is_open(const struct row *r)
{
	return row_is(r, F_recipient_status, "sent") ||
	    row_is(r, F_recipient_status, "bounced");
}

static struct asked *
find_asked(struct chasing *c, const struct row *r)
{
	int64_t place;

	(void)notice_place(r, &place);
	if (place == 0)
		place = row_ref(r, F_recipient_contact);
	for (size_t i = 0; i < c->n; i++)
		if (c->asked[i].key == place)
			return &c->asked[i];
	c->asked = xreallocarray(c->asked, c->n + 1, sizeof *c->asked);
	c->asked[c->n] = (struct asked){ .key = place };
	return &c->asked[c->n++];
}

/* Whoever is open on a newer notice of the chain is not asked twice; the
 * oldest notice says who was asked first. */
static enum status
add_open(struct chasing *c, int64_t id, struct err *e)
{
	struct asked *a;
	struct row *r;
	enum status st = store_load(c->app->db, entities[ENT_recipient], id,
	    false, &r, e);

	if (st != ST_OK)
		return st;
	a = find_asked(c, r);
	if (row_ref(r, F_recipient_contact) != 0)
		a->first = row_ref(r, F_recipient_contact);
	if (a->open == NULL && is_open(r)) {
		a->open = r;
		c->nopen++;
	} else {
		row_free(r);
	}
	return ST_OK;
}

/* Of the whole chain, newest first: who was left out of a reminder is still to
 * answer. */
static enum status
find_open(struct chasing *c, struct err *e)
{
	struct db_ids ids;
	enum status st = ST_OK;

	for (size_t k = c->chain.n; k > 0 && st == ST_OK; k--) {
		st = notice_recipients(c->app->db, c->chain.v[k - 1], &ids, e);
		if (st != ST_OK)
			return st;
		for (size_t i = 0; i < ids.n && st == ST_OK; i++)
			st = add_open(c, ids.v[i], e);
		db_ids_clear(&ids);
	}
	return st;
}

/* Whom A's reminder goes to. */
static enum status
add_turn(struct chasing *c, const struct asked *a, struct notice_people *l,
    struct err *e)
{
	const struct notice_turn turn = { c->form->role,
	    row_get(c->first, F_notice_role), a->first };
	struct notice_people may;
	const struct notice_to *to;
	struct buf why;
	enum status st = notice_next(c->app, a->open, &turn, &may, e);

	buf_init(&why, BUF_LINE);
	if (st == ST_OK) {
		to = &may.v[notice_pick(&may, c->nopen > 1, c->app->today,
		    &why)];
		st = notice_add(c->app, l, to->ent, to->place, to->contact,
		    to->verdict.role, c->app->today, to->place != 0, e);
	}
	if (st == ST_OK && why.n > 0) {
		strs_add(&l->kept, why.p);
		l->v[l->n - 1].instead = l->kept.v[l->kept.n - 1];
	}
	buf_clear(&why);
	notice_people_clear(&may);
	return st;
}

static enum status
add_recipient(struct chasing *c, const struct notice_to *to, struct err *e)
{
	struct row *r = record_new(c->app, entities[ENT_recipient]);
	enum status st;

	row_set_ref(r, F_recipient_notice, "notice", c->notice);
	st = notice_add_recipient(c->app, r, to, e);
	if (st == ST_OK && to->verdict.why != AUDIENCE_GETS)
		notice_tell_left(c->app, r, c->left);
	row_free(r);
	return st;
}

static enum status
add_recipients(struct chasing *c, struct err *e)
{
	struct notice_people l = { 0 };
	enum status st = find_open(c, e);

	if (st == ST_OK)
		st = notice_for_volunteers(c->app, c->of->id, &l.volunteers,
		    e);
	for (size_t i = 0; i < c->n && st == ST_OK; i++)
		if (c->asked[i].open != NULL)
			st = add_turn(c, &c->asked[i], &l, e);
	if (st == ST_OK && l.n == 0)
		st = err_set(e, ST_INVALID, "Nobody is left to ask: all who "
		    "were sent \"%s\" have answered.",
		    row_get(c->of, F_notice_title));
	notice_judge(&l, false, c->app->today);
	for (size_t i = 0; i < l.n && st == ST_OK; i++)
		st = add_recipient(c, &l.v[i], e);
	if (st == ST_OK && c->left->n == l.n)
		st = err_set(e, ST_INVALID, "Nobody is left to ask: who has not"
		    " answered \"%s\" may not be written to.",
		    row_get(c->of, F_notice_title));
	notice_people_clear(&l);
	return st;
}

static enum status
may_chase(const struct chasing *c, struct err *e)
{
	if (row_is(c->of, F_notice_status, "sent"))
		return ST_OK;
	return err_set(e, ST_INVALID, "\"%s\" has not been sent yet: send it "
	    "before its open answers are chased.",
	    row_get(c->of, F_notice_title));
}

enum status
notice_chase(struct app *app, int64_t id, int64_t *out, struct strs *left,
    struct err *e)
{
	struct chasing c = { .app = app, .left = left };
	struct letter_book *book;
	enum status st = notice_book(app, &book, e);

	if (st != ST_OK)
		return st;
	if ((st = read_chain(&c, id, e)) == ST_OK &&
	    (st = may_chase(&c, e)) == ST_OK) {
		c.form = letter_book_attempt(book, (int)row_int(c.of,
		    F_notice_attempt, 1) + 1);
		if ((st = add_notice(&c, e)) == ST_OK)
			st = add_recipients(&c, e);
	}
	*out = c.notice;
	db_ids_clear(&c.chain);
	for (size_t i = 0; i < c.n; i++)
		row_free(c.asked[i].open);
	free(c.asked);
	row_free(c.of);
	row_free(c.first);
	letter_book_free(book);
	return st;
}
