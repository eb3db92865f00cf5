/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prints a plan's document as Markdown, for a merge request or a ticket. */
#include "document.h"
#include "print.h"
#include <jansson.h>
#include <string.h>

/* Whatever the text is, it is only text: CommonMark, section 2.4, and tables. */
static void add_plain(struct text *text, const char *words)
{
	AUTO_TEXT struct text safe = { 0 };

	text_add_safe(&safe, words ? words : "");
	for (const char *at = text_string(&safe); *at; at++) {
		if (strchr("\\`*_{}[]<>()#+!|&~", *at))
			text_add(text, "\\");
		text_add_bytes(text, at, 1);
	}
}

static const char *word(const json_t *map, const char *key)
{
	return json_string_value(json_object_get(map, key));
}

static json_int_t number(const json_t *map, const char *key)
{
	return json_integer_value(json_object_get(map, key));
}

static void cell_add(struct text *text, const char *words)
{
	text_add(text, " ");
	add_plain(text, words && *words ? words : "-");
	text_add(text, " |");
}

/* What an operator must not overlook. */
static void notes_add(struct text *text, const json_t *step)
{
	const json_t *item;
	size_t i, n = 0;

	text_add(text, " ");
	json_array_foreach(json_object_get(step, "effects"), i, item)
	{
		text_add(text, n++ ? "; " : "**disrupts** ");
		add_plain(text, word(item, "object"));
		text_add(text, " ");
		add_plain(text, word(item, "effect"));
	}
	json_array_foreach(json_object_get(step, "flags"), i, item)
	{
		text_add(text, n++ ? "; " : "");
		add_plain(text, json_string_value(item));
	}
	text_add(text, n ? " |\n" : "|\n");
}

static void steps_add(struct text *text, const json_t *steps)
{
	const json_t *step;
	size_t i;

	if (json_array_size(steps) == 0)
		return;
	text_add(text, "\n| step | object | knob | from | to | notes |\n|---:|---|---|---|---|---|\n");
	json_array_foreach((json_t *)steps, i, step)
	{
		text_addf(text, "| %" JSON_INTEGER_FORMAT " |", number(step, "seq"));
		cell_add(text, word(step, "object"));
		cell_add(text, word(step, "knob"));
		cell_add(text, word(step, "before"));
		cell_add(text, word(step, "after"));
		notes_add(text, step);
	}
}

static void summary_add(struct text *text, const json_t *plan)
{
	const json_t *summary = json_object_get(plan, "summary");

	if (number(summary, "steps") == 0) {
		text_add(text, json_is_true(json_object_get(plan, "applyable"))
				       ? "Nothing to do, the host is as wished.\n"
				       : "**Refused**, no step can be planned.\n");
		return;
	}
	text_addf(text,
		"%s%" JSON_INTEGER_FORMAT " to create, %" JSON_INTEGER_FORMAT
		" to change, %" JSON_INTEGER_FORMAT " to delete; %" JSON_INTEGER_FORMAT
		" disruptive, %" JSON_INTEGER_FORMAT " irreversible.\n",
		json_is_true(json_object_get(plan, "applyable")) ? "" : "**Refused.** ",
		number(summary, "create"), number(summary, "update"), number(summary, "delete"),
		number(summary, "disruptive"), number(summary, "irreversible"));
}

static void plan_add_text(struct text *text, const json_t *plan, const char *hosts)
{
	const char *id = word(plan, "plan_id");

	text_addf(text, "## Plan %.8s for ", id ? id : "");
	add_plain(text, hosts);
	text_add(text, "\n\n");
	summary_add(text, plan);
	steps_add(text, json_object_get(plan, "steps"));
	text_add(text, "\n");
}

/* Equal plans of a fleet, once. */
static void group_add_text(struct text *text, const json_t *group)
{
	const json_t *plan = json_object_get(group, "plan"), *names = json_object_get(group, "hosts"), *name;
	AUTO_TEXT struct text hosts = { 0 };
	size_t i;

	json_array_foreach((json_t *)names, i, name)
		text_addf(&hosts, "%s%s", i ? ", " : "", json_string_value(name));
	if (json_is_object(plan))
		plan_add_text(text, plan, text_string(&hosts));
}

static void findings_add(struct text *text, const json_t *findings)
{
	const json_t *finding;
	size_t i;

	if (json_array_size(findings))
		text_add(text, "### Findings\n\n");
	json_array_foreach((json_t *)findings, i, finding)
	{
		const char *file = word(finding, "file"), *object = word(finding, "object");

		text_addf(text, "- **%s** ", word(finding, "severity"));
		add_plain(text, file ? file : object ? object : "");
		if (file)
			text_addf(text, ":%" JSON_INTEGER_FORMAT, number(finding, "line"));
		text_add(text, file || object ? ": " : "");
		add_plain(text, word(finding, "text"));
		text_addf(text, " \\[%s\\]\n", word(finding, "id"));
	}
}

void document_print_markdown(const struct document *document, FILE *out)
{
	const json_t *root = (const json_t *)document, *groups = json_object_get(root, "groups"), *group;
	AUTO_TEXT struct text text = { 0 };
	size_t i;

	if (json_object_get(root, "steps"))
		plan_add_text(&text, root, word(json_object_get(root, "host"), "name"));
	json_array_foreach((json_t *)groups, i, group) group_add_text(&text, group);
	findings_add(&text, json_object_get(root, "findings"));
	fputs(text_string(&text), out);
}
