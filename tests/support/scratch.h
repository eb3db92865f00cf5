/* SPDX-License-Identifier: GPL-2.0-or-later */
/* scratch.h: a directory of one's own to be in. */
#ifndef SCRATCH_H
#define SCRATCH_H

#include "text.h"

/* Makes one and goes there; -1 and `why`. The name is the caller's to free. */
int scratch_enter(char **ret_directory, struct text *why);

/* For a process that forked: goes to a copy, whose name takes its place. The other process keeps the old. */
int scratch_branch(char **directory, struct text *why);

/* Removes it and frees the name; whoever is in it is left nowhere. */
void scratch_leave(char *directory);

#endif
