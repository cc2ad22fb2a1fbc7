/* list_marks.c - which rows of a list are marked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/list_view.h"

/* Where ID is among the marks, or would be. */
static size_t
place(const struct list_view *v, int64_t id)
{
	size_t lo = 0, hi = v->nmarks, mid;

	while (lo < hi) {
		mid = (lo + hi) / 2;
		if (v->mark[mid] < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool
list_view_marked(const struct list_view *v, int64_t id)
{
	size_t i = place(v, id);

	return i < v->nmarks && v->mark[i] == id;
}

void
list_view_mark(struct list_view *v, int64_t id, bool on)
{
	size_t i = place(v, id);
	bool is = i < v->nmarks && v->mark[i] == id;

	if (on && !is) {
		if (v->nmarks == v->marks_cap) {
			v->marks_cap = v->marks_cap ? v->marks_cap * 2 : 64;
			v->mark = xreallocarray(v->mark, v->marks_cap,
			    sizeof *v->mark);
		}
		memmove(v->mark + i + 1, v->mark + i,
		    (v->nmarks - i) * sizeof *v->mark);
		v->mark[i] = id;
		v->nmarks++;
	} else if (!on && is) {
		v->nmarks--;
		memmove(v->mark + i, v->mark + i + 1,
		    (v->nmarks - i) * sizeof *v->mark);
	}
}

static int
by_id(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

void
list_view_mark_many(struct list_view *v, const int64_t *id, size_t n)
{
	size_t i, kept = 0;

	v->mark = xreallocarray(v->mark, v->nmarks + n + 1, sizeof *v->mark);
	v->marks_cap = v->nmarks + n + 1;
	memcpy(v->mark + v->nmarks, id, n * sizeof *id);
	v->nmarks += n;
	if (v->nmarks)
		qsort(v->mark, v->nmarks, sizeof *v->mark, by_id);
	for (i = 0; i < v->nmarks; i++)
		if (!kept || v->mark[i] != v->mark[kept - 1])
			v->mark[kept++] = v->mark[i];
	v->nmarks = kept;
}

void
list_view_unmark(struct list_view *v)
{
	v->nmarks = 0;
}

size_t
list_view_targets(const struct list_view *v, int64_t **out)
{
	const struct list_row *r = list_view_row(v);
	size_t n = v->nmarks ? v->nmarks : r ? 1 : 0;

	*out = xcalloc(n ? n : 1, sizeof **out);
	if (v->nmarks)
		memcpy(*out, v->mark, n * sizeof **out);
	else if (r)
		(*out)[0] = r->id;
	return n;
}
