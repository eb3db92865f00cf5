/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * digest.h: SHA-256 of any bytes. Floor 0.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

enum { DIGEST_LENGTH = 64 };

/* In hexadecimal, ended by a NUL. */
void digest_of(const void *bytes, size_t n, char ret_hex[DIGEST_LENGTH + 1]);

/* The same of bytes that come one after the other. digest_end frees it. */
struct digest;
struct digest *digest_begin(void);
void digest_add(struct digest *, const void *bytes, size_t n);
void digest_end(struct digest *, char ret_hex[DIGEST_LENGTH + 1]);

#endif
