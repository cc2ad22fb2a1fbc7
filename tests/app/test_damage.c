/* test_damage.c - damage of any kind, made by chance: what check --repair makes
 * of it is whole in itself, and what it says of it is true. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/backup.h"
#include "app/demo.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/world.h"

/* Rounds of each case; the second with CASELOAD_LONG, as in check-long. */
enum { SHORT = 4, LONG = 60 };

static struct {
	char		*good, *bad;	/* files */
	char		*said;		/* the good one as text */
	uint64_t	 chance;
} t;

static unsigned
pick(unsigned below)
{
	t.chance ^= t.chance << 13;
	t.chance ^= t.chance >> 7;
	t.chance ^= t.chance << 17;
	return (unsigned)(t.chance % below);
}

/* --- files ------------------------------------------------------------------ */

static char *
read_whole(const char *path, size_t *n)
{
	int fd = open(path, O_RDONLY);
	struct stat sb;
	char *p;

	assert_true(fd >= 0 && fstat(fd, &sb) == 0);
	*n = (size_t)sb.st_size;
	p = xmalloc(*n);
	assert_int_equal(read(fd, p, *n), *n);
	close(fd);
	return p;
}

static void
write_whole(const char *path, const char *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, p, n), n);
	close(fd);
}

static void
clean(const char *path)
{
	static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

	for (size_t i = 0; i < 4; i++) {
		char *p = xasprintf("%s%s", path, ends[i]);

		(void)unlink(p);
		free(p);
	}
}

static void
anew(void)
{
	size_t n;
	char *p = read_whole(t.good, &n);

	clean(t.bad);
	write_whole(t.bad, p, n);
	free(p);
}

static int
setup(void **state)
{
	struct demo_opts o = { .schools = 2, .years = 1 };
	struct err e = { 0 };
	struct app app;

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &o, &e), &e);
	t.good = xstrdup(admin_path(&app));
	t.bad = xasprintf("%s.bad", t.good);
	t.said = world_dump(&app);
	app_close(&app);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	free(t.good);
	free(t.bad);
	free(t.said);
	return 0;
}

/* --- mending, as the command does -------------------------------------------- */

static void
quiet(void *arg, const char *text)
{
	(void)arg;
	(void)text;
}

static enum status
repair(struct app *app)
{
	enum status st = backup_look(t.bad, NULL, NULL);

	return st == ST_OK ? admin_repair(app, quiet, NULL, NULL) : st;
}

static void
no_error(void *arg, const char *level, const char *what, const char *ref)
{
	if (str_eq(level, "error"))
		fail_msg("%s: %s %s", (const char *)arg, what, ref);
}

/* What is left in the end, as text, for the caller to free; *WHOLE: it was said
 * that nothing is missing. NULL: nothing could be had of it. */
static char *
mended(const char *how, bool *whole)
{
	struct app_start start = { .db = t.bad, .user = "tester" };
	char *out = NULL, *text;
	struct err e = { 0 };
	struct app app;
	enum status st = app_open(&app, &start, NULL);

	*whole = false;
	if (st == ST_OK) {
		st = repair(&app);
		app_close(&app);
	}
	if (st == ST_CORRUPT) {
		if (admin_rescue(t.bad, &out, whole, quiet, NULL, NULL) !=
		    ST_OK)
			return NULL;
		start.db = out;
	} else if (st != ST_OK) {
		fail_msg("%s: status %d", how, (int)st);
	}
	must(app_open(&app, &start, &e), &e);
	must(admin_check(&app, no_error, (void *)how, &e), &e);
	text = world_dump(&app);
	app_close(&app);
	if (out != NULL)
		clean(out);
	free(out);
	return text;
}

static int
rounds(void)
{
	return getenv("CASELOAD_LONG") != NULL ? LONG : SHORT;
}

/* --- by another program ------------------------------------------------------- */

/* The names of TYPE, one of which is picked; the caller frees it. Not those of
 * the history, from which all else can be made. */
static char *
any_part(sqlite3 *s3, const char *type)
{
	struct strs names = { 0 };
	sqlite3_stmt *st;
	char *name;

	assert_int_equal(sqlite3_prepare_v2(s3, "SELECT name FROM "
	    "sqlite_schema WHERE type = ?1 AND sql IS NOT NULL AND name NOT "
	    "LIKE 'sqlite%' AND name NOT LIKE '%\\_tri\\_%' ESCAPE '\\' "
	    "AND name NOT IN ('step', 'change') ORDER BY name", -1, &st, NULL), SQLITE_OK);
	sqlite3_bind_text(st, 1, type, -1, SQLITE_STATIC);
	while (sqlite3_step(st) == SQLITE_ROW)
		strs_add(&names, (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	name = xstrdup(names.v[pick((unsigned)names.n)]);
	strs_clear(&names);
	return name;
}

/* Members that went are a change like any: it stands, and is noted. */
static bool
is_record(const char *table)
{
	for (int i = 0; i < ENT_MAX; i++)
		if (str_eq(entity_table(entities[i]), table))
			return true;
	return false;
}

/* What another program may do to the tables: a statement. */
static char *
any_damage(sqlite3 *s3)
{
	static const char *const types[] = { "table", "table", "table", "index",
		"trigger" };
	const char *type = types[pick(5)];
	char *name, *sql;

	name = any_part(s3, type);
	if (str_eq(type, "table") && pick(2) != 0 && is_record(name))
		sql = xasprintf("DELETE FROM \"%s\" WHERE abs(random()) %% 3 "
		    "= 0", name);
	else
		sql = xasprintf("DROP %s \"%s\"", type, name);
	free(name);
	return sql;
}

static void
rows_and_parts_that_went_are_made_again(void **state)
{
	bool whole;

	(void)state;
	for (int i = 0; i < rounds(); i++) {
		char *sql, *text;
		sqlite3 *s3;

		t.chance = 88172645463325252u + (uint64_t)i * 7919;
		anew();
		assert_int_equal(sqlite3_open(t.bad, &s3), SQLITE_OK);
		sql = any_damage(s3);
		if (sqlite3_exec(s3, sql, NULL, NULL, NULL) != SQLITE_OK)
			fail_msg("%s: %s", sql, sqlite3_errmsg(s3));
		sqlite3_close(s3);
		text = mended(sql, &whole);
		if (text == NULL || !str_eq(text, t.said))
			fail_msg("after %s it is not as it was", sql);
		free(text);
		free(sql);
	}
}

/* --- of the file ---------------------------------------------------------------- */

static void
spoil(char *p, size_t *n, char *how, size_t size)
{
	unsigned kind = pick(4), times = 1 + pick(6);
	size_t at;

	snprintf(how, size, "kind %u, %u times, of %zu", kind, times, *n);
	if (kind == 3)
		*n = *n / 4 + pick((unsigned)(*n / 4 * 3));
	for (unsigned i = 0; i < times && kind < 3; i++) {
		size_t len = kind == 0 ? 4096 : kind == 1 ? 64 : 1;

		at = pick((unsigned)(*n / len)) * len;
		for (size_t k = 0; k < len; k++)
			p[at + k] = kind == 0 ? '\0' : (char)pick(256);
	}
}

static void
bytes_that_are_spoilt_are_read_round(void **state)
{
	bool whole;

	(void)state;
	for (int i = 0; i < rounds(); i++) {
		char how[80], *p, *text;
		size_t n;

		t.chance = 362436069362436069u + (uint64_t)i * 104729;
		anew();
		p = read_whole(t.bad, &n);
		spoil(p, &n, how, sizeof how);
		write_whole(t.bad, p, n);
		free(p);
		text = mended(how, &whole);
		if (text != NULL && whole && !str_eq(text, t.said))
			fail_msg("%s: said to be whole, and is not", how);
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_and_parts_that_went_are_made_again),
		cmocka_unit_test(bytes_that_are_spoilt_are_read_round),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
