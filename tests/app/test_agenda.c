/* test_agenda.c - the blocks of the first screen and what their figures open. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/agenda.h"
#include "app/lists.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/tables.h"
#include "tests/app/world.h"

/* The user coordinates Sandmere; sam Harbour; nobody Northgate. */
static void
make_schools(struct app *app)
{
	static const char *const names[] = { "name=Sandmere Park",
		"name=Harbour UTC", "name=Northgate School" };

	for (int i = 0; i < 3; i++) {
		char *urn = xasprintf("urn=90000%d", i + 1);

		world_add(app, "school", urn, names[i], NULL);
		free(urn);
	}
	world_add(app, "employer", "name=Arup", NULL);
	world_add(app, "employer", "name=Quay Tiles", NULL);
	world_add(app, "user", "name=sam", NULL);
	world_add(app, "user", "name=dan", NULL);
	world_add(app, "coordinator", "school=900001", "user=tester",
	    "from=2025-09-01", NULL);
	world_add(app, "coordinator", "school=900002", "user=sam",
	    "from=2025-09-01", NULL);
}

/* Titles of a block, "a; b"; the caller frees it. */
static char *
titles(const struct agenda *a, enum agenda_block block)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].block == block)
			buf_addf(&b, "%s%s", b.n > 0 ? "; " : "",
			    a->v[i].title);
	return buf_take(&b);
}

static void
read_all(struct app *app, struct agenda *a)
{
	struct err e = { 0 };
	bool more = true;

	must(agenda_read(app, 28, 12, a, &e), &e);
	while (more)
		must(agenda_count(app, a, &more, &e), &e);
}

static void
block_is(struct app *app, enum agenda_block block, const char *want)
{
	struct agenda a;
	char *have;

	read_all(app, &a);
	have = titles(&a, block);
	if (strcmp(have, want) != 0)
		fail_msg("block %d is \"%s\", not \"%s\"", (int)block, have,
		    want);
	free(have);
	agenda_clear(&a);
}

/* Every figure is what the list it opens counts, and its items are of it. */
static void
figures_are_their_lists(struct app *app)
{
	struct agenda a;
	struct err e = { 0 };

	read_all(app, &a);
	for (size_t i = 0; i < a.nparts; i++) {
		const struct agenda_part *p = &a.part[i];
		struct list_page page = { 0 };
		struct lister l;
		int64_t n;
		size_t items = 0;
		bool found;

		must(lister_open(&l, app, p->ent, p->filter, &e), &e);
		must(lister_count(&l, 1000, &n, &e), &e);
		if (n != p->count)
			fail_msg("%s %s: %lld, not %lld", p->ent->id,
			    p->filter, (long long)p->count, (long long)n);
		for (size_t k = 0; k < a.n; k++) {
			if (a.v[k].block != p->block || a.v[k].ent != p->ent ||
			    (a.v[k].field != p->field &&
			    p->block != AG_WAITING))	/* expected or due */
				continue;
			must(lister_one(&l, a.v[k].id, &page, &found, &e), &e);
			items += found;
		}
		assert_true(items >= p->n || p->count > 12);
		list_clear(&page);
		lister_close(&l);
	}
	agenda_clear(&a);
}

/* Today is Friday 20 November. */
static void
each_record_is_in_one_block(void **state)
{
	struct app app;

	(void)state;
	world_open(&app);
	make_schools(&app);
	world_add(&app, "task", "title=late", "due=2026-11-19", NULL);
	world_add(&app, "task", "title=today", "due=2026-11-20", NULL);
	world_add(&app, "task", "title=last of the week", "due=2026-11-27",
	    NULL);
	world_add(&app, "task", "title=after it", "due=2026-11-28", NULL);
	world_add(&app, "task", "title=far", "due=2027-02-01", NULL);
	world_add(&app, "task", "title=done", "due=2026-11-19",
	    "status=done", NULL);
	world_add(&app, "task", "title=waits", "due=2026-11-19",
	    "waiting_for=the quarry", NULL);
	world_add(&app, "task", "title=of dan", "due=2026-11-21",
	    "owner=user/dan", NULL);
	world_add(&app, "case", "title=case late", "school=900001",
	    "due=2026-11-18", NULL);
	world_add(&app, "case", "title=case soon", "school=900001",
	    "due=2026-11-22", NULL);
	world_add(&app, "case", "title=case waits", "school=900001",
	    "status=waiting", NULL);
	world_add(&app, "plan", "school=900001", "year=2026/27",
	    "review=2026-11-23", NULL);
	world_add(&app, "visit", "employer=employer/arup", "date=2026-11-06",
	    "next_contact=2026-11-24", NULL);
	world_add(&app, "visit", "employer=employer/quay", "date=2026-09-06",
	    "next_contact=2026-11-17", NULL);
	world_add(&app, "visit", "employer=employer/quay", "date=2026-09-01",
	    "next_contact=2026-09-24", NULL);
	world_add(&app, "visit", "school=900001", "date=2026-11-20",
	    "status=planned", NULL);
	world_add(&app, "visit", "school=900001", "date=2026-11-18",
	    "status=planned", NULL);
	block_is(&app, AG_TODAY, "Sandmere Park");
	block_is(&app, AG_TOCLOSE, "Sandmere Park");
	block_is(&app, AG_LATE, "case late; late; Quay Tiles");
	block_is(&app, AG_WEEK, "today; case soon; Review the careers plan "
	    "2026/27; Arup; last of the week");
	block_is(&app, AG_WAITING, "waits; of dan; case waits");
	block_is(&app, AG_FOR, "");
	block_is(&app, AG_COMING, "after it");
	figures_are_their_lists(&app);
	world_close(&app);
}

static void
who_coordinates_has_theirs_and_who_does_not_has_all(void **state)
{
	struct app app, lee;

	(void)state;
	world_open(&app);
	make_schools(&app);
	world_add(&app, "visit", "school=900003", "date=2026-11-20",
	    "status=planned", "owner=user/dan", NULL);
	world_add(&app, "task", "title=of dan", "due=2026-11-19",
	    "school=900003", "owner=user/dan", "asked_by=user/sam", NULL);
	world_add(&app, "task", "title=of ours", "due=2026-11-19",
	    "school=900001", "owner=user/dan", "asked_by=user/sam", NULL);
	block_is(&app, AG_TODAY, "");
	block_is(&app, AG_LATE, "of ours");
	world_open_as(&lee, &app, "lee");
	block_is(&lee, AG_TODAY, "Northgate School");
	block_is(&lee, AG_LATE, "of dan; of ours");
	figures_are_their_lists(&lee);
	world_close(&lee);
	world_close(&app);
}

/* What is expected, else due, before the next term begins: no far-off action of
 * a plan; by that day too when it is cut. */
static void
others_are_waited_for_in_this_term(void **state)
{
	struct app app;
	struct agenda a;
	struct err e = { 0 };
	char *have;

	(void)state;
	world_open(&app);
	make_schools(&app);
	world_add(&app, "term", "title=Autumn", "from=2026-09-01",
	    "to=2026-12-18", NULL);
	world_add(&app, "term", "title=Spring", "from=2027-01-11",
	    "to=2027-03-25", NULL);
	world_add(&app, "task", "title=in spring", "due=2027-01-11",
	    "owner=user/dan", NULL);
	world_add(&app, "task", "title=in the holidays", "due=2027-01-10",
	    "owner=user/dan", NULL);
	world_add(&app, "task", "title=first", "due=2027-02-01",
	    "waiting_for=the quarry", "expected=2026-10-01", NULL);
	world_add(&app, "task", "title=not yet", "due=2026-10-02",
	    "waiting_for=the quarry", "expected=2027-02-01", NULL);
	world_add(&app, "task", "title=third", "due=2026-10-01",
	    "waiting_for=the quarry", "expected=2026-12-01", NULL);
	world_add(&app, "task", "title=second", "due=2026-10-03",
	    "owner=user/dan", NULL);
	world_add(&app, "case", "title=far", "school=900001",
	    "status=waiting", "due=2027-02-02", NULL);
	block_is(&app, AG_WAITING, "first; second; third; in the holidays");
	figures_are_their_lists(&app);
	must(agenda_read(&app, 28, 2, &a, &e), &e);
	have = titles(&a, AG_WAITING);
	assert_string_equal(have, "first; second");
	free(have);
	agenda_clear(&a);
	world_close(&app);
}

static void
during_cover_their_work_is_there(void **state)
{
	static const struct {
		const char *day, *tasks, *visits;
	} days[] = {
		{ "2026-11-17", "", "" },
		{ "2026-11-18", "call back; no day", "Harbour UTC" },
		{ "2026-11-20", "call back; no day", "Harbour UTC" },
		{ "2026-11-21", "", "" },
	};
	struct app app;
	struct agenda a;

	(void)state;
	world_open(&app);
	make_schools(&app);
	world_add(&app, "visit", "school=900002", "date=2026-11-16",
	    "status=planned", "owner=user/sam", NULL);
	world_add(&app, "task", "title=call back", "due=2026-11-17",
	    "school=900002", "owner=user/sam", "asked_by=user/sam", NULL);
	world_add(&app, "task", "title=no day", "owner=user/sam",
	    "asked_by=user/sam", NULL);
	world_add(&app, "cover", "user=sam", "by=tester", "from=2026-11-18",
	    "to=2026-11-20", NULL);
	for (size_t i = 0; i < COUNT(days); i++) {
		int was = app_look(&app, day_from_iso(days[i].day));

		block_is(&app, AG_FOR, days[i].tasks);
		block_is(&app, AG_TOCLOSE, days[i].visits);
		block_is(&app, AG_LATE, "");
		app_look_back(&app, was);
	}
	read_all(&app, &a);
	for (size_t i = 0; i < a.nparts; i++)
		if (a.part[i].block == AG_FOR) {
			assert_string_equal(a.part[i].name, "sam");
			assert_int_equal(a.part[i].until,
			    day_from_iso("2026-11-20"));
			assert_int_equal(a.part[i].count, 2);
		}
	agenda_clear(&a);
	figures_are_their_lists(&app);
	world_close(&app);
}

/* A block is read to its limit; its figure counts on. */
static void
a_long_block_is_counted_later(void **state)
{
	struct app app;
	struct agenda a;
	struct err e = { 0 };
	bool more;
	size_t late = 0;

	(void)state;
	world_open(&app);
	for (int i = 0; i < 15; i++) {
		char *title = xasprintf("title=task %d", i);

		world_add(&app, "task", title, "due=2026-11-10", NULL);
		free(title);
	}
	must(agenda_read(&app, 28, 12, &a, &e), &e);
	for (size_t i = 0; i < a.n; i++)
		late += a.v[i].block == AG_LATE;
	assert_int_equal(late, 12);
	for (size_t i = 0; i < a.nparts; i++)
		assert_int_equal(a.part[i].count, a.part[i].block == AG_LATE &&
		    a.part[i].ent == entities[ENT_task] ? -1 : 0);
	must(agenda_count(&app, &a, &more, &e), &e);
	assert_true(more);
	must(agenda_count(&app, &a, &more, &e), &e);
	assert_false(more);
	for (size_t i = 0; i < a.nparts; i++)
		if (a.part[i].block == AG_LATE &&
		    a.part[i].ent == entities[ENT_task])
			assert_int_equal(a.part[i].count, 15);
	assert_string_equal(a.v[0].state, "10 d");
	assert_string_equal(agenda_kind(&a.v[0]), "late");
	agenda_clear(&a);
	world_close(&app);
}

static void
words_say_whom_it_is_with(void **state)
{
	struct app app;
	struct agenda a;

	(void)state;
	world_open(&app);
	make_schools(&app);
	world_add(&app, "contact", "name=Ms Grace Bell", NULL);
	world_add(&app, "contact", "name=Dr Amara Nwosu-Hall", NULL);
	world_add(&app, "visit", "school=900001", "date=2026-11-20",
	    "start=9:30", "kind=meeting", "status=planned",
	    "people=contact/Grace Bell", NULL);
	world_add(&app, "visit", "school=900001", "date=2026-11-20",
	    "start=10:30", "status=planned",
	    "people=contact/Grace Bell, contact/Amara Nwosu", NULL);
	read_all(&app, &a);
	assert_int_equal(a.n, 2);
	assert_string_equal(a.v[0].time, "09:30");
	assert_string_equal(a.v[0].who, "Ms Bell");
	assert_string_equal(a.v[0].kind, "Meeting");
	assert_string_equal(agenda_kind(&a.v[0]), "meeting");
	assert_string_equal(a.v[1].who, "2 people");
	assert_string_equal(agenda_kind(&a.v[1]), "visit");
	agenda_clear(&a);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_record_is_in_one_block),
		cmocka_unit_test(
		    who_coordinates_has_theirs_and_who_does_not_has_all),
		cmocka_unit_test(others_are_waited_for_in_this_term),
		cmocka_unit_test(during_cover_their_work_is_there),
		cmocka_unit_test(a_long_block_is_counted_later),
		cmocka_unit_test(words_say_whom_it_is_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
