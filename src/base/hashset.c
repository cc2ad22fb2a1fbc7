/* hashset.c - open addressing, at most half full.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/hashset.h"

#include <stdlib.h>

#include "base/mem.h"

static size_t
place(const struct hashset *s, uint64_t key)
{
	/* Ids differ in their low bits, hashes in all: mix them. */
	size_t at = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32);

	for (;; at++) {
		at &= s->room - 1;
		if (s->v[at] == 0 || s->v[at] == key)
			return at;
	}
}

static void
grow(struct hashset *s)
{
	uint64_t *old = s->v;
	size_t n = s->room;

	s->room = n > 0 ? 2 * n : 64;
	s->v = xcalloc(s->room, sizeof *s->v);
	for (size_t i = 0; i < n; i++)
		if (old[i] != 0)
			s->v[place(s, old[i])] = old[i];
	free(old);
}

bool
hashset_has(const struct hashset *s, uint64_t key)
{
	return s->room > 0 && key != 0 && s->v[place(s, key)] == key;
}

void
hashset_add(struct hashset *s, uint64_t key)
{
	if (key == 0 || hashset_has(s, key))
		return;
	if (2 * s->n >= s->room)
		grow(s);
	s->v[place(s, key)] = key;
	s->n++;
}

void
hashset_clear(struct hashset *s)
{
	free(s->v);
	*s = (struct hashset){ 0 };
}

uint64_t
hash_text(const char *s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(1099511628211);
	return h != 0 ? h : 1;
}
