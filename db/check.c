/* check.c - the database against itself: file, references, totals, history.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new check is a row of the table at the end.
 */
#include "db/check.h"

#include "base/buf.h"
#include "base/str.h"
#include "db/check_rows.h"
#include "db/erase.h"
#include "db/row.h"
#include "db/schema.h"
#include "db/store.h"
#include "model/entity.h"
#include "model/id.h"

enum { TOLD_MAX = 50 };		/* findings of one check that are told */

void
check_tell(struct check *c, const char *level, const char *what,
    const struct entity *ent, int64_t id)
{
	char code[ID_CODE];
	struct buf ref;

	c->level = level;
	if (++c->told > TOLD_MAX)
		return;
	buf_init(&ref, BUF_LINE);
	if (ent != NULL && (store_ref(c->db, ent, id, &ref, NULL) != ST_OK ||
	    ref.p[0] == '\0')) {
		id_code(id, code);
		buf_reset(&ref);
		buf_addf(&ref, "%s/%s", ent->id, code);
	}
	c->found(c->arg, level, what, ref.p);
	buf_clear(&ref);
}

/* Tell a sentence for each row: column 0 is an id of ENT. */
static enum status
each_id(struct check *c, struct stmt *st, const char *level, const char *what,
    const struct entity *ent, struct err *e)
{
	enum status s;
	bool more;

	while ((s = db_step(st, &more, e)) == ST_OK && more)
		check_tell(c, level, what, ent, db_int(st, 0));
	return s;
}

/* Unused parts of the file may still have something of who was erased. */
static enum status
check_erased(struct check *c, struct err *e)
{
	bool unfinished;
	int64_t id = 0;
	enum status st = erase_unfinished(c->db, &unfinished, e);

	if (st != ST_OK || !unfinished)
		return st;
	st = db_get_int(c->db, Q_ERASE_NEWEST, 0, &id, e, "");
	if (st == ST_OK)
		check_tell(c, "warning", "an erasure is not finished: erase "
		    "the same person again", entities[ENT_contact], id);
	return st;
}

static enum status
check_file(struct check *c, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_stmt(c->db, Q_CHECK_FILE, &st, e)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more)
		if (!str_eq(db_text(st, 0), "ok"))
			check_tell(c, "error", db_text(st, 0), NULL, 0);
	return s == ST_OK ? check_erased(c, e) : s;
}

struct parts {
	struct check	*c;
	struct err	 refused;	/* the first fault of a table */
};

static enum status
tell_part(void *arg, enum schema_fault fault, const char *type,
    const char *name, const char *sql, struct err *e)
{
	static const char *const is[] = {
		[SCHEMA_MISSING] = "is missing",
		[SCHEMA_OTHER] = "is not as Caseload makes it",
		[SCHEMA_STRANGE] = "is none of Caseload's",
	};
	bool idle = fault == SCHEMA_STRANGE && (str_eq(type, "table") ||
	    str_eq(type, "index"));
	struct parts *p = arg;
	struct buf what;

	(void)sql;
	(void)e;
	if (p->refused.st == ST_OK)
		p->refused.st = schema_refuse(p->c->db, fault, type, name,
		    &p->refused);
	buf_init(&what, BUF_LINE);
	buf_addf(&what, "the %s %s %s", type, name, is[fault]);
	check_tell(p->c, idle ? "warning" : "error", what.p, NULL, 0);
	buf_clear(&what);
	return ST_OK;
}

/* Where a table is missing nothing more can be said of the records. */
static enum status
check_schema(struct check *c, struct err *e)
{
	struct parts p = { .c = c };
	enum status st = schema_compare(c->db, tell_part, &p, e);

	if (st == ST_OK && p.refused.st != ST_OK) {
		st = p.refused.st;
		if (e != NULL)
			*e = p.refused;
	}
	return st;
}

static enum status
check_references(struct check *c, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;
	struct buf what;

	if ((s = db_stmt(c->db, Q_CHECK_REFERENCES, &st, e)) != ST_OK)
		return s;
	buf_init(&what, BUF_LINE);
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		buf_reset(&what);
		buf_addf(&what, "names a %s that is not there (%s)",
		    db_text(st, 2), db_text(st, 0));
		check_tell(c, "error", what.p, entity_find(db_text(st, 0)),
		    db_int(st, 1));
	}
	buf_clear(&what);
	return s;
}

static enum status
check_totals(struct check *c, struct err *e)
{
	static const struct { enum query q; enum entity_no ent; } kinds[] = {
		{ Q_CHECK_TOTAL_SCHOOL, ENT_school },
		{ Q_CHECK_TOTAL_EMPLOYER, ENT_employer },
		{ Q_CHECK_TOTAL_PARTNER, ENT_partner },
	};
	enum status s = ST_OK;

	for (size_t i = 0; i < 3 && s == ST_OK; i++) {
		struct stmt *st;

		if ((s = db_stmt(c->db, kinds[i].q, &st, e)) == ST_OK)
			s = each_id(c, st, "error", "its kept totals differ "
			    "from its encounters", entities[kinds[i].ent], e);
	}
	return s;
}

static enum status
check_lines(struct check *c, struct err *e)
{
	struct stmt *st;
	enum status s = db_stmt(c->db, Q_CHECK_LINES, &st, e);

	return s != ST_OK ? s : each_id(c, st, "warning", "has numbers of a "
	    "school that does not take part", entities[ENT_encounter], e);
}

static enum status
check_steps(struct check *c, struct err *e)
{
	int64_t lost = 0;
	struct buf what;
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_stmt(c->db, Q_CHECK_EMPTY_STEPS, &st, e)) != ST_OK)
		return s;
	buf_init(&what, BUF_LINE);
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		buf_reset(&what);
		buf_addf(&what, "step %s changed nothing", db_text(st, 0));
		check_tell(c, "warning", what.p, NULL, 0);
	}
	if (s == ST_OK)
		s = db_get_int(c->db, Q_CHECK_LOST_STEPS, 0, &lost, e, "");
	if (s == ST_OK && lost > 0) {
		buf_reset(&what);
		buf_addf(&what, "the history lacks %lld step%s",
		    (long long)lost, lost == 1 ? "" : "s");
		check_tell(c, "warning", what.p, NULL, 0);
	}
	buf_clear(&what);
	return s;
}

/* Rows of one set whose carried value is not their record's. */
static enum status
carried_of_set(struct check *c, const struct entity *ent,
    const struct setdef *def, struct err *e)
{
	const char *col = field_col(&ent->fields[set_carried(ent, def)]);
	const char *table = entity_table(ent);
	struct buf sql;
	struct stmt *st;
	enum status s;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT s.%s FROM %s s JOIN %s t ON t.id = s.%s "
	    "WHERE s.%s IS NOT t.%s", table, def->table, table, table,
	    col, col);
	if ((s = db_made(c->db, sql.p, &st, e)) == ST_OK)
		s = each_id(c, st, "error", "a day kept with its members is "
		    "not its own", ent, e);
	buf_clear(&sql);
	return s;
}

static enum status
check_carried(struct check *c, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields; k++) {
			const struct setdef *def = entities[i]->fields[k].set;

			if (st == ST_OK && def != NULL && def->carry != NULL)
				st = carried_of_set(c, entities[i], def, e);
		}
	return st;
}

/* What is said when nothing is wrong, in the order of telling. */
static const struct {
	enum status	(*fn)(struct check *, struct err *);
	const char	*good;
} checks[] = {
	{ check_file, "the file is whole" },
	{ check_schema, "tables, indexes and triggers are there" },
	{ check_references, "references lead to records" },
	{ check_carried, "days kept with members are their records'" },
	{ check_lines, "numbers belong to schools that take part" },
	{ check_totals, "kept totals equal the encounters" },
	{ check_steps, "every step is there and changed something" },
	{ check_records, "history and search know the records" },
};

enum status
db_check(struct db *db, void (*found)(void *arg, const char *level,
    const char *what, const char *ref), void *arg, struct err *e)
{
	struct check c = { .db = db, .found = found, .arg = arg };
	enum status st = ST_OK;
	struct buf more;

	buf_init(&more, BUF_LINE);
	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
		c.told = 0;
		if ((st = checks[i].fn(&c, e)) != ST_OK)
			break;
		if (c.told == 0)
			found(arg, "ok", checks[i].good, "");
		if (c.told <= TOLD_MAX)
			continue;
		buf_reset(&more);
		buf_addf(&more, "and %d more like these", c.told - TOLD_MAX);
		found(arg, c.level, more.p, "");
	}
	buf_clear(&more);
	return st;
}
