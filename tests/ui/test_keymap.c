/* test_keymap.c - requests and their keys: the table, names, [keys].
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "app/options.h"
#include "tests/lib/test.h"
#include "ui/curses.h"
#include "ui/keymap.h"

#define ALL_LISTS (G_ROW | G_LIST | G_MOVE | G_EVERY)

static void
no_two_requests_share_a_key(void **state)
{
	struct keymap *m;
	struct err e = {0};

	(void)state;
	assert_int_equal(keymap_new(NULL, &m, &e), ST_OK);
	keymap_free(m);
}

static void
every_request_has_a_name_a_key_and_help(void **state)
{
	int a, b;

	(void)state;
	for (a = 1; a < REQ_MAX; a++) {
		const struct request_info *r = &request_info[a];

		assert_true(*r->name && *r->keys && *r->help);
		assert_true(r->help[strlen(r->help) - 1] == '.');
		assert_true(strlen(r->help) <= 62);
		for (b = 1; b < a; b++)
			assert_string_not_equal(r->name,
			    request_info[b].name);
		assert_int_equal(request_find(r->name), a);
	}
}

static void
keys_have_names_both_ways(void **state)
{
	static const char *const names[] = {"Enter", "Esc", "Tab", "S-Tab",
	    "Space", "Up", "PgDn", "Home", "F1", "F12", "Ctrl-S", "a", "/",
	    "Z", "\xc3\xa9"};
	struct buf b;
	size_t i;
	int key;

	(void)state;
	for (i = 0; i < COUNT(names); i++) {
		key = key_parse(names[i]);
		assert_true(key > 0);
		buf_init(&b, BUF_LINE);
		key_text(key, &b);
		assert_string_equal(b.p, names[i]);
		buf_clear(&b);
	}
	assert_int_equal(key_parse("Hyper-X"), -1);
	assert_int_equal(key_parse(""), -1);
	assert_int_equal(key_parse("ctrl-l"), KEY_CTRL('l'));
}

static void
a_key_means_what_the_screen_answers(void **state)
{
	struct keymap *m;
	struct err e = {0};

	(void)state;
	assert_int_equal(keymap_new(NULL, &m, &e), ST_OK);
	assert_int_equal(keymap_request(m, ALL_LISTS, 'n'), REQ_NEW);
	assert_int_equal(keymap_request(m, ALL_LISTS, KEY_CODE(KEY_DOWN)),
	    REQ_DOWN);
	assert_int_equal(keymap_request(m, G_FORM, KEY_CTRL('n')),
	    REQ_FORM_AGAIN);
	assert_int_equal(keymap_request(m, G_LINE, 'n'), REQ_NONE);
	assert_int_equal(keymap_request(m, G_HIST | G_EVERY, 'u'),
	    REQ_UNDO_ROW);
	assert_false(keymap_reaches(m, G_HIST | G_EVERY, REQ_UNDO));
	assert_true(keymap_reaches(m, G_HIST | G_EVERY, REQ_UNDO_ROW));
	assert_true(keymap_reaches(m, ALL_LISTS, REQ_UNDO));
	assert_string_equal(keymap_shown(m, REQ_HELP), "?");
	keymap_free(m);
}

static struct options *
settings(const char *text)
{
	char *dir = test_tmpdir(), *path = test_write(dir, "c.ini", text);
	struct options *opt;
	struct err e = {0};

	assert_int_equal(options_read(path, &opt, &e), ST_OK);
	free(path);
	free(dir);
	return opt;
}

static void
letters_of_a_table_can_be_changed(void **state)
{
	struct options *opt;
	struct keymap *m;
	struct err e = {0};

	(void)state;
	opt = settings("[keys]\nattend-came = b\nnumber-all = r\n");
	assert_int_equal(keymap_new(opt, &m, &e), ST_OK);
	assert_int_equal(keymap_request(m, G_GRID | G_ATTEND, 'b'),
	    REQ_ATT_CAME);
	assert_int_equal(keymap_request(m, G_GRID | G_ATTEND, ' '), REQ_NONE);
	assert_int_equal(keymap_request(m, G_GRID | G_NUMS, 'r'),
	    REQ_NUM_ALL);
	assert_int_equal(keymap_request(m, G_GRID | G_ATTEND, 'r'),
	    REQ_ATT_INSTEAD);
	keymap_free(m);
	options_free(opt);

	opt = settings("[keys]\nattend-absent = p\n");
	assert_int_equal(keymap_new(opt, &m, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "attend-apologies"));
	options_free(opt);
}

static void
settings_change_keys_and_conflicts_are_told(void **state)
{
	struct options *opt;
	struct keymap *m;
	struct err e = {0};

	(void)state;
	opt = settings("[keys]\nfilter = F5 Q\n");
	assert_int_equal(keymap_new(opt, &m, &e), ST_OK);
	assert_int_equal(keymap_request(m, ALL_LISTS, 'Q'), REQ_FILTER);
	assert_int_equal(keymap_request(m, ALL_LISTS, '/'), REQ_NONE);
	assert_string_equal(keymap_shown(m, REQ_FILTER), "F5");
	keymap_free(m);
	options_free(opt);

	opt = settings("[keys]\nfilter = x\n");
	assert_int_equal(keymap_new(opt, &m, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "c.ini:2: "));
	assert_non_null(strstr(e.text, "archive"));
	assert_non_null(strstr(e.text, "filter"));
	options_free(opt);

	opt = settings("[keys]\nopen = O\nfly = x\n");
	assert_int_equal(keymap_new(opt, &m, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "c.ini:3: [keys] fly"));
	options_free(opt);

	opt = settings("[keys]\nfilter = Meta-Q\n");
	assert_int_equal(keymap_new(opt, &m, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "Meta-Q"));
	options_free(opt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_two_requests_share_a_key),
		cmocka_unit_test(every_request_has_a_name_a_key_and_help),
		cmocka_unit_test(keys_have_names_both_ways),
		cmocka_unit_test(a_key_means_what_the_screen_answers),
		cmocka_unit_test(letters_of_a_table_can_be_changed),
		cmocka_unit_test(settings_change_keys_and_conflicts_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
