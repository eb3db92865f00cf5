/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * facts_parsing.h: what the files that read facts share.
 */
#ifndef FACTS_PARSING_H
#define FACTS_PARSING_H

#include "facts.h"

#define FACTS_FORMAT  "pawl-facts"
#define FACTS_VERSION 1

struct json_t;
struct parsing {
	const char *name; /* the file's */
	struct survey *survey;
	struct report *report;
	size_t mistakes;
};

/* One more mistake; the text starts with the key. */
void parsing_refuse(struct parsing *, const char *format, ...) PRINTF_LIKE(2, 3);

/* Does it name one file in sysfs? */
bool driver_name_valid(const char *name);

/* The "virtfn" of each function, when all functions are there. */
void parsing_take_vfs(struct parsing *, const struct json_t *functions);

/* The value of "functions", an object. */
void parsing_take_functions(struct parsing *, const struct json_t *functions);

#endif
