/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_answers.h: the answers to one OP_GATHER, taken one by one in the order of the names.
 */
#ifndef SURVEY_ANSWERS_H
#define SURVEY_ANSWERS_H

#include "survey.h"

struct answers {
	struct done done;
	const char *at, *end;
};

/* Adds a name to those that are asked for. */
void names_add(struct text *names, const char *name, bool link);

/*
 * Asks for all names in the directory. Returns the errno; without an answer each reading says why. What may
 * wait in the kernel is given so many nanoseconds.
 */
int answers_gather(struct answers *, struct host *, const char *path, const struct text *names);
int answers_gather_within(
	struct answers *, struct host *, const char *path, const struct text *names, uint64_t deadline_ns);

/* The next one, as the knob takes it; knob NULL: as it stands. What `reading` was is freed. */
void answers_take(struct answers *, const struct knob *, struct reading *);

/* All attributes that can be gathered of a function, or of one with SR-IOV; both calls in the same order. */
void names_add_attributes(struct text *names, bool sriov);
void answers_take_attributes(struct answers *, bool sriov, struct function *);
void answers_free(struct answers *);

#endif
