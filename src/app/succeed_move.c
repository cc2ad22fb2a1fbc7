/* succeed_move.c - records that name one school come to name another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/succeed_int.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "db/store.h"
#include "model/id.h"

static struct succeed_part *
part_of(struct succeed_told *t, const struct entity *ent, const char *did)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->part[i].ent == ent && str_eq(t->part[i].did, did))
			return &t->part[i];
	t->part = xreallocarray(t->part, t->n + 1, sizeof *t->part);
	t->part[t->n] = (struct succeed_part){ .ent = ent, .did = did };
	return &t->part[t->n++];
}

void
succeed_tell(struct succeeding *s, const char *did, const struct row *r,
    const char *more)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(s->app, r->ent, r->id, &b);
	buf_add(&b, " ");
	title_text(s->app, r->ent, r->id, &b);
	if (!str_empty(more))
		buf_addf(&b, " (%s)", more);
	strs_take(&part_of(s->told, r->ent, did)->lines, buf_take(&b));
}

/* Does a cell or a value, canonical, name school ID? */
static bool
names(const char *value, int64_t id)
{
	const char *slash = strchr(value, '/');
	int64_t got;

	return *value != '\0' &&
	    id_parse(slash != NULL ? slash + 1 : value, &got) && got == id;
}

/* Numbers of TO and of what is put there add; other values of TO stay. */
static void
add_up(const struct setdef *def, const struct member *to, const char *v[],
    char sum[][24])
{
	for (size_t c = def->nkeys; c < def->ncols; c++) {
		int64_t a, b;

		if (def->cols[c].type != FT_INT || str_empty(v[c]) ||
		    !str_int(v[c], 0, INT32_MAX, &a) ||
		    !str_int(to->v[c], 0, INT32_MAX, &b)) {
			v[c] = str_empty(to->v[c]) ? v[c] : to->v[c];
			continue;
		}
		snprintf(sum[c], sizeof sum[c], "%lld", (long long)(a + b));
		v[c] = sum[c];
	}
}

enum { COLS = 12 };

static void
repoint_set(const struct succeeding *s, struct set *set,
    const struct setdef *def, const char *code)
{
	for (size_t i = 0; i < set->n;) {
		char **cell = set->m[i].v, *own[COLS], sum[COLS][24];
		const char *v[COLS], *was[COLS];
		const struct member *there;

		if (def->ncols > COLS || !names(cell[0], s->from)) {
			i++;
			continue;
		}
		for (size_t c = 0; c < def->ncols; c++)
			v[c] = was[c] = own[c] = xstrdup(cell[c]);
		v[0] = code;
		there = set_find(set, def, v);
		if (there != NULL)
			add_up(def, there, v, sum);
		set_put(set, def, v);
		set_drop(set, def, was);
		for (size_t c = 0; c < def->ncols; c++)
			free(own[c]);
		i = 0;
	}
}

void
succeed_repoint(const struct succeeding *s, struct row *r)
{
	char code[ID_CODE];

	id_code(s->to, code);
	for (size_t i = 0; i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		int n = (int)i;

		if (f->flags & FF_DERIVED)
			continue;
		if (f->type == FT_SET && f->set->cols[0].type == FT_REF &&
		    str_eq(f->set->cols[0].ref, "school"))
			repoint_set(s, row_members(r, n), f->set, code);
		else if ((f->type == FT_REF && str_eq(f->ref, "school") &&
		    names(row_get(r, n), s->from)) || (f->type == FT_ANY &&
		    str_starts(row_get(r, n), "school/") &&
		    names(row_get(r, n), s->from)))
			row_set_ref(r, n, "school", s->to);
	}
}

enum status
succeed_move(struct succeeding *s, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct row *base, *mine;
	enum status st = store_load(s->app->db, ent, id, false, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	succeed_repoint(s, mine);
	st = record_change(s->app, base, mine, NULL, e);
	if (st == ST_OK)
		succeed_tell(s, "moved", mine, NULL);
	row_free(mine);
	row_free(base);
	return st;
}
