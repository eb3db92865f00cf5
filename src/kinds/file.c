/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The file itself: `pawl: 1` says which version of the language it is written in. */
#include "kind.h"

struct file_body {
	uint64_t set;
	int64_t version;
};

static const struct field fields[] = {
	{
		.name = "pawl",
		.help = "version of the language",
		.type = &value_number,
		.offset = FIELD_AT(struct file_body, version, int64_t),
		.min = 1,
		.max = 1,
		.flags = FIELD_REQUIRED | FIELD_UNCOMPARED,
	},
	{ 0 },
};

const struct kind kind_file = {
	.name = "file",
	.summary = "a file of configuration",
	.size = sizeof(struct file_body),
	.fields = fields,
};
