/* SPDX-License-Identifier: GPL-2.0-or-later */
/* history.h: the events that make up a history. */
#ifndef HISTORY_H
#define HISTORY_H

#include "tale.h"

void event_add(struct tale *, char *lines, char *undo); /* takes them over */
void run_add(struct dice *, struct tale *,
	bool quiet); /* an apply, which a fault may strike; quiet: nobody else does */

/* "PATH VALUE", as somebody else writes it; the caller frees it. */
char *some_change(struct dice *, const struct survey *machine);

#endif
