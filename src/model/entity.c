/* entity.c - the list of entities, and finding one or a field of one by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/entity.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "model/tables.h"

const struct entity *const entities[ENT_MAX] = {
#define ENTITY(id) [ENT_##id] = &id##_entity,
#include "model/entities.def"
};

const char *
entity_table(const struct entity *ent)
{
	return ent->table != NULL ? ent->table : ent->id;
}

const struct entity *
entity_find(const char *id)
{
	for (size_t i = 0; i < ENT_MAX; i++)
		if (str_ieq(entities[i]->id, id) ||
		    str_ieq(entities[i]->ids, id) ||
		    (entities[i]->also != NULL &&
		    str_in(id, entities[i]->also)))
			return entities[i];
	return NULL;
}

void
entity_counted(const struct entity *ent, size_t n, struct buf *out)
{
	const char *words = n == 1 ? ent->title :
	    str_eq(ent->plural, ent->title) ? ent->ids : ent->plural;
	bool capitals = words[0] != '\0' && words[1] >= 'A' && words[1] <= 'Z';
	char first = words[0];

	if (!capitals && first >= 'A' && first <= 'Z')
		first = (char)(first - 'A' + 'a');
	buf_addf(out, "%zu %c%s", n, first, words + 1);
}

const char *
entity_nearest(const char *id)
{
	const char *cand[2 * ENT_MAX], *near;

	for (size_t i = 0; i < ENT_MAX; i++) {
		cand[2 * i] = entities[i]->id;
		cand[2 * i + 1] = entities[i]->ids;
	}
	near = str_nearest(id, cand, 2 * ENT_MAX);
	return near != NULL ? entity_find(near)->id : NULL;
}

int
entity_field(const struct entity *ent, const char *id)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (str_ieq(ent->fields[i].id, id))
			return (int)i;
	return -1;
}

const char *
entity_field_nearest(const struct entity *ent, const char *id)
{
	const char *cand[128];
	size_t n = 0;

	assert(ent->nfields <= COUNT_OF(cand));
	for (size_t i = 0; i < ent->nfields; i++)
		if ((ent->fields[i].flags & FF_HIDDEN) == 0)
			cand[n++] = ent->fields[i].id;
	return str_nearest(id, cand, n);
}

enum status
entity_refuse_field(const struct entity *ent, const char *id, struct err *e)
{
	const char *near = entity_field_nearest(ent, id);
	enum status st;
	struct buf has;

	if (near != NULL)
		return err_field(e, ST_USAGE, id, "%s has no field \"%s\"; did "
		    "you mean %s?", ent->id, id, near);
	buf_init(&has, BUF_LINE);
	for (size_t i = 0; i < ent->nfields; i++)
		if ((ent->fields[i].flags & FF_HIDDEN) == 0)
			buf_addf(&has, " %s", ent->fields[i].id);
	st = err_field(e, ST_USAGE, id, "%s has no field \"%s\"; it has%s",
	    ent->id, id, has.p);
	buf_clear(&has);
	return st;
}
