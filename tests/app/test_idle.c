/* test_idle.c - when a session in which nobody types is locked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/idle.h"
#include "app/options.h"
#include "tests/app/world.h"

#define START	1000000

static void
begin(struct idle *i, struct app *app, const char *minutes, bool restricted)
{
	struct err e = {0};

	assert_int_equal(option_set(app->opt, OPT_IDLE_MINUTES, minutes, &e),
	    ST_OK);
	app->restricted = restricted;
	idle_begin(i, app, START);
	app->restricted = false;
}

static void
a_minute_before_it_is_said_once(void **state)
{
	struct app app;
	struct idle i;
	struct buf b;

	(void)state;
	world_open(&app);
	begin(&i, &app, "30", true);
	assert_int_equal(idle_look(&i, START), IDLE_NO);
	assert_int_equal(idle_wait(&i, START), 29 * 60000);
	assert_int_equal(idle_look(&i, START + 29 * 60000 - 1), IDLE_NO);
	assert_int_equal(idle_look(&i, START + 29 * 60000), IDLE_SOON);
	assert_int_equal(idle_look(&i, START + 29 * 60000 + 1), IDLE_NO);
	assert_int_equal(idle_wait(&i, START + 29 * 60000), 60000);
	idle_key(&i, START + 30 * 60000 - 1);
	assert_int_equal(idle_look(&i, START + 31 * 60000), IDLE_NO);
	assert_int_equal(idle_look(&i, START + 59 * 60000), IDLE_SOON);
	assert_int_equal(idle_look(&i, START + 60 * 60000 - 2), IDLE_NO);
	assert_int_equal(idle_look(&i, START + 60 * 60000 - 1), IDLE_OVER);
	buf_init(&b, BUF_LINE);
	idle_time(&i, &b);
	buf_add(&b, ", ");
	idle_left(&i, &b);
	assert_string_equal(b.p, "30 minutes, 1 minute");
	buf_clear(&b);
	world_close(&app);
}

static void
a_short_time_is_halved(void **state)
{
	struct app app;
	struct idle i;
	struct buf b;

	(void)state;
	world_open(&app);
	begin(&i, &app, "1.5", true);
	assert_int_equal(idle_look(&i, START + 44999), IDLE_NO);
	assert_int_equal(idle_look(&i, START + 45000), IDLE_SOON);
	assert_int_equal(idle_look(&i, START + 90000), IDLE_OVER);
	buf_init(&b, BUF_LINE);
	idle_time(&i, &b);
	buf_add(&b, ", ");
	idle_left(&i, &b);
	assert_string_equal(b.p, "90 seconds, 45 seconds");
	buf_clear(&b);
	world_close(&app);
}

static void
nobody_else_is_locked(void **state)
{
	struct app app;
	struct idle i;

	(void)state;
	world_open(&app);
	begin(&i, &app, "0", true);
	assert_int_equal(idle_look(&i, INT64_MAX), IDLE_NO);
	assert_int_equal(idle_wait(&i, INT64_MAX), -1);
	begin(&i, &app, "30", false);		/* not over SSH */
	assert_int_equal(idle_look(&i, INT64_MAX), IDLE_NO);
	world_close(&app);
}

static void
minutes_are_read_strictly(void **state)
{
	static const char *const wrong[] = { "", "-1", "1441", "1440.1", "1,5",
	    "1.", ".5", "1.5.5", "1.0001", "5 min", "99999999999999999999" };
	struct options *o = options_new();
	struct err e;

	(void)state;
	assert_int_equal(option_minutes(o, OPT_IDLE_MINUTES), 30 * 60000);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		e = (struct err){0};
		assert_int_equal(option_set(o, OPT_IDLE_MINUTES, wrong[i], &e),
		    ST_INVALID);
		assert_non_null(strstr(e.text, "like 30 or 0.5"));
	}
	assert_int_equal(option_set(o, OPT_IDLE_MINUTES, "0.125", &e), ST_OK);
	assert_int_equal(option_minutes(o, OPT_IDLE_MINUTES), 7500);
	assert_int_equal(option_set(o, OPT_IDLE_MINUTES, "1440", &e), ST_OK);
	assert_int_equal(option_minutes(o, OPT_IDLE_MINUTES), 86400000);
	options_free(o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_minute_before_it_is_said_once),
		cmocka_unit_test(a_short_time_is_halved),
		cmocka_unit_test(nobody_else_is_locked),
		cmocka_unit_test(minutes_are_read_strictly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
