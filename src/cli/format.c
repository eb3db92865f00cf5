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

const struct format *const formats[] = { &text, &json, NULL };
