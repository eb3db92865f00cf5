/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_keys.h: the keys of a drive in facts and JSON, beside its numbers. Floor 2, host.
 *
 * A row says where a value stands in its struct: facts are printed and read by it, documents are made by it.
 */
#ifndef NVME_KEYS_H
#define NVME_KEYS_H

#include "nvme.h"

#define DRIVE_UNKNOWN     "unknown"
#define DRIVE_SECONDARIES "secondaries"
#define DRIVE_NAMESPACES  "namespaces"
#define DRIVE_CONTROLLERS "controllers"
#define DRIVE_FORMATS     "formats"
#define DRIVE_SUBNQN      "subnqn"
enum { SUBNQN_MOST = 223 }; /* bytes (NVM Express Base Specification 2.0, 4.5) */

enum drive_key_type {
	KEY_NUMBER,      /* `width` bytes in this machine's order, from `least` to `most` */
	KEY_FLAG,        /* a bool */
	KEY_HEX,         /* a string of `width` bytes as hexadecimal digits; NULL: it has none */
	KEY_CONTROLLERS, /* of a namespace, `controllers` and `n_controllers` */
};

/* A key of an entry of one of the two lists, of struct secondary or of struct drive_namespace. */
struct drive_key {
	const char *name, *help;
	enum drive_key_type type;
	size_t offset, width;
	uint64_t least, most;
};
enum { N_SECONDARY_KEYS = 5, N_NAMESPACE_KEYS = 9 };
extern const struct drive_key secondary_keys[N_SECONDARY_KEYS], namespace_keys[N_NAMESPACE_KEYS];

/* The value of an entry, by the key's type; digits that are set are the entry's, over its earlier ones. */
uint64_t drive_key_number(const struct drive_key *, const void *entry);
bool drive_key_flag(const struct drive_key *, const void *entry);
const char *drive_key_hex(const struct drive_key *, const void *entry);
void drive_key_set_number(const struct drive_key *, void *entry, uint64_t);
void drive_key_set_flag(const struct drive_key *, void *entry, bool);
void drive_key_set_hex(const struct drive_key *, void *entry, char *);

#endif
