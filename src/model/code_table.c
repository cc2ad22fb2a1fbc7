/* code_table.c - shipped tables of codes, looked up by code or by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/code_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/shipped.h"
#include "base/str.h"
#include "base/utf8.h"

enum { TABLES = 8 };	/* that are shipped, at most */

/* One line "code,name,also"; our own files hold no quotes but around a name
 * that holds a comma. */
static void
read_line(struct code_table *t, const char *line, size_t cap)
{
	struct strs cell = { 0 };
	struct code_row *r = &t->v[t->n];
	int64_t code;

	str_split_list(&cell, line);
	if (cell.n >= 2 && str_int(cell.v[0], 0, 9999, &code)) {
		char *also = cell.n > 2 ? cell.v[2] : cell.v[1];

		assert(t->n < cap);
		(void)cap;
		r->code = (int)code;
		r->name = xstrdup(cell.v[1]);
		r->folded = utf8_fold(cell.v[1]);
		r->also = utf8_fold(also);
		t->n++;
	}
	strs_clear(&cell);
}

static void
read_table(const char *name, struct code_table *out)
{
	const struct shipped *file = shipped_find(name);
	struct strs lines = { 0 };

	assert(file != NULL);
	str_split(&lines, (const char *)file->data, '\n');
	out->v = xcalloc(lines.n + 1, sizeof *out->v);
	for (size_t i = 1; i < lines.n; i++)
		read_line(out, lines.v[i], lines.n);
	strs_clear(&lines);
}

const struct code_table *
code_table(const char *name)
{
	static struct {
		char			*name;
		struct code_table	 t;
	} kept[TABLES];
	size_t i;

	for (i = 0; i < TABLES && kept[i].name != NULL; i++)
		if (str_eq(kept[i].name, name))
			return &kept[i].t;
	assert(i < TABLES);
	kept[i].name = xstrdup(name);
	read_table(name, &kept[i].t);
	return &kept[i].t;
}

const struct code_row *
code_by_number(const struct code_table *t, int code)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].code == code)
			return &t->v[i];
	return NULL;
}

const struct code_row *
code_by_name(const struct code_table *t, const char *name)
{
	const struct code_row *found = NULL;
	char *folded = utf8_fold(name);

	for (size_t i = 0; i < t->n && found == NULL && *folded != '\0'; i++)
		if (str_eq(t->v[i].folded, folded) ||
		    str_eq(t->v[i].also, folded))
			found = &t->v[i];
	free(folded);
	return found;
}
