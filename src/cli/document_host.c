/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A host and what runs left on it, for programs; and what every document ends with. */
#include "document.h"
#include "print.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void document_add_host(struct document *document, const char *name, const struct survey *survey)
{
	struct document *map = document_map(document, "host");

	if (name)
		document_add_words(map, "name", name);
	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		document_add_words(map, machine_facts[i].name, survey->machine[i].text);
}

static void function_add(struct document *list, const struct function *function, const struct state *want)
{
	AUTO_FREE char *name = function_name(function), *handle = function_handle(function, want);
	struct document *map = document_entry(list);

	document_add_words(map, "address", function->address);
	document_add_words(map, "handle", handle);
	document_add_words(map, "kind", class_words(function));
	document_add_words(map, "title", name);
	for (size_t i = 0; i < N_ATTRIBUTES; i++) {
		const char *value =
			attributes[i].link ? function_link(function, i) : function_text(function, i);

		if (function->attr[i].is == R_VALUE)
			document_add_words(map, attributes[i].name, value);
	}
	if (function->physfn)
		document_add_words(map, "physfn", function->physfn->address);
}

void document_add_functions(struct document *document, const struct survey *survey, const char *selector,
	const struct state *want)
{
	struct document *list = document_list(document, "functions");

	for (size_t i = 0; i < survey->n; i++)
		if (function_selected(survey->functions[i], selector))
			function_add(list, survey->functions[i], want);
}

void document_add_last_run(struct document *document, const struct journal *journal)
{
	const struct journal_entry *begin, *end;
	struct document *map;

	journal_last_run(journal, &begin, &end);
	if (!begin) {
		document_add_words(document, "last_run", NULL);
		return;
	}
	map = document_map(document, "last_run");
	document_add_words(map, "plan_id", begin->plan);
	document_add_words(map, "boot_id", begin->boot_id);
	document_add_number(map, "steps", begin->step);
	document_add_flag(map, "ended", end);
	if (end && end->note)
		document_add_number(map, "exit_code", strtoul(end->note, NULL, 10));
}

void document_add_debts(struct document *document, const struct survey *survey)
{
	struct document *list = document_list(document, "debts");

	for (size_t i = 0; i < survey->n_debts; i++) {
		struct document *map = document_entry(list);

		document_add_words(map, "knob", survey->debts[i].knob->name);
		document_add_words(map, "target", survey->debts[i].target);
		document_add_words(map, "left", survey->debts[i].left);
		document_add_words(map, "owed", survey->debts[i].value);
	}
}

void document_add_lock(struct document *locks, const char *device, const char *holder)
{
	struct document *map = document_entry(locks);

	document_add_words(map, "object", device);
	document_add_words(map, "holder", holder);
}

static void finding_add(struct document *list, const struct finding *finding)
{
	static const char *const severities[] = { [NOTE] = "note", [WARNING] = "warning", [ERROR] = "error" };
	struct document *map = document_entry(list);

	document_add_words(map, "severity", severities[finding->severity]);
	document_add_words(map, "id", finding->id);
	document_add_words(map, "text", finding->text);
	document_add_words(map, "object", finding->object);
	document_add_words(map, "path", finding->path);
	document_add_words(map, "errno", finding->error ? strerrorname_np(finding->error) : NULL);
	document_add_words(map, "holder", finding->holder);
	document_add_words(map, "hint", finding->hint);
	document_add_words(map, "file", finding->at.source ? finding->at.source->name : NULL);
	if (finding->at.source) {
		document_add_number(map, "line", finding->at.line);
		document_add_number(map, "column", finding->at.column);
	}
	if (finding->severity == ERROR)
		document_add_number(map, "exit_code", finding->outcome);
}

void document_finish(struct document *document, const struct report *report, enum outcome outcome)
{
	struct document *list = document_list(document, "findings");

	for (size_t i = 0; i < report->n; i++)
		finding_add(list, &report->findings[i]);
	document_add_number(document, "exit_code", outcome);
}
