/* test_options.c - settings files: what is read, what is refused and where. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "tests/lib/test.h"

static enum status
take(struct options **o, const char *text, struct err *e)
{
	*o = options_new();
	return options_take(*o, "caseload.ini", text, strlen(text), e);
}

static void
a_good_file_sets_what_it_says_and_nothing_else(void **state)
{
	struct options *o;
	struct err e = { 0 };
	const char *const *names, *const *values, *const *places;

	(void)state;
	assert_int_equal(take(&o, "\xef\xbb\xbf# our hub\n[Database]\n"
	    "file = \"/srv/a#b.db\" ; quoted\nallow_fuse = yes\n\n[user]\n"
	    "name = Priya O'Neill\n[keys]\nquit = Q\n", &e), ST_OK);
	assert_string_equal(option_text(o, OPT_DB_FILE), "/srv/a#b.db");
	assert_true(option_yes(o, OPT_ALLOW_FUSE));
	assert_string_equal(option_text(o, OPT_USER_NAME), "Priya O'Neill");
	assert_string_equal(option_text(o, OPT_TIMEZONE), "Europe/London");
	assert_int_equal(option_int(o, OPT_HOURS_DAY), 5);
	assert_int_equal(options_keys(o, &names, &values, &places), 1);
	assert_string_equal(names[0], "quit");
	assert_string_equal(values[0], "Q");
	assert_string_equal(places[0], "caseload.ini:9");
	options_free(o);
}

static void
what_would_mislead_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text, *says;
	} bad[] = {
		{ "[database]\nfile = /x/a#b.db\n", "caseload.ini:2:" },
		{ "[database]\nfile = /x/a;b.db\n", "double quotes" },
		{ "[database]\nfile = a\nfile = b\n", "caseload.ini:3:" },
		{ "[ui]\n[user]\n[ui]\n", "stands on line 1 already" },
		{ "[ui]\ncolours = no\n", "colour, lines" },
		{ "[screen]\n", "there is no section [screen]" },
		{ "[ui]\ncolour = maybe\n", "not one of: auto yes no" },
		{ "[ui]\nescape_ms = 5\n", "from 10 to 2000" },
		{ "[database]\nallow_fuse = 1\n", "neither yes nor no" },
		{ "[ui]\nhello\n", "caseload.ini:2:" },
		{ "colour = no\n", "before the first [section]" },
		{ "[database]\nfile = a\\\nb\n", "backslash" },
		{ "[database]\nfile = \"a\n", "does not end" },
		{ "[database]\nfile = \xff\n", "UTF-8" },
	};
	struct options *o;
	struct err e;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		e = (struct err){ 0 };
		if (take(&o, bad[i].text, &e) != ST_INVALID ||
		    strstr(e.text, bad[i].says) == NULL)
			fail_msg("%s: said \"%s\", not \"%s\"", bad[i].text,
			    e.text, bad[i].says);
		options_free(o);
	}
}

static void
every_default_passes_its_own_check(void **state)
{
	struct options *o = options_new();
	struct err e = { 0 };
	int i;

	(void)state;
	for (i = 0; i < OPT_MAX; i++) {
		assert_int_equal(option_set(o, (enum option_no)i,
		    option_table[i].def, &e), ST_OK);
		assert_true(option_table[i].help[0] != '\0');
	}
	options_free(o);
}

static void
ill_formed_real_files_are_refused(void **state)
{
	static const char *const files[] = { "ini/bad_ini/ends_well.ini",
	    "ini/bad_ini/twisted-errors.ini", "ini/bad_ini/twisted-ofkey.ini",
	    "ini/bad_ini/twisted-ofval.ini" };
	struct options *o;
	struct err e;
	size_t i;

	(void)state;
	if (test_shared() == NULL) {
		print_message("needs ../shared/data\n");
		skip();
	}
	for (i = 0; i < COUNT(files); i++) {
		char *path = test_path(test_shared(), files[i]);

		assert_int_equal(options_read(path, &o, &e), ST_INVALID);
		assert_non_null(strstr(e.text, ".ini:"));
		free(path);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_file_sets_what_it_says_and_nothing_else),
		cmocka_unit_test(what_would_mislead_is_refused_with_its_line),
		cmocka_unit_test(every_default_passes_its_own_check),
		cmocka_unit_test(ill_formed_real_files_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
