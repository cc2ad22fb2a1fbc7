/* erase_who.c - who is erased: the records of the person, what they are called.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/erase_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "db/erase.h"
#include "db/store.h"
#include "model/plain_words.h"
#include "model/tables.h"

#define LONG	5	/* letters of a surname that is no part of another word */

struct who {
	struct app	*app;
	struct erase	*x;
};

/* Somebody else who has all WORDS in their names. */
static enum status
others(struct who *w, const struct strs *words, bool *are, struct err *e)
{
	size_t n = 0;
	enum status st = erase_namesakes(w->app->db, w->x->own, w->x->nown,
	    words, &n, e);

	*are = n > 0;
	return st;
}

/* Is WORD the surname of NAME, or a part of it, as of Ozzard-Lane? */
static bool
is_last(const char *name, const char *word)
{
	struct strs parts = { 0 }, words = { 0 };
	bool is = false;

	str_words(&parts, name);
	for (size_t i = parts.n; i-- > 1 && words.n == 0; )
		mention_words(parts.v[i], &words);
	is = strs_has(&words, word);
	strs_clear(&parts);
	strs_clear(&words);
	return is;
}

/* A surname nobody has, no organisation either, and that is no other word, is
 * the person's wherever it stands. */
static enum status
add_surname(struct who *w, const char *word, struct err *e)
{
	size_t n = 0;
	enum status st = erase_organisations(w->app->db, word, &n, e);

	if (st == ST_OK && n == 0 && !plain_word(word))
		mention_surname(&w->x->of, word);
	return st;
}

/* A word of the name that only this person has. */
static enum status
add_word(struct who *w, const char *name, char *word, bool *shared,
    struct err *e)
{
	struct strs one = { .v = &word, .n = 1 };
	enum status st = others(w, &one, shared, e);

	if (st != ST_OK || *shared)
		return st;
	mention_word(&w->x->of, word);
	return is_last(name, word) ? add_surname(w, word, e) : ST_OK;
}

/* TEXT, written together as in a user name, when it is nobody else's. */
static enum status
add_together(struct who *w, char *text, struct err *e)
{
	struct strs one = { .v = &text, .n = 1 };
	bool are = false;
	enum status st = others(w, &one, &are, e);

	if (st == ST_OK && !are)
		st = add_surname(w, text, e);
	free(text);
	return st;
}

/* ZebedeeQuillifer, zquillifer, Quillifers: all of them when nobody else has the
 * surname, which is long enough to be no other word's end. */
static enum status
add_run(struct who *w, const char *first, const char *last, struct err *e)
{
	bool alone = strs_has(&w->x->of.alone, last) && strlen(last) >= LONG;
	bool initial = alone && (unsigned char)*first < 0x80;
	enum status st = ST_OK;

	if (strlen(first) + strlen(last) > LONG)
		st = add_together(w, xasprintf("%s%s", first, last), e);
	if (st == ST_OK && strlen(first) + strlen(last) > LONG)
		st = add_together(w, xasprintf("%s%s", last, first), e);
	if (st == ST_OK && initial)
		st = add_together(w, xasprintf("%c%s", *first, last), e);
	if (st == ST_OK && initial)
		st = add_together(w, xasprintf("%s%c", last, *first), e);
	if (st == ST_OK && alone)
		st = add_together(w, xasprintf("%ss", last), e);
	return st;
}

static enum status
add_name(struct who *w, const char *name, struct err *e)
{
	struct strs words = { 0 };
	bool whole = false, last = false;
	enum status st = ST_OK;

	mention_words(name, &words);
	for (size_t i = 0; i < words.n && st == ST_OK; i++) {
		if (strlen(words.v[i]) > 1 || i + 1 == words.n)
			mention_part(&w->x->of, words.v[i]);
		st = add_word(w, name, words.v[i], &last, e);
	}
	if (st == ST_OK && words.n > 1)
		st = others(w, &words, &whole, e);
	if (st == ST_OK)
		mention_name(&w->x->of, name, whole ? OTHERS_NAME : last ?
		    OTHERS_SURNAME : OTHERS_NOT);
	if (st == ST_OK && words.n > 1 && !whole)
		st = add_run(w, words.v[0], words.v[words.n - 1], e);
	strs_clear(&words);
	return st;
}

/* One-line personal fields: a name, an address, a number. */
static enum status
add_value(struct who *w, const struct field *f, const char *value,
    struct err *e)
{
	if (f->type != FT_TEXT || !(f->flags & FF_PERSON) ||
	    str_empty(value))
		return ST_OK;
	if (f->flags & FF_NAME)
		return str_eq(value, ERASED_NAME) ? ST_OK :
		    add_name(w, value, e);
	mention_email(&w->x->of, value);
	if (strchr(value, '@') == NULL)
		mention_phone(&w->x->of, value);
	return ST_OK;
}

static enum status
add_row(struct who *w, const struct row *r, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < r->ent->nfields && st == ST_OK; i++) {
		const struct field *f = &r->ent->fields[i];

		if (f->type != FT_SET) {
			st = add_value(w, f, row_get(r, (int)i), e);
			continue;
		}
		for (size_t k = 0; (f->flags & FF_NAME) && st == ST_OK &&
		    k < r->sets[i].n; k++)
			st = add_name(w, r->sets[i].m[k].v[0], e);
	}
	return st;
}

static enum status
add_json(struct who *w, const char *json, struct err *e)
{
	struct row *r;
	enum status st;

	if (json == NULL)
		return ST_OK;
	r = row_new(entities[ENT_contact]);
	st = store_from_json(w->app->db, json, r, e);
	if (st == ST_OK)
		st = add_row(w, r, e);
	row_free(r);
	return st;
}

/* What they were called before counts too. */
static enum status
add_change(void *arg, const struct change *c, struct err *e)
{
	struct who *w = arg;
	const struct entity *ent = entities[ENT_contact];
	enum status st;
	int f;

	w->x->changes++;
	if (c->field[0] == '\0') {
		st = add_json(w, c->old, e);
		return st == ST_OK ? add_json(w, c->new, e) : st;
	}
	if ((f = entity_field(ent, c->field)) < 0)
		return ST_OK;
	if (ent->fields[f].type == FT_SET)
		return (ent->fields[f].flags & FF_NAME) ?
		    add_name(w, c->member, e) : ST_OK;
	st = add_value(w, &ent->fields[f], c->old, e);
	return st == ST_OK ? add_value(w, &ent->fields[f], c->new, e) : st;
}

static enum status
called(struct who *w, int64_t id, struct err *e)
{
	const struct entity *ent = entities[ENT_contact];
	struct row *r;
	enum status st = store_load(w->app->db, ent, id, false, &r, e);

	if (st != ST_OK)
		return st;
	st = add_row(w, r, e);
	row_free(r);
	return st == ST_OK ? steps_record(w->app->db, ent->id, id, 0,
	    add_change, w, e) : st;
}

enum status
erase_who(struct app *app, struct erase *x, struct err *e)
{
	struct who w = { app, x };
	enum status st = erase_copies(app->db, x->id, &x->own, &x->nown, e);

	for (size_t i = 0; i < x->nown && st == ST_OK; i++)
		st = called(&w, x->own[i], e);
	return st;
}

bool
erase_is_own(const struct erase *x, int64_t id)
{
	for (size_t i = 0; i < x->nown; i++)
		if (x->own[i] == id)
			return true;
	return false;
}
