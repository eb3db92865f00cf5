/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wording of what loading finds wrong. */
#include "node.h"
#include <string.h>

enum {
	MOST_MISTAKES = 1000,
	LONGEST_WORD = 64,
};

bool load_is_full(const struct load *load)
{
	return load->n_mistakes > MOST_MISTAKES;
}

void load_end(struct load *load)
{
	lookup_free(&load->told);
}

/* One hash for what is told by the same words of the same place: the same anchor, used twice. */
static bool was_told(struct load *load, const struct finding *finding, const char *text)
{
	uint64_t hash = hash_pair(finding->id, text);
	size_t cursor = 0, position;

	hash = hash_string(hash, finding->at.source ? finding->at.source->name : NULL);
	hash = (hash ^ finding->at.line) * 0x9e3779b97f4a7c15;
	hash = (hash ^ finding->at.column) * 0x9e3779b97f4a7c15;
	if (lookup_next(&load->told, hash, &cursor, &position))
		return true;
	lookup_add(&load->told, hash, 0);
	return false;
}

/* Errors and warnings are cut apart, so that neither hides the other. */
static bool is_cut(struct load *load, struct finding *finding, struct text *text)
{
	bool error = finding->severity == ERROR;
	size_t n = error ? ++load->n_mistakes : ++load->n_warnings;

	if (n > MOST_MISTAKES + 1)
		return true;
	if (n <= MOST_MISTAKES)
		return false;
	*finding = (struct finding){
		.severity = finding->severity,
		.outcome = finding->outcome,
		.id = "too-many-mistakes",
		.at = finding->at,
		.hint = "mend those that are told, then look again",
	};
	text->length = 0;
	text_addf(text, "more than %d %s: the rest is not told", MOST_MISTAKES,
		error ? "mistakes" : "warnings");
	return false;
}

PRINTF_LIKE(4, 0)
static void tell(struct load *load, struct finding *finding, const struct place *alias, const char *format,
	va_list values)
{
	AUTO_TEXT struct text text = { 0 };

	text_addv(&text, format, values);
	if (was_told(load, finding, text_string(&text)))
		return;
	if (alias)
		text_addf(&text, " (here by the alias at %s:%u:%u)", alias->source->name, alias->line,
			alias->column);
	if (!is_cut(load, finding, &text))
		report_add(load->report, finding, "%s", text_string(&text));
}

void load_error(struct load *load, const struct finding *like, const char *format, ...)
{
	struct finding finding = *like;
	va_list values;

	if (load_is_full(load))
		return;
	finding.severity = ERROR;
	finding.outcome = BAD_CONFIGURATION;
	va_start(values, format);
	tell(load, &finding, NULL, format, values);
	va_end(values);
}

void node_error(
	struct load *load, const struct node *node, const struct finding *like, const char *format, ...)
{
	struct finding finding = *like;
	va_list values;

	if (node->shared || load_is_full(load))
		return;
	finding.severity = ERROR;
	finding.outcome = BAD_CONFIGURATION;
	finding.at = node->at;
	va_start(values, format);
	tell(load, &finding, node->alias, format, values);
	va_end(values);
}

void node_warning(
	struct load *load, const struct node *node, const struct finding *like, const char *format, ...)
{
	struct finding finding = *like;
	va_list values;

	if (node->shared || load->n_warnings > MOST_MISTAKES)
		return;
	finding.severity = WARNING;
	finding.at = node->at;
	va_start(values, format);
	tell(load, &finding, node->alias, format, values);
	va_end(values);
}

void load_finding(struct load *load, const struct finding *finding)
{
	if (finding->severity == ERROR)
		load_error(load, finding, "%s", finding->text);
	else
		node_warning(load, &(struct node){ .at = finding->at }, finding, "%s", finding->text);
}

char *word_quote(const char *word)
{
	size_t length = strnlen(word, LONGEST_WORD + 1),
	       shown = length > LONGEST_WORD ? LONGEST_WORD : length;
	struct text text = { 0 };

	text_add(&text, "\"");
	text_add_printable(&text, word, shown);
	text_add(&text, shown < length ? "...\"" : "\"");
	return text_take(&text);
}
