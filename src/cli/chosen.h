/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * chosen.h: the words that choose functions: addresses, handles, KEY=VALUE. Private to cli.
 *
 * Keys are those of attributes[] and identities[], "-" and "_" alike, and a few short ones. Words of one key,
 * or addresses and handles, are alternatives; a function must fit a word of each key that is given.
 */
#ifndef CHOSEN_H
#define CHOSEN_H

#include "cli.h"

struct selector;

/* n 0: all functions. `want` gives the handles, NULL: there are none. */
struct chosen {
	const struct state *want;
	struct selector *all;
	size_t n;
};

/* -1 and findings (BAD_USAGE) for a key that is none, or a handle that the files do not give. */
int chosen_make(struct chosen *, const char *const *words, const struct state *want, struct report *);
void chosen_free(struct chosen *);
bool chosen_has(const struct chosen *, const struct function *); /* NULL: all of them */

/* A key that is asked for and not known of some functions, and why; NULL: what is asked for is known. */
const char *chosen_unknown(const struct chosen *, const struct survey *, const char **ret_why);

/* Whether a function has what a word asks for. */
bool address_begins(const struct function *, const char *word);
bool attribute_fits(const struct function *, enum attribute, const char *word);
bool identity_fits(const struct function *, enum identity, const char *word);

/* Every key, NULL-ended; the caller frees the array. */
const char **chosen_keys(void);

#endif
