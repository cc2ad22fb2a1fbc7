/* erase_again.c - who was erased stays erased: nothing of them comes back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet that was exported before, a form that was open: what they would write
 * into the empty record, or into personal fields of records about it, is
 * refused. What came back all the same, by an older version, can be erased.
 */
#include "app/erase_int.h"

#include "app/steps.h"
#include "app/text.h"
#include "db/erase.h"
#include "db/store.h"
#include "model/fields.h"

/* --- nothing is written into it ------------------------------------------ */

/* The field of ENT, when each record of it is about one person: the contact, or
 * what is about one (an activity of a volunteer). -1 else. */
static int
whom(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];
		const struct entity *to = f->type == FT_REF &&
		    (f->flags & FF_REQUIRED) ? entity_find(f->ref) : NULL;

		if (to != NULL && to != ent && (to->no == ENT_contact ||
		    (to->no == ENT_volunteer && whom(to) >= 0)))
			return (int)i;
	}
	return -1;
}

/* Step SEQ erased contact ID. */
static enum status
refuse(struct app *app, int64_t id, int64_t seq, struct err *e)
{
	struct step s = { 0 };
	enum status st = steps_get(app->db, seq, &s, e);
	struct buf ref;

	if (st != ST_OK)
		return st;
	buf_init(&ref, BUF_LINE);
	ref_text(app, entities[ENT_contact], id, &ref);
	st = err_set(e, ST_CONFLICT, "%s was erased on %.10s, which stays: "
	    "nothing about the person is written there again.", ref.p, s.at);
	buf_clear(&ref);
	step_clear(&s);
	return st;
}

static bool
differs(const struct row *old, const struct row *next, size_t f)
{
	return !(next->ent->fields[f].flags & FF_DERIVED) &&
	    !row_same(old, next, (int)f);
}

/* Does NEXT say something personal that OLD, NULL for none, does not? */
static bool
tells_more(const struct row *old, const struct row *next)
{
	for (size_t i = 0; i < next->ent->nfields; i++)
		if ((next->ent->fields[i].flags & FF_PERSON) &&
		    !row_is_empty(next, (int)i) &&
		    (old == NULL || differs(old, next, i)))
			return true;
	return false;
}

/* The contact whom record ID of ENT is about in the end; 0 for none. */
static enum status
person_of(struct app *app, const struct entity *ent, int64_t id, int64_t *out,
    struct err *e)
{
	struct row *r;
	int f = whom(ent);
	enum status st;

	*out = ent->no == ENT_contact ? id : 0;
	if (f < 0 || *out != 0)
		return ST_OK;
	if ((st = store_load(app->db, ent, id, false, &r, e)) != ST_OK)
		return st;
	*out = row_ref(r, f);
	row_free(r);
	return ST_OK;
}

static enum status
guard_about(struct app *app, const struct row *old, const struct row *next,
    struct err *e)
{
	int f = whom(next->ent);
	int64_t id, seq;
	enum status st;

	if (f < 0 || row_is_empty(next, f) || (old != NULL &&
	    row_same(old, next, f) && !tells_more(old, next)))
		return ST_OK;
	st = person_of(app, entity_find(next->ent->fields[f].ref),
	    row_ref(next, f), &id, e);
	if (st == ST_OK)
		st = erase_of(app->db, entities[ENT_contact], id, &seq, e);
	return st != ST_OK || seq == 0 ? st : refuse(app, id, seq, e);
}

enum status
erase_guard(struct app *app, const struct row *old, const struct row *next,
    struct err *e)
{
	enum status st;
	int64_t seq;
	size_t f = 0;

	if (next->ent->no != ENT_contact)
		return guard_about(app, old, next, e);
	while (old != NULL && f < old->ent->nfields && !differs(old, next, f))
		f++;
	if (old == NULL || f == old->ent->nfields)
		return ST_OK;
	st = erase_of(app->db, next->ent, next->id, &seq, e);
	return st != ST_OK || seq == 0 ? st : refuse(app, next->id, seq, e);
}

/* --- erased twice -------------------------------------------------------- */

static enum status
holds(struct app *app, const struct entity *ent, int64_t id, bool *out,
    struct err *e)
{
	struct row *r;
	enum status st = store_load(app->db, ent, id, false, &r, e);

	if (st == ST_NOT_FOUND)		/* only the history has it */
		return ST_OK;
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ent->nfields; i++)
		if ((ent->fields[i].flags & FF_PERSON) &&
		    !row_is_empty(r, (int)i) &&
		    !str_eq(row_get(r, (int)i), ERASED_NAME))
			*out = true;
	row_free(r);
	return ST_OK;
}

/* Is something personal there again, in the records of the person or in those
 * about them? */
static enum status
came_back(struct app *app, const struct erase *x, bool *out, struct err *e)
{
	enum status st = ST_OK;

	*out = false;
	for (size_t i = 0; i < x->nown && st == ST_OK; i++)
		st = holds(app, entities[ENT_contact], x->own[i], out, e);
	for (size_t i = 0; i < x->about.n && st == ST_OK; i++)
		if (whom(x->about.v[i].ent) >= 0)
			st = holds(app, x->about.v[i].ent, x->about.v[i].id, out, e);
	return st;
}

enum status
erase_before(struct app *app, struct erase *x, struct err *e)
{
	struct step s = { 0 };
	struct buf ref;
	bool back;
	int64_t seq;
	enum status st = erase_of(app->db, entities[ENT_contact], x->id, &seq,
	    e);

	if (st != ST_OK || seq == 0 ||
	    (st = came_back(app, x, &back, e)) != ST_OK || back ||
	    (st = erase_unfinished(app->db, &x->again, e)) != ST_OK ||
	    x->again || (st = steps_get(app->db, seq, &s, e)) != ST_OK)
		return st;
	buf_init(&ref, BUF_LINE);
	ref_text(app, entities[ENT_contact], x->id, &ref);
	st = err_set(e, ST_CONFLICT, "%s was erased already, on %.10s by %s.",
	    ref.p, s.at, s.user);
	buf_clear(&ref);
	step_clear(&s);
	return st;
}
