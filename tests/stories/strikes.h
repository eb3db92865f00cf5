/* SPDX-License-Identifier: GPL-2.0-or-later */
/* strikes.h: what goes wrong on the twin at a story's word: "die", "fail", "meanwhile" and their like. */
#ifndef STRIKES_H
#define STRIKES_H

#include "story.h"
#include "twin.h"

bool strike_set(struct twin *, const struct passage *); /* false: it is another verb */
int strike_set_meanwhile(struct twin *, const char *rest, struct text *why);

#endif
