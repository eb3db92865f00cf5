/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl has set and not put back, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>

static const struct {
	const char *name;
	size_t offset;
	bool required;
} members[] = {
	{ "target", offsetof(struct applied, target), true },
	{ "object", offsetof(struct applied, object), false },
	{ "pf", offsetof(struct applied, pf), false },
	{ "original", offsetof(struct applied, original), true },
	{ "value", offsetof(struct applied, value), true },
};
#define N_MEMBERS (sizeof(members) / sizeof(members[0]))
#define KNOB      "knob"

static char **member_of(const struct applied *applied, size_t i)
{
	return (char **)((char *)applied + members[i].offset);
}

static json_t *print_one(const struct applied *applied)
{
	json_t *object = json_object();

	json_object_set_new(object, KNOB, facts_string(applied->knob->name));
	for (size_t i = 0; i < N_MEMBERS; i++)
		json_object_set_new(object, members[i].name, facts_string(*member_of(applied, i)));
	return object;
}

/* What is known of a device that is not on the machine is no fact of it. */
static bool is_fact(const struct applied *applied)
{
	return applied->value && knob_is_of(applied->knob, applied->target);
}

json_t *facts_print_applied(const struct applied_list *list)
{
	json_t *applied = json_array();

	for (size_t i = 0; i < list->n; i++)
		if (is_fact(&list->all[i]))
			json_array_append_new(applied, print_one(&list->all[i]));
	return applied;
}

/* From one driver to another there is no one write, but to each there is one from none. */
static bool is_value(const struct applied *applied, const char *value)
{
	const struct knob_turn turn = { applied->target, "", value };
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	return !*value || applied->knob->write(applied->knob, &turn, &op, &scratch) == 0;
}

static bool is_settable(const struct applied *applied)
{
	const struct knob *knob = applied->knob;
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	return (!applied->pf || knob_numvfs.read(&knob_numvfs, applied->pf, &op, &scratch) == 0) &&
	       knob->read(knob, applied->target, &op, &scratch) == 0 && is_value(applied, applied->value) &&
	       is_value(applied, applied->original);
}

/* What is kept is never set again: only its knob must know such values. */
static bool is_kept(const struct applied *applied)
{
	return applied->knob->flags & KNOB_KEPT && knob_is_of(applied->knob, applied->target);
}

/* A list of facts, by its key. */
struct words {
	const char *key;
	struct applied_list *all;
	bool (*may_be)(const struct applied *);
};

static void parse_members(
	struct parsing *parsing, const struct words *words, size_t number, const json_t *object)
{
	const char *name = json_string_value(json_object_get(object, KNOB));
	struct applied applied = { .knob = name ? knob_find(name) : NULL };

	if (json_object_size(object) != N_MEMBERS + 1 || !applied.knob) {
		parsing_refuse(parsing, "%s: number %zu: no such knob, or other keys", words->key, number);
		return;
	}
	for (size_t i = 0; i < N_MEMBERS; i++) {
		const json_t *value = json_object_get(object, members[i].name);
		const char *text = json_string_value(value);

		*member_of(&applied, i) = (char *)text;
		if (text ? text_controls(text) : members[i].required || !json_is_null(value)) {
			parsing_refuse(parsing, "%s: number %zu: %s must be a string%s", words->key, number,
				members[i].name, members[i].required ? "" : " or null");
			return;
		}
	}
	if (!words->may_be(&applied))
		parsing_refuse(parsing, "%s: number %zu: \"%s\" of \"%s\" cannot go from \"%s\" to \"%s\"",
			words->key, number, name, applied.target, applied.value, applied.original);
	else if (applied_find(words->all, applied.knob, applied.target))
		parsing_refuse(parsing, "%s: number %zu: %s of %s was there before", words->key, number, name,
			applied.target);
	else
		applied_keep(words->all, &applied);
}

static void parse_all(struct parsing *parsing, const struct words *words, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		parse_members(parsing, words, i, json_array_get(list, i));
}

void parsing_take_applied(struct parsing *parsing, const json_t *applied)
{
	parse_all(parsing, &(struct words){ FACTS_APPLIED, &parsing->survey->applied, is_settable }, applied);
}

void parsing_take_kept(struct parsing *parsing, const json_t *kept)
{
	parse_all(parsing, &(struct words){ FACTS_KEPT, &parsing->survey->kept, is_kept }, kept);
}
