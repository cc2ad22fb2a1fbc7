/* quick_person.c - which person a name means, and where people work.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "@bell" on a line about Northgate is the Bell with a role there, before any
 * other of that name.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/name.h"

/* --- people of a place --------------------------------------------------- */

/* The organisations of the line; those of the screen when it names none. */
static void
line_places(const struct reading *r, struct ids *out)
{
	for (size_t i = 0; i < r->items.n; i++) {
		const struct cand *c = item_cand(&r->items.v[i]);

		if (c != NULL && (c->kind == NK_SCHOOL ||
		    c->kind == NK_EMPLOYER || c->kind == NK_PROVIDER))
			ids_add(out, c->id);
	}
	for (size_t i = 0; i < r->schools.n; i++)
		ids_add(out, r->schools.v[i].id);
	for (size_t i = 0; i < r->opts->nschools && out->n == 0; i++)
		ids_add(out, r->opts->schools[i]);
}

/* Load role ID if it is in force on DAY; else *OUT is NULL. */
static enum status
role_on(const struct reading *r, int64_t id, int day, struct row **out,
    struct err *e)
{
	enum status st;

	*out = NULL;
	st = r->look->load(r->look->arg, entities[ENT_role], id, out, e);
	if (st != ST_OK)
		return st;
	if (row_day(*out, F_role_from) != DAY_NONE &&
	    row_day(*out, F_role_from) > day) {
		row_free(*out);
		*out = NULL;
	}
	return ST_OK;
}

/* Those who have a role today at one of PLACES. */
static enum status
people_at(const struct reading *r, const struct ids *places, struct ids *out,
    struct err *e)
{
	int today = r->look->today;
	enum status st = ST_OK;

	for (size_t i = 0; i < places->n && st == ST_OK; i++) {
		struct ids ids = { 0 };

		st = r->look->ids(r->look->arg, LOOK_ROLES, places->v[i],
		    today, 0, &ids, e);
		for (size_t k = 0; k < ids.n && st == ST_OK; k++) {
			struct row *role;

			st = role_on(r, ids.v[k], today, &role, e);
			if (st == ST_OK && role != NULL)
				ids_add(out, row_ref(role, F_role_contact));
			row_free(role);
		}
		ids_clear(&ids);
	}
	return st;
}

static bool
ids_has(const struct ids *ids, int64_t id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->v[i] == id)
			return true;
	return false;
}

/* Of the candidates of IT leave those in HERE, if it is any. */
static void
keep_here(struct item *it, const struct ids *here)
{
	size_t kept = 0, n = 0;

	for (size_t i = 0; i < it->cands.n; i++)
		n += it->cands.v[i].class >= NAME_BEGINNINGS &&
		    ids_has(here, it->cands.v[i].id);
	if (n == 0 || n == it->cands.n)
		return;
	for (size_t i = 0; i < it->cands.n; i++) {
		struct cand *c = &it->cands.v[i];

		if (c->class >= NAME_BEGINNINGS && ids_has(here, c->id)) {
			it->cands.v[kept++] = *c;
			continue;
		}
		free(c->title);
		free(c->where);
	}
	it->cands.n = kept;
	it->assumed = true;
	it->why = "there";
}

enum status
people_choose(struct reading *r, struct err *e)
{
	struct ids places = { 0 }, here = { 0 };
	bool looked = false;
	enum status st = ST_OK;

	for (size_t i = 0; i < r->items.n && st == ST_OK; i++) {
		struct item *it = &r->items.v[i];

		if (it->kind != NK_CONTACT || it->done || it->new_id != 0)
			continue;
		if (it->cands.n > 1 && !looked) {
			line_places(r, &places);
			st = people_at(r, &places, &here, e);
			looked = true;
		}
		keep_here(it, &here);
		if (st == ST_OK)
			st = names_choose(r, it, e);
	}
	ids_clear(&places);
	ids_clear(&here);
	return st;
}

/* --- people of a line ---------------------------------------------------- */

void
no_person(struct reading *r, const char *name)
{
	struct err none = { 0 };
	int64_t user = 0;

	if (r->fields == NULL || entity_field(r->fields, "owner") < 0 ||
	    r->look->user(r->look->arg, name, &user, &none) != ST_OK)
		user = 0;
	if (user != 0)
		read_fault(r, "no person \"%s\" there, but one of us: write "
		    "owner: %s", name, name);
	else
		read_fault(r, "no person \"%s\"", name);
}

/* "bell @nwosu, dale": each a name. */
static enum status
people_of(struct reading *r, size_t part, const char *text, size_t from,
    struct err *e)
{
	size_t at = 0;
	enum status st = ST_OK;

	while (text[at] != '\0' && st == ST_OK) {
		size_t n = strcspn(text + at, "@");
		struct piece pc[8];
		char *some = xstrndup(text + at, n);
		size_t m = list_pieces(some, pc, 8);

		for (size_t k = 0; k < m && st == ST_OK; k++) {
			char *name = xstrndup(some + pc[k].from, pc[k].len);
			struct item *it;

			st = names_item(r, part, from + at + pc[k].from, name,
			    KIND(NK_CONTACT), &it, e);
			free(name);
		}
		free(some);
		at += n + (text[at + n] == '@');
	}
	return st;
}

enum status
people_find(struct reading *r, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < r->parts.n && st == ST_OK; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_PERSON && p->fault == NULL)
			st = people_of(r, i, p->text + 1, p->from + 1, e);
	}
	return st;
}

enum status
person_item(struct reading *r, const struct part *p, const char *name,
    struct item **out, struct err *e)
{
	size_t at = r->items.n;
	enum status st = names_item(r, 0, p->from, name, KIND(NK_CONTACT), out,
	    e);

	if (st != ST_OK)
		return st;
	(*out)->kind = NK_CONTACT;
	(*out)->len = p->len;
	if ((*out)->cands.n == 0)
		no_person(r, name);
	st = people_choose(r, e);
	*out = &r->items.v[at];
	return st;
}

/* --- where somebody works ------------------------------------------------ */

void
works_clear(struct works *ps)
{
	for (size_t i = 0; i < ps->n; i++)
		free(ps->v[i].title);
	free(ps->v);
	*ps = (struct works){ 0 };
}

static enum status
add_place(const struct reading *r, const struct row *role, struct works *out,
    struct err *e)
{
	static const enum entity_no kinds[] = { ENT_school, ENT_employer };
	int64_t id = row_ref(role, F_role_organisation);

	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].id == id)
			return ST_OK;
	for (size_t i = 0; i < 2; i++) {
		struct work p = { .no = kinds[i], .id = id };
		enum status st;

		if (!str_starts(row_get(role, F_role_organisation),
		    entities[p.no]->id))
			continue;
		if ((st = record_name(r, p.no, id, &p.title, e)) != ST_OK)
			return st;
		out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
		out->v[out->n++] = p;
	}
	return ST_OK;
}

enum status
person_places(const struct reading *r, int64_t contact, int day,
    struct works *out, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_ROLES_OF, contact,
	    day, 0, &ids, e);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *role;

		st = role_on(r, ids.v[i], day, &role, e);
		if (st == ST_OK && role != NULL)
			st = add_place(r, role, out, e);
		row_free(role);
	}
	ids_clear(&ids);
	return st;
}
