/* fuzz_answers.c - answers of an assessment from any text: what is taken is
 * written and read back as the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/answer.h"
#include "model/set.h"
#include "tests/model/fake.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct setdef items_set = {
	.table = "assessment_item", .shape = SET_ANSWERS, .nkeys = 1,
	.ncols = 3,
	.cols = (const struct field[]){
		{ .id = "item", .type = FT_TEXT },
		{ .id = "answer", .type = FT_TEXT },
		{ .id = "comment", .type = FT_TEXT },
	},
};
static const struct field fields[] = {
	{ .id = "items", .type = FT_SET, .set = &items_set },
};
static const struct entity answers = {
	.id = "assessment", .fields = fields, .nfields = 1, .key = -1,
	.main_date = -1,
};

static void
check_set(const char *text)
{
	struct row *r = row_new(&answers), *again = row_new(&answers);
	struct parse p = fake_parse();
	struct err e = { 0 };
	char *written;

	if (set_parse(r, 0, text, 0, &p, &e) == ST_OK) {
		written = fake_text(r, 0);
		fake_set(again, 0, written);
		assert(row_same(r, again, 0));
		free(written);
		assert(set_parse(r, 0, text, '-', &p, &e) == ST_OK);
		assert(row_is_empty(r, 0));
	} else {
		assert(e.text[0] != '\0' && strcmp(e.field, "items") == 0);
		assert(row_is_empty(r, 0));
	}
	row_free(r);
	row_free(again);
}

static void
check_answer(const char *text)
{
	struct buf once, twice;
	struct err e = { 0 };
	struct answer a;
	long n, m;

	buf_init(&once, BUF_ROW);
	buf_init(&twice, BUF_ROW);
	if (answer_parse(text, &once, &e) == ST_OK) {
		assert(answer_parse(once.p, &twice, &e) == ST_OK);
		assert(strcmp(once.p, twice.p) == 0);
		a = answer_of(once.p);
		assert((a.is == ANSWER_NONE) == (once.n == 0));
		if (a.is == ANSWER_SHARE && answer_share(&a, &n, &m))
			assert(m > 0 && n >= 0 && n <= m);
	} else {
		assert(e.text[0] != '\0');
	}
	buf_clear(&once);
	buf_clear(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xstrndup((const char *)data, size);

	check_set(text);
	check_answer(text);
	free(text);
	return 0;
}
