/* test_every_command.c - every command on a terminal, on a demonstration that
 * is filled with controls and marks, and with such names, paths and words
 * typed: none of these reaches the terminal, whatever the locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/id.h"
#include "model/tables.h"
#include "tests/e2e/hostile.h"
#include "tests/e2e/term.h"

/* A word that is an entity in braces is the reference of one of its records,
 * {} the hostile text. Dry runs where something would be saved. */
static const char *const lines[] = {
	"agenda", "agenda --days 400", "board", "brief {school}",
	"evidence {school}", "eligible {school}", "score {school}",
	"score {assessment}", "find a", "find london", "find {}", "duplicates",
	"duplicates {employer} {employer} --not-same", "match propose",
	"match suggest {school}", "match suggest {volunteer}",
	"match suggest {request}", "match suggest {offer}",
	"match ask {request} {offer}", "match become {approach}",
	"notice merge {notice}", "notice send {notice}",
	"notice write {} --to school --text {} --dry-run",
	"chase {notice} --dry-run", "claim lines {claim} --dry-run",
	"claim submit {claim} --dry-run", "erase {contact} --dry-run",
	"export-person {contact}", "succeed {school} {school} --dry-run",
	"join {employer} {employer} --dry-run", "rollover 2027/28 --dry-run",
	"return", "return 2026-11 --format csv", "user list", "user key list",
	"user add {}", "user set {} role=viewer", "cover {} by {} to fri",
	"outbox list", "outbox get {}", "history", "history {school}",
	"history user:{}", "undo --dry-run", "undo {}", "redo {}",
	"log {} --dry-run", "log {};talk;y9_20 --dry-run", "check", "doctor",
	"set {school} note={} --dry-run", "set {school} name={} --if note={}",
	"set school {} -- note=x --dry-run", "add school {}", "add {} a=b",
	"add employer name={}", "archive {} --reason {}", "restore {}", "{}",
	"--{}", "list school --{}", "list {}", "list school {}:1",
	"list school name:{}", "list school la:{} --sort {}",
	"list school --columns {}", "list school --limit {}", "show school/{}",
	"export school -o no/{}", "export school --format {}",
	"import school no/{}", "import school {}.csv --dry-run",
	"import school {}.csv --rejects no/{}", "import school {}.csv --map {}",
	"help {}", "help school", "help case", "report {}", "report claim {claim}",
	"report chasing {notice}", "report plan {school}", "--plain",
	"--today {} agenda", "--config {} agenda", "--config {}.ini agenda",
	"--user {} agenda", "--db no/{} agenda", "--db {}.csv check",
	"assess {school} {}={} --framework {}", "backup no/{}",
	"restore-backup {}.csv --yes", "hub-session {}",
	"list school --format csv", "list contact --format json",
	"list encounter --format tsv", "export all -o no/{}",
};

/* Reports of a school, and of nothing. */
static const char *const reports[] = {
	"board", "matrix", "benchmarks {school}", "compare {school}", "diary",
	"diary team", "templates", "retention", "access", "meetings {school}",
	"ceilings", "work-experience", "needs", "requests", "unmet",
	"commitments", "commitments {school}", "targets", "cpd-hours",
	"cpd-cover", "doctor",
};

static char *db;
static sqlite3 *base;
static size_t count;		/* of commands considered */
static bool plain;		/* they are typed in line mode */

static bool
all_of_it(void)
{
	const char *s = getenv("CASELOAD_LONG");

	return s != NULL && *s != '\0';
}

/* The reference of some record of ENT, by its code: its key is hostile. */
static void
put_ref(FILE *to, const char *ent, size_t n)
{
	char id[32], sql[128], code[ID_CODE] = "none";
	const struct entity *e;
	sqlite3_stmt *st;

	snprintf(id, sizeof id, "%.*s", (int)n, ent);
	e = entity_find(id);
	assert_non_null(e);
	snprintf(sql, sizeof sql, "SELECT max(id) FROM \"%s\"",
	    entity_table(e));
	assert_int_equal(sqlite3_prepare_v2(base, sql, -1, &st, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	id_code(sqlite3_column_int64(st, 0), code);
	sqlite3_finalize(st);
	fprintf(to, "%s/%s", id, code);
}

/* A line of sh that runs the command, or one of line mode; in check one of
 * STEP. */
static void
put(FILE *to, const char *before, const char *line, size_t step)
{
	const char *end;

	if (count++ % step != 0)
		return;
	fprintf(to, "%s%s", plain ? "" : "c ", before);
	for (const char *p = line; *p != '\0'; p++)
		if (p[0] == '{' && p[1] == '}') {
			fprintf(to, "\"%s\"", plain ? hostile_text : "$BAD");
			p++;
		} else if (*p == '{') {
			end = strchr(p, '}');
			put_ref(to, p + 1, (size_t)(end - p - 1));
			p = end;
		} else if (*p == ';' || *p == '_') {
			fputs(*p == ';' ? "\\;" : "\\ ", to);
		} else {
			fputc(*p, to);
		}
	fputc('\n', to);
}

/* C prints what a command prints; only a crash has a worse end than 3. */
static const char begin[] =
	"n=0\n"
	"c() {\n"
	"n=$((n + 1))\n"
	"printf 'a\\nhelp\\nq\\n' | \"$PROGRAM\" --db \"$DB\" \"$@\"\n"
	"[ $? -le 3 ] || { echo \"CRASHED: $*\"; exit 1; }\n"
	"}\n"
	"printf 'urn,name,%s\\n900999,%s,%s\\n%s,b\\n' \"$BAD\" \"$BAD\" a"
	" \"$BAD\" >\"$BAD.csv\"\n"
	"printf '[%s]\\n%s = %s\\n' \"$BAD\" \"$BAD\" \"$BAD\" >\"$BAD.ini\"\n";

/* Every command, a line each. */
static void
put_all(FILE *to, size_t step)
{
	char line[128];

	for (size_t i = 0; i < COUNT(lines); i++)
		put(to, "", lines[i], step);
	for (size_t i = 0; i < COUNT(reports); i++)
		put(to, "report ", reports[i], step);
	for (int i = 0; i < ENT_MAX; i++) {
		put(to, "list ", entities[i]->id, step);
		snprintf(line, sizeof line, "{%s}", entities[i]->id);
		if (i != ENT_succession)
			put(to, "show ", line, step);
	}
}

static char *
script(size_t step)
{
	char *path = test_path(t_home(), "commands.sh");
	FILE *to = fopen(path, "w");

	assert_non_null(to);
	fprintf(to, "cd '%s'\n%s", t_home(), begin);
	put_all(to, step);
	fputs("echo \"ran $n\"\n", to);
	assert_int_equal(fclose(to), 0);
	return path;
}

/* What line mode asks, each in a session of its own: explained, answered with
 * what cannot be meant, and left. */
static void
put_questions(FILE *to, size_t step)
{
	static const char *const starts[] = { "answer {school}",
	    "answer {assessment}" };
	char line[64];

	plain = true;
	for (size_t i = 0; i < COUNT(starts) + ENT_MAX; i++) {
		if (i < COUNT(starts))
			snprintf(line, sizeof line, "%s", starts[i]);
		else
			snprintf(line, sizeof line, "new %s",
			    entities[i - COUNT(starts)]->id);
		if (count++ % step != 0)
			continue;
		fputs("p <<'END'\n", to);
		put(to, "", line, 1);
		fprintf(to, "?\n%s\n%sx\n\n\n?\n\n%sx\n\n\n\nq\nEND\n",
		    hostile_text, hostile_text, hostile_text);
	}
}

/* The same commands as lines of line mode, and its questions. */
static char *
plain_script(size_t step)
{
	char *path = test_path(t_home(), "plain.sh");
	FILE *to = fopen(path, "w");

	assert_non_null(to);
	fprintf(to, "cd '%s'\n%sp() {\nn=$((n + 1))\n\"$PROGRAM\" --db "
	    "\"$DB\" --plain || exit 1\n}\np <<'END'\n", t_home(), begin);
	plain = true;
	put_all(to, step);
	fputs("END\n", to);
	put_questions(to, step);
	fputs("echo \"ran $n\"\n", to);
	plain = false;
	assert_int_equal(fclose(to), 0);
	return path;
}

static int
setup(void **state)
{
	(void)state;
	db = hostile_demo();
	return 0;
}

static int
end(void **state)
{
	free(db);
	return t_teardown(state);
}

/* Every STEPth command from the FIRST on, in a terminal of that locale. */
static void
run_all(const char *locale, bool all, size_t first, size_t step,
    char *(*make)(size_t step))
{
	char *path;

	count = step - first;
	assert_int_equal(sqlite3_open(db, &base), SQLITE_OK);
	path = make(step);
	sqlite3_close(base);
	assert_true(hostile_fill(db, all) > 60);
	t_env("LC_ALL", locale);
	t_env("BAD", hostile_text);
	t_env("PROGRAM", test_program());
	t_env("DB", db);
	t_start(24, 200, (const char *const[]){ "sh", path, NULL });
	assert_int_equal(t_wait_exit(), 0);
	assert_true(t_shows("ran "));
	free(path);
}

static void
no_command_prints_stored_controls(void **state)
{
	(void)state;
	run_all("C.UTF-8", false, 0, all_of_it() ? 1 : 12, script);
}

static void
nor_where_the_locale_is_not_utf8(void **state)
{
	(void)state;
	run_all("C", false, 3, all_of_it() ? 1 : 40, script);
}

static void
nor_where_nothing_is_as_it_should_be(void **state)
{
	(void)state;
	run_all("C.UTF-8", true, 7, all_of_it() ? 1 : 40, script);
}

static void
line_mode_prints_none_either(void **state)
{
	(void)state;
	run_all("C.UTF-8", false, 5, all_of_it() ? 1 : 16, plain_script);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, end)
	const struct CMUnitTest tests[] = {
		TEST(no_command_prints_stored_controls),
		TEST(nor_where_the_locale_is_not_utf8),
		TEST(nor_where_nothing_is_as_it_should_be),
		TEST(line_mode_prints_none_either),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
