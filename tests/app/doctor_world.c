/* doctor_world.c - an installation in order, to spoil, and what the doctor says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/doctor_world.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "tests/app/world.h"

#define OF_TESTS	"2026-11-20T10:00:00Z"

char *home, *file, *config;
struct app_start start;
struct doctor_start from;
struct strs found;
size_t errors, warnings;

static void
hear(void *arg, enum doctor_level level, const char *what, const char *advice)
{
	(void)arg;
	errors += level == DOCTOR_ERROR;
	warnings += level == DOCTOR_WARNING;
	assert_true((*advice == '\0') == (level == DOCTOR_OK));
	strs_take(&found, xasprintf("%s: %s %s", doctor_levels[level], what,
	    advice));
}

void
ask(void)
{
	strs_clear(&found);
	errors = warnings = 0;
	doctor_run(&from, hear, NULL);
}

bool
said(const char *level, const char *words)
{
	for (size_t i = 0; i < found.n; i++)
		if (str_starts(found.v[i], level) &&
		    strstr(found.v[i], words) != NULL)
			return true;
	return false;
}

void
finds(const char *level, const char *words)
{
	ask();
	if (said(level, words))
		return;
	for (size_t i = 0; i < found.n; i++)
		print_error("  %s\n", found.v[i]);
	fail_msg("no %s \"%s\"", level, words);
}

void
put(const char *path, const char *text)
{
	char *dir = path_dir(path);
	struct err e = { 0 };

	must(path_make_dir(dir, &e), &e);
	must(path_replace(path, text, strlen(text), true, &e), &e);
	free(dir);
}

void
put_home(const char *name, const char *text)
{
	char *path = test_path(home, name);

	put(path, text);
	free(path);
}

void
copy_home(const char *name)
{
	char *path = test_path(home, name), *dir = path_dir(path), *all;
	struct err e = { 0 };
	size_t n;

	must(path_make_dir(dir, &e), &e);
	must(path_read(file, 64 << 20, &all, &n, &e), &e);
	must(path_replace(path, all, n, true, &e), &e);
	free(all);
	free(dir);
	free(path);
}

void
set_config(const char *text)
{
	put(config, text);
}

static bool (*ask_system)(const char *, struct folder_fs *);
struct folder_fs disk;

static bool
answer(const char *path, struct folder_fs *out)
{
	*out = disk;
	return access(path, F_OK) == 0;
}

int
set_up(void **state)
{
	struct app app;
	struct err e = { 0 };

	(void)state;
	if (ask_system == NULL)
		ask_system = folder_ask;
	disk = (struct folder_fs){ .magic = 0xef53, .bytes = 1u << 30,
		.files = 1000, .files_free = 500 };
	folder_ask = answer;
	home = test_tmpdir();
	setenv("HOME", home, 1);
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
	setenv("CASELOAD_NOW", OF_TESTS, 1);
	clock_reset();
	file = test_path(home, "data/hub.db");
	config = test_path(home, "test.ini");
	set_config("[user]\nname = tester\n");
	start = (struct app_start){ .db = file, .config = config,
		.today = "2026-11-20", .create = true };
	must(app_open(&app, &start, &e), &e);
	(void)world_add(&app, "employer", "name=Harbour Works", NULL);
	app_close(&app);
	from = (struct doctor_start){ &start, NULL, NULL };
	copy_home("data/hub.db.backups/2026-11-20.db");
	return 0;
}

int
tear_down(void **state)
{
	(void)state;
	folder_ask = ask_system;
	strs_clear(&found);
	free(home);
	free(file);
	free(config);
	return 0;
}
