/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes the answer to an OP_LIST apart. */
#include "survey_listing.h"
#include <stdlib.h>
#include <string.h>

int listing_read(struct listing *ret_listing, struct host *host, const char *path)
{
	struct listing listing = { 0 };
	int err = host_do(host, &(struct op){ .verb = OP_LIST, .path = path }, &listing.done);
	char *rest = err ? NULL : listing.done.data, *name;

	while ((name = strsep(&rest, "\n")) && *name) {
		listing.names = memory_grow(listing.names, listing.n, sizeof(*listing.names));
		listing.names[listing.n++] = name;
	}
	*ret_listing = listing;
	return err;
}

static int name_compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* They come sorted (host.h). */
bool listing_has(const struct listing *listing, const char *name)
{
	return listing->n > 0 &&
	       bsearch(&name, listing->names, listing->n, sizeof(*listing->names), name_compare);
}

void listing_free(struct listing *listing)
{
	free(listing->names);
	done_free(&listing->done);
}
