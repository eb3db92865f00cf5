/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ending.h: what a story of a tale came to. */
#ifndef ENDING_H
#define ENDING_H

#include "tale.h"
#include "text.h"

/* How a play ended: the machine, and the exit code of the last run that was asked for. */
struct ending {
	struct survey machine;
	char *told;
	int code;
	size_t runs;
};

void ending_free(struct ending *);

/* `alone`: nobody but pawl writes. -1: something does not hold, and `why` says what. */
int tale_play(const struct tale *, const char *text, bool alone, struct ending *ret_ending, struct text *why);

#endif
