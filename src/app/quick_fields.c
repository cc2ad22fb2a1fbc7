/* quick_fields.c - fields of a record that a line says and is told of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/tables.h"

char *
words_join(const struct strs *w, size_t from, size_t to)
{
	struct strs some = { w->v + from, to - from, to - from };

	return strs_join(&some, " ");
}

const struct choice *
words_choice(const struct field *f, const struct strs *w)
{
	for (size_t n = w->n; n > 0; n--)
		for (size_t i = 0; i + n <= w->n; i++) {
			char *text = words_join(w, i, i + n);
			const struct choice *c = field_choice(f, text);

			free(text);
			if (c != NULL)
				return c;
		}
	return NULL;
}

bool
put_keyed(struct reading *r, struct row *row, const struct part *p)
{
	const char *colon = strchr(p->text, ':');
	char *name;
	int f;

	if (colon == NULL)
		return false;
	name = xstrndup(p->text, (size_t)(colon - p->text));
	f = entity_field(row->ent, name);
	free(name);
	if (f < 0)
		return false;
	put_text(r, row, f, colon + 1 + strspn(colon + 1, " "));
	return true;
}

void
tell_field(struct reading *r, const struct row *row, int f, const char *lead)
{
	const struct field *field;
	const struct choice *c;
	char day[24];

	if (f < 0 || row_is_empty(row, f))
		return;
	field = &row->ent->fields[f];
	if (field->type == FT_DATE) {
		day_long(row_day(row, f), day);
		read_tell(r, field->id, xasprintf("%s%s", lead, day), NULL);
		return;
	}
	c = field->type == FT_CHOICE ? field_choice(field, row_get(row, f)) :
	    NULL;
	read_tell(r, field->id, xasprintf("%s%s", lead, c != NULL &&
	    c->label != NULL ? c->label : row_get(row, f)), NULL);
}

void
tell_group_set(struct reading *r, const struct row *row, int f)
{
	const struct set *s = row_members(row, f);
	struct buf b;

	if (s->n == 0)
		return;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			buf_add(&b, ", ");
		year_group_shown(s->m[i].v[0], &b);
	}
	read_tell(r, "years", buf_take(&b), NULL);
}
