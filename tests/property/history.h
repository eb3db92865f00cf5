/* SPDX-License-Identifier: GPL-2.0-or-later */
/* history.h: the events that make up a history. */
#ifndef HISTORY_H
#define HISTORY_H

#include "tale.h"

void event_add(struct tale *, char *lines, char *undo); /* takes them over */

/* An apply, or another command that writes, which a fault may strike; quiet: nobody else does. */
void run_add(struct dice *, struct tale *, bool quiet);
void command_add(struct dice *, struct tale *, const char *command, bool quiet);

/* Something that others than pawl do. */
void others_add(struct dice *, struct tale *);

/* "PATH VALUE", as somebody else writes it; the caller frees it. */
char *some_change(struct dice *, struct tale *);

#endif
