/* erase_text.c - a person out of the values of a record and of its history.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same is done to every text of a field, now and before, so that the
 * history still leads to what is stored.
 */
#include "app/erase_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "db/erase.h"
#include "db/store.h"

enum mention_how
erase_any(const struct field *f)
{
	return str_in(f->id, "filter audience") ? MENTION_ANY :
	    (f->flags & FF_GIAS) ? MENTION_PERHAPS : MENTION_SMALL;
}

/* TEXT of F as it will be; NULL when it stays. Caller frees. */
static char *
edited(const struct mention_of *of, enum erase_how how, const struct field *f,
    const char *text)
{
	if (how == ERASE_LEAVE || text == NULL || *text == '\0')
		return NULL;
	if (how == ERASE_BLANK)
		return xstrdup("");
	return mention_replace(of, text, how == ERASE_PARTS ? MENTION_PART :
	    erase_any(f), ERASED_TEXT);
}

static bool
edit_cell(const struct mention_of *of, enum erase_how how,
    const struct field *f, char **cell)
{
	char *text = edited(of, how, f, *cell);

	if (text == NULL)
		return false;
	free(*cell);
	*cell = text;
	return true;
}

/* Members are put in again: their keys may be others. */
static bool
edit_set(const struct mention_of *of, enum erase_how how,
    const struct setdef *def, struct set *set)
{
	struct set old = { NULL, 0, 0 };
	bool changed = false;

	if (how == ERASE_BLANK) {
		changed = set->n > 0;
		set_clear(set, def);
		return changed;
	}
	set_copy(&old, set, def);
	set_clear(set, def);
	for (size_t i = 0; i < old.n; i++) {
		for (size_t k = 0; k < def->ncols; k++)
			if (erase_is_words(&def->cols[k]))
				changed |= edit_cell(of, how,
				    &def->cols[k], &old.m[i].v[k]);
		set_put(set, def, (const char *const *)old.m[i].v);
	}
	set_clear(&old, def);
	free(old.m);
	return changed;
}

bool
erase_row(const struct mention_of *of, const struct erase_edit *ed,
    struct row *r)
{
	bool changed = false;

	for (size_t i = 0; i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		char *text;

		if (ed->how[i] == ERASE_LEAVE || (f->flags & FF_DERIVED))
			continue;
		if (f->type == FT_SET) {
			changed |= edit_set(of, ed->how[i], f->set,
			    row_members(r, (int)i));
			continue;
		}
		text = edited(of, ed->how[i], f, row_get(r, (int)i));
		if (text != NULL)
			row_set(r, (int)i, text);
		changed |= text != NULL;
		free(text);
	}
	return changed;
}

/* --- the history --------------------------------------------------------- */

struct history_edit {
	struct app		*app;
	const struct mention_of	*of;
	const struct erase_edit	*ed;
};

/* The JSON of a whole record, edited; NULL when it stays. */
static enum status
whole(struct history_edit *h, const char *json, char **out, struct err *e)
{
	struct row *r;
	struct buf b;
	enum status st;

	*out = NULL;
	if (json == NULL)
		return ST_OK;
	r = row_new(h->ed->ent);
	st = store_from_json(h->app->db, json, r, e);
	if (st == ST_OK && erase_row(h->of, h->ed, r)) {
		buf_init(&b, BUF_ROW + 1);
		row_json(r, &b);
		*out = buf_take(&b);
	}
	row_free(r);
	return st;
}

/* A member's key and values, edited; *JSON stays NULL when it was absent. */
static enum status
member(struct history_edit *h, enum erase_how how, const struct setdef *def,
    const char *key, const char *old, char **new_key, char **json,
    struct err *e)
{
	char **v = xcalloc(def->ncols, sizeof *v);
	struct member m = { v };
	struct buf k, j;
	enum status st = store_member_from_json(h->app->db, def, key, old, v,
	    e);

	for (size_t i = 0; i < def->ncols && st == ST_OK; i++)
		if (erase_is_words(&def->cols[i]))
			(void)edit_cell(h->of, how, &def->cols[i], &v[i]);
	if (st == ST_OK) {
		buf_init(&k, BUF_ROW);
		buf_init(&j, BUF_ROW);
		member_key(&m, def, &k);
		member_json(&m, def, &j);
		free(*new_key);
		*new_key = buf_take(&k);
		*json = old != NULL ? buf_take(&j) : NULL;
		if (old == NULL)
			buf_clear(&j);
	}
	for (size_t i = 0; i < def->ncols; i++)
		free(v[i]);
	free(v);
	return st;
}

static enum status
set_change(struct history_edit *h, int f, const struct change *c,
    struct err *e)
{
	const struct setdef *def = h->ed->ent->fields[f].set;
	char *key = NULL, *old = NULL, *new = NULL;
	enum erase_how how = h->ed->how[f];
	enum status st;

	if (how == ERASE_BLANK)
		return erase_change(h->app->db, c->seq, "", NULL, NULL, e);
	st = member(h, how, def, c->member, c->old, &key, &old, e);
	if (st == ST_OK)
		st = member(h, how, def, c->member, c->new, &key, &new, e);
	if (st == ST_OK && (!str_eq(key, c->member) || !str_eq(old, c->old) ||
	    !str_eq(new, c->new)))
		st = erase_change(h->app->db, c->seq, key, old, new, e);
	free(key);
	free(old);
	free(new);
	return st;
}

static enum status
whole_change(struct history_edit *h, const struct change *c, struct err *e)
{
	char *old = NULL, *new = NULL;
	enum status st = whole(h, c->old, &old, e);

	if (st == ST_OK)
		st = whole(h, c->new, &new, e);
	if (st == ST_OK && (old != NULL || new != NULL))
		st = erase_change(h->app->db, c->seq, c->member,
		    old != NULL ? old : c->old, new != NULL ? new : c->new,
		    e);
	free(old);
	free(new);
	return st;
}

static enum status
one_change(void *arg, const struct change *c, struct err *e)
{
	struct history_edit *h = arg;
	char *old, *new;
	enum status st = ST_OK;
	int f;

	if (c->field[0] == '\0')
		return whole_change(h, c, e);
	if ((f = entity_field(h->ed->ent, c->field)) < 0 ||
	    h->ed->how[f] == ERASE_LEAVE)
		return ST_OK;
	if (h->ed->ent->fields[f].type == FT_SET)
		return set_change(h, f, c, e);
	old = edited(h->of, h->ed->how[f], &h->ed->ent->fields[f], c->old);
	new = edited(h->of, h->ed->how[f], &h->ed->ent->fields[f], c->new);
	if (old != NULL || new != NULL)
		st = erase_change(h->app->db, c->seq, c->member,
		    old != NULL ? old : c->old, new != NULL ? new : c->new,
		    e);
	free(old);
	free(new);
	return st;
}

enum status
erase_history(struct app *app, const struct mention_of *of,
    const struct erase_edit *ed, struct err *e)
{
	struct history_edit h = { app, of, ed };

	return steps_record(app->db, ed->ent->id, ed->id, 0, one_change, &h,
	    e);
}
