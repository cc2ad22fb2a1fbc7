/* row.c - the values of one record in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/row.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/id.h"

/* Most values are empty: they share this one, which is never freed. */
static char empty[1];

static bool
is_set(const struct row *r, int field)
{
	return r->ent->fields[field].type == FT_SET;
}

static void
check_index(const struct row *r, int field)
{
	assert(field >= 0 && (size_t)field < r->ent->nfields);
	(void)r, (void)field;
}

struct row *
row_new(const struct entity *ent)
{
	struct row *r = xcalloc(1, sizeof *r);

	r->ent = ent;
	r->v = xcalloc(ent->nfields, sizeof *r->v);
	r->sets = xcalloc(ent->nfields, sizeof *r->sets);
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].type != FT_SET)
			r->v[i] = empty;
	return r;
}

struct row *
row_copy(const struct row *from)
{
	struct row *r = row_new(from->ent);

	r->id = from->id;
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		if (is_set(r, i))
			set_copy(&r->sets[i], &from->sets[i],
			    r->ent->fields[i].set);
		else
			row_set(r, i, from->v[i]);
	}
	return r;
}

void
row_free(struct row *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->ent->nfields; i++) {
		if (r->v[i] != empty)
			free(r->v[i]);
		if (r->ent->fields[i].type == FT_SET)
			set_clear(&r->sets[i], r->ent->fields[i].set);
	}
	free(r->v);
	free(r->sets);
	free(r);
}

const char *
row_get(const struct row *r, int field)
{
	check_index(r, field);
	assert(!is_set(r, field));
	return r->v[field];
}

void
row_set(struct row *r, int field, const char *canonical)
{
	char *old;

	check_index(r, field);
	assert(!is_set(r, field));
	old = r->v[field];	/* CANONICAL may lie within it */
	r->v[field] = canonical == NULL || *canonical == '\0' ? empty :
	    xstrdup(canonical);
	if (old != empty)
		free(old);
}

int64_t
row_ref(const struct row *r, int field)
{
	const char *v = row_get(r, field), *slash = strchr(v, '/');
	int64_t id;

	return id_parse(slash != NULL ? slash + 1 : v, &id) ? id : 0;
}

void
row_set_ref(struct row *r, int field, const char *ent, int64_t id)
{
	char code[ID_CODE];
	struct buf b;

	if (id == 0) {
		row_set(r, field, "");
		return;
	}
	id_code(id, code);
	buf_init(&b, BUF_LINE);
	if (r->ent->fields[field].type == FT_ANY)
		buf_addf(&b, "%s/", ent);
	buf_add(&b, code);
	row_set(r, field, b.p);
	buf_clear(&b);
}

long
row_int(const struct row *r, int field, long none)
{
	int64_t v;

	return str_int(row_get(r, field), -2000000000, 2000000000, &v) ?
	    (long)v : none;
}

int
row_day(const struct row *r, int field)
{
	return day_from_iso(row_get(r, field));
}

bool
row_is(const struct row *r, int field, const char *word)
{
	return str_eq(row_get(r, field), word);
}

bool
row_same(const struct row *a, const struct row *b, int field)
{
	if (is_set(a, field))
		return set_same(&a->sets[field], &b->sets[field],
		    a->ent->fields[field].set);
	return str_eq(row_get(a, field), row_get(b, field));
}

bool
row_is_empty(const struct row *r, int field)
{
	if (is_set(r, field))
		return r->sets[field].n == 0;
	return *row_get(r, field) == '\0';
}

struct set *
row_members(const struct row *r, int field)
{
	check_index(r, field);
	assert(is_set(r, field));
	return &r->sets[field];
}

char *
row_stored_key(const struct entity *ent, const char *key)
{
	struct row *r = row_new(ent);
	char *out;

	row_set(r, ent->key, key);
	if (ent->derive != NULL)
		ent->derive(NULL, r, 0);
	out = xstrdup(row_get(r, ent->key));
	row_free(r);
	return out;
}
