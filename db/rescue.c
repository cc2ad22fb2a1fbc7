/* rescue.c - a new database from what is left of a damaged one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/rescue.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "db/agree.h"
#include "db/check_rows.h"
#include "db/repair.h"
#include "db/replay.h"
#include "db/rescue_copy.h"
#include "db/salvage.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/differ.h"

struct rescue {
	struct db	*to;
	sqlite3		*damaged;	/* a copy of it */
	struct db	*backup;	/* or NULL */
	sqlite3		*backup_rows;	/* … the same file */
	struct rescued	*r;
	struct strs	 torn;		/* tables that were not read whole */
};

/* --- rows ------------------------------------------------------------------- */

static enum status
tables(struct db *db, struct strs *out, struct err *e)
{
	struct stmt *st;
	enum status s = db_stmt(db, Q_RESCUE_TABLES, &st, e);
	bool more;

	while (s == ST_OK && (s = db_step(st, &more, e)) == ST_OK && more)
		if (!agree_follows(db_text(st, 0)))
			strs_add(out, db_text(st, 0));
	return s;
}

/* Of the backup only the journal and this file's own values come as rows: its
 * records are taken whole. */
static enum status
rows_of(struct rescue *x, const char *table, struct err *e)
{
	struct salvaged s = { 0 }, b = { 0 };
	enum status st = salvage_table(x->damaged, x->to, table, &s, e);

	if (st == ST_OK && x->backup_rows != NULL &&
	    str_in(table, "step change meta gone journal_erase joined"))
		st = salvage_table(x->backup_rows, x->to, table, &b, e);
	x->r->holes += s.holes;
	if (s.holes > 0)
		strs_add(&x->torn, table);
	if (agree_is_entity(table))
		x->r->read += s.rows;
	return st;
}

static enum status
rows(struct rescue *x, struct err *e)
{
	struct strs names = { 0 };
	char *node = NULL, *known = NULL;
	enum status st = meta_get(x->to, "node", &node, e);

	if (st == ST_OK)
		st = db_run(x->to, Q_RESCUE_NO_META, e, "");
	if (st == ST_OK)
		st = tables(x->to, &names, e);
	for (size_t i = 0; i < names.n && st == ST_OK; i++)
		st = rows_of(x, names.v[i], e);
	if (st == ST_OK && (st = meta_get(x->to, "node", &known, e)) ==
	    ST_OK && known == NULL)
		st = meta_set(x->to, "node", node, e);
	strs_clear(&names);
	free(node);
	free(known);
	return st;
}

/* --- records ---------------------------------------------------------------- */

/* None of its rows is missing: both tables count on from 1, to the newest step
 * that the file ever gave; and of that step's changes none was on a page that
 * could not be read. */
static enum status
history_whole(struct rescue *x, struct err *e)
{
	int64_t gaps = 1, last = 0, kept = 0;
	enum status st = db_get_int(x->to, Q_RESCUE_GAPS, 1, &gaps, e, "");

	if (st == ST_OK)
		st = db_get_int(x->to, Q_RESCUE_LAST_STEP, 0, &last, e, "");
	if (x->backup != NULL && db_get_int(x->backup, Q_RESCUE_LAST_STEP, 0,
	    &kept, NULL, "") != ST_OK)
		kept = 0;
	x->r->whole = gaps == 0 && last > 0 &&
	    last == rescue_last_step(x->damaged) &&
	    (kept >= last || (!strs_has(&x->torn, "step") &&
	    !strs_has(&x->torn, "change")));
	return st;
}

/* What neither the file nor the history has, the backup may. */
static enum status
missing(struct rescue *x, const struct entity *ent, int64_t id,
    const struct row *said, struct err *e)
{
	struct row *kept = said == NULL && !x->r->whole ?
	    agree_load(x->backup, ent, id) : NULL;
	enum status st = ST_OK;

	if (said != NULL || kept != NULL)
		st = agree_insert(x->to, said != NULL ? said : kept, e);
	x->r->history += said != NULL && st == ST_OK;
	x->r->backup += kept != NULL && st == ST_OK;
	row_free(kept);
	return st;
}

/* Add to set F of NEXT the members that FROM has there and it has not. */
static bool
fill_set(struct row *next, const struct row *from, int f)
{
	const struct setdef *d = next->ent->fields[f].set;
	bool any = false;

	for (size_t i = 0; i < from->sets[f].n; i++) {
		const char *const *v =
		    (const char *const *)from->sets[f].m[i].v;

		if (set_find(&next->sets[f], d, v) == NULL) {
			set_put(row_members(next, f), d, v);
			any = true;
		}
	}
	return any;
}

/* IS was read, but of its sets perhaps not all: FROM, as the history or the
 * backup has the record, may have the rest. */
static enum status
fill(struct rescue *x, const struct row *is, const struct row *from,
    struct err *e)
{
	struct row *next = row_copy(is);
	enum status st = ST_OK;
	bool any = false;

	for (int i = 0; (size_t)i < is->ent->nfields; i++)
		if (is->ent->fields[i].type == FT_SET && strs_has(&x->torn,
		    is->ent->fields[i].set->table))
			any = fill_set(next, from, i) || any;
	if (any)
		st = store_update(x->to, is, next, e);
	x->r->filled += any && st == ST_OK;
	row_free(next);
	return st;
}

static enum status
fill_from_either(struct rescue *x, const struct row *is,
    const struct row *said, struct err *e)
{
	struct row *kept = said == NULL ? agree_load(x->backup, is->ent, is->id) :
	    NULL;
	enum status st = ST_OK;

	if (said != NULL || kept != NULL)
		st = fill(x, is, said != NULL ? said : kept, e);
	row_free(kept);
	return st;
}

static enum status
one(void *arg, const struct entity *ent, int64_t id, struct err *e)
{
	struct rescue *x = arg;
	struct row *is = agree_load(x->to, ent, id), *said = NULL;
	enum status st = replay_record(x->to, ent, id, &said, NULL);

	if (st != ST_OK) {
		said = NULL;
		x->r->holes++;		/* a text of it was spoilt, and can be read */
		x->r->whole = false;
	}
	if (is == NULL)
		st = missing(x, ent, id, said, e);
	else if (!x->r->whole)
		st = fill_from_either(x, is, said, e);
	else
		st = said != NULL && differ_first(is, said) != NULL ?
		    store_update(x->to, is, said, e) : ST_OK;
	/* One that no table takes is lost; the others go on. */
	if (st == ST_CONFLICT || st == ST_INVALID) {
		x->r->holes++;
		st = ST_OK;
	}
	row_free(is);
	row_free(said);
	return st;
}

static enum status
known(struct rescue *x, struct db *db, enum query q, const struct entity *ent,
    struct err *e)
{
	struct db_ids ids = { 0 };
	enum status st = db_get_ids(db, q, &ids, e, "s", ent->id);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = one(x, ent, ids.v[i], e);
	db_ids_clear(&ids);
	return st;
}

static enum status
records(struct rescue *x, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX && st == ST_OK; i++)
		if ((st = known(x, x->to, Q_KNOWN_RECORDS, entities[i], e)) ==
		    ST_OK && x->backup != NULL && !x->r->whole)
			st = check_each(x->backup, entities[i], one, x, e);
	return st;
}

/* --- all of it -------------------------------------------------------------- */

static enum status
within(struct rescue *x, struct err *e)
{
	int64_t noted = 0;
	enum status st;

	if ((st = rows(x, e)) != ST_OK ||
	    (st = history_whole(x, e)) != ST_OK ||
	    (st = records(x, e)) != ST_OK)
		return st;
	if (x->r->read + x->r->backup + x->r->history == 0)
		return err_set(e, ST_CORRUPT, "nothing can be read of it and "
		    "there is no backup beside it: look for a copy elsewhere");
	if ((st = agree_references(x->to, &x->r->emptied, e)) != ST_OK ||
	    (st = agree_notes(x->to, "rescued from a damaged file", &noted,
	    e)) != ST_OK)
		return st;
	x->to->unindexed = false;
	return repair_follow(x->to, NULL, NULL, e);
}

static enum status
into(struct rescue *x, struct err *e)
{
	enum status st;

	x->to->open_guard = x->to->unindexed = true;
	if ((st = db_keys(x->to, false, e)) == ST_OK &&
	    (st = db_begin(x->to, e)) == ST_OK)
		st = db_end(x->to, within(x, e), e);
	x->to->open_guard = x->to->unindexed = false;
	return st;
}

enum status
db_rescue(const char *file, const char *backup, const char *out,
    struct rescued *r, struct err *e)
{
	struct rescue x = { .r = r };
	struct rescue_copy damaged = { 0 }, kept = { 0 };
	enum status st;

	*r = (struct rescued){ 0 };
	if ((st = db_open(out, DB_CREATE | DB_ALLOW_FUSE, &x.to, e)) != ST_OK)
		return st;
	st = rescue_copy_open(&damaged, file, out, backup, e);
	/* Of another version only its journal is taken. */
	if (st == ST_OK && backup != NULL &&
	    rescue_copy_open(&kept, backup, out, NULL, NULL) == ST_OK &&
	    db_open(backup, DB_READONLY | DB_ALLOW_FUSE, &x.backup, NULL) !=
	    ST_OK)
		x.backup = NULL;
	x.damaged = damaged.s3;
	x.backup_rows = kept.s3;
	if (st == ST_OK)
		st = into(&x, e);
	rescue_copy_close(&damaged);
	rescue_copy_close(&kept);
	db_close(x.backup);
	strs_clear(&x.torn);
	if (st == ST_OK)
		db_close(x.to);
	else
		db_unmake(x.to);
	return st;
}
