/* diary_gaps.c - what is unplanned: my schools that nobody visits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/diary_impl.h"
#include "app/lists.h"
#include "app/options.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

enum { PAGE = 200, NEVER = -1 };

void
diary_gap_filter(const struct app *app, struct buf *out)
{
	char day[11];

	day_iso(app->today - (int)option_int(app->opt, OPT_VISIT_DAYS), day);
	buf_addf(out, "mine is:open -visited>%s next_visit:", day);
}

void
diary_gap_words(const struct diary_gap *g, struct buf *out)
{
	if (g->school == 0) {
		buf_addf(out, g->days == 1 ? "%d next contact has passed" :
		    "%d next contacts have passed", g->days);
		return;
	}
	buf_add(out, g->name);
	if (g->days == NEVER)
		buf_add(out, ": no visit yet");
	else
		buf_addf(out, ": no visit for %d day%s", g->days,
		    g->days == 1 ? "" : "s");
}

/* Longer than B, or never visited, which is longest? */
static bool
is_longer(const struct diary_gap *a, const struct diary_gap *b)
{
	if (a->days == NEVER || b->days == NEVER)
		return a->days == NEVER && b->days != NEVER;
	return a->days > b->days;
}

/* Among the longest, those of equal length in the order they come. */
static void
take(struct diary *d, const struct list_row *r, int today)
{
	int visited = day_from_iso(r->cell[1]);
	struct diary_gap g = { r->id, NULL, visited == DAY_NONE ? NEVER :
	    today - visited };
	int at = d->ngaps;

	d->all_gaps++;
	while (at > 0 && is_longer(&g, &d->gap[at - 1]))
		at--;
	if (at == DIARY_GAPS)
		return;
	if (d->ngaps == DIARY_GAPS)
		free(d->gap[--d->ngaps].name);
	memmove(&d->gap[at + 1], &d->gap[at],
	    (size_t)(d->ngaps - at) * sizeof g);
	g.name = xstrdup(r->cell[0]);
	d->gap[at] = g;
	d->ngaps++;
}

/* To be in touch again, the day has passed and nobody was. */
static enum status
find_overdue(struct app *app, struct diary *d, struct err *e)
{
	struct lister l;
	int64_t n;
	enum status st = lister_open(&l, app, &visit_entity, DIARY_OVERDUE, e);

	if (st)
		return st;
	st = lister_count(&l, PAGE, &n, e);
	lister_close(&l);
	if (st || n == 0)
		return st;
	d->gap[d->ngaps++] = (struct diary_gap){ 0, NULL, (int)n };
	d->all_gaps++;
	return ST_OK;
}

enum status
diary_find_gaps(struct app *app, struct diary *d, struct err *e)
{
	static const int cols[] = { F_school_name, F_school_visited };
	struct list_page page = { 0 };
	struct lister l;
	struct buf filter;
	enum status st;

	buf_init(&filter, BUF_LINE);
	diary_gap_filter(app, &filter);
	st = lister_open(&l, app, &school_entity, filter.p, e);
	buf_clear(&filter);
	if (st)
		return st;
	lister_columns(&l, cols, COUNT_OF(cols));
	do {
		st = lister_page(&l, page.n > 0 ? &page.row[page.n - 1] : NULL,
		    true, PAGE, &page, e);
		for (size_t i = 0; i < page.n && !st; i++)
			take(d, &page.row[i], app->today);
	} while (!st && page.more);
	list_clear(&page);
	lister_close(&l);
	return st ? st : find_overdue(app, d, e);
}
