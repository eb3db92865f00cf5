/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prose in lines that fit a width. */
#include "print.h"
#include <string.h>

void text_wrap(struct text *text, const char *first, const char *string, size_t width)
{
	size_t indent = text_columns(first), column = indent;

	text_add(text, first);
	while (*string) {
		size_t length = strcspn(string, " ");
		AUTO_TEXT struct text word = { 0 };

		text_add_bytes(&word, string, length);
		if (column > indent && column + 1 + text_columns(text_string(&word)) > width) {
			text_add(text, "\n");
			text_pad(text, indent);
			column = indent;
		} else if (column > indent) {
			text_add(text, " ");
			column++;
		}
		text_add(text, text_string(&word));
		column += text_columns(text_string(&word));
		string += length + strspn(string + length, " ");
	}
	text_add(text, "\n");
}
