/* test_kept.c - what was typed outlives the program, however it ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define DRAFTS	"/.local/state/caseload/drafts/*"
#define LINES	"/.local/state/caseload/lines/*"

/* Does a file of the world that PATTERN names hold TEXT? */
static bool
some_file_holds(const char *pattern, const char *text)
{
	char path[4096], *all;
	bool found = false;
	glob_t g;

	snprintf(path, sizeof path, "%s%s", t_home(), pattern);
	if (glob(path, 0, NULL, &g) != 0)
		return false;
	for (size_t i = 0; i < g.gl_pathc && !found; i++) {
		all = test_read(g.gl_pathv[i]);
		found = strstr(all, text) != NULL;
		free(all);
	}
	globfree(&g);
	return found;
}

/* The program goes on meanwhile; no key is sent. */
static void
wait_file(const char *pattern, const char *text)
{
	for (int ms = 0; !some_file_holds(pattern, text); ms += 100) {
		if (ms > t_deadline_ms())
			fail_msg("no file %s with \"%s\"", pattern, text);
		t_quiet(100);
	}
}

static void
killed(void)
{
	t_signal(SIGKILL);
	assert_int_equal(WTERMSIG(t_wait_exit()), SIGKILL);
}

static void
what_is_typed_under_a_popup_is_kept(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	t_wait("First Works");
	t_keys("\007");			/* help lies over the field */
	wait_file(DRAFTS, "First Works");
	killed();
	hub_again();
	t_wait("New employer: First Works");
	t_stop();
}

static void
a_line_of_quick_entry_is_kept_while_it_is_typed(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_keys("sandm; talk; y9 2");
	wait_file(LINES, "sandm; talk; y9 2");
	t_keys("1");
	wait_file(LINES, "sandm; talk; y9 21");
	killed();
	hub_again();
	t_wait("Typed and not saved");
	t_wait("Quick entry: sandm; talk; y9 21");
	t_keys("\r");
	t_wait("log> sandm; talk; y9 21");
	t_keys("\025\033");
	t_wait_gone("log>");
	t_stop();
	assert_false(some_file_holds(LINES, "sandm"));
}

static void
an_answer_being_typed_comes_back_to_its_question(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("f");
	t_wait("Follow-up:");
	t_keys("ring about the careers fair");
	wait_file(LINES, "ring about the careers fair");
	killed();
	hub_again();
	t_wait("Follow-up: ring about the careers fair");
	t_keys("\033");
	t_wait_gone("Typed and not saved");
	t_keys("oharb\r");		/* of another school it is not asked */
	t_wait("URN 900124");
	t_keys("f");
	t_wait("Follow-up:");
	assert_false(t_shows("ring about"));
	t_keys("\033");
	t_wait_gone("Follow-up:");
	t_stop();
	hub_again();
	t_wait("Typed and not saved");
	t_keys("\r");			/* the school opens */
	t_wait("URN 900123");
	t_keys("f");
	t_wait("Follow-up: ring about the careers fair");
	t_keys(" fri\r");
	t_wait("To do: ");
	assert_false(some_file_holds(LINES, "ring about"));
	t_keys("f");
	t_wait("Follow-up:");
	assert_false(t_shows("ring about the careers fair fri"));
	t_keys("by hand");
	t_stop();			/* a hang-up keeps it as well */
	assert_true(some_file_holds(LINES, "by hand"));
}

/* Kept from the paste on, logged or thrown away by who pasted them. */
static void
pasted_lines_wait_for_their_answer(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_paste("sandm; talk; y9 21\nsandm; fair; y9 22\nnonsense here\n");
	t_wait("3 lines: log them");
	wait_file(LINES, "sandm; fair; y9 22");
	killed();
	hub_again();
	t_wait("3 pasted lines: sandm; talk; y9 21");
	t_keys("\r");
	t_wait("3 lines: log them");
	t_stop();			/* a hang-up is no answer */
	hub_again();
	t_wait("3 pasted lines");
	t_keys("\r");
	t_wait("3 lines: log them");
	t_keys("y");
	t_wait("2 saved, 1 not");
	killed();
	assert_false(some_file_holds(LINES "-pasted", "y9 2"));
	hub_again();
	t_wait("1 pasted line: nonsense here");
	t_keys("\r");
	t_wait("1 line: log it");
	t_keys("n");
	t_wait_gone("1 line: log it");
	t_stop();
	assert_false(some_file_holds(LINES "-pasted", "nonsense"));
}

static void
a_number_of_the_grid_is_kept_before_it_is_taken(void **state)
{
	(void)state;
	RUN("add", "encounter", "schools=school/900123, school/900124",
	    "type=talk", "date=2026-11-19", "status=planned");
	hub_start(24, 80);
	t_keys("ge");
	t_wait("Talk");
	t_keys("t");
	t_wait("of 2 in");
	t_keys("27");
	wait_file(DRAFTS, "27");
	killed();
	hub_again();
	t_wait("Typed and not saved");
	t_stop();
}

/* The draft that is offered is taken up, and saved. */
static void
take_up_and_save(const char *answer, const char *shows)
{
	hub_again();
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait(answer);
	t_keys("1");
	t_wait("it is not saved yet");
	t_wait(shows);
	t_keys("\023");
	t_wait("u takes it back");
	t_stop();
	assert_false(some_file_holds(DRAFTS, ""));
}

static void
lists(const char *entity, const char *columns, const char *line)
{
	char *out = hub_asks("list", entity, columns);

	if (strstr(out, line) == NULL)
		fail_msg("no \"%s\" in:\n%s", line, out);
	free(out);
}

static void
ticks_of_attendance_outlive_a_kill(void **state)
{
	(void)state;
	RUN("add", "cpd", "title=Labour market data", "date=2026-11-20",
	    "minutes=90");
	RUN("add", "contact", "name=Person Ashford");
	RUN("add", "contact", "name=Person Belford", "--new");
	RUN("add", "booking", "cpd=cpd/labour", "contact=contact/ashford");
	RUN("add", "booking", "cpd=cpd/labour", "contact=contact/belford");
	hub_start(24, 80);
	t_keys("gpN");
	t_wait("not yet 2");
	t_keys(" 45");			/* Ashford came, Belford for 45 minutes */
	wait_file(DRAFTS, "attended");
	wait_file(DRAFTS, "0.75");
	killed();
	take_up_and_save("A draft", "0.75 h");
	lists("booking", "--columns=status,hours", "attended\t1.5\n");
	lists("booking", "--columns=status,hours", "attended\t0.75\n");
}

static void
percentages_outlive_a_kill(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("%");
	t_wait("Compass result of 31 Jul 2026");
	t_keys("64\t66\t7");		/* the third is not taken yet */
	wait_file(DRAFTS, "bm3\t7");
	killed();
	take_up_and_save("You typed percentages here", "66 %");
	lists("assessment", "--columns=bm1,bm2,bm3", "64\t66\t7\n");
}

/* Answers are saved as they are given; a comment is, once it is whole. */
static void
a_comment_on_an_item_outlives_a_kill(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gs/sandm\rA");
	t_wait("eight percentages");
	t_keys("1");
	t_wait("points so far");
	t_keys("yc");
	t_wait("Comment on 1.2:");
	t_keys("the governors");
	wait_file(LINES, "the governors");
	killed();
	hub_again();
	t_wait("Academy, Self-assessment, 20 Nov 2026: Comment on 1");
	t_keys("\r");
	t_wait("Ask for \"Comment on 1.2: \" again");
	t_wait("> 1.2");
	t_keys("c");
	t_wait("Comment on 1.2: the governors");
	t_keys(" agreed it\r");
	t_wait("\"the governors agreed it\"");
	t_stop();
	lists("assessment", "--columns=items", "1.1=yes");
	lists("assessment", "--columns=items", "the governors agreed it");
}

/* --- faults of the program and the terminal ------------------------------ */

#define LOG	"/.local/state/caseload/log"

/* Sanitizers leave faults to the program. */
static void
leave_faults(void)
{
	char text[4200];

	snprintf(text, sizeof text, "handle_segv=0:handle_sigbus=0:"
	    "handle_sigfpe=0:handle_sigill=0:handle_abort=0:"
	    "detect_leaks=1:log_path=%s/sanitizer", t_home());
	t_env("ASAN_OPTIONS", text);
}

static void
a_fault_restores_the_terminal_and_leaves_a_report(void **state)
{
	(void)state;
	leave_faults();
	hub_start(24, 80);
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	wait_file(DRAFTS, "First Works");
	t_signal(SIGSEGV);
	assert_int_equal(WTERMSIG(t_wait_exit()), SIGSEGV);
	assert_true(t_shows("a fault ended the program"));
	assert_false(t_shows("New employer"));	/* the first screen is back */
	assert_true(some_file_holds(LOG, "fault of its own: SIGSEGV"));
	assert_true(some_file_holds(LOG, ": new\n"));
	assert_true(some_file_holds(LOG, ": a key\n"));
#ifdef HAVE_EXECINFO_H
	assert_true(some_file_holds(LOG, "caseload("));
#endif
	assert_true(some_file_holds(LOG, "End of the report."));
	assert_false(some_file_holds(LOG, "First Works"));
	hub_again();
	t_wait("New employer: First Works");
	t_stop();
}

/* As when the line to a hub drops and nobody sends a signal: a terminal that
 * controls nothing is closed at its other end. */
static void
a_terminal_that_is_gone_ends_it_with_a_draft(void **state)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY), slave, how = 0;
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	char got[4096], seen[65536] = "";
	size_t n = 0;
	ssize_t k;
	pid_t pid;

	(void)state;
	assert_true(master >= 0 && grantpt(master) == 0 &&
	    unlockpt(master) == 0);
	slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert_int_equal(ioctl(slave, TIOCSWINSZ, &size), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		setsid();
		close(master);
		dup2(slave, 0);
		dup2(slave, 1);
		dup2(slave, 2);
		close(slave);
		t_become((const char *const[]){test_program(), "--db", hub_db,
		    NULL});
	}
	close(slave);
	while (!strstr(seen, "Today") || strstr(seen, "Works") == NULL) {
		k = read(master, got, sizeof got);
		assert_true(k > 0 && n + (size_t)k < sizeof seen);
		for (ssize_t i = 0; i < k; i++)	/* NUL would end it */
			seen[n++] = got[i] ? got[i] : ' ';
		seen[n] = '\0';
		if (strstr(seen, "Today") && !strstr(seen, "typed")) {
			memcpy(seen, "Today typed", 12);
			n = 11;
			assert_int_equal(write(master, "gmnFirst Works", 14),
			    14);
		}
	}
	close(master);
	for (int ms = 0; waitpid(pid, &how, WNOHANG) == 0; ms += 20) {
		if (ms > t_deadline_ms()) {
			kill(pid, SIGKILL);
			fail_msg("it goes on without a terminal");
		}
		poll(NULL, 0, 20);
	}
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 0);
	assert_true(some_file_holds(DRAFTS, "First Works"));
}

/* A file where the folder would be. */
static void
no_folder(const char *name)
{
	char *state = test_path(t_home(), ".local/state/caseload");

	free(test_write(state, name, ""));
	free(state);
}

static void
leaving_asks_where_nothing_can_be_kept(void **state)
{
	(void)state;
	hub_start(24, 80);
	no_folder("drafts");
	no_folder("lines");
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works\033");
	t_wait("Not kept");
	t_wait("cannot be kept as a draft: ");
	assert_false(t_shows("a draft: cannot"));	/* the reason first */
	t_keys("\r");
	t_wait("what you typed is here");
	assert_true(t_shows("First Works"));
	t_keys("\033");
	t_wait("Not kept");
	t_keys("2");
	t_wait_gone("New employer");
	t_keys("l");
	t_wait("log>");
	t_keys("sandm; talk\033");
	t_wait("Not kept");
	t_keys("\033");
	t_wait("Nothing is lost yet");
	assert_true(t_shows("log> sandm; talk"));
	t_keys("\025\033");
	t_wait_gone("log>");
	t_stop();
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(what_is_typed_under_a_popup_is_kept),
	    TEST(a_line_of_quick_entry_is_kept_while_it_is_typed),
	    TEST(an_answer_being_typed_comes_back_to_its_question),
	    TEST(pasted_lines_wait_for_their_answer),
	    TEST(a_number_of_the_grid_is_kept_before_it_is_taken),
	    TEST(ticks_of_attendance_outlive_a_kill),
	    TEST(percentages_outlive_a_kill),
	    TEST(a_comment_on_an_item_outlives_a_kill),
	    TEST(a_fault_restores_the_terminal_and_leaves_a_report),
	    TEST(a_terminal_that_is_gone_ends_it_with_a_draft),
	    TEST(leaving_asks_where_nothing_can_be_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
