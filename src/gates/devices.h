/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.h: the words for functions that were meant perhaps. */
#ifndef DEVICES_H
#define DEVICES_H

#include "kind.h"

/* Fewer functions fit than are expected: what was wished, what fits, and what nearly does. */
void candidates_near(
	const struct device_body *, const struct selection *, const struct survey *, struct text *);

/* The one key that keeps all that nearly fit from fitting; N_SELECT: there is none. */
size_t candidates_misfit(const struct device_body *, const struct survey *);

/* More do: which they are, and what tells them apart. */
void candidates_many(const struct device_body *, const struct selection *, struct text *);

/* Of one that may fit something is not known. */
void candidates_undecided(const struct device_body *, const struct selection *, struct text *);

#endif
