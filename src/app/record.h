/* record.h - the one path by which records are written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every write is a step (design.md 3): one user action, one transaction, one
 * row in the journal with its changes. Single and bulk actions are the same:
 *
 *	step_begin(app, e);
 *	st = record_add(app, row, e);		any number of these
 *	st = record_change(app, base, mine, &clashes, e);
 *	st = step_end(app, st, "added encounter/…", e);
 *
 * step_end commits when ST is ST_OK and something changed, else rolls back and
 * returns ST. A step in which nothing changed leaves no trace.
 */
#ifndef APP_RECORD_H
#define APP_RECORD_H

#include "app/app.h"
#include "model/row.h"

enum status	step_begin(struct app *, struct err *) MUST_CHECK;
enum status	step_end(struct app *, enum status st, const char *label,
		    struct err *) MUST_CHECK;
/* Of the step just ended: its seq, 0 when nothing changed. */
int64_t		step_last(const struct app *);
/* Its label; NULL when nothing changed. Caller frees. */
char		*step_last_label(struct app *);
/* New records of the step at hand get ids above ID, which a file brings for
 * records of its own; an ID that lies in the future is passed over. */
void		step_above(struct app *, int64_t id);
/* Records touched so far in the step at hand. */
int64_t		step_count(const struct app *);

/* A new row with the entity's defaults. Caller frees. */
struct row	*record_new(const struct app *, const struct entity *);
/* The whole record with derived values; caller frees. */
enum status	record_load(struct app *, const struct entity *, int64_t id,
		    struct row **out, struct err *) MUST_CHECK;
/* The same with only the derived fields that DERIVED names, a bool for each
 * field. */
enum status	record_load_some(struct app *, const struct entity *, int64_t id,
		    const bool *derived, struct row **out, struct err *) MUST_CHECK;
/* Derive, check, give an id (unless it has one that is free) and store. A
 * natural key that exists already is ST_CONFLICT naming the record. */
enum status	record_add(struct app *, struct row *, struct err *) MUST_CHECK;

/* A field (or member of a set) that somebody changed meanwhile. */
struct clash {
	int		 field;
	char		*member;	/* key of the member, "" for a value */
	char		*base, *theirs, *mine;	/* canonical, or JSON of the member */
	char		*user, *at;	/* who saved theirs and when */
};
struct clashes {
	struct clash	*v;
	size_t		 n;
};
void		clashes_clear(struct clashes *);

/* Save the fields in which MINE differs from BASE, the record as it was
 * loaded. Others' changes to other fields stay. The same field changed to
 * something else meanwhile: ST_CONFLICT and all of them in CLASHES (may be
 * NULL); nothing is written. MINE then holds what is stored. */
enum status	record_change(struct app *, const struct row *base, struct row *mine,
		    struct clashes *, struct err *) MUST_CHECK;
/* Within what follows from a change (rules_after): write this too, where the
 * user said it of both records. BASE NULL: add. Asks for the right to it, which
 * what follows by itself does not need. */
enum status	record_along(struct app *, const struct row *base, struct row *mine,
		    struct err *) MUST_CHECK;
enum status	record_archive(struct app *, const struct entity *, int64_t id,
		    const char *reason, struct err *) MUST_CHECK;
enum status	record_restore(struct app *, const struct entity *, int64_t id,
		    struct err *) MUST_CHECK;

/* One action, one step: begin, add or change, end. The label is made. */
enum status	record_save(struct app *, const struct row *base, struct row *mine,
		    struct clashes *, struct err *) MUST_CHECK;

/* The same with a LABEL that ends before the record's reference: "answered 3
 * items of "; NULL: "added " or "changed ". */
enum status	record_save_as(struct app *, const struct row *base,
		    struct row *mine, const char *label, struct clashes *,
		    struct err *) MUST_CHECK;

/* For undo.c: write the difference between what is stored and ROW as it stands,
 * without rules, and note it in the journal. NULL for none: a record comes or
 * goes whole. */
enum status	record_write(struct app *, const struct row *old, const struct row *row,
		    struct err *) MUST_CHECK;

/* For erase.c: OLD, as it is stored, becomes ROW, and the journal notes what it
 * is now, not what it was. */
enum status	record_erased(struct app *, const struct row *old,
		    const struct row *row, struct err *) MUST_CHECK;

/* Near-equal names that exist already (employer, contact, cluster, partner);
 * ST_CONFLICT with the candidates in the sentence. */
enum status	record_near(struct app *, const struct row *, struct err *) MUST_CHECK;

#endif
