/* assess.h - an assessment with its questions: answer, resume, compare.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An assessment is a record (model/assessment.def) whose answers are members
 * of its field items. Here they stand beside the questions of its framework,
 * with the score as it is now: "Caseload self-assessment". What Compass
 * reported is official and has eight percentages, which no answer changes.
 */
#ifndef APP_ASSESS_H
#define APP_ASSESS_H

#include "app/app.h"
#include "app/evidenced.h"
#include "app/record.h"
#include "model/row.h"
#include "model/score.h"

struct frameworks;

struct assess_item {
	const struct item *item;	/* of the session's frameworks */
	bool		 applies;
	char		*why_not;	/* "6.2 is for schools with Y12 or Y13"; NULL
					 * when it applies */
	const char	*answer;	/* canonical (model/answer.h), "" none */
	const char	*comment;	/* "" none */
	const char	*before;	/* canonical, of the assessment before; "" */
	const struct scored *scored;	/* NULL when it does not apply */
};

/* One being looked at or answered. Everything borrowed from it is good until
 * it is changed. */
struct assess {
	struct app	*app;
	struct row	*base;		/* as stored; NULL: not saved yet */
	struct row	*mine;		/* as answered */
	const struct framework *framework;	/* NULL: the hub has it no more;
						 * then there are no items */
	enum setting	 setting;
	int		 first, last;	/* year groups asked for; 0 not known */
	bool		 official;	/* the percentages stand, not the items */
	struct score_rules rules;	/* of the settings */
	struct assess_item *item;	/* all of the setting, by number */
	size_t		 n;
	struct score	 score;		/* of those that apply */
	int		 percent[BENCHMARKS];	/* what stands, BM1 first: the score,
					 * -1 without an answer; of an official
					 * one as typed */
	enum score_state state[BENCHMARKS];
	int		 achieved;	/* of the eight */
	struct row	*before;	/* the one before it of the same school,
					 * framework and setting that has items; NULL */
};

/* The frameworks, read once a session: those shipped and the hub's. */
enum status	assess_frameworks(struct app *, const struct frameworks **out,
		    struct err *) MUST_CHECK;
/* Put the id of the framework on ROW, the one of its date where it names none;
 * an unknown one is refused, naming those there are. */
enum status	assess_framework(struct app *, struct row *, struct err *) MUST_CHECK;
/* What counts as achieved, and the bands, by the settings. */
struct score_rules assess_rules(const struct app *);

/* A stored assessment; ST_NOT_FOUND. *OUT is for assess_clear. */
enum status	assess_load(struct app *, int64_t id, struct assess *out,
		    struct err *) MUST_CHECK;
/* A new one that is not saved: takes ROW, an assessment of a school, and fills
 * what it leaves empty as saving would (framework by date, setting by type of
 * school, year groups, source self-assessment). */
enum status	assess_start(struct app *, struct row *take_row, struct assess *out,
		    struct err *) MUST_CHECK;
void		assess_clear(struct assess *);
/* The stored one of the school, source, framework, setting and date of ROW,
 * other than ROW itself; 0 when there is none. Several: ST_AMBIGUOUS, and the
 * sentence names them. */
enum status	assess_same(struct app *, const struct row *, int64_t *out,
		    struct err *) MUST_CHECK;
/* The newest of SOURCE of a school, on or before DAY; 0 none. */
enum status	assess_newest(struct app *, int64_t school, const char *source,
		    int day, int64_t *id, struct err *) MUST_CHECK;
/* After BASE or MINE was changed by other means: items and score again. */
void		assess_again(struct assess *);
/* Save what changed, in a step of its own; the first save makes the record.
 * On ST_CONFLICT with CLASHES (may be NULL) nothing is saved. */
enum status	assess_save(struct assess *, struct clashes *, struct err *) MUST_CHECK;
bool		assess_changed(const struct assess *);

/* The index of item ID, -1 when its setting is not asked it. */
int		assess_find(const struct assess *, const char *id);
/* Answer item ID as typed ("y", "64/171", "" clears). ST_INVALID with why when
 * there is no such item, it does not apply or takes no such answer; nothing is
 * changed then. Scores again, saves nothing. */
enum status	assess_answer(struct assess *, const char *id, const char *text,
		    struct err *) MUST_CHECK;
enum status	assess_comment(struct assess *, const char *id, const char *text,
		    struct err *) MUST_CHECK;
/* The first item at or behind index FROM that applies and has no answer, going
 * round; -1 when all are answered. */
int		assess_unanswered(const struct assess *, int from);
/* "was 64 of 171", "was yes": what the one before said; appended, nothing when
 * it said nothing. */
void		assess_was(const struct assess_item *, struct buf *out);

/* Take over what the stored assessment FROM says, where nothing is answered
 * yet: answers to yes/no items. Counts of pupils and days are not taken: they
 * must be asked afresh (was shows them). Comments are. *COPIED and *ASK get how
 * many were taken and how many proportions are left to ask; either may be NULL.
 * Refused when framework or setting differ. */
enum status	assess_copy(struct assess *, int64_t from, size_t *copied, size_t *ask,
		    struct err *) MUST_CHECK;

/* What logged encounters show of the school's cohorts in an academic year,
 * beside the questions: evidenced, never mixed with claimed. */
struct assess_evidence {
	struct evidenced_all all;
	const struct item **item;	/* of all.v[].item; borrowed */
};
enum status	assess_evidence(const struct assess *, int year,
		    struct assess_evidence *out, struct err *) MUST_CHECK;
/* The academic year of its date. */
int		assess_year(const struct assess *);
void		assess_evidence_clear(struct assess_evidence *);
/* At least so many of a hundred, rounded down; -1 not known. */
int		assess_at_least(const struct evidenced *);
/* The figure beside an item, the weakest where there is one a year group; NULL
 * when encounters show nothing of it. */
const struct evidenced *assess_shown(const struct assess_evidence *,
		    const struct item *);

/* What would lift this school most: the items that are not met, by what they
 * would bring and then by how far evidence goes already. */
struct assess_lift {
	struct gain	 gain;		/* borrows from the score */
	const struct evidenced *shown;	/* NULL: encounters show nothing of it */
	int		 at_least;	/* per cent of its roll, -1 not known */
};
/* EV may be NULL. The caller frees them. */
struct assess_lift *assess_lifts(const struct assess *,
		    const struct assess_evidence *ev, size_t *n);

/* Item by item against the one before it, or another. */
enum assess_change {
	ASSESS_SAME, ASSESS_BETTER, ASSESS_WORSE,
	ASSESS_NEW,			/* answered now, not then */
	ASSESS_GONE			/* answered then, not now */
};
extern const char *const assess_change_words[];
struct assess_line {
	const struct item *item;
	const char	*then, *now;	/* canonical; borrowed */
	int		 points_then, points_now;	/* -1 did not apply */
	enum assess_change change;
};
/* Every item that applies to either. ST_INVALID when they are of different
 * frameworks or settings: these are not comparable. The caller frees *OUT. */
enum status	assess_compare(const struct assess *then, const struct assess *now,
		    struct assess_line **out, size_t *n, struct err *) MUST_CHECK;

#endif
