/* SPDX-License-Identifier: GPL-2.0-or-later */
/* shrink.h: the smallest tale in which the same does not hold. */
#ifndef SHRINK_H
#define SHRINK_H

#include "trial.h"

/* Leaves out one piece after the other as long as the verdict stays the same; both are made anew. */
void tale_shrink(struct tale *, struct verdict *);

#endif
