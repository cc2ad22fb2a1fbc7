/* test_sql.c - SQL and texts that are too long in every field of every kind of
 * record, by form, filter and CSV: they are values, or refused with why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/demo.h"
#include "app/import.h"
#include "app/lists.h"
#include "app/record.h"
#include "base/mem.h"
#include "model/tables.h"
#include "tests/app/texts.h"

/* Each ends a text, a list or a statement where SQL is put together. */
static const char *const sql[] = {
	"x'); DROP TABLE school; --", "x' OR '1'='1", "1; DELETE FROM change",
	"\" OR \"\"=\"", "/* x */ UNION SELECT value FROM meta --",
	"?1 || :name || @x || $y", "x\\'; PRAGMA foreign_keys=0",
	"name_tri MATCH 'x' OR rank", "%' ESCAPE '_", "0x00; ATTACH 'y' AS z",
};

static struct app app;

static int
setup(void **state)
{
	struct demo_opts small = { .schools = 3, .years = 1 };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &small, &e), &e);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	world_close(&app);
	return 0;
}

/* Does a filter of ENT find record ID? Refused, it says why. */
static bool
finds(const struct entity *ent, const char *filter, int64_t id)
{
	struct list_page page = { 0 };
	struct lister l;
	struct err e = { 0 };
	bool found = false;

	if (lister_open(&l, &app, ent, filter, &e) != ST_OK) {
		assert_true(e.text[0] != '\0');
		return false;
	}
	must(lister_page(&l, NULL, true, 200, &page, &e), &e);
	for (size_t i = 0; i < page.n; i++)
		found = found || page.row[i].id == id;
	list_clear(&page);
	lister_close(&l);
	return found;
}

/* FIELD, OPERATOR and the text quoted as filters are. */
static char *
filter_of(const struct field *f, const char *op, const char *text)
{
	char *filter = xasprintf("%s%s\"", f->id, op), *more;

	for (const char *p = text; *p != '\0'; p++) {
		more = xasprintf("%s%s%c", filter, *p == '"' ? "\"" : "", *p);
		free(filter);
		filter = more;
	}
	more = xasprintf("%s\"", filter);
	free(filter);
	return more;
}

static void
filtered(const struct entity *ent, const struct field *f, const char *text)
{
	static const char *const ops[] = { ":", ">", "<=", "<", ">=" };
	static size_t at;
	char *filter;

	filter = filter_of(f, ops[at++ % COUNT(ops)], text);
	(void)finds(ent, filter, 0);
	free(filter);
	filter = xasprintf("-%s:%s", f->id, text);
	(void)finds(ent, filter, 0);
	free(filter);
}

/* What was typed is stored, or refused with a reason; true when stored. */
static bool
kept(const struct entity *ent, int64_t id, int f, const char *text)
{
	struct err e = { 0 };
	char *now;

	if (texts_save(&app, ent, id, f, text, &e) != ST_OK) {
		assert_true(e.text[0] != '\0');
		return false;
	}
	now = world_get(&app, ent->id, id, ent->fields[f].id);
	assert_string_equal(now, text);
	free(now);
	return true;
}

static void
sql_is_text_in_every_field(void **state)
{
	size_t at = 0, taken = 0, found = 0;

	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];
		int64_t id = texts_some(&app, ent);

		for (size_t f = 0; f < ent->nfields; f++) {
			const struct field *fd = &ent->fields[f];
			const char *text = sql[at++ % COUNT(sql)];
			char *filter;

			filtered(ent, fd, text);
			if (id == 0 || !texts_field(fd) ||
			    !kept(ent, id, (int)f, text))
				continue;
			taken++;
			filter = filter_of(fd, ":", text);
			found += finds(ent, filter, id);
			free(filter);
		}
	}
	print_message("%zu taken, %zu found\n", taken, found);
	assert_true(taken > 100);
	assert_true(found > taken / 2);
	world_is_whole(&app);
}

/* The record's row is taken in over other texts. */
static void
comes_back(const struct entity *ent, int64_t id)
{
	char path[] = "/tmp/caseload-sql.XXXXXX", **was, *now;
	struct import_opts o = { 0 };
	struct import_result r = { 0 };
	struct err e = { 0 };

	was = xcalloc(ent->nfields, sizeof *was);
	texts_csv(&app, ent, id, path);
	for (size_t f = 0; f < ent->nfields; f++) {
		if (!texts_field(&ent->fields[f]))
			continue;
		was[f] = world_get(&app, ent->id, id, ent->fields[f].id);
		(void)texts_save(&app, ent, id, (int)f, "other", &e);
	}
	must(import_file(&app, ent->id, path, &o, &r, &e), &e);
	assert_int_equal(r.rejected, 0);
	for (size_t f = 0; f < ent->nfields; f++) {
		if (was[f] == NULL)
			continue;
		now = world_get(&app, ent->id, id, ent->fields[f].id);
		assert_string_equal(now, was[f]);
		free(now);
		free(was[f]);
	}
	free(was);
	unlink(path);
}

static void
and_in_every_cell(void **state)
{
	static const enum entity_no some[] = { ENT_school, ENT_employer,
		ENT_contact, ENT_encounter, ENT_task, ENT_visit, ENT_case,
		ENT_notice, ENT_volunteer, ENT_request };

	(void)state;
	for (size_t i = 0; i < COUNT(some); i++)
		comes_back(entities[some[i]],
		    texts_some(&app, entities[some[i]]));
}

/* As many characters as are kept, one more, and a megabyte. */
static void
nothing_is_cut_in_silence(void **state)
{
	char *much = xcalloc((1u << 20) + 1, 1);
	struct err e;
	size_t tried = 0;

	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];
		int64_t id = texts_some(&app, ent);

		for (size_t f = 0; id != 0 && f < ent->nfields; f++) {
			const struct field *fd = &ent->fields[f];
			size_t most = (size_t)field_max(fd);

			if (!texts_field(fd))
				continue;
			tried++;
			memset(much, 'x', 1u << 20);
			e = (struct err){ 0 };
			assert_int_not_equal(texts_save(&app, ent, id, (int)f,
			    much, &e), ST_OK);
			assert_true(e.text[0] != '\0');
			much[most + 1] = '\0';
			e = (struct err){ 0 };
			assert_int_not_equal(texts_save(&app, ent, id, (int)f,
			    much, &e), ST_OK);
			assert_true(e.text[0] != '\0');
			much[most] = '\0';
			(void)kept(ent, id, (int)f, much);
		}
	}
	free(much);
	assert_true(tried > 150);
	world_is_whole(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sql_is_text_in_every_field),
		cmocka_unit_test(and_in_every_cell),
		cmocka_unit_test(nothing_is_cut_in_silence),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
