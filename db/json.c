/* json.c - records and members out of the journal's JSON, read by SQLite.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"

static int
set_col(const struct setdef *def, const char *id)
{
	for (size_t i = 0; i < def->ncols; i++)
		if (str_eq(def->cols[i].id, id))
			return (int)i;
	return -1;
}

static void
put_member(struct set *set, const struct setdef *def, struct strs *cells)
{
	set_put(set, def, (const char *const *)cells->v);
	strs_clear(cells);
}

static enum status
read_members(struct db *db, const char *json, const struct setdef *def,
    struct set *set, struct err *e)
{
	struct strs cells = { 0 };
	struct stmt *st;
	enum status s;
	int64_t at = -1;
	bool more;
	int col;

	if ((s = db_stmt(db, Q_JSON_MEMBERS, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "s", json)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		if (db_int(st, 0) != at && cells.n > 0)
			put_member(set, def, &cells);
		at = db_int(st, 0);
		while (cells.n < def->ncols)
			strs_add(&cells, "");
		if ((col = set_col(def, db_text(st, 1))) < 0)
			continue;
		free(cells.v[col]);
		cells.v[col] = xstrdup(db_text(st, 2));
	}
	if (s == ST_OK && cells.n > 0)
		put_member(set, def, &cells);
	strs_clear(&cells);
	return s;
}

/* The fields first, because their statement must end before the members'. */
static enum status
read_fields(struct db *db, const char *json, struct row *r,
    struct strs *set_ids, struct strs *set_json, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_stmt(db, Q_JSON_FIELDS, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "s", json)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		const char *id = db_text(st, 0);
		int f = entity_field(r->ent, id);

		if (f < 0)
			continue;
		if (r->ent->fields[f].type == FT_SET) {
			strs_add(set_ids, id);
			strs_add(set_json, db_text(st, 1));
		} else {
			row_set(r, f, db_text(st, 1));
		}
	}
	return s;
}

static enum status
valid(struct db *db, const char *json, struct err *e)
{
	int64_t good;
	enum status st = db_get_int(db, Q_JSON_VALID, 0, &good, e, "s", json);

	if (st == ST_OK && !good)
		st = err_set(e, ST_CORRUPT, "the history holds a record that "
		    "cannot be read: run caseload check");
	return st;
}

enum status
store_from_json(struct db *db, const char *json, struct row *r, struct err *e)
{
	struct strs ids = { 0 }, texts = { 0 };
	enum status st = valid(db, json, e);

	if (st == ST_OK)
		st = read_fields(db, json, r, &ids, &texts, e);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		int f = entity_field(r->ent, ids.v[i]);

		st = read_members(db, texts.v[i], r->ent->fields[f].set,
		    row_members(r, f), e);
	}
	strs_clear(&ids);
	strs_clear(&texts);
	return st;
}

/* "CODE/y10": the last key may itself hold a stroke. */
static void
split_key(const struct setdef *def, const char *key, char **v)
{
	for (size_t i = 0; i < def->nkeys; i++) {
		size_t n = i + 1 < def->nkeys ? strcspn(key, "/") : strlen(key);

		v[i] = xstrndup(key, n);
		key += n + (key[n] == '/');
	}
}

enum status
store_member_from_json(struct db *db, const struct setdef *def,
    const char *key, const char *json, char **v, struct err *e)
{
	char **cells = xcalloc(def->ncols, sizeof *cells);
	struct stmt *st;
	enum status s = ST_OK;
	bool more = true;
	int col;

	split_key(def, key, cells);
	for (size_t i = def->nkeys; i < def->ncols; i++)
		cells[i] = xstrdup("");
	if (json != NULL && (s = valid(db, json, e)) == ST_OK &&
	    (s = db_stmt(db, Q_JSON_FIELDS, &st, e)) == ST_OK &&
	    (s = db_bindf(st, e, "s", json)) == ST_OK) {
		while ((s = db_step(st, &more, e)) == ST_OK && more) {
			col = set_col(def, db_text(st, 0));
			if (col < (int)def->nkeys)
				continue;
			free(cells[col]);
			cells[col] = xstrdup(db_text(st, 1));
		}
	}
	for (size_t i = 0; i < def->ncols; i++) {
		if (s == ST_OK)
			v[i] = cells[i];
		else
			free(cells[i]);
	}
	free(cells);
	return s;
}
