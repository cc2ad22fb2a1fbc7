/* row.c - the statements of one record and of its sets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names come from the field tables only, values are bound. A new operation is
 * a word of enum row_op or set_op and a case here.
 */
#include "db/row.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "db/inner.h"

struct set_stmts {
	struct stmt	 st[SET_OPS];
};
struct store_cache {
	struct {
		struct stmt	 st[ROW_OPS];
		struct set_stmts *sets;		/* one a field, NULL yet */
	} ent[ENT_MAX];
};

static struct store_cache *
cache_of(struct db *db)
{
	if (db->store == NULL)
		db->store = xcalloc(1, sizeof *db->store);
	return db->store;
}

void
store_cache_free(struct db *db)
{
	struct store_cache *c = db->store;

	if (c == NULL)
		return;
	for (int i = 0; i < ENT_MAX; i++) {
		for (int op = 0; op < ROW_OPS; op++)
			db_finish(&c->ent[i].st[op]);
		if (c->ent[i].sets == NULL)
			continue;
		for (size_t f = 0; f < entities[i]->nfields; f++)
			for (int op = 0; op < SET_OPS; op++)
				db_finish(&c->ent[i].sets[f].st[op]);
		free(c->ent[i].sets);
	}
	free(c);
	db->store = NULL;
}

/* "a, b, c": the columns of all fields, each after BEFORE. */
static void
add_columns(const struct entity *ent, struct buf *b)
{
	for (size_t i = 0; i < ent->nfields; i++)
		for (size_t k = 0; k < columns_of(&ent->fields[i]); k++) {
			buf_add(b, ", ");
			column_name(&ent->fields[i], k, b);
		}
}

static void
make_insert(const struct entity *ent, struct buf *b)
{
	buf_addf(b, "INSERT INTO %s(id", entity_table(ent));
	add_columns(ent, b);
	buf_add(b, ") VALUES (?");
	for (size_t i = 0; i < ent->nfields; i++)
		for (size_t k = 0; k < columns_of(&ent->fields[i]); k++)
			buf_add(b, ", ?");
	buf_addc(b, ')');
}

void
row_derived(const struct entity *ent, const bool *only, struct buf *b)
{
	/* ?1 first, so that :today does not take its number. */
	buf_add(b, "SELECT ?1");
	for (size_t i = 0; i < ent->nfields; i++)
		if ((ent->fields[i].flags & FF_DERIVED) != 0 &&
		    (only == NULL || only[i])) {
			const char *sql = db_fragment("DERIVED", ent->id,
			    ent->fields[i].id);

			buf_addf(b, ", %s", sql != NULL ? sql : "''");
		}
	buf_addf(b, " FROM %s t WHERE id = ?1", entity_table(ent));
}

static void
make_row(const struct entity *ent, enum row_op op, struct buf *b)
{
	const char *sql;

	switch (op) {
	case ROW_LOAD:
		buf_add(b, "SELECT id");
		add_columns(ent, b);
		buf_addf(b, " FROM %s WHERE id = ?1", entity_table(ent));
		return;
	case ROW_INSERT:
		make_insert(ent, b);
		return;
	case ROW_DROP:
		buf_addf(b, "DELETE FROM %s WHERE id = ?1", entity_table(ent));
		return;
	case ROW_EXISTS:
		buf_addf(b, "SELECT 1 FROM %s WHERE id = ?1", entity_table(ent));
		return;
	case ROW_DERIVED:
		row_derived(ent, NULL, b);
		return;
	case ROW_TITLE:
		sql = db_fragment("TITLE", ent->id, NULL);
		buf_addf(b, "SELECT %s FROM %s t WHERE t.id = ?1",
		    sql != NULL ? sql : "''", entity_table(ent));
		return;
	case ROW_KEY:
		buf_addf(b, "SELECT %s FROM %s WHERE id = ?1",
		    field_col(&ent->fields[ent->key]), entity_table(ent));
		return;
	case ROW_BY_KEY:
		buf_addf(b, "SELECT id, archived IS NOT NULL FROM %s "
		    "WHERE %s = ?1 ORDER BY id",
		    entity_table(ent), field_col(&ent->fields[ent->key]));
		return;
	case ROW_OPS:
		break;
	}
	assert(!"an operation without its SQL");
}

int
set_carried(const struct entity *ent, const struct setdef *def)
{
	return def->carry != NULL ? entity_field(ent, def->carry) : -1;
}

static void
add_set_columns(const struct setdef *def, size_t from, size_t to,
    const char *before, const char *fmt, struct buf *b)
{
	for (size_t i = from; i < to; i++) {
		const char *col = field_col(&def->cols[i]);

		buf_add(b, i > from ? ", " : before);
		buf_add(b, col);
		if (fmt != NULL)
			buf_addf(b, " = %s%s", fmt, col);
	}
}

/* SET_INSERT is not SET_PUT: a statement that may update makes SQLite write
 * out the full-text indexes each time, which an import would feel. */
static void
make_put(const struct entity *ent, const struct setdef *def, enum set_op op,
    struct buf *b)
{
	int carried = set_carried(ent, def);
	const char *date = carried >= 0 ? field_col(&ent->fields[carried]) :
	    NULL;
	bool values = def->ncols > def->nkeys;

	buf_addf(b, "INSERT INTO %s(%s", def->table, entity_table(ent));
	add_set_columns(def, 0, def->ncols, ", ", NULL, b);
	if (date != NULL)
		buf_addf(b, ", %s", date);
	buf_add(b, ") VALUES (?");
	for (size_t i = 0; i < def->ncols; i++)
		buf_add(b, ", ?");
	buf_add(b, date != NULL ? ", ?)" : ")");
	if (op == SET_INSERT)
		return;
	buf_addf(b, " ON CONFLICT DO %s",
	    values || date != NULL ? "UPDATE SET " : "NOTHING");
	if (values)
		add_set_columns(def, def->nkeys, def->ncols, "", "excluded.",
		    b);
	if (date != NULL)
		buf_addf(b, "%s%s = excluded.%s", values ? ", " : "", date,
		    date);
}

static void
make_set(const struct entity *ent, const struct setdef *def, enum set_op op,
    struct buf *b)
{
	int carried = set_carried(ent, def);

	switch (op) {
	case SET_LOAD:
		buf_add(b, "SELECT ");
		add_set_columns(def, 0, def->ncols, "", NULL, b);
		buf_addf(b, " FROM %s WHERE %s = ?1", def->table, entity_table(ent));
		return;
	case SET_INSERT:
	case SET_PUT:
		make_put(ent, def, op, b);
		return;
	case SET_DROP:
		buf_addf(b, "DELETE FROM %s WHERE %s = ?", def->table, entity_table(ent));
		for (size_t i = 0; i < def->nkeys; i++)
			buf_addf(b, " AND %s = ?", field_col(&def->cols[i]));
		return;
	case SET_EMPTY:
		buf_addf(b, "DELETE FROM %s WHERE %s = ?1", def->table,
		    entity_table(ent));
		return;
	case SET_CARRY:
		assert(carried >= 0);
		buf_addf(b, "UPDATE %s SET %s = ?2 WHERE %s = ?1", def->table,
		    field_col(&ent->fields[carried]), entity_table(ent));
		return;
	case SET_OPS:
		break;
	}
	assert(!"an operation without its SQL");
}

static enum status
prepare(struct db *db, struct buf *sql, const char *what, struct stmt *st,
    struct err *e)
{
	enum status s = db_prepare(db, sql->p, what, st, e);

	buf_clear(sql);
	return s;
}

enum status
row_stmt(struct db *db, const struct entity *ent, enum row_op op,
    struct stmt **out, struct err *e)
{
	struct stmt *st = &cache_of(db)->ent[ent->no].st[op];
	struct buf sql;
	enum status s;

	if (st->s3 == NULL) {
		buf_init(&sql, BUF_ROW);
		make_row(ent, op, &sql);
		if ((s = prepare(db, &sql, entity_table(ent), st, e)) != ST_OK)
			return s;
	}
	db_ready(st);
	*out = st;
	return ST_OK;
}

enum status
set_stmt(struct db *db, const struct entity *ent, int field, enum set_op op,
    struct stmt **out, struct err *e)
{
	struct set_stmts **sets = &cache_of(db)->ent[ent->no].sets;
	const struct setdef *def = ent->fields[field].set;
	struct stmt *st;
	struct buf sql;
	enum status s;

	if (*sets == NULL)
		*sets = xcalloc(ent->nfields, sizeof **sets);
	st = &(*sets)[field].st[op];
	if (st->s3 == NULL) {
		buf_init(&sql, BUF_ROW);
		make_set(ent, def, op, &sql);
		if ((s = prepare(db, &sql, def->table, st, e)) != ST_OK)
			return s;
	}
	db_ready(st);
	*out = st;
	return ST_OK;
}
