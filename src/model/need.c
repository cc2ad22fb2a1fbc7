/* need.c - how much a school needs support.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/need.h"

#include "model/entity.h"
#include "model/weights.h"

#define FSM_MOST	50.0	/* from this share of pupils on: all points */
#define DAYS_MOST	180	/* from so many days without contact on */

/* Points by the register's phase. Special schools and alternative provision
 * have none there; then those whose pupils leave next. */
static const int phase_points[] = {
	[0] = 100,			/* not applicable */
	[1] = 0,			/* nursery */
	[2] = 25, [3] = 25,		/* primary, middle deemed primary */
	[4] = 75, [5] = 75,		/* secondary, middle deemed secondary */
	[6] = 75, [7] = 75,		/* 16 plus, all-through */
};
enum { PHASES = sizeof phase_points / sizeof phase_points[0] };

static const char *const names[NEED_PARTS] = {
	[NEED_FSM] = "fsm", [NEED_PHASE] = "phase",
	[NEED_BENCHMARKS] = "benchmarks", [NEED_CONTACT] = "contact",
};

bool
need_weights(const char *text, struct need_weights *out)
{
	return weights_read(text, names, NEED_PARTS, out->part);
}

/* 0 to 100, in double: they are rounded once, in the score. */
static bool
points_of(enum need_part part, const struct need_facts *f, double *out)
{
	double p = 0;

	switch (part) {
	case NEED_FSM:
		p = f->fsm * 100 / FSM_MOST;
		if (f->fsm < 0)
			return false;
		break;
	case NEED_PHASE:
		if (f->phase < 0 || f->phase >= PHASES)
			return false;
		p = phase_points[f->phase];
		break;
	case NEED_BENCHMARKS:
		if (f->achieved < 0)
			return false;
		p = (BENCHMARKS - f->achieved) * 100.0 / BENCHMARKS;
		break;
	case NEED_CONTACT:
		p = f->days < 0 ? 100 : f->days * 100.0 / DAYS_MOST;
		break;
	case NEED_PARTS:
		return false;
	}
	*out = p > 100 ? 100 : p < 0 ? 0 : p;
	return true;
}

static int
nearest(double x)
{
	return (int)(x + 0.5);
}

struct need_score
need_of(const struct need_facts *f, const struct need_weights *w)
{
	struct need_score n = { .score = -1 };
	double sum = 0, p = 0;
	int weights = 0;

	for (int i = 0; i < NEED_PARTS; i++) {
		n.part[i].weight = w->part[i];
		n.part[i].known = points_of((enum need_part)i, f, &p);
		if (!n.part[i].known)
			continue;
		n.part[i].points = nearest(p);
		sum += p * w->part[i];
		weights += w->part[i];
	}
	if (weights > 0)
		n.score = nearest(sum / weights);
	return n;
}

/* The fact behind a known part. */
static void
fact_said(enum need_part part, const struct need_facts *f, struct buf *out)
{
	switch (part) {
	case NEED_FSM:
		buf_addf(out, "free school meals %.15g %%", f->fsm);
		break;
	case NEED_PHASE:
		buf_addf(out, "phase %d", f->phase);
		break;
	case NEED_BENCHMARKS:
		buf_addf(out, "%d benchmark%s missing",
		    BENCHMARKS - f->achieved,
		    BENCHMARKS - f->achieved == 1 ? "" : "s");
		break;
	case NEED_CONTACT:
		if (f->days < 0)
			buf_add(out, "no contact logged");
		else
			buf_addf(out, "last contact %d d ago", f->days);
		break;
	case NEED_PARTS:
		break;
	}
}

void
need_said(const struct need_facts *f, const struct need_score *n,
    const char *gap, struct buf *out)
{
	size_t was = out->n;

	for (int i = 0; i < NEED_PARTS; i++) {
		if (!n->part[i].known || n->part[i].weight == 0)
			continue;
		buf_add(out, out->n > was ? gap : "");
		fact_said((enum need_part)i, f, out);
		buf_addf(out, ": %d of 100, weight %d", n->part[i].points,
		    n->part[i].weight);
	}
	for (int i = 0; i < NEED_PARTS; i++) {
		if (n->part[i].known || n->part[i].weight == 0)
			continue;
		buf_addf(out, "%s%s not known: left out", out->n > was ? gap :
		    "", names[i]);
	}
}

void
need_fact_said(enum need_part part, const struct need_facts *f,
    struct buf *out)
{
	double points;

	if (!points_of(part, f, &points))
		buf_add(out, "?");
	else if (part == NEED_FSM)
		buf_addf(out, "%.15g %%", f->fsm);
	else if (part == NEED_PHASE)
		buf_addf(out, "%d", f->phase);
	else if (part == NEED_BENCHMARKS)
		buf_addf(out, "%d", BENCHMARKS - f->achieved);
	else if (f->days < 0)
		buf_add(out, "-");
	else
		buf_addf(out, "%d d", f->days);
}
