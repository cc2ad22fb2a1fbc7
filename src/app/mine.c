/* mine.c - how my schools stand, in a few figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/mine.h"

#include <string.h>

#include "app/lists.h"
#include "app/monthend.h"
#include "app/terms.h"
#include "base/date.h"
#include "model/snapshot.h"
#include "model/tables.h"

enum { MOST = 1000 };		/* schools that are counted */

/* Primary schools are in no network and never assessed (domain.md 2): no link
 * governor is asked of them, and nobody owes them a visit. */
#define OPEN	"mine is:open"
#define ASSESSED OPEN " -phase:primary,nursery,\"middle deemed primary\""

static const struct {
	const char	*words;		/* a day follows where FROM is given */
	const char	*filter;	/* the first day that is good follows */
	enum { NO_DAY, SNAPSHOT, TERM } from;
} figures[MINE_FIGURES] = {
	[MINE_ALL] = { "My", OPEN, NO_DAY },
	[MINE_NOT_ASSESSED] = { "not assessed for ", ASSESSED " -official>",
	    SNAPSHOT },
	[MINE_NO_VISIT] = { "no visit this term", ASSESSED " -visited>=",
	    TERM },
	[MINE_NO_ENCOUNTER] = { "no encounter this term",
	    OPEN " -encounter>=", TERM },
	[MINE_ROLLS] = { "rolls unconfirmed", OPEN " is:unconfirmed", NO_DAY },
	[MINE_ACCESS] = { "access at risk", OPEN " access:due,missed",
	    NO_DAY },
	[MINE_NO_GOVERNOR] = { "no link governor", ASSESSED " governor:", NO_DAY },
	[MINE_NO_ADVISER] = { "no adviser", OPEN " stage:\"signed up\",matched,"
	    "active ea:", NO_DAY },
	[MINE_RETURN] = { "return", "", NO_DAY },
};

void
mine_filter(const struct mine *m, enum mine_is f, struct buf *out)
{
	char day[11];

	buf_add(out, figures[f].filter);
	if (figures[f].from == NO_DAY)
		return;
	day_iso(figures[f].from == TERM ? m->term : m->last, day);
	buf_add(out, day);
}

/* "31 Dec" of a day */
static void
add_day(int day, struct buf *out)
{
	char text[24];

	day_long(day, text);		/* Thu 31 Dec 2026 */
	text[strlen(text) - 5] = '\0';
	buf_add(out, text + 4);
}

void
mine_words(const struct mine *m, enum mine_is f, struct buf *out)
{
	buf_add(out, figures[f].words);
	if (f == MINE_NOT_ASSESSED)
		add_day(m->next, out);
}

void
mine_said(const struct mine *m, enum mine_is f, struct buf *out)
{
	mine_words(m, f, out);
	if (f != MINE_RETURN) {
		buf_addf(out, " %lld", (long long)m->n[f]);
		return;
	}
	buf_addf(out, ": %lld to mend by ", (long long)m->n[f]);
	add_day(m->due, out);
}

void
mine_snapshot(const struct mine *m, struct buf *out)
{
	buf_add(out, "Official results for ");
	add_day(m->next, out);
	buf_addf(out, ": %lld of %lld schools not assessed since ",
	    (long long)m->n[MINE_NOT_ASSESSED], (long long)m->assessed_of);
	add_day(m->last, out);
}

static enum status
count(struct lister *l, const char *filter, int64_t *out, struct err *e)
{
	enum status st = lister_filter(l, filter, e);

	return st != ST_OK ? st : lister_count(l, MOST, out, e);
}

enum status
mine_read(struct app *app, struct mine *out, struct err *e)
{
	struct mine m = { .last = snapshot_before(app->today),
	    .next = snapshot_from(app->today) };
	struct calendar *cal;
	struct lister l;
	struct buf b;
	enum status st;

	if ((st = terms_calendar(app, 0, &cal, e)) != ST_OK)
		return st;
	m.term = cal_term_first(cal, app->today);
	cal_free(cal);
	st = lister_open(&l, app, entities[ENT_school], OPEN, e);
	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	st = lister_count(&l, MOST, &m.n[MINE_ALL], e);
	if (st == ST_OK && m.n[MINE_ALL] > 0)
		st = count(&l, ASSESSED, &m.assessed_of, e);
	for (int f = MINE_ALL + 1; f < MINE_RETURN && st == ST_OK &&
	    m.n[MINE_ALL] > 0; f++) {
		buf_reset(&b);
		mine_filter(&m, (enum mine_is)f, &b);
		st = count(&l, b.p, &m.n[f], e);
	}
	buf_clear(&b);
	lister_close(&l);
	if (st == ST_OK && m.n[MINE_ALL] > 0)
		st = monthend_mine(app, &m.n[MINE_RETURN], &m.due, e);
	if (m.n[MINE_RETURN] < 0)
		m.n[MINE_RETURN] = 0;
	if (st == ST_OK)
		*out = m;
	return st;
}
