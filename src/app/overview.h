/* overview.h - a school now: people, figures of a year, last and next.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_OVERVIEW_H
#define APP_OVERVIEW_H

#include "app/app.h"
#include "app/wanted.h"
#include "model/access.h"
#include "model/numbers.h"
#include "model/row.h"
#include "model/score.h"

enum ov_figure {		/* rows of the year-group table */
	OV_ROLL, OV_EMPLOYER, OV_WORKPLACE, OV_PROVIDER, OV_HOURS, OV_FIGURES
};

struct ov_cell {
	char		 text[16];	/* "51-74", ".", "0", "?", "1 of 2" */
	char		 brief[8];	/* the same where room is short; "" as it is */
};
struct ov_group {
	char		 word[6];	/* "y10" */
	char		 head[6];	/* "Y10" */
	struct ov_cell	 cell[OV_FIGURES];
	bool		 has;		/* the school has it */
	bool		 unconfirmed;	/* there is a roll that the school has not
					 * confirmed */
};
struct ov_person {
	char		*role;		/* "Head"; a key role without anybody too */
	char		*name;		/* "" vacant */
	char		*more;		/* "since Sep 26" (vacant too), "trained", "" */
	int64_t		 contact;	/* 0 vacant */
	bool		 required;	/* a role that a school must have */
};
struct ov_stage {
	int64_t		 id;		/* membership, 0 none */
	char		*word;		/* "matched"; NULL none */
	int		 from;		/* day, DAY_NONE not known */
	char		*reason;
	char		*waiting_for;
};
struct ov_user {
	int64_t		 id;
	char		*name;		/* "priya" */
};
struct ov_adviser {
	int64_t		 id;		/* volunteer */
	char		*name, *employer;	/* employer "" not known */
	int		 last;		/* day they were last there, DAY_NONE */
};
struct ov_result {
	int64_t		 id;		/* assessment, 0 none */
	int		 day;
	char		 framework[24];
	int		 percent[BENCHMARKS];	/* -1 not known */
	enum score_state state[BENCHMARKS];
	int		 achieved;
};
/* Of the working week: a visit, promise, case, plan or note. */
struct ov_item {
	int64_t		 id;
	int		 day;		/* of a visit or note; when it is due */
	char		*word;		/* "Visit"; status of a case or plan; "contact"
					 * when somebody of the school promised it */
	char		*who;		/* "10:00"; owner; who pinned it */
	char		*text;		/* summary, title: the first line */
	bool		 late, more;	/* past due; there are more lines */
};
#define OV_ITEMS	4		/* of a kind that are read */
struct ov_items {
	struct ov_item	 v[OV_ITEMS];
	size_t		 n;
	int64_t		 all;		/* of them there are so many */
};
struct ov_plan {
	int64_t		 id;		/* of the year, 0 none */
	char		*status;
	int		 actions, done, late;
};
struct overview {
	int		 year;		/* academic year of the figures */
	struct ov_group	 group[16];
	size_t		 ngroups;
	struct ov_person *person;
	size_t		 npeople;
	int64_t		 last, next;	/* encounters, 0 none */
	int64_t		 late;		/* to close */
	/* the programme, as it is today */
	struct ov_stage	 stage;
	struct ov_user	*user;		/* its coordinators */
	size_t		 nusers;
	struct ov_adviser *adviser;	/* Enterprise Advisers of today */
	size_t		 nadvisers;
	int		 given;		/* minutes volunteers gave it this
					 * academic year */
	struct ov_result official, before;	/* before: of the same framework */
	struct ov_result own;		/* the newest self-assessment */
	int		 own_answered, own_items;	/* of its questions */
	int		 missing;	/* the last snapshot, when it has no official
					 * result and should; DAY_NONE */
	/* The working week. Promises and cases are those open now: there are
	 * none while one looks at another day. Notes are private. */
	struct ov_items	 visit, next_visit, promised, cases, pinned;
	struct ov_items	 send;		/* what there is for SEND that a special
					 * school was not sent: titles */
	struct wanteds	 wanted;	/* … and what it wants, with what fits */
	struct ov_plan	 plan;
	struct access	 access;	/* its meetings with providers */
};

enum status	overview_of(struct app *, const struct row *school, int year,
		    struct overview *, struct err *) MUST_CHECK;
void		overview_clear(struct overview *);
/* The part of the programme alone; OUT keeps the rest. */
enum status	overview_programme(struct app *, const struct row *school,
		    struct overview *out, struct err *) MUST_CHECK;
/* The part of provider access alone, for the groups that are there. */
enum status	overview_access(struct app *, const struct row *school,
		    struct overview *out, struct err *) MUST_CHECK;
/* The filter of the meetings behind a group's figure, appended; false where that
 * is not one of provider access. */
bool		overview_access_filter(struct app *, const struct row *school,
		    const char *group, struct buf *out);
/* Is an official result looked for: has it one, or is it in the network? */
bool		overview_assessed(const struct overview *);
/* The part of the working week alone, and what it holds freed. */
enum status	overview_week(struct app *, const struct row *school,
		    struct overview *out, struct err *) MUST_CHECK;
void		overview_week_clear(struct overview *);
/* The filter of all open tasks promised, of all open cases; appended. */
void		overview_promised_filter(struct app *, const struct row *school,
		    struct buf *out);
void		overview_cases_filter(struct app *, const struct row *school,
		    struct buf *out);
/* The filter of encounters (of rolls for OV_ROLL) that a figure counts;
 * appended. */
void		overview_filter(struct app *, const struct row *school, int year,
		    const char *group, enum ov_figure, struct buf *out);

#endif
