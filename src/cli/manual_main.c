/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Made and run by the build: fills the tables into a page of the manual, or prints a shell's completion. */
#include "completion.h"
#include "manual.h"
#include <stdio.h>
#include <stdlib.h>

/* A page, from standard input to standard output; the number of the line that names no part, else 0. */
static unsigned page_print(struct text *page)
{
	AUTO_FREE char *line = NULL;
	size_t room = 0;

	for (unsigned number = 1; getline(&line, &room, stdin) != -1; number++)
		if (manual_line(line, page) < 0)
			return number;
	return 0;
}

static int text_out(const struct text *text)
{
	fputs(text_string(text), stdout);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
	AUTO_TEXT struct text text = { 0 };
	const char *what = argc > 1 ? argv[1] : "";
	unsigned wrong;

	for (const struct shell *shell = shells; shell->name; shell++)
		if (string_equal(shell->name, what)) {
			text_add(&text, shell->script);
			return text_out(&text);
		}
	if (string_equal(what, "parts")) {
		for (const struct manual_part *part = manual_parts; part->name; part++)
			text_addf(&text, "%s\n", part->name);
		return text_out(&text);
	}
	if (!string_equal(what, "page")) {
		fprintf(stderr, "usage: manual page <PAGE.in, manual parts, manual SHELL\n");
		return BAD_USAGE;
	}
	wrong = page_print(&text);
	if (wrong == 0)
		return text_out(&text);
	fprintf(stderr, "manual: line %u of the page names no part that there is\n", wrong);
	return EXIT_FAILURE;
}
