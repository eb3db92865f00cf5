/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * words.h: what exit codes and findings mean, each said once: help, explain, status and manual read it here.
 * Private to cli.
 */
#ifndef WORDS_H
#define WORDS_H

#include "cli.h"

/* One row an exit code. `reserved`: no command of this version ends so. */
struct outcome_row {
	enum outcome outcome;
	const char *words, *means, *fix;
	bool reserved;
};
extern const struct outcome_row outcome_rows[]; /* by number; ended by a row without words */

const char *outcome_words(enum outcome); /* "stopped part-way" */

/* The exit codes as lines of a table, those that are not reserved. */
void outcomes_print(const char *indent, struct text *);

/*
 * One row an id of findings. Gates are not here: they have their own rows. tests/rules/explain.sh holds that
 * each id in the sources has a row, and that each row's id is in the sources.
 */
struct finding_row {
	const char *id, *means, *why,
		*fix; /* `why` names the source of an outside fact; NULL: it needs none */
};

const char *weight_words(enum weight); /* of a gate: "It refuses, and no option lets the plan pass." */

/* The rows by what they are about, ended by one without a name. */
struct finding_group {
	const char *name;
	const struct finding_row *rows; /* ended by a row without an id */
};
extern const struct finding_group finding_groups[];

extern const struct finding_row findings_of_words[];   /* explain_words.c */
extern const struct finding_row findings_of_files[];   /* explain_files.c */
extern const struct finding_row findings_of_wishes[];  /* explain_wish.c */
extern const struct finding_row findings_of_machine[]; /* explain_machine.c */
extern const struct finding_row findings_of_runs[];    /* explain_runs.c */

#endif
