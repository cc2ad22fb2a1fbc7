/* test_naughty.c - texts that break programs go through every text field, by
 * parsing as forms and commands do and by CSV, and come back equal, or are
 * refused with a reason. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/demo.h"
#include "app/import.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"
#include "tests/app/texts.h"

static struct app app;
static struct strs texts;
static size_t refused, taken;

static int
setup(void **state)
{
	struct demo_opts small = { .schools = 3, .years = 1 };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &small, &e), &e);
	texts_naughty(&texts);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	strs_clear(&texts);
	world_close(&app);
	return 0;
}

static void
says_why(const struct field *f, const char *text, const struct err *e)
{
	if (e->text[0] == '\0')
		fail_msg("%s: \"%s\" is refused without a word", f->id, text);
	refused++;
}

/* Parsed, it is what was typed or it is refused; stored and read again, too. */
static void
goes_through(const struct entity *ent, int64_t id, int f, const char *text)
{
	struct row *base, *mine, *now;
	char *expected = texts_kept(text);
	struct err e = { 0 };
	enum status st;

	must(record_load(&app, ent, id, &base, &e), &e);
	mine = row_copy(base);
	if (value_parse(&app, mine, f, text, 0, true, &e) != ST_OK) {
		says_why(&ent->fields[f], text, &e);
	} else if ((st = record_save(&app, base, mine, NULL, &e)) != ST_OK) {
		says_why(&ent->fields[f], text, &e);
	} else {
		must(record_load(&app, ent, id, &now, &e), &e);
		/* Words of a choice are read in any case, and what is left
		 * empty rules may fill; the rest is kept. */
		if (ent->fields[f].type != FT_OPEN &&
		    ent->fields[f].check == NULL && *expected != '\0')
			assert_string_equal(row_get(now, f), expected);
		assert_string_equal(row_get(now, f), row_get(mine, f));
		row_free(now);
		taken++;
	}
	row_free(base);
	row_free(mine);
	free(expected);
}

/* Written as CSV and read back, nothing of it is another. */
static void
comes_back(const struct entity *ent, int64_t id)
{
	struct import_opts o = { .dry_run = true };
	struct import_result r;
	struct err e = { 0 };
	char path[] = "/tmp/caseload-naughty.XXXXXX";

	texts_csv(&app, ent, id, path);
	must(import_file(&app, ent->id, path, &o, &r, &e), &e);
	if (r.unchanged != 1)
		fail_msg("%s does not come back as it was: %llu updated, %llu "
		    "rejected", ent->id, (unsigned long long)r.updated,
		    (unsigned long long)r.rejected);
	unlink(path);
}

/* Each text meets some field and each field some texts; with CASELOAD_LONG all
 * of them. */
static void
every_text_goes_through_every_field(void **state)
{
	const char *all = getenv("CASELOAD_LONG");
	size_t step = all != NULL && *all != '\0' ? 1 : 61, at = 0;

	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];
		int64_t id = texts_some(&app, ent);

		for (int f = 0; id != 0 && (size_t)f < ent->nfields; f++) {
			if (!texts_field(&ent->fields[f]))
				continue;
			for (size_t k = at++ % step; k < texts.n; k += step)
				goes_through(ent, id, f, texts.v[k]);
		}
		if (id != 0)
			comes_back(ent, id);
	}
	print_message("%zu taken, %zu refused\n", taken, refused);
	assert_true(taken > 100);
	assert_true(refused > 10);
	world_is_whole(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_goes_through_every_field),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
