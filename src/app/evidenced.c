/* evidenced.c - what a school's logged encounters show for benchmarks 5 to 8.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/evidenced.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/school_log.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/encounter.h"

/* --- the figures --------------------------------------------------------- */

static void
name_group(int group, char out[6])
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	year_group_shown(year_groups[group].word, &b);
	snprintf(out, 6, "%s", b.p);
	buf_clear(&b);
}

/* Years before a school's first logged one are not known, which is not the
 * same as nothing. */
static void
look_back(const struct school_log *log, struct evidenced *f)
{
	int first, last;

	evidence_years(&f->span, &first, &last);
	if (first < log->since)
		f->since = log->since;
	f->before = last < log->since;
	if (f->before)
		f->n.logged = f->n.meaningful = (struct range){ 0, -1 };
}

/* Of pupils who were elsewhere before, only the years here count. */
static void
add_figure(const struct school_log *log, const struct evidence_rule *ask,
    size_t item, int first, int last, bool by_ticks, struct evidenced_all *all)
{
	struct evidenced *f;

	while (first < last && !school_log_has(log, first))
		first++;
	all->v = xreallocarray(all->v, all->n + 1, sizeof *all->v);
	f = &all->v[all->n++];
	*f = (struct evidenced){
		.item = item, .ask = *ask,
		.span = evidence_span(first, last, log->year),
		.by_ticks = by_ticks && *benchmark_ticks(ask->bm) != '\0',
		.roll = log->roll[last], .confirmed = log->confirmed[last],
		.applies = school_log_has(log, last),
	};
	name_group(last, f->group);
	evidence_count(ask, &f->span, log->ev, log->n, f->roll, &f->n);
	look_back(log, f);
	f->used = f->by_ticks ? f->n.meaningful : f->n.logged;
}

/* The year groups of the school; those of secondary age when it has any. */
static void
add_each(const struct school_log *log, const struct evidence_rule *ask,
    size_t item, bool by_ticks, struct evidenced_all *all)
{
	bool any = false;

	for (int g = ask->first; g <= ask->last; g++)
		if (school_log_has(log, g)) {
			add_figure(log, ask, item, g, g, by_ticks, all);
			any = true;
		}
	for (int g = YG_R; !any && g < ask->first; g++)
		if (school_log_has(log, g))
			add_figure(log, ask, item, g, g, by_ticks, all);
}

static enum status
read_rules(const char *const *items, size_t n, int year,
    struct evidence_rule *out, int *first, struct err *e)
{
	enum status st = ST_OK;

	*first = year;
	for (size_t i = 0; i < n && st == ST_OK; i++) {
		st = evidence_rule(items[i], &out[i], e);
		if (st == ST_OK && !out[i].each &&
		    year - (out[i].last - out[i].first) < *first)
			*first = year - (out[i].last - out[i].first);
	}
	return st;
}

enum status
evidenced_of(struct app *app, const struct row *school, int year,
    const char *const *items, size_t n, struct evidenced_all *out,
    struct err *e)
{
	bool by_ticks = str_eq(option_text(app->opt, OPT_EVIDENCE),
	    "meaningful");
	struct evidence_rule *ask = xcalloc(n + 1, sizeof *ask);
	struct evidenced_all all = { 0 };
	struct school_log log;
	int first;
	enum status st = read_rules(items, n, year, ask, &first, e);

	if (st == ST_OK)
		st = school_log_read(app, school, first, year, &log, e);
	for (size_t i = 0; i < n && st == ST_OK; i++) {
		if (ask[i].each)
			add_each(&log, &ask[i], i, by_ticks, &all);
		else
			add_figure(&log, &ask[i], i, ask[i].first,
			    ask[i].last, by_ticks, &all);
	}
	free(ask);
	if (st != ST_OK)
		return st;
	school_log_clear(&log);
	*out = all;
	return ST_OK;
}

void
evidenced_clear(struct evidenced_all *all)
{
	for (size_t i = 0; i < all->n; i++)
		evidence_clear(&all->v[i].n);
	free(all->v);
	memset(all, 0, sizeof *all);
}

struct range
evidenced_share(const struct evidenced *f)
{
	struct range most = { f->used.most, f->used.most };

	if (!f->before && f->used.most == 0)
		return (struct range){ 0, 0 };
	if (f->before || f->roll <= 0)
		return (struct range){ 0, -1 };
	return (struct range){ evidence_percent(f->used, f->roll),
	    f->used.most < 0 ? -1 : evidence_percent(most, f->roll) };
}

/* Of a thousand, near enough; what cannot be said comes after what can, and of
 * two that show nobody the one that knows it comes first. */
static int
rank(const struct evidenced *f)
{
	int unknown = f->used.most < 0 && f->used.least == 0;

	if (f->before)
		return 1002;
	if (f->roll > 0)
		return 10 * evidence_percent(f->used, f->roll) + unknown;
	return f->roll < 0 && f->used.least == 0 ? unknown : 1001;
}

const struct evidenced *
evidenced_weakest(const struct evidenced_all *all, int bm)
{
	const struct evidenced *least = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct evidenced *f = &all->v[i];

		if (f->ask.bm == bm && f->applies &&
		    (least == NULL || rank(f) < rank(least)))
			least = f;
	}
	return least;
}

/* --- what it counts ------------------------------------------------------ */

void
evidenced_logged_filter(struct app *app, const struct row *school,
    const struct evidenced *f, struct buf *out)
{
	struct strs kind = { 0 };
	char cohort[8];
	int first, last;

	year_format(f->span.entry, cohort);
	evidence_years(&f->span, &first, &last);
	school_log_filter(app, school, cohort, first, last, out);
	buf_addf(out, " benchmarks:%d", f->ask.bm);
	if (f->ask.kinds[0] == '\0')
		return;
	str_split(&kind, f->ask.kinds, '|');
	for (size_t i = 0; i < kind.n; i++)
		buf_addf(out, "%s\"%s\"", i > 0 ? "," : " provider_kinds:",
		    kind.v[i]);
	strs_clear(&kind);
}

void
evidenced_filter(struct app *app, const struct row *school,
    const struct evidenced *f, struct buf *out)
{
	evidenced_logged_filter(app, school, f, out);
	if (f->by_ticks)
		buf_addf(out, " meaningful:bm%d", f->ask.bm);
}

void
evidenced_lacking_filter(struct app *app, const struct row *school,
    const struct evidenced *f, struct buf *out)
{
	evidenced_logged_filter(app, school, f, out);
	buf_addf(out, " -meaningful:bm%d", f->ask.bm);
}

/* --- in words ------------------------------------------------------------ */

void
evidenced_text(const struct evidenced *f, struct buf *out)
{
	if (f->applies)
		range_format(f->used, out);
	else
		buf_addc(out, '.');
}

static void
semicolon(struct buf *out, size_t start)
{
	if (out->n > start)
		buf_add(out, "; ");
}

void
evidenced_said(const struct evidenced *f, struct buf *out)
{
	size_t start = out->n;

	if (!f->applies)
		return;
	if (f->before)
		buf_addf(out, "nothing logged before Sep %d", f->since);
	else if (f->since > 0)
		buf_addf(out, "logged since Sep %d", f->since);
	if (f->roll < 0 || !f->confirmed) {
		semicolon(out, start);
		buf_addf(out, "roll of %s %s", f->group,
		    f->roll < 0 ? "not known" : "unconfirmed");
	}
	if (f->n.unknown > 0) {
		semicolon(out, start);
		buf_addf(out, "%zu without numbers", f->n.unknown);
	}
	if (f->n.estimated > 0) {
		semicolon(out, start);
		buf_addf(out, "%zu estimated", f->n.estimated);
	}
	if (f->by_ticks && f->n.nlacking > 0) {
		semicolon(out, start);
		buf_addf(out, "%zu lack%s only ticks", f->n.nlacking,
		    f->n.nlacking == 1 ? "s" : "");
	}
}
