/* test_board.c - every figure of the board against SQL written here, and the
 * records it opens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "app/demo.h"
#include "app/monthend.h"
#include "base/buf.h"
#include "base/mem.h"
#include "tests/app/board_on.h"
#include "tests/db/dbtest.h"

/* SQL with $s for the school, $d for the day, $f for the first of its year. */
static char *
asked(const struct on *o, const char *sql)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (; *sql != '\0'; sql++) {
		if (*sql != '$')
			buf_addc(&b, *sql);
		else if (*++sql == 's')
			buf_addf(&b, "%lld", (long long)o->school);
		else
			buf_addf(&b, "'%s'", *sql == 'd' ? o->day : o->first);
	}
	return buf_take(&b);
}

static void
is_text(const struct on *o, const char *col, const char *sql)
{
	char *question = asked(o, sql), *want = sql_text(o->app->db, question);

	if (!str_eq(cell(o, col)->data, str_eq(want, "-") ? "" : want))
		fail_msg("%s of %lld on %s: \"%s\", not \"%s\"", col,
		    (long long)o->school, o->day, cell(o, col)->data, want);
	free(want);
	free(question);
}

/* How many records a cell opens. */
static int64_t
opened(const struct on *o, const struct board_cell *c)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	if (c->ent == NULL)
		return 0;
	if (c->id != 0)
		return 1;
	must(lister_open(&l, o->app, c->ent, c->filter, &e), &e);
	must(lister_count(&l, 100000, &n, &e), &e);
	lister_close(&l);
	return n;
}

static void
opens_many(const struct on *o, const char *col, const char *sql)
{
	char *question = asked(o, sql);
	int64_t want = sql_int(o->app->db, question);
	int64_t n = opened(o, cell(o, col));

	if (n != want)
		fail_msg("%s of %lld on %s opens %lld, not %lld: %s", col,
		    (long long)o->school, o->day, (long long)n,
		    (long long)want, cell(o, col)->filter);
	free(question);
}

#define PLACE	"encounter e, encounter_school x WHERE x.encounter = e.id " \
	"AND x.school = $s AND e.archived IS NULL AND "
#define PLANNED	"e.status IN ('planned','confirmed') AND "
#define COMING	"visit WHERE school = $s AND archived IS NULL AND " \
	"status = 'planned' AND date >= $d"
#define MET_US	"visit WHERE (school = $s OR school IN (SELECT old_school " \
	"FROM succession WHERE new_school = $s AND archived IS NULL)) AND " \
	"archived IS NULL AND " \
	"status = 'done' AND kind IN ('visit', 'meeting') AND date <= $d"
#define TO_DO	"task WHERE school = $s AND archived IS NULL AND " \
	"status IN ('open', 'waiting')"
#define THEN	"archived IS NULL AND coalesce(from_on,'') <= $d AND " \
	"coalesce(to_on,'9') >= $d"
#define RESULT	"FROM assessment WHERE school = $s AND source = 'compass' AND " \
	"archived IS NULL AND date <= $d ORDER BY date DESC, id DESC LIMIT 1"

static void
check_words(const struct on *o)
{
	is_text(o, "name", "SELECT name FROM school WHERE id = $s");
	is_text(o, "stage", "SELECT stage FROM membership WHERE school = $s "
	    "AND archived IS NULL AND coalesce(from_on,'') <= $d "
	    "ORDER BY coalesce(from_on,'') DESC, id DESC LIMIT 1");
	is_text(o, "leader", "SELECT coalesce(training,'') FROM (SELECT "
	    "coalesce(nullif(training,''),'not known') AS training FROM role "
	    "WHERE organisation_school = $s AND role = 'careers leader' AND "
	    THEN ") ORDER BY instr('done,in progress,booked,none,not known', "
	    "training) LIMIT 1");
	opens_many(o, "leader", "SELECT count(*) FROM role WHERE "
	    "organisation_school = $s AND role = 'careers leader' AND " THEN);
	opens_many(o, "coordinators", "SELECT count(*) FROM coordinator WHERE "
	    "school = $s AND " THEN);
}

static void
check_days(const struct on *o)
{
	is_text(o, "encounter", "SELECT max(e.date) FROM " PLACE
	    "e.status = 'delivered' AND e.date <= $d");
	opens_many(o, "encounter", "SELECT count(*) FROM " PLACE
	    "e.status = 'delivered' AND e.date = (SELECT max(e.date) FROM "
	    PLACE "e.status = 'delivered' AND e.date <= $d)");
	is_text(o, "next", "SELECT min(d) FROM (SELECT min(e.date) AS d FROM "
	    PLACE PLANNED "e.date >= $d UNION ALL SELECT min(date) FROM "
	    COMING ")");
	opens_many(o, "next", "WITH n(e, v) AS (SELECT (SELECT min(e.date) "
	    "FROM " PLACE PLANNED "e.date >= $d), (SELECT min(date) FROM "
	    COMING ")) SELECT CASE WHEN n.v <= coalesce(n.e, '9') "
	    "THEN (SELECT count(*) FROM " COMING " AND date = n.v) "
	    "ELSE (SELECT count(*) FROM " PLACE PLANNED "e.date = n.e) END "
	    "FROM n");
	is_text(o, "visited", "SELECT max(date) FROM " MET_US);
	opens_many(o, "visited", "SELECT count(*) FROM " MET_US
	    " AND date = (SELECT max(date) FROM " MET_US ")");
	is_text(o, "todo", "SELECT count(*) FROM " TO_DO);
	opens_many(o, "todo", "SELECT count(*) FROM " TO_DO);
	is_text(o, "toclose", "SELECT count(*) FROM " PLACE PLANNED
	    "e.date < $d");
	opens_many(o, "toclose", "SELECT count(*) FROM " PLACE PLANNED
	    "e.date < $d");
}

static void
check_result(const struct on *o)
{
	char *question = asked(o, "SELECT id " RESULT);
	int64_t id = sql_int(o->app->db, question);

	free(question);
	is_text(o, "bm", "SELECT (bm1>=100)+(bm2>=100)+(bm3>=100)+(bm4>=100)+"
	    "(bm5>=100)+(bm6>=100)+(bm7>=100)+(bm8>=100) " RESULT);
	assert_int_equal(cell(o, "bm")->id, id < 0 ? 0 : id);
	is_text(o, "need", "WITH f(m, w) AS (SELECT min(100, fsm*2), 30 FROM "
	    "school WHERE id = $s AND fsm IS NOT NULL UNION ALL "
	    "SELECT CASE WHEN phase_code = 0 THEN 100 WHEN phase_code = 1 "
	    "THEN 0 WHEN phase_code < 4 THEN 25 ELSE 75 END, 10 FROM school "
	    "WHERE id = $s AND phase_code IS NOT NULL UNION ALL "
	    "SELECT * FROM (SELECT (8 - (bm1>=100)-(bm2>=100)-(bm3>=100)-"
	    "(bm4>=100)-(bm5>=100)-(bm6>=100)-(bm7>=100)-(bm8>=100)) * 12.5, "
	    "40 " RESULT ") UNION ALL "
	    "SELECT min(100, coalesce((julianday($d) - julianday(max("
	    "coalesce((SELECT max(date) FROM " MET_US "), ''), coalesce(("
	    "SELECT max(e.date) FROM " PLACE "e.status = 'delivered' AND "
	    "e.date <= $d), '')))) * 100 / 180, 100)), 20) "
	    "SELECT CAST(sum(m*w)/sum(w) + 0.5 AS INTEGER) FROM f");
}

/* At least: the largest single event of a year group over its roll. */
#define MET	"encounter e, encounter_year y, encounter_benchmark b " \
	"WHERE y.encounter = e.id AND b.encounter = e.id AND b.benchmark = 5 " \
	"AND y.school = $s AND y.grp = r.grp AND e.status = 'delivered' AND " \
	"e.archived IS NULL AND e.date BETWEEN $f AND $d AND " \
	"(e.date < '2025-09-01' OR 4 = (SELECT count(*) FROM encounter_tick k " \
	"WHERE k.encounter = e.id AND k.tick IN ('purpose', 'outcomes', " \
	"'two-way', 'reflection')))"
#define SHARES	"SELECT coalesce((SELECT min(r.pupils, max(y.attended)) FROM " \
	MET "), 0) * 100 / r.pupils AS share, " \
	"(SELECT count(DISTINCT e.id) FROM " MET ") AS n, r.grp AS grp " \
	"FROM roll r WHERE r.school = $s AND r.archived IS NULL AND " \
	"r.pupils > 0 AND r.year = substr($f, 1, 4) || '/' || " \
	"substr(substr($f, 1, 4) + 1, 3)"

/* Only where every year group has its roll, and nothing was unknown. */
static bool
check_evidenced(const struct on *o)
{
	char *question = asked(o, "SELECT (SELECT count(*) FROM (" SHARES
	    ")) = high_age - low_age FROM school WHERE id = $s AND "
	    "low_age >= 11 AND NOT EXISTS (SELECT 1 FROM " PLACE
	    "e.status = 'delivered' AND e.date < $f) = 0");
	bool all = sql_int(o->app->db, question) == 1;

	free(question);
	if (!all)
		return false;
	is_text(o, "bm5_evidenced", "SELECT min(share) FROM (" SHARES ")");
	opens_many(o, "bm5_evidenced", "SELECT n FROM (" SHARES ") ORDER BY share, "
	    "CAST(substr(grp, 2) AS INTEGER) LIMIT 1");
	return true;
}

/* What the whole return of that month lacks of the school by name. */
static void
check_return(const struct on *o, const struct monthend *m)
{
	const struct board_cell *c = cell(o, "to_mend");
	long here = 0, n = -1;

	for (size_t i = 0; i < m->here.n; i++)
		if (m->here.v[i].ent->no == ENT_school &&
		    m->here.v[i].id == o->school)
			n = 0;
	for (size_t i = 0; i < m->ngaps; i++) {
		const struct monthly_record *r = &m->here.v[m->gap[i].record];
		char *sql = xasprintf("SELECT %lld IN (SELECT $s UNION SELECT "
		    "id FROM volunteer_match WHERE school = $s UNION SELECT volunteer "
		    "FROM volunteer_match WHERE school = $s AND archived IS NULL AND "
		    "(status NOT IN ('proposed', 'ended') OR (status = 'ended' "
		    "AND to_on BETWEEN '%.7s-01' AND '%.7s-31')))",
		    (long long)r->id, m->month, m->month);
		char *question = asked(o, sql);

		here += sql_int(o->app->db, question) == 1;
		free(question);
		free(sql);
	}
	if (n < 0 && here == 0) {
		assert_string_equal(c->data, "");
		assert_null(c->report);
		return;
	}
	assert_string_equal(c->text, here > 0 ? "!" : "0");
	assert_int_equal(strtol(c->data, NULL, 10), here);
	assert_string_equal(c->report, "return");
}

static size_t
check_board(struct app *app, const char *filter, int year, size_t *evidenced)
{
	struct on o = { .app = app, .kind = &board_kind };
	int day = year_as_at(year, app->today);
	struct list_page page = { 0 };
	struct lister l;
	struct err e = { 0 };
	char month[MONTH_TEXT];
	struct monthend m;
	long before = 100;
	size_t n;

	day_iso(day, o.day);
	day_iso(year_first_day(year), o.first);
	must(lister_open(&l, app, entity_find("school"), filter, &e), &e);
	lister_day(&l, day);
	must(board_order(&l, o.kind, &e), &e);
	must(lister_page(&l, NULL, true, 1000, &page, &e), &e);
	snprintf(month, sizeof month, "%.7s", o.day);
	must(monthend_read(app, month, &m, &e), &e);
	for (size_t i = 0; i < page.n; i++) {
		const char *need;

		must(board_cells(app, o.kind, &page.row[i], day, &o.cell, &e),
		    &e);
		o.school = page.row[i].id;
		check_words(&o);
		check_days(&o);
		check_result(&o);
		if (day == app->today)
			check_return(&o, &m);
		*evidenced += check_evidenced(&o);
		need = cell(&o, "need")->data;
		assert_true(strtol(need, NULL, 10) <= before);
		before = strtol(need, NULL, 10);
		board_cells_free(o.kind, o.cell);
	}
	n = page.n;
	monthend_clear(&m);
	list_clear(&page);
	lister_close(&l);
	return n;
}

/* The matrix: each percentage and all together. */
static void
check_matrix(struct app *app, int year)
{
	struct on o = { .app = app, .kind = &matrix_kind };
	int day = year_as_at(year, app->today);
	struct list_page page = { 0 };
	struct lister l;
	struct err e = { 0 };

	day_iso(day, o.day);
	must(lister_open(&l, app, entity_find("school"), "", &e), &e);
	lister_day(&l, day);
	must(board_order(&l, o.kind, &e), &e);
	must(lister_page(&l, NULL, true, 1000, &page, &e), &e);
	assert_true(page.n >= 40);
	for (size_t i = 0; i < page.n; i++) {
		static const char *const cols[] = { "bm1", "bm2", "bm3", "bm4",
			"bm5", "bm6", "bm7", "bm8", "date", "framework" };

		must(board_cells(app, o.kind, &page.row[i], day, &o.cell, &e),
		    &e);
		o.school = page.row[i].id;
		for (size_t c = 0; c < COUNT(cols); c++) {
			char *sql = xasprintf("SELECT %s " RESULT, cols[c]);
			char *which = asked(&o, "SELECT id " RESULT);
			int64_t id = sql_int(app->db, which);

			is_text(&o, cols[c], sql);
			assert_int_equal(cell(&o, cols[c])->id, id < 0 ? 0 : id);
			free(which);
			free(sql);
		}
		board_cells_free(o.kind, o.cell);
	}
	list_clear(&page);
	lister_close(&l);
}

/* The newest official result of every school, with $d. */
#define NEWEST	"(SELECT * FROM assessment a WHERE source = 'compass' AND " \
	"archived IS NULL AND date <= $d AND NOT EXISTS (SELECT 1 FROM " \
	"assessment n WHERE n.school = a.school AND n.source = 'compass' AND " \
	"n.archived IS NULL AND n.date <= $d AND (n.date, n.id) > (a.date, a.id)))"

static void
check_foot(struct app *app, int year)
{
	struct on o = { .app = app, .kind = &matrix_kind };
	int day = year_as_at(year, app->today);
	struct board_sum sum;
	struct strs foot = { 0 };
	struct lister l;
	struct err e = { 0 };

	day_iso(day, o.day);
	must(lister_open(&l, app, entity_find("school"), "", &e), &e);
	must(board_sum(app, &l.spec, day, &sum, &e), &e);
	matrix_kind.foot(app, &sum, &foot);
	assert_true(foot.n >= 3 * matrix_kind.ncols);
	for (int bm = 1; bm <= 8; bm++) {
		for (size_t i = 0; i < 3; i++) {
			char *part = i == 2 ? xasprintf("printf('%%.0f', 100.0"
			    " * count(*) FILTER (WHERE bm%d >= 100) / "
			    "count(bm%d))", bm, bm) : i == 1 ?
			    xasprintf("count(*) FILTER (WHERE bm%d >= 100)",
			    bm) : xasprintf("printf('%%.0f', avg(bm%d))", bm);
			char *sql = xasprintf("SELECT %s || ' ' FROM " NEWEST,
			    part);
			char *question = asked(&o, sql);
			char *want = sql_text(app->db, question);

			assert_string_equal(foot.v[i * matrix_kind.ncols +
			    (size_t)bm], want);
			free(want);
			free(question);
			free(sql);
			free(part);
		}
	}
	strs_clear(&foot);
	lister_close(&l);
}

static void
every_figure_is_what_sql_says(void **state)
{
	struct demo_opts opts = { .seed = 3 };
	struct err e = { 0 };
	size_t evidenced = 0;
	struct app app;

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &opts, &e), &e);
	assert_true(check_board(&app, "", 2026, &evidenced) >= 40);
	assert_true(check_board(&app, "", 2025, &evidenced) >= 40);
	check_matrix(&app, 2026);
	check_matrix(&app, 2024);
	check_foot(&app, 2026);
	check_foot(&app, 2025);
	if (evidenced < 5)
		fail_msg("only %zu schools have all rolls", evidenced);
	world_close(&app);
}

/* One row's cells, as they stand now. */
static void
read_again(struct on *o, struct lister *l)
{
	struct list_page page = { 0 };
	struct err e = { 0 };

	board_cells_free(o->kind, o->cell);
	must(lister_page(l, NULL, true, 10, &page, &e), &e);
	must(board_cells(o->app, o->kind, &page.row[0], o->app->today,
	    &o->cell, &e), &e);
	list_clear(&page);
}

/* Calls are in Next when they are planned, but are no visit when made. */
static void
visits_and_tasks_stand_in_their_columns(void **state)
{
	struct on o;
	struct lister l;
	struct err e = { 0 };
	struct app app;

	(void)state;
	world_open(&app);
	o = (struct on){ .app = &app, .kind = &board_kind, .day = "2026-11-20",
		.first = "2026-09-01" };
	o.school = world_add(&app, "school", "urn=900001",
	    "name=Northgate School", NULL);
	world_add(&app, "school", "urn=900002", "name=Harbour", NULL);
	must(lister_open(&l, &app, entity_find("school"), "northgate", &e),
	    &e);
	must(board_order(&l, o.kind, &e), &e);
	world_add(&app, "visit", "school=900001", "date=2026-10-12", NULL);
	world_add(&app, "visit", "school=900001", "date=2026-11-18",
	    "kind=call", NULL);
	world_add(&app, "visit", "school=900002", "date=2026-11-19", NULL);
	world_add(&app, "encounter", "schools=900001", "type=talk",
	    "date=2026-12-14", NULL);
	world_add(&app, "task", "title=Send toolkit", "school=900001", NULL);
	world_add(&app, "task", "title=Ask", "school=900001",
	    "status=waiting", NULL);
	world_add(&app, "task", "title=Gone", "school=900001",
	    "status=dropped", NULL);
	read_again(&o, &l);
	assert_string_equal(cell(&o, "visited")->text, "39 d");
	assert_int_equal(opened(&o, cell(&o, "visited")), 1);
	assert_string_equal(cell(&o, "todo")->text, "2");
	assert_int_equal(opened(&o, cell(&o, "todo")), 2);
	assert_string_equal(cell(&o, "next")->text, "14 Dec");
	assert_string_equal(cell(&o, "next")->ent->id, "encounter");
	world_add(&app, "visit", "school=900001", "date=2026-12-02",
	    "kind=call", NULL);
	read_again(&o, &l);
	assert_string_equal(cell(&o, "next")->text, "2 Dec");
	assert_string_equal(cell(&o, "next")->ent->id, "visit");
	assert_int_equal(opened(&o, cell(&o, "next")), 1);
	check_days(&o);
	board_cells_free(o.kind, o.cell);
	lister_close(&l);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_figure_is_what_sql_says),
		cmocka_unit_test(visits_and_tasks_stand_in_their_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
