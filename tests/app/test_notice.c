/* test_notice.c - who gets a notice, reminders, a hub's own wordings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "app/notice.h"
#include "app/notice_merge.h"
#include "app/options.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"
#include "tests/app/week.h"

static struct app app;

/* A leader at each of two schools, a sponsor and a head at the first. */
static void
open_hub(void)
{
	static const struct { const char *name, *email, *at, *role; } people[] = {
		{ "name=Lena One", "email=one@a.example",
		    "organisation=school/900001", "role=careers leader" },
		{ "name=Sid Two", "email=", "organisation=school/900001",
		    "role=slt sponsor" },
		{ "name=Hal Three", "email=three@a.example",
		    "organisation=school/900001", "role=head" },
		{ "name=Mia Four", "email=four@b.example",
		    "organisation=school/900002", "role=careers leader" },
	};

	world_open(&app);
	world_add(&app, "user", "name=tester", NULL);
	week_schools(&app);
	for (size_t i = 0; i < COUNT_OF(people); i++) {
		int64_t id = world_add(&app, "contact", people[i].name,
		    people[i].email, NULL);
		char *who = week_code("contact", &app, "contact", id);

		world_add(&app, "role", who, people[i].at, people[i].role,
		    "from=2025-09-01", NULL);
		free(who);
	}
}

static int64_t
notice(const char *title)
{
	char *text = xasprintf("title=%s", title);
	int64_t id = world_add(&app, "notice", text, "audience=school",
	    "template=first", "due=2026-12-01", NULL);

	free(text);
	return id;
}

/* All lines of its preview, one after the other. */
static void
shown(int64_t id, const char *want)
{
	struct strs lines = { 0 };
	struct notice_counts n;
	struct err e = { 0 };
	char *all;

	must(notice_shown(&app, id, &lines, &n, &e), &e);
	assert_int_equal(lines.n, n.gets + n.left);
	all = strs_join(&lines, "; ");
	assert_string_equal(all, want);
	free(all);
	strs_clear(&lines);
}

static void
send_it(int64_t id)
{
	give(&app, "notice", id, "status", "sent");
}

static int64_t
chase(int64_t id)
{
	struct strs left = { 0 };
	struct err e = { 0 };
	int64_t made = 0;
	enum status st;

	must(step_begin(&app, &e), &e);
	st = notice_chase(&app, id, &made, &left, &e);
	strs_clear(&left);
	must(step_end(&app, st, "chased", &e), &e);
	return made;
}

static int64_t
person(const char *word)
{
	struct err e = { 0 };
	const char *ent;
	int64_t id;

	must(ref_resolve_in(&app, "contact", word, true, &ent, &id, &e), &e);
	return id;
}

static void
who_may_get_it_is_judged_again_when_it_is_sent(void **state)
{
	int64_t id;

	(void)state;
	open_hub();
	id = notice("Rolls");
	shown(id, "to: Mia Four, Northgate School; "
	    "to: Lena One, Sandmere Park Academy");
	give(&app, "contact", person("mia"), "contact_ok", "none");
	send_it(id);
	shown(id, "to: Lena One, Sandmere Park Academy; left out: Mia Four, "
	    "Northgate School: asked not to be contacted");
	week_undo(&app);
	expect(&app, "notice", id, "status", "draft");
	shown(id, "to: Mia Four, Northgate School; "
	    "to: Lena One, Sandmere Park Academy");
	world_close(&app);
}

static void
no_school_is_left_out_of_a_reminder(void **state)
{
	int64_t first, third;

	(void)state;
	open_hub();
	first = notice("Rolls");
	send_it(first);
	send_it(chase(first));
	third = chase(first);
	expect(&app, "notice", third, "attempt", "3");
	/* To the sponsor: one has no address, the other school has none. */
	shown(third, "to: Mia Four, Northgate School: no slt sponsor is known; "
	    "to: Hal Three, Sandmere Park Academy: instead of the slt sponsor: "
	    "no e-mail address");
	week_undo(&app);
	give(&app, "contact", person("sid"), "email", "two@a.example");
	give(&app, "contact", person("mia"), "contact_ok", "none");
	shown(chase(first), "to: Sid Two, Sandmere Park Academy; left out: "
	    "Northgate School: no slt sponsor is known");
	world_close(&app);
}

/* With the step of whoever adds it; "" when it is taken. */
static void
add_by_hand(int64_t id, const char *who, const char *refused)
{
	struct row *r = record_new(&app, entities[ENT_recipient]);
	struct err e = { 0 };

	row_set_ref(r, F_recipient_notice, "notice", id);
	row_set_ref(r, F_recipient_contact, "contact", person(who));
	assert_int_equal(record_save(&app, NULL, r, NULL, &e) == ST_OK,
	    *refused == '\0');
	assert_string_equal(e.text, refused);
	row_free(r);
}

static void
who_is_added_by_hand_is_judged(void **state)
{
	int64_t id;

	(void)state;
	open_hub();
	id = world_add(&app, "notice", "title=Maps", "audience=school/900001",
	    "body=Dear {name}", NULL);
	add_by_hand(id, "lena", "They get it once already (to send).");
	give(&app, "contact", person("mia"), "not_before", "2026-12-01");
	add_by_hand(id, "mia", "");
	assert_string_equal(app.notice, "Mia Four is left out: not to be "
	    "contacted before Tue 1 Dec 2026.");
	add_by_hand(id, "mia", "They are there already, left out: not to be "
	    "contacted before Tue 1 Dec 2026.");
	add_by_hand(id, "hal", "");
	shown(id, "to: Lena One, Sandmere Park Academy; to: Hal Three, Sandmere"
	    " Park Academy; left out: Mia Four, Northgate School: not to be "
	    "contacted before Tue 1 Dec 2026");
	world_close(&app);
}

/* --- a hub's own file ----------------------------------------------------- */

static void
hub_says(const char *text)
{
	char *dir = test_tmpdir();
	struct err e = { 0 };

	free(test_write(dir, "notice-templates.csv", text));
	must(option_set(app.opt, OPT_RULES_DIR, dir, &e), &e);
	free(dir);
}

static void
a_hub_has_its_own_wordings(void **state)
{
	struct letter_book *book;
	struct err e = { 0 };
	int64_t first, second;

	(void)state;
	open_hub();
	hub_says("template,attempt,title,body,role\n"
	    "first,1,{title},\"Hello {name},\\nplease.\",\n"
	    "nudge,2,Once more: {title},Dear {name},head\n"
	    "thanks,,{title},Thank you {name},\n");
	must(notice_book(&app, &book, &e), &e);
	assert_non_null(letter_book_find(book, "thanks"));
	assert_non_null(letter_book_find(book, "third"));
	letter_book_free(book);
	first = notice("Rolls");
	expect(&app, "notice", first, "body", "Hello {name},\nplease.");
	send_it(first);
	second = chase(first);
	expect(&app, "notice", second, "title", "Once more: Rolls");
	expect(&app, "notice", second, "role", "head");
	shown(second, "to: Hal Three, Sandmere Park Academy; "
	    "to: Mia Four, Northgate School: no head is known");
	world_close(&app);
}

static void
a_wrong_file_is_told_with_its_line(void **state)
{
	static const struct { const char *text, *says; } wrong[] = {
		{ "template,title,body\nfirst,{title},Dear {nmae}\n",
		    "notice-templates.csv:2" },
		{ "template,title\nfirst,{title}\n", "body" },
		{ "template,attempt,title,body\nfirst,ten,{title},Dear\n",
		    "a number" },
		{ "template,title,body\na,b,c\na,b,c\n", "twice" },
	};
	struct letter_book *book;

	(void)state;
	open_hub();
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		struct err e = { 0 };

		hub_says(wrong[i].text);
		assert_int_not_equal(notice_book(&app, &book, &e), ST_OK);
		if (strstr(e.text, wrong[i].says) == NULL)
			fail_msg("%s", e.text);
	}
	world_close(&app);
}

/* Stored before the rule: no draft goes there, and the rest of the record can be
 * changed still, also by a sheet that has it. */
static void
an_address_of_old_that_is_none(void **state)
{
	struct import_opts opt = { 0 };
	struct import_result res;
	struct strs left = { 0 };
	struct row *base, *mine;
	struct err e = { 0 };
	const struct entity *ent;
	char *ref, *text, *dir, *sheet;
	int64_t lena, id;
	size_t n;

	(void)state;
	open_hub();
	id = notice("Old");
	must(ref_resolve(&app, "contact/Lena One", false, &ent, &lena, &e), &e);
	ref = week_code("contact", &app, "contact", lena);
	must(record_load(&app, entities[ENT_contact], lena, &base, &e), &e);
	mine = row_copy(base);
	row_set(mine, F_contact_email, "one@a.example>");
	must(record_save(&app, base, mine, NULL, &e), &e);
	row_free(base);
	row_free(mine);
	must(world_set(&app, "notice", id, "reply_to", "t@x.example", &e), &e);
	assert_int_equal(notice_drafts(&app, id, "drafts", false, &n, &left,
	    &e), ST_INVALID);
	assert_non_null(strstr(e.text, "\"one@a.example>\", cannot stand in a "
	    "draft"));
	assert_int_equal(world_set(&app, "contact", lena, "email",
	    "two@a.example>", &e), ST_INVALID);
	must(world_set(&app, "contact", lena, "phone", "020 7946 0101", &e),
	    &e);
	text = xasprintf("ref,email,phone\n%s,one@a.example>,020 7946 0102\n",
	    strchr(ref, '=') + 1);
	dir = test_tmpdir();
	sheet = test_write(dir, "old.csv", text);
	must(import_file(&app, "contacts", sheet, &opt, &res, &e), &e);
	assert_int_equal(res.updated, 1);
	free(sheet);
	free(dir);
	free(text);
	text = world_get(&app, "contact", lena, "phone");
	assert_string_equal(text, "020 7946 0102");
	free(text);
	free(ref);
	strs_clear(&left);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_may_get_it_is_judged_again_when_it_is_sent),
		cmocka_unit_test(no_school_is_left_out_of_a_reminder),
		cmocka_unit_test(who_is_added_by_hand_is_judged),
		cmocka_unit_test(a_hub_has_its_own_wordings),
		cmocka_unit_test(a_wrong_file_is_told_with_its_line),
		cmocka_unit_test(an_address_of_old_that_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
