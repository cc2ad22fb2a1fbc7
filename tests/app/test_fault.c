/* test_fault.c - a disk that fails at each call in turn: all or nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/app/fault_acts.h"
#include "tests/db/fault_vfs.h"

enum { MANY = 8, SOME = 5, OPENED = 2 };

static char *file_of[2];	/* what each try has a copy of; [1] is old */
static char *before_in[2];	/* what they hold */
static char *dir;

/* --- one try ------------------------------------------------------------- */

struct try {
	const struct fault_act *a;
	enum fault	 what;
	int		 nth;
	bool		 lasting;
	const char	*after;
	char		*file;
	struct app	 app;
	struct err	 e;
};

static int told;		/* faults found; all are told */

#define bad(t, ...) bad_at((t), xasprintf(__VA_ARGS__))
static void
bad_at(const struct try *t, char *why)
{
	print_error("%s, %s %d%s: %s\n\"%s\" (%s)\n", t->a->name,
	    fault_name(t->what), t->nth, t->lasting ? " and on" : "", why,
	    t->e.text, t->e.detail);
	free(why);
	told++;
}

static void
copy_file(struct try *t)
{
	FILE *in = fopen(file_of[t->a->old], "rb"), *out;
	char *name = xasprintf("%s-%s-%d-%d.db", t->a->name,
	    fault_name(t->what), t->nth, t->lasting), block[8192];
	size_t n;

	t->file = test_path(dir, name);
	out = fopen(t->file, "wb");
	assert_true(in != NULL && out != NULL);
	while ((n = fread(block, 1, sizeof block, in)) > 0)
		assert_int_equal(fwrite(block, 1, n, out), n);
	fclose(in);
	assert_int_equal(fclose(out), 0);
	free(name);
}

static enum status
act(struct try *t)
{
	memset(&t->e, 0, sizeof t->e);
	return t->a->act != NULL ? t->a->act(&t->app, &t->e) :
	    fault_open(&t->app, t->file, &t->e);
}

/* Words that are SQLite's, or blame somebody who is not there. */
static bool
is_a_sentence(const char *s)
{
	static const char *const never[] = { "SQL", "I/O", "locked", "busy",
	    "unable", "somebody else", "malformed", "damaged", NULL };

	for (int i = 0; never[i] != NULL; i++)
		if (strstr(s, never[i]) != NULL)
			return false;
	return s[0] != '\0';
}

/* Does it say whether it was saved, and rightly? Whatever only a save does must
 * say so; what is looked at before it begins need not. */
static bool
says(const struct try *t, bool as_before)
{
	const char *s = t->e.text;
	bool not_saved = strstr(s, "othing was saved") != NULL;

	if (strstr(s, "not sure whether this was saved") != NULL)
		return !not_saved;
	if (!as_before)
		return strstr(s, "The person is erased") != NULL && !not_saved;
	return not_saved || t->what == FAULT_READ || t->what == FAULT_LOCK ||
	    t->what == FAULT_OPEN || t->what == FAULT_ACCESS ||
	    t->what == FAULT_SIZE;
}

/* What this session sees, or a new one, is WANT. */
static bool
is(struct try *t, const char *want, bool anew)
{
	char *have = fault_dump(anew ? NULL : &t->app, t->file);
	bool same = strcmp(have, want) == 0;

	free(have);
	return same;
}

/* The same but for the table in which it says that an erasure is not done. */
static bool
is_erased(struct try *t)
{
	char *have = fault_dump(NULL, t->file);
	size_t n = strlen("\nmeta ");
	const char *a = strstr(have, "\nmeta "), *b = strstr(t->after,
	    "\nmeta ");
	bool same = a - have == b - t->after &&
	    strncmp(have, t->after, (size_t)(a - have)) == 0 &&
	    strcmp(a + n + strcspn(a + n, "\n"),
	    b + n + strcspn(b + n, "\n")) == 0;

	free(have);
	return same && strstr(t->e.text, "The person is erased") != NULL;
}

/* It failed: the words are right, nothing is half, and it can be done now. */
static void
is_refused(struct try *t, enum status st)
{
	bool anew = t->nth % 2 == 1 || t->a->act == NULL, as_before;

	as_before = is(t, before_in[t->a->old], anew);
	if (st == ST_BUSY || !is_a_sentence(t->e.text))
		bad(t, "status %d, no sentence for people", st);
	if (!as_before && !is(t, t->after, anew) && !is_erased(t))
		bad(t, "what is stored is neither before nor after");
	if (t->a->act != NULL && !says(t, as_before))
		bad(t, "it is %ssaved, and says otherwise",
		    as_before ? "not " : "");
	/* there already, and the user is asked to look */
	if (!as_before && strstr(t->e.text, "not sure whether") != NULL)
		return;
	if ((st = act(t)) != ST_OK &&
	    strstr(t->e.text, "was erased already") == NULL)
		bad(t, "the disk works again, and it fails: %d", st);
}

/* Let the call fail, unless the action never comes to it. */
static void
try(const struct fault_act *a, enum fault what, int nth, bool lasting,
    const char *after)
{
	struct try t = { .a = a, .what = what, .nth = nth, .lasting = lasting,
	    .after = after };
	enum status st;

	copy_file(&t);
	if (a->act != NULL)
		must(fault_open(&t.app, t.file, &t.e), &t.e);
	fault_arm(what, nth, lasting);
	st = act(&t);
	fault_disarm();
	if (nth > 0 && fault_calls(what) < nth)
		bad(&t, "it came to %d calls only", fault_calls(what));
	if (st != ST_OK && nth == 0)
		bad(&t, "it fails without a fault");
	if (st != ST_OK)
		is_refused(&t, st);
	if (!is(&t, after, false))
		bad(&t, "what is stored is not what it should be after");
	app_close(&t.app);
	remove(t.file);
	free(t.file);
}

/* --- every call ---------------------------------------------------------- */

/* What is stored after the action, and how many calls of each kind it makes. */
static char *
outcome(const struct fault_act *a, int calls[FAULTS])
{
	struct try t = { .a = a };
	char *dump;

	copy_file(&t);
	if (a->act != NULL)
		must(fault_open(&t.app, t.file, &t.e), &t.e);
	fault_arm(FAULT_OPEN, 0, false);
	must(act(&t), &t.e);
	fault_disarm();
	for (int what = 0; what < FAULTS; what++)
		calls[what] = fault_calls((enum fault)what);
	world_is_whole(&t.app);
	dump = fault_dump(&t.app, t.file);
	app_close(&t.app);
	remove(t.file);
	free(t.file);
	return dump;
}

/* With CASELOAD_LONG all calls, SOME if there are MANY, once and from then on;
 * without it one or two of every other kind, in turn, and each OPENED-th read
 * of opening: what begins to be set up there must be taken down. */
static void
each_call(const struct fault_act *a, enum fault what, int calls,
    const char *after)
{
	if (getenv("CASELOAD_LONG") == NULL) {
		for (int n = 1; a->act == NULL && !a->old &&
		    what == FAULT_READ && n <= calls; n += OPENED)
			try(a, what, n, false, after);
		if ((a - fault_acts + (int)what) % 2 != 0)
			return;
		if (calls > 1)
			try(a, what, 1 + calls / 3, true, after);
		if (calls == 1 || what == FAULT_SYNC || what == FAULT_WRITE)
			try(a, what, calls, false, after);
		return;
	}
	for (int n = 1; n <= calls; n += calls > MANY ? calls / SOME : 1) {
		try(a, what, n, false, after);
		try(a, what, n, true, after);
	}
	if (calls > 0)
		try(a, what, calls, false, after);
}

static void
a_failing_call_leaves_all_or_nothing(void **state)
{
	int calls[FAULTS];
	char *after;

	(void)state;
	for (const struct fault_act *a = fault_acts; a->name != NULL; a++) {
		after = outcome(a, calls);
		for (int what = 0; what < FAULTS; what++)
			each_call(a, (enum fault)what, calls[what], after);
		free(after);
	}
	assert_int_equal(told, 0);
}

/* --- at the end of a save ------------------------------------------------ */

/* The last calls of a save that adds one record; the app is left open. */
static enum status
last_fails(struct try *t, enum fault what)
{
	int calls[FAULTS];
	char *after;

	t->a = &fault_acts[0];
	after = outcome(t->a, calls);
	free(after);
	copy_file(t);
	must(fault_open(&t->app, t->file, &t->e), &t->e);
	fault_arm(what, calls[what], true);
	return act(t);
}

/* All is stored, only its last flush failed: who saves once more would have it
 * twice. And when that cannot be seen, it is said. */
static void
the_end_of_a_save_is_looked_at(void **state)
{
	struct try stored = { .what = FAULT_SYNC }, unsure = {
	    .what = FAULT_GONE };

	(void)state;
	must(last_fails(&stored, FAULT_SYNC), &stored.e);
	fault_disarm();
	assert_string_equal(stored.e.text, "");
	assert_non_null(stored.app.notice);
	assert_non_null(strstr(stored.app.notice, "This is saved, but"));
	assert_false(is(&stored, before_in[0], true));
	app_close(&stored.app);
	free(stored.file);

	assert_int_equal(last_fails(&unsure, FAULT_GONE), ST_IO);
	fault_disarm();
	assert_non_null(strstr(unsure.e.text, "not sure whether this was"));
	assert_null(unsure.app.notice);
	assert_false(is(&unsure, before_in[0], false));
	app_close(&unsure.app);
	free(unsure.file);
}

/* What is used up is told apart, since what to do is another thing. */
static void
a_write_that_fails_says_why(void **state)
{
	static const struct { enum fault what; const char *words; } why[] = {
		{ FAULT_QUOTA, "your quota of the disk is used up; nothing was "
		    "saved: make room" },
		{ FAULT_FULL, "the disk is full; nothing was saved: make room" },
		{ FAULT_WRITE, "the disk is full or fails; nothing was saved" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(why); i++) {
		struct try t = { .a = &fault_acts[0], .what = why[i].what };

		copy_file(&t);
		must(fault_open(&t.app, t.file, &t.e), &t.e);
		fault_arm(why[i].what, 1, true);
		assert_int_equal(act(&t), ST_IO);
		fault_disarm();
		if (strstr(t.e.text, why[i].words) == NULL)
			fail_msg("no \"%s\": %s", why[i].words, t.e.text);
		app_close(&t.app);
		remove(t.file);
		free(t.file);
	}
}

/* --- interrupted --------------------------------------------------------- */

static volatile sig_atomic_t rang;

static void
ring(int sig)
{
	(void)sig;
	rang = 1;
}

/* An alarm each millisecond cuts system calls short: nobody notices. */
static void
interrupted_calls_are_done_again(void **state)
{
	struct itimerval often = { { 0, 1000 }, { 0, 1000 } }, never = { 0 };
	struct sigaction on = { .sa_handler = ring }, was;
	int calls[FAULTS];
	char *after;

	(void)state;
	assert_int_equal(sigaction(SIGALRM, &on, &was), 0);
	for (const struct fault_act *a = fault_acts; a->name != NULL; a++) {
		after = outcome(a, calls);
		rang = 0;
		assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
		try(a, FAULT_READ, 0, false, after);
		assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
		assert_true(rang);
		free(after);
	}
	assert_int_equal(sigaction(SIGALRM, &was, NULL), 0);
	assert_int_equal(told, 0);
}

static int
set_up(void **state)
{
	(void)state;
	setenv("CASELOAD_BACKUP", "no", 1);
	fault_install();
	file_of[0] = fault_world();
	file_of[1] = fault_old_world();
	dir = test_tmpdir();
	for (int old = 0; old < 2; old++)
		before_in[old] = fault_dump(NULL, file_of[old]);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failing_call_leaves_all_or_nothing),
		cmocka_unit_test(the_end_of_a_save_is_looked_at),
		cmocka_unit_test(a_write_that_fails_says_why),
		cmocka_unit_test(interrupted_calls_are_done_again),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
