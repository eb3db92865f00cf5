/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Columns and colours of text for a terminal. */
#include "print.h"
#include <string.h>

void text_add_safe(struct text *text, const char *string)
{
	text_add_printable(text, string, strlen(string));
}

/* Our own escape sequences end in 'm'; the texts hold no others. */
static const char *sequence_skip(const char *string)
{
	while (*string && *string != 'm')
		string++;
	return *string ? string + 1 : string;
}

size_t text_columns(const char *string)
{
	size_t columns = 0;

	while (*string) {
		if (*string == '\033') {
			string = sequence_skip(string);
			continue;
		}
		columns +=
			((unsigned char)*string & 0xc0) != 0x80; /* not for the rest of a UTF-8 character */
		string++;
	}
	return columns;
}

void text_pad(struct text *text, size_t columns)
{
	while (columns-- > 0)
		text_add(text, " ");
}

void text_paint(struct text *text, bool color, enum paint paint)
{
	/* ECMA-48, SGR */
	static const char *const sequences[] = { [PAINT_OFF] = "\033[0m",
		[PAINT_BOLD] = "\033[1m",
		[PAINT_DIM] = "\033[2m",
		[PAINT_RED] = "\033[31m",
		[PAINT_GREEN] = "\033[32m",
		[PAINT_YELLOW] = "\033[33m",
		[PAINT_MAGENTA] = "\033[35m" };

	if (color)
		text_add(text, sequences[paint]);
}
