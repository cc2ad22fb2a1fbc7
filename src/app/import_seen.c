/* import_seen.c - the schools of one file, remembered in few bytes each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A national file holds 52,000: some 3 MB, found by URN through a table of all
 * URNs there can be, and the open ones by name and postcode.
 */
#include <stdlib.h>
#include <string.h>

#include "app/import_gias.h"
#include "base/mem.h"
#include "base/utf8.h"

#define URNS	1000000		/* six digits */

struct seen {
	int		urn;
	bool		closed, taken;
	uint64_t	key;		/* of folded name and postcode */
	size_t		name;		/* offset in names */
};
struct follows {
	int		before, urn;
};
struct gias_seen {
	struct seen	*v;
	size_t		 n, cap;
	struct follows	*next;		/* by before, once ready */
	size_t		 nnext, next_cap;
	int32_t		*at;		/* URN to place in v + 1; 0 none */
	size_t		*open;		/* places in v by key, open ones */
	size_t		 nopen;
	struct buf	 names;		/* each with its terminator */
};

struct gias_seen *
seen_new(void)
{
	struct gias_seen *s = xcalloc(1, sizeof *s);

	s->at = xcalloc(URNS, sizeof *s->at);
	buf_init(&s->names, BUF_FILE);
	return s;
}

void
seen_free(struct gias_seen *s)
{
	if (s == NULL)
		return;
	free(s->v);
	free(s->next);
	free(s->at);
	free(s->open);
	buf_clear(&s->names);
	free(s);
}

static uint64_t
mix(uint64_t h, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == ' ')
			continue;
		h ^= (unsigned char)*s;
		h *= UINT64_C(1099511628211);	/* FNV-1a */
	}
	return h * 31 + 7;
}

/* 0 when a school cannot be told from others by it. */
static uint64_t
key_of(const char *name, const char *postcode)
{
	char *fn = utf8_fold(name), *fp = utf8_fold(postcode);
	uint64_t h = 0;

	if (*fn != '\0' && *fp != '\0')
		h = mix(mix(UINT64_C(14695981039346656037), fn), fp) | 1;
	free(fn);
	free(fp);
	return h;
}

void
seen_add(struct gias_seen *s, int urn, const char *name, const char *postcode,
    bool closed)
{
	struct seen *one;

	if (urn < 0 || urn >= URNS || s->at[urn] != 0)
		return;
	if (s->n == s->cap) {
		s->cap = s->cap > 0 ? s->cap * 2 : 256;
		s->v = xreallocarray(s->v, s->cap, sizeof *s->v);
	}
	one = &s->v[s->n++];
	s->at[urn] = (int32_t)s->n;
	one->urn = urn;
	one->closed = closed;
	one->taken = false;
	one->key = key_of(name, postcode);
	one->name = s->names.n;
	buf_addn(&s->names, name, strlen(name) + 1);
}

void
seen_follow(struct gias_seen *s, int urn, int before)
{
	if (urn < 0 || before < 0 || urn == before)
		return;
	if (s->nnext == s->next_cap) {
		s->next_cap = s->next_cap > 0 ? s->next_cap * 2 : 64;
		s->next = xreallocarray(s->next, s->next_cap, sizeof *s->next);
	}
	s->next[s->nnext++] = (struct follows){ before, urn };
}

static int
cmp_follows(const void *a, const void *b)
{
	const struct follows *x = a, *y = b;

	if (x->before != y->before)
		return x->before < y->before ? -1 : 1;
	return (x->urn > y->urn) - (x->urn < y->urn);
}

int
seen_next(const struct gias_seen *s, int urn, size_t *at)
{
	size_t lo = 0, hi = s->nnext;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->next[mid].before < urn)
			lo = mid + 1;
		else
			hi = mid;
	}
	lo += (*at)++;
	return lo < s->nnext && s->next[lo].before == urn ?
	    s->next[lo].urn : 0;
}

/* qsort has no argument for the array: keys go with the places. */
struct open_key {
	uint64_t	key;
	size_t		place;
};

static int
cmp_open(const void *a, const void *b)
{
	const struct open_key *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

void
seen_ready(struct gias_seen *s)
{
	struct open_key *k = xcalloc(s->n + 1, sizeof *k);
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (!s->v[i].closed && s->v[i].key != 0)
			k[n++] = (struct open_key){ s->v[i].key, i };
	qsort(k, n, sizeof *k, cmp_open);
	s->open = xcalloc(n + 1, sizeof *s->open);
	for (size_t i = 0; i < n; i++)
		s->open[i] = k[i].place;
	s->nopen = n;
	free(k);
	if (s->nnext > 0)
		qsort(s->next, s->nnext, sizeof *s->next, cmp_follows);
}

static struct seen *
find(const struct gias_seen *s, int urn)
{
	if (urn < 0 || urn >= URNS || s->at[urn] == 0)
		return NULL;
	return &s->v[s->at[urn] - 1];
}

bool
seen_take(struct gias_seen *s, int urn)
{
	struct seen *one = find(s, urn);

	if (one == NULL || one->taken)
		return false;
	return one->taken = true;
}

const char *
seen_name(const struct gias_seen *s, int urn)
{
	const struct seen *one = find(s, urn);

	return one != NULL ? s->names.p + one->name : NULL;
}

int
seen_open(const struct gias_seen *s, int urn, const char *name,
    const char *postcode)
{
	uint64_t key = key_of(name, postcode);
	size_t lo = 0, hi = s->nopen;

	if (key == 0)
		return 0;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->v[s->open[mid]].key < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < s->nopen && s->v[s->open[lo]].key == key; lo++)
		if (s->v[s->open[lo]].urn != urn)
			return s->v[s->open[lo]].urn;
	return 0;
}
