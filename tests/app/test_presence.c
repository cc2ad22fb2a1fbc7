/* test_presence.c - who edits what: true, private, and deaf to what lies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/presence.h"
#include "base/clock.h"
#include "base/mem.h"
#include "model/fields.h"
#include "tests/app/world.h"
#include "tests/lib/child.h"

struct somebody {
	const struct app *app;
	const char	*user;
	int64_t		 id;
};

static bool
edits(void *arg)
{
	const struct somebody *who = arg;
	struct app other;

	world_open_as(&other, who->app, who->user);
	presence_edit(presence_new(&other), entity_find("school"), who->id);
	return true;
}

/* Another process edits school ID until it is killed. */
static pid_t
somebody_edits(const struct app *app, const char *user, int64_t id)
{
	struct somebody who = { app, user, id };

	return child_holds(edits, &who);
}

static size_t
files_of(const struct app *app, size_t *dead)
{
	struct presents all;
	size_t n;

	presence_read(admin_path(app), &all);
	n = all.n;
	*dead = 0;
	for (size_t i = 0; i < n; i++)
		*dead += all.v[i].dead;
	presences_clear(&all);
	return n;
}

static void
another_session_is_seen_and_its_death_too(void **state)
{
	const struct entity *school = entity_find("school");
	const struct present *who;
	struct presence *mine;
	struct app app;
	struct stat sb;
	struct buf b;
	size_t dead;
	char *folder;
	pid_t pid;

	(void)state;
	world_open(&app);
	folder = presence_folder(admin_path(&app));
	mine = presence_new(&app);
	presence_poll(mine);
	assert_null(presence_at(mine, school, 7));
	assert_int_not_equal(stat(folder, &sb), 0);
	pid = somebody_edits(&app, "priya", 7);
	assert_int_equal(stat(folder, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0700);
	presence_poll(mine);
	who = presence_at(mine, school, 7);
	assert_non_null(who);
	assert_null(presence_at(mine, school, 8));
	assert_null(presence_at(mine, entity_find("employer"), 7));
	buf_init(&b, BUF_LINE);
	presence_words(who, &b);
	assert_string_equal(b.p, "priya is editing this");
	buf_reset(&b);
	setenv("CASELOAD_NOW", "2026-11-20T10:02:30Z", 1);
	clock_reset();
	presence_words(who, &b);
	assert_string_equal(b.p, "priya is editing this, 2 min");
	buf_clear(&b);
	assert_int_equal(files_of(&app, &dead), 1);
	assert_int_equal(dead, 0);
	child_kill(pid);
	assert_int_equal(files_of(&app, &dead), 1);
	assert_int_equal(dead, 1);
	presence_edit(mine, school, 7);		/* removes what is dead */
	assert_int_equal(files_of(&app, &dead), 0);
	pid = somebody_edits(&app, "dan", 7);	/* which sees me and lives */
	assert_int_equal(files_of(&app, &dead), 1);
	assert_int_equal(dead, 0);
	child_kill(pid);
	presence_free(mine);
	assert_int_equal(files_of(&app, &dead), 1);
	world_close(&app);
	free(folder);
}

static void
what_lies_is_passed_over(void **state)
{
	static const char *const text[] = {
		"", "user\tpriya\n", "end\t\n",
		"user\tpriya\npid\t12\nsince\tnever\nend\t\n",
		"user\tpri\033[2Jya\npid\t12\nend\t\n",
		"user\tpriya\npid\t-1\nend\t\n",
		"user\tpriya\npid\t12\nrecord\tstep/1J8Q2M7K9QZ4V\nend\t\n",
		"user\tpriya\npid\t12\nrecord\tschool\nend\t\n",
		"user\tpriya\npid\t12\nrecord\tschool/%%%\nend\t\n",
		"user\tpriya\npid\t12\nend\t\nmore\t\n",
		"user\tpriya\npid\t12\nwho\tknows\nend\t\n",
	};
	struct app app;
	char *folder, *path, name[32], *big;
	size_t dead, i;

	(void)state;
	world_open(&app);
	folder = presence_folder(admin_path(&app));
	assert_int_equal(mkdir(folder, 0700), 0);
	for (i = 0; i < COUNT(text); i++) {
		snprintf(name, sizeof name, "%zu-0.live", i + 1);
		free(test_write(folder, name, text[i]));
		if (files_of(&app, &dead) != 0)
			fail_msg("taken: %s", text[i]);
	}
	big = xcalloc(1, 5000);
	memset(big, 'x', 4999);
	free(test_write(folder, "50-0.live", big));
	free(test_write(folder, "README", "user\tdan\npid\t12\nend\t\n"));
	path = test_path(folder, "60-0.live");
	assert_int_equal(symlink("README", path), 0);
	free(path);
	path = test_path(folder, "61-0.live");
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(files_of(&app, &dead), 0);
	free(test_write(folder, "70-0.live", "user\tdan\npid\t12\nend\t\n"));
	assert_int_equal(files_of(&app, &dead), 1);
	world_close(&app);
	free(folder);
	free(path);
	free(big);
}

static void
no_folder_no_presence_and_no_complaint(void **state)
{
	struct presence *p;
	struct app app;
	char *folder, *target;

	(void)state;
	world_open(&app);
	folder = presence_folder(admin_path(&app));
	target = test_tmpdir();
	assert_int_equal(symlink(target, folder), 0);	/* is not followed */
	p = presence_new(&app);
	presence_edit(p, entity_find("school"), 7);
	presence_poll(p);
	assert_null(presence_at(p, entity_find("school"), 7));
	presence_free(p);
	assert_int_equal(rmdir(target), 0);		/* nothing is in it */
	world_close(&app);
	free(target);
	free(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_session_is_seen_and_its_death_too),
		cmocka_unit_test(what_lies_is_passed_over),
		cmocka_unit_test(no_folder_no_presence_and_no_complaint),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
