/* test_demo_week.c - the working week of the demonstration: every kind of it,
 * as the examples have it, and nothing that contradicts itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/admin.h"
#include "app/assess.h"
#include "app/demo.h"
#include "app/terms.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/framework.h"
#include "model/template.h"
#include "tests/app/demo_walk.h"

static struct app app;		/* filled once; no test writes into it */

static int
setup(void **state)
{
	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	world_close(&app);
	return 0;
}

static int64_t
school(const char *urn)
{
	struct err e = { 0 };
	int64_t id;

	must(store_by_key(app.db, entities[ENT_school], urn, &id, &e), &e);
	assert_true(id != 0);
	return id;
}

/* --- every kind ---------------------------------------------------------- */

struct choices {
	struct demo_walk w;
	bool		 seen[64][16];	/* field, choice */
};

static void
note_choices(struct demo_walk *w, struct row *r)
{
	struct choices *c = (struct choices *)w;

	for (size_t f = 0; f < r->ent->nfields; f++) {
		const struct choice *all = r->ent->fields[f].choices;

		for (size_t i = 0; all != NULL && all[i].word != NULL &&
		    i < 16; i++)
			if (row_is(r, (int)f, all[i].word))
				c->seen[f][i] = true;
	}
}

static void
every_choice_occurs(void **state)
{
	static const enum entity_no ents[] = { ENT_term, ENT_event, ENT_case,
	    ENT_visit, ENT_plan, ENT_task };

	(void)state;
	for (size_t k = 0; k < COUNT(ents); k++) {
		const struct entity *ent = entities[ents[k]];
		struct choices c = { .w = { .app = &app,
		    .fn = note_choices } };

		demo_walk_entity(&c.w, ent);
		for (size_t f = 0; f < ent->nfields; f++) {
			const struct choice *all = ent->fields[f].choices;

			for (size_t i = 0; all != NULL && all[i].word != NULL;
			    i++)
				if (!c.seen[f][i])
					fail_msg("no %s with %s %s", ent->id,
					    ent->fields[f].id, all[i].word);
		}
	}
}

/* Of some record each, as the screens of the week have them. */
static void
the_week_has_what_the_examples_have(void **state)
{
	static const char *const there[] = {
		"visit", "school:northgate date:2026-11-20 start:09:30 "
		    "status:planned people:bell",
		"visit", "school:sandmere date:2026-12-02 start:10:00 "
		    "status:planned people:bell",
		"visit", "is:toclose",
		"visit", "kind:call result:\"no answer\" people:",
		"visit", "employer:arup school:",
		"visit", "status:cancelled -reason:",
		"visit", "status:done date<2025-09-01 benchmarks:3",
		"task", "is:late attempt:3 school:harbour",
		"task", "is:waiting expected>today",
		"task", "-asked_by: owner:sam",
		"task", "asked_by:dan owner:tester",
		"task", "is:late owner:\"grace bell\"",
		"task", "-offset: -benchmarks:",
		"task", "plan: checklist: -about: -repeat:",
		"case", "-linked:",
		"case", "is:late priority:normal",
		"case", "-is:closed priority:urgent",
		"handover", "by:dan until: school:sandmere",
		"handover", "until<today",
		"cover", "by:tester from<today to>today",
		"cover", "to<today",
		"succession", "kind:converted date:2025-09-01",
		"checklist", "template:\"new school\" tasks:8",
		"checklist", "template:fair -about: tasks:10",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(there); i += 2)
		if (demo_count(&app, there[i], there[i + 1]) == 0)
			fail_msg("no %s %s", there[i], there[i + 1]);
	/* Few enough for one screen. */
	assert_in_range(demo_count(&app, "task", "is:late owner:tester"), 3,
	    6);
	assert_in_range(demo_count(&app, "task", "owner:tester is:open "
	    "due>=2026-11-20 due<=2026-11-27"), 5, 20);
	assert_int_equal(demo_count(&app, "encounter",
	    "is:toclose schools:sandmere"), 1);
}

/* --- careers plans ------------------------------------------------------- */

struct plans {
	struct demo_walk w;
	struct {
		int64_t	id;
		int	actions, highest, evidenced;
	}		 v[64];
	size_t		 n;
	int		 linked;
};

static void
note_plan(struct demo_walk *w, struct row *r)
{
	struct plans *p = (struct plans *)w;

	assert_true(p->n < COUNT(p->v));
	p->v[p->n++].id = r->id;
	/* What is finished leaves nothing undone. */
	if (row_is(r, F_plan_status, "finished"))
		assert_string_equal(row_get(r, F_plan_actions),
		    row_get(r, F_plan_done));
}

static bool
is_item(const struct row *task)
{
	static const enum setting both[] = { SETTING_SCHOOL, SETTING_COLLEGE };
	const struct frameworks *all;
	struct err e = { 0 };
	const struct framework *f;

	must(assess_frameworks(&app, &all, &e), &e);
	f = framework_on(all, app.today);
	for (size_t s = 0; s < COUNT(both); s++) {
		const struct item_list *l = framework_items(f, both[s]);

		for (size_t i = 0; i < l->n; i++)
			if (str_eq(l->v[i].id, row_get(task, F_task_item)))
				return true;
	}
	return false;
}

static void
note_action(struct demo_walk *w, struct row *r)
{
	struct plans *p = (struct plans *)w;
	const char *item = row_get(r, F_task_item);
	int64_t plan = row_ref(r, F_task_plan);
	const struct set *bms = row_members(r, F_task_benchmarks);
	bool serves = false;

	if (plan == 0)
		return;
	for (size_t i = 0; i < bms->n; i++)
		serves = serves || item[0] == bms->m[i].v[0][0];
	assert_true(serves);
	assert_true(is_item(r));
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].id == plan) {
			int number = (int)row_int(r, F_task_number, 0);

			p->v[i].actions++;
			if (number > p->v[i].highest)
				p->v[i].highest = number;
		}
	if (row_is_empty(r, entity_field(r->ent, "evidenced")))
		return;
	p->linked++;
	/* Nothing is done before it was shown. */
	if (row_is(r, F_task_status, "done"))
		assert_true(row_day(r, F_task_done) >=
		    row_day(r, entity_field(r->ent, "evidenced")));
}

static void
a_third_of_the_schools_have_plans_with_actions(void **state)
{
	struct plans p = { .w = { .app = &app, .fn = note_plan } };

	(void)state;
	demo_walk_entity(&p.w, entities[ENT_plan]);
	assert_in_range(p.n, 22, 28);		/* of forty, two years */
	assert_in_range(demo_count(&app, "plan", "year:2026/27"), 11, 14);
	p.w.fn = note_action;
	demo_walk_entity(&p.w, entities[ENT_task]);
	for (size_t i = 0; i < p.n; i++) {
		assert_in_range(p.v[i].actions, 5, 10);
		assert_int_equal(p.v[i].highest, p.v[i].actions);
	}
	assert_true(p.linked > 20);
}

/* --- tasks and visits ---------------------------------------------------- */

static void
check_task(struct demo_walk *w, struct row *r)
{
	bool done = row_is(r, F_task_status, "done");
	int due = row_day(r, F_task_due);

	if (due != DAY_NONE && due != w->app->today && day_weekday(due) > 4)
		fail_msg("due on a weekend: %s", row_get(r, F_task_title));
	if (row_is_empty(r, F_task_owner))
		fail_msg("nobody's: %s", row_get(r, F_task_title));
	if (done != !row_is_empty(r, F_task_done))
		fail_msg("done or not: %s", row_get(r, F_task_title));
	if (done && row_day(r, F_task_done) > w->app->today)
		fail_msg("done on a day to come: %s", row_get(r,
		    F_task_title));
	if (row_is(r, F_task_status, "waiting") !=
	    !row_is_empty(r, F_task_waiting_for))
		fail_msg("waiting for nobody: %s", row_get(r, F_task_title));
	if (row_is(r, F_task_status, "dropped") &&
	    row_is_empty(r, F_task_reason))
		fail_msg("dropped for nothing: %s", row_get(r,
		    F_task_title));
}

static void
check_visit(struct demo_walk *w, struct row *r)
{
	int day = row_day(r, F_visit_date);

	if (row_is_empty(r, F_visit_owner))
		fail_msg("a visit nobody made");
	if (row_is(r, F_visit_status, "done") && day > w->app->today)
		fail_msg("visited on a day to come");
	if (day != w->app->today && day_weekday(day) > 4)
		fail_msg("%s on a weekend", row_get(r, F_visit_date));
}

static void
check_case(struct demo_walk *w, struct row *r)
{
	bool closed = row_is(r, F_case_status, "closed");

	(void)w;
	if (closed != !row_is_empty(r, F_case_closed))
		fail_msg("closed or not: %s", row_get(r, F_case_title));
}

static void
nothing_contradicts_itself(void **state)
{
	struct demo_walk w = { .app = &app, .fn = check_task };

	(void)state;
	demo_walk_entity(&w, entities[ENT_task]);
	assert_in_range(w.n, 200, 500);
	w.fn = check_visit;
	w.n = 0;
	demo_walk_entity(&w, entities[ENT_visit]);
	assert_in_range(w.n, 150, 400);
	w.fn = check_case;
	demo_walk_entity(&w, entities[ENT_case]);
}

/* --- days ---------------------------------------------------------------- */

struct due {
	struct demo_walk w;
	int64_t		 list;
	int		 v[16];
	size_t		 n;
};

static void
note_due(struct demo_walk *w, struct row *r)
{
	struct due *d = (struct due *)w;

	if (row_ref(r, F_task_checklist) == d->list && d->n < COUNT(d->v))
		d->v[d->n++] = row_day(r, F_task_due);
}

static void
note_new_school(struct demo_walk *w, struct row *r)
{
	if (row_is(r, F_checklist_template, "new school"))
		((struct due *)w)->list = r->id;
}

/* The eight of the template, dated by the school's terms. */
static void
a_checklist_is_dated_as_its_template_says(void **state)
{
	struct due d = { .w = { .app = &app, .fn = note_new_school } };
	struct templates *all;
	const struct template *t;
	struct template_due want[16];
	struct calendar *cal;
	struct err e = { 0 };

	(void)state;
	demo_walk_entity(&d.w, entities[ENT_checklist]);
	d.w.fn = note_due;
	demo_walk_entity(&d.w, entities[ENT_task]);
	assert_int_equal(d.n, 8);
	must(templates_read(NULL, &all, &e), &e);
	must(template_find(all, "new school", &t, &e), &e);
	assert_int_equal(t->n, 8);
	must(terms_calendar(&app, school("900199"), &cal, &e), &e);
	template_plan(t, cal, day_from_iso("2026-10-30"), want);
	for (size_t i = 0; i < 8; i++) {
		bool found = false;

		for (size_t k = 0; k < d.n; k++)
			found = found || d.v[k] == want[i].due;
		assert_true(found);
		assert_true(cal_working(cal, want[i].due));
	}
	cal_free(cal);
	templates_free(all);
}

static void
terms_are_typed_and_differ(void **state)
{
	struct calendar *all, *early, *own;
	struct err e = { 0 };
	int days[] = { day_from_iso("2025-10-06"), day_from_iso("2026-11-20"),
	    day_from_iso("2028-05-08") };

	(void)state;
	must(terms_calendar(&app, 0, &all, &e), &e);
	must(terms_calendar(&app, school("900203"), &early, &e), &e);
	must(terms_calendar(&app, school("900167"), &own, &e), &e);
	for (size_t i = 0; i < COUNT(days); i++) {
		assert_false(cal_usual(all, days[i]));
		assert_true(cal_school_day(all, days[i]));
	}
	/* Autumn half term: a week earlier in Redbridge. */
	assert_false(cal_school_day(all, day_from_iso("2026-10-28")));
	assert_true(cal_school_day(all, day_from_iso("2026-10-21")));
	assert_true(cal_school_day(early, day_from_iso("2026-10-28")));
	assert_false(cal_school_day(early, day_from_iso("2026-10-21")));
	/* The INSET day of one school, and of everybody. */
	assert_true(cal_school_day(all, day_from_iso("2026-12-04")));
	assert_false(cal_school_day(own, day_from_iso("2026-12-04")));
	assert_true(cal_working(own, day_from_iso("2026-12-04")));
	assert_false(cal_school_day(own, day_from_iso("2026-09-01")));
	cal_free(all);
	cal_free(early);
	cal_free(own);
}

/* --- the mocks, and what was planned into them --------------------------- */

struct mocks {
	struct demo_walk w;
	int64_t		 school;
	int		 from, to;	/* of the mocks */
	int		 n;
};

static void
note_mocks(struct demo_walk *w, struct row *r)
{
	struct mocks *c = (struct mocks *)w;
	const struct set *groups = row_members(r, F_event_groups);

	for (size_t i = 0; i < row_members(r, F_event_schools)->n; i++)
		if (row_is(r, F_event_kind, "exams") && groups->n == 1 &&
		    str_eq(groups->m[0].v[0], "y11") && member_ref(
		    &row_members(r, F_event_schools)->m[i], 0) == c->school) {
			c->from = row_day(r, F_event_date);
			c->to = row_day(r, F_event_end);
		}
}

static void
note_clash(struct demo_walk *w, struct row *r)
{
	struct mocks *c = (struct mocks *)w;
	const struct set *years = row_members(r, F_encounter_years);
	int day = row_day(r, F_encounter_date);

	if (!row_is(r, F_encounter_status, "planned") || day < c->from ||
	    day > c->to)
		return;
	for (size_t i = 0; i < years->n; i++)
		c->n += member_ref(&years->m[i], 0) == c->school &&
		    str_eq(years->m[i].v[1], "y11");
}

static void
something_is_planned_into_the_mocks(void **state)
{
	struct mocks c = { .w = { .app = &app, .fn = note_mocks },
	    .school = school("900123") };

	(void)state;
	demo_walk_entity(&c.w, entities[ENT_event]);
	assert_int_equal(c.from, day_from_iso("2026-11-24"));
	c.w.fn = note_clash;
	demo_walk_entity(&c.w, entities[ENT_encounter]);
	assert_true(c.n > 0);
}

/* --- successions --------------------------------------------------------- */

static void
what_happened_stays_with_the_school_that_was(void **state)
{
	(void)state;
	assert_int_equal(demo_count(&app, "succession", "kind:converted"), 1);
	assert_int_equal(demo_count(&app, "succession", "kind:merged "
	    "new:900203 date:2026-09-01"), 2);
	assert_int_equal(demo_count(&app, "school", "status:closed"), 3);
	assert_int_equal(demo_count(&app, "membership", "stage:left "
	    "reason:converted school:900269 from:2025-09-01"), 1);
	assert_int_equal(demo_count(&app, "membership", "stage:\"signed up\" "
	    "reason:converted school:900277 from:2025-09-01"), 1);
	assert_int_equal(demo_count(&app, "coordinator", "school:900269 to:"),
	    0);
	assert_int_equal(demo_count(&app, "encounter", "schools:900293 "
	    "date>=2026-09-01"), 0);
	assert_true(demo_count(&app, "encounter", "schools:900293") > 5);
	assert_true(demo_count(&app, "encounter", "schools:900269 "
	    "status:delivered") > 5);
	assert_int_equal(demo_count(&app, "encounter", "schools:900269 "
	    "date>=2025-09-01"), 0);
	assert_int_equal(demo_count(&app, "encounter", "schools:900277 "
	    "date<2025-09-01"), 0);
	assert_int_equal(demo_count(&app, "visit", "school:900269 "
	    "date>=2025-09-01"), 0);
	assert_int_equal(demo_count(&app, "task", "school:900269 is:open"),
	    0);
	assert_int_equal(demo_count(&app, "case", "school:900269 -is:closed"),
	    0);
}

/* --- any day ------------------------------------------------------------- */

static void
it_can_be_made_on_any_day(void **state)
{
	static const char *const days[] = { "2026-09-01", "2026-12-26",
	    "2027-02-28", "2027-08-31" };

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct demo_opts o = { .schools = 22, .years = 2 };
		struct demo_walk w = { .fn = check_task };
		struct err e = { 0 };
		struct app other;

		world_open(&other);
		w.app = &other;
		other.today = day_from_iso(days[i]);
		must(demo_fill(&other, &o, &e), &e);
		world_is_whole(&other);
		demo_walk_entity(&w, entities[ENT_task]);
		w.fn = check_visit;
		demo_walk_entity(&w, entities[ENT_visit]);
		w.fn = check_case;
		demo_walk_entity(&w, entities[ENT_case]);
		world_close(&other);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_choice_occurs),
		cmocka_unit_test(the_week_has_what_the_examples_have),
		cmocka_unit_test(
		    a_third_of_the_schools_have_plans_with_actions),
		cmocka_unit_test(nothing_contradicts_itself),
		cmocka_unit_test(a_checklist_is_dated_as_its_template_says),
		cmocka_unit_test(terms_are_typed_and_differ),
		cmocka_unit_test(something_is_planned_into_the_mocks),
		cmocka_unit_test(what_happened_stays_with_the_school_that_was),
		cmocka_unit_test(it_can_be_made_on_any_day),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
