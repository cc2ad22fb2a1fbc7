/* test_term_keys.c - bytes of a terminal to keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/lib/test.h"
#include "ui/curses.h"
#include "ui/keymap.h"
#include "ui/term.h"
#include "ui/term_keys.h"

static SCREEN *screen;
static FILE *in, *out;
static int feed;		/* what is written here was typed */

static int
setup(void **state)
{
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	feed = fd[1];
	in = fdopen(fd[0], "r");
	out = fopen("/dev/null", "w");
	assert_non_null(in);
	assert_non_null(out);
	screen = newterm("xterm", out, in);
	assert_non_null(screen);
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
	raw();
	meta(stdscr, TRUE);	/* a pipe says not how many bits it has */
	keys_init(NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	keys_free();
	endwin();
	delscreen(screen);
	close(feed);
	fclose(in);
	fclose(out);
	return 0;
}

/* The keys that BYTES are, -1 after the last. */
static void
typed(const char *bytes, const int *key)
{
	assert_int_equal(write(feed, bytes, strlen(bytes)), strlen(bytes));
	for (; *key >= 0; key++)
		assert_int_equal(term_key(), *key);
	assert_int_equal(term_key(), -1);
}

static void
both_forms_of_the_cursor_keys(void **state)
{
	(void)state;
	typed("\033[A\033OB", (const int[]){ KEY_CODE(KEY_UP),
	    KEY_CODE(KEY_DOWN), -1 });
}

static void
a_key_behind_esc_comes_next(void **state)
{
	(void)state;
	typed("\033\033[A", (const int[]){ KEY_ESC, KEY_CODE(KEY_UP), -1 });
	typed("\033\033OBx", (const int[]){ KEY_ESC, KEY_CODE(KEY_DOWN), 'x',
	    -1 });
	typed("\033\033\033[5~", (const int[]){ KEY_ESC, KEY_ESC,
	    KEY_CODE(KEY_PPAGE), -1 });
}

static void
it_is_waited_for_as_a_key(void **state)
{
	(void)state;
	assert_int_equal(write(feed, "\033\033[A", 4), 4);
	assert_int_equal(term_key(), KEY_ESC);
	assert_true(term_wait(0));
	assert_int_equal(term_key(), KEY_CODE(KEY_UP));
}

static void
esc_and_a_letter_is_one_unknown_key(void **state)
{
	(void)state;
	typed("\033q", (const int[]){ KEY_UNKNOWN, -1 });
	typed("\033[1;7Qx", (const int[]){ KEY_UNKNOWN, 'x', -1 });
	typed("\033\033[1;7Qx", (const int[]){ KEY_ESC, KEY_UNKNOWN, 'x',
	    -1 });
}

/* What a terminal says by itself is one unknown key, also when it is not ended. */
static void
answers_press_no_keys(void **state)
{
	static const int one[] = { KEY_UNKNOWN, 'x', -1 };

	(void)state;
	typed("\033[?62;1;6c" "x", one);
	typed("\033[24;80R" "x", one);
	typed("\033]11;rgb:ffff/qqqq/uuuu\a" "x", one);
	typed("\033]52;c;eHh4\033\\" "x", one);
	typed("\033P1+r436f=323536\033\\" "x", one);
	typed("\033_Gi=31;OK\033\\" "x", one);
	typed("\033[Mxqq" "x", one);
	typed("\033[<0;10;5M" "x", one);
	typed("\033[I" "x", one);
	typed("\033]0;xqqxxlq", (const int[]){ KEY_UNKNOWN, -1 });
}

/* However long it is, and though curses reads 0x9b as no character. */
static void
long_and_eight_bit_answers_press_none(void **state)
{
	static const int one[] = { KEY_UNKNOWN, 'x', -1 };
	static const char *const begin[] = { "\033[?", "\033]4;", "\033P1$r",
	    "\xc2\x9b?", "\x9b?" }, *const end[] = { "c", "\a", "\033\\", "c",
	    "c" };
	char digits[6001], *all;

	(void)state;
	memset(digits, '7', sizeof digits - 1);
	digits[sizeof digits - 1] = '\0';
	for (size_t i = 0; i < sizeof begin / sizeof begin[0]; i++) {
		all = xasprintf("%s%s%sx", begin[i], digits, end[i]);
		typed(all, one);
		free(all);
	}
	typed("\x9b?62;1;6c" "x", one);
	typed("\xc2\x9b" "24;80R" "x", one);
	typed("\xc2\x9d" "11;rgb:ffff\xc2\x9c" "x", one);
	typed("\x90" "1+r436f\x9c" "x", one);
}

/* An Esc in the middle of one that never ends is an Esc; so is a paste one. */
static void
an_answer_holds_no_esc(void **state)
{
	(void)state;
	typed("\033[?62;1\033", (const int[]){ KEY_UNKNOWN, KEY_ESC, -1 });
	typed("\033]11;rgb\033", (const int[]){ KEY_UNKNOWN, KEY_ESC, -1 });
	typed("\x9b" "62\033[A", (const int[]){ KEY_UNKNOWN, KEY_CODE(KEY_UP),
	    -1 });
	typed("\033]0;ab\033[?62c" "x", (const int[]){ KEY_UNKNOWN,
	    KEY_UNKNOWN, 'x', -1 });
	typed("\033O\033[5~", (const int[]){ KEY_UNKNOWN, KEY_CODE(KEY_PPAGE),
	    -1 });
	assert_int_equal(write(feed, "\033[1\033[200~qq\033[201~", 18), 18);
	assert_int_equal(term_key(), KEY_UNKNOWN);
	assert_int_equal(term_key(), KEY_PASTE);
	free(term_paste());
}

/* Bytes that are no character take nothing of what follows with them. */
static void
broken_characters_are_unknown_keys(void **state)
{
	(void)state;
	typed("\xffxy", (const int[]){ KEY_UNKNOWN, 'x', 'y', -1 });
	typed("\xe2\x82xy", (const int[]){ KEY_UNKNOWN, 'x', 'y', -1 });
	typed("\xe2\033[A", (const int[]){ KEY_UNKNOWN, KEY_CODE(KEY_UP), -1 });
	typed("\xe2\x82\xac\xc3\xa9", (const int[]){ 0x20ac, 0xe9, -1 });
}

/* Somebody who feeds it for ever; others have their turn meanwhile. */
static void
nothing_hangs_on_one_that_never_ends(void **state)
{
	pid_t pid;
	int key;

	(void)state;
	assert_int_equal(write(feed, "\033[", 2), 2);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		signal(SIGPIPE, SIG_DFL);
		while (write(feed, "7777", 4) == 4)
			continue;
		_exit(0);
	}
	key = term_key();
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	assert_int_equal(key, -1);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(both_forms_of_the_cursor_keys),
		TEST(a_key_behind_esc_comes_next),
		TEST(it_is_waited_for_as_a_key),
		TEST(esc_and_a_letter_is_one_unknown_key),
		TEST(answers_press_no_keys),
		TEST(long_and_eight_bit_answers_press_none),
		TEST(an_answer_holds_no_esc),
		TEST(broken_characters_are_unknown_keys),
		TEST(nothing_hangs_on_one_that_never_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
