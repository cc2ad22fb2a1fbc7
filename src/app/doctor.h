/* doctor.h - the health of the installation: findings, and what to do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It looks and changes nothing, also where nothing else works: without a
 * database, with a damaged one, with wrong settings. Each fault is a finding,
 * and the rest goes on. A new check is a row of the table in doctor.c.
 */
#ifndef APP_DOCTOR_H
#define APP_DOCTOR_H

#include "app/app.h"

enum doctor_level { DOCTOR_OK, DOCTOR_WARNING, DOCTOR_ERROR };
extern const char *const doctor_levels[];	/* "ok", "warning", "error" */

/* One finding: WHAT it is, and what ADVICE about it, "" for what is in order.
 * Both are one sentence without control characters of ours; text of files may
 * be quoted in them. */
typedef void (*doctor_fn)(void *arg, enum doctor_level, const char *what,
		    const char *advice);

/* What the terminal can do; only the layer of the screen knows. */
struct doctor_terminal {
	const char	*name;		/* TERM; "" not set */
	bool		 tty;		/* there is a terminal at all */
	bool		 known;		/* the system describes it; if not, no more */
	bool		 moves;		/* the cursor goes anywhere */
	bool		 alternate;	/* a screen of its own, which goes again */
	bool		 draws;		/* lines */
	int		 colours;
	int		 rows, cols;	/* 0: it does not say */
};

struct doctor_start {
	const struct app_start *start;	/* which database, which settings */
	struct app	*app;		/* the session that asks, or NULL */
	/* NULL: the terminal is not looked at. */
	void		(*terminal)(struct doctor_terminal *out);
};

/* Make the journal mode "wal" or "truncate", for everybody from now on; refused
 * as db_set_journal does, and to whoever may not repair the database. */
enum status	doctor_set_journal(const struct app_start *, const char *mode,
		    struct err *) MUST_CHECK;
/* Tell all findings, in the order of the table. */
void		doctor_run(const struct doctor_start *, doctor_fn, void *arg);

#endif
