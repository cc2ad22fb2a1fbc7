/* guard.c - SQLite asks here before it prepares a statement.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal is only added to, and tables change only by migration. The
 * triggers of 0001-initial.sql say the first again, for other programs.
 */
#include "base/str.h"
#include "db/inner.h"

static bool
is_journal(const char *table)
{
	return str_ieq(table, "step") || str_ieq(table, "change");
}

/* While a row is in it the triggers let texts change (0006-erase.sql). */
static bool
is_erasing(const char *table)
{
	return str_ieq(table, "journal_erase");
}

/* A column of the journal that holds what somebody typed. */
static bool
is_text(const char *table, const char *column)
{
	return str_in(column, str_ieq(table, "step") ? "label" :
	    "member old new");
}

/* Settings that switch a safeguard off; others may be asked and set. */
static bool
is_safeguard(const char *pragma)
{
	return str_in(pragma, "application_id cell_size_check defer_foreign_keys "
	    "foreign_keys ignore_check_constraints journal_mode "
	    "recursive_triggers schema_version secure_delete synchronous "
	    "trusted_schema user_version writable_schema");
}

int
guard_allow(void *arg, int action, const char *a, const char *b,
    const char *schema, const char *via)
{
	const struct db *db = arg;

	(void)via;
	if (db->open_guard)
		return SQLITE_OK;
	/* Here A is the schema, B the table and SCHEMA perhaps a column. */
	if (action == SQLITE_ALTER_TABLE)
		return a == NULL || str_eq(a, "main") ? SQLITE_DENY : SQLITE_OK;
	if (schema != NULL && !str_eq(schema, "main"))
		return SQLITE_OK;
	switch (action) {
	case SQLITE_UPDATE:
		if (is_journal(a) && !is_text(a, b))
			return SQLITE_DENY;
		return is_journal(a) && !db->erasing ? SQLITE_DENY :
		    SQLITE_OK;
	case SQLITE_DELETE:
		if (is_erasing(a))
			return db->erasing ? SQLITE_OK : SQLITE_DENY;
		return is_journal(a) ? SQLITE_DENY : SQLITE_OK;
	case SQLITE_INSERT:
		return is_erasing(a) && !db->erasing ? SQLITE_DENY :
		    SQLITE_OK;
	case SQLITE_CREATE_INDEX:
	case SQLITE_CREATE_TABLE:
	case SQLITE_CREATE_TRIGGER:
	case SQLITE_CREATE_VIEW:
	case SQLITE_CREATE_VTABLE:
	case SQLITE_DROP_INDEX:
	case SQLITE_DROP_TABLE:
	case SQLITE_DROP_TRIGGER:
	case SQLITE_DROP_VIEW:
	case SQLITE_DROP_VTABLE:
		return SQLITE_DENY;
	case SQLITE_PRAGMA:
		return b != NULL && is_safeguard(a) ? SQLITE_DENY : SQLITE_OK;
	default:
		return SQLITE_OK;
	}
}
