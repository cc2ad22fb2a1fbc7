/* test_list_plan.c - what SQLite does for every list there can be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/sample.h"

#include "db/inner.h"
#include "db/list.h"

static struct sample sample;

static int
setup(void **state)
{
	(void)state;
	sample_make(&sample, 3, 12);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	sample_free(&sample);
	return 0;
}

/* Forget what was made, so that what is made next can be looked at. */
static void
forget_made(struct db *db)
{
	for (size_t i = 0; i < DB_MADE; i++) {
		db_finish(&db->made[i].st);
		free(db->made[i].sql);
		db->made[i].sql = NULL;
		db->made[i].used = 0;
	}
}

static void
take_made(struct db *db, struct strs *out)
{
	for (size_t i = 0; i < DB_MADE; i++)
		if (db->made[i].sql != NULL)
			strs_add(out, db->made[i].sql);
}

/* The lines of a statement's plan. */
static void
plan_of(struct db *db, const char *sql, struct strs *out)
{
	char *explain = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	struct stmt *st;
	bool more;

	OK(db_made(db, explain, &st, E));
	for (;;) {
		OK(db_step(st, &more, E));
		if (!more)
			break;
		strs_add(out, db_text(st, 3));
	}
	free(explain);
}

enum {
	MAY_WALK	= 1,	/* along the order's index from its start */
	MAY_SCAN	= 2,	/* row by row */
	MAY_SORT	= 4
};

/* Rows of a virtual table are what an index of its own gives; the others are
 * what a part of the statement made before. */
static bool
is_scan(const char *line)
{
	return str_starts(line, "SCAN ") && strstr(line, "VIRTUAL") == NULL &&
	    strstr(line, "CONSTANT ROW") == NULL &&
	    !str_in(line + 5, "v (subquery-1) (subquery-2) (subquery-3) "
	    "(subquery-4) (subquery-5) (subquery-6) (subquery-7) d w") &&
	    !str_starts(line, "SCAN (");
}

static void
judge(const char *what, const char *sql, unsigned may)
{
	struct strs plan = { 0 };

	if (strstr(sql, "AND (0) AND") != NULL)
		return;		/* what is typed names nothing: no row is read */
	plan_of(sample.db, sql, &plan);
	for (size_t i = 0; i < plan.n; i++) {
		const char *line = plan.v[i];
		bool walk = str_starts(line, "SCAN t USING INDEX") ||
		    str_starts(line, "SCAN t USING COVERING INDEX");
		bool bad = false;

		if (walk)
			bad = !(may & (MAY_WALK | MAY_SCAN));
		else if (is_scan(line))
			bad = !(may & MAY_SCAN);
		/* What one record holds is sorted for its cell. */
		if (str_starts(line, "USE TEMP B-TREE") &&
		    strstr(sql, "group_concat") == NULL)
			bad = !(may & MAY_SORT) &&	/* or a bounded number */
			    strstr(sql, "WHERE t.id IN (SELECT") == NULL &&
			    strstr(sql, "WHERE d.id IN (SELECT") == NULL;
		if (bad)
			fail_msg("%s: %s\nin %s", what, line, sql);
	}
	strs_clear(&plan);
}

/* Read the first and the next page both ways and count; judge all that was
 * asked of the database. */
static void
look_at(struct list_spec *spec, const char *what, unsigned may)
{
	struct db *db = sample.db;
	struct list_page page = { 0 }, next = { 0 };
	struct strs made = { 0 };
	int64_t n;

	forget_made(db);
	for (int forward = 0; forward < 2; forward++) {
		OK(list_read(db, spec, NULL, forward, 2, &page, E));
		if (page.n > 0)
			OK(list_read(db, spec, &page.row[forward ?
			    page.n - 1 : 0], forward, 2, &next, E));
	}
	take_made(db, &made);
	for (size_t i = 0; i < made.n; i++)
		judge(what, made.v[i], may);
	strs_clear(&made);
	forget_made(db);
	OK(list_count(db, spec, 1000, &n, E));
	take_made(db, &made);
	for (size_t i = 0; i < made.n; i++)
		judge(what, made.v[i], may == 0 ? 0 : MAY_SCAN);
	strs_clear(&made);
	list_clear(&page);
	list_clear(&next);
}

static void
list_columns(const struct entity *ent, int *cols, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_LIST)
			cols[(*n)++] = (int)i;
}

static void
every_order_follows_its_index(void **state)
{
	int cols[64];

	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step())
		for (int sort = -1; sort < (int)entities[e]->nfields; sort++)
			for (int desc = 0; desc < 2; desc++) {
				struct list_spec spec = { .ent = entities[e],
					.sort = sort, .desc = desc,
					.cols = cols, .today = sample.today };
				bool indexed = sort < 0 ||
				    list_sort_indexed(entities[e], sort);
				char *what = xasprintf("%s by %s",
				    entities[e]->id, sort < 0 ? "default" :
				    entities[e]->fields[sort].id);

				list_columns(entities[e], cols, &spec.ncols);
				look_at(&spec, what, indexed ? MAY_WALK :
				    MAY_SCAN | MAY_SORT);
				free(what);
			}
}

/* The page after a row is found by a seek, not by walking there. */
static void
the_next_page_is_found_by_a_seek(void **state)
{
	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step())
		for (int sort = -1; sort < (int)entities[e]->nfields; sort++)
			for (int way = 0; way < 4; way++) {
				struct list_spec spec = { .ent = entities[e],
					.sort = sort, .desc = way & 1,
					.today = sample.today };
				struct list_page page = { 0 }, next = { 0 };
				struct strs made = { 0 };
				bool forward = way & 2, seeks = false;
				char *key;

				if (sort >= 0 &&
				    !list_sort_indexed(entities[e], sort))
					continue;
				OK(list_read(sample.db, &spec, NULL, forward,
				    3, &page, E));
				key = page.row[1].key;
				forget_made(sample.db);
				OK(list_read(sample.db, &spec, &page.row[1],
				    forward, 2, &next, E));
				take_made(sample.db, &made);
				for (size_t i = 0; i < made.n; i++) {
					struct strs plan = { 0 };

					plan_of(sample.db, made.v[i], &plan);
					for (size_t k = 0; k < plan.n; k++)
						seeks = seeks || str_starts(
						    plan.v[k],
						    "SEARCH t USING ");
					if (!seeks)
						fail_msg("%s after %s: %s",
						    made.v[i], key, plan.v[0]);
					strs_clear(&plan);
				}
				strs_clear(&made);
				list_clear(&page);
				list_clear(&next);
			}
}

/* Something to type for the field, of which there is at least one. */
static char *
some_value(const struct entity *ent, int field)
{
	const struct field *f = &ent->fields[field];

	if (filter_kind(f) == FK_REF)
		return xstrdup("park");
	if (filter_kind(f) == FK_YEARS)
		return xstrdup("y10");
	if (f->type == FT_SET && f->set->shape == SET_COUNTS)
		return xstrdup("EAL");
	if (f->type == FT_SET && f->set->cols[0].type == FT_CHOICE)
		return xstrdup(f->set->cols[0].choices[0].word);
	switch (f->type) {
	case FT_CHOICE:
		return xstrdup(f->choices[0].word);
	case FT_DATE:
		return xstrdup("2026-11-01");
	case FT_TIME:
		return xstrdup("9:30");
	case FT_YEAR:
		return xstrdup("2026/27");
	case FT_BOOL:
		return xstrdup("yes");
	default:
		return xstrdup(filter_kind(f) == FK_NUMBER ? "5" : "park");
	}
}

/* A field finds its records through an index, or says FF_SLOW. */
static void
every_filter_uses_an_index_or_is_marked_slow(void **state)
{
	static const char *const ops[] = { ":", "<", "<=", ">", ">=" };

	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step())
		for (int i = 0; i < (int)entities[e]->nfields; i++)
			for (size_t op = 0; op < COUNT(ops); op++) {
				const struct field *f = &entities[e]->fields[i];
				char *v = some_value(entities[e], i);
				char *text = xasprintf("%s%s%s", f->id,
				    ops[op], v);
				struct list_spec spec = { .ent = entities[e],
					.sort = -1, .today = sample.today };
				struct filter *filter;
				struct err err;

				if (!(f->flags & FF_SYSTEM) &&
				    filter_parse(entities[e], text,
				    sample.today, &filter, &err) == ST_OK) {
					char *what = xasprintf("%s %s",
					    entities[e]->id, text);

					spec.filter = filter;
					look_at(&spec, what,
					    f->flags & FF_SLOW ?
					    MAY_SCAN : 0);
					free(what);
					filter_free(filter);
				}
				free(text);
				free(v);
			}
}

/* Does TEXT begin a word of LIST? */
static bool
begins_a_word(const char *text, const char *list)
{
	for (const char *w = list; w != NULL && *w != '\0'; w++)
		if ((w == list || strchr(" ,-", w[-1]) != NULL) &&
		    str_istarts(w, text))
			return true;
	return false;
}

/* Does it begin a word of a choice that says what a record of ENT is? */
static bool
says_a_kind(const struct entity *ent, const char *text)
{
	for (size_t i = 0; i < ent->nfields; i++) {
		const struct choice *c = ent->fields[i].choices;

		if (!(ent->fields[i].flags & FF_KIND))
			continue;
		for (; c->word != NULL; c++)
			if (begins_a_word(text, c->word) ||
			    begins_a_word(text, c->label) ||
			    begins_a_word(text, c->also))
				return true;
	}
	return false;
}

static void
bare_words_use_the_indexes(void **state)
{
	static const char *const words[] = { "p", "st", "park",
	    "\"park sch\"", "zzzz", "talk" };

	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step())
		for (size_t i = 0; i < COUNT(words); i++) {
			struct list_spec spec = { .ent = entities[e],
				.sort = -1, .today = sample.today };
			struct filter *filter;

			if (e == ENT_view)
				continue;	/* has no names or texts */
			OK(filter_parse(entities[e], words[i], sample.today,
			    &filter, E));
			spec.filter = filter;
			look_at(&spec, words[i], says_a_kind(entities[e],
			    words[i]) ? MAY_WALK : 0);
			filter_free(filter);
		}
}

static void
mine_uses_the_indexes(void **state)
{
	(void)state;
	for (int e = 0; e < ENT_MAX; e += sample_step()) {
		struct list_spec spec = { .ent = entities[e], .sort = -1,
			.today = sample.today };
		struct filter *filter;
		struct err err;

		if (filter_parse(entities[e], "mine", sample.today, &filter,
		    &err) != ST_OK)
			continue;
		spec.filter = filter;
		look_at(&spec, entities[e]->id, e == ENT_view ||
		    e == ENT_commitment ? MAY_WALK : 0);
		filter_free(filter);
	}
}

/* What is open is little beside what was: it has an index of its own. */
static void
what_is_open_is_read_along_its_index(void **state)
{
	static const struct {
		enum entity_no ent;
		const char *filter, *sort, *index;
	} open[] = {
		{ ENT_encounter, "is:toclose", "date", "encounter_open" },
		{ ENT_visit, "is:toclose", "date", "visit_open" },
		{ ENT_task, "is:late -is:waiting", "due", "task_open" },
		{ ENT_case, "is:week", "due", "case_file_open" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(open); i++) {
		struct list_spec spec = { .ent = entities[open[i].ent],
			.today = sample.today };
		struct filter *filter;
		struct strs made = { 0 };
		bool along = false;
		int64_t n;

		spec.sort = entity_field(spec.ent, open[i].sort);
		OK(filter_parse(spec.ent, open[i].filter, sample.today,
		    &filter, E));
		spec.filter = filter;
		look_at(&spec, open[i].filter, MAY_SCAN);
		forget_made(sample.db);
		OK(list_count(sample.db, &spec, 1000, &n, E));
		take_made(sample.db, &made);
		for (size_t m = 0; m < made.n; m++)
			along = along || (strstr(made.v[m], open[i].index) !=
			    NULL && strstr(made.v[m], "count(*)") != NULL);
		if (!along)
			fail_msg("%s is not read along %s", open[i].filter,
			    open[i].index);
		strs_clear(&made);
		filter_free(filter);
	}
}

/* The encounters of one school in order of date come from the set's index and
 * are not sorted: so their number does not matter. */
static void
one_organisation_needs_no_sorting(void **state)
{
	static const struct { const char *field; enum entity_no ent; } by[] = {
		{ "schools", ENT_school }, { "employers", ENT_employer },
		{ "providers", ENT_partner }, { "cluster", ENT_cluster },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(by); i++) {
		char code[ID_CODE], *text;
		struct list_spec spec = { .ent = entities[ENT_encounter],
			.sort = -1, .today = sample.today };
		struct filter *filter;
		struct strs made = { 0 };
		struct list_page page = { 0 };
		bool drives = false;

		id_code(sample.row[by[i].ent][1]->id, code);
		text = xasprintf("%s:%s since:2020-01-01 type:talk",
		    by[i].field, code);
		OK(filter_parse(spec.ent, text, sample.today, &filter, E));
		spec.filter = filter;
		forget_made(sample.db);
		OK(list_read(sample.db, &spec, NULL, true, 22, &page, E));
		take_made(sample.db, &made);
		for (size_t m = 0; m < made.n; m++) {
			struct strs plan = { 0 };

			plan_of(sample.db, made.v[m], &plan);
			for (size_t k = 0; k < plan.n; k++) {
				drives = drives || str_starts(plan.v[k],
				    "SEARCH d USING ") || str_starts(plan.v[k],
				    "SEARCH t USING INDEX encounter_cluster");
				if (str_starts(plan.v[k], "USE TEMP B-TREE"))
					fail_msg("%s", made.v[m]);
			}
			strs_clear(&plan);
		}
		assert_true(drives);
		strs_clear(&made);
		list_clear(&page);
		filter_free(filter);
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_order_follows_its_index),
		cmocka_unit_test(the_next_page_is_found_by_a_seek),
		cmocka_unit_test(every_filter_uses_an_index_or_is_marked_slow),
		cmocka_unit_test(bare_words_use_the_indexes),
		cmocka_unit_test(mine_uses_the_indexes),
		cmocka_unit_test(what_is_open_is_read_along_its_index),
		cmocka_unit_test(one_organisation_needs_no_sorting),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
