/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * accept.h: the operator's word on what can never be taken back. Private to cli.
 */
#ifndef ACCEPT_H
#define ACCEPT_H

#include "work.h"

bool plan_is_forever(const struct plan *); /* it has steps that need the operator's word */

/* FINE when --accept-irreversible names this plan; else a finding, with the command that does. */
enum outcome accept_check(struct session *, const struct work *);

/* The command that accepts this very plan, for a hint; the caller frees it. */
char *accept_command(const struct session *, const struct plan *);

/* The id that --accept-irreversible gives for this host, the caller's; NULL: none. */
char *accept_id(struct session *, const char *host);

/* The next line of the input, without its end, is this word and nothing else. */
bool answer_is(FILE *, const char *word);

#endif
