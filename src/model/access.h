/* access.h - provider access: which cohort has met which providers, by when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Education Act 1997, section 42B, in force in this form since 1 January
 * 2023. For each cohort two meetings with providers in each of three phases:
 *   1  any time in Y8, or from 1 Sep to the last day in Y9
 *   2  … Y10, Y11
 *   3  … Y12, Y13; these need only be offered
 * The last day is 28 February. In phases 1 and 2 every pupil meets a provider
 * on both occasions, not exactly the same provider or providers both times.
 * Only years that the school has. A meeting counts when it is in school hours,
 * for a reasonable time, with a provider not known to be unapproved, and
 * covers four contents. Pupils are counted, not named: what is sure of a cohort
 * is a range over its present roll.
 *
 * Pure: no database, no clock. A law (access_law.c) is what the shipped table,
 * the hub's own and its settings say; the states are access.c, their words
 * access_said.c.
 */
#ifndef MODEL_ACCESS_H
#define MODEL_ACCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/csv_table.h"
#include "model/numbers.h"
#include "model/tables.h"

/* --- the law ------------------------------------------------------------- */

enum access_applies { ACCESS_NO, ACCESS_YES, ACCESS_UNKNOWN };

/* Which types of establishment it applies to: rows of CSV, asked in order, the
 * first whose types hold decides. Columns:
 *   types     type codes: "1-3 5", also "unknown": no code, or in no table
 *   applies   yes no unknown; ask: what the hub's setting says
 *   reason    a few words, with {type} */
struct access_law;
/* No rows; "ask" means no; until 28 February; any length is reasonable. */
struct access_law *access_law_new(void);
void		 access_law_free(struct access_law *);	/* NULL is fine */
/* The rows of SRC, asked after those there are. A fault is refused with file,
 * line and column, and nothing is added. */
enum status	 access_law_add(struct access_law *, const struct csv_source *src,
		    struct err *) MUST_CHECK;
void		 access_law_ask(struct access_law *, bool yes);
/* "28 feb"; ST_INVALID names it. 29 Feb is the 28th where there is none. */
enum status	 access_law_last(struct access_law *, const char *day, struct err *)
		    MUST_CHECK;
/* The shortest meeting that is one. */
void		 access_law_minutes(struct access_law *, long minutes);

/* --- what is known of a school ------------------------------------------- */

/* The four contents a meeting covers, in the words of the encounter's ticks. */
#define ACCESS_CONTENTS	4
extern const char *const access_contents[ACCESS_CONTENTS];

/* A year line of an encounter at which a provider was, or is to be. */
struct access_meeting {
	int64_t		 id;		/* of the encounter */
	int		 day;
	int		 group;		/* index of year_groups */
	bool		 planned;	/* it is to come, or waits to be closed */
	int		 in_hours;	/* 1 yes, 0 no, -1 not said */
	long		 minutes;	/* -1 not known */
	unsigned	 covered;	/* bit N: access_contents[N] */
	long		 attended;	/* -1 not known */
	bool		 shared;	/* some of these may be at another school now */
	int64_t		*provider;	/* present and not unapproved, each once */
	size_t		 nproviders;
	bool		 refused;	/* one present is not an approved provider */
};
struct access_school {
	const char	*type_code, *type;	/* "" not known; borrowed */
	long		 low, high;	/* ages by statute, -1 not known */
	long		 roll[YG_MAX];	/* of today's year, -1 not known */
	struct access_meeting *meeting;
	size_t		 n;
};
void		 access_school_clear(struct access_school *);	/* its meetings */

/* --- how it stands ------------------------------------------------------- */

enum access_state {
	ACCESS_NONE,
	ACCESS_ONE,
	ACCESS_SAME,		/* two, with exactly the same provider or providers */
	ACCESS_PART,		/* two, which not all pupils are shown to have met */
	ACCESS_TWO
};
/* What a meeting lacks. */
enum {
	LACKS_PROVIDER	= 1 << 0,	/* none is named, or came */
	LACKS_APPROVED	= 1 << 1,	/* … or none that is not unapproved */
	LACKS_HOURS	= 1 << 2,	/* it was not in school hours */
	LACKS_HOURS_SAID = 1 << 3,	/* … or that is not said */
	LACKS_TIME	= 1 << 4,	/* it was too short */
	LACKS_PUPILS	= 1 << 5,	/* nobody came */
	LACKS_CONTENT	= 1 << 8	/* … and the next three bits: a content */
};
/* What a cohort lacks. */
enum {
	MISSING_FIRST	= 1 << 0,	/* any meeting */
	MISSING_SECOND	= 1 << 1,	/* another one */
	MISSING_OTHER	= 1 << 2,	/* one with another provider */
	MISSING_PUPILS	= 1 << 3,	/* pupils who were not at both */
	MISSING_NUMBERS	= 1 << 4,	/* how many came is not known */
	MISSING_ROLL	= 1 << 5	/* how many there are is not known */
};
#define ACCESS_AT_NONE	SIZE_MAX

struct access_phase {
	int		 phase;		/* 1 to 3 */
	int		 entry;		/* the cohort (model/cohort.h) */
	int		 group;		/* … is this year group today */
	int		 from, to;	/* first and last day for it */
	bool		 past;		/* the last day is over */
	enum access_state state;
	unsigned	 missing;
	long		 roll;		/* -1 not known */
	struct range	 shown;		/* pupils at both; of one, at it */
	size_t		 first, second;	/* the meetings it rests on, by day: indexes
					 * of the school's; ACCESS_AT_NONE */
	size_t		 counted;	/* meetings that count */
	size_t		 lacking;	/* meetings held that lack something */
	size_t		 next;		/* the next one planned; ACCESS_AT_NONE */
};
struct access {
	enum access_applies applies;
	char		 why[120];	/* "further education"; "" when it applies */
	struct access_phase v[6];	/* Y8 to Y13, as the school has them */
	size_t		 n;
};
/* How each cohort stands in the phase it is in, or was in last, on TODAY. */
void		 access_of(const struct access_law *, const struct access_school *,
		    int today, struct access *out);
/* What meeting M lacks in phase PHASE; 0: it counts. */
unsigned	 access_lacks(const struct access_law *,
		    const struct access_meeting *, int phase);
/* Is M one of the cohort's in the window of P? */
bool		 access_within(const struct access_phase *,
		    const struct access_meeting *);

/* How a school stands, in one word. */
enum access_standing {
	STANDING_NOT,		/* it does not apply */
	STANDING_UNKNOWN,	/* nor is it known whether */
	STANDING_MISSED,	/* a cohort's last day is over this academic year */
	STANDING_DUE,		/* a cohort lacks some, by a day of this year */
	STANDING_LATER,		/* … of the next year */
	STANDING_OK,
	STANDING_MAX
};
extern const struct choice access_standings[];	/* their words, in that order */
/* *SHORT counts the cohorts that lack some by a day of this academic year;
 * *DUE is the first day to come by which a cohort lacks some, DAY_NONE. */
enum access_standing access_standing(const struct access *, int today,
		    int *short_of, int *due);

/* --- in words ------------------------------------------------------------ */

/* "1 of 2", "2, the same provider", "2, at least 40 of 60"; appended. */
void		 access_state_said(const struct access_phase *, struct buf *out);
/* The same in a word: "0", "1 of 2", "2 same", "2 part", "2 of 2"; BRIEF: "1/2",
 * "same". */
void		 access_state_short(const struct access_phase *, bool brief,
		    struct buf *out);
/* "another provider, by Sun 28 Feb 2027"; "" when nothing is missing. */
void		 access_missing_said(const struct access_phase *, struct buf *out);
/* "school hours not said; not covered: careers, questions"; appended. */
void		 access_lacks_said(unsigned lacks, struct buf *out);

#endif
