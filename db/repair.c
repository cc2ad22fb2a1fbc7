/* repair.c - a database whose pages are whole, made whole in itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/repair.h"

#include "base/buf.h"
#include "db/agree.h"
#include "db/check_rows.h"
#include "db/inner.h"
#include "db/row.h"
#include "db/schema.h"
#include "db/search.h"
#include "db/store.h"
#include "model/row.h"
#include "model/tables.h"

static enum status
run_all(struct db *db, const enum query *q, size_t n, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < n && st == ST_OK; i++)
		st = db_run(db, q[i], e, "");
	return st;
}

static enum status
repair_totals(struct db *db, struct err *e)
{
	static const enum query q[] = {
		Q_REPAIR_NO_SCHOOL_TOTALS, Q_REPAIR_SCHOOL_TOTALS,
		Q_REPAIR_NO_EMPLOYER_TOTALS, Q_REPAIR_EMPLOYER_TOTALS,
		Q_REPAIR_NO_PARTNER_TOTALS, Q_REPAIR_PARTNER_TOTALS,
	};

	return run_all(db, q, COUNT_OF(q), e);
}

static enum status
carried_of_set(struct db *db, const struct entity *ent,
    const struct setdef *def, struct err *e)
{
	const char *col = field_col(&ent->fields[set_carried(ent, def)]);
	const char *table = entity_table(ent);
	struct stmt *st;
	struct buf sql;
	enum status s;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "UPDATE %s SET %s = (SELECT t.%s FROM %s t "
	    "WHERE t.id = %s.%s)", def->table, col, col, table, def->table,
	    table);
	s = db_made(db, sql.p, &st, e);
	buf_clear(&sql);
	return s == ST_OK ? db_to_end(st, e) : s;
}

static enum status
repair_carried(struct db *db, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields; k++) {
			const struct setdef *def = entities[i]->fields[k].set;

			if (st == ST_OK && def != NULL && def->carry != NULL)
				st = carried_of_set(db, entities[i], def, e);
		}
	return st;
}

static enum status
words_of(void *arg, const struct entity *ent, int64_t id, struct err *e)
{
	struct db *db = arg;
	struct row *row;
	enum status st = store_load(db, ent, id, false, &row, e);

	if (st != ST_OK)
		return st;
	st = search_update(db, NULL, row, e);
	row_free(row);
	return st;
}

static enum status
repair_search(struct db *db, struct err *e)
{
	static const enum query q[] = {
		Q_REPAIR_NO_WORDS, Q_REPAIR_NO_DOCS, Q_REPAIR_NO_NAMES,
		Q_REPAIR_NO_TEXTS, Q_REPAIR_NO_PERSON_NAMES,
		Q_REPAIR_NO_PERSON_TEXTS,
	};
	enum status st = run_all(db, q, COUNT_OF(q), e);

	for (int i = 0; i < ENT_MAX && st == ST_OK; i++)
		st = check_each(db, entities[i], words_of, db, e);
	return st;
}

/* One row each, in the order in which they are done. */
static const struct {
	enum status	(*fn)(struct db *, struct err *);
	const char	*done;
} follows[] = {
	{ repair_carried, "days kept with members" },
	{ repair_totals, "kept totals" },
	{ repair_search, "search words" },
};

enum status
repair_follow(struct db *db, void (*fn)(void *arg, const char *done),
    void *arg, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(follows) && st == ST_OK; i++)
		if ((st = follows[i].fn(db, e)) == ST_OK && fn != NULL)
			fn(arg, follows[i].done);
	return st;
}

static enum status
within(struct db *db, void (*fn)(void *arg, const char *done), void *arg,
    struct repaired *r, struct err *e)
{
	enum status st = schema_mend(db, &r->parts, e);

	if (st == ST_OK)
		st = db_run(db, Q_REPAIR_INDEXES, e, "");
	if (st == ST_OK)
		fn(arg, "indexes");
	if (st == ST_OK)
		st = agree_lacking(db, &r->made, e);
	if (st == ST_OK)
		st = agree_references(db, &r->emptied, e);
	if (st == ST_OK)
		st = agree_notes(db, "repaired", &r->noted, e);
	return st == ST_OK ? repair_follow(db, fn, arg, e) : st;
}

enum status
db_repair(struct db *db, void (*fn)(void *arg, const char *done), void *arg,
    struct repaired *r, struct err *e)
{
	enum status st, on;

	*r = (struct repaired){ 0 };
	/* Records may come before what they refer to. */
	if ((st = db_keys(db, false, e)) != ST_OK)
		return st;
	if ((st = db_begin(db, e)) == ST_OK)
		st = db_end(db, within(db, fn, arg, r, e), e);
	on = db_keys(db, true, st == ST_OK ? e : NULL);
	return st != ST_OK ? st : on;
}
