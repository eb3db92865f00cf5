/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes in the bytes of one file: what is no text is refused before it is read as YAML. */
#include "node.h"
#include <string.h>

struct place source_place(const struct source *source, size_t offset)
{
	struct place at = { .source = source, .line = 1, .column = 1, .width = 1 };

	for (size_t i = 0; i < offset && i < source->length; i++) {
		unsigned char byte = (unsigned char)source->bytes[i];

		if (byte == '\n') {
			at.line++;
			at.column = 1;
		} else if ((byte & 0xc0) != 0x80) {
			at.column++;
		}
	}
	return at;
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

static int check_length(struct load *load, const char *name, size_t length)
{
	struct finding finding = { .id = "too-large", .hint = TOO_LARGE_HINT };
	bool told = load->loaded->n_bytes > MOST_BYTES;

	load->loaded->n_bytes += length;
	if (load->loaded->n_bytes <= MOST_BYTES)
		return 0;
	if (told) /* of the first file that is too much */
		return -1;
	if (length > MOST_BYTES)
		load_error(load, &finding, "%s has more than %d MiB", name, MOST_BYTES >> 20);
	else
		load_error(load, &finding, "all files together have more than %d MiB, with %s",
			MOST_BYTES >> 20, name);
	return -1;
}

static bool is_utf16(const struct source *source)
{
	return source->length >= 2 &&
	       (memcmp(source->bytes, "\xff\xfe", 2) == 0 || memcmp(source->bytes, "\xfe\xff", 2) == 0);
}

/*
 * What ends a line for YAML 1.1 (section 4.1.2) and for no editor: every line below it would be told by a
 * wrong number. NULL: there is none.
 */
static const char *find_odd_break(const struct source *source)
{
	static const char *const breaks[] = { "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9" };
	const char *start = source->bytes, *end = start + source->length, *at = start;

	while ((at = memchr(at, '\r', (size_t)(end - at))) && ++at)
		if (at == end || *at != '\n')
			return at - 1;
	for (size_t i = 0; i < sizeof(breaks) / sizeof(*breaks); i++)
		if ((at = memmem(start, source->length, breaks[i], strlen(breaks[i]))))
			return at;
	return NULL;
}

static int check_text(struct load *load)
{
	const struct source *source = load->source;
	struct finding finding = { .id = "binary-file", .hint = "pawl reads YAML in UTF-8" };
	const char *nul = source->length ? memchr(source->bytes, '\0', source->length) : NULL, *odd;

	if (is_utf16(source)) {
		load_error(load, &finding, "%s is UTF-16 or UTF-32", source->name);
		return -1;
	}
	if (nul) {
		load_error(load, &finding, "%s is binary: byte %zu is NUL", source->name,
			(size_t)(nul - source->bytes) + 1);
		return -1;
	}
	odd = find_odd_break(source);
	if (!odd)
		return 0;
	finding = (struct finding){
		.id = "line-end",
		.at = source_place(source, (size_t)(odd - source->bytes)),
		.hint = "end lines with LF or CR LF",
	};
	load_error(load, &finding, "%s ends a line for YAML and for nothing else",
		*odd == '\r' ? "a carriage return alone" : "this character");
	return -1;
}

/* An empty document between others, as templates leave them behind, is nothing to complain of. */
static void drop_empty(struct load *load, size_t first)
{
	struct loaded *loaded = load->loaded;
	size_t kept = first;

	for (size_t i = first; i < loaded->n; i++)
		if (!node_is_nothing(loaded->trees[i].root))
			loaded->trees[kept++] = loaded->trees[i];
	loaded->n = kept;
	if (kept == first && load->n_mistakes == 0)
		load_error(load,
			&(struct finding){ .id = "empty-file", .hint = "a file begins with pawl: 1" },
			load->source->length ? "%s holds nothing but comments" : "%s is empty",
			load->source->name);
}

/* What pawl itself printed has none of the keys: one finding says more than one for each of its own. */
static void refuse_document(struct load *load, struct node *root)
{
	const struct node *format = root->shape == NODE_MAP ? node_child(root, "format") : NULL;
	struct finding finding = {
		.id = "not-configuration",
		.hint = "facts go with --facts FILE; a saved plan is applied as `plan --out` wrote it",
	};
	AUTO_FREE char *word = NULL;

	if (!format || format->shape != NODE_SCALAR || !string_starts(format->text, "pawl-"))
		return;
	word = word_quote(format->text);
	node_error(load, format, &finding, "this is a document that pawl made (%s), no configuration", word);
	root->shape = NODE_REPORTED;
}

static void read_trees(struct load *load)
{
	size_t first = load->loaded->n;

	if (load_read(load) < 0)
		load->loaded->incomplete = true;
	drop_empty(load, first);
	for (size_t i = first; i < load->loaded->n; i++) {
		refuse_document(load, load->loaded->trees[i].root);
		load_check(load, load->loaded->trees[i].root);
		load_decode_file(load, &load->loaded->trees[i]);
	}
}

int wish_parse(struct wish *wish, const char *name, const char *bytes, size_t length, struct report *report)
{
	struct load load = { .state = &wish->state, .loaded = wish_loaded(wish), .report = report };

	if (check_length(&load, name, length) == 0)
		load.source = wish_add_source(wish, name, bytes, length);
	if (load.source && check_text(&load) == 0)
		read_trees(&load);
	else
		load.loaded->incomplete = true;
	load_end(&load);
	return load.n_mistakes ? -1 : 0;
}
