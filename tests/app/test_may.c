/* test_may.c - every right of the table is what happens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/admin.h"
#include "app/demo.h"
#include "app/lists.h"
#include "app/may.h"
#include "app/options.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "tests/app/world.h"

#define ROLES	4

/* A session of the owner, and one of a user of each role on its database. */
static struct app owner, of[ROLES];
static const char *const names[ROLES] = { "vera", "ed", "cora", "ada" };

static int
setup(void **state)
{
	struct demo_opts small = { .schools = 12, .years = 1 };
	struct err e = { 0 };

	(void)state;
	world_open(&owner);
	must(demo_fill(&owner, &small, &e), &e);
	for (int i = 0; i < ROLES; i++) {
		char *name = xasprintf("name=%s", names[i]);
		char *role = xasprintf("role=%s", user_roles[i].word);

		world_add(&owner, "user", name, role, NULL);
		world_open_as(&of[i], &owner, names[i]);
		free(name);
		free(role);
	}
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	for (int i = 0; i < ROLES; i++)
		world_close(&of[i]);
	world_close(&owner);
	return 0;
}

/* The first record of ENT, or an empty one where the demonstration has none. */
static struct row *
some_row(const struct entity *ent)
{
	struct list_page page = { 0 };
	struct lister l;
	struct err e = { 0 };
	struct row *r;

	must(lister_open(&l, &owner, ent, "archived:any", &e), &e);
	must(lister_page(&l, NULL, true, 1, &page, &e), &e);
	if (page.n > 0)
		must(record_load(&owner, ent, page.row[0].id, &r, &e), &e);
	else
		r = row_new(ent);
	list_clear(&page);
	lister_close(&l);
	return r;
}

/* Write it as VERB would, and take it back. */
static enum status
attempt(struct app *app, enum may_verb verb, struct row *r, struct err *e)
{
	int archived = entity_field(r->ent, "archived");
	int why = entity_field(r->ent, "archived_for");
	struct row *old = row_copy(r), *new = row_copy(r);
	enum status st;

	if ((st = step_begin(app, e)) != ST_OK) {
		row_free(old);
		row_free(new);
		return st;
	}
	switch (verb) {
	case DO_ADD:
		new->id = INT64_C(1) << 60;
		st = record_write(app, NULL, new, e);
		break;
	case DO_UNDO:
		app->step.undoes = 1;
		/* FALLTHROUGH */
	case DO_CHANGE:
		row_set(new, why, "a change");
		st = record_write(app, old, new, e);
		break;
	case DO_RESTORE:
	case DO_ARCHIVE:
		row_set(verb == DO_ARCHIVE ? old : new, archived, "");
		row_set(verb == DO_ARCHIVE ? new : old, archived,
		    "2026-11-20");
		st = record_write(app, old, new, e);
		break;
	default:
		st = record_erased(app, old, new, e);
	}
	assert_int_equal(step_end(app, st == ST_OK ? ST_INTERRUPTED : st,
	    "tried", e), st == ST_OK ? ST_INTERRUPTED : st);
	row_free(old);
	row_free(new);
	return st;
}

static void
every_right_is_what_happens(void **state)
{
	static const enum may_verb written[] = { DO_ADD, DO_CHANGE,
	    DO_ARCHIVE, DO_RESTORE, DO_UNDO, DO_ERASE };
	size_t refused = 0, done = 0;
	struct err no = { 0 };
	int64_t abe;

	(void)state;
	/* Who is archived is not the last admin. */
	abe = world_add(&owner, "user", "name=abe", "role=admin", NULL);
	for (int ent = 0; ent < ENT_MAX; ent++) {
		struct row *r = some_row(entities[ent]);

		for (size_t k = 0; k < COUNT(written) * (ROLES + 1); k++) {
			int role = (int)(k % (ROLES + 1));
			enum may_verb verb = written[k / (ROLES + 1)];
			bool may = role >= (int)may_lowest(verb,
			    entities[ent], false);
			struct err e = { 0 };
			enum status st;

			if (r->id == 0 && verb != DO_ADD)
				continue;
			st = attempt(role == MAY_OWNER ? &owner : &of[role],
			    verb, r, &e);
			if ((st == ST_OK) != may)
				fail_msg("%s %d %s: %d %s",
				    may_role_word((enum may_role)role),
				    (int)verb, entities[ent]->id, (int)st,
				    e.text);
			assert_true(st == ST_OK || st == ST_DENIED);
			refused += st == ST_DENIED;
			done += st == ST_OK;
		}
		row_free(r);
	}
	must(world_set(&owner, "user", abe, "role", "", &no), &no);
	assert_true(refused > 300 && done > 500);
}

/* By role: viewer, editor, coordinator, admin. */
static void
the_table_says_what_design_says(void **state)
{
	const struct entity *user = entities[ENT_user];
	const struct entity *cover = entities[ENT_cover];
	const struct entity *one = entities[ENT_encounter];

	(void)state;
	assert_int_equal(may_lowest(DO_SEE, one, false), MAY_VIEWER);
	assert_int_equal(may_lowest(DO_EXPORT, user, false), MAY_VIEWER);
	assert_int_equal(may_lowest(DO_ADD, one, false), MAY_EDITOR);
	assert_int_equal(may_lowest(DO_JOIN, one, false), MAY_EDITOR);
	assert_int_equal(may_lowest(DO_CHANGE, user, false), MAY_ADMIN);
	assert_int_equal(may_lowest(DO_ERASE, one, false), MAY_ADMIN);
	assert_int_equal(may_lowest(DO_ADD, cover, false), MAY_EDITOR);
	assert_int_equal(may_lowest(DO_ADD, cover, true), MAY_COORDINATOR);
	assert_int_equal(may_lowest(DO_ADD, entities[ENT_coordinator], true),
	    MAY_COORDINATOR);
	assert_int_equal(may_lowest(DO_BACKUP, NULL, false), MAY_COORDINATOR);
	assert_int_equal(may_lowest(DO_PUT_BACK, NULL, false), MAY_ADMIN);
	assert_int_equal(may_lowest(DO_REPAIR, NULL, false), MAY_ADMIN);
}

static void
a_refusal_names_the_role_needed(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_int_equal(may_do(&of[MAY_EDITOR], DO_CHANGE,
	    entities[ENT_user], &e), ST_DENIED);
	assert_string_equal(e.text, "Your role is editor: changing users needs"
	    " the role admin.");
	assert_int_equal(app_may_write(&of[MAY_VIEWER], &e), ST_DENIED);
	assert_string_equal(e.text, "Your role is viewer: changing records"
	    " needs the role editor.");
	assert_int_equal(may_do(&of[MAY_EDITOR], DO_PUT_BACK, NULL, &e),
	    ST_DENIED);
	assert_string_equal(e.text, "Your role is editor: putting a backup"
	    " back needs the role admin.");
	assert_int_equal(admin_set_name(&of[MAY_COORDINATOR], "Hub", &e),
	    ST_DENIED);
	must(admin_set_name(&of[MAY_ADMIN], "Hub", &e), &e);
}

/* Ed's session stays open while his role is changed by somebody else. */
static void
a_role_taken_away_is_gone_at_once(void **state)
{
	struct err e = { 0 };
	int64_t ed = of[MAY_EDITOR].may.user, employer;

	(void)state;
	employer = world_add(&of[MAY_EDITOR], "employer", "name=Arden Works",
	    NULL);
	must(world_set(&of[MAY_ADMIN], "user", ed, "role", "viewer", &e), &e);
	assert_int_equal(world_set(&of[MAY_EDITOR], "employer", employer,
	    "note", "late", &e), ST_DENIED);
	assert_non_null(strstr(e.text, "Your role is viewer"));
	must(world_set(&of[MAY_ADMIN], "user", ed, "role", "editor", &e), &e);
	must(world_set(&of[MAY_EDITOR], "employer", employer, "note", "again",
	    &e), &e);
	must(world_set(&of[MAY_ADMIN], "user", ed, "disabled", "2026-11-20",
	    &e), &e);
	assert_int_equal(world_set(&of[MAY_EDITOR], "employer", employer,
	    "note", "later", &e), ST_DENIED);
	assert_string_equal(e.text, "Your access ended on Fri 20 Nov 2026:"
	    " ask ada, who is admin.");
	must(world_set(&of[MAY_ADMIN], "user", ed, "disabled", "2026-11-21",
	    &e), &e);
	must(world_set(&of[MAY_EDITOR], "employer", employer, "note", "", &e),
	    &e);
	must(world_set(&owner, "user", ed, "disabled", "", &e), &e);
}

static enum status
come_in(const char *user, bool restricted, struct err *e)
{
	struct app app;
	struct app_start s = { .db = admin_path(&owner), .user = user,
	    .restricted = restricted };
	enum status st = app_open(&app, &s, e);

	if (st == ST_OK)
		app_close(&app);
	return st;
}

static void
who_may_come_in(void **state)
{
	struct err e = { 0 };
	int64_t gone;

	(void)state;
	must(come_in("ed", true, &e), &e);
	must(come_in("nobody yet", false, &e), &e);
	assert_int_equal(come_in("nobody yet", true, &e), ST_DENIED);
	assert_string_equal(e.text, "You are no user here: ask ada, who is"
	    " admin.");
	assert_int_equal(come_in("tester", true, &e), ST_DENIED);
	assert_string_equal(e.text, "You have no role here yet: ask ada, who"
	    " is admin.");
	gone = world_add(&owner, "user", "name=gone", "role=editor",
	    "disabled=2026-11-19", NULL);
	assert_int_equal(come_in("gone", false, &e), ST_DENIED);
	must(world_set(&owner, "user", gone, "disabled", "", &e), &e);
	must(come_in("gone", true, &e), &e);
	must(step_begin(&owner, &e), &e);
	must(step_end(&owner, record_archive(&owner, entities[ENT_user], gone,
	    "left", &e), "archived", &e), &e);
	assert_int_equal(come_in("gone", true, &e), ST_DENIED);
	assert_int_equal(come_in("gone", false, &e), ST_DENIED);
}

static void
the_last_admin_stays(void **state)
{
	struct err e = { 0 };
	int64_t ada = of[MAY_ADMIN].may.user, cora = of[MAY_COORDINATOR].may.user;

	(void)state;
	assert_int_equal(world_set(&of[MAY_ADMIN], "user", ada, "role",
	    "editor", &e), ST_DENIED);
	assert_string_equal(e.text, "ada is the only admin: give somebody else"
	    " the role admin first.");
	assert_int_equal(world_set(&of[MAY_ADMIN], "user", ada, "disabled",
	    "2026-11-20", &e), ST_DENIED);
	must(world_set(&of[MAY_ADMIN], "user", cora, "role", "admin", &e), &e);
	must(world_set(&of[MAY_ADMIN], "user", ada, "role", "editor", &e), &e);
	must(world_set(&owner, "user", ada, "role", "admin", &e), &e);
	must(world_set(&owner, "user", cora, "role", "coordinator", &e), &e);
	must(world_set(&owner, "user", ada, "role", "editor", &e), &e);
	must(world_set(&owner, "user", ada, "role", "admin", &e), &e);
}

/* A form is not opened for what its save would be refused. */
static void
asked_before_one_types(void **state)
{
	struct err e = { 0 };
	struct app *ed = &of[MAY_EDITOR];
	int64_t mine, other;
	struct row *r, *new;

	(void)state;
	mine = world_add(&owner, "school", "urn=900991", "name=Sedge School",
	    NULL);
	other = world_add(&owner, "school", "urn=900992", "name=Marram School",
	    NULL);
	world_add(&owner, "coordinator", "school=900991", "user=ed",
	    "from=2026-11-20", NULL);
	must(record_load(ed, entities[ENT_school], other, &r, &e), &e);
	must(may_edit(ed, r, &e), &e);
	must(option_set(ed->opt, OPT_OWN_SCHOOLS, "yes", &e), &e);
	assert_int_equal(may_edit(ed, r, &e), ST_DENIED);
	assert_string_equal(e.text, "Marram School is looked after by nobody:"
	    " changing it needs the role coordinator.");
	row_free(r);
	must(record_load(ed, entities[ENT_school], mine, &r, &e), &e);
	must(may_edit(ed, r, &e), &e);
	assert_int_equal(may_edit(&of[MAY_VIEWER], r, &e), ST_DENIED);
	row_free(r);
	new = record_new(ed, entities[ENT_coordinator]);
	assert_int_equal(may_edit(ed, new, &e), ST_DENIED);
	must(may_edit(&of[MAY_COORDINATOR], new, &e), &e);
	row_free(new);
	new = record_new(ed, entities[ENT_cover]);
	must(may_edit(ed, new, &e), &e);	/* perhaps for their own work */
	row_free(new);
	must(option_set(ed->opt, OPT_OWN_SCHOOLS, "no", &e), &e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_right_is_what_happens),
		cmocka_unit_test(the_table_says_what_design_says),
		cmocka_unit_test(a_refusal_names_the_role_needed),
		cmocka_unit_test(a_role_taken_away_is_gone_at_once),
		cmocka_unit_test(who_may_come_in),
		cmocka_unit_test(the_last_admin_stays),
		cmocka_unit_test(asked_before_one_types),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
