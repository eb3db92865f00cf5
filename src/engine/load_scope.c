/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which keys a map of the YAML may have, and which it must. */
#include "load_scope.h"

size_t scope_row(const struct scope *scope, const char *key)
{
	const struct field *fields = scope->fields;
	size_t row = 0;

	while (fields[row].name &&
		(fields[row].flags & FIELD_OBSERVED || !string_equal(fields[row].name, key)))
		row++;
	return row;
}

const struct kind *scope_kind(const struct scope *scope, const char *key)
{
	return scope->kind ? kind_below(scope->kind, key) : NULL;
}

static bool kind_is_below(const struct kind *parent, const struct kind *kind)
{
	return parent && kind->key && kind_below(parent, kind->key) == kind;
}

void report_wrong_type(
	const struct scope *scope, const struct node *node, const char *expected, const char *hint)
{
	struct finding finding = { .id = "wrong-type", .object = scope->name, .hint = hint };

	if (node->shape == NODE_REPORTED)
		return;
	if (node->key)
		node_error(scope->load, node, &finding, "%s: must be %s, is %s", node->key->text, expected,
			node_what(node));
	else
		node_error(
			scope->load, node, &finding, "the file must be %s, is %s", expected, node_what(node));
}

/* Every key that may stand here, NULL-ended; the caller frees the array. */
static const char **keys_of(const struct scope *scope)
{
	const char **keys = NULL;
	size_t n = 0;

	for (const struct field *field = scope->fields; field->name; field++) {
		if (field->flags & FIELD_OBSERVED)
			continue;
		keys = memory_grow(keys, n, sizeof(*keys));
		keys[n++] = field->name;
	}
	for (const struct kind *const *kind = kinds; *kind; kind++) {
		if (!kind_is_below(scope->kind, *kind))
			continue;
		keys = memory_grow(keys, n, sizeof(*keys));
		keys[n++] = (*kind)->key;
	}
	return memory_grow(keys, n, sizeof(*keys));
}

static void keys_print(const struct scope *scope, struct text *text)
{
	AUTO_FREE const char **keys = keys_of(scope);

	for (const char **key = keys; *key; key++)
		text_addf(text, "%s %s", key == keys ? "" : ",", *key);
}

char *scope_keys(const struct scope *scope)
{
	struct text text = { 0 };

	text_add(&text, "its keys are");
	keys_print(scope, &text);
	return text_take(&text);
}

/* `queues` for `vf-queues`; NULL: none ends so, or several. */
static const char *key_ending(const char *word, const char **keys)
{
	AUTO_FREE char *end = text_print("-%s", word);
	const char *found = NULL;

	for (; *keys; keys++) {
		if (found && string_ends(*keys, end))
			return NULL;
		found = string_ends(*keys, end) ? *keys : found;
	}
	return found;
}

/* The key that was meant, or NULL. Beside one that is there as well only one letter is a slip: `services`
 * with `devices` is none. */
static const char *key_meant(const struct node *map, const struct node *key, const char **keys)
{
	const char *meant = string_nearest(key->text, keys);

	if (!meant)
		meant = key_ending(key->text, keys);
	return meant && (!node_child(map, meant) || string_distance(key->text, meant) == 1) ? meant : NULL;
}

static bool kind_has(const struct kind *kind, const char *key)
{
	const struct field *field = kind->fields;

	while (field->name && (field->flags & FIELD_OBSERVED || !string_equal(field->name, key)))
		field++;
	return field->name || kind_below(kind, key);
}

/* The only kind beside or below this one that has such a key; NULL: none has, or several. */
static const struct kind *kind_meant(const struct kind *above, const char *key)
{
	const struct kind *found = NULL;

	for (const struct kind *const *kind = kinds; above && *kind; kind++) {
		if (!kind_is_below(above, *kind) || !kind_has(*kind, key))
			continue;
		if (found)
			return NULL;
		found = *kind;
	}
	return found;
}

void report_unknown(const struct scope *scope, const struct node *map, const struct node *key)
{
	struct finding finding = { .id = "unknown-key", .object = scope->name };
	const struct kind *elsewhere = kind_meant(scope->kind, key->text);
	AUTO_FREE char *word = NULL;
	AUTO_FREE const char **keys = NULL;
	AUTO_TEXT struct text hint = { 0 };
	const char *meant;

	if (load_is_full(scope->load))
		return;
	word = word_quote(key->text);
	keys = keys_of(scope);
	meant = key_meant(map, key, keys);
	if (elsewhere)
		text_addf(&hint, "`%s` stands under `%s`; ", key->text, elsewhere->key);
	text_addf(&hint, "this version of pawl has these keys of %s:", scope->name);
	keys_print(scope, &hint);
	finding.hint = text_string(&hint);
	if (meant)
		node_error(scope->load, key, &finding, "unknown key %s in %s; did you mean \"%s\"?", word,
			scope->name, meant);
	else
		node_error(scope->load, key, &finding, "unknown key %s in %s", word, scope->name);
}

/* Then the unknown key says all there is to say. */
static bool is_misspelled(const struct scope *scope, const struct node *map, const char *key)
{
	AUTO_FREE const char **keys = keys_of(scope);

	for (const struct node *child = map->first; child; child = child->next)
		if (string_equal(string_nearest(child->key->text, keys), key))
			return true;
	return false;
}

static void require_key(const struct scope *scope, const struct node *map, const char *key, const char *help)
{
	AUTO_FREE char *hint = text_print("%s: %s", key, help);
	struct finding finding = {
		.id = "missing-key",
		.object = scope->name,
		.at = scope->at,
		.hint = hint,
	};
	const struct node *given = node_child(map, key);

	if (given && scope->inherits && node_is_nothing(given)) {
		finding.at = given->at;
		load_error(scope->load, &finding, "%s needs the key \"%s\": null takes back what it inherits",
			scope->name, key);
	} else if (!given && !load_is_full(scope->load) && !is_misspelled(scope, map, key)) {
		load_error(scope->load, &finding, "%s needs the key \"%s\"", scope->name, key);
	}
}

void scope_require(const struct scope *scope, const struct node *map)
{
	for (const struct field *field = scope->fields; field->name; field++)
		if (field->flags & FIELD_REQUIRED && !(field->flags & FIELD_OBSERVED))
			require_key(scope, map, field->name, field->help);
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if ((*kind)->required && kind_is_below(scope->kind, *kind))
			require_key(scope, map, (*kind)->key, (*kind)->summary);
}
