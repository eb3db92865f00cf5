/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SHA-256 of any bytes. */
#include "digest.h"
#include <nettle/sha2.h>

void digest_of(const void *bytes, size_t n, char ret_hex[DIGEST_LENGTH + 1])
{
	static const char digits[] = "0123456789abcdef";
	struct sha256_ctx digest;
	uint8_t sum[SHA256_DIGEST_SIZE];

	sha256_init(&digest);
	sha256_update(&digest, n, bytes);
	sha256_digest(&digest, sizeof(sum), sum);
	for (size_t i = 0; i < sizeof(sum); i++) {
		ret_hex[2 * i] = digits[sum[i] >> 4];
		ret_hex[2 * i + 1] = digits[sum[i] & 15];
	}
	ret_hex[DIGEST_LENGTH] = '\0';
}
