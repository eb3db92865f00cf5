/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads YAML with libyaml into trees of nodes. */
#include "node.h"
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* A collection in flow style that is being read: where its "{" or "[" stands. */
struct opened {
	struct place at;
	bool map;
	const struct opened *outer;
};

/* A walk over libyaml's events; `event` is the one in hand. */
struct reader {
	yaml_parser_t parser;
	yaml_event_t event;
	struct load *load;
	struct names anchors;
	const struct opened *opened;
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

/* "did not find expected ',' or '}' while parsing a flow mapping": what was wrong, and in what. */
static void problem_print(const struct reader *reader, struct text *text)
{
	const yaml_parser_t *parser = &reader->parser;
	bool above = parser->context && parser->context_mark.line != parser->problem_mark.line;

	text_add(text, parser->problem ? parser->problem : "not YAML");
	if (parser->context)
		text_addf(text, " %s", parser->context);
	/* a quote that is not closed starts in its context; a collection's own start is known better here */
	if (above && (parser->error == YAML_SCANNER_ERROR || !reader->opened))
		text_addf(text, " that starts at line %zu", parser->context_mark.line + 1);
	else if (reader->opened)
		text_addf(text, "; \"%s\" is opened at line %u, column %u", reader->opened->map ? "{" : "[",
			reader->opened->at.line, reader->opened->at.column);
}

static void report_syntax(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	struct finding finding = { .id = "yaml-syntax" };
	AUTO_TEXT struct text text = { 0 };

	if (parser->error == YAML_READER_ERROR) {
		/* a byte offset, where all other errors come with a mark */
		finding.at = source_place(reader->load->source, parser->problem_offset);
		finding.hint = "save the file as UTF-8, without control characters";
		load_error(reader->load, &finding, "%s", parser->problem);
		return;
	}
	finding.at = mark_place(reader->load, &parser->problem_mark);
	finding.hint = line_hint(reader->load, finding.at.line);
	if (!finding.hint && reader->opened && parser->error == YAML_PARSER_ERROR)
		finding.hint = reader->opened->map ? "close it with \"}\"" : "close it with \"]\"";
	problem_print(reader, &text);
	load_error(reader->load, &finding, "%s", text_string(&text));
}

static int reader_next(struct reader *reader)
{
	yaml_event_delete(&reader->event);
	if (yaml_parser_parse(&reader->parser, &reader->event))
		return 0;
	report_syntax(reader);
	return -1;
}

static void check_tag(struct reader *reader, const yaml_char_t *tag)
{
	struct finding finding = {
		.id = "not-supported", .at = event_place(reader), .hint = "write the value alone"
	};

	if (tag)
		load_error(reader->load, &finding, "tags are not supported");
}

static void set_anchor(struct reader *reader, const yaml_char_t *anchor, struct node *node)
{
	const char *name = (const char *)anchor;

	if (name)
		names_set(
			&reader->anchors, pool_string(&reader->load->loaded->pool, name, strlen(name)), node);
}

static void report_unknown_anchor(struct reader *reader, const char *name)
{
	struct finding finding = { .id = "unknown-anchor", .at = event_place(reader) };
	AUTO_FREE char *word = word_quote(name), *meant = NULL;

	if (load_is_full(reader->load))
		return;
	meant = names_meant(&reader->anchors, name);
	finding.hint = "an anchor stands above its aliases, in the same document";
	load_error(reader->load, &finding, "no anchor is called %s%s", word, meant);
}

/* NULL: refused, for the rest of the file too. */
static struct node *read_alias(struct reader *reader, unsigned level)
{
	const char *name = (const char *)reader->event.data.alias.anchor;
	const struct name *anchor = names_find(&reader->anchors, name);

	if (anchor)
		return node_alias(reader->load, anchor->node, event_place(reader), level);
	report_unknown_anchor(reader, name);
	return node_new(&reader->load->loaded->pool, NODE_REPORTED, event_place(reader));
}

static struct node *read_scalar(struct reader *reader)
{
	struct pool *pool = &reader->load->loaded->pool;
	const char *text = (const char *)reader->event.data.scalar.value;
	size_t length = reader->event.data.scalar.length;
	struct finding finding = {
		.id = "bad-value", .at = event_place(reader), .hint = "take the NUL out of it"
	};
	struct node *node = node_new(pool, NODE_SCALAR, finding.at);

	node->plain = reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->text = pool_string(pool, text, length);
	node->length = (unsigned)length; /* below MOST_BYTES */
	node->template = memmem(text, length, "${", 2);
	check_tag(reader, reader->event.data.scalar.tag);
	set_anchor(reader, reader->event.data.scalar.anchor, node);
	if (memchr(text, '\0', length)) {
		load_error(reader->load, &finding, "the value holds a NUL character");
		node->shape = NODE_REPORTED;
	}
	return node;
}

static int read_children(struct reader *reader, struct node *parent, unsigned level);

/* A map in block style has no sign of its own where it starts: its first key stands for it. */
static void set_end(struct node *node, const struct reader *reader, bool block)
{
	if (!block)
		place_until(&node->at, &reader->event.end_mark);
	else if (node->shape == NODE_MAP && node->first)
		node->at = node->first->key->at;
}

/* The children of a map or list; an alias to it, or an error in it, can tell meanwhile where it starts. */
static struct node *read_inside(struct reader *reader, struct node *node, bool block, unsigned level)
{
	struct opened opened = { node->at, node->shape == NODE_MAP, reader->opened };
	int result;

	reader->opened = block ? NULL : &opened;
	node->open = true;
	result = read_children(reader, node, level);
	node->open = false;
	reader->opened = opened.outer;
	if (result < 0)
		return NULL;
	set_end(node, reader, block);
	return node;
}

static struct node *read_collection(struct reader *reader, unsigned level)
{
	const yaml_event_t *event = &reader->event;
	struct place at = mark_place(reader->load, &event->start_mark);
	bool map = event->type == YAML_MAPPING_START_EVENT;
	struct node *node = node_new(&reader->load->loaded->pool, map ? NODE_MAP : NODE_LIST, at);
	bool block;

	if (map) {
		block = event->data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE;
		check_tag(reader, event->data.mapping_start.tag);
		set_anchor(reader, event->data.mapping_start.anchor, node);
	} else {
		block = event->data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE;
		check_tag(reader, event->data.sequence_start.tag);
		set_anchor(reader, event->data.sequence_start.anchor, node);
	}
	return read_inside(reader, node, block, level);
}

/* The node whose first event is in hand; NULL when the rest of the file cannot be read. */
static struct node *read_node(struct reader *reader, unsigned level)
{
	struct finding finding = { .id = "too-large", .at = event_place(reader), .hint = TOO_LARGE_HINT };

	if (++reader->load->loaded->n_values > MOST_VALUES) {
		load_error(reader->load, &finding, "the files hold more than %d values", MOST_VALUES);
		return NULL;
	}
	if (reader->event.type == YAML_ALIAS_EVENT)
		return read_alias(reader, level);
	if (reader->event.type == YAML_SCALAR_EVENT)
		return read_scalar(reader);
	if (level < MOST_LEVELS)
		return read_collection(reader, level + 1);
	finding.id = "too-deep";
	finding.hint = "take levels out: `pawl schema` shows where each key stands";
	load_error(reader->load, &finding, "more than %d levels below each other", MOST_LEVELS);
	return NULL;
}

static struct node *read_pair(struct reader *reader, unsigned level)
{
	struct node *key = read_node(reader, level), *value = NULL;

	if (key && reader_next(reader) == 0)
		value = read_node(reader, level);
	if (value)
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

/* The document whose start is in hand, to its end. */
static int read_document(struct reader *reader)
{
	struct loaded *loaded = reader->load->loaded;
	struct finding finding = { .id = "too-large", .at = event_place(reader), .hint = TOO_LARGE_HINT };
	struct node *root;

	if (loaded->n >= MOST_DOCUMENTS) {
		load_error(reader->load, &finding, "the files hold more than %d documents", MOST_DOCUMENTS);
		return -1;
	}
	root = reader_next(reader) < 0 ? NULL : read_node(reader, 0);
	names_free(&reader->anchors); /* they end with their document */
	if (!root)
		return -1;
	loaded->trees = memory_grow(loaded->trees, loaded->n, sizeof(*loaded->trees));
	loaded->trees[loaded->n++] = (struct document_tree){ .source = reader->load->source, .root = root };
	return reader_next(reader);
}

static int read_stream(struct reader *reader)
{
	if (reader_next(reader) < 0)
		return -1;
	for (;;) {
		if (reader_next(reader) < 0)
			return -1;
		if (reader->event.type == YAML_STREAM_END_EVENT)
			return 0;
		if (read_document(reader) < 0)
			return -1;
	}
}

int load_read(struct load *load)
{
	struct reader reader = { .load = load };
	int result;

	if (!yaml_parser_initialize(&reader.parser))
		abort();
	/* Told, not guessed: otherwise two odd bytes at the start make it UTF-16. */
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&reader.parser, (const unsigned char *)load->source->bytes, load->source->length);
	result = read_stream(&reader);
	names_free(&reader.anchors);
	yaml_event_delete(&reader.event);
	yaml_parser_delete(&reader.parser);
	return result;
}
