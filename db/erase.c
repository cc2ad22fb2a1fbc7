/* erase.c - texts about a person who is erased: where they are, and out of
 * the journal and the file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/erase.h"

#include <assert.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"
#include "db/joined.h"
#include "db/row.h"
#include "model/id.h"

#define UNFINISHED	"erasing"	/* key in meta */

/* --- the journal --------------------------------------------------------- */

static enum status
prepared(struct db *db, enum query q, struct stmt **st, struct err *e)
{
	assert(db->erasing && db_in_transaction(db));
	return db_made(db, query_table[q].sql, st, e);
}

enum status
erase_open(struct db *db, int64_t step, struct err *e)
{
	struct stmt *st;
	enum status s;

	assert(db_in_transaction(db));
	db->erasing = true;	/* until db_end */
	if ((s = prepared(db, Q_ERASE_OPEN, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "l", step)) != ST_OK)
		return s;
	return db_to_end(st, e);
}

enum status
erase_change(struct db *db, int64_t seq, const char *member, const char *old,
    const char *new, struct err *e)
{
	struct stmt *st;
	enum status s;

	if ((s = prepared(db, Q_ERASE_CHANGE, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "lsss", seq, member, old, new)) != ST_OK)
		return s;
	return db_to_end(st, e);
}

enum status
erase_record(struct db *db, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct stmt *st;
	enum status s;

	if ((s = prepared(db, Q_ERASE_RECORD, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "ls", id, ent->id)) != ST_OK)
		return s;
	return db_to_end(st, e);
}

enum status
erase_label(struct db *db, int64_t seq, const char *label, struct err *e)
{
	struct stmt *st;
	enum status s;

	if ((s = prepared(db, Q_ERASE_LABEL, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "ls", seq, label)) != ST_OK)
		return s;
	return db_to_end(st, e);
}

enum status
erase_close(struct db *db, int64_t step, bool others, struct err *e)
{
	struct stmt *st;
	enum status s;

	if ((s = prepared(db, Q_ERASE_CLOSE, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "l", step)) != ST_OK ||
	    (s = db_to_end(st, e)) != ST_OK ||
	    (s = db_run(db, Q_ERASE_OPTIMISE_NAMES, e, "")) != ST_OK ||
	    (s = db_run(db, Q_ERASE_OPTIMISE_TEXTS, e, "")) != ST_OK)
		return s;
	if (others &&
	    ((s = db_run(db, Q_ERASE_OPTIMISE_OTHER_NAMES, e, "")) != ST_OK ||
	    (s = db_run(db, Q_ERASE_OPTIMISE_OTHER_TEXTS, e, "")) != ST_OK))
		return s;
	return meta_set(db, UNFINISHED, "yes", e);
}

/* --- the file ------------------------------------------------------------ */

enum status
erase_unfinished(struct db *db, bool *out, struct err *e)
{
	int64_t known;
	enum status st = db_get_int(db, Q_META_KNOWS, 0, &known, e, "s",
	    UNFINISHED);

	if (st == ST_OK)
		*out = known != 0;
	return st;
}

/* VACUUM makes tables of its own, which the guard would refuse; it is no
 * prepared statement of ours, because it does all its work in one step. */
enum status
erase_finish(struct db *db, struct err *e)
{
	enum status st;

	assert(!db_in_transaction(db));
	db->open_guard = true;
	st = db_exec(db, "VACUUM", e);
	db->open_guard = false;
	if (st != ST_OK || (st = db_begin(db, e)) != ST_OK)
		return st;
	return db_end(db, db_run(db, Q_ERASE_META_DROP, e, "s", UNFINISHED),
	    e);
}

/* --- who was erased ------------------------------------------------------ */

enum status
erase_of(struct db *db, const struct entity *ent, int64_t id, int64_t *step,
    struct err *e)
{
	return db_get_int(db, Q_ERASE_OF_RECORD, 0, step, e, "ls", id,
	    ent->id);
}

enum status
erase_by(struct db *db, int64_t step, int64_t *id, struct err *e)
{
	return db_get_int(db, Q_ERASE_OF_STEP, 0, id, e, "l", step);
}

static bool
is_in(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* What Q, with TEXT, selects, appended once each. */
static enum status
add_ids(struct db *db, enum query q, const char *text, int64_t **ids,
    size_t *n, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_stmt(db, q, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "s", text)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		if (is_in(*ids, *n, db_int(st, 0)))
			continue;
		*ids = xreallocarray(*ids, *n + 1, sizeof **ids);
		(*ids)[(*n)++] = db_int(st, 0);
	}
	return s;
}

enum status
erase_namesakes(struct db *db, const int64_t *those, size_t n,
    const struct strs *words, size_t *out, struct err *e)
{
	int64_t *ids = NULL, *with;
	size_t found = 0, nwith;
	enum status st = ST_OK;

	for (size_t w = 0; w < words->n && st == ST_OK; w++) {
		with = NULL;
		nwith = 0;
		st = add_ids(db, Q_ERASE_NAMESAKES, words->v[w], &with, &nwith,
		    e);
		for (size_t i = found; i-- > 0; )
			if (!is_in(with, nwith, ids[i]))
				ids[i] = ids[--found];
		if (w == 0) {
			ids = with;
			found = nwith;
		} else {
			free(with);
		}
	}
	*out = 0;
	for (size_t i = 0; i < found; i++)
		*out += !is_in(those, n, ids[i]);
	free(ids);
	return st;
}

enum status
erase_organisations(struct db *db, const char *word, size_t *out,
    struct err *e)
{
	int64_t n;
	enum status st = db_get_int(db, Q_ERASE_ORGANISATIONS, 0, &n, e, "s",
	    word);

	if (st == ST_OK)
		*out = (size_t)n;
	return st;
}

enum status
erase_copies(struct db *db, int64_t id, int64_t **ids, size_t *n,
    struct err *e)
{
	enum status st = ST_OK;
	char code[ID_SHOWN], *why;

	*ids = xcalloc(1, sizeof **ids);
	(*ids)[0] = id;
	*n = 1;
	for (size_t i = 0; i < *n && st == ST_OK; i++) {
		id_shown((*ids)[i], code);
		why = xasprintf(JOINED_INTO "contact/%s", code);
		st = add_ids(db, Q_ERASE_COPIES, why, ids, n, e);
		free(why);
	}
	return st;
}

/* --- where texts are ----------------------------------------------------- */

bool
erase_is_words(const struct field *f)
{
	return (f->type == FT_TEXT || f->type == FT_NOTE ||
	    f->type == FT_OPEN) && !(f->flags & FF_DERIVED);
}

struct texts {
	struct db	*db;
	erase_text_fn	 fn;
	void		*arg;
};

/* Rows of SQL: an id, then texts of FIELD. */
static enum status
each_text(struct texts *t, const char *sql, const struct entity *ent,
    int field, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_made(t->db, sql, &st, e)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		for (int i = 1; i < db_cols(st) && s == ST_OK; i++)
			s = t->fn(t->arg, ent, db_int(st, 0), field,
			    db_text(st, i), e);
		if (s != ST_OK) {
			db_done(st);
			break;
		}
	}
	return s;
}

static enum status
texts_of_set(struct texts *t, const struct entity *ent, int field,
    struct err *e)
{
	const struct setdef *def = ent->fields[field].set;
	struct buf sql;
	enum status st = ST_OK;
	bool any = false;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT %s", entity_table(ent));
	for (size_t i = 0; i < def->ncols; i++)
		if (erase_is_words(&def->cols[i])) {
			buf_addf(&sql, ", %s", field_col(&def->cols[i]));
			any = true;
		}
	buf_addf(&sql, " FROM %s", def->table);
	if (any)
		st = each_text(t, sql.p, ent, field, e);
	buf_clear(&sql);
	return st;
}

static enum status
texts_of_field(struct texts *t, const struct entity *ent, int field,
    struct err *e)
{
	const struct field *f = &ent->fields[field];
	struct buf sql;
	enum status st;

	if (f->type == FT_SET && !(f->flags & FF_DERIVED))
		return texts_of_set(t, ent, field, e);
	if (!erase_is_words(f))
		return ST_OK;
	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT id, %s FROM %s WHERE %s <> ''", field_col(f),
	    entity_table(ent), field_col(f));
	st = each_text(t, sql.p, ent, field, e);
	buf_clear(&sql);
	return st;
}

enum status
erase_texts(struct db *db, erase_text_fn fn, void *arg, struct err *e)
{
	struct texts t = { db, fn, arg };
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields && st == ST_OK;
		    k++)
			st = texts_of_field(&t, entities[i], (int)k, e);
	return st;
}

enum status
erase_labels(struct db *db, enum status (*fn)(void *, int64_t, const char *,
    struct err *), void *arg, struct err *e)
{
	struct { int64_t seq; char *label; } v[64];
	enum status s = ST_OK;
	int64_t at = 0;
	size_t n = 64;

	while (s == ST_OK && n == 64) {
		struct stmt *st;
		bool more;

		n = 0;
		if ((s = db_stmt(db, Q_ERASE_LABELS, &st, e)) != ST_OK ||
		    (s = db_bindf(st, e, "l", at)) != ST_OK)
			return s;
		while ((s = db_step(st, &more, e)) == ST_OK && more) {
			v[n].seq = db_int(st, 0);
			v[n++].label = xstrdup(db_text(st, 1));
		}
		for (size_t i = 0; i < n; i++) {
			if (s == ST_OK)
				s = fn(arg, v[i].seq, v[i].label, e);
			at = v[i].seq;
			free(v[i].label);
		}
	}
	return s;
}
