/* hashset.h - a set of 64-bit numbers: ids, hashes of names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_HASHSET_H
#define BASE_HASHSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed is empty. 0 is never a member. */
struct hashset {
	uint64_t	*v;
	size_t		 n, room;	/* room: a power of two, or 0 */
};

bool	 hashset_has(const struct hashset *, uint64_t);
void	 hashset_add(struct hashset *, uint64_t);
void	 hashset_clear(struct hashset *);
/* FNV-1a of a text; never 0. */
uint64_t hash_text(const char *);

#endif
