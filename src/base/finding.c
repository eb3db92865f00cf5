/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A finding as people read it. */
#include "report.h"
#include <string.h>

/* Characters of a line that are shown, and how many of them before the place when the line is longer. */
enum { LINE_SHOWN = 160, LINE_BEFORE = 60 };

/* A part of a source's line. */
struct span {
	const char *bytes;
	size_t n;
};

static void printable(struct text *text, const char *string)
{
	text_add_printable(text, string, strlen(string));
}

/* The line without its end; empty when the source has no such line. */
static struct span source_line(const struct source *source, unsigned line)
{
	const char *bytes = source->bytes, *end = source->bytes + source->length, *stop;

	for (; line > 1 && bytes; line--) {
		bytes = bytes < end ? memchr(bytes, '\n', (size_t)(end - bytes)) : NULL;
		bytes = bytes ? bytes + 1 : NULL;
	}
	if (!bytes || bytes >= end)
		return (struct span){ .bytes = "", .n = 0 };
	stop = memchr(bytes, '\n', (size_t)(end - bytes));
	stop = stop ? stop : end;
	if (stop > bytes && stop[-1] == '\r')
		stop--;
	return (struct span){ .bytes = bytes, .n = (size_t)(stop - bytes) };
}

/* Takes the first n characters off the span and returns them; a byte that is no character counts as one. */
static struct span span_take(struct span *span, size_t n)
{
	struct span taken = { .bytes = span->bytes, .n = 0 };

	for (; n > 0 && span->n > 0; n--) {
		size_t length = character_length(span->bytes, span->n);

		length = length ? length : 1;
		span->bytes += length;
		span->n -= length;
		taken.n += length;
	}
	return taken;
}

/* Tabs stay, so that the marks below stand where they should on every terminal. */
static void span_print(struct span span, struct text *text)
{
	while (span.n > 0) {
		struct span character = span_take(&span, 1);

		if (*character.bytes == '\t')
			text_add(text, "\t");
		else
			text_add_printable(text, character.bytes, character.n);
	}
}

/* As many marks as span_print has columns for the span: what is not printable takes four, a tab is kept. */
static void span_mark(struct span span, char mark, struct text *text)
{
	while (span.n > 0) {
		struct span character = span_take(&span, 1);

		if (*character.bytes == '\t' && mark == ' ')
			text_add(text, "\t");
		else if (*character.bytes == '\t' || character_length(character.bytes, character.n))
			text_add_bytes(text, &mark, 1);
		else
			text_add_bytes(text, (char[]){ mark, mark, mark, mark }, 4);
	}
}

static void place_show(const struct place *at, struct text *text)
{
	struct span rest = source_line(at->source, at->line), line, before, marked;
	unsigned column = at->column ? at->column : 1,
		 first = column > LINE_SHOWN / 2 ? column - LINE_BEFORE : 1;
	bool cut_before = first > 1, cut_after;
	size_t marks;

	span_take(&rest, first - 1);
	line = span_take(&rest, LINE_SHOWN);
	cut_after = rest.n > 0;
	if (line.n == 0)
		return;
	text_add(text, cut_before ? "..." : "");
	span_print(line, text);
	text_add(text, cut_after ? "...\n" : "\n");
	before = span_take(&line, column - first);
	marked = span_take(&line, at->width ? at->width : 1);
	text_add(text, cut_before ? "   " : "");
	span_mark(before, ' ', text);
	text_add(text, "^");
	marks = text->length;
	span_mark(marked, '~', text);
	if (text->length > marks)
		text->length--; /* the caret stands on the first */
	text_add(text, "\n");
}

static void finding_head(const struct finding *finding, struct text *text)
{
	static const char *const words[] = { [NOTE] = "note", [WARNING] = "warning", [ERROR] = "error" };

	if (finding->at.source) {
		printable(text, finding->at.source->name);
		text_addf(text, ":%u:%u: ", finding->at.line, finding->at.column);
	}
	text_addf(text, "%s: ", words[finding->severity]);
	if (!finding->at.source && finding->object) {
		printable(text, finding->object);
		text_add(text, ": ");
	}
	printable(text, finding->text);
	if (finding->id)
		text_addf(text, " [%s]", finding->id);
	text_add(text, "\n");
}

static void finding_line(struct text *text, const char *label, const char *value)
{
	if (!value)
		return;
	text_addf(text, "  %s: ", label);
	printable(text, value);
	text_add(text, "\n");
}

void finding_print(const struct finding *finding, struct text *text)
{
	AUTO_TEXT struct text path = { 0 };

	finding_head(finding, text);
	if (finding->at.source)
		place_show(&finding->at, text);
	if (finding->path)
		text_add(&path, finding->path);
	if (finding->path && finding->error)
		text_add(&path, ": ");
	if (finding->error)
		text_add(&path, strerror(finding->error));
	finding_line(text, finding->path ? "path" : "cause", path.bytes);
	finding_line(text, "held by", finding->holder);
	finding_line(text, "hint", finding->hint);
}
