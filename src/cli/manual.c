/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of the manual's parts, and how words become mdoc(7). */
#include "manual.h"
#include <ctype.h>
#include <string.h>

const struct manual_part manual_parts[] = {
	{ "commands", manual_commands },
	{ "options", manual_options },
	{ "placeholders", manual_placeholders },
	{ "formats", manual_formats },
	{ "exit-codes", manual_outcomes },
	{ "keys", manual_keys },
	{ "platforms", manual_platforms },
	{ "gates", manual_gates },
	{ "findings", manual_findings },
	{ "document-ends", manual_document_ends },
	{ "documents", manual_documents },
	{ "events", manual_events },
	{ "ledger-keys", manual_ledger_keys },
	{ "ledger-events", manual_ledger_events },
	{ 0 },
};

int manual_line(const char *line, struct text *text)
{
	size_t length = strcspn(line, "\n");

	if (length < 3 || line[0] != '@' || line[length - 1] != '@') {
		text_add(text, line);
		return 0;
	}
	for (const struct manual_part *part = manual_parts; part->name; part++)
		if (strlen(part->name) == length - 2 && memcmp(part->name, line + 1, length - 2) == 0) {
			part->print(text);
			return 0;
		}
	return -1;
}

/* mdoc(7), mandoc_char(7): a backslash begins an escape, a bare "-" is a hyphen that cannot be pasted. */
static void add_typed(struct text *text, char character)
{
	if (character == '\\')
		text_add(text, "\\e");
	else if (character == '-')
		text_add(text, "\\-");
	else
		text_add_bytes(text, &character, 1);
}

static bool sentence_ends(const char *at)
{
	return (*at == '.' || *at == '?') && at[1] == ' ' && (isupper((unsigned char)at[2]) || at[2] == '`');
}

void mdoc_prose(struct text *text, const char *words)
{
	bool typed = false;

	if (*words == '.' || *words == '\'')
		text_add(text, "\\&");
	for (const char *at = words; *at; at++) {
		if (*at == '`') {
			typed = !typed;
			text_add(text, typed ? "\\fB" : "\\fR");
		} else if (!typed && sentence_ends(at)) {
			text_addf(text, "%c\n", *at++);
		} else if (!typed && *at == '-') {
			text_add(text, "-");
		} else {
			add_typed(text, *at);
		}
	}
	text_add(text, "\n");
}

void mdoc_argument(struct text *text, const char *word)
{
	/* a macro's name, or a single mark of punctuation, would be taken for one */
	if (strlen(word) < 4)
		text_add(text, "\\&");
	for (; *word; word++)
		add_typed(text, *word);
}

void mdoc_arguments(struct text *text, const char *arguments)
{
	AUTO_FREE char *copy = string_copy(arguments ? arguments : "");
	char *rest = copy, *word;

	while ((word = strsep(&rest, " "))) {
		size_t dots = string_ends(word, "...") || string_ends(word, "...]") ? 3 : 0;
		bool optional = *word == '[', placeholder = isupper((unsigned char)word[optional]);
		bool inside = !optional && strchr(word, '['); /* "ID[:PART],...": all of it is one */
		size_t length = inside ? strlen(word) : strcspn(word, "].") - optional;

		if (inside)
			text_addf(text, " Ar %s", word);
		else if (*word)
			text_addf(text, " %s%s %.*s%s", optional ? "Op " : "", placeholder ? "Ar" : "No",
				(int)length, word + optional, dots ? " ..." : "");
	}
}
