/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents as JSON values: the door to jansson. */
#include "document.h"
#include <jansson.h>
#include <string.h>

static json_t *json(struct document *document)
{
	return (json_t *)document;
}

static struct document *document(json_t *value)
{
	return (struct document *)value;
}

struct document *document_new(void)
{
	return document(json_object());
}

void document_free(struct document *document)
{
	json_decref(json(document));
}

/* Control characters come out as \uNNNN: a terminal may be reading. */
char *document_text(const struct document *document)
{
	AUTO_FREE char *dump = json_dumps((const json_t *)document, JSON_INDENT(2) | JSON_ENSURE_ASCII);
	struct text text = { 0 };

	text_add(&text, dump);
	text_add(&text, "\n");
	return text_take(&text);
}

void document_print_json(const struct document *document, FILE *out)
{
	AUTO_FREE char *text = document_text(document);

	fputs(text, out);
}

char *document_line(const struct document *document)
{
	return json_dumps((const json_t *)document, JSON_COMPACT | JSON_ENSURE_ASCII);
}

struct document *document_map(struct document *map, const char *key)
{
	json_object_set_new(json(map), key, json_object());
	return document(json_object_get(json(map), key));
}

void document_adopt(struct document *map, const char *key, struct document *value)
{
	json_object_set_new(json(map), key, json(value));
}

struct document *document_list(struct document *map, const char *key)
{
	json_object_set_new(json(map), key, json_array());
	return document(json_object_get(json(map), key));
}

struct document *document_entry(struct document *list)
{
	json_t *entry = json_object();

	json_array_append_new(json(list), entry);
	return document(entry);
}

/* JSON is UTF-8 (RFC 8259): what is not is printed as on a terminal. */
static json_t *words_value(const char *words)
{
	AUTO_TEXT struct text printable = { 0 };
	json_t *value = words ? json_string(words) : json_null();

	if (value)
		return value;
	text_add_printable(&printable, words, strlen(words));
	return json_string(text_string(&printable));
}

void document_add_item(struct document *list, const char *words)
{
	json_array_append_new(json(list), words_value(words));
}

void document_add_item_number(struct document *list, int64_t number)
{
	json_array_append_new(json(list), json_integer(number));
}

void document_add_words(struct document *map, const char *key, const char *words)
{
	json_object_set_new(json(map), key, words_value(words));
}

void document_add_number(struct document *map, const char *key, int64_t number)
{
	json_object_set_new(json(map), key, json_integer(number));
}

void document_add_flag(struct document *map, const char *key, bool flag)
{
	json_object_set_new(json(map), key, json_boolean(flag));
}
