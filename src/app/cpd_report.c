/* cpd_report.c - hours of CPD by person, and what schools covered by it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/board.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/cpd.h"
#include "model/cpd_hours.h"
#include "model/fields.h"
#include "model/tables.h"

#define PEOPLE_MOST	1000	/* on one page */
#define HEADS_HOURS	"Person|@ref|Organisation|>This year|>Of 25|>Left|#By|@By"

struct making {
	struct app	*app;
	struct report	*r;
	size_t		 n;		/* rows so far */
};

/* --- people --------------------------------------------------------------- */

static void
put_value(struct making *m, const struct row *row, int f, const char *none)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (row_is_empty(row, f))
		buf_add(&b, none);
	else
		value_shown(m->app, row, f, &b);
	report_cell(m->r, b.p);
	buf_clear(&b);
}

/* The hours of the year open the bookings that make them. */
static void
put_hours(struct making *m, const struct row *row, const char *ref)
{
	struct buf b;

	put_value(m, row, F_contact_hours, "0");
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "contact:%s status:attended", ref);
	report_lists(m->r, entities[ENT_booking], b.p);
	buf_clear(&b);
	if (row_is_empty(row, F_contact_cpd_left)) {
		report_cell(m->r, ".");
	} else {
		struct buf counted;
		double left = strtod(row_get(row, F_contact_cpd_left), NULL);

		buf_init(&counted, BUF_LINE);
		buf_addf(&counted, "%g", CPD_HOURS - left);
		report_cellf(m->r, "%s%s", counted.p, left <= 0 ? "+" : "");
		buf_clear(&counted);
	}
	put_value(m, row, F_contact_cpd_left, ".");
	put_value(m, row, F_contact_cpd_by, ".");
	report_cell(m->r, row_get(row, F_contact_cpd_by));
}

static enum status
put_person(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct row *row;
	struct buf ref;
	enum status st;

	if (m->n++ >= PEOPLE_MOST)
		return ST_OK;
	st = record_load(m->app, entities[ENT_contact], id, &row, e);
	if (st != ST_OK)
		return st;
	buf_init(&ref, BUF_LINE);
	ref_text(m->app, row->ent, id, &ref);
	report_cell(m->r, row_get(row, F_contact_name));
	report_opens(m->r, row->ent, id);
	report_cell(m->r, ref.p);
	report_cell(m->r, row_get(row, F_contact_organisation));
	put_hours(m, row, ref.p);
	buf_clear(&ref);
	row_free(row);
	return ST_OK;
}

static void
note_hours(struct making *m)
{
	if (m->n > PEOPLE_MOST)
		report_note(m->r, "More than 1,000 people: only the first are"
		    " here; give a filter.");
	report_note(m->r, "This year: hours attended this academic year. Of"
	    " 25: those since the anniversary of the day on which somebody came"
	    " on the professional register; . is not on it; + has enough.");
}

/* One person by reference; else who matches, or who is on the register or has
 * hours of this year. */
enum status
cpd_hours_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r };
	const struct entity *ent = entities[ENT_contact];
	struct lister l;
	const char *word;
	int64_t id;
	enum status st;

	report_begin(r, "Hours of CPD", app->today);
	r->flat = true;
	report_table(r, "", HEADS_HOURS);
	if (args->words->n == 1 && str_starts(args->words->v[0], "contact/")) {
		st = ref_resolve_in(app, "contact", args->words->v[0], true,
		    &word, &id, e);
		if (st == ST_OK)
			st = put_person(&m, id, e);
	} else {
		st = lister_open(&l, app, ent, args->words->n == 0 ?
		    "-hours: mine" : "", e);
		if (st != ST_OK)
			return st;
		if (args->words->n > 0)
			st = lister_args(&l, args->words, e);
		if (st == ST_OK)
			st = lister_each(&l, put_person, &m, e);
		lister_close(&l);
	}
	note_hours(&m);
	return st;
}

/* --- schools -------------------------------------------------------------- */

struct cover {
	int64_t		*seen[BENCHMARKS];	/* sessions */
	size_t		 n[BENCHMARKS];
};

static bool
has(const int64_t *v, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] == id)
			return true;
	return false;
}

static void
on_cover(void *arg, int benchmark, int64_t cpd)
{
	struct cover *c = arg;
	int i = benchmark - 1;

	if (i < 0 || i >= BENCHMARKS || has(c->seen[i], c->n[i], cpd))
		return;
	c->seen[i] = xreallocarray(c->seen[i], c->n[i] + 1,
	    sizeof *c->seen[i]);
	c->seen[i][c->n[i]++] = cpd;
}

static enum status
put_school(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct cover c = { 0 };
	struct buf b;
	char first[11], today[11];
	size_t covered = 0;
	enum status st;

	day_iso(year_first_day(year_of_day(m->app->today)), first);
	day_iso(m->app->today, today);
	st = cpd_cover(m->app->db, id, first, today, on_cover, &c, e);
	buf_init(&b, BUF_LINE);
	title_text(m->app, entities[ENT_school], id, &b);
	report_cell(m->r, b.p);
	report_opens(m->r, entities[ENT_school], id);
	buf_reset(&b);
	ref_text(m->app, entities[ENT_school], id, &b);
	report_cell(m->r, b.p);
	for (int i = 0; i < BENCHMARKS; i++) {
		report_cellf(m->r, "%zu", c.n[i]);
		if (c.n[i] == 1)
			report_opens(m->r, entities[ENT_cpd], c.seen[i][0]);
		covered += c.n[i] > 0;
		free(c.seen[i]);
	}
	report_cellf(m->r, "%zu/8", covered);
	buf_clear(&b);
	m->n++;
	return st;
}

/* The people of one school under its row. */
static enum status
put_people(struct making *m, int64_t school, struct err *e)
{
	struct db_ids ids = { 0 };
	char today[11];
	enum status st;

	day_iso(m->app->today, today);
	st = db_get_ids(m->app->db, Q_CPD_PEOPLE, &ids, e, "ls", school,
	    today);
	m->n = 0;
	if (st == ST_OK && ids.n > 0)
		report_table(m->r, "People", HEADS_HOURS);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		if (!has(ids.v, i, ids.v[i]))
			st = put_person(m, ids.v[i], e);
	db_ids_clear(&ids);
	note_hours(m);
	return st;
}

static enum status
put_schools(struct making *m, const struct report_args *args, struct err *e)
{
	struct lister l;
	char *filter = NULL;
	const char *name;
	enum status st = ST_OK;

	if (args->words->n == 0)
		st = board_default(m->app, m->app->today, &filter, &name, e);
	if (st == ST_OK)
		st = lister_open(&l, m->app, entities[ENT_school], filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	if (args->words->n > 0)
		st = lister_args(&l, args->words, e);
	if (st == ST_OK)
		st = lister_each(&l, put_school, m, e);
	lister_close(&l);
	return st;
}

enum status
cpd_cover_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r };
	bool one = args->words->n == 1 &&
	    str_starts(args->words->v[0], "school/");
	const char *ent;
	int64_t id = 0;
	enum status st;

	report_begin(r, "Benchmarks covered by CPD", app->today);
	r->flat = !one;
	report_table(r, "", "School|@ref|>BM1|>BM2|>BM3|>BM4|>BM5|>BM6|>BM7|"
	    ">BM8|>Covered");
	if (one)
		st = ref_resolve_in(app, "school", args->words->v[0], true,
		    &ent, &id, e);
	else
		st = put_schools(&m, args, e);
	if (st == ST_OK && one && (st = put_school(&m, id, e)) == ST_OK)
		st = put_people(&m, id, e);
	report_note(r, "Sessions about a benchmark that people of the school"
	    " attended this academic year, while they worked there.");
	return st;
}
