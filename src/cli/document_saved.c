/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes a plan's document as a file that `pawl apply` takes. */
#include "document_saved.h"
#include "print.h"
#include <jansson.h>
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

const struct document_row saved_source_rows[] = {
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

const struct document_row saved_ground_rows[] = {
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

#define TURN_WORDS(key, words)                                                                               \
	static void put_turn_##key(const void *thing, struct cell *cell)                                     \
	{                                                                                                    \
		cell_words(cell, ((const struct step *)thing)->words);                                       \
	}
TURN_WORDS(object, object)
TURN_WORDS(knob, knob->name)
TURN_WORDS(target, target)
TURN_WORDS(after, after)

/* The plan has in people's words what two namespaces of one size and number are not told apart by. */
const struct document_row saved_turn_rows[] = {
	[TURN_OBJECT] = { .name = "object",
		.help = "whom the operator knows",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_turn_object },
	[TURN_KNOB] = { .name = "knob", .help = "what is set", .type = ROW_WORDS, .put = put_turn_knob },
	[TURN_TARGET] = { .name = "target", .help = "on what", .type = ROW_WORDS, .put = put_turn_target },
	[TURN_AFTER] = { .name = "after", .help = "to what", .type = ROW_WORDS, .put = put_turn_after },
	{ 0 },
};

static void put_turns(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < of(thing)->plan->n; i++)
		cell_entry(cell, of(thing)->plan->steps[i]);
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

const struct document_row saved_rows[] = {
	[SAVED_PLAN] = { .type = ROW_PART, .rows = plan_rows },
	[SAVED_TARGETS] = { .name = "targets",
		.help = "what of the configuration is meant; none: all of it",
		.type = ROW_WORDLIST,
		.put = put_targets },
	[SAVED_CONFIGURATION] = { .name = "configuration",
		.help = "the files that the plan was made from",
		.type = ROW_LIST,
		.rows = saved_source_rows,
		.put = put_configuration },
	[SAVED_GROUNDS] = { .name = "rests_on",
		.help = "the facts that it rests on: were one another, so would be the plan",
		.type = ROW_LIST,
		.rows = saved_ground_rows,
		.put = put_grounds },
	[SAVED_TURNS] = { .name = "turns",
		.help = "the steps once more, word for word as their knobs have it: pawl alone reads that",
		.type = ROW_LIST,
		.rows = saved_turn_rows,
		.put = put_turns },
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
	.rows = saved_rows,
	.flags = FORM_ENDLESS,
};

static const struct document_row printed_rows[] = {
	{ .type = ROW_PART, .rows = plan_rows },
	{ .name = "printed", .help = "the plan as people read it", .type = ROW_WORDS, .put = put_printed },
	{ 0 },
};

/* For formats that show it as it is. */
const struct document_form form_printed = { .name = "plan-printed", .rows = printed_rows };

char *saved_digest(json_t *document)
{
	const char *key = saved_rows[SAVED_DIGEST].name;
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
	AUTO_FREE char *digest = saved_digest((json_t *)document);

	document_add_words(document, saved_rows[SAVED_DIGEST].name, digest);
}
