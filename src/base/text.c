/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text that grows as it is written. */
#include "text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for n bytes more and a NUL. */
static void text_reserve(struct text *text, size_t n)
{
	size_t room = text->room ? text->room : 32;

	if (n < text->room - text->length)
		return;
	while (room - text->length <= n)
		room *= 2;
	text->bytes = memory_resize(text->bytes, room);
	text->room = room;
}

void text_make_room(struct text *text, size_t n)
{
	text_reserve(text, n);
	text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *more)
{
	text_add_bytes(text, more, strlen(more));
}

void text_add_bytes(struct text *text, const void *more, size_t n)
{
	text_reserve(text, n);
	if (n)
		memcpy(text->bytes + text->length, more, n);
	text->length += n;
	text->bytes[text->length] = '\0';
}

void text_addf(struct text *text, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	text_addv(text, format, values);
	va_end(values);
}

void text_addv(struct text *text, const char *format, va_list values)
{
	va_list again;
	int length;

	text_reserve(text, 0);
	va_copy(again, values);
	length = vsnprintf(text->bytes + text->length, text->room - text->length, format, values);
	if (length >= 0 && (size_t)length >= text->room - text->length) {
		text_reserve(text, (size_t)length);
		vsnprintf(text->bytes + text->length, text->room - text->length, format, again);
	}
	va_end(again);
	if (length > 0)
		text->length += (size_t)length;
	text->bytes[text->length] = '\0';
}

void text_add_printable(struct text *text, const char *bytes, size_t n)
{
	while (n > 0) {
		size_t length = character_length(bytes, n);

		if (length)
			text_add_bytes(text, bytes, length);
		else
			text_addf(text, "\\x%02x", (unsigned char)*bytes);
		bytes += length ? length : 1;
		n -= length ? length : 1;
	}
}

const char *text_string(const struct text *text)
{
	return text->bytes ? text->bytes : "";
}

char *text_take(struct text *text)
{
	char *bytes = text->bytes ? text->bytes : memory_new(1, 1);

	*text = (struct text){ 0 };
	return bytes;
}

void text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){ 0 };
}

/* Most are short, and many are made: formatted once, and as long as they are. */
char *text_print(const char *format, ...)
{
	char most[128];
	struct text text = { 0 };
	va_list values;
	int length;

	va_start(values, format);
	length = vsnprintf(most, sizeof(most), format, values);
	va_end(values);
	if (length >= 0 && (size_t)length < sizeof(most))
		return string_copy(most);
	va_start(values, format);
	text_addv(&text, format, values);
	va_end(values);
	return text_take(&text);
}
