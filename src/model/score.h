/* score.h - points, percentages and states of an assessment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are ours ("Caseload self-assessment"): the weights of the official
 * questionnaires are not public.
 *   yes/no         1 point for yes
 *   proportion     0 … 4 points by bands 0, (0,25], (25,50], (50,75], (75,100]
 *                  per cent; the exact fraction decides, nothing is rounded
 *   benchmark      floor(100 x points / most points of the items that apply);
 *                  what is not answered counts 0 and stays in the denominator
 *   n/a            leaves the denominator; screens say how many are
 *   days           are not scored
 */
#ifndef MODEL_SCORE_H
#define MODEL_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/answer.h"
#include "model/framework.h"

#define SCORE_SHARE	4	/* points of a proportion at most */

struct score_rules {
	int	edge[SCORE_SHARE - 1];	/* upper edges of the bands below the
					 * top one, per cent, rising: 25 50 75 */
	int	pass[BENCHMARKS];	/* per cent from which each is achieved,
					 * BM1 first */
	bool	mean;			/* of items that count together the mean
					 * share counts, not the lowest */
};
extern const struct score_rules score_rules_default;	/* pass 100, lowest */

enum score_state {
	SCORE_NOT,		/* not achieved: 0 per cent */
	SCORE_PARTIAL,
	SCORE_ACHIEVED,
	SCORE_UNKNOWN		/* no per cent: every item is n/a, or not given */
};
extern const char *const score_state_words[];	/* "partial" */
/* The state of benchmark BM (1 … 8) that stands at PERCENT, -1 not known. */
enum score_state score_state(const struct score_rules *, int bm, int percent);

enum item_state {		/* of one item */
	ITEM_NOT_STARTED,	/* not answered, no, or nobody */
	ITEM_IN_PROGRESS,	/* said so, or some of its points */
	ITEM_ACHIEVED,		/* all its points */
	ITEM_AWAY		/* n/a */
};
extern const char *const item_state_words[];	/* "in progress" */

struct scored {			/* one item that applies */
	const struct item *item;	/* borrowed from the framework */
	struct answer	 answer;
	enum item_state	 state;
	int		 points, max;	/* its own; of one that counts together,
					 * what it would be alone */
};
struct score_bm {
	int		 points, max;
	int		 percent;	/* -1 when MAX is 0 */
	enum score_state state;
	int		 answered, items;	/* n of m answered, days too */
	int		 away;		/* of them n/a */
};
struct score {
	struct score_bm	 bm[BENCHMARKS];	/* BM1 first */
	int		 answered, items, away;	/* sums of them */
	int		 achieved;		/* benchmarks achieved */
	struct scored	*v;		/* items by number */
	size_t		 n;
};

/* The canonical answer to ITEM, or NULL. */
typedef const char *(*answer_fn)(void *arg, const char *item);

/* Score the items of LIST that apply to a school with year groups FIRST …
 * LAST (as item_applies). *OUT is for score_clear. */
void		score_make(const struct item_list *list, int first, int last,
		    const struct score_rules *rules, answer_fn answer,
		    void *arg, struct score *out);
void		score_clear(struct score *);
/* How many of eight percentages, -1 not known, are achieved: of an official
 * result, which has no items. */
int		score_achieved(const struct score_rules *,
		    const int percent[BENCHMARKS]);
/* A count of benchmarks achieved: "7/8", "?" for -1; appended. Never a per
 * cent: 7 of 8 is not 88. */
void		score_count_format(int achieved, struct buf *out);
/* "41 of 65 answered", and ", 2 do not apply" when some are n/a; appended. */
void		score_answered_format(const struct score *, struct buf *out);

/* What an item not yet achieved would bring. */
struct gain {
	const struct scored *scored;	/* borrowed from the score */
	int		 together;	/* items that must be achieved together
					 * for it, 1: this alone; the lowest
					 * stands for them */
	int		 gain;		/* points of per cent of its benchmark */
	bool		 achieves;	/* the benchmark would then be achieved */
};
/* Those with a gain, the largest first (achieving ones before others of the
 * same gain, then by number). The caller frees it; *N may be 0. */
struct gain	*score_gains(const struct score *, const struct score_rules *,
		    size_t *n);

#endif
