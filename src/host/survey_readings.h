/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_readings.h: attributes that are read through their knobs, many at a time.
 */
#ifndef SURVEY_READINGS_H
#define SURVEY_READINGS_H

#include "survey.h"

struct pending;
struct readings {
	struct pending *all;
	size_t n;
};

/*
 * Begins to read function->attr[attribute]. `waits`: the kernel may let it wait, so it gets the knob's
 * deadline and asks for the device's lock.
 */
void reading_begin(struct readings *, struct host *, struct function *, enum attribute, bool waits);

/*
 * Begins the operation; `take` gets its answer when all are collected, and frees nothing of it. await: of
 * one that has begun.
 */
void reading_begin_op(struct readings *, struct host *, const struct op *, struct function *,
	void (*take)(struct function *, const struct done *));
void reading_await(struct readings *, uint64_t ticket, struct function *,
	void (*take)(struct function *, const struct done *));

/* Waits for all that were begun. 0, or an errno when the host gives no more answers, or was asked to stop. */
int readings_collect(struct readings *, struct host *);
void readings_free(struct readings *);

#endif
