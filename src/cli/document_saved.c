/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan's document as a file that `pawl apply` takes. */
#include "print.h"
#include "saved.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct document_plan *of(const void *thing)
{
	return thing;
}

static void put_targets(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < of(thing)->session->options.n_targets; i++)
		cell_item(cell, of(thing)->session->options.targets[i]);
}

static void put_name(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct source *)thing)->name);
}

static void put_text(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct source *)thing)->bytes);
}

enum { SOURCE_NAME, SOURCE_TEXT };
static const struct document_row source_rows[] = {
	[SOURCE_NAME] = { .name = "name",
		.help = "of the file, as messages say it",
		.type = ROW_WORDS,
		.put = put_name },
	[SOURCE_TEXT] = { .name = "text", .help = "all of the file", .type = ROW_WORDS, .put = put_text },
	{ 0 },
};

static void put_configuration(const void *thing, struct cell *cell)
{
	const struct wish *wish = &of(thing)->session->wish;

	for (size_t i = 0; i < wish->n_sources; i++)
		cell_entry(cell, wish->sources[i]);
}

static void put_object(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct ground *)thing)->object);
}

static void put_fact(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct ground *)thing)->fact);
}

static void put_value(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct ground *)thing)->value);
}

enum { GROUND_OBJECT, GROUND_FACT, GROUND_VALUE };
static const struct document_row ground_rows[] = {
	[GROUND_OBJECT] = { .name = "object",
		.help = "whose it is: a function, a handle, or the machine",
		.type = ROW_WORDS,
		.put = put_object },
	[GROUND_FACT] = { .name = "fact",
		.help = "as the facts name it",
		.type = ROW_WORDS,
		.put = put_fact },
	[GROUND_VALUE] = { .name = "value",
		.help = "null: there is none, or it is not known",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_value },
	{ 0 },
};

static void put_grounds(const void *thing, struct cell *cell)
{
	struct grounds grounds = { 0 };

	if (of(thing)->plan->want)
		plan_grounds(of(thing)->plan, of(thing)->host.survey, &grounds);
	for (size_t i = 0; i < grounds.n; i++)
		cell_entry(cell, &grounds.all[i]);
	grounds_free(&grounds);
}

static void put_printed(const void *thing, struct cell *cell)
{
	const struct plan_look look = {
		.host = of(thing)->host.name, .survey = of(thing)->host.survey, .refused = of(thing)->refused
	};
	AUTO_TEXT struct text text = { 0 };

	if (of(thing)->plan->want)
		plan_print(of(thing)->plan, &look, &text);
	cell_words(cell, text_string(&text));
}

/* What the document must hold beside a plan's, by its row: the name is said there. */
enum { SAVED_PLAN, SAVED_TARGETS, SAVED_CONFIGURATION, SAVED_GROUNDS, SAVED_PRINTED, SAVED_DIGEST };
static const struct document_row rows[] = {
	[SAVED_PLAN] = { .type = ROW_PART, .rows = plan_rows },
	[SAVED_TARGETS] = { .name = "targets",
		.help = "what of the configuration is meant; none: all of it",
		.type = ROW_WORDLIST,
		.put = put_targets },
	[SAVED_CONFIGURATION] = { .name = "configuration",
		.help = "the files that the plan was made from",
		.type = ROW_LIST,
		.rows = source_rows,
		.put = put_configuration },
	[SAVED_GROUNDS] = { .name = "rests_on",
		.help = "the facts that it rests on: were one another, so would be the plan",
		.type = ROW_LIST,
		.rows = ground_rows,
		.put = put_grounds },
	[SAVED_PRINTED] = { .name = "printed",
		.help = "the plan as people read it, for when the host has changed since",
		.type = ROW_WORDS,
		.put = put_printed },
	[SAVED_DIGEST] = { .name = "digest",
		.help = "SHA-256 of the document without this key: compact, keys sorted",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL },
	{ 0 },
};

const struct document_form form_saved = {
	.name = "saved-plan",
	.help = "what `pawl plan --out FILE` writes and `pawl apply` takes: the plan, and what "
		"it was made from",
	.rows = rows,
	.flags = FORM_ENDLESS,
};

static const struct document_row printed_rows[] = {
	{ .type = ROW_PART, .rows = plan_rows },
	{ .name = "printed", .help = "the plan as people read it", .type = ROW_WORDS, .put = put_printed },
	{ 0 },
};

/* For formats that show it as it is. */
const struct document_form form_printed = { .name = "plan-printed", .rows = printed_rows };

/* Of everything in the document but the digest itself. */
static char *digest_print(json_t *document)
{
	const char *key = rows[SAVED_DIGEST].name;
	json_t *digest = json_incref(json_object_get(document, key));
	AUTO_FREE char *bytes = NULL;
	char *text = memory_new(1, DIGEST_LENGTH + 1);

	json_object_del(document, key);
	bytes = json_dumps(document, JSON_COMPACT | JSON_SORT_KEYS);
	if (digest)
		json_object_set_new(document, key, digest);
	digest_of(bytes, strlen(bytes), text);
	return text;
}

void document_seal(struct document *document)
{
	AUTO_FREE char *digest = digest_print((json_t *)document);

	document_add_words(document, rows[SAVED_DIGEST].name, digest);
}

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
	const char *name = json_string_value(json_object_get(json, source_rows[SOURCE_NAME].name));
	const char *text = json_string_value(json_object_get(json, source_rows[SOURCE_TEXT].name));

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
	const json_t *list = json_object_get(document, rows[SAVED_CONFIGURATION].name);

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
	const json_t *list = json_object_get(document, rows[SAVED_TARGETS].name);

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
	return json_string_value(json_object_get(json, ground_rows[row].name));
}

static void take_ground(const char *object, const char *fact, const char *value, struct saved *saved)
{
	struct arena *words = &saved->words;

	ground_add(&saved->rests_on, arena_copy(words, object), arena_copy(words, fact),
		arena_copy(words, value));
}

static int take_grounds(const json_t *document, struct saved *saved)
{
	const json_t *list = json_object_get(document, rows[SAVED_GROUNDS].name);

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *json = json_array_get(list, i);
		const char *object = ground_text(json, GROUND_OBJECT), *fact = ground_text(json, GROUND_FACT);

		if (!object || !fact)
			return -1;
		take_ground(object, fact, ground_text(json, GROUND_VALUE), saved);
	}
	return json_is_array(list) ? 0 : -1;
}

static int take_steps(const json_t *document, struct saved *saved)
{
	json_t *list = json_object_get(document, "steps");
	const char *knob, *target, *after, *object;

	saved->steps = memory_new(json_array_size(list) + 1, sizeof(*saved->steps));
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *step = json_array_get(list, i);

		object = json_string_value(json_object_get(step, "object"));
		if (json_unpack(step, "{s:s, s:s, s:s}", "knob", &knob, "target", &target, "after", &after) <
			0)
			return -1;
		saved->steps[saved->n_steps++] = (struct saved_step){ .knob = string_copy(knob),
			.target = string_copy(target),
			.object = string_copy(object),
			.after = string_copy(after) };
	}
	return json_is_array(list) ? 0 : -1;
}

static int take_members(json_t *document, struct saved *saved)
{
	const char *plan_id = NULL, *host_name = NULL;
	const char *printed = json_string_value(json_object_get(document, rows[SAVED_PRINTED].name));

	if (!printed ||
		json_unpack(document, "{s:s, s:{s:s}}", "plan_id", &plan_id, "host", "name", &host_name) < 0)
		return -1;
	saved->printed = string_copy(printed);
	saved->plan_id = string_copy(plan_id);
	saved->host_name = string_copy(host_name);
	if (take_steps(document, saved) < 0 || take_targets(document, saved) < 0 ||
		take_grounds(document, saved) < 0)
		return -1;
	return take_configuration(document, saved);
}

/* NULL when it is what was sealed, else what is wrong with it. */
static const char *saved_fault(json_t *document)
{
	const char *digest = json_string_value(json_object_get(document, rows[SAVED_DIGEST].name));
	const char *format = NULL, *version = NULL;
	AUTO_FREE char *is = NULL;

	json_unpack(document, "{s:s, s:s}", "format", &format, "format_version", &version);
	if (!string_equal(format, "pawl-saved-plan"))
		return "this is a plan as `plan -o json` prints it, not one saved with `plan --out`";
	if (!version || !string_starts(version, "1."))
		return "the saved plan is of another version of pawl";
	is = digest_print(document);
	return string_equal(digest, is) ? NULL : "the saved plan was changed after it was made";
}

/* What is left when all is taken away that a saved plan has beside it. */
static struct document *plan_of(json_t *document)
{
	for (size_t row = SAVED_TARGETS; row <= SAVED_DIGEST; row++)
		json_object_del(document, rows[row].name);
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
