/* migrate.c - make or update the tables, in one transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Foreign keys are off while tables are rebuilt (the setting does nothing
 * inside a transaction) and checked before the commit.
 */
#include <stdio.h>

#include "base/clock.h"
#include "db/inner.h"
#include "model/id.h"

static enum status
first_row(struct db *db, const char *sql, bool *any, int64_t *value,
    struct err *e)
{
	struct stmt st = { 0 };
	enum status s;

	if ((s = db_prepare(db, sql, sql, &st, e)) != ST_OK)
		return s;
	if ((s = db_step(&st, any, e)) == ST_OK && *any)
		*value = db_int(&st, 0);
	db_finish(&st);
	return s;
}

static enum status
apply(struct db *db, const struct migration_def *m, struct err *e)
{
	char sql[64];
	enum status st;

	if ((st = db_exec(db, m->sql, e)) != ST_OK)
		return err_prefix(e, "migration %d %s: ", m->version, m->name);
	snprintf(sql, sizeof sql, "PRAGMA user_version = %d", m->version);
	return db_exec(db, sql, e);
}

/* The name by which this file's steps are known elsewhere. */
static enum status
name_node(struct db *db, struct err *e)
{
	char code[ID_CODE];
	uint32_t chance = 0;
	int64_t known;
	enum status st;

	if ((st = db_get_int(db, Q_META_KNOWS, 0, &known, e, "s", "node")) !=
	    ST_OK || known)
		return st;
	if (!clock_is_fixed())
		sqlite3_randomness(sizeof chance, &chance);
	id_code(id_make(clock_ms(), chance, 0), code);
	return db_run(db, Q_META_SET, e, "ss", "node", code);
}

static enum status
within(struct db *db, struct err *e)
{
	int64_t version = 0, row;
	enum status st;
	bool any;

	/* Somebody may have done it while we waited. */
	if ((st = first_row(db, "PRAGMA user_version", &any, &version, e)) !=
	    ST_OK)
		return st;
	for (int i = (int)version; i < migration_count; i++)
		if ((st = apply(db, &migration_table[i], e)) != ST_OK)
			return st;
	if ((st = first_row(db, "PRAGMA foreign_key_check", &any, &row, e)) !=
	    ST_OK)
		return st;
	if (any)
		return err_set(e, ST_CORRUPT, "%s: records name others that "
		    "are not there; run caseload check with the program that "
		    "wrote it", db->path);
	return name_node(db, e);
}

enum status
migrate_run(struct db *db, struct err *e)
{
	enum status st, on;

	if ((st = db_keys(db, false, e)) != ST_OK)
		return st;
	if ((st = db_begin(db, e)) == ST_OK)
		st = db_end(db, within(db, e), e);
	on = db_keys(db, true, st == ST_OK ? e : NULL);
	return st != ST_OK ? st : on;
}
