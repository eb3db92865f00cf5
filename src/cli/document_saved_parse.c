/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a saved plan, and refuses one that is not as it was written. */
#include "document_saved.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

bool saved_is_meant(const char *bytes, size_t length)
{
	size_t blanks = length ? strspn(bytes, " \t\r\n") : 0;

	return blanks < length && bytes[blanks] == '{' && memmem(bytes, length, "\"plan_id\"", 9);
}

static int saved_refuse(const char *path, const char *why, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "saved-plan",
			.path = path,
			.hint = "make it anew with `pawl plan --out FILE`",
		},
		"%s", why);
	return -1;
}

static int take_source(const json_t *json, struct source *ret_source)
{
	const char *name = json_string_value(json_object_get(json, saved_source_rows[SOURCE_NAME].name));
	const char *text = json_string_value(json_object_get(json, saved_source_rows[SOURCE_TEXT].name));

	if (!name || !text)
		return -1;
	*ret_source = (struct source){
		.name = string_copy(name),
		.bytes = string_copy(text),
		.length = strlen(text),
	};
	return 0;
}

static int take_configuration(const json_t *document, struct saved *saved)
{
	const json_t *list = json_object_get(document, saved_rows[SAVED_CONFIGURATION].name);

	saved->configuration = memory_new(json_array_size(list) + 1, sizeof(*saved->configuration));
	for (size_t i = 0; i < json_array_size(list); i++) {
		if (take_source(json_array_get(list, i), &saved->configuration[saved->n]) < 0)
			return -1;
		saved->n++;
	}
	return saved->n > 0 ? 0 : -1;
}

static int take_targets(const json_t *document, struct saved *saved)
{
	const json_t *list = json_object_get(document, saved_rows[SAVED_TARGETS].name);

	saved->targets = memory_new(json_array_size(list) + 1, sizeof(*saved->targets));
	for (size_t i = 0; i < json_array_size(list); i++) {
		if (!json_is_string(json_array_get(list, i)))
			return -1;
		saved->targets[saved->n_targets++] = string_copy(json_string_value(json_array_get(list, i)));
	}
	return json_is_array(list) ? 0 : -1;
}

static const char *ground_text(const json_t *json, size_t row)
{
	return json_string_value(json_object_get(json, saved_ground_rows[row].name));
}

static void take_ground(const char *object, const char *fact, const char *value, struct saved *saved)
{
	struct arena *words = &saved->words;

	ground_add(&saved->rests_on, arena_copy(words, object), arena_copy(words, fact),
		arena_copy(words, value));
}

static int take_grounds(const json_t *document, struct saved *saved)
{
	const json_t *list = json_object_get(document, saved_rows[SAVED_GROUNDS].name);

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *json = json_array_get(list, i);
		const char *object = ground_text(json, GROUND_OBJECT), *fact = ground_text(json, GROUND_FACT);

		if (!object || !fact)
			return -1;
		take_ground(object, fact, ground_text(json, GROUND_VALUE), saved);
	}
	return json_is_array(list) ? 0 : -1;
}

static const char *turn_text(const json_t *json, size_t row)
{
	return json_string_value(json_object_get(json, saved_turn_rows[row].name));
}

static int take_turns(const json_t *document, struct saved *saved)
{
	const json_t *list = json_object_get(document, saved_rows[SAVED_TURNS].name);

	saved->steps = memory_new(json_array_size(list) + 1, sizeof(*saved->steps));
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *json = json_array_get(list, i);
		const char *knob = turn_text(json, TURN_KNOB), *target = turn_text(json, TURN_TARGET),
			   *after = turn_text(json, TURN_AFTER);

		if (!knob || !target || !after)
			return -1;
		saved->steps[saved->n_steps++] = (struct saved_step){ .knob = string_copy(knob),
			.target = string_copy(target),
			.object = string_copy(turn_text(json, TURN_OBJECT)),
			.after = string_copy(after) };
	}
	return json_is_array(list) ? 0 : -1;
}

static int take_members(json_t *document, struct saved *saved)
{
	const char *plan_id = NULL, *host_name = NULL;
	const char *printed = json_string_value(json_object_get(document, saved_rows[SAVED_PRINTED].name));

	if (!printed ||
		json_unpack(document, "{s:s, s:{s:s}}", "plan_id", &plan_id, "host", "name", &host_name) < 0)
		return -1;
	saved->printed = string_copy(printed);
	saved->plan_id = string_copy(plan_id);
	saved->host_name = string_copy(host_name);
	if (take_turns(document, saved) < 0 || take_targets(document, saved) < 0 ||
		take_grounds(document, saved) < 0)
		return -1;
	return take_configuration(document, saved);
}

/* NULL when it is what was sealed, else what is wrong with it. */
static const char *saved_fault(json_t *document)
{
	const char *digest = json_string_value(json_object_get(document, saved_rows[SAVED_DIGEST].name));
	const char *format = NULL, *version = NULL;
	AUTO_FREE char *is = NULL;

	json_unpack(document, "{s:s, s:s}", "format", &format, "format_version", &version);
	if (!string_equal(format, "pawl-saved-plan"))
		return "this is a plan as `plan -o json` prints it, not one saved with `plan --out`";
	if (!version || !string_starts(version, "1."))
		return "the saved plan is of another version of pawl";
	is = saved_digest(document);
	return string_equal(digest, is) ? NULL : "the saved plan was changed after it was made";
}

/* What is left when all is taken away that a saved plan has beside it. */
static struct document *plan_of(json_t *document)
{
	for (size_t row = SAVED_TARGETS; row <= SAVED_DIGEST; row++)
		json_object_del(document, saved_rows[row].name);
	json_object_set_new(document, "format", json_string("pawl-plan"));
	return (struct document *)document;
}

int saved_parse(
	const char *bytes, size_t length, const char *path, struct saved *saved, struct report *report)
{
	json_error_t error = { 0 };
	AUTO_FREE char *cut = NULL;
	const char *fault = NULL;
	json_t *document;
	int result = -1;

	*saved = (struct saved){ 0 };
	if (length > SAVED_MOST_BYTES)
		return saved_refuse(path, "the saved plan has more than 64 MiB", report);
	document = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
	if (!document)
		fault = cut = text_print("the saved plan is no JSON: line %d: %s", error.line, error.text);
	else
		fault = saved_fault(document);
	if (!fault && take_members(document, saved) < 0)
		fault = "the saved plan lacks what pawl writes into one";
	result = fault ? saved_refuse(path, fault, report) : 0;
	if (!fault)
		saved->plan = plan_of(json_incref(document));
	json_decref(document);
	if (fault)
		saved_free(saved);
	return result;
}

void saved_free(struct saved *saved)
{
	for (size_t i = 0; i < saved->n; i++) {
		free(saved->configuration[i].name);
		free(saved->configuration[i].bytes);
	}
	for (size_t i = 0; i < saved->n_targets; i++)
		free(saved->targets[i]);
	free(saved->configuration);
	free(saved->targets);
	grounds_free(&saved->rests_on);
	arena_free(&saved->words);
	free(saved->plan_id);
	for (size_t i = 0; i < saved->n_steps; i++) {
		free(saved->steps[i].knob);
		free(saved->steps[i].target);
		free(saved->steps[i].object);
		free(saved->steps[i].after);
	}
	free(saved->steps);
	free(saved->name);
	free(saved->host_name);
	free(saved->printed);
	if (saved->plan)
		document_free(saved->plan);
	*saved = (struct saved){ 0 };
}
