/* test_store.c - every entity in and out of its tables, and of JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include "base/buf.h"
#include "model/row.h"

enum { BASE = 1000000 };	/* ids of the records others refer to */

/* A value every type takes; N makes them differ. */
static void
value_of(const struct field *f, int n, struct buf *out)
{
	int choices = 0;
	char word[64];

	buf_reset(out);
	switch (f->type) {
	case FT_TEXT:
	case FT_OPEN:
		buf_addf(out, "St %s & \xc5\xbdi\xc5\xbekov %d", f->id, n);
		break;
	case FT_NOTE:
		buf_addf(out, "one \"%s\"\n\ttwo %d", f->id, n);
		break;
	case FT_INT:
		buf_addf(out, "%d", 3 + n);
		break;
	case FT_NUM:
		buf_addf(out, "%d%s", 2 + n, n % 3 == 0 ? "" :
		    n % 3 == 1 ? ".5" : ".05");
		break;
	case FT_DATE:
		buf_addf(out, "2026-%02d-%02d", 1 + n % 12, 1 + n % 28);
		break;
	case FT_TIME:
		buf_addf(out, "%02d:30", n % 24);
		break;
	case FT_YEAR:
		buf_addf(out, "20%02d/%02d", 20 + n % 9, 21 + n % 9);
		break;
	case FT_BOOL:
		buf_add(out, n % 2 ? "no" : "yes");
		break;
	case FT_CHOICE:
		while (f->choices[choices].word != NULL)
			choices++;
		buf_add(out, f->choices[n % choices].word);
		break;
	case FT_REF:
	case FT_ANY:
		snprintf(word, sizeof word, "%.*s",
		    (int)strcspn(f->ref, " "), f->ref);
		if (n % 2 && strrchr(f->ref, ' ') != NULL)
			snprintf(word, sizeof word, "%s",
			    strrchr(f->ref, ' ') + 1);
		if (f->type == FT_ANY)
			buf_addf(out, "%s/", word);
		buf_add(out, "0000000000000");
		id_code(BASE + (int)entity_find(word)->no * 10 + n % 2,
		    out->p + out->n - 13);
		break;
	default:
		fail();
	}
}

static void
fill_set(struct row *r, int field, int n)
{
	const struct setdef *def = r->ent->fields[field].set;
	const char *v[16] = { 0 };
	struct buf b[16];

	for (size_t i = 0; i < def->ncols; i++)
		buf_init(&b[i], BUF_LINE);
	for (int m = 0; m < 2; m++) {
		for (size_t i = 0; i < def->ncols; i++) {
			value_of(&def->cols[i], n + m, &b[i]);
			v[i] = b[i].p;
		}
		set_put(row_members(r, field), def, v);
	}
	for (size_t i = 0; i < def->ncols; i++)
		buf_clear(&b[i]);
}

static struct row *
make_row(const struct entity *ent, int64_t id, int n)
{
	struct row *r = row_new(ent);
	struct buf b;

	r->id = id;
	buf_init(&b, BUF_LINE);
	for (int i = 0; (size_t)i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (f->type == FT_SET) {
			fill_set(r, i, n + i);
		} else if ((f->flags & FF_DERIVED) == 0) {
			value_of(f, n + i, &b);
			row_set(r, i, b.p);
		}
	}
	buf_clear(&b);
	return r;
}

static void
same(const struct row *a, const struct row *b)
{
	for (int i = 0; (size_t)i < a->ent->nfields; i++) {
		const struct field *f = &a->ent->fields[i];

		if (row_same(a, b, i) || (f->flags & FF_DERIVED) != 0)
			continue;
		if (f->type == FT_SET)
			fail_msg("%s %s: the sets differ (%zu, %zu)",
			    a->ent->id, f->id, row_members(a, i)->n,
			    row_members(b, i)->n);
		fail_msg("%s %s: \"%s\" is not \"%s\"", a->ent->id, f->id,
		    row_get(a, i), row_get(b, i));
	}
}

/* What references lead to: two of each entity that stands alone. */
static int
setup(void **state)
{
	struct db *db = fresh();

	for (int i = 0; i < ENT_MAX; i++)
		for (int k = 0; k < 2; k++) {
			struct row *r = row_new(entities[i]);
			bool whole = true;

			r->id = BASE + i * 10 + k;
			for (size_t f = 0; f < entities[i]->nfields; f++)
				whole = whole && entities[i]->fields[f].type !=
				    FT_ANY;
			OK(db_begin(db, E));
			OK(db_end(db, whole ? store_insert(db, r, E) : ST_OK,
			    E));
			row_free(r);
		}
	*state = db;
	return 0;
}

static void
reload(struct db *db, const struct row *want)
{
	struct row *got = NULL;

	OK(store_load(db, want->ent, want->id, false, &got, E));
	same(want, got);
	row_free(got);
}

static void
insert(struct db *db, const struct row *r)
{
	OK(db_begin(db, E));
	OK(db_end(db, store_insert(db, r, E), E));
}

static void
update(struct db *db, const struct row *old, const struct row *new)
{
	OK(db_begin(db, E));
	OK(db_end(db, store_update(db, old, new, E), E));
}

static void
every_entity_comes_back_as_it_was(void **state)
{
	struct db *db = *state;

	for (int i = 0; i < ENT_MAX; i++) {
		struct row *a = make_row(entities[i], 500 + i, 0);
		struct row *b = make_row(entities[i], 500 + i, 5);
		struct row *none = row_new(entities[i]);

		insert(db, a);
		reload(db, a);
		assert_true(store_exists(db, entities[i], a->id));
		update(db, a, b);
		reload(db, b);
		update(db, b, a);
		reload(db, a);
		none->id = a->id;
		for (size_t f = 0; f < none->ent->nfields; f++)
			if (none->ent->fields[f].type == FT_ANY)
				row_set(none, (int)f, row_get(a, (int)f));
		update(db, a, none);
		reload(db, none);
		update(db, none, b);
		OK(db_begin(db, E));
		OK(db_end(db, store_delete(db, b, E), E));
		assert_false(store_exists(db, entities[i], a->id));
		insert(db, b);
		reload(db, b);
		OK(db_begin(db, E));
		OK(db_end(db, store_delete(db, b, E), E));
		row_free(a);
		row_free(b);
		row_free(none);
	}
	assert_int_equal(sql_int(db, "SELECT count(*) FROM encounter_year"), 0);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM school_year"), 0);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM employer_year"), 0);
}

static void
json_gives_the_record_back(void **state)
{
	struct db *db = *state;
	struct buf json;

	buf_init(&json, BUF_ROW);
	for (int i = 0; i < ENT_MAX; i++) {
		struct row *a = make_row(entities[i], 700 + i, 3);
		struct row *b = row_new(entities[i]);

		buf_reset(&json);
		row_json(a, &json);
		OK(store_from_json(db, json.p, b, E));
		same(a, b);
		row_free(a);
		row_free(b);
	}
	buf_clear(&json);
}

static void
unknown_names_are_passed_over_and_nonsense_refused(void **state)
{
	const struct entity *ent = entity_find("school");
	struct row *r = row_new(ent);

	OK(store_from_json(*state, "{\"name\":\"A\",\"gone\":\"x\",\"also\":"
	    "[{\"name\":\"B\",\"gone\":1},3,{}],\"lost\":[{\"a\":1}],"
	    "\"note\":null}", r, E));
	assert_string_equal(row_get(r, F_school_name), "A");
	assert_int_equal(row_members(r, F_school_also)->n, 1);
	assert_string_equal(row_get(r, F_school_note), "");
	REFUSED(ST_CORRUPT, store_from_json(*state, "{\"name\":", r, E));
	REFUSED(ST_CORRUPT, store_from_json(*state, "[1]", r, E));
	row_free(r);
}

static void
a_member_comes_back_from_its_key_and_json(void **state)
{
	const struct entity *ent = entity_find("encounter");
	struct row *r = make_row(ent, 1, 0);
	struct buf key, json;

	buf_init(&key, BUF_LINE);
	buf_init(&json, BUF_LINE);
	for (int f = 0; (size_t)f < ent->nfields; f++) {
		const struct setdef *def = ent->fields[f].set;
		struct set *set = ent->fields[f].type == FT_SET ?
		    row_members(r, f) : NULL;

		for (size_t i = 0; set != NULL && i < set->n; i++) {
			struct member m = { xcalloc(def->ncols, sizeof *m.v) };

			buf_reset(&key);
			buf_reset(&json);
			member_key(&set->m[i], def, &key);
			member_json(&set->m[i], def, &json);
			OK(store_member_from_json(*state, def, key.p, json.p,
			    m.v, E));
			assert_true(member_same(&m, &set->m[i], def));
			for (size_t c = 0; c < def->ncols; c++)
				free(m.v[c]);
			OK(store_member_from_json(*state, def, key.p, NULL,
			    m.v, E));
			assert_int_equal(member_cmp_key(&m, &set->m[i], def),
			    0);
			for (size_t c = 0; c < def->ncols; c++)
				free(m.v[c]);
			free(m.v);
		}
	}
	buf_clear(&key);
	buf_clear(&json);
	row_free(r);
}

static void
what_others_refer_to_is_not_taken_out(void **state)
{
	struct db *db = *state;
	struct row *e = make_row(entity_find("encounter"), 900, 0);
	struct row *s = NULL;
	struct err err = { 0 };

	insert(db, e);
	OK(store_load(db, entity_find("school"), BASE, false, &s, E));
	OK(db_begin(db, E));
	expect_status(ST_CONFLICT, db_end(db, store_delete(db, s, &err), &err),
	    &err);
	assert_non_null(strstr(err.text, "encounter/"));
	reload(db, s);
	OK(db_begin(db, E));
	OK(store_delete(db, e, E));
	OK(store_delete(db, s, E));	/* with totals still marked */
	OK(db_end(db, ST_OK, E));
	insert(db, s);
	row_free(e);
	row_free(s);
}

static void
a_reference_to_nothing_is_refused(void **state)
{
	struct db *db = *state;
	struct row *r = row_new(entity_find("roll"));

	r->id = 950;
	row_set_ref(r, F_roll_school, "school", 4711);
	OK(db_begin(db, E));
	REFUSED(ST_CONFLICT, db_end(db, store_insert(db, r, E), E));
	row_set(r, F_roll_school, "");
	row_set(r, F_roll_pupils, "many");
	OK(db_begin(db, E));
	REFUSED(ST_INVALID, db_end(db, store_insert(db, r, E), E));
	assert_false(store_exists(db, r->ent, r->id));
	row_free(r);
}

static void
records_have_titles_and_references(void **state)
{
	struct db *db = *state;
	const struct entity *ent = entity_find("encounter");
	struct row *r = row_new(ent), *s = row_new(entity_find("school"));
	const char *members[2] = { 0 };
	int64_t id = 0;
	struct buf b;

	buf_init(&b, BUF_LINE);
	s->id = 960;
	row_set(s, F_school_name, "Sandmere Park");
	row_set(s, F_school_urn, "136578");
	insert(db, s);
	r->id = 961;
	row_set(r, F_encounter_type, "cv workshop");
	row_set(r, F_encounter_date, "2026-11-09");
	row_set_ref(s, F_school_name, "school", 960);	/* borrow its code */
	members[0] = row_get(s, F_school_name);
	set_put(row_members(r, F_encounter_schools),
	    ent->fields[F_encounter_schools].set, members);
	insert(db, r);
	OK(store_title(db, ent, 961, &b, E));
	assert_string_equal(b.p, "CV workshop, Sandmere Park, 9 Nov 2026");
	buf_reset(&b);
	OK(store_ref(db, s->ent, 960, &b, E));
	assert_string_equal(b.p, "school/136578");
	buf_reset(&b);
	OK(store_ref(db, ent, 961, &b, E));
	assert_string_equal(b.p, "encounter/00000-00000-0Y1");
	buf_reset(&b);
	OK(store_title(db, ent, 4711, &b, E));
	assert_string_equal(b.p, "");
	OK(store_by_key(db, s->ent, "136578", &id, E));
	assert_int_equal(id, 960);
	OK(store_by_key(db, s->ent, "999999", &id, E));
	assert_int_equal(id, 0);
	buf_clear(&b);
	row_free(r);
	row_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_entity_comes_back_as_it_was),
		cmocka_unit_test(json_gives_the_record_back),
		cmocka_unit_test(
		    unknown_names_are_passed_over_and_nonsense_refused),
		cmocka_unit_test(a_member_comes_back_from_its_key_and_json),
		cmocka_unit_test(what_others_refer_to_is_not_taken_out),
		cmocka_unit_test(a_reference_to_nothing_is_refused),
		cmocka_unit_test(records_have_titles_and_references),
	};

	return cmocka_run_group_tests(tests, setup, teardown_db);
}
