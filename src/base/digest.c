/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SHA-256 of any bytes. */
#include "digest.h"
#include "text.h"
#include <nettle/sha2.h>
#include <stdlib.h>

struct digest {
	struct sha256_ctx context;
};

struct digest *digest_begin(void)
{
	struct digest *digest = memory_new(1, sizeof(*digest));

	sha256_init(&digest->context);
	return digest;
}

void digest_add(struct digest *digest, const void *bytes, size_t n)
{
	sha256_update(&digest->context, n, bytes);
}

void digest_end(struct digest *digest, char ret_hex[DIGEST_LENGTH + 1])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t sum[SHA256_DIGEST_SIZE];

	sha256_digest(&digest->context, sizeof(sum), sum);
	for (size_t i = 0; i < sizeof(sum); i++) {
		ret_hex[2 * i] = digits[sum[i] >> 4];
		ret_hex[2 * i + 1] = digits[sum[i] & 15];
	}
	ret_hex[DIGEST_LENGTH] = '\0';
	free(digest);
}

void digest_of(const void *bytes, size_t n, char ret_hex[DIGEST_LENGTH + 1])
{
	struct digest *digest = digest_begin();

	digest_add(digest, bytes, n);
	digest_end(digest, ret_hex);
}
