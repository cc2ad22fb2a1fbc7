/* test_demo.c - the demonstration: the same twice, everything in it, nothing
 * against the rules, and gone with one undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/admin.h"
#include "app/demo.h"
#include "app/demo_int.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "tests/app/demo_walk.h"

static void
the_same_seed_makes_the_same_records_and_another_does_not(void **state)
{
	struct app a, b, c;
	char *one, *two, *three;

	(void)state;
	world_open(&a);
	world_open(&b);
	world_open(&c);
	demo_world_fill(&a, 0);
	demo_world_fill(&b, 1);
	demo_world_fill(&c, 2);
	one = world_dump(&a);
	two = world_dump(&b);
	three = world_dump(&c);
	assert_true(strlen(one) > 100000);
	assert_true(strcmp(one, two) == 0);	/* too long to print */
	assert_true(strcmp(one, three) != 0);
	free(one);
	free(two);
	free(three);
	world_close(&a);
	world_close(&b);
	world_close(&c);
}

static void
note_use(struct demo_walk *w, struct row *r)
{
	for (size_t i = 0; i < r->ent->nfields; i++)
		w->used[i] = w->used[i] || !row_is_empty(r, (int)i);
}

/* Rights are of a hub: whoever tries the demonstration may do all. */
static bool
is_right(const struct entity *ent, size_t f)
{
	return ent->no == ENT_user && (f == F_user_role ||
	    f == F_user_disabled);
}

static void
every_field_is_used_by_some_record(void **state)
{
	struct app app;
	struct demo_walk w = { .app = &app, .fn = note_use };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];

		w.used = xcalloc(ent->nfields, sizeof *w.used);
		demo_walk_entity(&w, ent);
		for (size_t f = 0; f < ent->nfields; f++)
			if (!w.used[f] && !is_right(ent, f) &&
			    !(ent->fields[f].flags & FF_SYSTEM))
				fail_msg("no %s has a %s", ent->id,
				    ent->fields[f].id);
		free(w.used);
	}
	world_close(&app);
}

static void
note_choices(struct demo_walk *w, struct row *r)
{
	for (int i = 0; encounter_types[i].word != NULL; i++)
		if (row_is(r, F_encounter_type, encounter_types[i].word))
			w->types[i] = 1;
	for (int i = 0; encounter_statuses[i].word != NULL; i++)
		if (row_is(r, F_encounter_status, encounter_statuses[i].word))
			w->statuses[i] = 1;
}

static void
every_type_and_status_of_encounter_occurs(void **state)
{
	struct app app;
	char types[64] = { 0 }, statuses[16] = { 0 };
	struct demo_walk w = { .app = &app, .fn = note_choices, .types = types,
	    .statuses = statuses };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	demo_walk_entity(&w, entities[ENT_encounter]);
	assert_in_range(w.n, 1300, 2000);	/* 13 a school and year */
	for (int i = 0; encounter_types[i].word != NULL; i++)
		if (!types[i])
			fail_msg("no %s", encounter_types[i].word);
	for (int i = 0; encounter_statuses[i].word != NULL; i++)
		if (!statuses[i])
			fail_msg("none is %s", encounter_statuses[i].word);
	world_close(&app);
}

/* Delivered ones since ticks are asked for: meaningful, and not. */
static void
note_meaningful(struct demo_walk *w, struct row *r)
{
	const char *for_these = row_get(r,
	    entity_field(r->ent, "meaningful"));
	const struct set *bms = row_members(r, F_encounter_benchmarks);

	if (!row_is(r, F_encounter_status, "delivered") ||
	    strcmp(row_get(r, F_encounter_date), "2025-09-01") < 0)
		return;
	for (size_t i = 0; i < bms->n; i++) {
		int bm = bms->m[i].v[0][0] - '0';

		if (strchr(for_these, '0' + bm) != NULL)
			w->types[bm] += w->types[bm] < 100;
		else
			w->statuses[bm] = 1;
	}
}

static void
some_encounters_of_each_benchmark_are_meaningful(void **state)
{
	struct app app;
	char yes[9] = { 0 }, no[9] = { 0 };
	struct demo_walk w = { .app = &app, .fn = note_meaningful, .types = yes,
	    .statuses = no };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	demo_walk_entity(&w, entities[ENT_encounter]);
	for (int bm = 5; bm <= 7; bm++)
		if (yes[bm] < 5 || !no[bm])
			fail_msg("BM%d: %d meaningful", bm, yes[bm]);
	world_close(&app);
}

/* Official results: first of each school and of the last year, one mark a
 * framework. */
struct results {
	struct demo_walk	 w;
	bool		 seen[2];
	double		 first, last;	/* benchmarks achieved, in all */
	int		 nfirst, nlast;
};

static void
note_result(struct demo_walk *w, struct row *r)
{
	struct results *a = (struct results *)w;
	int achieved = (int)row_int(r, entity_field(r->ent, "achieved"), -1);
	int day = row_day(r, F_assessment_date);

	if (!row_is(r, F_assessment_source, "compass"))
		return;
	a->seen[row_is(r, F_assessment_framework, "G2024")] = true;
	if (!row_is_empty(r, F_assessment_summary)) {
		a->first += achieved;
		a->nfirst++;
	} else if (day > w->app->today - 300) {
		a->last += achieved;
		a->nlast++;
	}
}

static void
official_results_get_better_and_some_schools_have_none(void **state)
{
	struct app app;
	struct results a = { .w = { .app = &app, .fn = note_result } };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	demo_walk_entity(&a.w, entities[ENT_assessment]);
	assert_true(a.seen[0] && a.seen[1]);
	assert_in_range(a.nfirst, 25, 36);	/* of forty schools */
	if (a.first < 1.5 * a.nfirst || a.first > 2.5 * a.nfirst)
		fail_msg("%f at first", a.first / a.nfirst);
	if (a.last < 4 * a.nlast || a.last > 5.5 * a.nlast)
		fail_msg("%f after three years", a.last / a.nlast);
	world_close(&app);
}

/* What the screens of the programme are there for, of some school each. */
static void
the_programme_has_what_life_has(void **state)
{
	static const char *const there[] = {
		"school", "is:waiting",
		"school", "stage:matched",
		"school", "governor: -leader:",
		"membership", "place:yes",
		"membership", "stage:waiting -waiting_for:",
		"role", "role:\"link governor\" to<today",
		"coordinator", "note:handed to<today",
		"coordinator", "note:share to:",
		"fact", "fact:budget checked>=2026-09-01",
		"assessment", "setting:special source:compass",
		"assessment", "setting:special source:self-assessment bm8>0",
		"assessment", "setting:college source:self-assessment bm8>0",
		"assessment", "source:self-assessment framework:G2014",
		/* half-way: nothing said of the last ones */
		"assessment", "source:self-assessment bm1>0 bm8:",
	};
	struct app app;

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	for (size_t i = 0; i < COUNT(there); i += 2)
		if (demo_count(&app, there[i], there[i + 1]) == 0)
			fail_msg("no %s %s", there[i], there[i + 1]);
	assert_int_equal(demo_count(&app, "deliverable", "left<0"), 0);
	world_close(&app);
}

/* As record_add checks it, and again as it came back from the disk. */
static void
check_rules(struct demo_walk *w, struct row *r)
{
	struct err e = { 0 };

	(void)w;
	for (size_t i = 0; i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		struct parse p = { .today = w->app->today };
		struct buf b;

		if ((f->flags & FF_REQUIRED) && row_is_empty(r, (int)i))
			fail_msg("a %s without %s", r->ent->id, f->id);
		if (f->type == FT_SET || f->type == FT_REF ||
		    f->type == FT_ANY || (f->flags & FF_DERIVED))
			continue;
		buf_init(&b, BUF_ROW);
		if (field_parse(f, row_get(r, (int)i), &p, &b, &e) != ST_OK)
			fail_msg("%s: %s", r->ent->id, e.text);
		if (!row_is(r, (int)i, b.p))
			fail_msg("%s: %s is \"%s\", not \"%s\"", r->ent->id,
			    f->id, row_get(r, (int)i), b.p);
		buf_clear(&b);
	}
	if (r->ent->check != NULL && r->ent->check(r, &e) != ST_OK)
		fail_msg("%s: %s", r->ent->id, e.text);
}

static void
no_record_breaks_a_rule_and_check_is_clean(void **state)
{
	struct app app;
	struct demo_walk w = { .app = &app, .fn = check_rules };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	for (int i = 0; i < ENT_MAX; i++)
		demo_walk_entity(&w, entities[i]);
	assert_true(w.n > 2500);
	world_is_whole(&app);
	world_close(&app);
}

static void
one_undo_leaves_nothing_and_it_can_be_made_again(void **state)
{
	struct app app;
	struct undo_report rep = { 0 };
	struct demo_opts o = { 0 };
	struct err e = { 0 };
	char *all, *again;

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	all = world_dump(&app);
	assert_int_equal(demo_fill(&app, &o, &e), ST_CONFLICT);
	assert_non_null(strstr(e.text, "empty"));

	must(undo_step(&app, 0, false, false, false, &rep, &e), &e);
	undo_report_clear(&rep);
	again = world_dump(&app);
	assert_string_equal(again, "");
	free(again);
	must(redo_step(&app, &rep, &e), &e);
	undo_report_clear(&rep);
	again = world_dump(&app);
	assert_true(strcmp(all, again) == 0);
	free(again);

	must(undo_step(&app, 0, false, false, false, &rep, &e), &e);
	undo_report_clear(&rep);
	demo_world_fill(&app, 0);
	again = world_dump(&app);
	assert_true(strcmp(all, again) == 0);
	free(again);
	free(all);
	world_close(&app);
}

static bool
stop_at_once(void *arg, uint64_t done, uint64_t total)
{
	(void)total;
	++*(int *)arg;
	return done > 1000;
}

static void
stopping_leaves_nothing(void **state)
{
	struct app app;
	int calls = 0;
	struct demo_opts o = { .progress = stop_at_once, .arg = &calls };
	struct err e = { 0 };
	char *all;

	(void)state;
	world_open(&app);
	assert_int_equal(demo_fill(&app, &o, &e), ST_INTERRUPTED);
	assert_in_range(calls, 3, 5);
	all = world_dump(&app);
	assert_string_equal(all, "");
	free(all);
	world_close(&app);
}

/* One school is enough, and the cast may be cut anywhere. */
static void
few_schools_are_as_good(void **state)
{
	static const int few[] = { 1, 3, 13, DEMO_CAST };

	(void)state;
	for (size_t i = 0; i < COUNT(few); i++) {
		struct app app;
		struct demo_opts o = { .schools = few[i], .years = 1 };
		struct err e = { 0 };

		world_open(&app);
		must(demo_fill(&app, &o, &e), &e);
		world_is_whole(&app);
		world_close(&app);
	}
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
sixty_thousand_names_are_different(void **state)
{
	struct strs names = { 0 };
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (int i = 0; i < DEMO_NAMES; i++) {
		buf_reset(&b);
		demo_place(i, &b);
		strs_add(&names, b.p);
	}
	for (int i = 0; i < 4 * 60000; i++) {
		buf_reset(&b);
		demo_firm(i, &b);
		strs_add(&names, b.p);
	}
	buf_clear(&b);
	qsort(names.v, names.n, sizeof names.v[0], by_text);
	for (size_t i = 1; i < names.n; i++)
		if (strcmp(names.v[i - 1], names.v[i]) == 0)
			fail_msg("twice: %s", names.v[i]);
	strs_clear(&names);
}

/* The names the examples use each mean one record. */
static void
the_cast_is_there(void **state)
{
	static const char *const known[] = { "school/900123",
	    "Sandmere Park Academy", "school/900131", "Harbour UTC", "cluster/tech-east",
	    "Tech East" };
	struct app app;
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	for (size_t i = 0; i < COUNT(known); i += 2) {
		char *slash = strchr(known[i], '/');
		char *ent = xstrndup(known[i], (size_t)(slash - known[i]));
		int64_t id;
		char *name;

		must(store_by_key(app.db, entity_find(ent), slash + 1, &id,
		    &e), &e);
		name = world_get(&app, ent, id, "name");
		assert_string_equal(name, known[i + 1]);
		free(name);
		free(ent);
	}
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_same_seed_makes_the_same_records_and_another_does_not),
		cmocka_unit_test(every_field_is_used_by_some_record),
		cmocka_unit_test(every_type_and_status_of_encounter_occurs),
		cmocka_unit_test(
		    official_results_get_better_and_some_schools_have_none),
		cmocka_unit_test(the_programme_has_what_life_has),
		cmocka_unit_test(
		    some_encounters_of_each_benchmark_are_meaningful),
		cmocka_unit_test(no_record_breaks_a_rule_and_check_is_clean),
		cmocka_unit_test(
		    one_undo_leaves_nothing_and_it_can_be_made_again),
		cmocka_unit_test(stopping_leaves_nothing),
		cmocka_unit_test(few_schools_are_as_good),
		cmocka_unit_test(sixty_thousand_names_are_different),
		cmocka_unit_test(the_cast_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
