/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * domains.h: secure domains in words, and who gives a word on them. Private to cli.
 */
#ifndef DOMAINS_H
#define DOMAINS_H

#include "cli.h"
#include "closure.h"
#include "ledger.h"

/* All that stands below the root port, as `pawl show` says it, and VFs that are yet to be made. */
void closure_print(const struct closure *, const struct survey *, const struct state *want, struct text *);

/* "secure: the guest cvm1 runs with it": in which world it is, and how that is known; the caller frees it. */
char *world_words(const struct survey *, const char *port);

/* "given 2026-11-21T12:00:00Z by root, for 8ee016c9"; the caller frees it. */
char *consent_words(const struct ledger *, const char *port);

char *settled_words(const struct ledger *, const char *port); /* NULL: it is not; the caller frees it */

extern const char *const world_names[]; /* in the order of `enum world_of`, NULL-ended */

char *who_says(void); /* who runs pawl; the caller frees it */

#endif
