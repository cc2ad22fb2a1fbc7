/* test_draft.c - unsaved typing and quick-entry lines, kept in files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "app/begun.h"
#include "app/draft.h"
#include "app/lines.h"
#include "app/record.h"
#include "model/fields.h"
#include "tests/app/world.h"

#define ODD	"one\ntwo\tthree \\n \xc5\xbdi\xc5\xbekov"

static void
state_folder(void)
{
	char *dir = test_tmpdir();

	setenv("XDG_STATE_HOME", dir, 1);
	free(dir);
}

static void
a_draft_comes_back_as_it_was(void **state)
{
	struct draft d = { .kind = "form" }, back;
	struct err e = { 0 };
	struct app app;
	int64_t id;

	(void)state;
	state_folder();
	world_open(&app);
	id = world_add(&app, "employer", "name=Arup", "note=first", NULL);
	d.ent = entity_find("employer");
	d.id = id;
	must(record_load(&app, d.ent, id, &d.base, &e), &e);
	draft_add(&d, "note", ODD);
	draft_add(&d, "town", "");
	must(draft_save(&app, &d, &e), &e);
	assert_true(draft_load(&app, "form", d.ent, id, 0, &back));
	assert_string_equal(draft_text(&back, "note"), ODD);
	assert_string_equal(draft_text(&back, "town"), "");
	assert_null(draft_text(&back, "name"));
	assert_string_equal(row_get(back.base, F_employer_note), "first");
	assert_true(back.at == d.at);
	draft_clear(&back);
	assert_false(draft_load(&app, "grid", d.ent, id, 0, &back));
	assert_false(draft_load(&app, "form", d.ent, 0, 0, &back));
	draft_drop(&app, "form", d.ent, id, 0);
	assert_false(draft_load(&app, "form", d.ent, id, 0, &back));
	draft_clear(&d);
	world_close(&app);
}

static void
drafts_are_private_and_each_users_own(void **state)
{
	struct draft d = { .kind = "form", .ent = entity_find("contact") };
	struct err e = { 0 };
	struct drafts all;
	struct app a, b;
	struct stat sb;
	char *path;

	(void)state;
	state_folder();
	world_open(&a);
	world_open_as(&b, &a, "priya");
	draft_add(&d, "name", "Ms Bell");
	must(draft_save(&a, &d, &e), &e);
	drafts_read(&a, &all);
	assert_int_equal(all.n, 1);
	assert_string_equal(draft_text(&all.v[0], "name"), "Ms Bell");
	drafts_clear(&all);
	drafts_read(&b, &all);
	assert_int_equal(all.n, 0);
	drafts_clear(&all);
	path = draft_path(&a, "drafts", "form-contact-new");
	assert_int_equal(stat(path, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0600);
	free(path);
	draft_clear(&d);
	world_close(&b);
	world_close(&a);
}

static void
each_new_record_has_a_draft_of_its_own(void **state)
{
	struct draft d = { .kind = "form", .ent = entity_find("contact") };
	struct draft back;
	struct err e = { 0 };
	struct drafts all;
	struct app app;

	(void)state;
	state_folder();
	world_open(&app);
	for (int i = 0; i < 3; i++) {
		d.no = draft_free_no(&app, "form", d.ent);
		assert_int_equal(d.no, i);
		draft_add(&d, "name", i == 0 ? "Ms Bell" : i == 1 ? "Mr Dale" :
		    "Ms Okoro");
		must(draft_save(&app, &d, &e), &e);
		strs_clear(&d.name);
		strs_clear(&d.text);
	}
	draft_drop(&app, "form", d.ent, 0, 1);
	assert_int_equal(draft_free_no(&app, "form", d.ent), 1);
	drafts_read(&app, &all);
	assert_int_equal(all.n, 2);
	for (size_t i = 0; i < all.n; i++) {
		assert_true(draft_load(&app, "form", d.ent, 0, all.v[i].no,
		    &back));
		assert_string_equal(draft_text(&back, "name"),
		    all.v[i].no == 0 ? "Ms Bell" : "Ms Okoro");
		draft_clear(&back);
	}
	drafts_clear(&all);
	draft_clear(&d);
	world_close(&app);
}

static void
a_damaged_draft_is_none(void **state)
{
	struct draft d = { .kind = "form", .ent = entity_find("contact") };
	struct err e = { 0 };
	struct draft back;
	struct app app;
	char *path;
	FILE *f;

	(void)state;
	state_folder();
	world_open(&app);
	must(draft_save(&app, &d, &e), &e);
	path = draft_path(&app, "drafts", "form-contact-new");
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("kind\tnone\nbase\t{}\n=\n\\\nentity\tnothing\n", f);
	fclose(f);
	assert_false(draft_load(&app, "form", d.ent, 0, 0, &back));
	free(path);
	world_close(&app);
}

static void
lines_are_kept_in_order(void **state)
{
	struct err e = { 0 };
	struct lines l;
	struct app app;

	(void)state;
	state_folder();
	world_open(&app);
	lines_read(&app, &l);
	assert_int_equal(l.v.n, 0);
	assert_null(l.kept);
	must(lines_keep(&app, &l, "sandm; ba", &e), &e);
	lines_clear(&l);
	lines_read(&app, &l);
	assert_string_equal(l.kept, "sandm; ba");
	assert_int_equal(l.v.n, 0);
	must(lines_add(&app, &l, "sandm; barc; talk", &e), &e);
	must(lines_add(&app, &l, "harb; arup; talk", &e), &e);
	must(lines_add(&app, &l, "harb; arup; talk", &e), &e);
	lines_clear(&l);
	lines_read(&app, &l);
	assert_null(l.kept);
	assert_int_equal(l.v.n, 2);
	assert_string_equal(l.v.v[0], "sandm; barc; talk");
	assert_string_equal(l.v.v[1], "harb; arup; talk");
	lines_clear(&l);
	world_close(&app);
}

/* What was begun for Q is TEXT, NULL nothing. */
static void
begun_is(struct app *app, const struct question *q, const char *text)
{
	char *have = question_begun(app, q);

	if (text == NULL)
		assert_null(have);
	else
		assert_string_equal(have, text);
	free(have);
}

static void
answers_begun_are_remembered_by_their_question(void **state)
{
	char label[32];
	struct question why = { "Why? ", NULL, 0 }, more = { "Why", NULL, 0 },
	    one = { label, NULL, 0 };
	struct err e = { 0 };
	struct app app;

	(void)state;
	state_folder();
	world_open(&app);
	begun_is(&app, &why, NULL);
	must(question_keep(&app, &why, "no reply", &e), &e);
	must(question_keep(&app, &why, "no reply yet", &e), &e);
	must(question_keep(&app, &more, "other", &e), &e);
	begun_is(&app, &why, "no reply yet");
	must(question_keep(&app, &why, "", &e), &e);
	begun_is(&app, &why, NULL);
	for (int i = 0; i < MOST_BEGUN; i++) {
		snprintf(label, sizeof label, "Question %d", i);
		must(question_keep(&app, &one, "text", &e), &e);
	}
	begun_is(&app, &more, NULL);
	snprintf(label, sizeof label, "Question 0");
	begun_is(&app, &one, "text");
	world_close(&app);
}

static void
an_answer_is_of_its_record(void **state)
{
	struct question a = { "Follow-up: ", entity_find("school"), 5 },
	    b = { "Follow-up: ", entity_find("school"), 6 },
	    c = { "Follow-up: ", entity_find("visit"), 5 };
	struct begun_all all;
	struct err e = { 0 };
	struct app app;

	(void)state;
	state_folder();
	world_open(&app);
	must(question_keep(&app, &a, "ring", &e), &e);
	begun_is(&app, &a, "ring");
	begun_is(&app, &b, NULL);
	begun_is(&app, &c, NULL);
	must(question_keep(&app, &b, "write", &e), &e);
	begun_is(&app, &a, "ring");
	begun_read(&app, &all);
	assert_int_equal(all.n, 2);	/* the newest first */
	assert_int_equal(all.v[0].id, 6);
	assert_ptr_equal(all.v[0].ent, a.ent);
	assert_string_equal(all.v[0].label, "Follow-up: ");
	assert_string_equal(all.v[0].text.v[0], "write");
	must(begun_drop(&app, &all.v[0], &e), &e);
	begun_clear(&all);
	begun_is(&app, &b, NULL);
	begun_is(&app, &a, "ring");
	world_close(&app);
}

static void
pasted_lines_wait_until_they_are_dropped(void **state)
{
	struct strs first = { 0 }, second = { 0 };
	struct begun_all all;
	struct lines l;
	struct err e = { 0 };
	struct app app;

	(void)state;
	state_folder();
	world_open(&app);
	strs_add(&first, "sandm; talk; y9 2");
	strs_add(&first, "harb; talk");
	strs_add(&second, "ashd; visit");
	must(pasted_keep(&app, &first, &e), &e);
	must(pasted_keep(&app, &second, &e), &e);
	must(pasted_keep(&app, &second, &e), &e);	/* once */
	lines_read(&app, &l);
	must(lines_keep(&app, &l, "half a line", &e), &e);
	lines_clear(&l);
	begun_read(&app, &all);
	assert_int_equal(all.n, 2);
	assert_int_equal(all.v[0].kind, BEGUN_LINE);
	assert_string_equal(all.v[0].text.v[0], "half a line");
	assert_int_equal(all.v[1].kind, BEGUN_PASTED);
	assert_int_equal(all.v[1].text.n, 3);
	must(begun_drop(&app, &all.v[0], &e), &e);
	begun_clear(&all);
	must(pasted_drop(&app, &first, &e), &e);
	begun_read(&app, &all);
	assert_int_equal(all.n, 1);
	assert_int_equal(all.v[0].text.n, 1);
	assert_string_equal(all.v[0].text.v[0], "ashd; visit");
	must(begun_drop(&app, &all.v[0], &e), &e);
	begun_clear(&all);
	begun_read(&app, &all);
	assert_int_equal(all.n, 0);
	begun_clear(&all);
	strs_clear(&first);
	strs_clear(&second);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_draft_comes_back_as_it_was),
	    cmocka_unit_test(drafts_are_private_and_each_users_own),
	    cmocka_unit_test(each_new_record_has_a_draft_of_its_own),
	    cmocka_unit_test(a_damaged_draft_is_none),
	    cmocka_unit_test(lines_are_kept_in_order),
		cmocka_unit_test(answers_begun_are_remembered_by_their_question),
		cmocka_unit_test(an_answer_is_of_its_record),
		cmocka_unit_test(pasted_lines_wait_until_they_are_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
