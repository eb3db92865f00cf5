/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * manual.h: the parts of the manual that tables hold, as mdoc(7). Private to cli.
 *
 * doc/NAME.SECTION.in holds the prose that no table has. A line "@PART@" in it stands for what a table says.
 */
#ifndef MANUAL_H
#define MANUAL_H

#include "cli.h"

struct manual_part {
	const char *name;
	void (*print)(struct text *);
};
extern const struct manual_part manual_parts[]; /* ended by one without a name */

/* One line of a page, with its newline, in place of which a part may stand. -1: there is no such part. */
int manual_line(const char *line, struct text *);

/* Prose: each sentence begins a line, `words` in backquotes are set as they are typed. */
void mdoc_prose(struct text *, const char *);

/* A macro's argument, as it stands there. */
void mdoc_argument(struct text *, const char *);

/* "[FILE...]" as macros: Op Ar FILE ... */
void mdoc_arguments(struct text *, const char *arguments);

/* The parts. */
void manual_commands(struct text *);
void manual_options(struct text *);
void manual_placeholders(struct text *);
void manual_formats(struct text *);
void manual_outcomes(struct text *);
void manual_keys(struct text *);
void manual_platforms(struct text *);
void manual_gates(struct text *);
void manual_findings(struct text *);
void manual_document_ends(struct text *);
void manual_documents(struct text *);
void manual_events(struct text *);
void manual_ledger_keys(struct text *);
void manual_ledger_events(struct text *);

#endif
