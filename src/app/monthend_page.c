/* monthend_page.c - the report return: a month-end return as a document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/monthend.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* Each kind of record in the table's order. */
static bool
kind_first(const struct monthly *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (m->v[i].ent == m->v[at].ent)
			return false;
	return true;
}

static void
put_record(struct report *r, const struct monthly_record *rec)
{
	report_cell(r, rec->name);
	if (rec->id != 0)
		report_opens(r, rec->ent, rec->id);
}

/* A record is mended where the first of its N gaps is. */
static enum status
put_mending(struct app *app, const struct monthend *m, size_t at, size_t n,
    struct report *r, struct err *e)
{
	const struct monthly_record *rec = &m->here.v[m->gap[at].record];
	const struct entity *ent;
	int64_t id = 0;
	int field = 0;
	enum status st = ST_OK;

	for (size_t i = 0; i < n && id == 0 && st == ST_OK; i++)
		st = monthend_where(app, m, &m->gap[at + i], &ent, &id, &field,
		    e);
	if (st != ST_OK)
		return st;
	report_cell(r, rec->name);
	if (id != 0)
		report_mends(r, ent, id, field);
	else
		report_opens(r, rec->ent, rec->id);
	report_cell(r, rec->ent->title);
	return ST_OK;
}

/* People have a row a record: of those gaps whose flag of MINE is WHICH; of all
 * without flags. WHOSE is a part of the heading. */
static enum status
put_records(struct app *app, const struct monthend *m, const bool *mine,
    bool which, const char *whose, struct report *r, struct err *e)
{
	size_t n, gaps = 0, records = 0;
	struct report_block *block;
	struct buf b;
	enum status st = ST_OK;

	report_table(r, "", "Record|Kind|What");
	report_for_page(r);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < m->ngaps && st == ST_OK; i += n) {
		n = monthly_gaps_run(&m->gap[i], m->ngaps - i);
		if (mine != NULL && mine[i] != which)
			continue;
		gaps += n;
		records++;
		st = put_mending(app, m, i, n, r, e);
		buf_reset(&b);
		monthly_gaps_said(&m->gap[i], n, &b);
		if (st == ST_OK)
			report_cell(r, b.p);
	}
	buf_reset(&b);
	buf_addf(&b, "To mend %zu%s", gaps, whose);
	if (records < gaps)
		buf_addf(&b, ", in %zu record%s", records,
		    records == 1 ? "" : "s");
	block = &r->block[r->n - 1];
	free(block->title);
	block->title = buf_take(&b);
	return st;
}

/* Files have a row a field. */
static void
put_fields(const struct monthend *m, struct report *r)
{
	struct buf b;

	report_table(r, "To mend", "Record|Kind|What");
	report_for_data(r);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < m->ngaps; i++) {
		const struct monthly_record *rec =
		    &m->here.v[m->gap[i].record];

		put_record(r, rec);
		report_cell(r, rec->ent->title);
		buf_reset(&b);
		monthly_gap_said(&m->gap[i], &b);
		report_cell(r, b.p);
		report_opens(r, rec->ent, rec->id);
	}
	buf_clear(&b);
}

static bool
any(const bool *mine, size_t n, bool which)
{
	for (size_t i = 0; i < n; i++)
		if (mine[i] == which)
			return true;
	return false;
}

/* What is mine first, where there is both. */
static enum status
put_gaps(struct app *app, const struct monthend *m, struct report *r,
    struct err *e)
{
	bool *mine = NULL;
	enum status st = ST_OK;

	if (m->ngaps == 0) {
		report_text(r, "To mend");
		report_cell(r, "Nothing: the register has all it asks for.");
		return ST_OK;
	}
	if (m->school == 0)
		st = monthend_whose(app, m, &mine, e);
	if (st != ST_OK)
		return st;
	if (mine != NULL && any(mine, m->ngaps, true) &&
	    any(mine, m->ngaps, false)) {
		st = put_records(app, m, mine, true, " of mine", r, e);
		if (st == ST_OK)
			st = put_records(app, m, mine, false, " of others", r,
			    e);
	} else {
		st = put_records(app, m, NULL, true, "", r, e);
	}
	put_fields(m, r);
	free(mine);
	return st;
}

static void
put_diffs(const struct monthly_diffs *d, const char *title, const char *here,
    const char *there, struct report *r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (d->n > 0)
		report_table(r, title, "Record|Kind|What");
	for (size_t i = 0; i < d->n; i++) {
		const struct monthly_record *rec = d->v[i].here != NULL ?
		    d->v[i].here : d->v[i].there;

		put_record(r, rec);
		report_cell(r, rec->ent->title);
		buf_reset(&b);
		monthly_diff_said(&d->v[i], here, there, &b);
		report_cell(r, b.p);
	}
	if (d->n == 0) {
		report_text(r, title);
		report_cell(r, "Nothing.");
	}
	buf_clear(&b);
}

/* "schools 19 of 22   volunteers 31 of 35" */
static void
put_same(const struct monthend *m, const struct monthly_diffs *d,
    struct report *r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < m->rules->n; i++) {
		const struct entity *ent = m->rules->v[i].ent;

		if (!kind_first(m->rules, i) || !m->there.has[ent->no])
			continue;
		buf_addf(&b, "%s%s %zu of %zu", b.n > 0 ? ", " : "",
		    ent->ids, d->same[ent->no], d->here[ent->no]);
	}
	report_text(r, "The same in both");
	report_cell(r, b.p);
	buf_clear(&b);
}

static void
put_register(const struct monthend *m, struct report *r)
{
	char day[24], *title;

	if (!m->has_there) {
		report_text(r, "The register");
		report_cellf(r, "Its download was not read yet: caseload return"
		    " %s --compare FILE.", m->month);
		return;
	}
	day_long(row_day(m->ret, F_return_compared), day);
	title = xasprintf("Not as in the register (its download of %s)", day);
	put_diffs(&m->against, title, "here", "there", r);
	put_same(m, &m->against, r);
	free(title);
}

static void
put_changed(const struct monthend *m, struct report *r)
{
	const struct row *of = m->confirmed ? m->ret : m->before;
	char day[24], *title;

	if (!m->has_was)
		return;
	day_long(row_day(of, F_return_confirmed), day);
	title = xasprintf("Changed since the return of %s was confirmed%s%s",
	    row_get(of, F_return_month), row_is_empty(of, F_return_confirmed) ?
	    "" : " on ", row_is_empty(of, F_return_confirmed) ? "" : day);
	put_diffs(&m->changed, title, "now", "then", r);
	free(title);
}

static void
put_counts(const struct monthend *m, struct report *r)
{
	for (size_t i = 0; i < m->rules->n; i++) {
		const struct entity *ent = m->rules->v[i].ent;
		size_t n = 0, gaps = 0;

		if (!kind_first(m->rules, i))
			continue;
		for (size_t k = 0; k < m->here.n; k++)
			n += m->here.v[k].ent == ent;
		for (size_t k = 0; k < m->ngaps; k++)
			gaps += m->here.v[m->gap[k].record].ent == ent;
		report_cell(r, ent->plural);
		report_cellf(r, "%zu, to mend %zu", n, gaps);
	}
}

/* The month, and a school if the last word is one. */
static enum status
read_words(struct app *app, const struct strs *words, struct monthend *out,
    struct err *e)
{
	const char *last = words->n > 0 ? words->v[words->n - 1] : "", *ent;
	struct strs rest = { 0 };
	char month[MONTH_TEXT], *text;
	bool one = str_starts(last, "school/");
	int64_t school = 0;
	enum status st = ST_OK;

	if (one)
		st = ref_resolve_in(app, "school", last, true, &ent, &school,
		    e);
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i + one < words->n; i++)
		strs_add(&rest, words->v[i]);
	text = strs_join(&rest, " ");
	if ((st = monthend_month(text, app->today, month, e)) == ST_OK)
		st = school == 0 ? monthend_read(app, month, out, e) :
		    monthend_read_school(app, month, school, out, e);
	free(text);
	strs_clear(&rest);
	return st;
}

static void
put_title(struct app *app, const struct monthend *m, struct report *r)
{
	char day[24];
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "Month-end return, ");
	monthend_name(m->month, &b);
	if (m->school != 0) {
		buf_add(&b, ": ");
		title_text(app, &school_entity, m->school, &b);
	}
	report_begin(r, b.p, app->today);
	day_long(m->due, day);
	buf_reset(&b);
	monthend_said(app, m, &b);
	report_source(r, "due %s, %s", day, b.p);
	buf_clear(&b);
}

enum status
return_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct monthend m;
	enum status st = read_words(app, args->words, &m, e);

	if (st != ST_OK)
		return st;
	put_title(app, &m, r);
	report_pairs(r, "");
	put_counts(&m, r);
	st = put_gaps(app, &m, r, e);
	if (m.school == 0) {
		put_changed(&m, r);
		put_register(&m, r);
	}
	report_note(r, "What the register asks for is our own table, in our"
	    " own words; a hub's return-fields.csv changes it.");
	monthend_clear(&m);
	return st;
}
