/* SPDX-License-Identifier: GPL-2.0-or-later */
/* lines.h: lines of journal and ledger that were read once are not taken apart again. */
#ifndef LINES_H
#define LINES_H

/* A third of a trial went into that: each run reads all that the runs before it have written. */
void lines_forget(void);

#endif
