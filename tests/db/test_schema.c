/* test_schema.c - the tables agree with the field tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include <inttypes.h>

#include "base/buf.h"

struct column {
	const char	*type;
	bool		 notnull;
};

static struct column
wanted(const struct field *f)
{
	switch (f->type) {
	case FT_INT:
	case FT_REF:
	case FT_ANY:
		return (struct column){ "INTEGER", false };
	case FT_NUM:
		return (struct column){ "REAL", false };
	case FT_DATE:
		return (struct column){ "TEXT", false };
	default:
		return (struct column){ "TEXT", true };
	}
}

/* One text cell of a query with parameters; freed by the caller. */
static char *
ask(struct db *db, const char *sql, const char *a, const char *b)
{
	struct stmt *st;
	bool more;
	char *s = NULL;

	OK(db_made(db, sql, &st, E));
	OK(db_bind_text(st, 1, a, E));
	if (b != NULL)
		OK(db_bind_text(st, 2, b, E));
	OK(db_step(st, &more, E));
	if (more)
		s = xstrdup(db_text(st, 0));
	db_done(st);
	return s;
}

static void
column_is(struct db *db, const char *table, const char *col,
    const struct field *f, const char *ref)
{
	struct column want = wanted(f);
	char *have = ask(db, "SELECT type || \"notnull\" FROM "
	    "pragma_table_info(?1) WHERE name = ?2", table, col);
	char *like = xasprintf("%s%d", want.type, want.notnull);

	if (have == NULL)
		fail_msg("write a migration: ALTER TABLE %s ADD COLUMN %s "
		    "%s%s%s%s;", table, col, want.type,
		    want.notnull ? " NOT NULL DEFAULT ''" : "",
		    ref[0] != '\0' ? " REFERENCES " : "", ref);
	if (!str_eq(have, like))
		fail_msg("%s.%s is %s, not %s", table, col, have, like);
	free(have);
	free(like);
}

static void
refers(struct db *db, const char *table, const char *col, const char *to)
{
	char *have = ask(db, "SELECT \"table\" || on_delete FROM "
	    "pragma_foreign_key_list(?1) WHERE \"from\" = ?2", table, col);
	char *want = xasprintf("%sNO ACTION", to);

	if (!str_eq(have, want))
		fail_msg("%s.%s refers to %s, not to %s", table, col,
		    have ? have : "nothing", want);
	free(have);
	free(want);
}

static bool
has_index(struct db *db, const char *table, const char *col)
{
	char *name = ask(db, "SELECT l.name FROM pragma_index_list(?1) l, "
	    "pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = ?2",
	    table, col);
	bool is = name != NULL;

	free(name);
	return is;
}

/* The words of REFS, one after the other. */
static void
each_column(const struct field *f, void (*fn)(void *, const char *col,
    const char *to), void *arg)
{
	struct strs to = { 0 };
	char *col;

	if (f->type != FT_ANY) {
		fn(arg, field_col(f), f->type == FT_REF ?
		    entity_table(entity_find(f->ref)) : "");
		return;
	}
	str_words(&to, f->ref);
	for (size_t i = 0; i < to.n; i++) {
		col = xasprintf("%s_%s", field_col(f), to.v[i]);
		fn(arg, col, entity_table(entity_find(to.v[i])));
		free(col);
	}
	strs_clear(&to);
}

struct check {
	struct db		*db;
	const char		*table;
	const struct field	*f;
	size_t			 n;
};

static void
check_column(void *arg, const char *col, const char *to)
{
	struct check *c = arg;

	column_is(c->db, c->table, col, c->f, to);
	if (to[0] != '\0')
		refers(c->db, c->table, col, to);
	c->n++;
}

static void
every_field_has_its_column(void **state)
{
	struct check c = { .db = *state };

	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];
		char *n;

		c.table = entity_table(ent);
		c.n = 1;	/* id */
		for (size_t k = 0; k < ent->nfields; k++) {
			c.f = &ent->fields[k];
			if (c.f->type != FT_SET &&
			    (c.f->flags & FF_DERIVED) == 0)
				each_column(c.f, check_column, &c);
		}
		n = ask(c.db, "SELECT count(*) FROM pragma_table_info(?1)",
		    c.table, NULL);
		if (strtoul(n, NULL, 10) != c.n)
			fail_msg("%s has %s columns, not %zu", ent->id, n, c.n);
		free(n);
	}
}

/* Lines by school within an encounter have no reference of their own: its
 * index would cost more than the line (0001-initial.sql). */
static bool
is_line(const struct setdef *def)
{
	return def->shape == SET_YEARS || def->shape == SET_COUNTS;
}

static void
set_agrees(struct db *db, const struct entity *ent, const struct setdef *def)
{
	char *keys, *want;
	struct buf b;

	refers(db, def->table, entity_table(ent), entity_table(ent));
	buf_init(&b, BUF_LINE);
	buf_add(&b, entity_table(ent));
	for (size_t i = 0; i < def->ncols; i++) {
		const struct field *f = &def->cols[i];
		const char *col = field_col(f);

		if (i < def->nkeys) {
			buf_addf(&b, " %s", col);
			want = ask(db, "SELECT type FROM pragma_table_info(?1) "
			    "WHERE name = ?2", def->table, col);
			if (!str_eq(want, wanted(f).type))
				fail_msg("%s.%s is %s", def->table, col,
				    want ? want : "not there");
			free(want);
		} else {
			column_is(db, def->table, col, f, "");
		}
		if (f->type == FT_REF && !is_line(def)) {
			refers(db, def->table, col,
			    entity_table(entity_find(f->ref)));
			assert_true(has_index(db, def->table, col));
		}
	}
	keys = ask(db, "SELECT group_concat(name, ' ') FROM (SELECT name FROM "
	    "pragma_table_info(?1) WHERE pk > 0 ORDER BY pk)", def->table,
	    NULL);
	assert_string_equal(keys, b.p);
	free(keys);
	buf_clear(&b);
	if (def->carry != NULL)
		column_is(db, def->table, field_col(&ent->fields[
		    entity_field(ent, def->carry)]),
		    &ent->fields[entity_field(ent, def->carry)], "");
}

static void
every_set_has_its_table(void **state)
{
	int sets = 0;

	for (int i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields; k++)
			if (entities[i]->fields[k].type == FT_SET) {
				set_agrees(*state, entities[i],
				    entities[i]->fields[k].set);
				sets++;
			}
	assert_true(sets > 10);
}

static void
every_sort_and_key_has_an_index(void **state)
{
	for (int i = 0; i < ENT_MAX; i++)
		for (size_t k = 0; k < entities[i]->nfields; k++) {
			const struct field *f = &entities[i]->fields[k];
			const char *table = entity_table(entities[i]);

			if ((f->flags & (FF_SORT | FF_KEY)) != 0 &&
			    !has_index(*state, table, field_col(f)))
				fail_msg("write a migration: CREATE INDEX "
				    "%s_%s ON %s(%s);", table, field_col(f),
				    table, field_col(f));
		}
}

static void
every_derived_field_and_title_has_its_sql(void **state)
{
	(void)state;
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];

		assert_non_null(db_fragment("TITLE", ent->id, NULL));
		for (size_t k = 0; k < ent->nfields; k++)
			if ((ent->fields[k].flags & FF_DERIVED) != 0 &&
			    db_fragment("DERIVED", ent->id,
			    ent->fields[k].id) == NULL)
				fail_msg("db/queries/derived.sql needs %s %s",
				    ent->id, ent->fields[k].id);
	}
}

static void
tables_are_strict_and_references_indexed(void **state)
{
	struct db *db = *state;
	char *bad = sql_text(db, "SELECT group_concat(name) FROM "
	    "pragma_table_list WHERE schema = 'main' AND type = 'table' "
	    "AND strict = 0 AND name NOT LIKE 'sqlite%'");

	assert_string_equal(bad, "");
	free(bad);
	bad = sql_text(db,
	    "SELECT t.name || '.' || f.\"from\" "
	    "  FROM pragma_table_list t, pragma_foreign_key_list(t.name) f "
	    " WHERE t.schema = 'main' AND NOT EXISTS ("
	    "       SELECT 1 FROM pragma_index_list(t.name) l, "
	    "              pragma_index_info(l.name) i "
	    "        WHERE i.seqno = 0 AND i.name = f.\"from\")");
	assert_string_equal(bad, "-");
	free(bad);
}

static void
the_empty_database_is_sound(void **state)
{
	char *s = sql_text(*state, "PRAGMA integrity_check");

	assert_string_equal(s, "ok");
	free(s);
	assert_int_equal(sql_int(*state, "PRAGMA foreign_keys"), 1);
	assert_int_equal(sql_int(*state, "PRAGMA recursive_triggers"), 1);
	assert_int_equal(sql_int(*state, "PRAGMA secure_delete"), 1);
	assert_int_equal(sql_int(*state, "PRAGMA trusted_schema"), 0);
	assert_int_equal(sql_int(*state, "PRAGMA synchronous"), 2);
	assert_int_equal(sql_int(*state, "PRAGMA user_version"),
	    migration_count);
}

static uint64_t
fingerprint(const char *s)
{
	uint64_t h = 0xcbf29ce484222325;	/* FNV-1a */

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001b3;
	return h;
}

/* Files made by an earlier program have run it as it was: what is to change
 * goes into a migration of its own. A new one gets its row here. */
static void
a_migration_never_changes(void **state)
{
	static const uint64_t known[] = {
		0x32edd605513ceaf7, 0x1f3f733eb05f2d8c,
		0x8fb290aac41daafa, 0xa148e24d5199b417,
		0x40aaaeb112a3a6ae, 0xb8fb541b64217cef,
		0xd6881952dcc07ac3,
	};

	(void)state;
	assert_int_equal(migration_count, COUNT(known));
	for (int i = 0; i < migration_count; i++)
		if (fingerprint(migration_table[i].sql) != known[i])
			fail_msg("migration %d is not what it was: 0x%016"
			    PRIx64, i + 1, fingerprint(migration_table[i].sql));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_has_its_column),
		cmocka_unit_test(every_set_has_its_table),
		cmocka_unit_test(every_sort_and_key_has_an_index),
		cmocka_unit_test(every_derived_field_and_title_has_its_sql),
		cmocka_unit_test(tables_are_strict_and_references_indexed),
		cmocka_unit_test(the_empty_database_is_sound),
		cmocka_unit_test(a_migration_never_changes),
	};

	return cmocka_run_group_tests(tests, setup_fresh, teardown_db);
}
