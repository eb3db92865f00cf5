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

/* Longer than any in what it stands around: CommonMark, section 4.5. */
static void fence_add(struct text *text, const char *within)
{
	size_t longest = 2;

	for (const char *at = within; (at = strchr(at, '`')); at += strspn(at, "`"))
		longest = strspn(at, "`") > longest ? strspn(at, "`") : longest;
	for (size_t i = 0; i <= longest; i++)
		text_add(text, "`");
}

/* What nobody must overlook stands before the plan, too. */
static void risks_add(struct text *text, const json_t *plan)
{
	const json_t *summary = json_object_get(plan, "summary");
	json_int_t forever = number(summary, "irreversible") + number(summary, "data_loss");

	if (!json_is_true(json_object_get(plan, "applyable")))
		text_add(text, "**Refused**, see the findings below.\n\n");
	if (number(summary, "consents") > 0)
		text_add(text, "**Asks for consent to what can never be taken back.**\n\n");
	if (forever > 0)
		text_addf(text, "**%" JSON_INTEGER_FORMAT " of its steps can never be taken back.**\n\n",
			forever);
	if (number(summary, "disruptive") > 0)
		text_addf(text, "**%" JSON_INTEGER_FORMAT " of its steps take something away.**\n\n",
			number(summary, "disruptive"));
}

/* The plan as the terminal has it, behind its first line. */
static void steps_add(struct text *text, const json_t *plan)
{
	const char *printed = word(plan, "printed"), *steps = printed ? strchr(printed, '\n') : NULL;

	if (!steps || number(json_object_get(plan, "summary"), "steps") == 0)
		return;
	fence_add(text, steps);
	text_add(text, steps);
	fence_add(text, steps);
	text_add(text, "\n\n");
}

/* ": 17 steps", behind what a heading names. */
static void count_add(struct text *text, const json_t *plan)
{
	json_int_t steps = number(json_object_get(plan, "summary"), "steps");

	if (steps > 0)
		text_addf(text, ": %" JSON_INTEGER_FORMAT " %s\n\n", steps,
			plural((size_t)steps, "step", "steps"));
	else
		text_add(text, json_is_true(json_object_get(plan, "applyable"))
				       ? ": nothing to do, as wished\n\n"
				       : ": no step is planned\n\n");
}

static void plan_add_text(struct text *text, const json_t *plan, const char *host)
{
	const char *id = word(plan, "plan_id");

	text_addf(text, "## Plan %.8s for ", id ? id : "");
	add_plain(text, host);
	count_add(text, plan);
	risks_add(text, plan);
	steps_add(text, plan);
}

/* "Plans: st1=5fe2fdaf, st2=27fafb0f": each host's own id, which `pawl apply` says there. */
static void ids_add(struct text *text, const json_t *hosts, size_t group)
{
	const json_t *host;
	const char *between = "Plans: ";
	size_t i;

	json_array_foreach((json_t *)hosts, i, host)
	{
		const char *id = word(host, "plan_id");

		if ((size_t)number(host, "group") != group || !id)
			continue;
		text_add(text, between);
		add_plain(text, word(host, "name"));
		text_addf(text, "=%.8s", id);
		between = ", ";
	}
	text_add(text, "\n\n");
}

/* Equal plans of a fleet, once. */
static void group_add_text(struct text *text, const json_t *root, size_t at, const json_t *group)
{
	const json_t *plan = json_object_get(group, "plan"), *names = json_object_get(group, "hosts"), *name;
	AUTO_FREE const char **hosts = memory_new(json_array_size(names) + 1, sizeof(*hosts));
	AUTO_TEXT struct text folded = { 0 };
	size_t i;

	json_array_foreach((json_t *)names, i, name) hosts[i] = json_string_value(name);
	names_fold(hosts, json_array_size(names), &folded);
	if (!json_is_object(plan))
		return;
	if (json_array_size(names) == 1) {
		plan_add_text(text, plan, text_string(&folded));
		return;
	}
	text_add(text, "## Plan for ");
	add_plain(text, text_string(&folded));
	count_add(text, plan);
	if (json_array_size(json_object_get(plan, "steps")))
		ids_add(text, json_object_get(root, "hosts"), at);
	risks_add(text, plan);
	steps_add(text, plan);
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
		const char *hint = word(finding, "hint"), *path = word(finding, "path");

		text_addf(text, "- **%s** ", word(finding, "severity"));
		add_plain(text, file ? file : object ? object : "");
		if (file)
			text_addf(text, ":%" JSON_INTEGER_FORMAT, number(finding, "line"));
		text_add(text, file || object ? ": " : "");
		add_plain(text, word(finding, "text"));
		text_add(text, path ? " \\(" : "");
		add_plain(text, path);
		text_add(text, path ? "\\)" : "");
		text_addf(text, " \\[%s\\]\n%s", word(finding, "id"), hint ? "  - hint: " : "");
		add_plain(text, hint);
		text_add(text, hint ? "\n" : "");
	}
}

void document_print_markdown(const struct document *document, FILE *out)
{
	const json_t *root = (const json_t *)document, *groups = json_object_get(root, "groups"), *group;
	AUTO_TEXT struct text text = { 0 };
	size_t i;

	if (json_object_get(root, "steps"))
		plan_add_text(&text, root, word(json_object_get(root, "host"), "name"));
	json_array_foreach((json_t *)groups, i, group) group_add_text(&text, root, i, group);
	findings_add(&text, json_object_get(root, "findings"));
	fputs(text_string(&text), out);
}
