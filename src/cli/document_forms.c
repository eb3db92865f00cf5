/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of documents, and what all of them begin with. */
#include "document.h"

static void put_format(const void *thing, struct cell *cell)
{
	const struct document_form *form = thing;
	AUTO_FREE char *words = text_print("pawl-%s", form->name);

	cell_words(cell, words);
}

static void put_format_version(const void *thing, struct cell *cell)
{
	(void)thing;
	cell_words(cell, "1.0");
}

static void put_version(const void *thing, struct cell *cell)
{
	(void)thing;
	cell_words(cell, PACKAGE_VERSION);
}

static const struct document_row pawl_rows[] = {
	{ .name = "version", .help = "its version", .type = ROW_WORDS, .put = put_version },
	{ 0 },
};

const struct document_row document_head[] = {
	{ .name = "format", .help = "which document this is", .type = ROW_WORDS, .put = put_format },
	{
		.name = "format_version",
		.help = "of this format: another second number adds keys, another first one changes some",
		.type = ROW_WORDS,
		.pattern = "^1\\.[0-9]+$",
		.put = put_format_version,
	},
	{ .name = "pawl", .help = "the program that wrote it", .type = ROW_MAP, .rows = pawl_rows },
	{ 0 },
};

static void put_valid(const void *thing, struct cell *cell)
{
	cell_flag(cell, ((const struct document_valid *)thing)->valid);
}

static void put_files(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)((const struct document_valid *)thing)->files);
}

static void put_hosts(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)((const struct document_valid *)thing)->hosts);
}

static const struct document_row validate_rows[] = {
	{ .name = "valid", .help = "no file has a mistake", .type = ROW_FLAG, .put = put_valid },
	{ .name = "files", .help = "how many files were named", .type = ROW_NUMBER, .put = put_files },
	{ .name = "hosts", .help = "how many hosts they hold", .type = ROW_NUMBER, .put = put_hosts },
	{ 0 },
};

const struct document_form form_findings = {
	.name = "findings",
	.help = "what any command says that could not do its work: findings and exit code alone",
};

const struct document_form form_validate = {
	.name = "validate",
	.help = "what `pawl validate` says",
	.rows = validate_rows,
};

const struct document_form *const document_forms[] = {
	&form_plan,
	&form_fleet,
	&form_saved,
	&form_apply,
	&form_rehearsal,
	&form_assert,
	&form_show,
	&form_status,
	&form_history,
	&form_ledger,
	&form_consent,
	&form_validate,
	&form_topics,
	&form_facts,
	&form_findings,
	NULL,
};

struct document *document_start(const struct document_form *form, const void *thing)
{
	struct document *document = document_new();

	document_write(document, document_head, form);
	document_write(document, form->rows, thing);
	return document;
}
