/* SPDX-License-Identifier: GPL-2.0-or-later */
/* promises.h: what a wish promises of namespaces, held against the machine without pawl's own code. */
#ifndef PROMISES_H
#define PROMISES_H

#include "survey.h"

/*
 * What is not as the wish says, for the caller to free; NULL: all is. `alone`: nobody has made or given
 * anything beside it, so that there is no other of its kind, and who is not named has none.
 */
char *promises_broken(const char *wish, const struct survey *machine, bool alone);

#endif
