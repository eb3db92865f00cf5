/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl schema [NAME]`: the JSON Schema of the configuration, or of a document that pawl writes. */
#include "commands.h"
#include "print.h"
#include "schema.h"
#include "session.h"
#include "usage.h"

static enum outcome report_unknown(struct session *session, const char *word)
{
	AUTO_FREE const char **names = schema_names();
	const char *meant = string_nearest(word, names);
	AUTO_TEXT struct text hint = { 0 };

	if (meant)
		text_addf(&hint, "did you mean `pawl schema %s`? ", meant);
	text_add(&hint, "there are");
	for (size_t i = 0; names[i]; i++)
		text_addf(&hint, "%s %s", i > 0 ? "," : "", names[i]);
	return usage_report(&session->report, text_string(&hint), "there is no schema of \"%s\"", word);
}

/* A line each: name, file, what it describes. */
static void list_print(struct session *session)
{
	AUTO_FREE const char **names = schema_names();
	AUTO_TEXT struct text text = { 0 };
	struct table table = { .columns = 3 };

	for (size_t i = 0; names[i]; i++) {
		AUTO_FREE char *file = schema_file(names[i]);

		table_add(&table, names[i]);
		table_add(&table, file);
		table_add(&table, schema_help(names[i]));
	}
	table_print(&table, "", &text);
	session_print(session, &text);
	table_free(&table);
}

static enum outcome run(struct session *session)
{
	const char *word = session->options.words[0];
	struct document *schema = word ? schema_make(word) : NULL;

	if (!word) {
		list_print(session);
		return FINE;
	}
	if (!schema)
		return report_unknown(session, word);
	document_print_json(schema, session->world->out);
	document_free(schema);
	return FINE;
}

const struct command command_schema = {
	.name = "schema",
	.arguments = "[SCHEMA]",
	.summary = "The JSON Schema of the configuration (yaml) or of a document; without SCHEMA, all names",
	.run = run,
	.words = WORDS_ONE,
};
