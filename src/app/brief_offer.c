/* brief_offer.c - the brief's end: what the school can be offered, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only what records say: what fits their requests, CPD on what its official result is weakest in, and
 * what is planned in its clusters without it.
 */
#include <stdlib.h>
#include <string.h>

#include "app/brief.h"
#include "app/wanted.h"
#include "base/date.h"

#define WEAKEST		3	/* benchmarks that are offered for */
#define SESSIONS	60	/* to come that are looked at */

struct offering {
	struct brief_making *m;
	int	 weak;		/* per cent up to which a benchmark is among the
				 * weakest; -1 none is */
	size_t	 shown;
};

static int
by_size(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* Of those not achieved, the third lowest. */
static int
weak_until(const struct ov_result *official)
{
	int v[BENCHMARKS], n = 0;

	for (int i = 0; i < BENCHMARKS && official->id != 0; i++)
		if (official->percent[i] >= 0 &&
		    official->state[i] != SCORE_ACHIEVED)
			v[n++] = official->percent[i];
	if (n == 0)
		return -1;
	qsort(v, (size_t)n, sizeof *v, by_size);
	return v[n < WEAKEST ? n - 1 : WEAKEST - 1];
}

/* The weakest of the benchmarks LIST, "3 5", that is among the weakest; 0. */
static int
serves(const struct offering *o, const char *list)
{
	const struct ov_result *official = &o->m->now.official;
	int found = 0;
	char *end;

	for (long bm; *list != '\0'; list = end) {
		bm = strtol(list, &end, 10);
		if (end == list)
			break;
		if (bm < 1 || bm > BENCHMARKS ||
		    official->percent[bm - 1] < 0 ||
		    official->state[bm - 1] == SCORE_ACHIEVED ||
		    official->percent[bm - 1] > o->weak)
			continue;
		if (found == 0 || official->percent[bm - 1] <
		    official->percent[found - 1])
			found = (int)bm;
	}
	return found;
}

/* "CPD 14 Jan, Records that work: BM3 is among their weakest (72 %)" */
static void
on_session(void *arg, const struct brief_row *d)
{
	struct offering *o = arg;
	int bm = serves(o, d->who);
	char day[24], left[48] = "";

	if (bm == 0 || o->shown++ >= BRIEF_OFFERS)
		return;
	brief_day(o->m, day_from_iso(d->day), day);
	if (d->n >= 0)
		snprintf(left, sizeof left, ", %lld place%s left",
		    (long long)d->n, d->n == 1 ? "" : "s");
	report_cellf(o->m->r, "CPD %s, %s: BM%d is among their weakest"
	    " (%d %%)%s", day, d->title, bm,
	    o->m->now.official.percent[bm - 1], left);
	report_opens(o->m->r, entities[ENT_cpd], d->id);
}

static enum status
put_sessions(struct brief_making *m, struct err *e)
{
	struct offering o = { m, weak_until(&m->now.official), 0 };

	if (o.weak < 0)
		return ST_OK;
	m->ask.most = SESSIONS;
	return brief_read(m->app->db, BRIEF_CPD, &m->ask, on_session, &o, e);
}

/* "26 Nov, Careers fair of Tech East: they are not in it" */
static void
on_cluster(void *arg, const struct brief_row *v)
{
	struct brief_making *m = arg;
	char day[24];

	brief_day(m, day_from_iso(v->day), day);
	report_cellf(m->r, "%s, %s of their cluster %s: they are not in it",
	    day, v->title, v->who);
	report_opens(m->r, entities[ENT_encounter], v->id);
}

/* "City Cranes: Talks about building a tower, fits their request: construction
 * speaker, Y9" */
static enum status
put_wanted(struct brief_making *m, struct err *e)
{
	struct wanteds all;
	enum status st = wanted_of(m->app, m->school->id, &all, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < all.n; i++) {
		const struct fittings *fs = &all.v[i].offers;
		size_t shown = 0;

		for (size_t k = 0; k < fs->n && shown < BRIEF_OFFERS; k++) {
			const struct fitting *f = &fs->v[k];

			if (!f->fits)
				continue;
			report_cellf(m->r, "%s: %s, fits their request: %s",
			    f->name, f->what, all.v[i].text);
			report_opens(m->r, f->ent, f->id);
			shown++;
		}
	}
	wanted_clear(&all);
	return ST_OK;
}

/* "SEND toolkit: not sent to them yet" */
static void
on_resource(void *arg, const struct brief_row *x)
{
	struct brief_making *m = arg;

	report_cellf(m->r, "%s: not sent to them yet", x->title);
	report_opens(m->r, entities[ENT_resource], x->id);
}

enum status
brief_offers(struct brief_making *m, struct err *e)
{
	enum status st;

	report_text(m->r, "Offer");
	if ((st = put_wanted(m, e)) != ST_OK ||
	    (st = put_sessions(m, e)) != ST_OK ||
	    (st = brief_rows(m, BRIEF_SEND, BRIEF_OFFERS, on_resource, e)) !=
	    ST_OK)
		return st;
	return brief_rows(m, BRIEF_CLUSTERS, BRIEF_OFFERS, on_cluster, e);
}
