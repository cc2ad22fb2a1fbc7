/* monthend_page.c - the report return: a month-end return as a document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/monthend.h"
#include "app/report.h"
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

static void
put_gaps(const struct monthend *m, struct report *r)
{
	char *title = xasprintf("To mend %zu", m->ngaps);
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (m->ngaps == 0) {
		report_text(r, "To mend");
		report_cell(r, "Nothing: the register has all it asks for.");
	} else {
		report_table(r, title, "Record|Kind|What");
	}
	for (size_t i = 0; i < m->ngaps; i++) {
		const struct monthly_record *rec =
		    &m->here.v[m->gap[i].record];

		put_record(r, rec);
		report_cell(r, rec->ent->title);
		buf_reset(&b);
		monthly_gap_said(&m->gap[i], &b);
		report_cell(r, b.p);
	}
	buf_clear(&b);
	free(title);
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

enum status
return_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	char month[MONTH_TEXT], day[24], *words;
	struct monthend m;
	struct buf b;
	enum status st;

	words = strs_join(args->words, " ");
	st = monthend_month(words, app->today, month, e);
	free(words);
	if (st != ST_OK || (st = monthend_read(app, month, &m, e)) != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	buf_add(&b, "Month-end return, ");
	monthend_name(month, &b);
	report_begin(r, b.p, app->today);
	day_long(m.due, day);
	buf_reset(&b);
	monthend_said(app, &m, &b);
	report_source(r, "due %s, %s", day, b.p);
	report_pairs(r, "");
	put_counts(&m, r);
	put_gaps(&m, r);
	put_changed(&m, r);
	put_register(&m, r);
	report_note(r, "What the register asks for is our own table, in our"
	    " own words; a hub's return-fields.csv changes it.");
	buf_clear(&b);
	monthend_clear(&m);
	return ST_OK;
}
