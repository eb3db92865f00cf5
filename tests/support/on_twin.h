/* SPDX-License-Identifier: GPL-2.0-or-later */
/* on_twin.h: pawl as a whole, run in this process on a twin. */
#ifndef ON_TWIN_H
#define ON_TWIN_H

#include "twin.h"

/* What a run said. Strings are the caller's to free (said_free). */
struct said {
	char *out, *err;
	int code;
};

/* A twin of the facts in that file, or of that text. host_free(twin_host()) frees it; NULL and `why`. */
struct twin *twin_from_file(const char *path, struct text *why);
struct twin *twin_from_text(const char *name, const char *facts, struct text *why);

/* Who runs it. `answer` is typed on the terminal, NULL: there is none. `columns` has the terminal that output
 * and errors are; 0: they are none. */
struct caller {
	bool root;
	const char *answer;
	unsigned columns;
};

/* `words` as main() gets them, NULL-ended. */
void pawl_on_twin(struct twin *, const struct caller *, char *const *words, struct said *);
void said_free(struct said *);

#endif
