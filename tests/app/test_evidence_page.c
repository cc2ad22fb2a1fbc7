/* test_evidence_page.c - every figure against SQL of its own, and against the
 * records it opens; nothing private, nothing small. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "app/admin.h"
#include "app/demo.h"
#include "app/record.h"
#include "app/report_out.h"
#include "app/select.h"
#include "base/mem.h"
#include "model/filter.h"
#include "model/tables.h"
#include "tests/app/world.h"

static struct app app;
static sqlite3 *raw;		/* the same file, read without our code */

static int
set_up(void **state)
{
	struct demo_opts o = { .schools = 12, .years = 2, .seed = 5 };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &o, &e), &e);
	assert_int_equal(sqlite3_open_v2(admin_path(&app), &raw,
	    SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	sqlite3_close(raw);
	world_close(&app);
	return 0;
}

/* One number; -1 for NULL. SQL of the test's own, not the program's. */
static long
ask(const char *fmt, ...)
{
	sqlite3_stmt *s;
	va_list ap;
	char *sql;
	long n;

	va_start(ap, fmt);
	sql = sqlite3_vmprintf(fmt, ap);
	va_end(ap);
	assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	n = sqlite3_column_type(s, 0) == SQLITE_NULL ? -1 :
	    (long)sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	sqlite3_free(sql);
	return n;
}

static long
number(const char *text)
{
	return strcmp(text, "?") == 0 ? -1 : strtol(text, NULL, 10);
}

static void
page_of(long school, struct report *r)
{
	const struct report_info *info;
	struct strs words = { 0 };
	struct err e = { 0 };
	char *urn = xasprintf("%ld", ask("SELECT urn FROM school WHERE id ="
	    " %ld", school));

	strs_add(&words, urn);
	must(report_find("evidence", &info, &e), &e);
	must(report_make(&app, info, &words, r, &e), &e);
	strs_clear(&words);
	free(urn);
}

static const struct report_block *
block(const struct report *r, const char *title)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->block[i].title, title) == 0)
			return &r->block[i];
	fail_msg("no block %s", title);
	return NULL;
}

/* How many records the cell opens. */
static long
opens(const struct report_cell *c)
{
	struct list_spec spec = { .sort = -1, .today = app.today };
	struct filter *f;
	struct err e = { 0 };
	int64_t n;

	spec.ent = c->ent;
	must(filter_parse(c->ent, c->filter, app.today, &f, &e), &e);
	spec.filter = f;
	must(select_count(&app, &spec, 100000, &n, &e), &e);
	filter_free(f);
	return (long)n;
}

/* What the text of a sum must be, when it may be shown. */
static void
same_sum(const char *text, const char *col, const char *where)
{
	long sum = ask("SELECT sum(y.%s) %s", col, where);
	long unknown = ask("SELECT count(*) - count(y.%s) %s", col, where);
	char want[32];

	if (strcmp(col, "attended") != 0 && sum >= 1 && sum < 5) {
		assert_true(strcmp(text, "<5") == 0 || strcmp(text, "?") == 0 ||
		    strcmp(text, "*") == 0);
		return;
	}
	if (strcmp(text, "*") == 0 || (strcmp(text, "?") == 0 && unknown > 0))
		return;
	snprintf(want, sizeof want, "%ld%s", sum < 0 ? 0 : sum,
	    unknown > 0 ? "+" : "");
	assert_string_equal(text, want);
}

static void
check_cells(long school, const struct report_block *b, size_t row, int year)
{
	const struct report_cell *c = &b->cell[row * b->ncols +
	    (year == 2026 ? 6 : 1)];
	const char *name = b->cell[row * b->ncols].text;
	bool all = strcmp(name, "All") == 0;
	char *group = sqlite3_mprintf("= lower('%q')", name);
	char *where = sqlite3_mprintf("FROM encounter e %s JOIN encounter_year"
	    " y ON y.encounter = e.id AND y.school = %ld AND y.grp %s"
	    " WHERE e.date BETWEEN '%d-09-01' AND '%d-08-31' AND e.status ="
	    " 'delivered' AND e.archived IS NULL AND EXISTS (SELECT 1 FROM"
	    " encounter_school s WHERE s.encounter = e.id AND s.school = %ld)",
	    all ? "LEFT" : "", school, all ? "<> 'adult'" :
	    group, year, year + 1, school);
	long n = ask("SELECT count(DISTINCT e.id) %s", where);
	long bm7 = ask("SELECT count(DISTINCT e.id) %s AND e.id IN (SELECT"
	    " encounter FROM encounter_benchmark WHERE benchmark = 7)", where);

	assert_int_equal(number(c[0].text), n);
	assert_int_equal(number(c[1].text), bm7);
	assert_true(n == 0 || opens(&c[0]) == n);
	assert_true(bm7 == 0 || opens(&c[1]) == bm7);
	if (!all) {
		same_sum(c[2].text, "attended", where);
		same_sum(c[3].text, "disadvantaged", where);
		same_sum(c[4].text, "send", where);
	}
	sqlite3_free(where);
	sqlite3_free(group);
}

static void
figures_agree_with_sql_and_records(void **state)
{
	struct report r;
	long i, school, schools = ask("SELECT count(*) FROM school");
	size_t row, rows = 0;

	(void)state;
	for (i = 0; i < schools; i++) {
		const struct report_block *b;

		school = ask("SELECT id FROM school ORDER BY id LIMIT 1 OFFSET"
		    " %ld", i);
		page_of(school, &r);
		b = block(&r, "Encounters delivered, by year group");
		assert_int_equal(b->ncols, 11);
		for (row = 0; row < report_rows(b); row++) {
			if (b->cell[row * 11 + 1].text[0] != '?')
				check_cells(school, b, row, 2025);
			check_cells(school, b, row, 2026);
			rows++;
		}
		report_clear(&r);
	}
	assert_true(rows > 40);
}

/* Each printed percentage is that of an assessment, which it opens. */
static void
benchmarks_are_those_of_the_results(void **state)
{
	long i, schools = ask("SELECT count(*) FROM school");
	int seen = 0;

	(void)state;
	for (i = 0; i < schools; i++) {
		const struct report_block *b = NULL;
		struct report r;

		page_of(ask("SELECT id FROM school ORDER BY id LIMIT 1 OFFSET"
		    " %ld", i), &r);
		for (size_t k = 0; k < r.n; k++)
			if (strncmp(r.block[k].title, "Benchmarks", 10) == 0)
				b = &r.block[k];
		for (size_t k = 0; b != NULL && k < b->ncols * 8; k++) {
			const struct report_cell *c = &b->cell[k];
			char col[4] = { 'b', 'm', (char)('1' + k / b->ncols) };

			if (c->ent == NULL || c->id == 0)
				continue;
			assert_string_equal(c->ent->id, "assessment");
			assert_int_equal(number(c->text), ask("SELECT %s FROM"
			    " assessment WHERE id = %lld", col,
			    (long long)c->id));
			seen++;
		}
		report_clear(&r);
	}
	assert_true(seen > 40);
}

/* At most so many pupils of a year group can have met employers: by SQL, the
 * sum over the year's encounters; at least, the largest. With ticks or not. */
static void
check_employers(long school, const struct report_block *b, size_t row,
    size_t col)
{
	const char *group = b->col[col].head;
	const char *text = b->cell[row * b->ncols + col].text, *dash;
	char *where = sqlite3_mprintf("FROM encounter e JOIN encounter_year y"
	    " ON y.encounter = e.id AND y.school = %ld AND y.grp = lower('%q')"
	    " WHERE e.date BETWEEN '2026-09-01' AND '2026-11-20' AND e.status"
	    " = 'delivered' AND e.archived IS NULL AND e.id IN (SELECT"
	    " encounter FROM encounter_benchmark WHERE benchmark = 5)",
	    school, group);
	long least = ask("SELECT coalesce(max(y.attended), 0) %s", where);
	long most = ask("SELECT coalesce(sum(y.attended), 0) %s", where);
	long roll = ask("SELECT max(pupils) FROM roll WHERE school = %ld AND"
	    " year = '2026/27' AND grp = lower('%q') AND archived IS NULL",
	    school, group);

	dash = strchr(text, '-');
	if (roll >= 0) {
		least = least < roll ? least : roll;
		most = most < roll ? most : roll;
	}
	assert_int_equal(number(text), least);
	assert_int_equal(number(dash != NULL ? dash + 1 : text), most);
	sqlite3_free(where);
}

static void
pupils_the_log_shows(void **state)
{
	long i, school, schools = ask("SELECT count(*) FROM school");
	int seen = 0, opened = 0;

	(void)state;
	for (i = 0; i < schools; i++) {
		const struct report_block *b;
		struct report r;
		size_t row, k;

		school = ask("SELECT id FROM school ORDER BY id LIMIT 1 OFFSET"
		    " %ld", i);
		page_of(school, &r);
		b = block(&r, "Pupils the log shows, by year group now");
		for (k = 0; k < b->ncells; k++)
			if (b->cell[k].ent != NULL) {
				assert_true(opens(&b->cell[k]) > 0);
				opened++;
			}
		row = strcmp(b->cell[b->ncols].text, "  ticks or not") == 0;
		for (k = 1; k < b->ncols; k++)
			if (b->cell[row * b->ncols + k].text[0] != '.' &&
			    b->cell[row * b->ncols + k].text[0] != '?') {
				check_employers(school, b, row, k);
				seen++;
			}
		report_clear(&r);
	}
	assert_true(seen > 20);
	assert_true(opened > 20);
}

/* Not one word of a private field gets out, in any format; the page is short
 * enough for one sheet. */
static void
nothing_private_and_one_page(void **state)
{
	long i, schools = ask("SELECT count(*) FROM school");
	size_t lines = 0;

	(void)state;
	for (i = 0; i < schools; i++) {
		struct report r;
		struct report_lines l;
		struct err e = { 0 };
		long id = ask("SELECT id FROM school ORDER BY id LIMIT 1"
		    " OFFSET %ld", i);

		must(world_set(&app, "school", id, "note", "SECRETWORD", &e),
		    &e);
		page_of(id, &r);
		for (enum report_format f = RF_TEXT; f <= RF_HTML; f++) {
			struct buf b;

			buf_init(&b, BUF_FILE);
			report_write(&app, &r, f, true, &b);
			assert_null(strstr(b.p, "SECRETWORD"));
			buf_clear(&b);
		}
		report_lay(&r, REPORT_COLS, true, &l);
		lines = l.n > lines ? l.n : lines;
		report_lines_clear(&l);
		report_clear(&r);
	}
	assert_in_range(lines, 40, 80);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_agree_with_sql_and_records),
		cmocka_unit_test(benchmarks_are_those_of_the_results),
		cmocka_unit_test(pupils_the_log_shows),
		cmocka_unit_test(nothing_private_and_one_page),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
