/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A digest is the one that everybody else computes. */
#include "digest.h"
#include "suite.h"

/* FIPS 180-4, and the empty message as `sha256sum` has it. */
START_TEST(digests_are_sha_256)
{
	char hex[DIGEST_LENGTH + 1];

	digest_of("abc", 3, hex);
	ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	digest_of("", 0, hex);
	ck_assert_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, digests_are_sha_256);
}

int main(void)
{
	return suite_run("digest", tests_add);
}
