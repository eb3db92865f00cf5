/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * options.h: the table of options, and the command line by it. Private to cli.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"

struct option_row {
	const char *name;
	char letter;                 /* 0: none */
	const char *argument, *help; /* argument NULL: the option takes no value */
	const char *of, *there;      /* what it is for the command `of` besides; NULL: nothing */
	size_t offset;               /* in struct options, for what is a word */
	int (*take)(struct options *, size_t offset, const char *value, struct text *why);
};
extern const struct option_row option_rows[N_OPTIONS];
extern const char *const color_words[]; /* NULL-ended */

#define OPTIONS_OF_ALL (TAKES(OPTION_COLOR) | TAKES(OPTION_HELP) | TAKES(OPTION_VERSION))
#define OPTIONS_AGAIN                                                                                        \
	(TAKES(OPTION_FILE) | TAKES(OPTION_TARGET) | TAKES(OPTION_ALLOW)) /* may be given more than once */

/*
 * Options and words may come in any order; argv is permuted. -1 and findings (BAD_USAGE), with all mistakes.
 * To be freed in either case.
 */
int options_parse(struct options *, int argc, char **argv, struct report *);
void options_add_file(struct options *, const char *name);
void options_add_target(struct options *, const char *address);
int take_allow(struct options *, size_t offset, const char *value, struct text *why); /* options_allow.c */
char *allowance_print(const struct allowance *); /* "ID:PART"; the caller frees it */
void options_free(struct options *);
void option_help(const struct option_row *, const char *command, struct text *); /* NULL: for all commands */

#endif
