/* agree.c - records and their history brought to agree.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/agree.h"

#include <sys/random.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/check_rows.h"
#include "db/inner.h"
#include "db/replay.h"
#include "db/row.h"
#include "db/steps.h"
#include "db/store.h"
#include "model/differ.h"
#include "model/id.h"

bool
agree_is_entity(const char *table)
{
	for (int i = 0; i < ENT_MAX; i++)
		if (str_eq(entity_table(entities[i]), table))
			return true;
	return false;
}

/* Kept totals, search words, and the parts of the text indexes. */
bool
agree_follows(const char *table)
{
	return str_in(table, "name_word doc school_year employer_year "
	    "partner_year") || str_starts(table, "sqlite_") ||
	    strstr(table, "_tri") != NULL;
}

struct row *
agree_load(struct db *db, const struct entity *ent, int64_t id)
{
	struct row *row;

	return db == NULL || store_load(db, ent, id, false, &row, NULL) !=
	    ST_OK ? NULL : row;
}

/* --- records ---------------------------------------------------------------- */

/* Members of a record that is not there, though they were read. */
static enum status
no_members(struct db *db, const struct entity *ent, int64_t id, struct err *e)
{
	struct stmt *st;
	enum status s = ST_OK;

	for (int i = 0; (size_t)i < ent->nfields && s == ST_OK; i++)
		if (ent->fields[i].type == FT_SET && (s = set_stmt(db, ent, i,
		    SET_EMPTY, &st, e)) == ST_OK &&
		    (s = db_bind_int(st, 1, id, e)) == ST_OK)
			s = db_to_end(st, e);
	return s;
}

enum status
agree_insert(struct db *db, const struct row *row, struct err *e)
{
	enum status st = no_members(db, row->ent, row->id, e);

	return st == ST_OK ? store_insert(db, row, e) : st;
}

static enum status
make(struct db *db, const struct entity *ent, int64_t id, int64_t *made,
    struct err *e)
{
	struct row *said = NULL;
	enum status st = replay_record(db, ent, id, &said, e);

	if (st == ST_OK && said != NULL) {
		st = agree_insert(db, said, e);
		*made += st == ST_OK;
		if (st == ST_CONFLICT || st == ST_INVALID) {
			err_clear(e);
			st = ST_OK;
		}
	}
	row_free(said);
	return st;
}

enum status
agree_lacking(struct db *db, int64_t *made, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX && st == ST_OK; i++) {
		struct db_ids ids = { 0 };

		st = check_lacking(db, entities[i], &ids, e);
		for (size_t k = 0; k < ids.n && st == ST_OK; k++)
			st = make(db, entities[i], ids.v[k], made, e);
		db_ids_clear(&ids);
	}
	return st;
}

/* --- references ------------------------------------------------------------- */

/* Column COL of TABLE names rows of PARENT that are not there. */
static enum status
empty_lost(struct db *db, const char *table, const char *col,
    const char *parent, int64_t *emptied, struct err *e)
{
	struct stmt *st;
	struct buf sql;
	enum status s;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, agree_is_entity(table) ? "UPDATE OR IGNORE \"%s\" SET "
	    "\"%s\" = NULL" : "DELETE FROM \"%s\"", table, col);
	buf_addf(&sql, " WHERE \"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 "
	    "FROM \"%s\" p WHERE p.id = \"%s\".\"%s\")", col, parent, table,
	    col);
	s = db_made(db, sql.p, &st, e);
	buf_clear(&sql);
	if (s != ST_OK || (s = db_to_end(st, e)) != ST_OK)
		return s;
	*emptied += db_changes(db);
	return ST_OK;
}

enum status
agree_references(struct db *db, int64_t *emptied, struct err *e)
{
	struct strs refs = { 0 };
	struct stmt *st;
	enum status s = db_stmt(db, Q_AGREE_REFERENCES, &st, e);
	bool more;

	while (s == ST_OK && (s = db_step(st, &more, e)) == ST_OK && more) {
		strs_add(&refs, db_text(st, 0));
		strs_add(&refs, db_text(st, 1));
		strs_add(&refs, db_text(st, 2));
	}
	for (size_t i = 0; i + 2 < refs.n && s == ST_OK; i += 3)
		if (!agree_follows(refs.v[i]) && !str_eq(refs.v[i], "change"))
			s = empty_lost(db, refs.v[i], refs.v[i + 1],
			    refs.v[i + 2], emptied, e);
	strs_clear(&refs);
	return s;
}

/* --- what the history lacks --------------------------------------------------- */

struct notes {
	struct db	*db;
	const struct row *row;
	int64_t		 step;		/* that notes it; 0 none yet */
	int64_t		 noted;		/* records */
};

static enum status
note(struct notes *n, const char *field, const char *member, const char *old,
    const char *new, struct err *e)
{
	enum status st = n->step != 0 ? ST_OK :
	    steps_next(n->db, &n->step, e);

	return st != ST_OK ? st : steps_change(n->db, n->step,
	    n->row->ent->id, n->row->id, field, member, old, new, e);
}

static enum status
note_field(void *arg, const struct field *f, const char *member,
    const char *old, const char *new, struct err *e)
{
	return note(arg, f->id, member, old, new, e);
}

static enum status
note_whole(struct notes *n, struct err *e)
{
	struct buf json;
	enum status st;

	buf_init(&json, BUF_ROW + 1);
	row_json(n->row, &json);
	st = note(n, "", "", NULL, json.p, e);
	buf_clear(&json);
	return st;
}

/* What its changes said and cannot be read is made up for by the whole record:
 * unless no change of it can be read at all, for which a new file is needed. */
static enum status
note_record(struct notes *n, const struct row *is, struct err *e)
{
	struct row *said = NULL, *again = NULL;
	bool known = replay_record(n->db, is->ent, is->id, &said, NULL) ==
	    ST_OK;
	enum status st = ST_OK;

	n->row = is;
	if (known && said != NULL)
		st = differ(said, is, note_field, n, e);
	else if ((st = note_whole(n, e)) == ST_OK && !known)
		st = replay_record(n->db, is->ent, is->id, &again, e);
	n->noted += !known || said == NULL || differ_first(said, is) != NULL;
	row_free(said);
	row_free(again);
	return st;
}

static enum status
note_one(void *arg, const struct entity *ent, int64_t id, struct err *e)
{
	struct notes *n = arg;
	struct row *is = agree_load(n->db, ent, id);
	enum status st = is != NULL ? note_record(n, is, e) : ST_OK;

	row_free(is);
	return st;
}

static enum status
add_step(struct db *db, int64_t seq, const char *label, struct err *e)
{
	char at[25], user[] = "caseload", *its = xstrdup(label);
	struct step s = { .seq = seq, .at = at, .user = user, .label = its };
	uint32_t chance = 0;
	int64_t last = 0;
	enum status st;

	clock_iso(clock_ms(), at);
	if (!clock_is_fixed() && getrandom(&chance, sizeof chance, 0) < 0)
		chance = 0;
	if ((st = steps_last_id(db, &last, e)) == ST_OK &&
	    (st = meta_get(db, "node", &s.node, e)) == ST_OK) {
		s.id = id_make(clock_ms(), chance & 0x1fffff, last);
		st = steps_add(db, &s, e);
	}
	free(s.node);
	free(its);
	return st;
}

enum status
agree_notes(struct db *db, const char *label, int64_t *noted, struct err *e)
{
	struct notes n = { .db = db };
	enum status st = db_run(db, Q_AGREE_LOST_STEPS, e, "");

	for (int i = 0; i < ENT_MAX && st == ST_OK; i++)
		st = check_each(db, entities[i], note_one, &n, e);
	*noted = n.noted;
	return st != ST_OK || n.step == 0 ? st : add_step(db, n.step, label, e);
}
