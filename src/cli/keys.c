/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The keys of the language, from the tables of kinds and their fields. */
#include "kind.h"
#include "topics.h"
#include <inttypes.h>
#include <stdlib.h>

static void key_add(
	struct keys *keys, const char *address, const struct kind *kind, const struct field *field)
{
	keys->all = memory_grow(keys->all, keys->n, sizeof(*keys->all));
	keys->all[keys->n++] = (struct key){ .address = string_copy(address), .kind = kind, .field = field };
}

static void fields_collect(
	struct keys *keys, const char *above, const struct kind *kind, const struct field *fields)
{
	for (const struct field *field = fields; field && field->name; field++) {
		AUTO_FREE char *address = text_print("%s%s%s", above, *above ? "." : "", field->name);

		if (field->flags & FIELD_OBSERVED)
			continue;
		key_add(keys, address, kind, field);
		fields_collect(keys, address, kind, field->fields);
	}
}

/* `above` is the address of what the kind stands for. Its own fields first, then the kinds below it. */
static void kind_collect(struct keys *keys, const char *above, const struct kind *kind)
{
	fields_collect(keys, above, kind, kind->fields);
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *below = kinds[i];
		const char *dot = *above ? "." : "";
		AUTO_FREE char *own = NULL, *entry = NULL;

		if (!below->key || !string_equal(below->under, kind->name))
			continue;
		own = text_print("%s%s%s", above, dot, below->key);
		entry = text_print(
			"%s%s%s", own, below->entries ? "." : "", below->entries ? below->entry_help : "");
		key_add(keys, own, below, NULL);
		kind_collect(keys, entry, below);
	}
}

void keys_collect(struct keys *keys)
{
	for (size_t i = 0; kinds[i]; i++)
		if (!kinds[i]->under)
			kind_collect(keys, "", kinds[i]);
}

void keys_free(struct keys *keys)
{
	for (size_t i = 0; i < keys->n; i++)
		free(keys->all[i].address);
	free(keys->all);
	*keys = (struct keys){ 0 };
}

void key_means(const struct key *key, struct text *text)
{
	if (!key->field && key->kind->entries)
		text_addf(text, "for each %s: ", key->kind->entry_help);
	if (key->field)
		field_help(key->field, text);
	else
		text_add(text, key->kind->summary);
}

const char *cost_words(enum cost cost)
{
	static const char *const words[] = { [COST_LIVE] = "changed while it is in use",
		[COST_REBIND] = "a change takes the function from its driver",
		[COST_RECREATE] = "a change would remove what is there first",
		[COST_RESTART_GUEST] = "a change needs the guest to be started anew",
		[COST_REBOOT] = "a change needs a reboot",
		[COST_ONE_WAY] = "a change cannot be taken back" };

	return words[cost];
}

static void choices_print(const char *const *choices, struct text *text)
{
	for (const char *const *choice = choices; *choice; choice++)
		text_addf(text, "%s%s", choice == choices ? "" : choice[1] ? ", " : " or ", *choice);
}

/* As the value is written: ids in hexadecimal. */
static void bound_print(const struct value_type *type, int64_t bound, struct text *text)
{
	if (type->size == sizeof(bound) && string_equal(type->json_type, "integer"))
		type->print(&bound, text);
	else
		text_addf(text, "%" PRId64, bound);
}

static void range_print(const struct field *field, const struct value_type *type, struct text *text)
{
	if (field->min == 0 && field->max == 0)
		return;
	text_add(text, ", ");
	if (field->min != field->max) {
		bound_print(type, field->min, text);
		text_add(text, " to ");
	}
	bound_print(type, field->max, text);
}

static void type_print(const struct field *field, const struct value_type *type, struct text *text)
{
	if (type->shape == SHAPE_LIST) {
		text_add(text, "a list, each item ");
		type_print(field, field->item, text);
		return;
	}
	if (field->choices)
		choices_print(field->choices, text);
	else
		text_add(text, type->name);
	range_print(field, type, text);
}

static void field_takes(const struct field *field, struct text *text)
{
	type_print(field, field->type, text);
	if (field->flags & FIELD_REQUIRED)
		text_add(text, "; required");
	if (field->flags & FIELD_SOME)
		text_add(text, "; at least one of its keys");
	if (field->flags & FIELD_UNIQUE)
		text_add(text, "; its own for each entry");
	if (!(field->flags & (FIELD_UNCOMPARED | FIELD_FIXED)))
		text_addf(text, "; %s", cost_words(field->cost));
}

const struct field *key_alone(const struct kind *kind)
{
	for (const struct field *field = kind->fields; field && field->name; field++)
		if (field->flags & FIELD_ALONE)
			return field;
	return NULL;
}

void key_takes(const struct key *key, struct text *text)
{
	const struct field *single = key_alone(key->kind);

	if (key->field) {
		field_takes(key->field, text);
		return;
	}
	if (single)
		type_print(single, single->type, text);
	text_add(text, single ? ", or a map" : "a map");
	if (key->kind->entries)
		text_addf(text, " of %s: {...}; %s is %s", key->kind->entry_help, key->kind->entry_help,
			key->kind->entries->name);
	if (key->kind->like)
		text_addf(text, "%s the keys of %s.%s", key->kind->entries ? ", and below it stand" : " with",
			key->kind->like->key, key->kind->like->entry_help);
	if (key->kind->required)
		text_add(text, "; required");
}
