/* bench.c - how long keys, screens and commands take; one measure a run.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench MEASURE DB: appends lines of the table to the file BENCH_OUT. Each has
 * its baseline from the same run: a program that writes as many bytes to the
 * terminal, or the sqlite3 shell. bench.sh calls it and prints the table.
 *
 * A key is timed to its last byte: nothing more came for QUIET_MS. The rows of
 * a filter may come some time after its letter, so those keys have ROWS_MS. A
 * count, and rows that are looked for when typing pauses, come later still and
 * are not part of it.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/e2e/term.h"
#include "tests/e2e/term_priv.h"

enum { QUIET_MS = 15, ROWS_MS = 80, FIRST_MS = 2000, SETTLE_MS = 120 };

const char *bench_db, *bench_self;

double
bench_now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6;
}

static int
by_number(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

double
bench_at(double *v, size_t n, double share)
{
	size_t i = (size_t)ceil(share * (double)n);

	if (n == 0)
		return 0;
	qsort(v, n, sizeof *v, by_number);
	return v[i > 0 ? i - 1 : 0];
}

static void
put_figure(FILE *f, double v, const char *unit)
{
	if (isnan(v))
		fputs("-", f);
	else if (strcmp(unit, "ms") == 0 && v < 100)
		fprintf(f, "%.2f ms", v);
	else
		fprintf(f, "%.0f %s", v, unit);
}

/* What, ours, baseline, ratio, budget, pass or over; split by tabs. */
void
bench_line(const char *what, const char *unit, double ours, double base,
    enum budget kind, double budget)
{
	const char *path = getenv("BENCH_OUT");
	FILE *f = path != NULL ? fopen(path, "a") : stdout;
	double value = kind == TIMES ? ours / base : ours;
	bool good = kind == AT_LEAST ? value >= budget : value <= budget;

	assert_non_null(f);
	fprintf(f, "%s\t", what);
	put_figure(f, ours, unit);
	fputc('\t', f);
	put_figure(f, base, unit);
	if (isnan(base) || base <= 0)
		fputs("\t-\t", f);
	else
		fprintf(f, "\t%.1f\t", ours / base);
	if (kind == NO_BUDGET)
		fputs("-\t", f);
	else if (kind == TIMES)
		fprintf(f, "<= %.0f x\t%s", budget, good ? "pass" : "OVER");
	else
		fprintf(f, "%s %.0f %s\t%s", kind == AT_LEAST ? ">=" : "<=",
		    budget, unit, good ? "pass" : "OVER");
	fputc('\n', f);
	if (f != stdout)
		fclose(f);
}

/* --- keys --------------------------------------------------------------- */

struct pressed {
	double	 ms;		/* to its last byte; 0 when none came */
	size_t	 bytes;
};

static struct pressed
listen(double from, int quiet)
{
	double last = from;
	int wait = FIRST_MS;

	for (;;) {
		size_t had = t_bytes();

		if (!term_pump(wait) || t_bytes() == had)
			break;
		last = bench_now();
		wait = quiet;
	}
	return (struct pressed){ last - from, t_bytes() };
}

static struct pressed
press_for(const char *keys, int quiet)
{
	double from;

	t_mark();
	from = bench_now();
	t_raw(keys);
	return listen(from, quiet);
}

static struct pressed
press(const char *keys)
{
	return press_for(keys, QUIET_MS);
}

static void
start(void)
{
	t_start(24, 80, (const char *const[]){ test_program(), "--db",
	    bench_db, NULL });
	t_wait("Today");
	t_quiet(SETTLE_MS);
}

/* Terminal time of so many bytes a key: the floor under every key. */
static void
echo_baseline(size_t bytes, int keys, double *ms)
{
	char size[24];

	snprintf(size, sizeof size, "%zu", bytes);
	t_start(24, 80, (const char *const[]){ bench_self, "--echo", size,
	    NULL });
	t_wait("ready");
	t_quiet(30);
	for (int i = 0; i < keys; i++)
		ms[i] = press("x").ms;
	t_stop();
}

/* Press each of KEYS (NUL after NUL) in turn, N times in all. */
struct series {
	double	*ms, *bytes, *base;
	int	 n;
};

static struct series
series_new(int n)
{
	struct series s = { .n = n };

	s.ms = calloc((size_t)n, sizeof *s.ms);
	s.bytes = calloc((size_t)n, sizeof *s.bytes);
	s.base = calloc((size_t)n, sizeof *s.base);
	assert_true(s.ms != NULL && s.bytes != NULL && s.base != NULL);
	return s;
}

static void
note(struct series *s, int i, struct pressed p)
{
	s->ms[i] = p.ms;
	s->bytes[i] = (double)p.bytes;
}

/* Both lines of time, and the bytes when a budget for them is given. */
static void
tell(const char *what, struct series *s, double ms_budget, double p50_bytes,
    double p99_bytes)
{
	size_t n = (size_t)s->n;
	double middle = bench_at(s->bytes, n, 0.5);
	int few = s->n < 200 ? s->n : 200;
	char text[80];

	echo_baseline((size_t)middle, few, s->base);
	snprintf(text, sizeof text, "%s, p50", what);
	bench_line(text, "ms", bench_at(s->ms, n, 0.5),
	    bench_at(s->base, (size_t)few, 0.5), NO_BUDGET, 0);
	snprintf(text, sizeof text, "%s, p99", what);
	bench_line(text, "ms", bench_at(s->ms, n, 0.99),
	    bench_at(s->base, (size_t)few, 0.99), AT_MOST, ms_budget);
	snprintf(text, sizeof text, "%s, bytes p50", what);
	bench_line(text, "B", middle, NAN,
	    p50_bytes > 0 ? AT_MOST : NO_BUDGET, p50_bytes);
	snprintf(text, sizeof text, "%s, bytes p99", what);
	bench_line(text, "B", bench_at(s->bytes, n, 0.99), NAN,
	    p99_bytes > 0 ? AT_MOST : NO_BUDGET, p99_bytes);
	free(s->ms);
	free(s->bytes);
	free(s->base);
}

/* --- the measures ------------------------------------------------------- */

static struct pressed
start_one(const char *const argv[], const char *shows)
{
	double from = bench_now();
	struct pressed p;

	t_mark();
	t_start(24, 80, argv);
	p = listen(from, SETTLE_MS);
	t_wait(shows);
	t_stop();
	return p;
}

static void
measure_start(void **state)
{
	enum { N = 12 };
	double ours[N], base[N], bytes = 0;
	char size[24];

	(void)state;
	for (int i = 0; i < N; i++) {
		struct pressed p = start_one((const char *const[]){
		    test_program(), "--db", bench_db, NULL }, "Today");

		ours[i] = p.ms;
		bytes = (double)p.bytes;
	}
	snprintf(size, sizeof size, "%.0f", bytes);
	for (int i = 0; i < N; i++)
		base[i] = start_one((const char *const[]){ bench_self,
		    "--echo", size, NULL }, "ready").ms;
	bench_line("start to a stable first screen", "ms",
	    bench_at(ours + 1, N - 1, 0.5), bench_at(base + 1, N - 1, 0.5),
	    AT_MOST, 30);
	bench_line("start, bytes", "B", bytes, NAN, NO_BUDGET, 0);
}

static void
measure_lists(void **state)
{
	static const char *const lists[][2] = { { "s", "Schools" },
	    { "e", "Encounters" }, { "m", "Employers" },
	    { "k", "Contacts" }, { "c", "Clusters" }, { "p", "CPD" } };
	enum { N = 5 };

	(void)state;
	start();
	for (size_t i = 0; i < COUNT(lists); i++) {
		double ms[N], bytes = 0;
		char text[80];

		for (int k = 0; k < N; k++) {
			struct pressed p;

			press("gt");
			press("g");
			p = press(lists[i][0]);
			t_wait_row(0, lists[i][1]);
			ms[k] = p.ms;
			bytes = (double)p.bytes;
		}
		snprintf(text, sizeof text, "open %s", lists[i][1]);
		bench_line(text, "ms", bench_at(ms, N, 0.5), NAN, AT_MOST, 16);
		snprintf(text, sizeof text, "open %s, bytes", lists[i][1]);
		bench_line(text, "B", bytes, NAN, NO_BUDGET, 0);
	}
	t_stop();
}

static void
measure_cursor(void **state)
{
	struct series s = series_new(1000), scroll = series_new(200);
	struct series pages = series_new(60);

	(void)state;
	start();
	press("ge");
	t_wait_row(0, "Encounters");
	for (int i = 0; i < s.n; i++)	/* the page turns at each end */
		note(&s, i, press(i % 50 < 25 ? "j" : "k"));
	for (int i = 0; i < scroll.n; i++)
		note(&scroll, i, press("j"));
	for (int i = 0; i < pages.n; i++)
		note(&pages, i, press("\033[6~"));
	t_stop();
	tell("cursor key", &s, 16, 100, 1200);
	tell("cursor key, down a long list", &scroll, 16, 100, 1200);
	tell("page down", &pages, 16, 0, 0);
}

/* For the log of the measure. */
static void
tell_slow(const struct series *s, int i, const char *words, int key)
{
	if (s->ms[i] > 16)
		print_message("\"%s\" key %d %.1f ms\n", words, key, s->ms[i]);
}

/* WORDS typed letter by letter after KEYS, and the last two letters taken back;
 * left again with Esc. */
static void
search(const char *what, const char *go, const char *keys,
    const char *const words[])
{
	static const char *const back[] = { "\177", "\177" };
	int n = 0;
	struct series s;

	for (int i = 0; words[i] != NULL; i++)
		n += (int)strlen(words[i]) + (int)COUNT(back);
	s = series_new(n);
	n = 0;
	start();
	if (go != NULL)
		press(go);
	for (int i = 0; words[i] != NULL; i++) {
		size_t letters = strlen(words[i]), all = letters + COUNT(back);

		press(keys);
		for (size_t k = 0; k < all; k++) {
			const char *key = k < letters ?
			    (char[]){ words[i][k], '\0' } : back[k - letters];

			note(&s, n++, press_for(key, ROWS_MS));
			tell_slow(&s, n - 1, words[i], (int)k + 1);
		}
		t_raw("\033");
		t_quiet(250);
	}
	t_stop();
	tell(what, &s, 16, 0, 0);
}

static const char *const words[] = { "sandmere park", "barclays", "all souls",
	"garrow", "transport for", "zz", "northgate", "high", "arup",
	"academy hollin", "fair", "lower yarrow", "mock", "city cranes",
	"upper quill", "ash", "st", "joinery", "park house", "east", NULL };

/* Each of them fits much, together little or nothing; or a field beside them. */
static const char *const several[] = { "talk primary", "school careers",
	"a b", "school primary", "primary academy", "lower yarrow",
	"east west", "high school ltd", "mock high", "college crane",
	"school zz", "-school ltd", "year:y10 bank", "bm:5 talk",
	"type:talk primary", "status:planned school", NULL };

static void
measure_search(void **state)
{
	(void)state;
	search("search as you type, / in schools", "gs", "/", words);
	search("search as you type, / in encounters", "ge", "/", words);
	search("the same, several broad words", "ge", "/", several);
	search("the same, in employers", "gm", "/", several);
	search("the same, in contacts", "gk", "/", several);
}

/* Pages of a list few of whose many rows fit. Where there is no further row yet
 * nothing changes, so a key that always shows comes with each. */
static void
measure_pages(void **state)
{
	struct series s = series_new(6 * ((int)COUNT(several) - 1));
	int n = 0;

	(void)state;
	start();
	press("ge");
	for (int i = 0; several[i] != NULL; i++) {
		press("/");
		press_for(several[i], ROWS_MS);
		press_for("\r", ROWS_MS);
		for (int k = 0; k < 6; k++) {
			note(&s, n++, press_for(k < 3 ? "\033[6~/" : "j/",
			    ROWS_MS));
			tell_slow(&s, n - 1, several[i], k + 1);
			press("\r");
		}
		t_raw("\033");
		t_quiet(250);
	}
	t_stop();
	tell("page down and j, several broad words", &s, 16, 0, 0);
}

static void
measure_open(void **state)
{
	(void)state;
	search("search as you type, o", NULL, "o", words);
}

static void
measure_record(void **state)
{
	struct series s = series_new(40);

	(void)state;
	start();
	press("gs");
	t_wait_row(0, "Schools");
	for (int i = 0; i < s.n; i++) {
		note(&s, i, press("\r"));
		press("q");
		press("j");
	}
	t_stop();
	tell("open a school", &s, 16, 0, 0);
}

/* Enter of a line, to "Logged" and the last byte; beside one transaction of
 * the same rows by the shell. */
static void
measure_log(void **state)
{
	enum { N = 15 };
	double ms[N], base = bench_shell_save(20);

	(void)state;
	start();
	for (int i = 0; i < N; i++) {
		char line[120];

		press("l");
		snprintf(line, sizeof line,
		    "dockside; arup; talk; y9 %d; %d/10/26", 20 + i, i + 1);
		press(line);
		ms[i] = press("\r").ms;
		t_wait("ogged");
	}
	t_stop();
	bench_line("save by the line l (one transaction)", "ms",
	    bench_at(ms, N, 0.5), base, TIMES, 2);
}

static void
measure_memory(void **state)
{
	char path[80], text[4096];
	long kb = 0;
	FILE *f;

	(void)state;
	start();
	press("ge");
	for (int i = 0; i < 200; i++)
		press("\033[6~");
	press("gs");
	press("/");
	press("park");
	press("\r");
	press("\r");
	snprintf(path, sizeof path, "/proc/self/task/%d/children",
	    (int)getpid());
	f = fopen(path, "r");
	assert_non_null(f);
	assert_non_null(fgets(text, sizeof text, f));
	fclose(f);
	snprintf(path, sizeof path, "/proc/%ld/status",
	    strtol(text, NULL, 10));
	f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(text, sizeof text, f) != NULL)
		if (strncmp(text, "VmHWM:", 6) == 0)
			kb = strtol(text + 6, NULL, 10);
	fclose(f);
	t_stop();
	bench_line("memory of the screens", "MB", (double)kb / 1024, NAN,
	    AT_MOST, 32);
}

static const struct {
	const char	*name;
	CMUnitTestFunction fn;
} measures[] = {
	{ "start", measure_start }, { "lists", measure_lists },
	{ "cursor", measure_cursor }, { "search", measure_search },
	{ "pages", measure_pages },
	{ "open", measure_open }, { "record", measure_record },
	{ "log", measure_log }, { "memory", measure_memory },
	{ "save", measure_save }, { "import", measure_import },
	{ "commands", measure_commands },
};

int
main(int argc, char *argv[])
{
	if (argc == 3 && strcmp(argv[1], "--echo") == 0)
		return bench_echo(strtoul(argv[2], NULL, 10));
	bench_self = argv[0];
	for (size_t i = 0; argc >= 3 && i < COUNT(measures); i++) {
		const struct CMUnitTest one[] = {
			{ measures[i].name, measures[i].fn, NULL, t_teardown,
			  NULL },
		};

		bench_db = argv[2];
		if (strcmp(argv[1], measures[i].name) == 0)
			return cmocka_run_group_tests(one, NULL, NULL);
	}
	fprintf(stderr, "usage: bench MEASURE DB\n");
	return 2;
}
