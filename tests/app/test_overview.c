/* test_overview.c - how a school stands in the programme today. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "app/lists.h"
#include "app/overview.h"
#include "app/record.h"
#include "base/date.h"
#include "base/str.h"
#include "model/id.h"
#include "model/tables.h"
#include "tests/app/world.h"

#define HERE "school=school/900001"

struct here {
	struct app	 app;
	struct row	*school;
	struct overview	 o;
};

static void
here_open(struct here *h)
{
	struct err e = { 0 };
	int64_t id;

	memset(h, 0, sizeof *h);
	world_open(&h->app);
	id = world_add(&h->app, "school", "urn=900001", "name=Sandmere Park",
	    "low_age=11", "high_age=16", NULL);
	must(record_load(&h->app, entity_find("school"), id, &h->school, &e),
	    &e);
}

static void
here_read(struct here *h)
{
	struct err e = { 0 };

	overview_clear(&h->o);
	must(overview_of(&h->app, h->school, 2026, &h->o, &e), &e);
}

static void
here_close(struct here *h)
{
	overview_clear(&h->o);
	row_free(h->school);
	world_close(&h->app);
}

static int64_t
result(struct here *h, const char *date, const char *source, const char *bm4)
{
	char d[32], s[32], b[16];

	snprintf(d, sizeof d, "date=%s", date);
	snprintf(s, sizeof s, "source=%s", source);
	snprintf(b, sizeof b, "bm4=%s", bm4);
	return world_add(&h->app, "assessment", HERE, d, s, "bm1=100",
	    "bm2=99", b, NULL);
}

static void
the_newest_results_stand_each_for_itself(void **state)
{
	struct here h;
	int64_t official, own;

	(void)state;
	here_open(&h);
	here_read(&h);
	assert_true(h.o.official.id == 0 && h.o.own.id == 0);
	result(&h, "2025-07-31", "compass", "100");
	official = result(&h, "2026-07-31", "compass", "100");
	h.app.today += 365;		/* seen from a day before it */
	result(&h, "2027-07-31", "compass", "0");
	h.app.today -= 365;
	own = result(&h, "2026-10-27", "self-assessment", "50");
	here_read(&h);
	assert_true(h.o.official.id == official && h.o.own.id == own);
	assert_int_equal(h.o.official.achieved, 2);
	assert_int_equal(h.o.official.percent[1], 99);
	assert_int_equal(h.o.official.state[1], SCORE_PARTIAL);
	assert_int_equal(h.o.official.state[3], SCORE_ACHIEVED);
	assert_int_equal(h.o.official.percent[7], -1);
	assert_int_equal(h.o.own.achieved, 1);
	/* another framework is not compared */
	assert_true(h.o.before.id == 0);
	result(&h, "2026-03-31", "compass", "7");
	here_read(&h);
	assert_int_equal(h.o.before.achieved, 1);
	here_close(&h);
}

static void
a_snapshot_without_a_result_is_missed(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	here_read(&h);		/* not in the network: none is due */
	assert_int_equal(h.o.missing, DAY_NONE);
	world_add(&h.app, "membership", HERE, "stage=matched",
	    "from=2026-03-04", "reason=Volunteer introduced", NULL);
	here_read(&h);
	assert_int_equal(h.o.missing, day_from_iso("2026-07-31"));
	result(&h, "2026-03-31", "compass", "0");
	here_read(&h);
	assert_int_equal(h.o.missing, day_from_iso("2026-07-31"));
	result(&h, "2026-04-01", "compass", "0");
	here_read(&h);
	assert_int_equal(h.o.missing, DAY_NONE);
	here_close(&h);
}

static void
stage_and_coordinators_are_those_of_today(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "user", "name=priya", NULL);
	world_add(&h.app, "user", "name=dan", NULL);
	world_add(&h.app, "coordinator", HERE, "user=user/priya",
	    "from=2025-09-01", "to=2026-08-31", NULL);
	world_add(&h.app, "coordinator", HERE, "user=user/dan",
	    "from=2026-09-01", NULL);
	world_add(&h.app, "membership", HERE, "stage=waiting",
	    "from=2026-03-04", "waiting_for=governors", NULL);
	world_add(&h.app, "membership", HERE, "stage=matched",
	    "from=2026-12-01", NULL);
	here_read(&h);
	assert_string_equal(h.o.stage.word, "waiting");
	assert_string_equal(h.o.stage.waiting_for, "governors");
	assert_int_equal(h.o.stage.from, day_from_iso("2026-03-04"));
	assert_int_equal(h.o.nusers, 1);
	assert_string_equal(h.o.user[0].name, "dan");
	here_close(&h);
}

/* Whoever a school must have, and has not, is named. */
static void
each_required_role_without_anybody_is_there(void **state)
{
	struct here h;
	size_t i, n = 0;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ms Grace Bell", NULL);
	world_add(&h.app, "role", "contact=contact/Grace Bell",
	    "organisation=school/900001", "role=head", NULL);
	world_add(&h.app, "role", "contact=contact/Grace Bell",
	    "organisation=school/900001", "role=link governor",
	    "from=2024-01-01", "to=2026-07-11", NULL);
	here_read(&h);
	while (required_roles[n] != NULL)
		n++;
	assert_int_equal(h.o.npeople, n);
	for (i = 0; i < h.o.npeople; i++) {
		const struct ov_person *p = &h.o.person[i];

		assert_int_equal(p->contact != 0, str_eq(p->role, "Head"));
		if (str_eq(p->role, "Link governor"))
			assert_string_equal(p->more, "since Jul 26");
	}
	here_close(&h);
}

static void
a_roll_that_is_not_confirmed_is_marked(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "roll", HERE, "year=2026/27", "group=y9",
	    "pupils=150", "confirmed=yes", NULL);
	world_add(&h.app, "roll", HERE, "year=2026/27", "group=y10",
	    "pupils=150", "confirmed=no", NULL);
	here_read(&h);
	assert_int_equal(h.o.ngroups, 5);
	for (size_t i = 0; i < h.o.ngroups; i++)
		assert_int_equal(h.o.group[i].unconfirmed,
		    str_eq(h.o.group[i].word, "y10"));
	here_close(&h);
}

static void
the_last_visit_and_the_next_one_are_named(void **state)
{
	struct here h;
	int64_t last, next;

	(void)state;
	here_open(&h);
	here_read(&h);
	assert_true(h.o.visit.n == 0 && h.o.next_visit.n == 0);
	world_add(&h.app, "visit", HERE, "date=2026-09-10", NULL);
	last = world_add(&h.app, "visit", HERE, "date=2026-10-12",
	    "kind=meeting", "summary=Wants LMI for Y9\nand a fair", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-11-18", "kind=call",
	    NULL);
	world_add(&h.app, "visit", HERE, "date=2026-11-19",
	    "status=cancelled", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-12-02", "start=14:00",
	    NULL);
	next = world_add(&h.app, "visit", HERE, "date=2026-12-02",
	    "start=10:00", NULL);
	here_read(&h);
	assert_true(h.o.visit.v[0].id == last);
	assert_string_equal(h.o.visit.v[0].word, "Meeting");
	assert_string_equal(h.o.visit.v[0].text, "Wants LMI for Y9");
	assert_true(h.o.visit.v[0].more);
	assert_true(h.o.next_visit.v[0].id == next);
	assert_string_equal(h.o.next_visit.v[0].who, "10:00");
	here_close(&h);
}

static int64_t
listed(struct here *h, const char *ent, struct buf *take_filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, &h->app, entity_find(ent), take_filter->p, &e),
	    &e);
	must(lister_count(&l, 100, &n, &e), &e);
	lister_close(&l);
	buf_clear(take_filter);
	return n;
}

/* Theirs first; neither actions of the plan nor a checklist's. The headings
 * count what they open. */
static void
promises_and_cases_are_those_open_now(void **state)
{
	char code[ID_CODE], link[40];
	struct here h;
	struct buf b;
	int was;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ms Grace Bell", NULL);
	for (int i = 0; i < 5; i++)
		world_add(&h.app, "task", HERE, "title=Send", "due=2026-11-02",
		    NULL);
	world_add(&h.app, "task", HERE, "title=Placement list",
	    "due=2026-11-30", "owner=contact/Grace Bell", NULL);
	world_add(&h.app, "task", HERE, "title=Done", "status=done", NULL);
	id_code(world_add(&h.app, "plan", HERE, "year=2026/27", NULL), code);
	snprintf(link, sizeof link, "plan=%s", code);
	world_add(&h.app, "task", "title=Role models", link,
	    "due=2026-11-02", NULL);
	world_add(&h.app, "task", "title=Policy", link, "status=done", NULL);
	world_add(&h.app, "case", HERE, "title=Insurance", "due=2026-11-19",
	    NULL);
	world_add(&h.app, "case", HERE, "title=Old", "status=closed",
	    "reason=Settled", NULL);
	here_read(&h);
	assert_int_equal(h.o.promised.n, OV_ITEMS);
	assert_int_equal(h.o.promised.all, 6);
	assert_string_equal(h.o.promised.v[0].who, "Ms Grace Bell");
	assert_false(h.o.promised.v[0].late);
	assert_true(h.o.promised.v[1].late);
	buf_init(&b, BUF_LINE);
	overview_promised_filter(&h.app, h.school, &b);
	assert_int_equal(listed(&h, "task", &b), 6);
	assert_int_equal(h.o.cases.n, 1);
	assert_true(h.o.cases.v[0].late);
	buf_init(&b, BUF_LINE);
	overview_cases_filter(&h.app, h.school, &b);
	assert_int_equal(listed(&h, "case", &b), h.o.cases.all);
	assert_int_equal(h.o.plan.actions, 2);
	assert_int_equal(h.o.plan.done, 1);
	assert_int_equal(h.o.plan.late, 1);
	/* they are of now, whatever day one looks at */
	was = app_look(&h.app, day_from_iso("2026-08-31"));
	here_read(&h);
	assert_true(h.o.promised.n == 0 && h.o.cases.n == 0);
	app_look_back(&h.app, was);
	here_close(&h);
}

static void
a_note_is_pinned_until_its_last_day(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "user", "name=dan", NULL);
	world_add(&h.app, "handover", HERE, "text=Gone", "date=2026-10-01",
	    "until=2026-11-19", NULL);
	world_add(&h.app, "handover", HERE, "text=Prefers e-mail",
	    "date=2026-11-18", "until=2026-11-20", "by=user/dan", NULL);
	world_add(&h.app, "handover", HERE, "text=Still to come",
	    "date=2026-11-21", NULL);
	here_read(&h);
	assert_int_equal(h.o.pinned.n, 1);
	assert_string_equal(h.o.pinned.v[0].text, "Prefers e-mail");
	assert_string_equal(h.o.pinned.v[0].who, "dan");
	here_close(&h);
}

/* Special by the code of its type; what was sent is signposted no more. */
static void
a_special_school_lacks_resources(void **state)
{
	struct here h;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ada Finch", NULL);
	world_add(&h.app, "resource", "title=SEND toolkit", "audience=send",
	    NULL);
	world_add(&h.app, "resource", "title=Routes map", "audience=send",
	    NULL);
	world_add(&h.app, "resource", "title=For parents", "audience=parents",
	    NULL);
	must(world_set(&h.app, "school", h.school->id, "type",
	    "Special friends' free school", &e), &e);
	must(world_set(&h.app, "school", h.school->id, "type_code", "35", &e),
	    &e);
	here_read(&h);
	assert_int_equal(h.o.send.all, 0);
	must(world_set(&h.app, "school", h.school->id, "type_code", "36", &e),
	    &e);
	here_read(&h);
	assert_int_equal(h.o.send.all, 2);
	assert_string_equal(h.o.send.v[0].text, "Routes map");
	id = world_add(&h.app, "notice", "title=For you", "body=Dear {name}",
	    "resources=resource/routes map", NULL);
	world_add(&h.app, "recipient", "notice=notice/for you",
	    "organisation=school/900001", "contact=contact/ada", "status=sent",
	    "sent=2026-11-02", NULL);
	assert_true(id > 0);
	here_read(&h);
	assert_int_equal(h.o.send.all, 1);
	assert_string_equal(h.o.send.v[0].text, "SEND toolkit");
	here_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_special_school_lacks_resources),
		cmocka_unit_test(the_newest_results_stand_each_for_itself),
		cmocka_unit_test(a_snapshot_without_a_result_is_missed),
		cmocka_unit_test(stage_and_coordinators_are_those_of_today),
		cmocka_unit_test(each_required_role_without_anybody_is_there),
		cmocka_unit_test(a_roll_that_is_not_confirmed_is_marked),
		cmocka_unit_test(the_last_visit_and_the_next_one_are_named),
		cmocka_unit_test(promises_and_cases_are_those_open_now),
		cmocka_unit_test(a_note_is_pinned_until_its_last_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
