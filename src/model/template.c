/* template.c - which template is meant, and the days it gives.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/str.h"
#include "base/utf8.h"

/* --- finding ------------------------------------------------------------- */

enum match { MATCH_NONE, MATCH_BEGINS, MATCH_WHOLE };

static enum match
match_text(const char *text, const char *words)
{
	char *folded = utf8_fold(text);
	enum match m = MATCH_NONE;

	if (strcmp(folded, words) == 0)
		m = MATCH_WHOLE;
	else if (str_starts(folded, words))
		m = MATCH_BEGINS;
	free(folded);
	return m;
}

static enum match
match(const struct template *t, const char *words)
{
	enum match name = match_text(t->name, words);
	enum match title = match_text(t->title, words);

	return name > title ? name : title;
}

/* Names of those that match WORDS so; of all for MATCH_NONE. */
static void
list(const struct templates *ts, const char *words, enum match how,
    struct buf *out)
{
	for (size_t i = 0; i < ts->n; i++)
		if (how == MATCH_NONE || match(&ts->v[i], words) == how)
			buf_addf(out, "%s%s", out->n > 0 ? ", " : "",
			    ts->v[i].name);
}

static enum status
refuse(const struct templates *ts, const char *typed, const char *words,
    size_t n, enum match how, struct err *e)
{
	enum status st;
	struct buf b;

	buf_init(&b, BUF_LINE);
	list(ts, words, n == 0 ? MATCH_NONE : how, &b);
	if (n == 0)
		st = err_set(e, ST_NOT_FOUND, "no template \"%.40s\": there "
		    "are %s", typed, b.p);
	else
		st = err_set(e, ST_AMBIGUOUS, "\"%.40s\" is the beginning of "
		    "several templates: %s", typed, b.p);
	buf_clear(&b);
	return st;
}

enum status
template_find(const struct templates *ts, const char *typed,
    const struct template **out, struct err *e)
{
	char *words = utf8_fold(typed);
	enum match best = MATCH_NONE;
	enum status st = ST_OK;
	size_t n = 0;

	for (size_t i = 0; i < ts->n && words[0] != '\0'; i++) {
		enum match m = match(&ts->v[i], words);

		if (m == MATCH_NONE || m < best)
			continue;
		n = m > best ? 1 : n + 1;
		best = m;
		*out = &ts->v[i];
	}
	if (n != 1)
		st = refuse(ts, typed, words, n, best, e);
	free(words);
	return st;
}

bool
template_fits(const struct template *t, const char *entity)
{
	return str_in(entity, t->about);
}

const struct template_row *
template_row(const struct template *t, int no)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].no == no)
			return &t->v[i];
	return NULL;
}

/* --- days ---------------------------------------------------------------- */

void
template_plan(const struct template *t, const struct calendar *c, int anchor,
    struct template_due *out)
{
	for (size_t i = 0; i < t->n; i++)
		out[i] = (struct template_due){ t->v[i].no,
		    offset_day(c, anchor, t->v[i].offset) };
}

/* As many working days from ANCHOR as DUE was from OLD. */
static int
keep_distance(const struct calendar *c, int old, int anchor, int due)
{
	if (cal_add_days(c, old, 0) == DAY_NONE ||
	    cal_add_days(c, due, 0) == DAY_NONE)
		return DAY_NONE;
	if (due == old)
		return cal_add_days(c, anchor, 0);
	return cal_add_working(c, anchor, cal_working_between(c, old, due));
}

static void
shift(const struct template *t, const struct calendar *c, int old, int anchor,
    struct template_item *item)
{
	const struct template_row *r =
	    t != NULL ? template_row(t, item->no) : NULL;
	int to;

	item->to = item->due;
	item->move = TEMPLATE_STAYS;
	if (item->done || item->due == DAY_NONE)
		return;
	if (r != NULL && item->due == offset_day(c, old, r->offset)) {
		item->move = TEMPLATE_FOLLOWS;
		to = offset_day(c, anchor, r->offset);
	} else {
		item->move = TEMPLATE_KEEPS;
		to = keep_distance(c, old, anchor, item->due);
	}
	if (to == DAY_NONE)
		item->move = TEMPLATE_STAYS;
	else
		item->to = to;
}

void
template_shift(const struct template *t, const struct calendar *c, int old,
    int anchor, struct template_item *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		shift(t, c, old, anchor, &v[i]);
}
