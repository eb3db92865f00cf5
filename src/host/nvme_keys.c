/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The keys of a drive's secondary controllers and namespaces, and their values in an entry. */
#include "nvme_keys.h"
#include <stddef.h>
#include <stdlib.h>

#define MEMBER(of, name) .offset = offsetof(struct of, name), .width = sizeof(((struct of *)NULL)->name)
#define HEX(name, n_bytes)                                                                                   \
	.type = KEY_HEX, .offset = offsetof(struct drive_namespace, name), .width = (n_bytes)
#define SECONDARY_16(name_) .name = #name_, .most = UINT16_MAX, MEMBER(secondary, name_)

const struct drive_key secondary_keys[] = {
	{ SECONDARY_16(cntlid), .help = "its id in the subsystem" },
	{ SECONDARY_16(vf), .help = "the number of its virtual function, counted from 1; 0: it has none" },
	{ SECONDARY_16(queues), .help = "the queues it was given" },
	{ SECONDARY_16(interrupts), .help = "the interrupts it was given" },
	{ .name = "online", .help = "whether it works", .type = KEY_FLAG, MEMBER(secondary, online) },
};

const struct drive_key namespace_keys[] = {
	{
		.name = "nsid",
		.help = "its number",
		MEMBER(drive_namespace, nsid),
		.least = 1,
		.most = UINT32_MAX - 1,
	},
	{
		.name = "blocks",
		.help = "its size in blocks",
		MEMBER(drive_namespace, blocks),
		.most = INT64_MAX,
	},
	{
		.name = "block_bytes",
		.help = "bytes of data of a block; 0: pawl does not know such",
		MEMBER(drive_namespace, block_bytes),
		.most = UINT32_MAX,
	},
	{
		.name = "metadata_bytes",
		.help = "bytes of metadata of a block",
		MEMBER(drive_namespace, metadata_bytes),
		.most = UINT16_MAX,
	},
	{
		.name = "shared",
		.help = "whether it may be attached to more than one controller",
		.type = KEY_FLAG,
		MEMBER(drive_namespace, shared),
	},
	{ .name = "nguid", .help = "its globally unique identifier", HEX(nguid, NGUID_BYTES) },
	{ .name = "eui64", .help = "its extended unique identifier", HEX(eui64, EUI64_BYTES) },
	{ .name = "uuid", .help = "its UUID, without hyphens", HEX(uuid, UUID_BYTES) },
	{
		.name = "controllers",
		.help = "the ids of the controllers that it is attached to",
		.type = KEY_CONTROLLERS,
	},
};

static const void *seen(const struct drive_key *key, const void *entry)
{
	return (const char *)entry + key->offset;
}

static void *place(const struct drive_key *key, void *entry)
{
	return (char *)entry + key->offset;
}

uint64_t drive_key_number(const struct drive_key *key, const void *entry)
{
	const void *at = seen(key, entry);

	return key->width == sizeof(uint16_t)   ? *(const uint16_t *)at
	       : key->width == sizeof(uint32_t) ? *(const uint32_t *)at
						: *(const uint64_t *)at;
}

bool drive_key_flag(const struct drive_key *key, const void *entry)
{
	return *(const bool *)seen(key, entry);
}

const char *drive_key_hex(const struct drive_key *key, const void *entry)
{
	return *(char *const *)seen(key, entry);
}

void drive_key_set_number(const struct drive_key *key, void *entry, uint64_t number)
{
	void *at = place(key, entry);

	if (key->width == sizeof(uint16_t))
		*(uint16_t *)at = (uint16_t)number;
	else if (key->width == sizeof(uint32_t))
		*(uint32_t *)at = (uint32_t)number;
	else
		*(uint64_t *)at = number;
}

void drive_key_set_flag(const struct drive_key *key, void *entry, bool flag)
{
	*(bool *)place(key, entry) = flag;
}

void drive_key_set_hex(const struct drive_key *key, void *entry, char *text)
{
	char **at = place(key, entry);

	free(*at);
	*at = text;
}
