/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prints a document as YAML: the door to libyaml's emitter. */
#include "document.h"
#include <ctype.h>
#include <jansson.h>
#include <string.h>
#include <yaml.h>

/*
 * What YAML 1.1 takes for a boolean, null or a number, in any case: yaml.org/type, bool, null and float. The
 * core schema of YAML 1.2 has no others.
 */
static const char *const words_with_a_meaning[] = { "y", "n", "yes", "no", "on", "off", "true", "false",
	"null", "nan", "inf", "infinity", NULL };

/*
 * Bare only what is text to every reader: it begins with a letter, so it is no number, date or sexagesimal
 * one, and has nothing that YAML gives a meaning to.
 */
static bool is_plain(const char *text)
{
	static const char inside[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+,() ";
	size_t length = strlen(text);

	if (!isascii((unsigned char)*text) || !isalpha((unsigned char)*text))
		return false;
	if (strspn(text, inside) < length || text[length - 1] == ' ')
		return false;
	for (const char *const *word = words_with_a_meaning; *word; word++)
		if (strcasecmp(*word, text) == 0)
			return false;
	return true;
}

static void emit_scalar(yaml_emitter_t *emitter, const char *text, bool plain)
{
	yaml_event_t event;

	yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)text, (int)strlen(text), 1, 1,
		plain ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE);
	yaml_emitter_emit(emitter, &event);
}

static void emit_words(yaml_emitter_t *emitter, const char *text)
{
	emit_scalar(emitter, text, is_plain(text));
}

static void emit_value(yaml_emitter_t *emitter, const json_t *value);

static void emit_map(yaml_emitter_t *emitter, const json_t *map)
{
	yaml_event_t event;
	const json_t *value;
	const char *key;

	yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
	yaml_emitter_emit(emitter, &event);
	json_object_foreach ((json_t *)map, key, value) {
		emit_words(emitter, key);
		emit_value(emitter, value);
	}
	yaml_mapping_end_event_initialize(&event);
	yaml_emitter_emit(emitter, &event);
}

static void emit_list(yaml_emitter_t *emitter, const json_t *list)
{
	yaml_event_t event;

	yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
	yaml_emitter_emit(emitter, &event);
	for (size_t i = 0; i < json_array_size(list); i++)
		emit_value(emitter, json_array_get(list, i));
	yaml_sequence_end_event_initialize(&event);
	yaml_emitter_emit(emitter, &event);
}

static void emit_value(yaml_emitter_t *emitter, const json_t *value)
{
	AUTO_FREE char *number = NULL;

	if (json_is_object(value)) {
		emit_map(emitter, value);
	} else if (json_is_array(value)) {
		emit_list(emitter, value);
	} else if (json_is_string(value)) {
		emit_words(emitter, json_string_value(value));
	} else if (json_is_integer(value)) {
		number = text_print("%" JSON_INTEGER_FORMAT, json_integer_value(value));
		emit_scalar(emitter, number, true);
	} else {
		emit_scalar(emitter,
			json_is_null(value)   ? "null"
			: json_is_true(value) ? "true"
					      : "false",
			true);
	}
}

static int write_out(void *out, unsigned char *bytes, size_t n)
{
	return fwrite(bytes, 1, n, out) == n;
}

/* Without a width lines are not folded; what is not ASCII comes out escaped: a terminal may be reading. */
void document_print_yaml(const struct document *document, FILE *out)
{
	yaml_emitter_t emitter;
	yaml_event_t event;

	yaml_emitter_initialize(&emitter);
	yaml_emitter_set_output(&emitter, write_out, out);
	yaml_emitter_set_width(&emitter, -1);
	yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
	yaml_emitter_emit(&emitter, &event);
	yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
	yaml_emitter_emit(&emitter, &event);
	emit_value(&emitter, (const json_t *)document);
	yaml_document_end_event_initialize(&event, 1);
	yaml_emitter_emit(&emitter, &event);
	yaml_stream_end_event_initialize(&event);
	yaml_emitter_emit(&emitter, &event);
	yaml_emitter_delete(&emitter);
}
