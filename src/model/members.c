/* members.c - the members of a set: found by key, kept sorted by key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/row.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/framework.h"
#include "model/id.h"

/* Place of WORD in the table, so that y7 comes before y10. */
static long
choice_place(const struct choice *choices, const char *word)
{
	for (long i = 0; choices[i].word != NULL; i++)
		if (strcmp(choices[i].word, word) == 0)
			return i;
	return -1;
}

static int
cell_cmp(const struct field *col, const char *a, const char *b)
{
	long long x, y;

	if (col->type == FT_INT) {
		x = strtoll(a, NULL, 10);
		y = strtoll(b, NULL, 10);
	} else if (col->type == FT_CHOICE) {
		x = choice_place(col->choices, a);
		y = choice_place(col->choices, b);
	} else {
		return strcmp(a, b);
	}
	return x != y ? (x > y) - (x < y) : strcmp(a, b);
}

static int
keys_cmp(const char *const *a, const char *const *b, const struct setdef *def)
{
	for (size_t i = 0; i < def->nkeys; i++) {
		const char *x = a[i] != NULL ? a[i] : "";
		const char *y = b[i] != NULL ? b[i] : "";
		int c = def->shape == SET_ANSWERS ? item_id_cmp(x, y) :
		    cell_cmp(&def->cols[i], x, y);

		if (c != 0)
			return c;
	}
	return 0;
}

int
member_cmp_key(const struct member *a, const struct member *b,
    const struct setdef *def)
{
	return keys_cmp((const char *const *)a->v, (const char *const *)b->v,
	    def);
}

/* Where KEYS are, or belong; *FOUND says which. */
static size_t
place(const struct set *s, const struct setdef *def, const char *const keys[],
    bool *found)
{
	size_t lo = 0, hi = s->n;

	*found = false;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int c = keys_cmp((const char *const *)s->m[mid].v, keys, def);

		if (c == 0) {
			*found = true;
			return mid;
		}
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static char **
copy_cells(const struct setdef *def, const char *const v[])
{
	char **cells = xcalloc(def->ncols, sizeof *cells);

	for (size_t i = 0; i < def->ncols; i++)
		cells[i] = xstrdup(v[i]);
	return cells;
}

static void
free_cells(const struct setdef *def, char **cells)
{
	for (size_t i = 0; i < def->ncols; i++)
		free(cells[i]);
	free(cells);
}

void
set_put(struct set *s, const struct setdef *def, const char *const v[])
{
	char **cells = copy_cells(def, v);	/* V may be a member's own */
	bool found;
	size_t at = place(s, def, v, &found);

	if (found) {
		free_cells(def, s->m[at].v);
		s->m[at].v = cells;
		return;
	}
	if (s->n == s->cap) {
		s->cap = s->cap > 0 ? s->cap * 2 : 4;
		s->m = xreallocarray(s->m, s->cap, sizeof *s->m);
	}
	memmove(s->m + at + 1, s->m + at, (s->n - at) * sizeof *s->m);
	s->m[at].v = cells;
	s->n++;
}

void
set_drop(struct set *s, const struct setdef *def, const char *const keys[])
{
	bool found;
	size_t at = place(s, def, keys, &found);

	if (!found)
		return;
	free_cells(def, s->m[at].v);
	s->n--;
	memmove(s->m + at, s->m + at + 1, (s->n - at) * sizeof *s->m);
}

struct member *
set_find(const struct set *s, const struct setdef *def,
    const char *const keys[])
{
	bool found;
	size_t at = place(s, def, keys, &found);

	return found ? &s->m[at] : NULL;
}

void
set_clear(struct set *s, const struct setdef *def)
{
	for (size_t i = 0; i < s->n; i++)
		free_cells(def, s->m[i].v);
	free(s->m);
	s->m = NULL;
	s->n = s->cap = 0;
}

void
set_copy(struct set *to, const struct set *from, const struct setdef *def)
{
	struct set copy = { 0 };

	if (from->n > 0) {
		copy.m = xcalloc(from->n, sizeof *copy.m);
		copy.n = copy.cap = from->n;
	}
	for (size_t i = 0; i < from->n; i++)
		copy.m[i].v = copy_cells(def,
		    (const char *const *)from->m[i].v);
	set_clear(to, def);
	*to = copy;
}

bool
member_same(const struct member *a, const struct member *b,
    const struct setdef *def)
{
	for (size_t i = 0; i < def->ncols; i++)
		if (strcmp(a->v[i], b->v[i]) != 0)
			return false;
	return true;
}

bool
set_same(const struct set *a, const struct set *b, const struct setdef *def)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!member_same(&a->m[i], &b->m[i], def))
			return false;
	return true;
}

int64_t
member_ref(const struct member *m, size_t col)
{
	const char *slash = strchr(m->v[col], '/');
	int64_t id;

	return id_parse(slash != NULL ? slash + 1 : m->v[col], &id) ? id : 0;
}
