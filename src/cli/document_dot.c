/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prints a plan's document as a graph for dot(1): lanes, devices, steps, and what each step needs. */
#include "document.h"
#include "text_step.h"
#include <jansson.h>
#include <string.h>

static const char *word(const json_t *map, const char *key)
{
	const char *text = json_string_value(json_object_get(map, key));

	return text ? text : "";
}

static json_int_t number(const json_t *map, const char *key)
{
	return json_integer_value(json_object_get(map, key));
}

/* Within a quoted string of dot's language ", \ and line ends mean something. */
static void add_quoted(struct text *text, const char *words)
{
	AUTO_TEXT struct text safe = { 0 };

	text_add_safe(&safe, words);
	for (const char *at = text_string(&safe); *at; at++) {
		if (*at == '"' || *at == '\\')
			text_add(text, "\\");
		text_add_bytes(text, at, 1);
	}
}

/* The device that the step's object is, or is below of; NULL: of none of the files. */
static const json_t *device_of(const json_t *devices, const json_t *step)
{
	const char *object = word(step, "object");
	const json_t *device;
	size_t i;

	json_array_foreach((json_t *)devices, i, device)
	{
		const char *handle = word(device, "handle");
		size_t length = strlen(handle);

		if (string_starts(object, handle) && (object[length] == '.' || object[length] == '\0'))
			return device;
	}
	return NULL;
}

/* {LANE: {HANDLE: [STEP...]}}, in the order of the steps. */
static json_t *lanes_make(const json_t *plan)
{
	json_t *lanes = json_object(), *step;
	size_t i;

	json_array_foreach(json_object_get(plan, "steps"), i, step)
	{
		const json_t *device = device_of(json_object_get(plan, "devices"), step);
		const char *lane = word(step, "lane"), *handle = device ? word(device, "handle") : "";

		if (!json_object_get(lanes, lane))
			json_object_set_new(lanes, lane, json_object());
		if (!json_object_get(json_object_get(lanes, lane), handle))
			json_object_set_new(json_object_get(lanes, lane), handle, json_array());
		json_array_append(json_object_get(json_object_get(lanes, lane), handle), step);
	}
	return lanes;
}

static void step_add(struct text *text, const json_t *step)
{
	bool disrupts = json_array_size(json_object_get(step, "effects")) > 0;

	text_addf(text, "      s%" JSON_INTEGER_FORMAT " [label=\"%" JSON_INTEGER_FORMAT "  ",
		number(step, "seq"), number(step, "seq"));
	add_quoted(text, word(step, "object"));
	text_add(text, "\\n");
	add_quoted(text, word(step, "knob"));
	text_add(text, " ");
	add_quoted(text, word(step, "change"));
	text_addf(text, "\"%s];\n", disrupts ? ", color=red" : "");
}

static void device_add(struct text *text, const json_t *plan, const json_t *steps, size_t lane, size_t device)
{
	const json_t *is = device_of(json_object_get(plan, "devices"), json_array_get(steps, 0)), *step;
	size_t i;

	text_addf(text, "    subgraph cluster_%zu_%zu {\n      label=\"", lane, device);
	add_quoted(text, is ? word(is, "handle") : "");
	text_add(text, is ? "  " : "");
	add_quoted(text, is ? word(is, "address") : "");
	text_add(text, "\";\n");
	json_array_foreach((json_t *)steps, i, step) step_add(text, step);
	text_add(text, "    }\n");
}

static void lanes_add(struct text *text, const json_t *plan)
{
	json_t *lanes = lanes_make(plan), *devices, *steps;
	const char *lane, *handle;
	size_t n_lanes = 0, n_devices;

	json_object_foreach (lanes, lane, devices) {
		text_addf(text, "  subgraph cluster_%zu {\n    label=\"lane ", n_lanes);
		add_quoted(text, *lane ? lane : "of the host");
		text_add(text, "\";\n");
		n_devices = 0;
		json_object_foreach (devices, handle, steps)
			device_add(text, plan, steps, n_lanes, n_devices++);
		text_add(text, "  }\n");
		n_lanes++;
	}
	json_decref(lanes);
}

static void needs_add(struct text *text, const json_t *plan)
{
	const json_t *step, *need;
	size_t i, k;

	json_array_foreach(json_object_get(plan, "steps"), i, step)
	{
		json_array_foreach(json_object_get(step, "needs"), k, need)
			text_addf(text, "  s%" JSON_INTEGER_FORMAT " -> s%" JSON_INTEGER_FORMAT "%s;\n",
				number(need, "seq"), number(step, "seq"),
				string_equal(word(need, "after"), "tried") ? " [style=dashed]" : "");
	}
}

static void graph_add(struct text *text, const json_t *plan)
{
	const char *host = word(json_object_get(plan, "host"), "name");

	text_add(text, "digraph {\n  rankdir=LR;\n  node [shape=box];\n  label=\"");
	text_addf(text, "Plan %.8s for ", word(plan, "plan_id"));
	add_quoted(text, host);
	text_add(text, json_is_true(json_object_get(plan, "applyable")) ? "" : ", REFUSED");
	text_add(text, "\";\n");
	lanes_add(text, plan);
	needs_add(text, plan);
	text_add(text, "}\n");
}

/* Of a fleet a graph for each of its plans: dot(1) takes several. */
void document_print_dot(const struct document *document, FILE *out)
{
	const json_t *root = (const json_t *)document, *groups = json_object_get(root, "groups"), *group;
	AUTO_TEXT struct text text = { 0 };
	size_t i;

	if (json_object_get(root, "steps"))
		graph_add(&text, root);
	json_array_foreach((json_t *)groups, i, group) if (json_is_object(json_object_get(group, "plan")))
		graph_add(&text, json_object_get(group, "plan"));
	fputs(text_string(&text), out);
}
