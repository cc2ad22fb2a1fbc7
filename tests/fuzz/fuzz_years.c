/* fuzz_years.c - years from any text: what is taken is written and read back
 * as the same, whatever the status. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/set.h"
#include "tests/model/fake.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(struct row *r, int field, const char *text)
{
	struct parse p = fake_parse();
	struct err e = { 0 };
	struct row *again;
	char *written, *twice;
	enum status st = set_parse(r, field, text, 0, &p, &e);

	if (st != ST_OK) {
		assert(e.text[0] != '\0' && e.field[0] != '\0');
		assert(row_is_empty(r, field));
		return;
	}
	assert(field != F_encounter_years || r->ent->check(r, &e) == ST_OK);
	written = fake_text(r, field);
	again = row_copy(r);
	fake_set(again, field, "");
	fake_set(again, field, written);
	assert(row_same(r, again, field));
	twice = fake_text(again, field);
	assert(strcmp(written, twice) == 0);
	free(written);
	free(twice);
	row_free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const statuses[] = { "planned", "delivered" };
	static const char *const schools[] = { "136578", "136578, 136579" };
	static const int fields[] = { F_encounter_years, F_encounter_groups,
	    F_encounter_employers, F_encounter_ticks };
	char *text = xstrndup((const char *)data, size);

	for (size_t i = 0; i < 16; i++) {
		struct row *r = fake_encounter(statuses[i & 1]);

		fake_set(r, F_encounter_schools, schools[i >> 1 & 1]);
		check(r, fields[i >> 2], text);
		row_free(r);
	}
	free(text);
	return 0;
}
