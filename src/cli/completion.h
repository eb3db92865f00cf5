/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * completion.h: what may stand at the cursor of a shell's line, asked by its completion. Private to cli.
 *
 * Shells ask at each press of a key: nothing here fails, waits, writes, or tells of mistakes.
 */
#ifndef COMPLETION_H
#define COMPLETION_H

#include "lookup.h"
#include "options.h"

/* The line up to the cursor, without the program's name, as far as it is understood. */
struct line {
	const struct world *world;
	const char *current;             /* the word at the cursor, "" when it begins there */
	const char *value;               /* of that word: what follows "--option=" */
	const char **words;              /* those that are no options; the command's name first */
	size_t n_words, name_words;      /* how many words the name has */
	const struct command *command;   /* NULL: not known yet */
	const struct option_row *awaits; /* the cursor is at the value of this option */
	uint64_t given;
	const char **files;
	size_t n_files;
	const char *host_name, *root, *facts;
	bool only_words; /* after "--" */
};
void line_read(struct line *, const char *const *words, size_t n);
void line_free(struct line *);

/* One a line: the candidate, a tab, what it is. "/files" and "/directories" ask the shell for those. */
struct candidates {
	struct text text;
	const char *before; /* what the word at the cursor begins with: "--option=" */
	struct lookup seen; /* of `all` */
	char **all;
	size_t n;
};
void candidates_add(struct candidates *, const char *word, const char *help); /* each word once */
void candidates_find(struct candidates *, const struct line *);
void candidates_free(struct candidates *);

/* What stands for a value in help, as FILE; one row each, by which values are offered too. */
struct placeholder {
	const char *name, *help;
	void (*offer)(struct candidates *, const struct line *); /* NULL: nobody can know */
};
extern const struct placeholder placeholders[];                              /* ended by one without a name */
const struct placeholder *placeholder_find(const char *name, size_t length); /* NULL: no such */

/* The next word in capitals, as FILE in "[FILE...]"; NULL when no more comes. */
const char *placeholder_next(const char *arguments, size_t *ret_length);

/* Offers of the machine and of files, in candidates_live.c. */
void offer_addresses(struct candidates *, const struct line *);
void offer_hosts(struct candidates *, const struct line *);
void offer_guests(struct candidates *, const struct line *);
void offer_parts(struct candidates *, const struct line *);

/* What pawl remembers, which root alone can read, in candidates_ledger.c. */
void offer_runs(struct candidates *, const struct line *);
void offer_domains(struct candidates *, const struct line *);

/* The scripts, one row a shell; ended by one without a name. */
struct shell {
	const char *name, *help, *script;
};
extern const struct shell shells[];

#endif
