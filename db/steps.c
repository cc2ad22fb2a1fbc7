/* steps.c - append to the journal and read it; this file's own values.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/steps.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

enum { BATCH = STEP_ROWS };	/* as in steps.sql */

void
step_clear(struct step *s)
{
	free(s->at);
	free(s->user);
	free(s->node);
	free(s->label);
	*s = (struct step){ 0 };
}

void
change_clear(struct change *c)
{
	free(c->entity);
	free(c->field);
	free(c->member);
	free(c->old);
	free(c->new);
	*c = (struct change){ 0 };
}

enum status
steps_next(struct db *db, int64_t *seq, struct err *e)
{
	return db_get_int(db, Q_STEP_NEXT, 1, seq, e, "");
}

enum status
steps_gone(struct db *db, const char *entity, const char *key, int64_t row,
    struct err *e)
{
	return db_run(db, Q_GONE_ADD, e, "ssl", entity, key, row);
}

enum status
steps_by_gone_key(struct db *db, const char *entity, const char *key,
    int64_t *row, struct err *e)
{
	return db_get_int(db, Q_GONE_BY_KEY, 0, row, e, "ss", entity, key);
}

enum status
steps_newest(struct db *db, int64_t *seq, struct err *e)
{
	return db_get_int(db, Q_STEP_NEWEST, 0, seq, e, "");
}

enum status
steps_last_id(struct db *db, int64_t *id, struct err *e)
{
	return db_get_int(db, Q_STEP_LAST_ID, 0, id, e, "");
}

enum status
steps_change(struct db *db, int64_t step, const char *entity, int64_t row,
    const char *field, const char *member, const char *old, const char *new,
    struct err *e)
{
	if ((old != NULL && strlen(old) > BUF_ROW) ||
	    (new != NULL && strlen(new) > BUF_ROW))
		return err_set(e, ST_INVALID, "the record is too large");
	return db_run(db, Q_CHANGE_ADD, e, "lslssss", step, entity, row,
	    field, member, old, new);
}

enum status
steps_add(struct db *db, const struct step *s, struct err *e)
{
	return db_run(db, Q_STEP_ADD, e, "llsssszz", s->seq, s->id, s->at,
	    s->user, s->node, s->label, s->undoes, s->base_seq);
}

static void
read_step(struct stmt *st, struct step *out)
{
	out->seq = db_int(st, 0);
	out->id = db_int(st, 1);
	out->undoes = db_int(st, 2);
	out->base_seq = db_int(st, 3);
	out->at = xstrdup(db_text(st, 4));
	out->user = xstrdup(db_text(st, 5));
	out->node = xstrdup(db_text(st, 6));
	out->label = xstrdup(db_text(st, 7));
}

static enum status
one_step(struct db *db, enum query q, int64_t key, struct step *out,
    struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_stmt(db, q, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "l", key)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	if (!more)
		return err_set(e, ST_NOT_FOUND, "there is no such step");
	read_step(st, out);
	db_done(st);
	return ST_OK;
}

enum status
steps_get(struct db *db, int64_t seq, struct step *out, struct err *e)
{
	return one_step(db, Q_STEP_GET, seq, out, e);
}

enum status
steps_by_id(struct db *db, int64_t id, struct step *out, struct err *e)
{
	return one_step(db, Q_STEP_BY_ID, id, out, e);
}

static void
read_change(struct stmt *st, struct change *c)
{
	c->seq = db_int(st, 0);
	c->row = db_int(st, 1);
	c->entity = xstrdup(db_text(st, 2));
	c->field = xstrdup(db_text(st, 3));
	c->member = xstrdup(db_text(st, 4));
	c->old = db_null(st, 5) ? NULL : xstrdup(db_text(st, 5));
	c->new = db_null(st, 6) ? NULL : xstrdup(db_text(st, 6));
}

/* Which changes: Q takes KEY, ENTITY unless it is NULL, the seq of the last one
 * seen, and STEP unless it is 0. */
struct changes {
	enum query	 q;
	int64_t		 key;
	const char	*entity;
	int64_t		 at, step;
};

/* In batches, so that FN may write to the journal itself. */
static enum status
batch(struct db *db, const struct changes *c, struct change *v, size_t *n,
    struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	*n = 0;
	if ((s = db_stmt(db, c->q, &st, e)) != ST_OK)
		return s;
	if (c->q == Q_CHANGES_OF_ALL)
		s = db_bindf(st, e, "l", c->at);
	else if (c->entity == NULL)
		s = db_bindf(st, e, "ll", c->key, c->at);
	else if (c->step == 0)
		s = db_bindf(st, e, "lsl", c->key, c->entity, c->at);
	else
		s = db_bindf(st, e, "lsll", c->key, c->entity, c->at, c->step);
	while (s == ST_OK && (s = db_step(st, &more, e)) == ST_OK && more)
		read_change(st, &v[(*n)++]);
	return s;
}

static enum status
walk_changes(struct db *db, struct changes c,
    enum status (*fn)(void *, const struct change *, struct err *),
    void *arg, struct err *e)
{
	struct change *v = xcalloc(BATCH, sizeof *v);
	enum status st = ST_OK;
	size_t n = BATCH;

	while (st == ST_OK && n == BATCH) {
		st = batch(db, &c, v, &n, e);
		for (size_t i = 0; i < n; i++) {
			if (st == ST_OK)
				st = fn(arg, &v[i], e);
			c.at = v[i].seq;
			change_clear(&v[i]);
		}
	}
	free(v);
	return st;
}

enum status
steps_changes(struct db *db, int64_t seq, bool backwards,
    enum status (*fn)(void *arg, const struct change *, struct err *),
    void *arg, struct err *e)
{
	struct changes c = { .key = seq,
	    .q = backwards ? Q_CHANGES_BEFORE : Q_CHANGES_AFTER,
	    .at = backwards ? INT64_MAX : 0 };

	return walk_changes(db, c, fn, arg, e);
}

enum status
steps_every_change(struct db *db,
    enum status (*fn)(void *arg, const struct change *, struct err *),
    void *arg, struct err *e)
{
	return walk_changes(db, (struct changes){ .q = Q_CHANGES_OF_ALL }, fn,
	    arg, e);
}

enum status
steps_rows(struct db *db, int64_t seq, int64_t *at,
    struct step_row out[STEP_ROWS], size_t *n, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	*n = 0;
	if ((s = db_stmt(db, Q_ROWS_OF_STEP, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "ll", seq, *at)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		*at = db_int(st, 0);
		out[*n].row = db_int(st, 1);
		out[(*n)++].ent = entity_find(db_text(st, 2));
	}
	if (*n < STEP_ROWS)
		*at = 0;
	return s;
}

enum status
steps_record(struct db *db, const char *entity, int64_t row, int64_t seq,
    enum status (*fn)(void *arg, const struct change *, struct err *),
    void *arg, struct err *e)
{
	struct changes c = { .key = row, .entity = entity, .step = seq,
	    .q = seq != 0 ? Q_CHANGES_OF_ROW_IN : Q_CHANGES_OF_ROW };

	return walk_changes(db, c, fn, arg, e);
}

static enum status
steps_batch(struct db *db, int64_t before, const char *entity, int64_t row,
    struct step *v, size_t *n, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	*n = 0;
	if ((s = db_stmt(db, entity != NULL ? Q_STEPS_OF_ROW : Q_STEPS_BEFORE,
	    &st, e)) != ST_OK)
		return s;
	s = entity != NULL ? db_bindf(st, e, "lsl", row, entity, before) :
	    db_bindf(st, e, "l", before);
	while (s == ST_OK && (s = db_step(st, &more, e)) == ST_OK && more)
		read_step(st, &v[(*n)++]);
	return s;
}

enum status
steps_walk(struct db *db, int64_t before, const char *entity, int64_t row,
    enum status (*fn)(void *arg, const struct step *, struct err *),
    void *arg, struct err *e)
{
	struct step *v = xcalloc(BATCH, sizeof *v);
	int64_t at = before != 0 ? before : INT64_MAX;
	enum status st = ST_OK;
	size_t n = BATCH;

	while (st == ST_OK && n == BATCH) {
		st = steps_batch(db, at, entity, row, v, &n, e);
		for (size_t i = 0; i < n; i++) {
			/* Once a step, though it changed several fields. */
			if (st == ST_OK && v[i].seq != at)
				st = fn(arg, &v[i], e);
			at = v[i].seq;
			step_clear(&v[i]);
		}
	}
	free(v);
	return st == ST_INTERRUPTED ? ST_OK : st;
}

enum status
steps_last_of(struct db *db, const char *user, int64_t since, int64_t *seq,
    struct err *e)
{
	return db_get_int(db, Q_STEP_LAST_OF, 0, seq, e, "sl", user, since);
}

enum status
steps_undone_by(struct db *db, int64_t id, int64_t *seq, struct err *e)
{
	return db_get_int(db, Q_STEP_UNDONE_BY, 0, seq, e, "l", id);
}

enum status
steps_touched(struct db *db, const char *entity, int64_t row,
    const char *field, const char *member, int64_t after, int64_t *seq,
    struct err *e)
{
	if (field == NULL)
		return db_get_int(db, Q_CHANGE_OF_ROW, 0, seq, e, "lsl", row,
		    entity, after);
	return db_get_int(db, Q_CHANGE_OF_FIELD, 0, seq, e, "lslss", row,
	    entity, after, field, member != NULL ? member : "");
}

enum status
steps_knows(struct db *db, const char *entity, int64_t row, bool *out,
    struct err *e)
{
	int64_t seq;
	enum status st = db_get_int(db, Q_CHANGE_OF_ROW, 0, &seq, e, "lsl",
	    row, entity, INT64_C(0));

	if (st == ST_OK)
		*out = seq != 0;
	return st;
}

enum status
meta_get(struct db *db, const char *key, char **out, struct err *e)
{
	return db_get_text(db, Q_META_GET, out, e, "s", key);
}

enum status
meta_set(struct db *db, const char *key, const char *value, struct err *e)
{
	return db_run(db, Q_META_SET, e, "ss", key, value);
}
