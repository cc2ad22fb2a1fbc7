/* test_queries.c - every statement parses, finds its rows and is there once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include "base/buf.h"

/* Tables that stay small. */
static const char small[] = "meta sqlite_master sqlite_schema";

/* What a line of a plan says against the statement; NULL when nothing. The
 * words differ between releases of SQLite: keep this short. */
static const char *
fault(const char *line)
{
	char table[64] = "";

	if (strstr(line, "TEMP B-TREE") != NULL)
		return "sorts";
	if (!str_starts(line, "SCAN ") || strstr(line, "CONSTANT ROW") != NULL)
		return NULL;
	if (strstr(line, "VIRTUAL TABLE") != NULL)	/* index 0: no word given */
		return str_ends(line, "INDEX 0:") ? "scans" : NULL;
	sscanf(line, "SCAN %63s", table);
	/* The rows of a sub-select have been found already. */
	if (table[0] == '(' || str_in(table, small))
		return NULL;
	return "scans";
}

/* The first fault of the plan of SQL, or "": the caller frees it. */
static char *
plan_fault(struct db *db, const char *sql)
{
	char *explain = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	char *found = NULL;
	struct stmt *st;
	bool more;

	OK(db_made(db, explain, &st, E));
	for (;;) {
		OK(db_step(st, &more, E));
		if (!more)
			break;
		if (found == NULL && fault(db_text(st, 3)) != NULL)
			found = xstrdup(db_text(st, 3));
	}
	free(explain);
	return found != NULL ? found : xstrdup("");
}

static void
every_statement_parses(void **state)
{
	for (int q = 0; q < Q_MAX; q++) {
		struct stmt *st;
		struct err e = { 0 };

		if (query_table[q].fragment)
			continue;
		if (db_stmt(*state, (enum query)q, &st, &e) != ST_OK)
			fail_msg("%s:%d %s: %s", query_table[q].file,
			    query_table[q].line, query_table[q].name,
			    e.detail);
	}
}

static void
every_statement_finds_its_rows(void **state)
{
	int bad = 0;

	for (int q = 0; q < Q_MAX; q++) {
		const struct query_def *d = &query_table[q];
		char *line;

		if (d->fragment)
			continue;
		line = plan_fault(*state, d->sql);
		if (*line != '\0' && !d->slow) {
			print_error("%s:%d: %s: %s\n", d->file, d->line,
			    d->name, line);
			bad++;
		}
		if (*line == '\0' && d->slow) {
			print_error("%s:%d: %s is not slow\n", d->file,
			    d->line, d->name);
			bad++;
		}
		free(line);
	}
	assert_int_equal(bad, 0);
}

/* Which rows a LIMIT keeps is chance without an order: of each LIMIT of SQL,
 * is there an ORDER BY in the same parentheses? But one that is only counted
 * ("SELECT 1") has none. */
static bool
limits_are_ordered(const char *sql)
{
	enum { DEEP = 16 };
	bool ordered[DEEP] = { false }, ones[DEEP] = { false };
	int depth = 0;

	for (const char *s = sql; *s != '\0'; s++) {
		if (*s == '-' && s[1] == '-') {
			s += strcspn(s, "\n") - 1;
		} else if (*s == '(') {
			assert_true(++depth < DEEP);
			ordered[depth] = ones[depth] = false;
		} else if (*s == ')') {
			assert_true(--depth >= 0);
		} else if (str_starts(s, "SELECT ")) {
			ordered[depth] = false;
			ones[depth] = str_starts(s, "SELECT 1 ") ||
			    str_starts(s, "SELECT 1\n");
		} else if (str_starts(s, "ORDER BY ")) {
			ordered[depth] = true;
		} else if (str_starts(s, "LIMIT ") && !ordered[depth] &&
		    !ones[depth]) {
			return false;
		}
	}
	return true;
}

static void
every_limit_has_an_order(void **state)
{
	int bad = 0;

	(void)state;
	for (int q = 0; q < Q_MAX; q++)
		if (!limits_are_ordered(query_table[q].sql)) {
			print_error("%s:%d: %s: a LIMIT without ORDER BY\n",
			    query_table[q].file, query_table[q].line,
			    query_table[q].name);
			bad++;
		}
	assert_int_equal(bad, 0);
	assert_false(limits_are_ordered("SELECT id FROM t LIMIT 1"));
	assert_false(limits_are_ordered(
	    "SELECT (SELECT a FROM u LIMIT 1) FROM t ORDER BY b LIMIT 1"));
	assert_false(limits_are_ordered("SELECT a FROM t ORDER BY a; "
	    "SELECT b FROM t LIMIT 1"));
	assert_true(limits_are_ordered("SELECT a FROM (SELECT 1 FROM u "
	    "LIMIT 5) ORDER BY a LIMIT 1"));
}

/* Does the last of what SQL is have an order of its own? */
static bool
is_ordered(const char *sql)
{
	bool ordered = false;
	int depth = 0;

	for (const char *s = sql; *s != '\0'; s++) {
		if (*s == '-' && s[1] == '-')
			s += strcspn(s, "\n") - 1;
		else if (*s == '(' || *s == ')')
			depth += *s == '(' ? 1 : -1;
		else if (depth == 0 && str_starts(s, "ORDER BY "))
			ordered = true;
	}
	return ordered;
}

/* What people read comes in an order, but for one row by its id. */
static void
what_is_shown_has_an_order(void **state)
{
	static const char *const files[] = { "db/queries/brief.sql",
		"db/queries/diary.sql", "db/queries/quick.sql",
		"db/queries/overview_week.sql" };
	int bad = 0, seen = 0;

	(void)state;
	for (int q = 0; q < Q_MAX; q++) {
		const struct query_def *d = &query_table[q];
		bool shown = false;

		for (size_t i = 0; i < COUNT(files); i++)
			shown = shown || str_ends(d->file, files[i]);
		if (d->fragment || !shown || strstr(d->sql, ".id = ?1"))
			continue;
		seen++;
		if (!is_ordered(d->sql)) {
			print_error("%s:%d: %s has no order\n", d->file,
			    d->line, d->name);
			bad++;
		}
	}
	assert_true(seen > 40);
	assert_int_equal(bad, 0);
	assert_false(is_ordered("SELECT (SELECT a FROM u ORDER BY a) FROM t"));
}

static void
titles_and_derived_values_find_their_rows(void **state)
{
	int bad = 0;

	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];

		for (int k = -1; k < (int)ent->nfields; k++) {
			const char *sql = k < 0 ?
			    db_fragment("TITLE", ent->id, NULL) :
			    db_fragment("DERIVED", ent->id, ent->fields[k].id);
			char *whole, *line;

			if (sql == NULL)
				continue;
			whole = xasprintf("SELECT %s FROM %s t WHERE t.id = 1",
			    sql, entity_table(ent));
			line = plan_fault(*state, whole);
			if (*line != '\0') {
				print_error("%s: %s\n", whole, line);
				bad++;
			}
			free(line);
			free(whole);
		}
	}
	assert_int_equal(bad, 0);
}

static void
taking_a_record_out_scans_nothing(void **state)
{
	int bad = 0;

	for (int i = 0; i < ENT_MAX; i++) {
		char *sql = xasprintf("DELETE FROM %s WHERE id = 1",
		    entity_table(entities[i]));
		char *line = plan_fault(*state, sql);

		if (*line != '\0') {
			print_error("%s: %s: a reference lacks its index\n",
			    sql, line);
			bad++;
		}
		free(line);
		free(sql);
	}
	assert_int_equal(bad, 0);
}

/* The compiled program, which is the same for the same statement written
 * differently. */
static char *
program(struct db *db, const char *sql)
{
	char *explain = xasprintf("EXPLAIN %s", sql);
	struct stmt *st;
	struct buf b;
	bool more;

	buf_init(&b, BUF_ROW);
	OK(db_made(db, explain, &st, E));
	for (;;) {
		OK(db_step(st, &more, E));
		if (!more)
			break;
		for (int c = 1; c < 7; c++)
			buf_addf(&b, "%s ", db_text(st, c));
		buf_addc(&b, '\n');
	}
	free(explain);
	return buf_take(&b);
}

static void
no_statement_is_there_twice(void **state)
{
	char **p = xcalloc(Q_MAX, sizeof *p);
	int bad = 0;

	for (int q = 0; q < Q_MAX; q++) {
		if (query_table[q].fragment)
			continue;
		p[q] = program(*state, query_table[q].sql);
		for (int k = 0; k < q; k++)
			if (p[k] != NULL && str_eq(p[k], p[q])) {
				print_error("%s does what %s does\n",
				    query_table[q].name, query_table[k].name);
				bad++;
			}
	}
	for (int q = 0; q < Q_MAX; q++)
		free(p[q]);
	free(p);
	assert_int_equal(bad, 0);
}

static void
a_bad_plan_is_noticed(void **state)
{
	char *s = plan_fault(*state, "SELECT * FROM school WHERE trust = 'x'");

	assert_true(str_starts(s, "SCAN school"));
	free(s);
	s = plan_fault(*state, "SELECT id FROM school ORDER BY trust");
	assert_string_not_equal(s, "");
	free(s);
	s = plan_fault(*state, "SELECT id FROM school WHERE id = 1");
	assert_string_equal(s, "");
	free(s);
	s = plan_fault(*state, "SELECT rowid FROM name_tri");
	assert_string_not_equal(s, "");
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_statement_parses),
		cmocka_unit_test(every_statement_finds_its_rows),
		cmocka_unit_test(every_limit_has_an_order),
		cmocka_unit_test(what_is_shown_has_an_order),
		cmocka_unit_test(titles_and_derived_values_find_their_rows),
		cmocka_unit_test(taking_a_record_out_scans_nothing),
		cmocka_unit_test(no_statement_is_there_twice),
		cmocka_unit_test(a_bad_plan_is_noticed),
	};

	return cmocka_run_group_tests(tests, setup_fresh, teardown_db);
}
