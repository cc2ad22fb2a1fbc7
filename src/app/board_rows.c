/* board_rows.c - which schools a board has, in which order, and their sum.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/board.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/rulebook.h"
#include "app/select.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/board.h"
#include "model/tables.h"

enum status
board_order(struct lister *l, const struct board_kind *k, struct err *e)
{
	int64_t n = 0;
	enum status st;

	lister_columns(l, k->field, k->nfields);
	if ((st = lister_count(l, BOARD_SORTED, &n, e)) != ST_OK)
		return st;
	if (n <= BOARD_SORTED)
		lister_sort(l, k->sort, k->desc);
	else
		lister_sort(l, -1, false);
	return ST_OK;
}

#define STAGED		"-stage: status:open*"
#define ALL_OPEN	"status:open*"
#define HUB_MOST	1000		/* open schools of a hub */

/* How many schools FILTER has on DAY, at most MOST + 1. */
static enum status
count_of(struct app *app, const char *filter, int day, int64_t most,
    int64_t *out, struct err *e)
{
	struct lister l;
	enum status st = lister_open(&l, app, &school_entity, filter, e);

	if (st != ST_OK)
		return st;
	lister_day(&l, day);
	st = lister_count(&l, most, out, e);
	lister_close(&l);
	return st;
}

enum status
board_staged(struct app *app, bool *out, struct err *e)
{
	int64_t n = 0;
	enum status st = count_of(app, STAGED, app->today, 0, &n, e);

	if (st == ST_OK && n == 0) {
		st = count_of(app, ALL_OPEN, app->today, HUB_MOST, &n, e);
		n = n > HUB_MOST;
	}
	*out = n > 0;
	return st;
}

enum status
board_default(struct app *app, int day, char **filter, const char **name,
    struct err *e)
{
	bool staged = true;
	int64_t n = 0;
	enum status st = count_of(app, "mine", day, 0, &n, e);

	if (st == ST_OK && n == 0)
		st = board_staged(app, &staged, e);
	if (st != ST_OK)
		return st;
	*filter = xstrdup(n > 0 ? "mine status:open*" : staged ? STAGED :
	    ALL_OPEN);
	*name = n > 0 ? "mine" : staged ? "all with a stage: you coordinate "
	    "none" : "all: none has a stage";
	return ST_OK;
}

void
board_called(const char *filter, const char *named, const char *name,
    struct buf *out)
{
	size_t n = named != NULL ? strlen(named) : 0;

	if (n > 0 && str_eq(filter, named))
		buf_add(out, name);
	else if (n > 0 && str_starts(filter, named) && filter[n] == ' ')
		buf_addf(out, "%.*s%s", (int)strcspn(name, ":"), name,
		    filter + n);
	else
		buf_add(out, filter);
}

/* --- what they come to --------------------------------------------------- */

struct summing {
	struct app	*app;
	struct board_sum *sum;
	char		 day[11];
	int		 mark[BENCHMARKS];
};

static void
add_result(struct summing *a, const struct board_facts *f)
{
	struct board_sum *s = a->sum;

	if (s->results++ == 0)
		snprintf(s->framework, sizeof s->framework, "%s",
		    f->framework);
	else if (!str_eq(s->framework, f->framework))
		s->mixed = true;
	for (int i = 0; i < BENCHMARKS; i++) {
		if (f->bm[i] < 0)
			continue;
		s->known[i]++;
		s->percent[i] += (size_t)f->bm[i];
		s->achieved[i] += f->bm[i] >= a->mark[i];
		s->all += f->bm[i] >= a->mark[i];
	}
}

static enum status
add_school(void *arg, int64_t id, struct err *e)
{
	struct summing *a = arg;
	struct board_facts f;
	enum status st;

	st = board_facts(a->app->db, id, a->day, &f, e);
	if (st != ST_OK)
		return st;
	a->sum->schools++;
	if (f.result != 0)
		add_result(a, &f);
	return ST_OK;
}

static enum status
add_national(struct app *app, int year, struct board_sum *s, struct err *e)
{
	struct nationals all;
	const struct national *n;
	enum status st;

	if (s->mixed || s->framework[0] == '\0')
		return ST_OK;
	if ((st = rulebook_nationals(app->opt, &all, e)) != ST_OK)
		return st;
	if ((n = national_average(&all, s->framework, year)) != NULL) {
		snprintf(s->national.average_of, sizeof s->national.average_of,
		    "%s", n->label);
		s->national.average = n->average;
	}
	if ((n = national_shares(&all, s->framework, year)) != NULL) {
		snprintf(s->national.shares_of, sizeof s->national.shares_of,
		    "%s", n->label);
		memcpy(s->national.share, n->share, sizeof n->share);
	}
	nationals_clear(&all);
	return ST_OK;
}

enum status
board_sum(struct app *app, const struct list_spec *spec, int day,
    struct board_sum *out, struct err *e)
{
	struct board_sum sum = { 0 };
	struct summing a = { .app = app, .sum = &sum };
	struct list_spec by_name = *spec;
	int64_t n = 0;
	enum status st;

	by_name.sort = -1;
	by_name.desc = false;
	day_iso(day, a.day);
	option_marks(app->opt, OPT_PASS_MARK, a.mark);
	st = select_count(app, &by_name, BOARD_SUM_MAX, &n, e);
	sum.over = n > BOARD_SUM_MAX;
	if (st == ST_OK && !sum.over)
		st = select_each(app, &by_name, add_school, &a, e);
	if (sum.mixed)
		sum.framework[0] = '\0';
	if (st == ST_OK)
		st = add_national(app, year_of_day(day), &sum, e);
	if (st == ST_OK)
		*out = sum;
	return st;
}

void
board_achieved_at(const struct app *app, struct buf *out)
{
	int mark[BENCHMARKS], i;

	option_marks(app->opt, OPT_PASS_MARK, mark);
	for (i = 1; i < BENCHMARKS && mark[i] == mark[0]; i++)
		continue;
	if (i == BENCHMARKS)
		buf_addf(out, "schools at %d %%", mark[0]);
	else
		buf_add(out, "schools that achieved");
}

void
board_sum_said(const struct app *app, const struct board_sum *s,
    struct buf *out)
{
	if (s->over) {
		buf_addf(out, "More than %d schools: a filter gives their sum.",
		    BOARD_SUM_MAX);
		return;
	}
	if (s->results == 0) {
		buf_add(out, "No official result of these schools.");
		return;
	}
	board_achieved_at(app, out);
	buf_add(out, ": BM1 ");
	for (int i = 0; i < BENCHMARKS; i++) {
		if (i > 0)
			buf_addf(out, "  %d ", i + 1);
		buf_addf(out, "%zu", s->achieved[i]);
	}
	buf_addf(out, " of %zu, avg %.1f", s->results,
	    (double)s->all / (double)s->results);
	if (s->national.average_of[0] != '\0') {
		buf_addf(out, ", England %s ", s->national.average_of);
		national_average_format(s->national.average, out);
	}
}
