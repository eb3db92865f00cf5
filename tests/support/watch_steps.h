/* SPDX-License-Identifier: GPL-2.0-or-later */
/* watch_steps.h: every step that pawl does in this process is seen here. */
#ifndef WATCH_STEPS_H
#define WATCH_STEPS_H

#include "twin.h"

size_t steps_turned(void); /* so far: those that ended as done */

/*
 * From now on runs on this twin are held to the effects of their steps; NULL: none are, since others write
 * too. Nor are they any more once a write has outlived its run: what it does comes later.
 */
void steps_watch(struct twin *);

/* What was not held to since it was asked last, and which one-way steps were not alone; the caller frees it.
 * NULL: nothing. */
char *steps_breaches(void);

#endif
