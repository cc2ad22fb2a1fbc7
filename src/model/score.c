/* score.c - points, percentages and states of an assessment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/score.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

#define DAYS_ASKED	5	/* one week's worth, of both items of days */
#define TINY		UINT64_C(100000000000000)	/* parts of one, for a mean */

const struct score_rules score_rules_default = {
	.edge = { 25, 50, 75 },
	.pass = { 100, 100, 100, 100, 100, 100, 100, 100 },
};

const char *const score_state_words[] = {
	[SCORE_NOT] = "not achieved", [SCORE_PARTIAL] = "partial",
	[SCORE_ACHIEVED] = "achieved", [SCORE_UNKNOWN] = "not known",
};
const char *const item_state_words[] = {
	[ITEM_NOT_STARTED] = "not started", [ITEM_IN_PROGRESS] = "in progress",
	[ITEM_ACHIEVED] = "achieved", [ITEM_AWAY] = "n/a",
};

enum score_state
score_state(const struct score_rules *rules, int bm, int percent)
{
	if (percent < 0)
		return SCORE_UNKNOWN;
	if (percent >= rules->pass[bm - 1])
		return SCORE_ACHIEVED;
	return percent > 0 ? SCORE_PARTIAL : SCORE_NOT;
}

/* --- items --- */

/* Points of N of M pupils; the fraction itself is compared. */
static int
band(const struct score_rules *rules, long n, long m)
{
	int points = 1;

	if (n == 0)
		return 0;
	while (points < SCORE_SHARE &&
	    (long long)n * 100 > (long long)rules->edge[points - 1] * m)
		points++;
	return points;
}

static enum item_state
state_of(const struct scored *s)
{
	switch (s->answer.is) {
	case ANSWER_AWAY:
		return ITEM_AWAY;
	case ANSWER_PROGRESS:
		return ITEM_IN_PROGRESS;
	case ANSWER_NONE:
	case ANSWER_NO:
		return ITEM_NOT_STARTED;
	case ANSWER_YES:
	case ANSWER_SHARE:
	case ANSWER_NUMBER:
		break;
	}
	if (s->item->kind == ITEM_DAYS && s->answer.n >= DAYS_ASKED * 100)
		return ITEM_ACHIEVED;
	if (s->item->kind != ITEM_DAYS && s->points == s->max)
		return ITEM_ACHIEVED;
	return s->points > 0 || s->answer.n > 0 ? ITEM_IN_PROGRESS :
	    ITEM_NOT_STARTED;
}

static struct scored
score_item(const struct item *it, const struct score_rules *rules,
    const char *text)
{
	struct scored s = { .item = it, .answer = answer_of(text) };
	long n, m;

	if (!answer_fits(it->kind, &s.answer))
		s.answer = (struct answer){ 0 };
	if (s.answer.is != ANSWER_AWAY)
		s.max = it->kind == ITEM_YES ? 1 :
		    it->kind == ITEM_SHARE ? SCORE_SHARE : 0;
	if (s.answer.is == ANSWER_YES)
		s.points = 1;
	else if (it->kind == ITEM_SHARE && answer_share(&s.answer, &n, &m))
		s.points = band(rules, n, m);
	s.state = state_of(&s);
	return s;
}

/* --- items that count together as one --- */

struct group {
	int		 points;
	size_t		 n;		/* members that count */
	size_t		 short_of;	/* of them without all their points */
	const struct scored *lowest;	/* the first with the fewest */
};

/* The band of the mean of N shares, their SUM in parts. What the divisions left
 * over is less than N parts: nothing beside the edge of a band. */
static int
mean_band(const struct score_rules *rules, uint64_t sum, uint64_t n)
{
	int points = 1;

	if (sum == 0)
		return 0;
	while (points < SCORE_SHARE &&
	    sum > TINY / 100 * (uint64_t)rules->edge[points - 1] * n)
		points++;
	return points;
}

static struct group
group_of(const struct score *sc, int bm, const struct score_rules *rules)
{
	struct group g = { 0 };
	uint64_t sum = 0;

	for (size_t i = 0; i < sc->n; i++) {
		const struct scored *s = &sc->v[i];
		long n, m;

		if (s->item->bm != bm || !s->item->lowest || s->max == 0)
			continue;
		g.n++;
		g.short_of += s->points < s->max;
		if (g.lowest == NULL || s->points < g.lowest->points)
			g.lowest = s;
		if (answer_share(&s->answer, &n, &m))
			sum += (uint64_t)n * TINY / (uint64_t)m;
	}
	if (g.n > 0)
		g.points = rules->mean ? mean_band(rules, sum, g.n) :
		    g.lowest->points;
	return g;
}

/* --- benchmarks --- */

static int
percent_of(int points, int max)
{
	return max > 0 ? 100 * points / max : -1;
}

static void
sum_bm(struct score *sc, int bm, const struct score_rules *rules)
{
	struct score_bm *b = &sc->bm[bm - 1];
	struct group g = group_of(sc, bm, rules);

	for (size_t i = 0; i < sc->n; i++) {
		const struct scored *s = &sc->v[i];

		if (s->item->bm != bm)
			continue;
		b->items++;
		b->answered += s->answer.is != ANSWER_NONE;
		b->away += s->answer.is == ANSWER_AWAY;
		if (s->item->lowest)
			continue;
		b->points += s->points;
		b->max += s->max;
	}
	if (g.n > 0) {
		b->points += g.points;
		b->max += SCORE_SHARE;
	}
	b->percent = percent_of(b->points, b->max);
	b->state = score_state(rules, bm, b->percent);
	sc->items += b->items;
	sc->answered += b->answered;
	sc->away += b->away;
	sc->achieved += b->state == SCORE_ACHIEVED;
}

void
score_make(const struct item_list *list, int first, int last,
    const struct score_rules *rules, answer_fn answer, void *arg,
    struct score *out)
{
	*out = (struct score){ 0 };
	out->v = xcalloc(list->n + 1, sizeof *out->v);
	for (size_t i = 0; i < list->n; i++)
		if (item_applies(&list->v[i], first, last))
			out->v[out->n++] = score_item(&list->v[i], rules,
			    answer(arg, list->v[i].id));
	for (int bm = 1; bm <= BENCHMARKS; bm++)
		sum_bm(out, bm, rules);
}

void
score_clear(struct score *sc)
{
	free(sc->v);
	*sc = (struct score){ 0 };
}

int
score_achieved(const struct score_rules *rules, const int percent[BENCHMARKS])
{
	int n = 0;

	for (int bm = 1; bm <= BENCHMARKS; bm++)
		n += score_state(rules, bm, percent[bm - 1]) ==
		    SCORE_ACHIEVED;
	return n;
}

void
score_count_format(int achieved, struct buf *out)
{
	if (achieved < 0)
		buf_add(out, "?");
	else
		buf_addf(out, "%d/%d", achieved, BENCHMARKS);
}

void
score_answered_format(const struct score *sc, struct buf *out)
{
	buf_addf(out, "%d of %d answered", sc->answered, sc->items);
	if (sc->away > 0)
		buf_addf(out, ", %d %s not apply", sc->away,
		    sc->away == 1 ? "does" : "do");
}

/* --- gains --- */

static struct gain
gain_of(const struct score *sc, const struct score_rules *rules,
    const struct scored *s, int points, int together)
{
	int bm = s->item->bm;
	const struct score_bm *b = &sc->bm[bm - 1];
	int then = percent_of(b->points + points, b->max);

	return (struct gain){
		.scored = s, .together = together, .gain = then - b->percent,
		.achieves = b->state != SCORE_ACHIEVED &&
		    score_state(rules, bm, then) == SCORE_ACHIEVED,
	};
}

static int
by_gain(const void *a, const void *b)
{
	const struct gain *x = a, *y = b;

	if (x->gain != y->gain)
		return (x->gain < y->gain) - (x->gain > y->gain);
	if (x->achieves != y->achieves)
		return x->achieves ? -1 : 1;
	return item_id_cmp(x->scored->item->id, y->scored->item->id);
}

struct gain *
score_gains(const struct score *sc, const struct score_rules *rules, size_t *n)
{
	struct gain *v = xcalloc(sc->n + BENCHMARKS, sizeof *v);

	*n = 0;
	for (size_t i = 0; i < sc->n; i++) {
		const struct scored *s = &sc->v[i];

		if (!s->item->lowest && s->points < s->max)
			v[(*n)++] = gain_of(sc, rules, s, s->max - s->points,
			    1);
	}
	for (int bm = 1; bm <= BENCHMARKS; bm++) {
		struct group g = group_of(sc, bm, rules);

		if (g.n > 0 && g.points < SCORE_SHARE)
			v[(*n)++] = gain_of(sc, rules, g.lowest,
			    SCORE_SHARE - g.points, (int)g.short_of);
	}
	qsort(v, *n, sizeof *v, by_gain);
	return v;
}
