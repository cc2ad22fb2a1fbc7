/* fault_acts.c - what is tried on a disk that fails: each kind of action. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/fault_acts.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/admin.h"
#include "app/bulk.h"
#include "app/erase.h"
#include "app/import.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"
#include "model/fields.h"

enum { QUAYS = 30, OLD = 6 };

static int64_t quay[QUAYS], encounter, person;
static char *csv, *config;

static enum status
add(struct app *app, struct err *e)
{
	struct row *r = record_new(app, entities[ENT_employer]);
	enum status st;

	row_set(r, F_employer_name, "Foundry");
	row_set(r, F_employer_note, "rang twice");
	st = record_save(app, NULL, r, NULL, e);
	row_free(r);
	return st;
}

/* A value and the members of two sets. */
static enum status
change(struct app *app, struct err *e)
{
	struct bulk_set set[] = { { F_encounter_title, "Bridges" },
	    { F_encounter_years, "y9 20, y10 30" },
	    { F_encounter_employers, "+employer/01000000" } };

	return bulk_do(app, entities[ENT_encounter], &encounter, 1, set,
	    COUNT(set), NULL, e);
}

static enum status
archive(struct app *app, struct err *e)
{
	enum status st = step_begin(app, e);

	return st != ST_OK ? st : step_end(app, record_archive(app,
	    entities[ENT_employer], quay[1], "closed", e), "archived", e);
}

static enum status
bulk(struct app *app, struct err *e)
{
	struct bulk_set set = { F_employer_note, "all alike" };

	return bulk_do(app, entities[ENT_employer], quay, QUAYS, &set, 1, NULL, e);
}

static void
unheard(void *arg, const char *line)
{
	(void)arg;
	(void)line;
}

static enum status
import(struct app *app, struct err *e)
{
	struct import_opts opt = { .say = unheard };
	struct import_result res;

	return import_file(app, "employer", csv, &opt, &res, e);
}

static enum status
undo(struct app *app, struct err *e)
{
	struct undo_report report = { 0 };
	enum status st = undo_step(app, 0, false, false, false, &report, e);

	undo_report_clear(&report);
	return st;
}

static enum status
erase(struct app *app, struct err *e)
{
	struct strs left = { 0 };
	struct erase x;
	enum status st = erase_look(app, person, &x, e);

	if (st != ST_OK)
		return st;
	st = erase_do(app, &x, &left, e);
	strs_clear(&left);
	erase_clear(&x);
	return st;
}

const struct fault_act fault_acts[] = {
	{ "add", add, false },
	{ "change", change, false },
	{ "archive", archive, false },
	{ "bulk", bulk, false },
	{ "import", import, false },
	{ "undo", undo, false },
	{ "erase", erase, false },
	{ "open", NULL, false },
	{ "migrate", NULL, true },
	{ NULL, NULL, false },
};

static void
write_csv(void)
{
	char *dir = test_tmpdir();
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_add(&b, "name,company_number\n");
	for (int i = 0; i < 30; i++)
		buf_addf(&b, "Mill %d,020000%02d\n", i, i);
	csv = test_write(dir, "mills.csv", b.p);
	setenv("XDG_STATE_HOME", dir, 1);
	buf_clear(&b);
	free(dir);
}

char *
fault_world(void)
{
	char name[32], number[48], *file;
	struct err e = { 0 };
	struct app app;

	write_csv();
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere School",
	    "note=Zenobia Ozzard rang", NULL);
	for (int i = 0; i < QUAYS; i++) {
		snprintf(name, sizeof name, "name=Quay %d", i);
		snprintf(number, sizeof number, "company_number=010000%02d", i);
		quay[i] = world_add(&app, "employer", name, number, NULL);
	}
	encounter = world_add(&app, "encounter", "schools=school/900001",
	    "type=talk", "years=y10 5", NULL);
	person = world_add(&app, "contact", "name=Zenobia Ozzard",
	    "note=keeps llamas", NULL);
	must(world_set(&app, "employer", quay[2], "note", "to be undone", &e),
	    &e);
	file = xstrdup(admin_path(&app));
	world_close(&app);
	config = xasprintf("%s.ini", file);
	return file;
}

static void
run(sqlite3 *s3, const char *sql)
{
	if (sqlite3_exec(s3, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(s3));
}

/* Before roles. */
char *
fault_old_world(void)
{
	char *dir = test_tmpdir(), *file = test_path(dir, "old.db");
	sqlite3 *s3;

	assert_int_equal(sqlite3_open(file, &s3), SQLITE_OK);
	run(s3, "BEGIN");
	for (int i = 0; i < OLD; i++)
		run(s3, migration_table[i].sql);
	run(s3, "PRAGMA user_version = 6; INSERT INTO meta(key, value) "
	    "VALUES ('node', 'old'); COMMIT");
	assert_int_equal(sqlite3_close(s3), SQLITE_OK);
	free(dir);
	return file;
}

static uint64_t
mixed(uint64_t h, const unsigned char *p, int n)
{
	for (int i = 0; i < n; i++)
		h = (h ^ p[i]) * 0x100000001b3;		/* FNV-1a */
	return (h ^ (uint64_t)n) * 0x100000001b3;
}

/* What SQL gives, in the order of all its columns. */
static uint64_t
hash(sqlite3 *s3, const char *sql)
{
	uint64_t h = 0xcbf29ce484222325;
	sqlite3_stmt *st;
	struct buf b;
	int rc;

	assert_int_equal(sqlite3_prepare_v2(s3, sql, -1, &st, NULL),
	    SQLITE_OK);
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "SELECT * FROM (%s) ORDER BY 1", sql);
	for (int i = 2; i <= sqlite3_column_count(st); i++)
		buf_addf(&b, ", %d", i);
	sqlite3_finalize(st);
	assert_int_equal(sqlite3_prepare_v2(s3, b.p, -1, &st, NULL),
	    SQLITE_OK);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(st); i++)
			h = mixed(h, sqlite3_column_blob(st, i),
			    sqlite3_column_bytes(st, i));
	assert_int_equal(rc, SQLITE_DONE);
	sqlite3_finalize(st);
	buf_clear(&b);
	return h;
}

static char *
dump(sqlite3 *s3)
{
	struct strs lines = { 0 };
	sqlite3_stmt *st;
	const char *name;
	char *sql, *all;

	strs_take(&lines, xasprintf("%llx %llx", (unsigned long long)
	    hash(s3, "SELECT sql FROM sqlite_schema"), (unsigned long long)
	    hash(s3, "SELECT user_version FROM pragma_user_version")));
	assert_int_equal(sqlite3_prepare_v2(s3, "SELECT name "
	    "FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 "
	    "ORDER BY name", -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		name = (const char *)sqlite3_column_text(st, 0);
		sql = xasprintf("SELECT * FROM \"%s\"", name);
		strs_take(&lines, xasprintf("%s %llx", name,
		    (unsigned long long)hash(s3, sql)));
		free(sql);
	}
	sqlite3_finalize(st);
	/* last: as the first statement after a COMMIT that could not read it
	 * once reported what a second look did not */
	strs_take(&lines, xasprintf("%llx", (unsigned long long)hash(s3,
	    "SELECT integrity_check FROM pragma_integrity_check")));
	all = strs_join(&lines, "\n");
	strs_clear(&lines);
	return all;
}

char *
fault_dump(struct app *app, const char *file)
{
	sqlite3 *s3;
	char *text;

	if (app != NULL) {
		s3 = app->db->s3;
		sqlite3_set_authorizer(s3, NULL, NULL);
		text = dump(s3);
		sqlite3_set_authorizer(s3, guard_allow, app->db);
		return text;
	}
	assert_int_equal(sqlite3_open(file, &s3), SQLITE_OK);
	text = dump(s3);
	assert_int_equal(sqlite3_close(s3), SQLITE_OK);
	return text;
}

enum status
fault_open(struct app *app, const char *file, struct err *e)
{
	struct app_start start = { .db = file, .config = config,
	    .user = "tester" };

	return app_open(app, &start, e);
}
