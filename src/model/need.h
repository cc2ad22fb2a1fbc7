/* need.h - how much a school needs support: 0 to 100, from what is known.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 8 names the parts: pupils on free school meals, phase, benchmarks
 * missing, time since the last contact. How many points each gives is our own
 * choice, not an official measure; their weights are a setting. A part that is
 * not known is left out of the whole, and said.
 */
#ifndef MODEL_NEED_H
#define MODEL_NEED_H

#include <stdbool.h>

#include "base/buf.h"

enum need_part { NEED_FSM, NEED_PHASE, NEED_BENCHMARKS, NEED_CONTACT, NEED_PARTS };

#define NEED_DEFAULT "fsm 30 phase 10 benchmarks 40 contact 20"

struct need_weights {
	int	part[NEED_PARTS];	/* 0 to 100, at least one above 0 */
};
/* "fsm 30 benchmarks 70": parts in any order, each at most once, those left
 * out weigh nothing. False when TEXT is something else. */
bool		need_weights(const char *text, struct need_weights *out);

struct need_facts {
	double	fsm;		/* per cent; below 0 not known */
	int	phase;		/* code of the official register; below 0 not known */
	int	achieved;	/* benchmarks of 8; below 0 not known */
	int	days;		/* since the last contact; below 0: none is logged */
};

struct need_score {
	int	score;		/* 0 to 100; -1: nothing is known */
	struct {
		bool	known;
		int	points;	/* 0 to 100, rounded to the nearest; 0 not known */
		int	weight;
	}	part[NEED_PARTS];
};
struct need_score need_of(const struct need_facts *, const struct need_weights *);
/* How it came about, parts with GAP between: "free school meals 34 %: 68 of
 * 100, weight 30", "benchmarks not known: left out"; appended. */
void		need_said(const struct need_facts *, const struct need_score *,
		    const char *gap, struct buf *out);
/* The fact behind a part that is known, "34 %"; "?" for one that is not;
 * appended. */
void		need_fact_said(enum need_part, const struct need_facts *,
		    struct buf *out);

#endif
