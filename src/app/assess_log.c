/* assess_log.c - beside an item: the pupils it is about, what the log shows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess_log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/school_log.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

void
assess_log_clear(struct assess_log *l)
{
	row_free(l->school);
	assess_plan_clear(l);
	assess_evidence_clear(&l->shown);
	free(l->v);
	free(l->rolls);
	memset(l, 0, sizeof *l);
}

/* --- the pupils an item is about ----------------------------------------- */

/* Year groups FIRST to LAST whose pupils are counted; false when the item is
 * about something else, or about some pupils of a year group. */
static bool
cohort(const struct item *it, int *first, int *last)
{
	struct evidence_rule rule;
	struct err e = {0};

	if (it->kind != ITEM_SHARE || it->part)
		return false;
	if (*it->evidence && !evidence_rule(it->evidence, &rule, &e)) {
		*first = rule.each ? rule.first : rule.last;
		*last = rule.last;
		return true;
	}
	*first = it->first;
	*last = it->last;
	return it->first > 0;
}

static void
name_cohort(int first, int last, char out[32])
{
	if (first == last)
		snprintf(out, 32, "Y%d", last);
	else
		snprintf(out, 32, "Y%d-%d", first, last);
}

static void
put_roll(const struct school_log *log, const struct item *it,
    struct assess_beside *b)
{
	int first, last, g;
	long sum = 0;

	b->roll = -1;
	b->confirmed = true;
	if (!cohort(it, &first, &last))
		return;
	while (first < last && !school_log_has(log, first))
		first++;
	while (last > first && !school_log_has(log, last))
		last--;
	for (g = first; g <= last; g++) {
		if (!school_log_has(log, g))
			continue;
		if (log->roll[g] <= 0)
			return;
		sum += log->roll[g];
		b->confirmed = b->confirmed && log->confirmed[g];
	}
	b->roll = sum > 0 ? sum : -1;
	name_cohort(first, last, b->of);
}

/* " Y7-9, Y13": the groups whose roll is KNOWN but unconfirmed, or is not
 * known; returns how many. Appended. */
static int
add_groups(const struct school_log *log, int first, int last, bool known,
    struct buf *out)
{
	int g, from = 0, n = 0, all = 0;

	for (g = first; g <= last + 1; g++) {
		bool one = g <= last && school_log_has(log, g) &&
		    (log->roll[g] >= 0) == known &&
		    !(known && log->confirmed[g]);

		all += one;
		if (one && !from)
			from = g;
		if (one || !from)
			continue;
		buf_addf(out, from == g - 1 ? "%sY%d" : "%sY%d-%d",
		    n++ ? ", " : " ", from, g - 1);
		from = 0;
	}
	return all;
}

/* "Rolls of 2026/27: unconfirmed Y12; not known Y13". */
static void
say_rolls(struct assess_log *l, const struct school_log *log,
    const struct assess *a)
{
	int first = a->first > YG_R ? a->first : YG_Y7;
	int last = a->last > 0 && a->last < YG_KS3 ? a->last : YG_Y13;
	struct buf b, open, none;
	char year[8];
	int n;

	buf_init(&b, BUF_LINE);
	buf_init(&open, BUF_LINE);
	buf_init(&none, BUF_LINE);
	year_format(l->year, year);
	n = add_groups(log, first, last, true, &open);
	if (add_groups(log, first, last, false, &none) > last - first)
		buf_addf(&b, "Rolls of %s are not known", year);
	else if (!open.n && !none.n)
		buf_addf(&b, "Rolls of %s are confirmed", year);
	else if (n > last - first)
		buf_addf(&b, "Rolls of %s are unconfirmed", year);
	else
		buf_addf(&b, "Rolls of %s:%s%s%s%s%s", year, open.n ?
		    " unconfirmed" : "", open.p, open.n && none.n ? ";" : "",
		    none.n ? " not known" : "", none.p);
	l->rolls = buf_take(&b);
	buf_clear(&open);
	buf_clear(&none);
}

static enum status
read_rolls(const struct assess *a, struct assess_log *l, struct err *e)
{
	struct school_log log;
	enum status st;
	size_t i;

	st = school_log_read(a->app, l->school, l->year, l->year, &log, e);
	if (st)
		return st;
	for (i = 0; i < a->n; i++)
		put_roll(&log, a->item[i].item, &l->v[i]);
	say_rolls(l, &log, a);
	school_log_clear(&log);
	return ST_OK;
}

enum status
assess_log_read(const struct assess *a, struct assess_log *out, struct err *e)
{
	enum status st;
	size_t i;

	memset(out, 0, sizeof *out);
	out->year = assess_year(a);
	out->first = a->n > 0 ? a->item[0].item : NULL;
	out->n = a->n;
	out->v = xcalloc(a->n + 1, sizeof *out->v);
	st = record_load(a->app, entities[ENT_school],
	    row_ref(a->mine, F_assessment_school), &out->school, e);
	if (!st)
		st = read_rolls(a, out, e);
	if (!st)
		st = assess_evidence(a, out->year, &out->shown, e);
	if (!st)
		st = assess_plan_read(a, out, e);
	for (i = 0; i < a->n && !st; i++)
		out->v[i].log = a->item[i].applies ?
		    assess_shown(&out->shown, a->item[i].item) : NULL;
	if (st)
		assess_log_clear(out);
	return st;
}

/* Each list of questions is the session's own. */
bool
assess_log_fits(const struct assess_log *l, const struct assess *a)
{
	return l->n == a->n && l->year == assess_year(a) &&
	    l->first == (a->n > 0 ? a->item[0].item : NULL);
}

const struct assess_beside *
assess_log_at(const struct assess_log *l, const struct assess *a, int at)
{
	static const struct assess_beside nothing = { .roll = -1 };

	return at >= 0 && assess_log_fits(l, a) ? &l->v[at] : &nothing;
}

void
assess_log_text(const struct assess_beside *b, struct buf *out)
{
	const struct evidenced *f = b->log;

	if (!f)
		return;
	buf_add(out, "from the log: ");
	if (f->ask.each)
		buf_addf(out, "%s ", f->group);
	if (f->used.most < 0 && f->used.least <= 0)
		buf_add(out, "not known");
	else if (f->used.most < 0)
		buf_addf(out, "at least %ld", f->used.least);
	else if (f->used.least == f->used.most)
		buf_addf(out, "%ld", f->used.least);
	else
		buf_addf(out, "at least %ld, at most %ld", f->used.least,
		    f->used.most);
}

/* --- answers ------------------------------------------------------------- */

bool
assess_log_answer(const struct assess_beside *b, struct buf *out)
{
	const struct evidenced *f = b->log;

	if (!f || f->ask.each || b->roll <= 0 || f->before || f->since ||
	    f->n.unknown || f->n.estimated || f->used.least != f->used.most ||
	    f->used.least > b->roll)
		return false;
	buf_addf(out, "%ld/%ld", f->used.least, b->roll);
	return true;
}

enum status
assess_log_typed(const struct item *it, const struct assess_beside *b,
    const char *typed, struct buf *out, struct err *e)
{
	int64_t n;

	if (it->kind != ITEM_SHARE || b->roll <= 0 ||
	    !str_int(typed, 0, ANSWER_PUPILS, &n)) {
		buf_add(out, typed);
		return ST_OK;
	}
	if (n > b->roll)
		return err_set(e, ST_INVALID, "%lld is more than the %ld of %s "
		    "on roll; type %lld/%lld for another number, 75%% for a "
		    "per cent.", (long long)n, b->roll, b->of, (long long)n,
		    (long long)n);
	buf_addf(out, "%lld/%ld", (long long)n, b->roll);
	return ST_OK;
}
