/* steps.h - the journal's tables: append and read, nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * design.md 3. Append-only: triggers and an authorizer refuse anything else.
 */
#ifndef DB_STEPS_H
#define DB_STEPS_H

#include "db/db.h"
#include "model/entity.h"

struct step {
	int64_t		 seq, id, undoes, base_seq;	/* undoes: id of a step, 0 none */
	char		*at, *user, *node, *label;
};
struct change {
	int64_t		 seq, row;
	char		*entity, *field, *member;	/* "" : whole record / not a set */
	char		*old, *new;			/* NULL: absent */
};
void		step_clear(struct step *);
void		change_clear(struct change *);

/* The seq the next step will get, inside a transaction; its row is written
 * last, when its label and its id (the highest of the step) are known. */
enum status	steps_next(struct db *, int64_t *seq, struct err *) MUST_CHECK;
/* The newest step's seq, 0 when there is none. */
enum status	steps_newest(struct db *, int64_t *seq, struct err *) MUST_CHECK;
enum status	steps_last_id(struct db *, int64_t *id, struct err *) MUST_CHECK;
enum status	steps_change(struct db *, int64_t step, const char *entity, int64_t row,
		    const char *field, const char *member, const char *old, const char *new,
		    struct err *) MUST_CHECK;
enum status	steps_add(struct db *, const struct step *, struct err *) MUST_CHECK;

enum status	steps_get(struct db *, int64_t seq, struct step *, struct err *) MUST_CHECK;
enum status	steps_by_id(struct db *, int64_t id, struct step *, struct err *) MUST_CHECK;
/* Walk the changes of a step, in order or backwards. The change is borrowed.
 * Read in batches: FN may read and write, also the journal. */
enum status	steps_changes(struct db *, int64_t seq, bool backwards,
		    enum status (*fn)(void *arg, const struct change *, struct err *), void *arg,
		    struct err *) MUST_CHECK;
/* The same for the changes of one record in the step SEQ, all there are when it
 * is 0; oldest first. */
enum status	steps_record(struct db *, const char *entity, int64_t row, int64_t seq,
		    enum status (*fn)(void *arg, const struct change *, struct err *), void *arg,
		    struct err *) MUST_CHECK;
/* The same for every change there is, oldest first. */
enum status	steps_every_change(struct db *,
		    enum status (*fn)(void *arg, const struct change *, struct err *), void *arg,
		    struct err *) MUST_CHECK;
/* What the next changes of step SEQ are of, from after the change *AT (0: the
 * first); *AT goes on, to 0 when there are no more. */
enum { STEP_ROWS = 64 };
struct step_row {
	int64_t		 row;
	const struct entity *ent;	/* NULL: of a newer program */
};
enum status	steps_rows(struct db *, int64_t seq, int64_t *at,
		    struct step_row out[STEP_ROWS], size_t *n, struct err *) MUST_CHECK;
/* Walk steps newest first from before SEQ (0: the newest), optionally only
 * those that touched a record. FN returns ST_INTERRUPTED to stop in peace. */
enum status	steps_walk(struct db *, int64_t before, const char *entity, int64_t row,
		    enum status (*fn)(void *arg, const struct step *, struct err *), void *arg,
		    struct err *) MUST_CHECK;
/* The newest step of USER that is neither undone nor an undo; seq 0: none.
 * SINCE: only those with a greater seq (this session's). */
enum status	steps_last_of(struct db *, const char *user, int64_t since, int64_t *seq,
		    struct err *) MUST_CHECK;
/* The step that undid the step with this ID and is itself not undone; 0 none. */
enum status	steps_undone_by(struct db *, int64_t id, int64_t *seq, struct err *) MUST_CHECK;
/* The newest change of a record's field (member "" for a value) after step
 * SEQ: its step's seq, 0 when untouched. FIELD NULL: any field. */
enum status	steps_touched(struct db *, const char *entity, int64_t row, const char *field,
		    const char *member, int64_t after, int64_t *seq, struct err *) MUST_CHECK;
/* Does the journal know the record, though it may be gone? */
enum status	steps_knows(struct db *, const char *entity, int64_t row, bool *out,
		    struct err *) MUST_CHECK;

/* Keep the natural key of a record that is taken out, so that its reference
 * still resolves for history and redo; and the newest record known by KEY, 0
 * when there is none. */
enum status	steps_gone(struct db *, const char *entity, const char *key, int64_t row,
		    struct err *) MUST_CHECK;
enum status	steps_by_gone_key(struct db *, const char *entity, const char *key,
		    int64_t *row, struct err *) MUST_CHECK;

/* This file's own values: node (made with the file), hub name. *OUT is NULL
 * when there is none. */
enum status	meta_get(struct db *, const char *key, char **out, struct err *) MUST_CHECK;
enum status	meta_set(struct db *, const char *key, const char *value, struct err *) MUST_CHECK;

#endif
