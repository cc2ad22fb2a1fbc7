/* fuzz_filter.c - any text read as a filter, of any entity. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/filter.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What list.c relies on. */
static void
check(const struct filter *f)
{
	assert(f->archived >= 0 && f->archived <= 2);
	assert(f->n <= FILTER_MAX_TERMS);
	for (size_t i = 0; i < f->n; i++) {
		const struct filter_term *t = &f->t[i];

		assert(t->field < (int)f->ent->nfields);
		assert((t->op == OP_WORD || t->op == OP_IS ||
		    t->op == OP_OTHERS) == (t->field < 0) ||
		    t->op == OP_MINE);
		assert((t->op == OP_IS) == (t->sub != NULL));
		assert((t->op == OP_EMPTY || t->op == OP_IS ||
		    t->op == OP_MINE || t->op == OP_OTHERS) == (t->values.n == 0));
		assert(t->op < OP_LT || t->op > OP_GE || t->values.n == 1);
		for (size_t v = 0; v < t->values.n; v++) {
			const char *s = t->values.v[v];

			assert(*s != '\0' && utf8_valid(s, strlen(s)));
		}
		if (t->sub != NULL)
			check(t->sub);
	}
}

/* The first byte chooses the entity. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int today = day_from_iso("2026-11-20");
	const struct entity *ent;
	struct filter *f;
	struct err e;
	char *s;

	if (size == 0)
		return 0;
	ent = entities[data[0] % ENT_MAX];
	s = xstrndup((const char *)data + 1, size - 1);
	if (filter_parse(ent, s, today, &f, &e) == ST_OK) {
		check(f);
		filter_free(f);
	} else {
		assert(e.st == ST_INVALID && e.text[0] != '\0');
	}
	if (filter_parse_args(ent, &s, 1, today, &f, &e) == ST_OK) {
		check(f);
		filter_free(f);
	}
	free(s);
	return 0;
}
