/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * asks.h: what drives tell, asked for ahead of a survey that needs it. Floor 2, host.
 *
 * A survey waits for what it reads, and a drive may take a minute. Who has something else to do meanwhile
 * asks the drives first, and surveys when they have answered. Each answer serves one survey; what a survey
 * lacks it asks for itself.
 */
#ifndef ASKS_H
#define ASKS_H

#include "survey.h"

struct ask;
struct asks {
	struct ask *all;
	size_t n, n_open; /* open: not answered yet */
};

/* Asks the drives among these physical devices ("0000:17:00"), as they were seen. */
void asks_begin(struct asks *, struct host *, const struct survey *, const char *const *devices, size_t n);
bool asks_hear(struct asks *, struct done *); /* was it asked for here? Then its data is taken over */
bool asks_take(struct asks *, const char *address, struct done *); /* what that drive has answered, once */
void asks_free(struct asks *); /* what is still open comes back to nobody */

#endif
