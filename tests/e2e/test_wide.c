/* test_wide.c - characters of two columns, typed into a form. */
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(they_come_back_as_typed,
		    hub_make, hub_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
