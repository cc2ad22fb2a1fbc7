/* repoint.c - what names one record comes to name another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/repoint.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/id.h"

enum { COLS = 12 };

/* Does a cell or a value, canonical, name record ID? */
static bool
names(const char *value, int64_t id)
{
	const char *slash = strchr(value, '/');
	int64_t got;

	return *value != '\0' &&
	    id_parse(slash != NULL ? slash + 1 : value, &got) && got == id;
}

void
repoint_add_up(const struct field *col, const char *there, const char *comes,
    struct buf *out)
{
	int64_t a, b;

	if (col->type == FT_INT && str_int(there, 0, INT32_MAX, &a) &&
	    str_int(comes, 0, INT32_MAX, &b))
		buf_addf(out, "%" PRId64, a + b);
	else
		buf_add(out, *there != '\0' ? there : comes);
}

/* The member whose values are V comes to where THERE is. */
static void
merge(const struct setdef *def, const struct member *there, char *v[],
    repoint_fn how)
{
	struct buf b;

	for (size_t c = def->nkeys; c < def->ncols; c++) {
		buf_init(&b, BUF_ROW);
		how(&def->cols[c], there->v[c], v[c], &b);
		free(v[c]);
		v[c] = buf_take(&b);
	}
}

/* Member AT of SET. */
static void
repoint_member(struct set *set, const struct setdef *def, size_t at,
    const char *code, repoint_fn how)
{
	char *v[COLS], *was[COLS];
	const struct member *there;

	for (size_t c = 0; c < def->ncols; c++) {
		v[c] = xstrdup(c == 0 ? code : set->m[at].v[c]);
		was[c] = xstrdup(set->m[at].v[c]);
	}
	there = set_find(set, def, (const char *const *)v);
	if (there != NULL)
		merge(def, there, v, how);
	set_put(set, def, (const char *const *)v);
	set_drop(set, def, (const char *const *)was);
	for (size_t c = 0; c < def->ncols; c++) {
		free(v[c]);
		free(was[c]);
	}
}

static void
repoint_set(struct set *set, const struct setdef *def, int64_t from,
    const char *code, repoint_fn how)
{
	for (size_t i = 0; i < set->n;) {
		if (def->ncols > COLS || !names(set->m[i].v[0], from)) {
			i++;
			continue;
		}
		repoint_member(set, def, i, code, how);
		i = 0;
	}
}

void
repoint(struct row *r, const struct entity *ent, int64_t from, int64_t to,
    repoint_fn how)
{
	char code[ID_CODE];
	size_t n = strlen(ent->id);

	id_code(to, code);
	for (size_t i = 0; i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		const char *v = f->type == FT_SET ? "" : row_get(r, (int)i);

		if (f->flags & FF_DERIVED)
			continue;
		if (f->type == FT_SET && f->set->cols[0].type == FT_REF &&
		    str_eq(f->set->cols[0].ref, ent->id))
			repoint_set(row_members(r, (int)i), f->set, from,
			    code, how);
		else if (names(v, from) && ((f->type == FT_REF &&
		    str_eq(f->ref, ent->id)) || (f->type == FT_ANY &&
		    str_starts(v, ent->id) && v[n] == '/')))
			row_set_ref(r, (int)i, ent->id, to);
	}
}
