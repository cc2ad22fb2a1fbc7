/* row_json.c - a record and its members as the journal keeps them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/row.h"

#include "base/json.h"

void
member_key(const struct member *m, const struct setdef *def, struct buf *out)
{
	for (size_t i = 0; i < def->nkeys; i++) {
		if (i > 0)
			buf_addc(out, '/');
		buf_add(out, m->v[i]);
	}
}

static void
cells_json(const struct member *m, const struct setdef *def, size_t from,
    struct buf *out)
{
	bool first = true;

	buf_addc(out, '{');
	for (size_t i = from; i < def->ncols; i++) {
		if (m->v[i][0] == '\0')
			continue;
		json_key(out, def->cols[i].id, &first);
		json_string(out, m->v[i]);
	}
	buf_addc(out, '}');
}

void
member_json(const struct member *m, const struct setdef *def, struct buf *out)
{
	cells_json(m, def, def->nkeys, out);
}

static void
set_json(const struct set *s, const struct setdef *def, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			buf_addc(out, ',');
		cells_json(&s->m[i], def, 0, out);
	}
	buf_addc(out, ']');
}

void
row_json(const struct row *r, struct buf *out)
{
	bool first = true;

	buf_addc(out, '{');
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];

		if (row_is_empty(r, i) || (f->flags & FF_DERIVED) != 0)
			continue;
		json_key(out, f->id, &first);
		if (f->type == FT_SET)
			set_json(row_members(r, i), f->set, out);
		else
			json_string(out, row_get(r, i));
	}
	buf_addc(out, '}');
}
