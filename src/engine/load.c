/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads YAML with libyaml into a tree of nodes. */
#include "node.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum {
	MOST_BYTES = 64 << 20,
	MOST_LEVELS = 64,
};

/* A walk over libyaml's events; `event` is the one in hand. */
struct reader {
	yaml_parser_t parser;
	yaml_event_t event;
	struct load *load;
};

static struct place mark_place(const struct load *load, const yaml_mark_t *mark)
{
	return (struct place){
		.source = load->source,
		.line = (unsigned)mark->line + 1,
		.column = (unsigned)mark->column + 1,
		.width = 1,
	};
}

static void place_until(struct place *at, const yaml_mark_t *end)
{
	if (end->line + 1 == at->line && end->column + 1 > at->column)
		at->width = (unsigned)end->column + 1 - at->column;
}

static struct place event_place(const struct reader *reader)
{
	struct place at = mark_place(reader->load, &reader->event.start_mark);

	place_until(&at, &reader->event.end_mark);
	return at;
}

/* libyaml gives the encoding's errors a byte offset where it gives all others a mark. */
static struct place offset_place(const struct load *load, size_t offset)
{
	struct place at = { .source = load->source, .line = 1, .column = 1, .width = 1 };

	for (size_t i = 0; i < offset && i < load->source->length; i++) {
		unsigned char byte = (unsigned char)load->source->bytes[i];

		if (byte == '\n') {
			at.line++;
			at.column = 1;
		} else if ((byte & 0xc0) != 0x80) {
			at.column++;
		}
	}
	return at;
}

/* What people most often do to a line that makes it no YAML. NULL: neither. */
static const char *line_hint(const struct load *load, unsigned line)
{
	const char *start = load->source->bytes, *end = start + load->source->length, *stop;

	for (; line > 1 && start; line--) {
		start = memchr(start, '\n', (size_t)(end - start));
		start = start ? start + 1 : NULL;
	}
	if (!start)
		return NULL;
	stop = memchr(start, '\n', (size_t)(end - start));
	if (memmem(start, (size_t)((stop ? stop : end) - start), "${", 2))
		return RENDER_FIRST;
	return start[strspn(start, " ")] == '\t' ? "YAML is indented with spaces, not with tabs" : NULL;
}

static void report_syntax(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem ? parser->problem : "not YAML";
	struct finding finding = { .id = "yaml-syntax" };

	if (parser->error == YAML_READER_ERROR) {
		finding.at = offset_place(reader->load, parser->problem_offset);
		load_error(reader->load, &finding, "%s", problem);
		return;
	}
	finding.at = mark_place(reader->load, &parser->problem_mark);
	finding.hint = line_hint(reader->load, finding.at.line);
	if (parser->context && parser->context_mark.line != parser->problem_mark.line)
		load_error(reader->load, &finding, "%s %s that starts at line %zu", problem, parser->context,
			parser->context_mark.line + 1);
	else
		load_error(reader->load, &finding, "%s%s%s", problem, parser->context ? " " : "",
			parser->context ? parser->context : "");
}

static int reader_next(struct reader *reader)
{
	yaml_event_delete(&reader->event);
	if (yaml_parser_parse(&reader->parser, &reader->event))
		return 0;
	report_syntax(reader);
	return -1;
}

static void report_unsupported(struct reader *reader, const char *what)
{
	struct finding finding = { .id = "not-supported", .at = event_place(reader) };

	load_error(reader->load, &finding, "%s", what);
}

static struct node *read_alias(struct reader *reader)
{
	report_unsupported(reader, "aliases are not supported yet: write it out");
	return node_new(NODE_REPORTED, event_place(reader));
}

static struct node *read_scalar(struct reader *reader)
{
	const char *text = (const char *)reader->event.data.scalar.value;
	size_t length = reader->event.data.scalar.length;
	struct finding finding = { .id = "bad-value", .at = event_place(reader) };
	struct node *node = node_new(NODE_SCALAR, finding.at);

	node->plain = reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->text = string_copy(text);
	if (reader->event.data.scalar.tag)
		report_unsupported(reader, "tags are not supported: leave it out");
	if (memchr(text, '\0', length)) {
		load_error(reader->load, &finding, "the value holds a NUL character");
		node->shape = NODE_REPORTED;
	}
	return node;
}

static int read_children(struct reader *reader, struct node *parent, unsigned level);

static bool event_is_block(const yaml_event_t *event)
{
	return event->type == YAML_MAPPING_START_EVENT
		       ? event->data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE
		       : event->data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE;
}

/* A map in block style has no sign of its own where it starts: its first key stands for it. */
static void set_end(struct node *node, const struct reader *reader, bool block)
{
	if (!block)
		place_until(&node->at, &reader->event.end_mark);
	else if (node->shape == NODE_MAP && node->first)
		node->at = node->first->key->at;
}

static struct node *read_collection(struct reader *reader, unsigned level)
{
	const yaml_event_t *event = &reader->event;
	bool map = event->type == YAML_MAPPING_START_EVENT;
	bool block = event_is_block(event);
	bool tag = map ? event->data.mapping_start.tag : event->data.sequence_start.tag;
	struct node *node =
		node_new(map ? NODE_MAP : NODE_LIST, mark_place(reader->load, &event->start_mark));

	if (tag)
		report_unsupported(reader, "tags are not supported: leave it out");
	if (read_children(reader, node, level) < 0) {
		node_free(node);
		return NULL;
	}
	set_end(node, reader, block);
	return node;
}

/* The node whose first event is in hand; NULL when the rest of the file cannot be read. */
static struct node *read_node(struct reader *reader, unsigned level)
{
	struct finding finding = { .id = "too-deep" };

	if (reader->event.type == YAML_ALIAS_EVENT)
		return read_alias(reader);
	if (reader->event.type == YAML_SCALAR_EVENT)
		return read_scalar(reader);
	if (level < MOST_LEVELS)
		return read_collection(reader, level + 1);
	finding.at = event_place(reader);
	load_error(reader->load, &finding, "more than %d levels below each other", MOST_LEVELS);
	return NULL;
}

static struct node *read_pair(struct reader *reader, unsigned level)
{
	struct node *key = read_node(reader, level), *value = NULL;

	if (key && reader_next(reader) == 0)
		value = read_node(reader, level);
	if (!value) {
		node_free(key);
		return NULL;
	}
	value->key = key;
	return value;
}

static int read_children(struct reader *reader, struct node *parent, unsigned level)
{
	bool map = parent->shape == NODE_MAP;
	yaml_event_type_t end = map ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;

	for (;;) {
		struct node *child;

		if (reader_next(reader) < 0)
			return -1;
		if (reader->event.type == end)
			return 0;
		child = map ? read_pair(reader, level) : read_node(reader, level);
		if (!child)
			return -1;
		node_append(parent, child);
	}
}

/* Up to the first document's end, and a look at what follows it. *ret_root NULL: the file is empty. */
static int read_document(struct reader *reader, struct node **ret_root)
{
	struct node *root;

	if (reader_next(reader) < 0 || reader_next(reader) < 0)
		return -1;
	if (reader->event.type == YAML_STREAM_END_EVENT)
		return 0;
	root = reader_next(reader) < 0 ? NULL : read_node(reader, 0);
	if (!root)
		return -1;
	if (reader_next(reader) < 0 || reader_next(reader) < 0) {
		node_free(root);
		return -1;
	}
	if (reader->event.type != YAML_STREAM_END_EVENT)
		report_unsupported(reader,
			"several documents in one file are not supported yet: make it a file of its own");
	*ret_root = root;
	return 0;
}

static int read_tree(struct load *load, struct node **ret_root)
{
	struct reader reader = { .load = load };
	int result;

	if (!yaml_parser_initialize(&reader.parser))
		abort();
	/* Told, not guessed: otherwise two odd bytes at the start make it UTF-16. */
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&reader.parser, (const unsigned char *)load->source->bytes, load->source->length);
	result = read_document(&reader, ret_root);
	yaml_event_delete(&reader.event);
	yaml_parser_delete(&reader.parser);
	return result;
}

/* Without the byte order mark, which would move every column of the first line. */
static struct source *wish_add_source(struct wish *wish, const char *name, const char *bytes, size_t length)
{
	struct source *source = memory_new(1, sizeof(*source));

	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	source->name = string_copy(name);
	source->bytes = memory_new(length + 1, 1);
	if (length)
		memcpy(source->bytes, bytes, length);
	source->length = length;
	wish->sources = memory_grow(wish->sources, wish->n_sources, sizeof(*wish->sources));
	wish->sources[wish->n_sources++] = source;
	return source;
}

int wish_parse(struct wish *wish, const char *name, const char *bytes, size_t length, struct report *report)
{
	struct load load = { .state = &wish->state, .report = report };
	struct node *root = NULL;

	if (length > MOST_BYTES) {
		struct finding finding = { .id = "too-large", .path = name };

		load_error(&load, &finding, "%s has more than %d MiB", name, MOST_BYTES >> 20);
		return -1;
	}
	load.source = wish_add_source(wish, name, bytes, length);
	if (read_tree(&load, &root) < 0)
		return -1;
	if (root)
		load_check(&load, root);
	load_decode(&load, root);
	load_check_twice(&load);
	node_free(root);
	return load.n_mistakes ? -1 : 0;
}
