/* SPDX-License-Identifier: GPL-2.0-or-later */
/* strikes.h: what goes wrong on the twin at a story's word: "die", "fail", "meanwhile" and their like. */
#ifndef STRIKES_H
#define STRIKES_H

#include "story.h"
#include "twin.h"

/* 0: it is armed; 1: it is another verb; -1: `why` says how such a line reads. */
int strike_set(struct twin *, const struct passage *, struct text *why);

#endif
