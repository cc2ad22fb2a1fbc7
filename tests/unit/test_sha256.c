/* test_sha256.c - the digest, by the examples of FIPS 180-4's authors.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/sha256.h"
#include "tests/lib/test.h"

static void
assert_digest(const char *data, size_t n, const char *hex)
{
	unsigned char sum[SHA256_BYTES];
	char got[2 * SHA256_BYTES + 1];

	sha256(data, n, sum);
	for (size_t i = 0; i < SHA256_BYTES; i++)
		snprintf(got + 2 * i, 3, "%02x", sum[i]);
	assert_string_equal(got, hex);
}

static void
digests_are_those_published(void **state)
{
	static char many[1000000];

	(void)state;
	memset(many, 'a', sizeof many);
	assert_digest("", 0, "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	assert_digest("abc", 3, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnop"
	    "nopq", 56, "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1");
	assert_digest(many, sizeof many, "cdc76e5c9914fb9281a1c7e284d73e67"
	    "f1809a48a497200e046d39ccc7112cd0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_are_those_published),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
