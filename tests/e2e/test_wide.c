/* test_wide.c - characters of two columns and of none, typed into a form; and
 * those that no terminal may be sent, pasted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

/* Longer than their field, so that it scrolls. */
#define TALK	"Great visit \xf0\x9f\x98\x80 Ms Bell wants the labour market " \
	"page by January and a speaker for Y9 after half term"
#define FIRM	"\xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe"
#define FIRMS	FIRM FIRM FIRM FIRM FIRM FIRM FIRM FIRM FIRM FIRM FIRM FIRM

static void
typed(const char *text, const char *shown)
{
	char *out;

	t_keys("gwn");
	t_wait("New task");
	t_keys(text);
	t_wait(shown);
	t_keys("\023");
	t_wait_gone("fields");
	t_keys("e");
	t_wait("fields");
	t_keys("\033[H\033[FZ");
	t_wait("Z");
	t_keys("\023");
	t_wait_gone("fields");
	out = hub_asks("list", "task", "--columns=title");
	assert_non_null(strstr(out, text));
	assert_int_equal(strncmp(strstr(out, text) + strlen(text), "Z\n", 2),
	    0);
	free(out);
}

static void
they_come_back_as_typed(void **state)
{
	(void)state;
	hub_start(24, 80);
	typed(TALK, "half term");
	typed(FIRMS, FIRM FIRM);
	hub_hang_up();
}

#define WOMAN	"\xf0\x9f\x91\xa9"
#define JOINER	"\xe2\x80\x8d"
#define HEART	"\xe2\x9d\xa4"
#define LOOK	"\xef\xb8\x8f"	/* as an emoji */

/* What terminals draw of different widths stands in its parts; stored it stays. */
static void
joined_emoji_stand_apart(void **state)
{
	char *out;

	(void)state;
	RUN("add", "employer", "name=Works " WOMAN JOINER WOMAN " East " HEART
	    LOOK " End");
	hub_start(24, 80);
	t_keys("gm");
	t_wait("Works " WOMAN WOMAN " East " HEART " End");
	hub_hang_up();
	out = hub_asks("list", "employer", "--columns=name");
	assert_non_null(strstr(out, WOMAN JOINER WOMAN " East " HEART
	    LOOK " End"));
	free(out);
}

#define DOT	"\xcc\xa3"	/* combining dot below: with x there is no one */
#define HAT	"\xcc\x82"
#define ACUTE	"\xcc\x81"
#define LEFT	"\033[D"

static void
title_is(const char *text)
{
	char *out = hub_asks("list", "task", "--columns=title");

	if (strstr(out, text) == NULL)
		fail_msg("%s", out);
	free(out);
}

/* Behind the text, and in the middle of it: composed where it can be. */
static void
marks_are_kept(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gwn");
	t_wait("New task");
	t_keys("ax" DOT "ye" ACUTE "z");
	t_wait("ax" DOT "y\xc3\xa9z");
	t_keys(LEFT LEFT LEFT HAT);
	t_wait("ax" DOT HAT "y\xc3\xa9z");
	t_keys("o" ACUTE "\023");
	t_wait_gone("fields");
	title_is("ax" DOT HAT "\xc3\xb3y\xc3\xa9z\n");
	hub_hang_up();
}

static void
a_line_is_broken_in_its_middle(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_keys("gwn");
	t_wait("New task");
	t_keys("Ring\033[Z");
	t_wait("> Note");
	t_keys("onetwo" LEFT LEFT LEFT "\017");
	t_wait("> Note         one\xe2\x8f\x8etwo");
	t_keys("\023");
	t_wait_gone("fields");
	out = hub_asks("list", "task", "--columns=note");
	assert_non_null(strstr(out, "one\\ntwo"));
	free(out);
	hub_hang_up();
}

static void
stored_marks_are_not_lost(void **state)
{
#define MANY	"Towe" ACUTE "r x" DOT HAT HAT HAT HAT HAT HAT "y"
	(void)state;
	RUN("add", "task", "title=" MANY, "due=2026-12-01");
	RUN("add", "task", "title=" DOT "begins " MANY, "due=2026-12-01");
	hub_start(24, 80);
	t_keys("gw");
	t_wait("Towe");
	t_keys("e");
	t_wait("fields");
	t_keys("\t\0253/12\023");
	t_wait_gone("fields");
	t_keys("je");
	t_wait("fields");
	t_keys("\t\0253/12\023");
	t_wait_gone("fields");
	title_is("\t" MANY "\n");
	title_is("\t" DOT "begins " MANY "\n");
	hub_hang_up();
}

/* What cannot be kept is named, and not only until the next letter. */
static void
what_is_left_out_is_named(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gwn");
	t_wait("New task");
	t_keys(DOT);
	t_wait("U+0323 was left out");
	t_keys("abc");
	t_wait("abc");
	assert_true(t_shows("U+0323 was left out"));
	t_paste("d\xe2\x80\xae" "e\001f");
	t_wait("abcdef");
	t_wait("2 characters were left out, the first U+202E");
	t_keys("g");
	t_wait("abcdefg");
	assert_true(t_shows("the first U+202E"));
	t_keys("\t");
	t_wait_gone("U+202E");
	t_keys("\033");
	t_wait_gone("New task");
	t_keys("l");
	t_wait("log>");
	t_paste("sandm\xe2\x80\xaf\xef\xbb\xbf; ba");
	t_wait("; ba");
	t_wait("U+FEFF was left out");
	t_keys("rc");
	t_wait("; barc");
	assert_true(t_shows("U+FEFF was left out"));
	t_keys("\025\033");
	hub_hang_up();
}

/* Below a field that shows all of them it would hide the next. */
static void
names_are_not_counted(void **state)
{
	(void)state;
	RUN("set", "school/900127", "also=Sandy, Sandmere High");
	hub_start(24, 80);
	t_keys("gs");
	t_wait("Ashdown Green");
	t_keys("e");
	t_wait("Also known as");
	t_keys("\t\t");
	t_wait("> Also known as     Sandmere High, Sandy");
	assert_true(t_shows("   Local authority"));
	hub_hang_up();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(joined_emoji_stand_apart,
		    hub_make, hub_end),
		cmocka_unit_test_setup_teardown(they_come_back_as_typed,
		    hub_make, hub_end),
		cmocka_unit_test_setup_teardown(marks_are_kept, hub_make,
		    hub_end),
		cmocka_unit_test_setup_teardown(a_line_is_broken_in_its_middle,
		    hub_make, hub_end),
		cmocka_unit_test_setup_teardown(stored_marks_are_not_lost,
		    hub_make, hub_end),
		cmocka_unit_test_setup_teardown(what_is_left_out_is_named,
		    hub_make, hub_end),
		cmocka_unit_test_setup_teardown(names_are_not_counted,
		    hub_make, hub_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
