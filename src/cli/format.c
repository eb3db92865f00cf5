/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of output formats. */
#include "document.h"

static const struct format text = {
	.name = "text",
	.help = "for people",
};

static const struct format json = {
	.name = "json",
	.help = "one document for programs",
	.print = document_print_json,
};

static const struct format yaml = {
	.name = "yaml",
	.help = "the same document as YAML",
	.print = document_print_yaml,
};

const struct format *const formats[] = { &text, &json, &yaml, NULL };
