/* assess_log.h - what stands beside an item while it is answered: the pupils
 * it is about, by the rolls, what the logged encounters show of it, and which
 * actions of the careers plan serve it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A help to whoever answers: nothing here answers an item. The figures are of
 * the academic year of the assessment's date.
 */
#ifndef APP_ASSESS_LOG_H
#define APP_ASSESS_LOG_H

#include "app/assess.h"
#include "app/evidenced.h"

/* Actions of the school's careers plan of that year that serve an item; at a
 * benchmark those that name no item. The one named is done, where any is. */
struct assess_actions {
	int64_t		 task;		/* it, 0 none */
	char		*title, *state;	/* "done 3 Nov", "due 14 Dec", "open" */
	bool		 done;
	size_t		 n;		/* of all */
};
struct assess_beside {
	long		 roll;		/* pupils it is about; -1: not known, or it
					 * is about some of a year group */
	bool		 confirmed;	/* all rolls that make it */
	char		 of[32];	/* whose: "Y11", "Y7-9"; "" without roll */
	const struct evidenced *log;	/* of several the weakest; NULL: the log
					 * can say nothing of it */
	struct assess_actions plan;
};
struct assess_log {
	int		 year;		/* academic year of the rolls */
	const struct item *first;	/* item 0 of the questions it was read for */
	struct row	*school;
	struct assess_evidence shown;
	struct assess_beside *v;	/* beside assess.item */
	size_t		 n;
	int64_t		 plan;		/* of the school in that year, 0 none */
	struct assess_actions bm_plan[BENCHMARKS];
	char		*rolls;		/* "Rolls of 2026/27: unconfirmed Y12" */
};

enum status	assess_log_read(const struct assess *, struct assess_log *out,
		    struct err *) MUST_CHECK;
void		assess_log_clear(struct assess_log *);
/* Was it read for the questions of the assessment as it is now? Saving takes
 * over what others changed, also which questions are asked. */
bool		assess_log_fits(const struct assess_log *, const struct assess *);
/* Beside item AT of the assessment; nothing is known where it does not fit. */
const struct assess_beside *assess_log_at(const struct assess_log *,
		    const struct assess *, int at);
/* The part of the careers plan, for assess_log.c. */
enum status	assess_plan_read(const struct assess *, struct assess_log *,
		    struct err *) MUST_CHECK;
void		assess_plan_clear(struct assess_log *);
/* "here: plan action "role models", done 3 Nov and 1 more"; appended, nothing
 * when there is none. */
void		assess_plan_text(const struct assess_actions *, struct buf *out);
/* The filter of all tasks that serve the item; appended. */
void		assess_plan_filter(const struct assess_log *, struct app *,
		    const struct item *, struct buf *out);
/* … and of those that serve benchmark BM as a whole; appended. */
void		assess_bm_plan_filter(const struct assess_log *, struct app *, int bm,
		    struct buf *out);
/* "from the log: at least 52, at most 88", "from the log: 64"; appended. */
void		assess_log_text(const struct assess_beside *, struct buf *out);
/* The answer that an exact figure of the log gives, "52/179"; false when it is
 * a range, or there is no roll. */
bool		assess_log_answer(const struct assess_beside *, struct buf *out);
/* What digits TYPED mean as an answer to ITEM: pupils of the roll where one is
 * known, else a per cent. "75%" and "64/171" say it themselves. ST_INVALID when
 * there are more pupils than on roll. Appended. */
enum status	assess_log_typed(const struct item *, const struct assess_beside *,
		    const char *typed, struct buf *out, struct err *) MUST_CHECK;

#endif
