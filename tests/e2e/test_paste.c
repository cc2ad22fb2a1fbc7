/* test_paste.c - thirty lines pasted anywhere one types save nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define LINE	"sandm; barc; talk; y9 20\r"
#define FIVE	LINE LINE LINE LINE LINE
#define THIRTY	FIVE FIVE FIVE FIVE FIVE FIVE

static void
nothing_was_saved(const char *before)
{
	char *now = hub_asks("history", "--format", "csv");

	assert_string_equal(now, before);
	free(now);
}

/* A terminal that marks no paste sends it as it were typed. */
static void
into_the_line(void **state)
{
	char *before = hub_asks("history", "--format", "csv");

	(void)state;
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_raw(THIRTY);
	t_wait("30 lines");
	nothing_was_saved(before);
	t_keys("\033");
	t_wait_gone("30 lines");
	t_keys("l");
	t_wait("log>");
	t_keys("\025");
	t_paste("sandm; barc; talk; y9 20\nsandm; tfl; talk; y9 20");
	t_wait("2 lines");
	t_keys("\033");
	hub_hang_up();
	nothing_was_saved(before);
	free(before);
}

static void
into_a_question(void **state)
{
	char *before = hub_asks("history", "--format", "csv");

	(void)state;
	hub_start(24, 80);
	t_keys("gs");
	t_wait("Schools");
	t_keys("f");
	t_wait("ollow-up");
	t_raw(THIRTY);
	t_quiet(300);
	nothing_was_saved(before);
	t_keys("\033");
	hub_hang_up();
	nothing_was_saved(before);
	free(before);
}

/* Its first lines go from field to field, as Enter does; the last field takes
 * what is left. */
static void
into_a_form(void **state)
{
	char *before = hub_asks("history", "--format", "csv");

	(void)state;
	hub_start(24, 80);
	t_keys("gwn");
	t_wait("New task");
	t_raw("Call the school\r" THIRTY);
	t_quiet(500);
	nothing_was_saved(before);
	hub_hang_up();
	nothing_was_saved(before);
	free(before);
}

/* Keys that piled up on a bad line are keys. */
/* A byte that is no character, and a pause: both are within what is pasted. */
static void
until_its_end_is_told(void **state)
{
	char *before = hub_asks("history", "--format", "csv");

	(void)state;
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_raw("\033[200~sandm; barc; talk; y9 20; note: caf\xe9 yes\r");
	t_raw("sandm; tfl; talk; y10 5\r\033[201~");
	t_wait("2 lines");
	t_keys("\033");
	t_wait_gone("2 lines");
	t_keys("gs");
	t_wait("Schools");
	t_raw("\033[200~some text ");
	t_quiet(3500);
	t_raw("*xn more\033[201~");
	t_wait("cannot be pasted here");
	t_keys("j");
	t_wait_gone("cannot be pasted here");
	hub_hang_up();
	nothing_was_saved(before);
	free(before);
}

static void
typed_ahead_is_typed(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_raw("lsandm; barc; talk; y9 20; y\rgs");
	t_wait("Schools");
	hub_hang_up();
	out = hub_asks("count", "encounter", "type:talk");
	assert_string_equal(out, "1\n");
	free(out);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
		TEST(into_the_line),
		TEST(into_a_question),
		TEST(into_a_form),
		TEST(until_its_end_is_told),
		TEST(typed_ahead_is_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
