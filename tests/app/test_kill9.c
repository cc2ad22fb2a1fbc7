/* test_kill9.c - kill -9 amid saves: what was said to be saved is there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/bulk.h"
#include "app/import.h"
#include "app/lists.h"
#include "app/record.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "tests/app/mix.h"
#include "tests/app/world.h"

/* Saves are numbered from 1; by its number and the seed each is of a kind. */
enum kind { ADD, CHANGE, LINE, BULK, IMPORT, KINDS };

/* Half of the rounds each: a process that saves one after the other, and the
 * program itself, run for each. All in check-long, where CASELOAD_LONG is. */
enum { ROUNDS_SHORT = 12, ROUNDS_LONG = 300, QUAYS = 30, MILLS = 10,
    WORDS = 8, WORKER_MS = 90, PROGRAM_MS = 160 };

/* What the database holds, or should: how many were added, read or imported,
 * and the number of the last change and bulk action. */
struct facts {
	long	n[KINDS];
};

static struct {
	char		*file, *config, *dir, *quays, *encounter;
	int64_t		 encounter_id, quay[QUAYS];
	unsigned	 seed;
	long		 next;		/* the save to come */
	int		 cut;		/* kills that left a journal behind */
	struct facts	 want;
} t;

static enum kind
kind_of(long n)
{
	return (enum kind)(mix_chance(t.seed, (unsigned)n) % KINDS);
}

static void
happens(struct facts *f, long n)
{
	enum kind k = kind_of(n);

	if (k == CHANGE || k == BULK)
		f->n[k] = n;
	else
		f->n[k] += k == IMPORT ? MILLS : 1;
}

/* --- the saves, done here ------------------------------------------------ */

static enum status
add(struct app *app, long n, struct err *e)
{
	char *name = xasprintf("Foundry %06ld", n);
	enum status st = mix_add(app, name, e);

	free(name);
	return st;
}

static enum status
change(struct app *app, long n, struct err *e)
{
	char *number = xasprintf("%ld", n), *years = xasprintf("y10 %ld", n);
	struct bulk_set set[] = { { F_encounter_title, number },
	    { F_encounter_years, years }, { F_encounter_summary, number } };
	enum status st = bulk_do(app, entities[ENT_encounter], &t.encounter_id,
	    1, set, COUNT(set), NULL, e);

	free(number);
	free(years);
	return st;
}

static char *
line_text(long n)
{
	return xasprintf("sandmere; talk; y10 5; yesterday; note: line n%06ld",
	    n);
}

static enum status
line(struct app *app, long n, struct err *e)
{
	char *text = line_text(n);
	enum status st = mix_line(app, text, e);

	free(text);
	return st;
}

static enum status
bulk(struct app *app, long n, struct err *e)
{
	char *number = xasprintf("%ld", n);
	enum status st = mix_bulk(app, entities[ENT_employer], t.quay, QUAYS,
	    F_employer_note, number, e);

	free(number);
	return st;
}

static void
unheard(void *arg, const char *line_said)
{
	(void)arg;
	(void)line_said;
}

static char *
mills_csv(long n)
{
	char *name = xasprintf("mills-%ld.csv", n), *path;
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_add(&b, "name,company_number\n");
	for (int i = 0; i < MILLS; i++)
		buf_addf(&b, "Mill %06ld of %d,%08ld\n", n, i, 10 * n + i);
	path = test_write(t.dir, name, b.p);
	buf_clear(&b);
	free(name);
	return path;
}

static enum status
import(struct app *app, long n, struct err *e)
{
	struct import_opts opt = { .say = unheard };
	struct import_result res;
	char *path = mills_csv(n);
	enum status st = import_file(app, "employer", path, &opt, &res, e);

	free(path);
	if (st == ST_OK && res.added != MILLS)
		st = err_set(e, ST_INVALID, "%d were added", (int)res.added);
	return st;
}

static enum status
save(struct app *app, long n, struct err *e)
{
	switch (kind_of(n)) {
	case ADD:
		return add(app, n, e);
	case CHANGE:
		return change(app, n, e);
	case LINE:
		return line(app, n, e);
	case BULK:
		return bulk(app, n, e);
	default:
		return import(app, n, e);
	}
}

/* --- the same by the program --------------------------------------------- */

static void
words(struct strs *argv, long n)
{
	strs_add(argv, test_program());
	switch (kind_of(n)) {
	case ADD:
		strs_add(argv, "add");
		strs_add(argv, "employer");
		strs_take(argv, xasprintf("name=Foundry %06ld", n));
		strs_add(argv, "--new");
		break;
	case CHANGE:
		strs_add(argv, "set");
		strs_add(argv, t.encounter);
		strs_take(argv, xasprintf("title=%ld", n));
		strs_take(argv, xasprintf("years=y10 %ld", n));
		strs_take(argv, xasprintf("summary=%ld", n));
		break;
	case LINE:
		strs_add(argv, "log");
		strs_take(argv, line_text(n));
		break;
	case BULK:
		strs_add(argv, "set");
		strs_add(argv, "employer");
		strs_add(argv, "name:quay");
		strs_add(argv, "--");
		strs_take(argv, xasprintf("note=%ld", n));
		break;
	default:
		strs_add(argv, "import");
		strs_add(argv, "employer");
		strs_take(argv, mills_csv(n));
	}
}

static pid_t
start_program(long n)
{
	struct strs said = { 0 };
	char *argv[WORDS + 1] = { NULL };
	pid_t pid;
	int out;

	words(&said, n);
	assert_true(said.n <= WORDS);
	for (size_t i = 0; i < said.n; i++)
		argv[i] = said.v[i];
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		char *log = test_path(t.dir, "said");

		out = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		dup2(out, STDOUT_FILENO);
		dup2(out, STDERR_FILENO);
		execv(argv[0], argv);
		_exit(127);
	}
	strs_clear(&said);
	return pid;
}

/* --- killed -------------------------------------------------------------- */

/* Did it leave half a transaction, for the next one to roll back? */
static void
note_journal(void)
{
	char *journal = xasprintf("%s-journal", t.file);
	struct stat sb;

	t.cut += stat(journal, &sb) == 0 && sb.st_size > 0;
	free(journal);
}

/* A process that saves, and after each save tells its number; killed after so
 * many ms. What it told is acknowledged. */
static void
worker_round(int ms)
{
	struct app_start start = { .db = t.file, .config = t.config,
	    .user = "tester" };
	struct err e = { 0 };
	struct app app;
	long told = 0;
	int fd[2], how;
	pid_t pid;

	assert_int_equal(pipe(fd), 0);
	assert_true((pid = fork()) >= 0);
	if (pid == 0) {
		if (app_open(&app, &start, &e) == ST_OK &&
		    write(fd[1], &told, sizeof told) == sizeof told)
			for (long n = t.next; save(&app, n, &e) == ST_OK; n++)
				if (write(fd[1], &n, sizeof n) != sizeof n)
					break;
		print_error("%s (%s)\n", e.text, e.detail);
		_exit(1);
	}
	close(fd[1]);
	assert_int_equal(read(fd[0], &told, sizeof told), sizeof told);
	poll(NULL, 0, ms);
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, &how, 0), pid);
	assert_true(WIFSIGNALED(how));
	for (; read(fd[0], &told, sizeof told) == sizeof told; t.next++) {
		assert_int_equal(told, t.next);
		happens(&t.want, told);
	}
	close(fd[0]);
}

/* The program, for one save after the other; killed after so many ms. Those
 * that ended with 0 are acknowledged. */
static void
program_round(int ms)
{
	int64_t end = clock_monotonic_ms() + ms;
	pid_t pid, done = 1;
	int how;

	while (done > 0) {
		pid = start_program(t.next);
		while ((done = waitpid(pid, &how, WNOHANG)) == 0 &&
		    clock_monotonic_ms() < end)
			poll(NULL, 0, 1);
		if (done == 0) {
			kill(pid, SIGKILL);
			assert_int_equal(waitpid(pid, &how, 0), pid);
		}
		if (WIFSIGNALED(how) && done == 0)
			return;
		if (how != 0) {
			char *log = test_path(t.dir, "said");

			fail_msg("save %ld by the program: %x %s", t.next, how,
			    test_read(log));
		}
		happens(&t.want, t.next++);
	}
}

/* --- what is there ------------------------------------------------------- */

static long
count(struct app *app, int ent, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, app, entities[ent], filter, &e), &e);
	must(lister_count(&l, 1000000, &n, &e), &e);
	lister_close(&l);
	return (long)n;
}

static long
number(struct app *app, const char *ent, int64_t id, const char *field)
{
	char *text = world_get(app, ent, id, field);
	long n = strtol(text, NULL, 10);

	free(text);
	return n;
}

/* A change is whole: all its fields and members; a bulk action too. */
static void
look(struct app *app, struct facts *have)
{
	char *years, *alike;

	have->n[ADD] = count(app, ENT_employer, "name:foundry");
	have->n[LINE] = count(app, ENT_encounter, "note:line");
	have->n[IMPORT] = count(app, ENT_employer, "name:mill");
	have->n[CHANGE] = number(app, "encounter", t.encounter_id, "title");
	assert_int_equal(have->n[CHANGE],
	    number(app, "encounter", t.encounter_id, "summary"));
	years = world_get(app, "encounter", t.encounter_id, "years");
	alike = xasprintf("y10 %ld", have->n[CHANGE]);
	assert_string_equal(years, alike);
	free(years);
	free(alike);
	have->n[BULK] = number(app, "employer", t.quay[0], "note");
	for (int i = 1; i < QUAYS; i++)
		assert_int_equal(have->n[BULK],
		    number(app, "employer", t.quay[i], "note"));
}

/* It is there by its number, once. */
static void
is_there(struct app *app, long n)
{
	char *filter = NULL;
	enum kind k = kind_of(n);

	if (k == ADD)
		filter = xasprintf("name:\"foundry %06ld\"", n);
	else if (k == LINE)
		filter = xasprintf("note:\"line n%06ld\"", n);
	else if (k == IMPORT)
		filter = xasprintf("name:\"mill %06ld of\"", n);
	if (filter != NULL && count(app, k == LINE ? ENT_encounter :
	    ENT_employer, filter) != (k == IMPORT ? MILLS : 1))
		fail_msg("save %ld is not there: %s", n, filter);
	free(filter);
}

/* All that was acknowledged is there, and the save at hand whole or not. */
static void
is_kept(long first)
{
	struct app_start start = { .db = t.file, .config = t.config,
	    .user = "tester" };
	struct facts have, more = t.want;
	struct err e = { 0 };
	struct app app;

	must(app_open(&app, &start, &e), &e);
	world_is_whole(&app);
	look(&app, &have);
	happens(&more, t.next);
	if (memcmp(&have, &more, sizeof have) == 0) {
		t.want = more;
		t.next++;
	}
	for (int k = 0; k < KINDS; k++)
		if (have.n[k] != t.want.n[k])
			fail_msg("kind %d: %ld, not %ld; next is save %ld, %d",
			    k, have.n[k], t.want.n[k], t.next,
			    kind_of(t.next));
	for (long n = first; n < t.next; n++)
		is_there(&app, n);
	app_close(&app);
}

/* --- the test ------------------------------------------------------------ */

static void
make_world(void)
{
	struct app app;
	char name[32], code[ID_CODE];

	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere School", NULL);
	t.encounter_id = world_add(&app, "encounter", "schools=school/900001",
	    "type=talk", "title=0", "summary=0", "years=y10 0", NULL);
	for (int i = 0; i < QUAYS; i++) {
		snprintf(name, sizeof name, "name=Quay %d", i);
		t.quay[i] = world_add(&app, "employer", name, "note=0", NULL);
	}
	t.file = xstrdup(admin_path(&app));
	world_close(&app);
	t.config = xasprintf("%s.ini", t.file);
	id_code(t.encounter_id, code);
	t.encounter = xasprintf("encounter/%s", code);
	t.dir = test_tmpdir();
	setenv("HOME", t.dir, 1);
	setenv("XDG_STATE_HOME", t.dir, 1);
	setenv("CASELOAD_DB", t.file, 1);
	setenv("CASELOAD_CONFIG", t.config, 1);
	setenv("CASELOAD_USER", "tester", 1);
	setenv("CASELOAD_BACKUP", "no", 1);
}

static void
all_that_was_saved_is_there(void **state)
{
	const char *seed = getenv("CASELOAD_SEED");
	bool whole = getenv("CASELOAD_LONG") != NULL;
	int rounds = whole ? ROUNDS_LONG : ROUNDS_SHORT, ms;
	long first;

	(void)state;
	t.seed = seed != NULL ? (unsigned)strtoul(seed, NULL, 10) : 5;
	t.next = 1;
	print_message("CASELOAD_SEED=%u\n", t.seed);
	make_world();
	for (int r = 0; r < rounds; r++) {
		first = t.next;
		ms = (int)(mix_chance(t.seed ^ 0x5eed, (unsigned)r) %
		    (unsigned)(r % 2 ? PROGRAM_MS : WORKER_MS)) *
		    (1 + test_slowness() / 10);
		if (r % 2)
			program_round(ms);
		else
			worker_round(ms);
		note_journal();
		is_kept(first);
	}
	print_message("%ld saves, %d of %d kills amid a transaction\n",
	    t.next - 1, t.cut, rounds);
	assert_true(t.next > 1);
	assert_true(!whole || t.cut > 0);
	free(t.file);
	free(t.config);
	free(t.encounter);
	free(t.dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_was_saved_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
