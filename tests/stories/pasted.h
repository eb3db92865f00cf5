/* SPDX-License-Identifier: GPL-2.0-or-later */
/* pasted.h: every command that pawl names is one that can be given as it is printed. */
#ifndef PASTED_H
#define PASTED_H

#include "story.h"

/* Each command in what a run `said`, tried on a copy of the twin by whoever has seen it; -1 and `why`. */
int paste_all(const struct stage *, const char *said, struct text *why);

#endif
