/* test_pledge.c - whether records show that a commitment is kept, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/pledge.h"
#include "model/tables.h"
#include "tests/lib/test.h"

static void
is(enum pledge_rule rule, const struct pledge_facts *f,
    enum pledge_state state, const char *want)
{
	struct pledge p = pledge_of(rule, f);
	struct buf b;

	buf_init(&b, BUF_LINE);
	pledge_said(&p, &b);
	assert_string_equal(b.p, want);
	assert_string_equal(pledge_state_word(p.state),
	    pledge_state_word(state));
	buf_clear(&b);
}

static void
schools(void **state)
{
	struct pledge_facts f = PLEDGE_NOTHING;

	(void)state;
	is(PLEDGE_BENCHMARKS, &f, PLEDGE_NOT_KNOWN, "no official result");
	is(PLEDGE_NETWORK, &f, PLEDGE_NOT_YET, "no stage in the network");
	is(PLEDGE_GOVERNOR, &f, PLEDGE_NOT_YET, "no link governor on record");
	is(PLEDGE_STAFF, &f, PLEDGE_NOT_KNOWN, "neither staff briefing nor the"
	    " careers leader's hours are known this academic year");
	f.since = day_from_ymd(2026, 3, 4);
	f.achieved = 8;
	is(PLEDGE_BENCHMARKS, &f, PLEDGE_KEPT, "8 of 8 benchmarks achieved,"
	    " official result of 4 Mar 2026");
	f.achieved = 1;
	is(PLEDGE_BENCHMARKS, &f, PLEDGE_UNDER_WAY, "1 of 8 benchmarks"
	    " achieved, official result of 4 Mar 2026");
	f.achieved = 0;
	is(PLEDGE_BENCHMARKS, &f, PLEDGE_NOT_YET, "0 of 8 benchmarks achieved,"
	    " official result of 4 Mar 2026");
	f.stage = "signed up";
	is(PLEDGE_NETWORK, &f, PLEDGE_KEPT, "signed up since 4 Mar 2026");
	f.stage = "invited";
	is(PLEDGE_NETWORK, &f, PLEDGE_UNDER_WAY, "invited since 4 Mar 2026");
	f.stage = "left";
	is(PLEDGE_NETWORK, &f, PLEDGE_NOT_YET, "left since 4 Mar 2026");
	f.holder = "Ms Grace Bell";
	is(PLEDGE_GOVERNOR, &f, PLEDGE_KEPT,
	    "Ms Grace Bell, since 4 Mar 2026");
	f.holder = "";
	f.vacant = day_from_ymd(2026, 7, 3);
	is(PLEDGE_GOVERNOR, &f, PLEDGE_NOT_YET,
	    "no link governor since 3 Jul 2026");
	f.briefing = "yes";
	is(PLEDGE_STAFF, &f, PLEDGE_UNDER_WAY, "staff briefing yes, careers"
	    " leader hours not known");
	f.hours = "6";
	is(PLEDGE_STAFF, &f, PLEDGE_KEPT, "staff briefing yes, careers leader 6"
	    " h a week");
	f.briefing = "no";
	f.hours = "0";
	is(PLEDGE_STAFF, &f, PLEDGE_NOT_YET, "staff briefing no, careers leader"
	    " 0 h a week");
}

static void
employers(void **state)
{
	struct pledge_facts f = PLEDGE_NOTHING;

	(void)state;
	is(PLEDGE_T_LEVELS, &f, PLEDGE_NOT_YET, "no T Level placement on"
	    " record");
	f.last = day_from_ymd(2025, 11, 12);
	is(PLEDGE_INSIGHTS, &f, PLEDGE_NOT_YET, "no talk, visit or mentoring"
	    " this academic year, last 12 Nov 2025");
	f.n[COUNTS_OFFERED] = 1;
	f.n[COUNTS_PLANNED] = 2;
	is(PLEDGE_INSIGHTS, &f, PLEDGE_UNDER_WAY, "no talk, visit or mentoring"
	    " this academic year, last 12 Nov 2025; 2 planned, 1 offered");
	f.n[COUNTS_LATE] = 1;
	f.n[COUNTS_LAPSED] = 2;
	f.listed = "Talks, Mentoring";
	is(PLEDGE_INSIGHTS, &f, PLEDGE_UNDER_WAY, "no talk, visit or mentoring"
	    " this academic year, last 12 Nov 2025; 2 planned, 1 offered, 1"
	    " planned for a day that is over, 2 offers have lapsed; its record"
	    " says it offers: Talks, Mentoring");
	f.n[COUNTS_PLANNED] = f.n[COUNTS_OFFERED] = 0;
	is(PLEDGE_INSIGHTS, &f, PLEDGE_UNDER_WAY, "no talk, visit or mentoring"
	    " this academic year, last 12 Nov 2025; 1 planned for a day that is"
	    " over, 2 offers have lapsed; its record says it offers: Talks,"
	    " Mentoring");
	f.listed = "";
	is(PLEDGE_INSIGHTS, &f, PLEDGE_NOT_YET, "no talk, visit or mentoring"
	    " this academic year, last 12 Nov 2025; 1 planned for a day that is"
	    " over, 2 offers have lapsed");
	f.n[COUNTS_NOW] = 2;
	f.last = day_from_ymd(2026, 11, 12);
	is(PLEDGE_INSIGHTS, &f, PLEDGE_KEPT, "2 talks, visits or mentoring this"
	    " academic year, last 12 Nov 2026");
	f.n[COUNTS_NOW] = 1;
	f.last = DAY_NONE;
	is(PLEDGE_VOLUNTEERS, &f, PLEDGE_KEPT, "1 Enterprise Adviser or"
	    " governor from its staff today");
	f = (struct pledge_facts)PLEDGE_NOTHING;
	f.n[COUNTS_EARLIER] = 1;
	is(PLEDGE_VOLUNTEERS, &f, PLEDGE_NOT_YET, "no Enterprise Adviser or"
	    " governor from its staff today");
}

static void
what_was_typed_is_beside_it(void **state)
{
	struct row *r = row_new(&commitment_entity);
	struct pledge_facts f = PLEDGE_NOTHING;
	struct pledge p = pledge_of(PLEDGE_GOVERNOR, &f);
	struct buf b;

	(void)state;
	assert_int_equal(pledge_typed(NULL), PLEDGE_NOT_KNOWN);
	row_set(r, F_commitment_status, "open");
	assert_int_equal(pledge_typed(r), PLEDGE_NOT_KNOWN);
	assert_false(pledge_disagrees(&p, r));
	row_set(r, F_commitment_status, "kept");
	assert_true(pledge_disagrees(&p, r));
	row_set(r, F_commitment_status, "under way");
	assert_false(pledge_disagrees(&p, r));
	row_set(r, F_commitment_actual, "7.1");
	row_set(r, F_commitment_unit, "%");
	row_set(r, F_commitment_actual_on, "2026-05-31");
	row_set(r, F_commitment_baseline, "8.3");
	row_set(r, F_commitment_baseline_year, "2015/16");
	row_set(r, F_commitment_target, "6");
	buf_init(&b, BUF_LINE);
	pledge_figures_said(r, NULL, &b);
	assert_string_equal(b.p, "7.1 % of May 2026, from 8.3 in 2015/16,"
	    " wanted 6");
	buf_clear(&b);
	row_free(r);
}

static void
figures(const struct row *r, const struct pledge_item *item, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	pledge_figures_said(r, item, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

/* The action plan's baseline stays beside a figure that somebody types. */
static void
what_is_left_out_is_the_items(void **state)
{
	struct row *r = row_new(&commitment_entity);
	struct pledge_items ps;
	const struct pledge_item *leavers;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(pledge_load(NULL, &ps, &e), ST_OK);
	leavers = pledge_find(&ps, "leavers");
	figures(NULL, NULL, "");
	figures(NULL, leavers, "from 8.3 % in 2015/16");
	figures(r, NULL, "");
	figures(r, leavers, "from 8.3 % in 2015/16");
	figures(r, pledge_find(&ps, "benchmarks"), "");
	row_set(r, F_commitment_actual, "7.9");
	figures(r, leavers, "7.9 %, from 8.3 in 2015/16");
	row_set(r, F_commitment_baseline, "9.1");
	figures(r, leavers, "7.9 %, from 9.1");
	row_set(r, F_commitment_baseline_year, "2018/19");
	figures(r, leavers, "7.9 %, from 9.1 in 2018/19");
	row_set(r, F_commitment_actual, "");
	row_set(r, F_commitment_target, "6");
	figures(r, NULL, "from 9.1 in 2018/19, wanted 6");
	row_set(r, F_commitment_baseline, "");
	row_set(r, F_commitment_baseline_year, "");
	figures(r, NULL, "wanted 6");
	row_free(r);
	pledge_clear(&ps);
}

static void
refused(const char *rows, const char *want)
{
	char *text = xasprintf("item,actor,title,rule,baseline_year\n%s\n",
	    rows);
	struct csv_source src = { "hub.csv", text, strlen(text) };
	struct pledge_items ps;
	struct err e = { 0 };

	assert_int_equal(pledge_load(&src, &ps, &e), ST_INVALID);
	assert_string_equal(e.text, want);
	free(text);
}

/* Each actor of the action plan has some; a hub adds and puts in place. */
static void
the_table_names_every_actor(void **state)
{
	static const char hub[] = "item,actor,title,rule\n"
	    "Signed-Up,school,Joined us,network\n"
	    "buses,city hall,Free buses to fairs,\n";
	struct csv_source src = { "hub.csv", hub, sizeof hub - 1 };
	struct pledge_items ps, more;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(pledge_load(NULL, &ps, &e), ST_OK);
	for (const struct choice *c = actors; c->word != NULL; c++) {
		size_t n = 0;

		for (size_t i = 0; i < ps.n; i++)
			n += ps.v[i].actor == c;
		assert_true(n > 0);
	}
	assert_string_equal(pledge_find(&ps, "leavers")->baseline, "8.3");
	assert_string_equal(pledge_find(&ps, "leavers")->baseline_year,
	    "2015/16");
	assert_null(pledge_find(&ps, ""));
	assert_int_equal(pledge_load(&src, &more, &e), ST_OK);
	assert_int_equal(more.n, ps.n + 1);
	assert_string_equal(pledge_find(&more, "signed-up")->title,
	    "Joined us");
	pledge_clear(&ps);
	pledge_clear(&more);
	refused(",school,X,,", "hub.csv:2: item: give it a name of at most 30"
	    " characters");
	refused("x,moon,X,,", "hub.csv:2: actor: \"moon\" is none of"
	    " government, employer, university, school, college, city hall");
	refused("x,school,,,", "hub.csv:2: title: say what is committed to, in"
	    " at most 100 characters");
	refused("x,school,X,moon,", "hub.csv:2: rule: \"moon\" is no rule;"
	    " empty is typed in");
	refused("x,school,X,,2015", "hub.csv:2: baseline_year: \"2015\" is no"
	    " academic year: write 2015/16");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(schools),
		cmocka_unit_test(employers),
		cmocka_unit_test(what_was_typed_is_beside_it),
		cmocka_unit_test(what_is_left_out_is_the_items),
		cmocka_unit_test(the_table_names_every_actor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
