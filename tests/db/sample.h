/* sample.h - a database of records made by chance, and the same in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DB_SAMPLE_H
#define TESTS_DB_SAMPLE_H

#include "tests/db/dbtest.h"

#include "db/list.h"
#include "model/filter.h"
#include "model/row.h"

#define SAMPLE_TODAY	"2026-11-20"

struct sample {
	struct db	*db;
	struct row	**row[ENT_MAX];	/* as stored, derived values filled */
	size_t		 n[ENT_MAX];
	uint64_t	 seed;
	int		 today;
	const struct row *me;		/* the user of the lists */
};

/* N records of each entity; the same seed gives the same. */
void		 sample_make(struct sample *, uint64_t seed, size_t n);
void		 sample_free(struct sample *);
/* Kinds of record from one that is tried to the next: 1, all of them; under
 * valgrind every fourth is enough, since it looks for other faults. */
int		 sample_step(void);
unsigned	 sample_chance(struct sample *, unsigned n);	/* 0 … N - 1 */
struct row	*sample_row(const struct sample *, enum entity_no, int64_t id);
/* A value of field F for a record, canonical; the caller frees it. */
char		*sample_value(struct sample *, const struct field *);
/* All ids of the list into IDS, which has room, read in pages of SIZE. */
size_t		 sample_read(const struct sample *, struct list_spec *, bool forward,
		    size_t size, int64_t *ids);

/* Does the filter hold for the record? Straight from contract.md, by looking
 * at every record there is. */
bool		 naive_match(const struct sample *, const struct filter *,
		    const struct row *);

#endif
