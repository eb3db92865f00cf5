/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * digest.h: SHA-256 of any bytes. Floor 0.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

/* In hexadecimal, ended by a NUL. */
enum { DIGEST_LENGTH = 64 };
void digest_of(const void *bytes, size_t n, char ret_hex[DIGEST_LENGTH + 1]);

#endif
