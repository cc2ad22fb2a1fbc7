/* test_suppress.c - hidden figures against every way to fill the gaps. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "model/suppress.h"
#include "tests/lib/test.h"

#define MAX_ROWS	4
#define MAX_COLS	3

/* A printed table, and what a reader who tries everything finds. */
struct reader {
	size_t		 rows, cols;
	unsigned	 totals;
	long		 small, limit;
	bool		 loose;		/* a small total is printed "*" */
	long		 true_sum[(MAX_ROWS + 1) * (MAX_COLS + 1)];
	enum suppressed	 mark[(MAX_ROWS + 1) * (MAX_COLS + 1)];
	long		 guess[MAX_ROWS * MAX_COLS];
	long		 low[(MAX_ROWS + 1) * (MAX_COLS + 1)];
	long		 high[(MAX_ROWS + 1) * (MAX_COLS + 1)];
};

static bool
printed(const struct reader *t, size_t r, size_t c)
{
	if (r < t->rows && c < t->cols)
		return true;
	if (r == t->rows && c == t->cols)
		return t->totals == (SUPPRESS_ROWS | SUPPRESS_COLS);
	return (t->totals & (r < t->rows ? SUPPRESS_ROWS : SUPPRESS_COLS)) != 0;
}

/* May a cell with this mark hold N? */
static bool
fits(const struct reader *t, size_t at, long n)
{
	switch (t->mark[at]) {
	case SUP_SMALL:
		return n >= 1 && n < t->small;
	case SUP_SECOND:
		return t->loose || n >= t->small;
	default:
		return n == t->true_sum[at];
	}
}

static long
sum_at(const struct reader *t, size_t r, size_t c)
{
	long sum = 0;
	size_t i, k;

	for (i = 0; i < t->rows; i++)
		for (k = 0; k < t->cols; k++)
			if ((r == t->rows || r == i) && (c == t->cols || c == k))
				sum += t->guess[i * t->cols + k];
	return sum;
}

static void
take_if_it_fits(struct reader *t)
{
	size_t r, c, w = t->cols + 1;

	for (r = 0; r <= t->rows; r++)
		for (c = 0; c <= t->cols; c++)
			if (printed(t, r, c) &&
			    !fits(t, r * w + c, sum_at(t, r, c)))
				return;
	for (r = 0; r <= t->rows; r++)
		for (c = 0; c <= t->cols; c++) {
			long n = sum_at(t, r, c);

			if (n < t->low[r * w + c])
				t->low[r * w + c] = n;
			if (n > t->high[r * w + c])
				t->high[r * w + c] = n;
		}
}

static void
try_all(struct reader *t, size_t i)
{
	size_t at = i / t->cols * (t->cols + 1) + i % t->cols;
	long n;

	if (i == t->rows * t->cols) {
		take_if_it_fits(t);
		return;
	}
	for (n = 0; n <= t->limit; n++) {
		if (!fits(t, at, n))
			continue;
		t->guess[i] = n;
		try_all(t, i + 1);
	}
}

static void
print_table(const struct reader *t)
{
	size_t i, w = t->cols + 1;

	for (i = 0; i < (t->rows + 1) * w; i++)
		print_error("%ld%s%c", t->true_sum[i],
		    t->mark[i] == SUP_SMALL ? "<" :
		    t->mark[i] == SUP_SECOND ? "*" : "",
		    i % w == w - 1 ? '\n' : ' ');
}

/* Suppress COUNT and fail when a hidden figure has only one value left. The
 * number of figures hidden comes back. */
static size_t
check(const long *count, size_t rows, size_t cols, unsigned totals, long small)
{
	struct reader t = { .rows = rows, .cols = cols, .totals = totals,
	    .small = small };
	size_t i, r, c, w = cols + 1, hidden = 0;

	memcpy(t.guess, count, rows * cols * sizeof *count);
	for (r = 0; r <= rows; r++)
		for (c = 0; c <= cols; c++)
			t.true_sum[r * w + c] = sum_at(&t, r, c);
	t.limit = t.true_sum[rows * w + cols] + small + 2;
	suppress(count, rows, cols, totals, small, t.mark);
	for (i = 0; i < (rows + 1) * w; i++) {
		t.low[i] = 1000000;
		t.high[i] = -1;
	}
	for (i = 0; i < (rows + 1) * w; i++)
		if (t.mark[i] == SUP_SECOND && t.true_sum[i] > 0 &&
		    t.true_sum[i] < small)
			t.loose = true;
	try_all(&t, 0);
	for (r = 0; r <= rows; r++)
		for (c = 0; c <= cols; c++) {
			i = r * w + c;
			if (!printed(&t, r, c))
				continue;
			if (t.true_sum[i] > 0 && t.true_sum[i] < small &&
			    t.mark[i] == SUP_SHOWN)
				fail_msg("a small figure is printed");
			if (t.mark[i] == SUP_SHOWN)
				continue;
			hidden++;
			if (t.low[i] < t.high[i])
				continue;
			print_table(&t);
			fail_msg("row %zu, column %zu can only be %ld", r, c,
			    t.low[i]);
		}
	return hidden;
}

static unsigned
next(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static void
nothing_can_be_worked_out(void **state)
{
	static const struct {
		size_t rows, cols;
		unsigned top;
		int times;
	} kinds[] = {
		{ 1, 1, 6, 30 }, { 2, 1, 7, 300 }, { 3, 1, 7, 300 },
		{ 4, 1, 6, 60 }, { 1, 3, 7, 300 }, { 2, 2, 6, 400 },
		{ 2, 3, 3, 25 },
	};
	unsigned seed = 7, totals;
	size_t k, i;
	int n;

	(void)state;
	for (k = 0; k < COUNT(kinds); k++)
		for (totals = 0; totals < 4; totals++)
			for (n = 0; n < kinds[k].times; n++) {
				long count[MAX_ROWS * MAX_COLS];

				for (i = 0; i < kinds[k].rows * kinds[k].cols;
				    i++)
					count[i] = next(&seed, kinds[k].top);
				check(count, kinds[k].rows, kinds[k].cols,
				    totals, 3);
			}
}

static void
marks(const long *count, size_t rows, size_t cols, unsigned totals,
    const char *want)
{
	enum suppressed m[(MAX_ROWS + 1) * (MAX_COLS + 1)];
	char got[(MAX_ROWS + 1) * (MAX_COLS + 1) + 1];
	size_t i, n = (rows + 1) * (cols + 1);

	suppress(count, rows, cols, totals, 5, m);
	for (i = 0; i < n; i++)
		got[i] = ".<*"[m[i]];
	got[n] = '\0';
	assert_string_equal(got, want);
}

static void
a_second_figure_goes_with_the_first(void **state)
{
	(void)state;
	/* a column of a small one: the smallest other goes too */
	marks((long[]){ 30, 3, 12, 20 }, 4, 1, SUPPRESS_COLS, "..<.*.....");
	/* two small ones guard each other … */
	marks((long[]){ 30, 3, 2, 20 }, 4, 1, SUPPRESS_COLS, "..<.<.....");
	/* … but not when the rest says that both are 1, or both 4 */
	marks((long[]){ 30, 1, 1, 20 }, 4, 1, SUPPRESS_COLS, "..<.<.*...");
	/* without totals nothing else is hidden */
	marks((long[]){ 30, 3, 12, 20 }, 4, 1, 0, "..<.......");
	/* none is printed; not known counts nothing and hides nothing */
	marks((long[]){ 30, 3, 0, -1 }, 4, 1, SUPPRESS_COLS, "*.<.......");
	/* the total of one figure is as small as it */
	marks((long[]){ 0, 3, 0 }, 3, 1, SUPPRESS_COLS, "..<...<.");
	/* four of 1: their total says no more than that it is hidden */
	marks((long[]){ 1, 1, 1, 1 }, 4, 1, SUPPRESS_COLS, "<.<.<.<.*.");
	/* rows and columns: a rectangle of four */
	marks((long[]){ 3, 20, 9, 30 }, 2, 2, SUPPRESS_ROWS | SUPPRESS_COLS,
	    "<*.**....");
}

static void
small_counts_off(void **state)
{
	enum suppressed m[4];

	(void)state;
	suppress((long[]){ 3 }, 1, 1, SUPPRESS_COLS, 0, m);
	assert_int_equal(m[0], SUP_SHOWN);
	suppress((long[]){ 1 }, 1, 1, SUPPRESS_COLS, 2, m);
	assert_int_equal(m[0], SUP_SMALL);
}

static void
text(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	suppress_text(31, SUP_SHOWN, 5, &b);
	suppress_text(3, SUP_SMALL, 5, &b);
	suppress_text(9, SUP_SECOND, 5, &b);
	suppress_text(-1, SUP_SHOWN, 5, &b);
	assert_string_equal(b.p, "31<5*?");
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_can_be_worked_out),
		cmocka_unit_test(a_second_figure_goes_with_the_first),
		cmocka_unit_test(small_counts_off),
		cmocka_unit_test(text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
