/* err.h - errors are values: a status for the caller, a sentence for the user.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The function that finds a problem writes the words (err_set); callers pass
 * the status up and do not rewrite it; err_prefix may add where it happened.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

/* Few, by what the caller can do about it. */
enum status {
	ST_OK = 0,
	ST_INVALID,		/* the input is wrong: say where, ask again */
	ST_NOT_FOUND,		/* no such record, file, name */
	ST_AMBIGUOUS,		/* several fit: err.text lists the candidates */
	ST_CONFLICT,		/* somebody changed it meanwhile */
	ST_BUSY,		/* another save is under way; try again */
	ST_DENIED,		/* not allowed for this user, or read only */
	ST_IO,			/* the disk or the terminal failed */
	ST_CORRUPT,		/* the database is damaged or not ours */
	ST_INTERRUPTED,		/* the user stopped it; nothing was changed */
	ST_USAGE		/* a command was typed wrongly */
};

struct err {
	enum status	st;
	char		text[2048];	/* for the user: one sentence, UTF-8 */
	char		field[64];	/* id of the field at fault, or "" */
	char		detail[512];	/* for the log only: SQL, errno */
};

/* Write the sentence and return ST, so that "return err_set(...)" reads well.
 * E may be NULL where the caller does not want the words. */
enum status	err_set(struct err *e, enum status st, const char *fmt, ...)
		    PRINTF(3, 4);
/* The same, naming the field at fault. */
enum status	err_field(struct err *e, enum status st, const char *field,
		    const char *fmt, ...) PRINTF(4, 5);
/* ST_IO with the words of errno: "cannot read FILE: No such file". */
enum status	err_errno(struct err *e, const char *fmt, ...) PRINTF(2, 3);
/* Put "line 12: " before the sentence; returns e->st (ST_INVALID without E). */
enum status	err_prefix(struct err *e, const char *fmt, ...) PRINTF(2, 3);
/* Is another fault of the input worth telling with it? Not of the disk. */
bool		err_of_input(enum status);
/* Add what ONE says to E, after SEP; the first gives status and field. Returns
 * e->st (that of ONE without E). */
enum status	err_join(struct err *e, const struct err *one, const char *sep);
void		err_clear(struct err *e);

#endif
