/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * report.h: findings, the only way in which anything below cli/ says that something is wrong. Floor 0.
 *
 * Functions that can fail return 0 or -1 and take the report last; what they found is in it. A finding names
 * the object, the path, the errno, who holds it, what to do, and the place in the YAML that is the cause.
 */
#ifndef REPORT_H
#define REPORT_H

#include "lookup.h"
#include "text.h"

/* One file of configuration, kept whole so that a finding can show its line. */
struct source {
	char *name, *bytes;
	size_t length;
};

/* Line and column count from 1, in characters; source NULL: no place. */
struct place {
	const struct source *source;
	unsigned line, column, width;
};

/* The exit codes, one meaning each (DESIGN section 5). */
enum outcome {
	FINE = 0,
	FAILED = 1,
	DIFFERENT = 2,
	NEEDS_REBOOT_TO_FINISH = 3,
	REFUSED = 4,
	STOPPED_PART_WAY = 5,
	STALE_PLAN = 6,
	NOT_VERIFIED = 7,
	ROLLED_BACK = 8,
	BAD_USAGE = 64,
	BAD_CONFIGURATION = 65,
	UNAVAILABLE = 69,
	LOCKED = 75,
	NEEDS_ROOT = 77,
};

/* The graver of the two: 5 > 8 > 7 > 1 > 69 > 75 > 65 > 4 > 6 > 3 > 2 > 0; 64 and 77 come before all. */
enum outcome outcome_graver(enum outcome, enum outcome);
bool outcome_is_good(enum outcome); /* of a run: nothing of it is left to do */

enum severity { NOTE, WARNING, ERROR };

/*
 * `id` is a static word, the one that `explain` takes. Every other string is copied by report_add.
 * `error` is an errno, 0 when none; an ERROR's `outcome` is the exit code that it asks for.
 */
struct finding {
	enum severity severity;
	enum outcome outcome;
	const char *id, *object, *path, *holder, *hint;
	int error;
	struct place at;
	char *text; /* owned by the report */
};

struct report {
	struct finding *findings;
	size_t n;
	struct lookup by_content; /* kept by report_add */
};

/* Adds a copy of `like` with the text made as printf would. What tells nothing new comes only once:
 * the same id, place, object, path and text. */
void report_add(struct report *, const struct finding *like, const char *format, ...) PRINTF_LIKE(3, 4);
void report_addv(struct report *, const struct finding *like, const char *format, va_list) PRINTF_LIKE(3, 0);

size_t report_errors(const struct report *);

/* The gravest outcome of all ERRORs; FINE when there is none. */
enum outcome report_outcome(const struct report *);

/* Orders findings by file, line and column; those without a place follow, in the order of their coming. */
void report_sort(struct report *);
void report_free(struct report *);

/*
 * As people read it: "file:line:col: error: text [id]", the source line and a caret, then the path with the
 * errno's words, the holder and the hint. Without a place it starts with the object.
 */
void finding_print(const struct finding *, struct text *);

#endif
