/* test_shipped.c - compiled-in data is the file, byte for byte. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include "base/shipped.h"

static void
every_shipped_file_equals_its_source(void **state)
{
	const struct shipped *f;
	char *dir, *path, *text;

	(void)state;
	dir = test_path(test_srcdir(), "src/data");
	for (f = shipped_files; f->name != NULL; f++) {
		path = test_path(dir, f->name);
		text = test_read(path);
		assert_int_equal(f->size, strlen(text));
		assert_memory_equal(f->data, text, f->size + 1);
		free(text);
		free(path);
	}
	free(dir);
}

static void
a_file_is_found_by_its_name_only(void **state)
{
	const struct shipped *f;

	(void)state;
	assert_null(shipped_find("no-such-file.csv"));
	assert_null(shipped_find(""));
	for (f = shipped_files; f->name != NULL; f++)
		assert_ptr_equal(shipped_find(f->name), f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shipped_file_equals_its_source),
		cmocka_unit_test(a_file_is_found_by_its_name_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
