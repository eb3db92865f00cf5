/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * chosen.h: the words that choose functions: addresses, handles, KEY=VALUE. Private to cli.
 *
 * Keys are those of `select` and, beside them, of attributes[] and identities[]; "-" and "_" are alike. Words
 * of one key, or addresses and handles, are alternatives; a function must fit a word of each key.
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
const char *chosen_unknown(const struct chosen *, const struct survey *, struct text *ret_why);

/* Whether a function has what a word asks for. */
bool address_begins(const struct function *, const char *word);
bool key_fits(const struct function *, enum select_row, const char *word);
bool attribute_fits(const struct function *, enum attribute, const char *word);
bool title_fits(const struct function *, const char *word);
bool identity_fits(const struct function *, enum identity, const char *word);

/* The keys that are offered: those of `select` and a few more. */
struct chosen_key {
	const char *name, *help;
};
enum { MOST_CHOSEN_KEYS = N_SELECT + 4 };
size_t chosen_keys(struct chosen_key ret_keys[MOST_CHOSEN_KEYS]);

#endif
