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

START_TEST(pieces_are_as_the_whole)
{
	char whole[DIGEST_LENGTH + 1], pieces[DIGEST_LENGTH + 1];
	struct digest *digest = digest_begin();
	char bytes[200];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)i;
	digest_of(bytes, sizeof(bytes), whole);
	digest_add(digest, bytes, 1);
	digest_add(digest, bytes + 1, 0);
	digest_add(digest, bytes + 1, 70); /* across a block, which has 64 (FIPS 180-4) */
	digest_add(digest, bytes + 71, sizeof(bytes) - 71);
	digest_end(digest, pieces);
	ck_assert_str_eq(pieces, whole);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, digests_are_sha_256);
	tcase_add_test(tests, pieces_are_as_the_whole);
}

int main(void)
{
	return suite_run("digest", tests_add);
}
