/* national.c - the file of national figures, and which of them is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/national.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

#define HEADS	"year framework | average bm1 bm2 bm3 bm4 bm5 bm6 bm7 bm8 source"

static void
clear_row(struct national *n)
{
	free(n->label);
	free(n->framework);
	free(n->source);
}

void
nationals_clear(struct nationals *ns)
{
	for (size_t i = 0; i < ns->n; i++)
		clear_row(&ns->v[i]);
	free(ns->v);
	*ns = (struct nationals){ 0 };
}

/* "5.96" with UNIT 100 is 596; -1 for "". False when it is no such number or
 * more than MOST. */
static bool
read_figure(const char *text, int unit, int most, int *out)
{
	const char *p = text;
	int v = 0;

	*out = -1;
	if (*text == '\0')
		return true;
	for (; *p >= '0' && *p <= '9' && v <= most; p++)
		v = v * 10 + *p - '0';
	if (p == text || v > most)
		return false;
	*out = v * unit;
	if (*p == '.' && p[1] != '\0')
		for (p++; *p >= '0' && *p <= '9' && unit > 1; p++) {
			unit /= 10;
			*out += (*p - '0') * unit;
		}
	return *p == '\0';
}

static enum status
read_year(const struct csv_table *t, size_t row, struct national *n,
    struct err *e)
{
	const char *year = csv_table_cell(t, row, "year");
	int64_t calendar;

	if (year_parse(year, &n->year))
		return ST_OK;
	if (str_int(year, 1990, 2100, &calendar)) {
		n->year = (int)calendar;
		return ST_OK;
	}
	return csv_table_refuse(t, row, "year", e, "\"%.20s\" is no year as "
	    "2018/19 or 2014", year);
}

static enum status
read_figures(const struct csv_table *t, size_t row, struct national *n,
    struct err *e)
{
	char head[16];

	if (!read_figure(csv_table_cell(t, row, "average"), 100, BENCHMARKS,
	    &n->average) || n->average > BENCHMARKS * 100)
		return csv_table_refuse(t, row, "average", e, "a number of "
		    "benchmarks, 0 to 8, as 2.13");
	for (int i = 0; i < BENCHMARKS; i++) {
		snprintf(head, sizeof head, "bm%d", i + 1);
		if (!read_figure(csv_table_cell(t, row, head), 10, 100,
		    &n->share[i]) || n->share[i] > 1000)
			return csv_table_refuse(t, row, head, e, "a per cent "
			    "of schools, 0 to 100, as 38.3");
	}
	return ST_OK;
}

/* Where N belongs: the row of its year and framework, or a new one. */
static struct national *
place(struct nationals *ns, const struct national *n, const char *framework)
{
	size_t i = 0;

	while (i < ns->n && (ns->v[i].year < n->year ||
	    (ns->v[i].year == n->year &&
	    strcmp(ns->v[i].framework, framework) < 0)))
		i++;
	if (i < ns->n && ns->v[i].year == n->year &&
	    strcmp(ns->v[i].framework, framework) == 0) {
		clear_row(&ns->v[i]);
		return &ns->v[i];
	}
	ns->v = xreallocarray(ns->v, ns->n + 1, sizeof *ns->v);
	memmove(ns->v + i + 1, ns->v + i, (ns->n - i) * sizeof *ns->v);
	ns->n++;
	return &ns->v[i];
}

static enum status
read_row(const struct csv_table *t, size_t row, struct nationals *out,
    struct err *e)
{
	const char *framework = csv_table_cell(t, row, "framework");
	struct national n = { 0 }, *to;
	enum status st;

	if ((st = read_year(t, row, &n, e)) != ST_OK ||
	    (st = read_figures(t, row, &n, e)) != ST_OK)
		return st;
	if (*framework == '\0')
		return csv_table_refuse(t, row, "framework", e, "it is "
		    "missing: G2014 or G2024");
	to = place(out, &n, framework);
	*to = n;
	to->label = xstrdup(csv_table_cell(t, row, "year"));
	to->framework = xstrdup(framework);
	to->source = xstrdup(csv_table_cell(t, row, "source"));
	return ST_OK;
}

static enum status
read_file(const struct csv_source *src, struct nationals *out, struct err *e)
{
	struct csv_table t;
	enum status st = csv_table_read(src, HEADS, &t, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < t.n && st == ST_OK; i++)
		st = read_row(&t, i, out, e);
	csv_table_clear(&t);
	return st;
}

enum status
nationals_load(const struct csv_source *hub, struct nationals *out,
    struct err *e)
{
	struct csv_source shipped = csv_shipped("national.csv");
	enum status st;

	*out = (struct nationals){ 0 };
	st = read_file(&shipped, out, e);
	if (st == ST_OK && hub != NULL && hub->text != NULL)
		st = read_file(hub, out, e);
	if (st != ST_OK)
		nationals_clear(out);
	return st;
}

static bool
has_shares(const struct national *n)
{
	for (int i = 0; i < BENCHMARKS; i++)
		if (n->share[i] < 0)
			return false;
	return true;
}

static const struct national *
newest(const struct nationals *ns, const char *framework, int year,
    bool shares)
{
	for (size_t i = ns->n; i-- > 0;) {
		const struct national *n = &ns->v[i];

		if (n->year <= year && str_ieq(n->framework, framework) &&
		    (shares ? has_shares(n) : n->average >= 0))
			return n;
	}
	return NULL;
}

const struct national *
national_average(const struct nationals *ns, const char *framework, int year)
{
	return newest(ns, framework, year, false);
}

const struct national *
national_shares(const struct nationals *ns, const char *framework, int year)
{
	return newest(ns, framework, year, true);
}

void
national_average_format(int hundredths, struct buf *out)
{
	if (hundredths < 0)
		buf_add(out, "?");
	else if (hundredths % 10 == 0)
		buf_addf(out, "%d.%d", hundredths / 100, hundredths / 10 % 10);
	else
		buf_addf(out, "%d.%02d", hundredths / 100, hundredths % 100);
}

void
national_share_format(int tenths, struct buf *out)
{
	if (tenths < 0)
		buf_add(out, "?");
	else if (tenths % 10 == 0)
		buf_addf(out, "%d", tenths / 10);
	else
		buf_addf(out, "%d.%d", tenths / 10, tenths % 10);
}
