/* compare_page.c - a school's newest self-assessment beside the one before it,
 * item by item.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/assess.h"
#include "app/report.h"
#include "base/date.h"
#include "model/fields.h"

static const char *
day_of(const struct assess *as, char out[24])
{
	char text[24];

	day_long(row_day(as->mine, F_assessment_date), text);
	snprintf(out, 24, "%s", text[0] != '\0' ? text + 4 : "?");
	return out;
}

static void
put_percent(struct report *r, const struct assess *as, int bm)
{
	if (as->percent[bm] < 0)
		report_cell(r, "?");
	else
		report_cellf(r, "%d", as->percent[bm]);
	report_opens(r, as->mine->ent, as->mine->id);
}

static void
put_benchmarks(struct report *r, const struct assess *then,
    const struct assess *now)
{
	char heads[128], a[24], b[24];

	snprintf(heads, sizeof heads, "Benchmark, per cent|>%s|>%s|>Change",
	    day_of(then, a), day_of(now, b));
	report_table(r, "Benchmarks", heads);
	for (int i = 0; i < BENCHMARKS; i++) {
		report_cellf(r, "%d %s", i + 1, now->framework->bm[i]);
		put_percent(r, then, i);
		put_percent(r, now, i);
		if (then->percent[i] < 0 || now->percent[i] < 0)
			report_cell(r, "?");
		else if (then->percent[i] == now->percent[i])
			report_cell(r, "0");
		else
			report_cellf(r, "%+d",
			    now->percent[i] - then->percent[i]);
	}
}

static void
put_items(struct report *r, const struct assess *then, const struct assess *now,
    const struct assess_line *v, size_t n)
{
	char heads[128], a[24], b[24];
	size_t same = 0;

	snprintf(heads, sizeof heads, "Item|%s|%s|Change", day_of(then, a),
	    day_of(now, b));
	report_table(r, "Items whose answers changed", heads);
	for (size_t i = 0; i < n; i++) {
		if (v[i].change == ASSESS_SAME) {
			same++;
			continue;
		}
		report_cellf(r, "%s %s", v[i].item->id, v[i].item->text);
		report_cell(r, *v[i].then != '\0' ? v[i].then : "-");
		report_cell(r, *v[i].now != '\0' ? v[i].now : "-");
		report_cell(r, assess_change_words[v[i].change]);
	}
	report_text(r, "");
	report_cellf(r, "%zu of %zu items are as they were.", same, n);
}

static enum status
put_both(struct report *r, const struct assess *then, const struct assess *now,
    struct err *e)
{
	struct assess_line *v;
	size_t n;
	enum status st = assess_compare(then, now, &v, &n, e);

	if (st != ST_OK)
		return st;
	report_source(r, "%s, Caseload self-assessment.",
	    now->framework->title);
	put_benchmarks(r, then, now);
	put_items(r, then, now, v, n);
	report_note(r, "new: answered now and not then; gone: then and not "
	    "now; -: no answer.");
	free(v);
	return ST_OK;
}

enum status
compare_page(struct app *app, const struct report_args *args, struct report *r,
    struct err *e)
{
	struct buf title;
	struct assess now, then;
	int64_t id;
	enum status st = assess_newest(app, args->school->id,
	    "self-assessment", app->today, &id, e);

	buf_init(&title, BUF_LINE);
	buf_addf(&title, "Answers compared: %s",
	    row_get(args->school, F_school_name));
	report_begin(r, title.p, app->today);
	buf_clear(&title);
	if (st == ST_OK && id != 0)
		st = assess_load(app, id, &now, e);
	if (st != ST_OK)
		return st;
	if (id == 0 || now.before == NULL) {
		report_text(r, "");
		report_cell(r, id == 0 ? "No self-assessment yet." : "There is"
		    " no earlier self-assessment of the same questions.");
		if (id != 0)
			assess_clear(&now);
		return ST_OK;
	}
	st = assess_load(app, now.before->id, &then, e);
	if (st == ST_OK) {
		st = put_both(r, &then, &now, e);
		assess_clear(&then);
	}
	assess_clear(&now);
	return st;
}
