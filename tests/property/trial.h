/* SPDX-License-Identifier: GPL-2.0-or-later */
/* trial.h: whether all that must hold does hold in a tale. */
#ifndef TRIAL_H
#define TRIAL_H

#include "tale.h"
#include "text.h"

/* What has been tried so far; a step is a knob that was turned, or an event of a history. */
struct tried {
	size_t tales, runs, turns, events, converged, refused;
};
size_t tried_steps(const struct tried *);

/* What does not hold, for people; `property` is the same for what goes wrong in the same way. */
struct verdict {
	char *property, *why, *story;
};
void verdict_free(struct verdict *);

/* -1: something does not hold, and ret_verdict says what. */
int trial_try(const struct tale *, struct tried *, struct verdict *ret_verdict);

#endif
