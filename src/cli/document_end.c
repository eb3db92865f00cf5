/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every document ends with: findings, in the order in which text tells them, and the exit code. */
#include "document.h"
#include "session.h"
#include <string.h>

static const char *const severities[] = { [NOTE] = "note", [WARNING] = "warning", [ERROR] = "error", NULL };

/* A word of the finding. */
#define FINDING_WORDS(member)                                                                                \
	static void put_##member(const void *thing, struct cell *cell)                                       \
	{                                                                                                    \
		cell_words(cell, ((const struct finding *)thing)->member);                                   \
	}
FINDING_WORDS(id)
FINDING_WORDS(text)
FINDING_WORDS(object)
FINDING_WORDS(path)
FINDING_WORDS(holder)
FINDING_WORDS(hint)

static void put_severity(const void *thing, struct cell *cell)
{
	cell_words(cell, severities[((const struct finding *)thing)->severity]);
}

static void put_errno(const void *thing, struct cell *cell)
{
	const struct finding *finding = thing;

	cell_words(cell, finding->error ? strerrorname_np(finding->error) : NULL);
}

static void put_file(const void *thing, struct cell *cell)
{
	const struct source *source = ((const struct finding *)thing)->at.source;

	cell_words(cell, source ? source->name : NULL);
}

static void put_line(const void *thing, struct cell *cell)
{
	const struct place *at = &((const struct finding *)thing)->at;

	if (at->source)
		cell_number(cell, at->line);
}

static void put_column(const void *thing, struct cell *cell)
{
	const struct place *at = &((const struct finding *)thing)->at;

	if (at->source)
		cell_number(cell, at->column);
}

static void put_asked_code(const void *thing, struct cell *cell)
{
	const struct finding *finding = thing;

	if (finding->severity == ERROR)
		cell_number(cell, finding->outcome);
}

const struct document_row finding_rows[] = {
	{
		.name = "severity",
		.help = "an error keeps the command from its work",
		.type = ROW_WORDS,
		.choices = severities,
		.put = put_severity,
	},
	{ .name = "id", .help = "what `pawl explain` takes", .type = ROW_WORDS, .put = put_id },
	{ .name = "text", .help = "one sentence for people", .type = ROW_WORDS, .put = put_text },
	{
		.name = "object",
		.help = "the device, host, file or lock that it is about",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_object,
	},
	{
		.name = "path",
		.help = "the file of the machine that says so",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_path,
	},
	{
		.name = "errno",
		.help = "the name of the kernel's answer: EBUSY",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_errno,
	},
	{
		.name = "holder",
		.help = "who holds what is needed",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_holder,
	},
	{ .name = "hint", .help = "what to do", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_hint },
	{
		.name = "file",
		.help = "the configuration file that is the cause",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_file,
	},
	{
		.name = "line",
		.help = "in that file, from 1",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_line,
	},
	{
		.name = "column",
		.help = "in that line, in characters, from 1",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_column,
	},
	{
		.name = "exit_code",
		.help = "the exit code that this error asks for",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_asked_code,
	},
	{ 0 },
};

struct ending {
	const struct finding *const *findings;
	size_t n;
	enum outcome outcome;
};

static void put_findings(const void *thing, struct cell *cell)
{
	const struct ending *ending = thing;

	for (size_t i = 0; i < ending->n; i++)
		cell_entry(cell, ending->findings[i]);
}

static void put_exit_code(const void *thing, struct cell *cell)
{
	cell_number(cell, ((const struct ending *)thing)->outcome);
}

const struct document_row document_tail[] = {
	{
		.name = "findings",
		.help = "what was found, as the text output tells it",
		.type = ROW_LIST,
		.rows = finding_rows,
		.put = put_findings,
	},
	{ .name = "exit_code", .help = "of the command", .type = ROW_NUMBER, .put = put_exit_code },
	{ 0 },
};

void document_finish(struct document *document, struct session *session, enum outcome outcome)
{
	struct ending ending = { .outcome = outcome };

	ending.findings = session_findings(session, &ending.n);
	document_write(document, document_tail, &ending);
}
