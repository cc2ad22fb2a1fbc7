/* test_hashset.c - what was added is there, and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/lib/test.h"

#include "base/hashset.h"

static void
members_and_only_they_are_there(void **state)
{
	struct hashset s = { 0 };

	(void)state;
	assert_false(hashset_has(&s, 5));
	for (uint64_t i = 1; i <= 20000; i++)
		hashset_add(&s, i << 20);	/* low bits alike */
	hashset_add(&s, UINT64_C(3) << 20);
	assert_int_equal(s.n, 20000);
	for (uint64_t i = 1; i <= 20000; i++)
		assert_true(hashset_has(&s, i << 20));
	for (uint64_t i = 1; i <= 20000; i++)
		assert_false(hashset_has(&s, (i << 20) + 1));
	hashset_add(&s, 0);
	assert_false(hashset_has(&s, 0));
	assert_int_equal(s.n, 20000);
	hashset_clear(&s);
	assert_false(hashset_has(&s, UINT64_C(1) << 20));
}

static void
a_text_has_a_hash_of_its_own(void **state)
{
	(void)state;
	assert_true(hash_text("park") == hash_text("park"));
	assert_true(hash_text("park") != hash_text("parks"));
	assert_true(hash_text("") != 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_and_only_they_are_there),
		cmocka_unit_test(a_text_has_a_hash_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
