/* hostile.c - a database that another program filled with controls and marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/e2e/hostile.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/row.h"
#include "model/tables.h"
#include "tests/e2e/term.h"

const char hostile_text[] = "\001\033_\177\xc2\x80\xc2\x9b\xc2\x9f\xd8\x9c"
    "\xe2\x80\x8e\xe2\x80\x8f\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa\xe2\x80\xae"
    "\xe2\x81\xa6\xe2\x81\xa9\xef\xbb\xbf\xef\xbf\xbe\xc2\xed";

char *
hostile_demo(void)
{
	char *path = test_path(t_home(), "hub.db");

	free(t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    path, "demo", "--schools", "3", "--years", "1", NULL }));
	return path;
}

static const char columns[] =
    "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name)"
    " p WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%'"
    " AND p.type LIKE 'TEXT%' AND m.name NOT IN ('step', 'change', 'meta',"
    " 'user') ORDER BY m.name, p.cid";

static void
fill_column(sqlite3 *db, const char *table, const char *column)
{
	char sql[512];
	sqlite3_stmt *st;

	snprintf(sql, sizeof sql, "UPDATE OR IGNORE \"%s\" SET \"%s\" = ?1 ||"
	    " \"%s\" WHERE typeof(\"%s\") = 'text' AND \"%s\" <> ''", table,
	    column, column, column, column);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL),
	    SQLITE_OK);
	sqlite3_bind_text(st, 1, hostile_text, -1, SQLITE_STATIC);
	(void)sqlite3_step(st);		/* a rule of the table may refuse it */
	sqlite3_finalize(st);
}

static size_t
fill_all(sqlite3 *db)
{
	sqlite3_stmt *each;
	size_t n = 0;

	assert_int_equal(sqlite3_prepare_v2(db, columns, -1, &each, NULL),
	    SQLITE_OK);
	while (sqlite3_step(each) == SQLITE_ROW) {
		fill_column(db, (const char *)sqlite3_column_text(each, 0),
		    (const char *)sqlite3_column_text(each, 1));
		n += sqlite3_changes(db) > 0;
	}
	sqlite3_finalize(each);
	return n;
}

static bool
is_free(const struct field *f)
{
	return (f->type == FT_TEXT || f->type == FT_NOTE ||
	    f->type == FT_OPEN) && f->check == NULL &&
	    !(f->flags & (FF_DERIVED | FF_KEY));
}

static size_t
fill_set(sqlite3 *db, const struct setdef *set)
{
	size_t n = 0;

	for (size_t i = 0; i < set->ncols; i++)
		if (is_free(&set->cols[i])) {
			fill_column(db, set->table, field_col(&set->cols[i]));
			n += sqlite3_changes(db) > 0;
		}
	return n;
}

static size_t
fill_free(sqlite3 *db)
{
	size_t n = 0;

	for (int i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields; k++) {
			const struct field *f = &entities[i]->fields[k];

			if (f->type == FT_SET && f->set != NULL &&
			    !(f->flags & FF_DERIVED)) {
				n += fill_set(db, f->set);
			} else if (is_free(f)) {
				fill_column(db, entity_table(entities[i]),
				    field_col(f));
				n += sqlite3_changes(db) > 0;
			}
		}
	return n;
}

/* The newest step of all: who, where, what about, from what to what. */
static void
fill_history(sqlite3 *db)
{
	static const char step[] = "INSERT INTO step(id, at, user, node, label)"
	    " SELECT max(id) + 1, max(at), ?1, ?1, ?1 FROM step";
	static const char change[] = "INSERT INTO change(step, entity, row,"
	    " field, old, new) SELECT (SELECT max(seq) FROM step), 'school',"
	    " id, 'note', ?1 || 'a', ?1 || 'b' FROM school LIMIT 1";
	const char *const sql[] = { step, change };
	sqlite3_stmt *st;

	for (size_t i = 0; i < COUNT(sql); i++) {
		assert_int_equal(sqlite3_prepare_v2(db, sql[i], -1, &st, NULL),
		    SQLITE_OK);
		sqlite3_bind_text(st, 1, hostile_text, -1, SQLITE_STATIC);
		assert_int_equal(sqlite3_step(st), SQLITE_DONE);
		sqlite3_finalize(st);
	}
}

size_t
hostile_fill(const char *path, bool all)
{
	sqlite3 *db;
	size_t n;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN", NULL, NULL, NULL),
	    SQLITE_OK);
	n = all ? fill_all(db) : fill_free(db);
	if (!all)
		fill_history(db);
	assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	return n;
}
