/* test_id.c - identities: written whole, read back, never repeated. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "model/id.h"

static void
an_id_reads_back_from_both_its_forms(void **state)
{
	static const int64_t ids[] = {
		1, 31, 32, 136578, INT64_C(1) << 62, INT64_MAX,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++) {
		char code[ID_CODE], shown[ID_SHOWN];
		int64_t back = 0;

		id_code(ids[i], code);
		assert_int_equal(strlen(code), ID_CODE - 1);
		assert_true(id_parse(code, &back));
		assert_true(back == ids[i]);
		id_shown(ids[i], shown);
		assert_int_equal(shown[5], '-');
		assert_int_equal(shown[11], '-');
		assert_true(id_parse(shown, &back));
		assert_true(back == ids[i]);
	}
}

static void
case_hyphens_and_look_alikes_do_not_matter(void **state)
{
	int64_t a = 0, b = 0;

	(void)state;
	assert_true(id_parse("1J8Q2-M7K9Q-Z4V", &a));
	assert_true(id_parse("ij8q2m7k9qz4v", &b));
	assert_true(a == b);
	assert_true(id_parse("1000000000000", &a));
	assert_true(id_parse("LOOoo-00000-000", &b));
	assert_true(a == b);
}

static void
what_is_no_code_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "-", "1J8Q2M7K9QZ4", "1J8Q2M7K9QZ4VV", "8000000000000",
		"ZZZZZZZZZZZZZ", "0000000000000", "1J8Q2M7K9QZ4U",
		"1J8Q2 M7K9Q Z4V", "-1J8Q2M7K9QZ4V", "sandmere park",
		"1J8Q2M7K9QZ4\xC3\xA9",
	};
	int64_t id = 42;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (id_parse(bad[i], &id))
			fail_msg("\"%s\" was taken", bad[i]);
	assert_true(id == 42);
}

static void
ids_grow_and_know_when_they_were_made(void **state)
{
	int64_t ms = INT64_C(1795168800000), a, b;

	(void)state;
	a = id_make(ms, 0xFFFFFFFF, 0);
	assert_true(id_ms(a) == ms);
	b = id_make(ms, 0, a);
	assert_true(b == a + 1);
	assert_true(id_make(ms + 1, 0, a) > a);
	assert_true(id_make(ms - 86400000, 0, a) == a + 1);
	assert_true(id_make(-5, 0, 0) == 1);
	assert_true(id_make(INT64_MAX, 0, 0) > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_reads_back_from_both_its_forms),
		cmocka_unit_test(case_hyphens_and_look_alikes_do_not_matter),
		cmocka_unit_test(what_is_no_code_is_refused),
		cmocka_unit_test(ids_grow_and_know_when_they_were_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
