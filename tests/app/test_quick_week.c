/* test_quick_week.c - visits, calls, tasks and plans in a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_line.h"

#include <stdlib.h>
#include <string.h>

#include "model/fields.h"

#define NORTH	"Northgate School"
#define BELL	"Ms Grace Bell"
#define NWOSU	"Ms Joy Nwosu (there)"

static void
visits_are_logged_with_what_is_to_come(void **state)
{
	static const struct line lines[] = {
	{ "visit northgate; @bell @nwosu; bm 3 6; 45m; summary: LMI page "
	    "agreed for Jan; todo send toolkit fri; @bell todo placement list "
	    "9/12; next wed 2/12 10:00", NULL, QUICK_READY,
	    NORTH " | " BELL ", " NWOSU " | Visit BM3,6 | 45 min | " TODAY
	    " | summary: LMI page agreed for Jan | done | todo: send toolkit "
	    "by Fri 27 Nov 2026, todo Ms Grace Bell: placement list by "
	    "Wed 9 Dec 2026 | next visit Wed 2 Dec 2026 10:00" },
	{ "visit northgate; tue 9:30-10:15; @bell, nwosu; venue: library",
	    NULL, QUICK_READY, NORTH " | " BELL ", " NWOSU " | Visit | "
	    "45 min | Tue 17 Nov 2026 09:30 | venue: library | done" },
	{ "northgate; visit; @bell; 45m", NULL, QUICK_READY,
	    NORTH " | " BELL " | Visit | 45 min | " TODAY " | done" },
	{ "visit northgate; 1/12 9:30", NULL, QUICK_READY,
	    NORTH " | Visit | Tue 1 Dec 2026 09:30 | (planned)" },
	{ "plan visit northgate; thu 10:00", NULL, QUICK_READY,
	    NORTH " | Visit | Thu 26 Nov 2026 10:00 | planned" },
	{ "visit northgate; plan; thu", NULL, QUICK_READY,
	    NORTH " | Visit | Thu 26 Nov 2026 | planned" },
	{ "visit arup; 30m; again fri", NULL, QUICK_READY,
	    "Arup | Visit | 30 min | " TODAY " | done | "
	    "todo: Visit Arup by Fri 27 Nov 2026" },
	{ "visit northgate; y10 24", NULL, QUICK_REFUSED,
	    "\"y10 24\" is no part of a visit: write visit northgate; @bell "
	    "@nwosu; bm 3 6; 45m; summary: LMI page agreed for Jan; todo send "
	    "toolkit fri; @bell todo placement list 9/12; next wed 2/12 "
	    "10:00" },
	{ "visit northgate & sandm; 45m", NULL, QUICK_REFUSED,
	    "one school a line: write two lines" },
	{ "visit northgate; @zzz", NULL, QUICK_REFUSED, "no person \"zzz\"" },
	{ "visit northgate; 45m; todo send it @bel", NULL, QUICK_READY,
	    NORTH " | Visit | 45 min | " TODAY " | done | todo bel: send it" },
	{ "visit northgate; thu; fri", NULL, QUICK_REFUSED,
	    "two days: \"thu\" and \"fri\"" },
	{ "visit northgate; 1/12; delivered", NULL, QUICK_REFUSED,
	    "Tue 1 Dec 2026 is still to come: it cannot be done" },
	{ "visit northgate; next some day", NULL, QUICK_REFUSED,
	    "\"next some day\": which day is next? Write next wed 2/12 "
	    "10:00" },
	/* pupils are counted: a kind of encounter, as before */
	{ "harbour; tfl; visit; y12 18", NULL, QUICK_ASK,
	    "\"visit\" could be: 1 workplace visit BM6  2 campus visit BM7  "
	    "3 university visit BM7" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
one_that_was_planned_is_asked_about(void **state)
{
	static const struct line lines[] = {
	{ "visit ashdown; 45m", NULL, QUICK_ASK,
	    "planned for Thu 19 Nov 2026: 1 that planned one happened  "
	    "2 a new one" },
	{ "visit ashdown; 45m", "1", QUICK_READY,
	    "Ashdown Green School | Visit | 45 min | Thu 19 Nov 2026 | done" },
	{ "visit ashdown; 45m; todo thank them mon", "2", QUICK_READY,
	    "Ashdown Green School | Visit | 45 min | " TODAY " | done | "
	    "todo: thank them by Mon 23 Nov 2026" },
	{ "met hale; ashdown", NULL, QUICK_READY,
	    "Ashdown Green School | Mr Hale | Meeting | " TODAY " | done" },
	{ "visit ashdown; 10/11", NULL, QUICK_READY,
	    "Ashdown Green School | Visit | Tue 10 Nov 2026 | done" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
calls_are_tried_again(void **state)
{
	static const struct line lines[] = {
	{ "call okoro; no answer; again thu", NULL, QUICK_READY,
	    "(Harbour UTC) | Ms Okoro | Call | " TODAY " | no answer | done | "
	    "done: Call Ms Okoro | todo: Call Ms Okoro by Thu 26 Nov 2026, "
	    "attempt 3" },
	/* a task that counts its attempts is one of them, whatever for */
	{ "call chowdhury; brookvale; no answer; again thu", NULL, QUICK_READY,
	    "Brookvale Special School | Ms Rumana Chowdhury | Call | " TODAY
	    " | no answer | done | done: Call about the fair | "
	    "todo: Call Ms Rumana Chowdhury by Thu 26 Nov 2026, attempt 2" },
	{ "call okoro; spoke", NULL, QUICK_READY,
	    "(Harbour UTC) | Ms Okoro | Call | " TODAY " | spoke | done | "
	    "done: Call Ms Okoro" },
	{ "call okoro; left message", NULL, QUICK_READY,
	    "(Harbour UTC) | Ms Okoro | Call | " TODAY " | left message | "
	    "done" },
	{ "call hale; left message; again mon about the fair", NULL,
	    QUICK_REFUSED, "\"again mon about the fair\": again when? Write "
	    "again thu" },
	{ "call hale; left message; again about the fair mon", NULL,
	    QUICK_READY, "(Harbour UTC) | Mr Hale | Call | " TODAY
	    " | left message | done | todo: Call Mr Hale: about the fair by "
	    "Mon 23 Nov 2026, attempt 1" },
	{ "call hale; no answer; again", NULL, QUICK_REFUSED,
	    "\"again\" alone: write as in again northgate toolkit fri" },
	{ "call smith; left message", NULL, QUICK_ASK,
	    "4 people named Smith: 1 J Smith, Northgate School  2 Anna Smith, "
	    SANDM "  3 Peter Smith  4 Dr Owen Smith" },
	{ "call smith; left message", "2", QUICK_READY,
	    "(" SANDM ") | Anna Smith | Call | " TODAY " | left message | "
	    "done" },
	{ "call smith; northgate", NULL, QUICK_READY,
	    NORTH " | J Smith (there) | Call | " TODAY " | done" },
	{ "call peter smith", NULL, QUICK_REFUSED,
	    "which school? Peter Smith has no role at one today" },
	{ "call zzz", NULL, QUICK_REFUSED,
	    "no school, employer or person \"zzz\"" },
	{ "email bell; northgate; summary: sent the list; todo ring her mon",
	    NULL, QUICK_READY, NORTH " | " BELL " | E-mail | " TODAY
	    " | summary: sent the list | done | "
	    "todo: ring her by Mon 23 Nov 2026" },
	{ "met joy nwosu; 30m; wed; next wed 2pm-3", NULL, QUICK_READY,
	    "(" NORTH ") | Ms Joy Nwosu | Meeting | 30 min | Wed 18 Nov 2026 | "
	    "done | next meeting Wed 25 Nov 2026 14:00" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
tasks_stand_alone_or_behind_any_line(void **state)
{
	static const struct line lines[] = {
	{ "todo send toolkit fri", NULL, QUICK_READY,
	    "todo: send toolkit by Fri 27 Nov 2026" },
	{ "todo send toolkit", NULL, QUICK_READY, "todo: send toolkit" },
	{ "todo: ring the hall by 2 dec 2026", NULL, QUICK_READY,
	    "todo: ring the hall by Wed 2 Dec 2026" },
	{ "todo meet them fri 10:00", NULL, QUICK_READY,
	    "todo: meet them 10:00 by Fri 27 Nov 2026" },
	{ "northgate; todo send toolkit fri", NULL, QUICK_READY,
	    NORTH " | todo: send toolkit by Fri 27 Nov 2026" },
	{ "northgate; @bell todo placement list 9/12", NULL, QUICK_READY,
	    NORTH " | todo Ms Grace Bell: placement list by Wed 9 Dec 2026" },
	{ "todo placement list; northgate; @bell; 9/12; note: in two parts",
	    NULL, QUICK_READY, NORTH " | todo Ms Grace Bell: placement list "
	    "by Wed 9 Dec 2026 | note: in two parts" },
	/* who has one school */
	{ "@hale todo send the list 9/12", NULL, QUICK_READY,
	    "(Harbour UTC) | todo Mr Hale: send the list by Wed 9 Dec 2026" },
	{ "todo send the list; @hale", NULL, QUICK_READY,
	    "(Harbour UTC) | todo Mr Hale: send the list" },
	{ "arup; @hale todo send the list", NULL, QUICK_READY,
	    "Arup | todo Mr Hale: send the list" },
	/* one of us, by the whole name alone */
	{ "northgate; @bel todo placement list 9/12", NULL, QUICK_READY,
	    NORTH " | todo bel: placement list by Wed 9 Dec 2026" },
	{ "todo placement list; northgate; @Bel", NULL, QUICK_READY,
	    NORTH " | todo Bel: placement list" },
	{ "todo placement list; northgate; @bel; @hale", NULL, QUICK_REFUSED,
	    "\"@bel\": who is to do it? One person a todo" },
	{ "northgate & sandm; todo thank them mon", NULL, QUICK_READY,
	    NORTH ", " SANDM " | todo: thank them by Mon 23 Nov 2026" },
	{ "barclays; todo ask for a speaker", NULL, QUICK_READY,
	    "Barclays Bank | todo: ask for a speaker" },
	{ "sandm; barc; mock; y10 24; todo thank barclays mon; tue", NULL,
	    QUICK_READY, SANDM " | Barclays Bank | Mock interview BM5 | "
	    "Y10 24 | Tue 17 Nov 2026 | delivered | "
	    "todo: thank barclays by Mon 23 Nov 2026" },
	{ "cancel sandm mock tue; employer withdrew; todo find another fri",
	    NULL, QUICK_READY, SANDM " | mock interview | Tue 24 Nov 2026 | "
	    "cancelled | reason: employer withdrew | todo: find another by "
	    "Fri 27 Nov 2026" },
	{ "todo fri", NULL, QUICK_REFUSED, "\"todo fri\": what is to be done? "
	    "Write todo send toolkit fri" },
	{ "todo", NULL, QUICK_REFUSED,
	    "todo what? Write northgate; todo send toolkit fri" },
	{ "todo send it 3/9", NULL, QUICK_REFUSED, "\"3/9\" would be "
	    "Thu 3 Sep 2026, which has passed: write its year" },
	{ "todo send it; northgate; 2h", NULL, QUICK_REFUSED,
	    "\"2h\" is no part of a task: write northgate; todo send toolkit "
	    "fri" },
	{ "@zzz todo list; northgate", NULL, QUICK_REFUSED,
	    "no person \"zzz\"" },
	{ "sandm; talk; again thu", NULL, QUICK_REFUSED,
	    "\"again thu\": again goes with visit, call, email or met; or "
	    "write todo" },
	/* a day to come in a line about an encounter, as before */
	{ "sandm; talk; next fri", NULL, QUICK_READY, SANDM " | Talk BM5 | "
	    "Fri 27 Nov 2026 | (planned)" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
visits_are_planned_and_tasks_put_off(void **state)
{
	static const struct line lines[] = {
	{ "next wed 10:00; northgate", NULL, QUICK_READY,
	    NORTH " | Visit | Wed 25 Nov 2026 10:00 | planned" },
	{ "northgate; next wed 2/12 10:00", NULL, QUICK_READY,
	    NORTH " | Visit | Wed 2 Dec 2026 10:00 | planned" },
	{ "next wed 10:00; northgate; @bell; todo print the LMI page tue",
	    NULL, QUICK_READY, NORTH " | " BELL " | Visit | "
	    "Wed 25 Nov 2026 10:00 | planned | todo: print the LMI page by "
	    "Tue 24 Nov 2026" },
	{ "again northgate toolkit fri", NULL, QUICK_READY,
	    NORTH " | Send toolkit | due Fri 27 Nov 2026, was "
	    "Mon 23 Nov 2026" },
	{ "northgate; again hall fri", NULL, QUICK_READY,
	    NORTH " | Book the hall | due Fri 27 Nov 2026, was "
	    "Tue 1 Dec 2026" },
	{ "again okoro mon", NULL, QUICK_READY, "Harbour UTC | Call Ms Okoro "
	    "| due Mon 23 Nov 2026, was Fri 20 Nov 2026" },
	{ "again harbour mon", NULL, QUICK_READY, "Harbour UTC | Call Ms Okoro "
	    "| due Mon 23 Nov 2026, was Fri 20 Nov 2026" },
	{ "again northgate fri", NULL, QUICK_ASK,
	    "4 open tasks: 1 Send toolkit, " NORTH ", Mon 23 Nov  "
	    "2 Book the hall, " NORTH ", Tue 1 Dec  "
	    "3 Publish the programme, " NORTH "  4 Survey Y9, " NORTH },
	{ "again northgate fri", "4", QUICK_READY,
	    NORTH " | Survey Y9 | due Fri 27 Nov 2026" },
	{ "again northgate zzz fri", NULL, QUICK_REFUSED,
	    "no open task is called \"northgate zzz\", at " NORTH
	    " or elsewhere" },
	{ "again northgate toolkit mon", NULL, QUICK_REFUSED,
	    "Send toolkit is due on Mon 23 Nov 2026 already" },
	{ "again toolkit", NULL, QUICK_REFUSED,
	    "\"again toolkit\": again when? Write again thu" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
planned_visits_are_closed_moved_and_called_off(void **state)
{
	static const struct line lines[] = {
	{ "cancel sandm", NULL, QUICK_ASK, "3 planned at " SANDM
	    ": 1 Tue 24 Nov mock interview  2 Thu 26 Nov careers fair  "
	    "3 Wed 2 Dec visit" },
	{ "cancel sandm; ill", "3", QUICK_READY, SANDM " | visit | "
	    "Wed 2 Dec 2026 | cancelled | reason: ill" },
	{ "cancel sandm visit wed 2/12", NULL, QUICK_READY, SANDM " | visit | "
	    "Wed 2 Dec 2026 | cancelled" },
	{ "moved sandm visit to thu 9:30", NULL, QUICK_READY, SANDM " | visit "
	    "| Thu 26 Nov 2026 09:30 | planned" },
	{ "done ashdown visit; @bell; 45m; bm 3; summary: all well; todo "
	    "thank them mon", NULL, QUICK_READY, "Ashdown Green School | "
	    BELL " | Visit BM3 | 45 min | Thu 19 Nov 2026 | "
	    "summary: all well | done | todo: thank them by Mon 23 Nov 2026" },
	{ "done ashdown call; left message", NULL, QUICK_READY,
	    "Ashdown Green School | Call | Wed 18 Nov 2026 | left message | "
	    "done" },
	{ "done ashdown call; @hale; no answer; again thu; next fri", NULL,
	    QUICK_READY, "Ashdown Green School | Mr Hale | Call | "
	    "Wed 18 Nov 2026 | no answer | done | todo: Call Mr Hale by "
	    "Thu 26 Nov 2026, attempt 1 | next call Fri 27 Nov 2026" },
	{ "done sandm visit", NULL, QUICK_REFUSED,
	    "Wed 2 Dec 2026 is still to come: it cannot be done" },
	{ "done ashdown visit; mode: virtual", NULL, QUICK_REFUSED,
	    "a visit has no \"mode\"" },
	{ "cancel arup visit", NULL, QUICK_READY, "Arup | visit | "
	    "Wed 25 Nov 2026 | cancelled" },
	{ "moved arup visit to fri", NULL, QUICK_READY, "Arup | visit | "
	    "Fri 27 Nov 2026 | planned" },
	{ "cancel northgate visit", NULL, QUICK_REFUSED,
	    "nothing like visit is planned at " NORTH },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

static void
actions_of_a_plan_are_done_by_number(void **state)
{
	static const struct line lines[] = {
	{ "northgate; plan 3 done", NULL, QUICK_READY,
	    NORTH " | careers plan 2026/27 | 3 Publish the programme | "
	    "(done Fri 20 Nov 2026)" },
	{ "northgate; plan 3, 4 done; tue", NULL, QUICK_READY,
	    NORTH " | careers plan 2026/27 | 3 Publish the programme, "
	    "4 Survey Y9 | done Tue 17 Nov 2026" },
	{ "northgate; plan 9 done", NULL, QUICK_REFUSED,
	    "no action 9 in the careers plan of " NORTH " for 2026/27: its "
	    "numbers are 1, 2, 3, 4" },
	{ "northgate; plan 1 done", NULL, QUICK_REFUSED,
	    "action 1, Audit the careers page, is done already" },
	{ "northgate; plan 2 done", NULL, QUICK_REFUSED,
	    "action 2, Find a link governor, was dropped" },
	{ "sandm; plan 1 done", NULL, QUICK_REFUSED,
	    SANDM " has no careers plan with numbered actions for 2026/27" },
	{ "plan 3 done", NULL, QUICK_REFUSED,
	    "which school? Write northgate; plan 3 done" },
	{ "northgate; plan 3 done; next fri", NULL, QUICK_REFUSED,
	    "\"next fri\" is still to come" },
	{ "northgate; plan 3 done; y10 24", NULL, QUICK_REFUSED,
	    "\"y10 24\" is too much: write northgate; plan 3 done" },
	};

	(void)state;
	assert_lines(lines, COUNT(lines));
}

/* --- what is written ----------------------------------------------------- */

static const struct row *
op(const struct quick *q, size_t i)
{
	assert_non_null(q->plan);
	assert_true(i < q->plan->n);
	return q->plan->op[i].mine;
}

static void
a_visit_is_one_plan(void **state)
{
	static const struct line line = { "visit northgate; @bell @nwosu; bm 3 "
	    "6; 45m; todo send toolkit fri; @bell todo placement list 9/12; "
	    "next wed 2/12 10:00", NULL, QUICK_READY, "" };
	struct world w;
	struct quick q;
	int64_t north, bell;

	(void)state;
	world_init(&w);
	north = world_id(&w, ENT_school, NORTH);
	bell = world_id(&w, ENT_contact, "Ms Grace Bell");
	read_line(&w, &line, &q);
	assert_int_equal(q.state, QUICK_READY);
	assert_int_equal(q.plan->n, 4);
	assert_int_equal(q.plan->main, 0);
	assert_int_equal(row_members(op(&q, 0), F_visit_people)->n, 2);
	assert_true(row_is(op(&q, 0), F_visit_status, "done"));
	assert_true(row_ref(op(&q, 0), F_visit_school) == north);
	/* both about the visit, which is the first of the plan */
	for (size_t i = 1; i < 3; i++) {
		assert_true(row_ref(op(&q, i), F_task_about) == 1);
		assert_true(str_starts(row_get(op(&q, i), F_task_about),
		    "visit/"));
		assert_true(row_ref(op(&q, i), F_task_school) == north);
	}
	assert_true(row_is_empty(op(&q, 1), F_task_owner));
	assert_true(row_ref(op(&q, 2), F_task_owner) == bell);
	assert_string_equal(row_get(op(&q, 2), F_task_due), "2026-12-09");
	assert_true(row_is(op(&q, 3), F_visit_status, "planned"));
	assert_string_equal(row_get(op(&q, 3), F_visit_date), "2026-12-02");
	assert_string_equal(row_get(op(&q, 3), F_visit_start), "10:00");
	quick_clear(&q);
	world_clear(&w);
}

static void
a_call_closes_the_task_of_the_last(void **state)
{
	static const struct line line = { "call okoro; no answer; again thu",
	    NULL, QUICK_READY, "" };
	struct world w;
	struct quick q;

	(void)state;
	world_init(&w);
	read_line(&w, &line, &q);
	assert_int_equal(q.state, QUICK_READY);
	assert_int_equal(q.plan->n, 3);
	assert_true(row_is(op(&q, 0), F_visit_kind, "call"));
	assert_true(row_is(op(&q, 0), F_visit_result, "no answer"));
	assert_non_null(q.plan->op[1].base);
	assert_true(row_is(op(&q, 1), F_task_status, "done"));
	assert_true(row_is(op(&q, 1), F_task_reason, "no answer"));
	assert_true(row_is(op(&q, 2), F_task_attempt, "3"));
	assert_true(row_ref(op(&q, 2), F_task_about) ==
	    world_id(&w, ENT_contact, "Ms Okoro"));
	quick_clear(&q);
	world_clear(&w);
}

/* On a school's record: its school, unless the person works elsewhere. */
static void
the_school_on_screen_is_taken(void **state)
{
	static const struct {
		const char *line, *echo;
	} v[] = {
		{ "visit; 45m", "(" NORTH ") | Visit | 45 min | " TODAY
		    " | done" },
		{ "call smith", "(" NORTH ") | J Smith (there) | Call | " TODAY
		    " | done" },
		{ "call okoro; left message", "(Harbour UTC) | Ms Okoro | Call "
		    "| " TODAY " | left message | done" },
		{ "todo send toolkit fri", "(" NORTH ") | todo: send toolkit "
		    "by Fri 27 Nov 2026" },
		{ "again toolkit fri", NORTH " | Send toolkit | due "
		    "Fri 27 Nov 2026, was Mon 23 Nov 2026" },
		{ "plan 3 done", "(" NORTH ") | careers plan 2026/27 | "
		    "3 Publish the programme | (done Fri 20 Nov 2026)" },
	};
	struct world w;
	struct quick_opts o = { .nschools = 1 };
	struct err e;
	int64_t north;

	(void)state;
	world_init(&w);
	north = world_id(&w, ENT_school, NORTH);
	o.schools = &north;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct quick q;

		assert_int_equal(quick_understand(&w.look, v[i].line, &o, &q,
		    &e), ST_OK);
		assert_string_equal(q.state == QUICK_READY ? q.echo : q.say,
		    v[i].echo);
		quick_clear(&q);
	}
	world_clear(&w);
}

/* The candidates for the part at the end of LINE, blank-separated; FROM as it
 * should be. */
static void
is_completed(const struct world *w, const char *line, size_t from,
    const char *want)
{
	struct strs out = { 0 };
	struct err e = { 0 };
	size_t at, len;
	char *all;

	assert_int_equal(quick_suggest(&w->look, line, strlen(line), &out, &at,
	    &len, &e), ST_OK);
	all = strs_join(&out, " | ");
	assert_string_equal(all, want);
	assert_int_equal(at, from);
	free(all);
	strs_clear(&out);
}

static void
tab_completes_people_verbs_and_results(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	is_completed(&w, "visit northgate; @be", 17, "@Ms Grace Bell");
	is_completed(&w, "visit northgate; @bell @ok", 23, "@Ms Okoro");
	is_completed(&w, "call oko", 5, "Ms Okoro");
	is_completed(&w, "call okoro; no a", 12, "no answer");
	is_completed(&w, "call okoro; resu", 12, "result: ");
	is_completed(&w, "call okoro; agai", 12, "again");
	is_completed(&w, "sandm; talk; tod", 13, "todo");
	is_completed(&w, "tod", 0, "todo");
	world_clear(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(visits_are_logged_with_what_is_to_come),
		cmocka_unit_test(one_that_was_planned_is_asked_about),
		cmocka_unit_test(calls_are_tried_again),
		cmocka_unit_test(tasks_stand_alone_or_behind_any_line),
		cmocka_unit_test(visits_are_planned_and_tasks_put_off),
		cmocka_unit_test(
		    planned_visits_are_closed_moved_and_called_off),
		cmocka_unit_test(actions_of_a_plan_are_done_by_number),
		cmocka_unit_test(a_visit_is_one_plan),
		cmocka_unit_test(a_call_closes_the_task_of_the_last),
		cmocka_unit_test(the_school_on_screen_is_taken),
		cmocka_unit_test(tab_completes_people_verbs_and_results),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
