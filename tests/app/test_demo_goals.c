/* test_demo_goals.c - every commitment of the action plan in the demonstration:
 * what it was derived from, or that it is typed in and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "app/lists.h"
#include "app/pledges.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "tests/app/demo_walk.h"

/* domain.md 8, by the names they have here. */
static const struct {
	const char	*actor, *items;
} asked[] = {
	{ "school", "benchmarks signed-up governor staff" },
	{ "employer", "insights experience volunteers internships t-levels "
	    "own-staff" },
	{ "university", "alumni leavers" },
	{ "college", "college-benchmarks college-signed-up college-governor" },
	{ "government", "guidance destinations hubs" },
	{ "city hall", "city-network city-data city-employer" },
};

static void
all_that_is_asked_is_there(void **state)
{
	struct app app;
	struct pledge_items items;
	struct strs names = { 0 };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(pledges_items(&app, &items, &e), &e);
	for (size_t i = 0; i < COUNT_OF(asked); i++) {
		strs_clear(&names);
		str_split(&names, asked[i].items, ' ');
		for (size_t k = 0; k < names.n; k++) {
			const struct pledge_item *p = pledge_find(&items,
			    names.v[k]);

			if (p == NULL || !str_eq(p->actor->word,
			    asked[i].actor))
				fail_msg("%s: no %s", asked[i].actor,
				    names.v[k]);
		}
	}
	strs_clear(&names);
	pledge_clear(&items);
	world_close(&app);
}

/* Of each item how many lines say what they were derived from, how many show
 * something, how many were typed with the reason. */
struct shown {
	struct app	*app;
	const struct entity *ent;
	struct pledge_items items;
	struct {
		int	 from, some, typed;
	}		*of;
};

static void
look_at(struct shown *s, const struct pledge_line *l)
{
	struct buf why;
	size_t i = 0;

	buf_init(&why, BUF_LINE);
	pledges_why(l, &why);
	assert_true(why.n > 0);
	while (l->item != NULL && !str_eq(s->items.v[i].item, l->item->item))
		i++;
	if (l->item == NULL) {
		assert_true(str_starts(why.p, "typed in: "));
	} else if (l->derived) {
		assert_false(str_starts(why.p, "typed in"));
		s->of[i].from += l->ent != NULL;
		s->of[i].some += l->p.state == PLEDGE_KEPT ||
		    l->p.state == PLEDGE_UNDER_WAY;
	} else if (l->typed != NULL) {
		assert_true(str_starts(why.p, "typed in: "));
		s->of[i].typed++;
	}
	buf_clear(&why);
}

static enum status
look_at_org(void *arg, int64_t id, struct err *e)
{
	struct shown *s = arg;
	struct pledge_lines ls;
	enum status st = pledges_read(s->app, s->ent, id, &ls, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ls.n; i++)
		look_at(s, &ls.v[i]);
	pledges_clear(&ls);
	return ST_OK;
}

static enum status
look_at_typed(void *arg, int64_t id, struct err *e)
{
	struct shown *s = arg;
	struct pledge_lines ls;
	enum status st = pledges_one(s->app, id, &ls, e);

	if (st != ST_OK)
		return st;
	look_at(s, &ls.v[0]);
	pledges_clear(&ls);
	return ST_OK;
}

static void
walk(struct shown *s, enum entity_no ent, const char *filter,
    enum status (*fn)(void *, int64_t, struct err *))
{
	struct lister l;
	struct err e = { 0 };

	s->ent = entities[ent];
	must(lister_open(&l, s->app, s->ent, filter, &e), &e);
	must(lister_each(&l, fn, s, &e), &e);
	lister_close(&l);
}

static void
each_says_what_it_was_derived_from_or_is_typed(void **state)
{
	struct app app;
	struct shown s = { .app = &app };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	must(pledges_items(&app, &s.items, &e), &e);
	s.of = calloc(s.items.n, sizeof *s.of);
	walk(&s, ENT_school, "-stage:", look_at_org);
	walk(&s, ENT_employer, "-last:", look_at_org);
	walk(&s, ENT_employer, "last: -cornerstone_from:", look_at_org);
	walk(&s, ENT_partner, "", look_at_org);
	walk(&s, ENT_commitment, "", look_at_typed);
	for (size_t i = 0; i < s.items.n; i++) {
		const struct pledge_item *p = &s.items.v[i];

		if (p->rule == PLEDGE_TYPED && s.of[i].typed == 0)
			fail_msg("nobody typed in %s", p->item);
		if (p->rule != PLEDGE_TYPED && s.of[i].from == 0)
			fail_msg("%s was derived from nothing", p->item);
		if (p->rule != PLEDGE_TYPED && s.of[i].some == 0)
			fail_msg("nobody keeps %s", p->item);
	}
	free(s.of);
	pledge_clear(&s.items);
	world_close(&app);
}

/* Targets of each way to be counted have a figure, a trend and a course. */
static void
targets_have_figures(void **state)
{
	struct app app;

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	assert_true(demo_count(&app, "target", "") >= 4);
	assert_int_equal(demo_count(&app, "target", "now:"), 0);
	assert_int_equal(demo_count(&app, "target", "trend:"), 0);
	assert_int_equal(demo_count(&app, "target", "course:"), 0);
	assert_true(demo_count(&app, "target", "is:late") > 0);
	assert_true(demo_count(&app, "target", "is:late") <
	    demo_count(&app, "target", ""));
	assert_true(demo_count(&app, "commitment", "is:late") > 0);
	assert_true(demo_count(&app, "commitment", "is:week") > 0);
	assert_true(demo_count(&app, "commitment", "records:kept") > 0);
	world_close(&app);
}

/* A careers leader's week has so many hours. */
static void
hours_of_a_week_are_few(void **state)
{
	struct app app;
	int all;

	(void)state;
	world_open(&app);
	demo_world_fill(&app, 0);
	all = demo_count(&app, "fact", "fact:\"leader hours\"");
	assert_true(all > 0);
	assert_int_equal(demo_count(&app, "fact", "fact:\"leader hours\""
	    " value:4,6,8"), all);
	assert_int_equal(demo_count(&app, "fact", "fact:\"leader hours\""
	    " value:68"), 0);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_is_asked_is_there),
		cmocka_unit_test(
		    each_says_what_it_was_derived_from_or_is_typed),
		cmocka_unit_test(targets_have_figures),
		cmocka_unit_test(hours_of_a_week_are_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
