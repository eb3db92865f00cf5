/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * cli.h: words in, words out, exit codes. Floor 5, cli.
 *
 * Nothing here is static: a test may run pawl_main many times in one process, on one machine.
 */
#ifndef CLI_H
#define CLI_H

#include "engine.h"
#include <stdio.h>

/* Where a run of pawl happens: streams, and how the machine is reached. Tests hand in a twin. */
struct world {
	FILE *in, *out, *err;
	bool terminal, piped;  /* someone is there to be asked; `out` is a pipe, of a pager it may be */
	unsigned width;        /* of the terminal that `out` is; 0: it is none */
	bool color, color_err; /* what `--color auto` means for `out`, and for `err` */
	unsigned (*err_columns)(const struct world *); /* of the terminal `err` now; NULL or 0: none */
	bool unicode;                                  /* `out` is a terminal that shows more than ASCII */
	bool root;
	struct host *(*open_host)(const struct world *, const char *root, struct report *);
	void (*close_host)(const struct world *, struct host *); /* NULL: host_free */
	void *data;
};

int pawl_main(const struct world *, int argc, char **argv); /* one run, as main(): the exit code */

/* The rows of the table in cli/options.c: getopt and --help both come from it. */
enum option_id {
	OPTION_FILE,
	OPTION_HOST,
	OPTION_FACTS,
	OPTION_ROOT,
	OPTION_FORMAT,
	OPTION_OUT,
	OPTION_COLOR,
	OPTION_DETAILED_EXITCODE,
	OPTION_TREE,
	OPTION_TARGET,
	OPTION_ALLOW,
	OPTION_NOTE,
	OPTION_PARALLEL,
	OPTION_LOCK_TIMEOUT,
	OPTION_EVENTS,
	OPTION_YES,
	OPTION_ACCEPT,
	OPTION_REVOKE,
	OPTION_HELP,
	OPTION_VERSION,
	N_OPTIONS
};
#define TAKES(option) (UINT64_C(1) << (option))

struct format;
struct document;

/* What the command line says. Strings are argv's; the arrays are the options' own and end in NULL. */
struct options {
	uint64_t given; /* bit i: row i */
	const char **files, **words, **targets;
	size_t n_files, n_words, n_targets, parallel; /* parallel: lanes side by side */
	uint64_t lock_timeout_ns;
	struct allowances allowed;
	const char *host_name, *facts, *root, *out, *note, *color, *accept;
	const struct format *format;
};

/* Everything that a command gets. */
struct session {
	const struct world *world;
	const struct command *command;
	struct options options;
	struct host *host; /* opened by session_host at first need */
	bool locked;       /* this run holds the host's lock */
	bool forgets;      /* what pawl remembers of this machine could not be read */
	bool color, color_err;
	int output_error;    /* the first errno of `out` */
	struct wish wish;    /* of the files given; findings point into it */
	struct saved *saved; /* what was given is a saved plan; NULL: it is configuration */
	struct report report;
	struct telling_so_far *so_far; /* which findings have been printed, in which order */
	struct events *events;         /* NULL: --events is not given */
	struct document *document;     /* printed at the end when the format is not text */
};

/* What the words after a command are. */
enum words { WORDS_NONE, WORDS_FILES, WORDS_SELECTOR, WORDS_COMMAND, WORDS_IDS, WORDS_LINE, WORDS_ONE };

/* One row a command: dispatch, help and completion come from it. Returns the outcome of what went well. */
struct command {
	const char *name;                       /* one word, or two: "facts capture" */
	const char *arguments, *summary, *more; /* more: what help tells beside the summary; NULL: nothing */
	enum outcome (*run)(struct session *);
	enum words words;
	uint64_t options; /* TAKES(...) of those that it takes besides --color, --help and --version */
	bool needs_root;
};
extern const struct command *const commands[]; /* NULL-ended */

/* Formats, one row each. A document is a json_t, opaque here: jansson has its door in document*.c. */
struct format {
	const char *name, *help;
	void (*print)(const struct document *, FILE *); /* NULL: text, which each command prints itself */
	const struct document_form *plan_form;          /* what `print` is given of a plan */
	bool plans_only;                                /* and of nothing else is it made */
};
extern const struct format *const formats[]; /* NULL-ended; the first is the default */

#endif
