/* matrix.c - schools by benchmarks: the newest official result of each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a school reached is a percentage; how many schools reached it is a
 * count of schools, on a line of its own.
 */
#include "app/board_impl.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/schools.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/national.h"
#include "model/tables.h"

#define HALF	50		/* from here on half the way is done */

static const int fields[] = { F_school_name, F_school_bm,
    F_school_phase_code, F_school_phase };

/* The column's benchmark, from 0: bm3 is 2. */
static int
benchmark(const struct board_col *col)
{
	return col->id[2] - '1';
}

static enum status
make_percent(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	int bm = benchmark(col), n = s->facts.bm[bm], mark[BENCHMARKS];

	(void)e;
	option_marks(s->app->opt, OPT_PASS_MARK, mark);
	cell_opens(c, "assessment", s->facts.result);
	if (n < 0) {
		cell_set(c, school_is_primary(s->row) ? "." : "?", "");
		return ST_OK;
	}
	c->data = xasprintf("%d", n);
	c->text = xasprintf("%d%s", n, n >= mark[bm] ? "*" : " ");
	c->tone = n >= mark[bm] ? TONE_GOOD : n >= HALF ? TONE_WARN :
	    TONE_BAD;
	return ST_OK;
}

/* Whose result and of when: "Compass Jul 26". */
static enum status
make_date(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	int day = s->facts.date;
	char iso[11], text[24];

	(void)col;
	(void)e;
	if (day == DAY_NONE) {
		cell_set(c, "-", "");
		return ST_OK;
	}
	day_iso(day, iso);
	day_long(day, text);		/* Fri 31 Jul 2026 */
	c->data = xstrdup(iso);
	c->text = xasprintf("Compass %.3s %s", strchr(text + 4, ' ') + 1,
	    text + strlen(text) - 2);
	cell_opens(c, "assessment", s->facts.result);
	return ST_OK;
}

static enum status
make_framework(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *f = s->facts.framework;

	(void)col;
	(void)e;
	cell_set(c, *f != '\0' ? f : s->facts.result != 0 ? "?" : "-", f);
	cell_opens(c, "assessment", s->facts.result);
	return ST_OK;
}

static const struct board_col cols[] = {
	{ "name", "School", 16, false, 0, "", board_make_name },
#define PERCENT(n) { "bm" #n, #n " ", 4, true, 0, \
	"1 to 8 are % in the newest official result, * achieved", \
	make_percent }
	PERCENT(1), PERCENT(2), PERCENT(3), PERCENT(4),
	PERCENT(5), PERCENT(6), PERCENT(7), PERCENT(8),
	{ "bm", "BM", 3, true, 1, "BM how many of the eight are achieved",
	  board_make_bm },
	{ "date", "Result", 14, false, 2, "", make_date },
	{ "framework", "Frame", 6, false, 3, "", make_framework },
};

/* --- all together -------------------------------------------------------- */

static void
line(const char *what, struct strs *out)
{
	strs_add(out, what);
}

static void
blanks(struct strs *out)
{
	while (out->n % COUNT_OF(cols) != 0)
		strs_add(out, "");
}

static void
put_average(const struct board_sum *s, struct strs *out)
{
	line("Average %", out);
	for (int i = 0; i < BENCHMARKS; i++)
		strs_take(out, s->known[i] == 0 ? xstrdup("? ") :
		    xasprintf("%.0f ", (double)s->percent[i] /
		    (double)s->known[i]));
	strs_take(out, xasprintf("%.1f", (double)s->all /
	    (double)s->results));
	blanks(out);
}

static void
put_achieved(const struct app *app, const struct board_sum *s,
    struct strs *out)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	board_achieved_at(app, &b);
	if (b.p[0] == 's')
		b.p[0] = 'S';
	strs_take(out, buf_take(&b));
	for (int i = 0; i < BENCHMARKS; i++)
		strs_take(out, xasprintf("%zu ", s->achieved[i]));
	blanks(out);
	line("  % of the known", out);
	for (int i = 0; i < BENCHMARKS; i++)
		strs_take(out, s->known[i] == 0 ? xstrdup("? ") :
		    xasprintf("%.0f ", 100.0 * (double)s->achieved[i] /
		    (double)s->known[i]));
	blanks(out);
}

/* Of England: how many benchmarks a school achieves, and how many schools
 * each; under our own of the same. */
static void
put_national(const struct board_sum *s, struct strs *out)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (s->national.shares_of[0] != '\0') {
		strs_take(out, xasprintf("England %s %%",
		    s->national.shares_of));
		for (int i = 0; i < BENCHMARKS; i++) {
			buf_reset(&b);
			buf_addf(&b, "%d ", (s->national.share[i] + 5) / 10);
			strs_add(out, s->national.share[i] < 0 ? "? " : b.p);
		}
		blanks(out);
	}
	if (s->national.average_of[0] != '\0') {
		buf_reset(&b);
		buf_addf(&b, "England %s: on average ",
		    s->national.average_of);
		national_average_format(s->national.average, &b);
		buf_add(&b, " of eight achieved.");
		strs_add(out, b.p);
		blanks(out);
	}
	buf_clear(&b);
}

static void
matrix_foot(const struct app *app, const struct board_sum *s,
    struct strs *out)
{
	struct buf b;

	if (s->over || s->results == 0) {
		buf_init(&b, BUF_LINE);
		board_sum_said(app, s, &b);
		strs_take(out, buf_take(&b));
		blanks(out);
		return;
	}
	put_average(s, out);
	put_achieved(app, s, out);
	put_national(s, out);
	if (s->mixed) {
		line("Results of several frameworks: not comparable.", out);
		blanks(out);
	}
}

const struct board_kind matrix_kind = {
	.id = "matrix", .title = "Benchmarks",
	.col = cols, .ncols = COUNT_OF(cols),
	.field = fields, .nfields = COUNT_OF(fields),
	.sort = F_school_bm, .desc = false, .order = "fewest achieved first",
	.gap = 1,
	.foot = matrix_foot,
};
