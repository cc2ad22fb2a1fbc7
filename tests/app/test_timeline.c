/* test_timeline.c - everything that happened with a school, in order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/select.h"
#include "app/timeline.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"
#include "tests/app/world.h"

#define HERE "school=school/900001"

struct here {
	struct app	 app;
	int64_t		 id;
	struct timeline	 line;
};

static void
here_open(struct here *h)
{
	memset(h, 0, sizeof *h);
	world_open(&h->app);
	h->id = world_add(&h->app, "school", "urn=900001", "name=Sandmere "
	    "Park", NULL);
	world_add(&h->app, "school", "urn=900002", "name=Harbour", NULL);
}

static void
here_read(struct here *h, bool only_cpd)
{
	struct timeline_ask ask = { only_cpd, DAY_NONE, DAY_NONE, 80 };
	struct err e = { 0 };

	timeline_clear(&h->line);
	must(timeline_of(&h->app, entity_find("school"), h->id, &ask, &h->line, &e), &e);
}

static void
here_close(struct here *h)
{
	timeline_clear(&h->line);
	world_close(&h->app);
}

/* "2026-11-02 Stage membership Matched: …|state" a line. */
static char *
lines(const struct here *h)
{
	struct buf b;
	char day[11];

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < h->line.n; i++) {
		const struct event *v = &h->line.v[i];

		day_iso(v->day, day);
		buf_addf(&b, "%s %s %s %s|%s\n", v->day == DAY_NONE ? "?" :
		    day, v->kind, v->ent->id, v->text, v->state);
	}
	return buf_take(&b);
}

static void
the_programme_is_in_it_newest_first(void **state)
{
	struct here h;
	char *text;

	(void)state;
	here_open(&h);
	world_add(&h.app, "network", "name=East Hub", NULL);
	world_add(&h.app, "membership", HERE, "stage=matched",
	    "from=2026-03-04", "reason=Volunteer introduced",
	    "network=network/East Hub", NULL);
	world_add(&h.app, "membership", HERE, "stage=invited",
	    "from=2025-10-01", NULL);
	world_add(&h.app, "user", "name=priya", "full_name=Priya Lindqvale",
	    NULL);
	world_add(&h.app, "user", "name=dan", NULL);
	world_add(&h.app, "coordinator", HERE, "user=user/priya",
	    "from=2025-09-01", "to=2026-08-31", NULL);
	world_add(&h.app, "coordinator", HERE, "user=user/dan",
	    "from=2026-09-01", NULL);
	world_add(&h.app, "assessment", HERE, "date=2026-07-31",
	    "source=compass", "framework=G2024", "bm1=100", "bm2=100",
	    "bm3=72", "bm4=81", "bm5=75", "bm6=100", "bm7=0", "bm8=99",
	    NULL);
	world_add(&h.app, "assessment", HERE, "date=2026-06-01",
	    "source=self-assessment", NULL);
	world_add(&h.app, "fact", HERE, "fact=budget", "value=4000",
	    "checked=2026-09-14", NULL);
	world_add(&h.app, "fact", HERE, "fact=staff briefing", "value=yes",
	    "checked=2026-10-02", NULL);
	world_add(&h.app, "fact", HERE, "fact=leader hours", "value=6",
	    "checked=2026-10-02", NULL);
	world_add(&h.app, "membership", "school=school/900002",
	    "stage=active", NULL);
	here_read(&h, false);
	text = lines(&h);
	assert_string_equal(text,
	    "2026-10-02 Facts fact staff briefing, leader hours|checked\n"
	    "2026-09-14 Facts fact budget: 4000|checked\n"
	    "2026-09-01 Person coordinator dan, coordinator|began\n"
	    "2026-08-31 Person coordinator Priya Lindqvale, coordinator|"
	    "ended\n"
	    "2026-07-31 Result assessment 3/8 (Compass, G2024)|\n"
	    "2026-06-01 Result assessment ?/8 (Self-assessment, G2024)|\n"
	    "2026-03-04 Stage membership Matched, East Hub: Volunteer "
	    "introduced|\n"
	    "2025-10-01 Stage membership Invited|\n"
	    "2025-09-01 Person coordinator Priya Lindqvale, coordinator|"
	    "began\n");
	free(text);
	here_read(&h, true);
	assert_int_equal(h.line.n, 0);
	here_close(&h);
}

static enum status
count_one(void *arg, int64_t id, struct err *e)
{
	(void)id;
	(void)e;
	++*(int *)arg;
	return ST_OK;
}

/* Several of a day open exactly their list; one opens itself. */
static void
facts_of_a_day_are_one_line_that_opens_them(void **state)
{
	struct here h;
	struct list_spec spec = { .ent = entity_find("fact"), .sort = -1 };
	struct filter *f;
	struct err e = { 0 };
	int64_t alone;
	int n = 0;

	(void)state;
	here_open(&h);
	world_add(&h.app, "fact", HERE, "fact=budget", "checked=2026-10-02",
	    NULL);
	world_add(&h.app, "fact", HERE, "fact=staff briefing",
	    "checked=2026-10-02", NULL);
	alone = world_add(&h.app, "fact", HERE, "fact=leader hours",
	    "checked=2026-10-03", NULL);
	world_add(&h.app, "fact", "school=school/900002", "fact=budget",
	    "checked=2026-10-02", NULL);
	here_read(&h, false);
	assert_int_equal(h.line.n, 2);
	assert_null(h.line.v[0].filter);
	assert_true(h.line.v[0].id == alone);
	assert_non_null(h.line.v[1].filter);
	spec.today = h.app.today;
	must(filter_parse(spec.ent, h.line.v[1].filter, spec.today, &f, &e),
	    &e);
	spec.filter = f;
	must(select_each(&h.app, &spec, count_one, &n, &e), &e);
	filter_free(f);
	assert_int_equal(n, 2);
	here_close(&h);
}

/* However long the history: LIMIT of each kind. */
static void
a_page_is_read_of_each_kind(void **state)
{
	struct timeline_ask ask = { false, DAY_NONE, DAY_NONE, 4 };
	struct here h;
	struct err e = { 0 };

	(void)state;
	here_open(&h);
	for (int i = 1; i <= 9; i++) {
		char day[32], date[32], fact[32];

		snprintf(day, sizeof day, "checked=2026-10-%02d", i);
		snprintf(date, sizeof date, "date=2026-05-%02d", i);
		snprintf(fact, sizeof fact, "fact=topic %d", i);
		world_add(&h.app, "fact", HERE, fact, day, NULL);
		world_add(&h.app, "assessment", HERE, date, "source=compass",
		    "bm1=50", NULL);
	}
	must(timeline_of(&h.app, entity_find("school"), h.id, &ask, &h.line, &e), &e);
	assert_int_equal(h.line.n, 8);
	assert_int_equal(h.line.v[0].day, day_from_iso("2026-10-09"));
	assert_int_equal(h.line.v[7].day, day_from_iso("2026-05-06"));
	here_close(&h);
}

static char *
lines_of(struct here *h, bool only_cpd, const char *first, const char *last)
{
	struct timeline_ask ask = { only_cpd, day_from_iso(first),
	    day_from_iso(last), 80 };
	struct err e = { 0 };

	timeline_clear(&h->line);
	must(timeline_of(&h->app, entity_find("school"), h->id, &ask, &h->line, &e), &e);
	return lines(h);
}

/* A role that began before the last day and ended after it: it began. */
static void
it_can_end_on_a_day_and_begin_on_one(void **state)
{
	struct here h;
	char *text;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ruth Marsden", NULL);
	world_add(&h.app, "contact", "name=Tom Ilves", NULL);
	world_add(&h.app, "role", "contact=contact/Ruth Marsden",
	    "organisation=school/900001", "role=head", "from=2025-09-01",
	    "to=2026-10-02", NULL);
	world_add(&h.app, "role", "contact=contact/Tom Ilves",
	    "organisation=school/900001", "role=SENCO", NULL);
	world_add(&h.app, "assessment", HERE, "date=2026-08-31",
	    "source=compass", "framework=G2024", "bm1=100", NULL);
	world_add(&h.app, "assessment", HERE, "date=2026-09-01",
	    "source=compass", "framework=G2024", "bm1=100", NULL);
	world_add(&h.app, "fact", HERE, "fact=budget", "value=4000",
	    "checked=2026-09-14", NULL);
	world_add(&h.app, "membership", HERE, "stage=active",
	    "from=2026-10-01", NULL);
	world_add(&h.app, "coordinator", HERE, "user=tester",
	    "from=2026-10-01", NULL);
	world_add(&h.app, "cluster", "short_name=east", "name=East",
	    NULL);
	world_add(&h.app, "member", "cluster=cluster/east",
	    "organisation=school/900001", "from=2026-10-01", NULL);
	world_add(&h.app, "encounter", "schools=school/900001", "type=talk",
	    "date=2026-09-01", NULL);
	for (int i = 0; i < 3; i++) {
		static const char *const on[] = { "date=2025-08-31",
		    "date=2025-09-01", "date=2026-09-01" };
		char title[32], cpd[32];

		snprintf(title, sizeof title, "title=Session %d", i + 1);
		snprintf(cpd, sizeof cpd, "cpd=cpd/Session %d", i + 1);
		world_add(&h.app, "cpd", title, on[i], NULL);
		world_add(&h.app, "booking", cpd,
		    "contact=contact/Tom Ilves", NULL);
	}
	text = lines_of(&h, false, "", "2026-08-31");
	assert_string_equal(text,
	    "2026-08-31 Result assessment 1/8 (Compass, G2024)|\n"
	    "2025-09-01 CPD booking Tom Ilves: Session 2|booked\n"
	    "2025-09-01 Person role Ruth Marsden, head|came\n"
	    "2025-08-31 CPD booking Tom Ilves: Session 1|booked\n"
	    "? Person role Tom Ilves, senco|came\n");
	free(text);
	text = lines_of(&h, true, "2025-09-01", "2026-08-31");
	assert_string_equal(text,
	    "2025-09-01 CPD booking Tom Ilves: Session 2|booked\n");
	free(text);
	here_close(&h);
}

static void
the_working_week_is_in_it(void **state)
{
	char *text, code[ID_CODE], plan[32];
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ms Grace Bell", NULL);
	world_add(&h.app, "contact", "name=Amara Nwosu", NULL);
	world_add(&h.app, "user", "name=dan", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-10-12",
	    "people=contact/Grace Bell, contact/Amara Nwosu",
	    "summary=Wants LMI for Y9\nand a fair", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-10-14", "kind=call",
	    "result=left message", "summary=About the fair", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-12-02",
	    "people=contact/Grace Bell", NULL);
	world_add(&h.app, "visit", "school=school/900002", "date=2026-10-15",
	    NULL);
	id_code(world_add(&h.app, "plan", HERE, "year=2026/27",
	    "agreed=2026-09-14", "status=agreed", NULL), code);
	snprintf(plan, sizeof plan, "plan=%s", code);
	world_add(&h.app, "plan", HERE, "year=2027/28", NULL);
	world_add(&h.app, "task", HERE, "title=Send toolkit", "status=done",
	    "done=2026-10-15", "owner=user/dan", NULL);
	world_add(&h.app, "task", HERE, "title=Role models", "status=done",
	    "done=2026-11-03", "owner=contact/Grace Bell",
	    plan, "number=3", NULL);
	world_add(&h.app, "task", HERE, "title=Still open", NULL);
	world_add(&h.app, "case", HERE, "title=Insurance",
	    "type=work experience", "opened=2026-09-20", "status=closed",
	    "reason=Insurer wrote", "closed=2026-10-01", NULL);
	world_add(&h.app, "handover", HERE, "text=New head prefers e-mail\n"
	    "or a call", "date=2026-11-18", "by=user/dan", NULL);
	world_add(&h.app, "succession", "old=school/900002",
	    "new=school/900001", "date=2026-09-01", NULL);
	here_read(&h, false);
	text = lines(&h);
	assert_string_equal(text,
	    "2026-12-02 Visit visit Ms Grace Bell|planned\n"
	    "2026-11-18 Note handover New head prefers e-mail|by dan\n"
	    "2026-11-03 Action task 3 Role models, Ms Grace Bell|done\n"
	    "2026-10-15 Task task Send toolkit, dan|done\n"
	    "2026-10-14 Call visit left message|\n"
	    "2026-10-12 Visit visit Amara Nwosu, Ms Grace Bell: Wants LMI for "
	    "Y9|\n"
	    "2026-10-01 Case case Insurance: Insurer wrote|closed\n"
	    "2026-09-20 Case case Insurance, Work experience problem|opened\n"
	    "2026-09-14 Plan plan Careers plan 2026/27|agreed\n"
	    "2026-09-01 School succession Converted: comes from Harbour|\n");
	free(text);
	here_close(&h);
}

/* Both at once, in one step. */
static void
turn(struct here *h, int64_t id, const char *to, const char *reason)
{
	struct row *base, *mine;
	struct err e = { 0 };

	must(record_load(&h->app, entity_find("case"), id, &base, &e), &e);
	mine = row_copy(base);
	row_set(mine, F_case_status, to);
	row_set(mine, F_case_reason, reason);
	must(record_save(&h->app, base, mine, NULL, &e), &e);
	row_free(base);
	row_free(mine);
}

/* The turns of its status and what belongs to it, not what is of others. */
static void
a_case_has_a_timeline_of_its_own(void **state)
{
	struct timeline_ask ask = { false, DAY_NONE, DAY_NONE, 80 };
	struct here h;
	struct err e = { 0 };
	int64_t id;
	char *text;

	(void)state;
	here_open(&h);
	world_add(&h.app, "case", HERE, "title=New governors",
	    "opened=2026-11-02", NULL);
	id = world_add(&h.app, "case", HERE, "title=Insurance",
	    "opened=2026-11-09", "linked=case/New governors", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-11-10",
	    "case=case/Insurance", "summary=Saw the policy", NULL);
	world_add(&h.app, "visit", HERE, "date=2026-11-11", NULL);
	world_add(&h.app, "task", "title=Ask the insurer",
	    "about=case/Insurance", "status=done", "done=2026-11-12", NULL);
	turn(&h, id, "waiting", "for the insurer");
	turn(&h, id, "closed", "insurer wrote");
	timeline_clear(&h.line);
	must(timeline_of(&h.app, entity_find("case"), id, &ask, &h.line, &e),
	    &e);
	text = lines(&h);
	assert_string_equal(text,
	    "2026-11-20 Status case Closed: insurer wrote|was waiting\n"
	    "2026-11-20 Status case Waiting: for the insurer|was open\n"
	    "2026-11-12 Task task Ask the insurer, tester|done\n"
	    "2026-11-10 Visit visit Saw the policy|\n"
	    "2026-11-09 Status case Opened|\n"
	    "2026-11-02 Case case New governors, Other|opened\n");
	free(text);
	here_close(&h);
}

static void
the_network_is_in_it_of_school_and_employer(void **state)
{
	struct here h;
	struct timeline_ask ask = { false, DAY_NONE, DAY_NONE, 80 };
	struct err e = { 0 };
	int64_t arup;
	char *text;

	(void)state;
	here_open(&h);
	arup = world_add(&h.app, "employer", "name=Arup", NULL);
	world_add(&h.app, "user", "name=dan", NULL);
	world_add(&h.app, "contact", "name=Tom Adeyemi", NULL);
	world_add(&h.app, "volunteer", "contact=contact/adeyemi",
	    "employer=employer/arup", NULL);
	world_add(&h.app, "match", HERE, "volunteer=volunteer/adeyemi",
	    "status=ended", "from=2026-09-07", "to=2026-10-30", NULL);
	world_add(&h.app, "activity", HERE, "volunteer=volunteer/adeyemi",
	    "date=2026-10-05", "minutes=120", "kind=governors meeting", NULL);
	world_add(&h.app, "request", HERE, "kind=talks",
	    "title=Bridges speaker", "date=2026-10-10", NULL);
	world_add(&h.app, "approach", "organisation=employer/arup",
	    "request=request/bridges", "date=2026-10-12", "status=said no",
	    "reason=no time", "owner=user/dan", NULL);
	world_add(&h.app, "offer", "organisation=employer/arup",
	    "kind=mentoring", "date=2026-10-20", NULL);
	world_add(&h.app, "placement", HERE, "employer=employer/arup",
	    "from=2026-10-26", "filled=4", NULL);
	world_add(&h.app, "notice", "title=Autumn", "date=2026-11-02", NULL);
	world_add(&h.app, "recipient", "organisation=school/900001",
	    "notice=notice/autumn", "contact=contact/adeyemi", "status=sent",
	    "sent=2026-11-02", "replied=2026-11-04", "reply=by Friday", NULL);
	here_read(&h, false);
	text = lines(&h);
	assert_string_equal(text,
	    "2026-11-04 Reply recipient Autumn: by Friday|by Tom Adeyemi\n"
	    "2026-11-02 Notice recipient Autumn, to Tom Adeyemi|sent\n"
	    "2026-10-30 Match match Tom Adeyemi, Enterprise Adviser|ended\n"
	    "2026-10-26 Placement placement Work experience, Arup, 4 pupils|"
	    "planned\n"
	    "2026-10-10 Request request Bridges speaker|open\n"
	    "2026-10-05 Volunteer activity Tom Adeyemi: governors meeting, "
	    "120 min|\n"
	    "2026-09-07 Match match Tom Adeyemi, Enterprise Adviser|began\n");
	free(text);
	timeline_clear(&h.line);
	must(timeline_of(&h.app, entity_find("employer"), arup, &ask, &h.line,
	    &e), &e);
	text = lines(&h);
	assert_string_equal(text,
	    "2026-10-26 Placement placement Work experience, Sandmere Park, "
	    "4 pupils|planned\n"
	    "2026-10-20 Offer offer Mentoring|open\n"
	    "2026-10-12 Asked approach Bridges speaker, Sandmere Park: no "
	    "time, by dan|said no\n");
	free(text);
	here_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_network_is_in_it_of_school_and_employer),
		cmocka_unit_test(the_programme_is_in_it_newest_first),
		cmocka_unit_test(facts_of_a_day_are_one_line_that_opens_them),
		cmocka_unit_test(a_page_is_read_of_each_kind),
		cmocka_unit_test(it_can_end_on_a_day_and_begin_on_one),
		cmocka_unit_test(the_working_week_is_in_it),
		cmocka_unit_test(a_case_has_a_timeline_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
