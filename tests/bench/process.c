/* process.c - whole processes: commands beside the sqlite3 shell and true.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "tests/bench/bench.h"

#define SHELL_IDS	"7000000000000000000"	/* far above any of ours */

int
bench_echo(size_t bytes)
{
	struct termios t;
	char *text = malloc(bytes + 1), key;

	if (text == NULL || tcgetattr(STDIN_FILENO, &t) != 0)
		return 1;
	t.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
	t.c_oflag &= ~(tcflag_t)OPOST;
	t.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	tcsetattr(STDIN_FILENO, TCSANOW, &t);
	memset(text, 'x', bytes);
	if (bytes >= 7)		/* at the end: the beginning may scroll away */
		memcpy(text + bytes - 7, "\r\nready", 7);
	if (bytes < 7 ? write(STDOUT_FILENO, "ready", 5) < 0 :
	    write(STDOUT_FILENO, text, bytes) < 0)
		return 1;
	while (read(STDIN_FILENO, &key, 1) == 1)
		if (write(STDOUT_FILENO, text, bytes) < 0)
			break;
	free(text);
	return 0;
}

/* Run ARGV with stdin from INPUT and its output thrown away; how long it took.
 * Fails unless it ends well. */
static double
run(const char *const argv[], const char *input)
{
	double from = bench_now();
	int status, in;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		in = open(input != NULL ? input : "/dev/null", O_RDONLY);
		if (in >= 0)
			dup2(in, STDIN_FILENO);
		in = open("/dev/null", O_WRONLY);
		if (in >= 0)
			dup2(in, STDOUT_FILENO);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("%s %s: wait status %d", argv[0],
		    argv[1] != NULL ? argv[1] : "", status);
	return bench_now() - from;
}

static double
median(const char *const argv[], const char *input)
{
	enum { N = 11 };
	double ms[N];

	run(argv, input);
	for (int i = 0; i < N; i++)
		ms[i] = run(argv, input);
	return bench_at(ms, N, 0.5);
}

/* --- saving ------------------------------------------------------------- */

/* N transactions in a file for the shell: the rows of one encounter with one
 * school, employer, year line and benchmark, made durable as we do. */
static char *
shell_script(int n)
{
	char *dir = test_tmpdir(), *path = test_path(dir, "save.sql");
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs("PRAGMA journal_mode = TRUNCATE;\nPRAGMA synchronous = FULL;\n"
	    "PRAGMA foreign_keys = ON;\n", f);
	for (int i = 0; i < n; i++)
		fprintf(f, "BEGIN IMMEDIATE;\n"
		    "INSERT INTO encounter(id, type, date, minutes, status,"
		    " mode) VALUES ((SELECT max(" SHELL_IDS ", max(id) + 1)"
		    " FROM encounter), 'talk', '2026-11-19', 60, 'delivered',"
		    " 'in person');\n"
		    "INSERT INTO encounter_school(encounter, school, date)"
		    " SELECT last_insert_rowid(), id, '2026-11-19' FROM school"
		    " WHERE urn = '900123';\n"
		    "INSERT INTO encounter_employer(encounter, employer, date)"
		    " SELECT (SELECT max(id) FROM encounter), id, '2026-11-19'"
		    " FROM employer WHERE name = 'Arup';\n"
		    "INSERT INTO encounter_year(encounter, school, grp,"
		    " attended) SELECT (SELECT max(id) FROM encounter), id,"
		    " 'y10', 24 FROM school WHERE urn = '900123';\n"
		    "INSERT INTO encounter_benchmark(encounter, benchmark)"
		    " VALUES ((SELECT max(id) FROM encounter), 5);\n"
		    "COMMIT;\n");
	fclose(f);
	free(dir);
	return path;
}

/* Take the shell's rows out again, so that the file stays whole. */
static void
forget_shell_rows(void)
{
	char *dir = test_tmpdir();
	char *path = test_write(dir, "forget.sql",
	    "BEGIN;\n"
	    "DELETE FROM encounter_school WHERE encounter >= " SHELL_IDS ";\n"
	    "DELETE FROM encounter_employer WHERE encounter >= " SHELL_IDS
	    ";\n"
	    "DELETE FROM encounter_year WHERE encounter >= " SHELL_IDS ";\n"
	    "DELETE FROM encounter_benchmark WHERE encounter >= " SHELL_IDS
	    ";\n"
	    "DELETE FROM encounter WHERE id >= " SHELL_IDS ";\n"
	    "COMMIT;\n");

	run((const char *const[]){ "sqlite3", bench_db, NULL }, path);
	free(path);
	free(dir);
}

double
bench_shell_save(int n)
{
	const char *const shell[] = { "sqlite3", bench_db, NULL };
	char *many = shell_script(n + 1), *one = shell_script(1);
	double more = median(shell, many), less = median(shell, one);

	forget_shell_rows();
	free(many);
	free(one);
	return (more - less) / n;
}

void
measure_save(void **state)
{
	const char *const shell[] = { "sqlite3", bench_db, NULL };
	const char *const ours[] = { test_program(), "--db", bench_db, "add",
	    "encounter", "schools=school/900123", "type=talk",
	    "employers=employer/arup", "date=2026-11-19", "minutes=60",
	    "years=y10 24", NULL };
	char *script = shell_script(1);
	double base = median(shell, script);

	(void)state;
	forget_shell_rows();
	bench_line("save by a command, whole process", "ms",
	    median(ours, NULL), base, TIMES, 2);
	free(script);
}

/* BENCH_GIAS is a file of BENCH_ROWS schools. */
void
measure_import(void **state)
{
	const char *file = getenv("BENCH_GIAS"), *rows = getenv("BENCH_ROWS");
	char *dir = test_tmpdir(), *db = test_path(dir, "import.db");
	char *bare = test_path(dir, "bare.db"), script[4096], *path;
	struct rusage use;
	double ms, base, n;

	(void)state;
	assert_true(file != NULL && rows != NULL);
	n = strtod(rows, NULL);
	snprintf(script, sizeof script,
	    ".mode csv\n.import \"%s\" bare\n", file);
	path = test_write(dir, "import.sql", script);
	run((const char *const[]){ test_program(), "--db", db, "init", NULL },
	    NULL);
	ms = run((const char *const[]){ test_program(), "--db", db, "import",
	    "schools", file, NULL }, NULL);
	getrusage(RUSAGE_CHILDREN, &use);	/* the largest of them so far */
	base = run((const char *const[]){ "sqlite3", bare, NULL }, path);
	bench_line("import 26,000 schools", "ms", ms, base, TIMES, 10);
	bench_line("import, rows a second", "/s", n / ms * 1000,
	    n / base * 1000, AT_LEAST, 15000);
	bench_line("memory of the import", "MB",
	    (double)use.ru_maxrss / 1024, NAN, AT_MOST, 96);
	ms = run((const char *const[]){ test_program(), "--db", db, "import",
	    "schools", file, NULL }, NULL);
	bench_line("import again, all unchanged", "ms", ms, base, NO_BUDGET,
	    0);
	free(path);
	free(bare);
	free(db);
	free(dir);
}

void
measure_commands(void **state)
{
	static const struct {
		const char	*what, *words[5];
		double		 budget;
	} commands[] = {
		{ "list encounters of one school, process",
		  { "list", "encounter", "schools:school/900123" }, 20 },
		{ "show a school, process", { "show", "school/900123" }, 20 },
		{ "find sandmere, process", { "find", "sandmere" }, 0 },
		{ "agenda, process", { "agenda" }, 0 },
		{ "count encounter, process", { "count", "encounter" }, 0 },
	};
	double base = median((const char *const[]){ "true", NULL }, NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++) {
		const char *argv[10] = { test_program(), "--db", bench_db };

		for (size_t k = 0; k < 5; k++)
			argv[3 + k] = commands[i].words[k];
		bench_line(commands[i].what, "ms", median(argv, NULL), base,
		    commands[i].budget > 0 ? AT_MOST : NO_BUDGET,
		    commands[i].budget);
	}
}
