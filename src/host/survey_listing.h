/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_listing.h: the names in a directory, as OP_LIST gives them.
 */
#ifndef SURVEY_LISTING_H
#define SURVEY_LISTING_H

#include "host.h"

struct listing {
	struct done done; /* what the names stand in */
	const char **names;
	size_t n;
};

/* Returns the errno; there is no name then. */
int listing_read(struct listing *ret_listing, struct host *, const char *path);
bool listing_has(const struct listing *, const char *name);
void listing_free(struct listing *);

#endif
