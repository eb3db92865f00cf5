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
	.plan_form = &form_plan,
};

static const struct format yaml = {
	.name = "yaml",
	.help = "the same document as YAML",
	.print = document_print_yaml,
	.plan_form = &form_plan,
};

static const struct format markdown = {
	.name = "markdown",
	.help = "a plan for a merge request or a ticket",
	.print = document_print_markdown,
	.plan_form = &form_printed,
	.plans_only = true,
};

static const struct format dot = {
	.name = "dot",
	.help = "a plan as a graph for dot(1): lanes, devices, steps, and what each needs",
	.print = document_print_dot,
	.plan_form = &form_plan,
	.plans_only = true,
};

const struct format *const formats[] = { &text, &json, &yaml, &markdown, &dot, NULL };
