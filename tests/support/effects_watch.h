/* SPDX-License-Identifier: GPL-2.0-or-later */
/* effects_watch.h: whether steps do to a twin what they say that they do, and nothing else. */
#ifndef EFFECTS_WATCH_H
#define EFFECTS_WATCH_H

#include "plan.h"
#include "twin.h"

/* Steps that may be at work: all that changes must be their own writes, or among their effects. */
struct in_hand {
	const struct step *step;
	char *target;
};

/* The twin as it was, and which of its functions were secure. {0} is none. */
struct sight {
	struct survey machine;
	struct lookup secure; /* by the hash of the address */
};
void sight_take(struct twin *, struct sight *);
void sight_free(struct sight *);
bool sight_is_secure(const struct sight *, const char *address);

/* "0000:17:00.0", or "nic0.vf.3" and "${nic0.vf.3.address}" of the wish; NULL: it is not there. */
const struct function *object_function(
	const struct survey *machine, const struct state *want, const char *object);

/* What has changed from one to the other although no step in hand says so; lines are added to `breaches`. */
void effects_compare(const struct sight *before, const struct sight *after, const struct in_hand *, size_t n,
	const struct state *want, struct text *breaches);

/* Of a step that is done: what its knob is to read, or it said that it would do, and has not done. */
void effects_come_true(const struct sight *after, const struct step *, const char *target,
	const struct state *want, struct text *breaches);

#endif
