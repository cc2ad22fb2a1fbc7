/* monthend.h - the month-end return to the register: what is to mend, what
 * changed, what differs; confirmed and frozen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It covers open schools that have a stage other than prospect or left or that
 * somebody coordinates, volunteers from signed up on who are not closed, and
 * matches from introduced on with those that ended that month; read as at the
 * last day of the month, or today while it lasts. Looking writes nothing.
 */
#ifndef APP_MONTHEND_H
#define APP_MONTHEND_H

#include "app/app.h"
#include "model/monthly.h"
#include "model/row.h"

#define MONTH_TEXT	8		/* "2026-11" */

struct monthend {
	int64_t		 school;	/* only it, its matches and their
					 * volunteers; 0: of all */
	char		 month[MONTH_TEXT];
	int		 first, last;	/* its days */
	int		 day;		/* it is read as at this day */
	int		 due;
	struct row	*ret;		/* its record; NULL there is none yet */
	bool		 confirmed;	/* … and it is */
	struct row	*before;	/* the newest confirmed before it, or NULL */
	struct monthly	*rules;
	struct monthly_set here;	/* as our records say now */
	struct monthly_gap *gap;
	size_t		 ngaps;
	/* Since the return was confirmed; of an open one, since the one before:
	 * HERE are our records now, THERE what was confirmed. */
	struct monthly_set was;
	struct monthly_diffs changed;
	bool		 has_was;
	/* The register's download that was read last: THERE is the register. */
	struct monthly_set there;
	struct monthly_diffs against;
	bool		 has_there;
};

/* "2026-11", "return/2026-11", "nov 2026", "11/2026", "nov"; "" is the month of today. */
enum status	monthend_month(const char *text, int today, char out[MONTH_TEXT],
		    struct err *) MUST_CHECK;
/* "November 2026" */
void		monthend_name(const char *month, struct buf *out);
/* OUT is for monthend_clear; left empty on failure. */
enum status	monthend_read(struct app *, const char *month, struct monthend *out,
		    struct err *) MUST_CHECK;
/* What is to mend of one school alone: nothing is compared, and it can be
 * neither kept nor confirmed. */
enum status	monthend_read_school(struct app *, const char *month, int64_t school,
		    struct monthend *out, struct err *) MUST_CHECK;
void		monthend_clear(struct monthend *);
/* Keep the register's download, a file, with the return, as a step. Refused when
 * it cannot be read, or the return is confirmed. */
enum status	monthend_keep(struct app *, struct monthend *, const char *path,
		    struct err *) MUST_CHECK;
/* Confirm it as it is now: what was sent is frozen. Things may be left to mend. */
enum status	monthend_confirm(struct app *, struct monthend *, struct err *) MUST_CHECK;
/* The file for the register: as confirmed, else as it would be now; appended. */
void		monthend_csv(const struct monthend *, struct buf *out);
/* "not confirmed", "confirmed on Fri 30 Oct 2026 by priya"; appended. */
void		monthend_said(struct app *, const struct monthend *, struct buf *out);

/* Where a gap of it is filled: this field of this record. *ID 0: nowhere, since
 * the record that would have it is not there. */
enum status	monthend_where(struct app *, const struct monthend *,
		    const struct monthly_gap *, const struct entity **ent,
		    int64_t *id, int *field, struct err *) MUST_CHECK;
/* Which of its gaps are of records that are mine, a flag each for the caller to
 * free; NULL for one who looks after no school. */
enum status	monthend_whose(struct app *, const struct monthend *, bool **mine,
		    struct err *) MUST_CHECK;
/* Of a school on DAY, without the rest: how much is to mend; -1: nothing of it is
 * in the return. */
enum status	monthend_school(struct app *, int64_t school, int day, int64_t *out,
		    struct err *) MUST_CHECK;
/* The return of this month, when it is due within [rules] return_days and not
 * confirmed: *OUT is what is to mend of what is mine (of all, for one who
 * looks after no school), else -1; DUE its day. */
enum status	monthend_mine(struct app *, int64_t *out, int *due,
		    struct err *) MUST_CHECK;

#endif
