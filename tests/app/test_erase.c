/* test_erase.c - nothing of an erased person is left, whenever it is killed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/admin.h"
#include "app/begun.h"
#include "app/draft.h"
#include "app/erase.h"
#include "app/lines.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "model/id.h"
#include "tests/app/killed.h"

#define MOST	240		/* times it is killed */

/* Bytes that belong to the person alone. */
static const char *const bytes[] = {
	"Zenobia", "zenobia", "Quillfeather", "quillfeather", "Ozzard",
	"ozzard", "7946 0199", "79460199", "llama", "EOI-99817", "Herder", NULL
};

/* Killed after its commit it says so, and to do it again. */
static void
is_whole(struct app *app, bool killed)
{
	world_is_whole_but(app, killed ? "an erasure is not finished" : NULL);
}

static int64_t
person(struct app *app)
{
	struct undo_report rep = { 0 };
	struct err e = { 0 };
	int64_t id, school;

	school = world_add(app, "school", "urn=136578", "name=Brookvale",
	    NULL);
	id = world_add(app, "contact", "name=Ms Zenobia Quillfeather",
	    "email=z.quillfeather@b.example", "phone=020 7946 0199",
	    "note=keeps llamas", NULL);
	must(world_set(app, "contact", id, "name", "Ms Zenobia Ozzard", &e),
	    &e);
	must(world_set(app, "school", school, "note",
	    "Zenobia Quillfeather rang. Quillfeather has 02079460199.", &e),
	    &e);
	must(world_set(app, "school", school, "note", "Ms Ozzard rang", &e),
	    &e);
	must(undo_step(app, 0, false, false, false, &rep, &e), &e);
	undo_report_clear(&rep);
	return id;
}

static bool
has(const char *text, size_t n, const char *what)
{
	size_t len = strlen(what);

	for (size_t i = 0; i + len <= n; i++)
		if (memcmp(text + i, what, len) == 0)
			return true;
	return false;
}

/* Does FILE hold one of the bytes? Which, or NULL. */
static const char *
held(const char *file)
{
	const char *found = NULL;
	char *text;
	size_t n;
	struct err e = { 0 };

	if (path_read(file, 64u << 20, &text, &n, &e) != ST_OK)
		return NULL;
	for (size_t i = 0; bytes[i] != NULL && found == NULL; i++)
		if (has(text, n, bytes[i]))
			found = bytes[i];
	free(text);
	return found;
}

static void
none_held(const char *db)
{
	static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

	for (size_t i = 0; i < COUNT(ends); i++) {
		char *file = xasprintf("%s%s", db, ends[i]);

		if (held(file) != NULL)
			fail_msg("%s holds \"%s\"", file, held(file));
		free(file);
	}
}

static enum status
erase(struct app *app, int64_t id, struct err *e)
{
	struct strs left = { 0 };
	struct erase x;
	enum status st = erase_look(app, id, &x, e);

	if (st != ST_OK)
		return st;
	st = erase_do(app, &x, &left, e);
	if (st == ST_OK)
		assert_int_equal(left.n, 0);
	strs_clear(&left);
	erase_clear(&x);
	return st;
}

static void
nothing_is_left(void **state)
{
	struct app app;
	struct lines lines;
	struct draft d = { .kind = "form", .ent = entity_find("school") };
	struct question about = { "Follow-up: ", entity_find("contact"), 0 };
	struct err e = { 0 };
	char *file, *path;
	int64_t id;

	(void)state;
	world_open(&app);
	id = person(&app);
	draft_add(&d, "note", "saw Zenobia Quillfeather\nand her llama");
	must(draft_save(&app, &d, &e), &e);
	lines_read(&app, &lines);
	must(lines_add(&app, &lines, "call quillfeather; no answer", &e), &e);
	lines_clear(&lines);
	about.id = id;
	must(question_keep(&app, &about, "ring her at home", &e), &e);
	file = xstrdup(admin_path(&app));
	assert_non_null(held(file));
	must(erase(&app, id, &e), &e);
	assert_null(question_begun(&app, &about));
	none_held(file);
	path = draft_path(&app, LINES_FOLDER, "quick");
	assert_null(held(path));
	free(path);
	draft_clear(&d);
	assert_true(draft_load(&app, "form", entity_find("school"), 0, 0,
	    &d));
	assert_string_equal(draft_text(&d, "note"),
	    "saw [erased]\nand her llama");
	draft_clear(&d);
	is_whole(&app, false);
	path = world_get(&app, "contact", id, "name");
	assert_string_equal(path, ERASED_NAME);
	free(path);
	assert_int_equal(erase(&app, id, &e), ST_CONFLICT);
	assert_non_null(strstr(e.text, "was erased already"));
	free(file);
	world_close(&app);
}

/* A surname alone that only they have, in what was begun or saved as a view. */
static void
a_surname_alone_goes_too(void **state)
{
	struct app app;
	struct draft d = { .kind = "form", .ent = entity_find("task") };
	struct err e = { 0 };
	char *text;
	int64_t id, view;

	(void)state;
	world_open(&app);
	id = person(&app);
	draft_add(&d, "title", "Ask ozzard");
	must(draft_save(&app, &d, &e), &e);
	draft_clear(&d);
	view = world_add(&app, "view", "name=Ozzard view", "entity=contact",
	    "filter=ozzard", NULL);
	must(world_set(&app, "view", view, "filter", "-name:quillfeather",
	    &e), &e);
	must(erase(&app, id, &e), &e);
	none_held(admin_path(&app));
	text = world_get(&app, "view", view, "name");
	assert_string_equal(text, "[erased] view");
	free(text);
	text = world_get(&app, "view", view, "filter");
	assert_string_equal(text, "-name:[erased]");
	free(text);
	assert_true(draft_load(&app, "form", entity_find("task"), 0, 0, &d));
	assert_string_equal(draft_text(&d, "title"), "Ask [erased]");
	draft_clear(&d);
	is_whole(&app, false);
	world_close(&app);
}

static void
field_is(struct app *app, const char *ent, int64_t id, const char *field,
    const char *want)
{
	char *text = world_get(app, ent, id, field);

	if (!str_eq(text, want))
		fail_msg("%s %s is \"%s\"", ent, field, text);
	free(text);
}

/* A funder wants what is kept: not without saying so. */
static void
a_hold_refuses(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct erase x;
	char ref[64], code[ID_SHOWN];
	int64_t id;

	(void)state;
	world_open(&app);
	id = person(&app);
	id_shown(id, code);
	snprintf(ref, sizeof ref, "contact=contact/%s", code);
	(void)world_add(&app, "role", ref, "organisation=school/136578",
	    "role=head", "to=2026-01-31", NULL);
	(void)world_add(&app, "cluster", "short_name=east", "name=East", NULL);
	(void)world_add(&app, "member", "cluster=east",
	    "organisation=school/136578", "from=2025-09-01", NULL);
	(void)world_add(&app, "funding", "cluster=east", "funder=ESF",
	    "hold_until=2032-12-31", NULL);
	assert_int_equal(erase(&app, id, &e), ST_CONFLICT);
	assert_non_null(strstr(e.text, "ESF wants what is kept until Fri 31 Dec "
	    "2032"));
	field_is(&app, "contact", id, "name", "Ms Zenobia Ozzard");
	must(erase_look(&app, id, &x, &e), &e);
	x.despite_hold = true;
	must(erase_do(&app, &x, NULL, &e), &e);
	erase_clear(&x);
	none_held(admin_path(&app));
	world_close(&app);
}

/* Records about the person and about those: what is personal goes, also from
 * the history, and what lasted ends; the rest still counts. */
static void
records_about_them_are_emptied(void **state)
{
	struct app app;
	struct err e = { 0 };
	char ref[64], code[ID_SHOWN];
	int64_t id, v, match, activity, taken;
	struct undo_report rep = { 0 };

	(void)state;
	world_open(&app);
	id = person(&app);
	id_shown(id, code);
	snprintf(ref, sizeof ref, "contact=contact/%s", code);
	v = world_add(&app, "volunteer", ref, "stage=matched", "kind=governor",
	    "dbs_status=seen clear", "dbs_date=2026-03-04", "capacity=2",
	    "interests=keeps llamas", "eoi_number=EOI-99817",
	    "job_title=Herder", NULL);
	id_shown(v, code);
	snprintf(ref, sizeof ref, "volunteer=volunteer/%s", code);
	match = world_add(&app, "match", ref, "school=136578",
	    "from=2026-09-01", "status=working", "note=llama day", NULL);
	activity = world_add(&app, "activity", ref, "date=2026-10-01",
	    "minutes=90", "note=brought a llama", NULL);
	must(world_set(&app, "volunteer", v, "dbs_date", "2026-03-05", &e),
	    &e);
	id_shown(id, code);
	snprintf(ref, sizeof ref, "contact=contact/%s", code);
	taken = world_add(&app, "role", ref, "organisation=school/136578",
	    "role=head", "note=with the llamas", NULL);
	must(undo_step(&app, 0, false, false, false, &rep, &e), &e);
	undo_report_clear(&rep);
	assert_int_not_equal(taken, 0);

	must(erase(&app, id, &e), &e);
	field_is(&app, "volunteer", v, "interests", "");
	field_is(&app, "volunteer", v, "dbs_status", "");
	field_is(&app, "volunteer", v, "dbs_date", "");
	field_is(&app, "volunteer", v, "stage", "closed");
	field_is(&app, "volunteer", v, "capacity", "2");
	field_is(&app, "match", match, "note", "");
	field_is(&app, "match", match, "status", "ended");
	field_is(&app, "match", match, "to", "2026-11-19");
	field_is(&app, "activity", activity, "note", "");
	field_is(&app, "activity", activity, "minutes", "90");
	none_held(admin_path(&app));
	is_whole(&app, false);
	world_close(&app);
}

/* An older version let a person come back: they can be erased once more. */
static void
who_came_back_is_erased_again(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *base, *mine;
	int64_t id;

	(void)state;
	world_open(&app);
	id = person(&app);
	must(erase(&app, id, &e), &e);
	must(record_load(&app, entity_find("contact"), id, &base, &e), &e);
	mine = row_copy(base);
	row_set(mine, entity_field(mine->ent, "name"), "Zenobia Ozzard");
	row_set(mine, entity_field(mine->ent, "note"), "keeps llamas");
	assert_int_equal(record_save(&app, base, mine, NULL, &e), ST_CONFLICT);
	assert_non_null(strstr(e.text, "was erased on 2026-"));
	must(step_begin(&app, &e), &e);
	must(step_end(&app, record_write(&app, base, mine, &e), "came back",
	    &e), &e);
	row_free(base);
	row_free(mine);
	field_is(&app, "contact", id, "note", "keeps llamas");
	must(erase(&app, id, &e), &e);
	none_held(admin_path(&app));
	field_is(&app, "contact", id, "name", ERASED_NAME);
	assert_int_equal(erase(&app, id, &e), ST_CONFLICT);
	world_close(&app);
}

/* --- killed -------------------------------------------------------------- */

static enum status
erase_it(struct app *app, void *arg, struct err *e)
{
	int64_t *id = arg;
	enum status st = erase(app, *id, e);

	/* the one before may have been killed when all was done */
	return strstr(e->text, "was erased already") != NULL ? ST_OK : st;
}

/* All of the person is there, or nothing. */
static bool
is_erased(const char *file, int64_t id, bool killed)
{
	struct app_start start = { .db = file, .user = "tester" };
	struct err e = { 0 };
	struct app app;
	char *name, *note;
	bool erased;

	must(app_open(&app, &start, &e), &e);
	is_whole(&app, killed);
	name = world_get(&app, "contact", id, "name");
	note = world_get(&app, "contact", id, "note");
	erased = str_eq(name, ERASED_NAME);
	assert_string_equal(name, erased ? ERASED_NAME : "Ms Zenobia Ozzard");
	assert_string_equal(note, erased ? "" : "keeps llamas");
	free(name);
	free(note);
	app_close(&app);
	return erased;
}

static void
killed_at_any_moment(void **state)
{
	struct app app;
	char *file;
	int64_t id;
	int after = 100, before = 0;
	bool done = false;

	(void)state;
	world_open(&app);
	id = person(&app);
	file = xstrdup(admin_path(&app));
	world_close(&app);
	for (int n = 0; n < MOST && !done; n++, after = killed_next(after)) {
		done = killed_after(file, after, erase_it, &id);
		before += !is_erased(file, id, !done);
	}
	assert_true(done);
	assert_true(before > 0);	/* it was killed in between */
	none_held(file);
	assert_true(is_erased(file, id, false));
	free(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_left),
		cmocka_unit_test(a_surname_alone_goes_too),
		cmocka_unit_test(a_hold_refuses),
		cmocka_unit_test(records_about_them_are_emptied),
		cmocka_unit_test(who_came_back_is_erased_again),
		cmocka_unit_test(killed_at_any_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
