/* SPDX-License-Identifier: GPL-2.0-or-later */
/* defaults, classes.NAME: bodies of hosts that other hosts inherit. */
#include "kind.h"

static const struct field fields[] = { { 0 } };

const struct kind kind_defaults = {
	.name = "defaults",
	.summary = "what every host inherits, whatever its platform",
	.under = "file",
	.key = "defaults",
	.fields = fields,
	.like = &kind_host,
};

const struct kind kind_classes = {
	.name = "class",
	.summary = "what the hosts inherit that name it",
	.under = "file",
	.key = "classes",
	.entries = &value_class,
	.entry_help = "NAME",
	.fields = fields,
	.like = &kind_host,
};
