/* str_near.c - how many edits apart two words are, by code points.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define MAX_EDITS	2
#define SHORT_WORD	4	/* code points; below, one edit is all */

/* The code points of S, ASCII capitals lowered when FOLD; caller frees. */
static int32_t *
points(const char *s, bool fold, size_t *n)
{
	size_t bytes = strlen(s), len;
	int32_t *v = xreallocarray(NULL, bytes + 1, sizeof *v);

	for (*n = 0; bytes > 0; s += len, bytes -= len) {
		int32_t cp = utf8_decode(s, bytes, &len);

		if (fold && cp >= 'A' && cp <= 'Z')
			cp += 'a' - 'A';
		v[(*n)++] = cp;
	}
	return v;
}

/* Edits between A and B, swaps of neighbours counting one; more than LIMIT
 * gives LIMIT + 1. Only a band of LIMIT about the diagonal is looked at, so
 * the cost grows with the length, not with its square. */
static size_t
edits(const int32_t *a, size_t na, const int32_t *b, size_t nb, size_t limit)
{
	size_t *rows, *two, *one, *now, result;

	if ((na > nb ? na - nb : nb - na) > limit)
		return limit + 1;
	rows = xreallocarray(NULL, 3 * (nb + 1), sizeof *rows);
	for (size_t i = 0; i < 3 * (nb + 1); i++)
		rows[i] = limit + 1;
	two = rows;
	one = rows + (nb + 1);
	now = rows + 2 * (nb + 1);
	for (size_t j = 0; j <= nb && j <= limit; j++)
		one[j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t from = i > limit ? i - limit : 0;
		size_t to = i + limit < nb ? i + limit : nb;
		size_t *spare = two;

		if (from > 0)
			now[from - 1] = limit + 1;
		for (size_t j = from; j <= to; j++) {
			size_t d;

			if (j == 0) {
				now[0] = i;
				continue;
			}
			d = one[j - 1] + (a[i - 1] != b[j - 1]);
			if (j <= i + limit - 1 && one[j] + 1 < d)
				d = one[j] + 1;
			if (now[j - 1] + 1 < d)
				d = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && two[j - 2] + 1 < d)
				d = two[j - 2] + 1;
			now[j] = d > limit ? limit + 1 : d;
		}
		two = one;
		one = now;
		now = spare;
	}
	result = one[nb];
	free(rows);
	return result > limit ? limit + 1 : result;
}

bool
str_one_edit(const char *a, const char *b)
{
	size_t na, nb;
	int32_t *pa = points(a, false, &na), *pb = points(b, false, &nb);
	bool near = edits(pa, na, pb, nb, 1) <= 1;

	free(pa);
	free(pb);
	return near;
}

const char *
str_nearest(const char *s, const char *const *cand, size_t n)
{
	size_t ns, best = MAX_EDITS + 1;
	int32_t *ps = points(s, true, &ns);
	const char *nearest = NULL;

	for (size_t i = 0; i < n && best > 0; i++) {
		size_t nc, d, limit = MAX_EDITS;
		int32_t *pc = points(cand[i], true, &nc);

		if (ns < SHORT_WORD || nc < SHORT_WORD)
			limit = 1;
		d = edits(ps, ns, pc, nc, limit);
		if (d <= limit && d < best && d < nc) {
			best = d;
			nearest = cand[i];
		}
		free(pc);
	}
	free(ps);
	return nearest;
}
