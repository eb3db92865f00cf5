/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_part.h: which functions a survey of some devices alone reads.
 */
#ifndef SURVEY_PART_H
#define SURVEY_PART_H

#include "survey.h"

/* Physical devices, "0000:17:00", as they were seen before. */
struct part {
	const struct survey *before;
	const char *const *devices;
	size_t n;
	struct asks *asks; /* answers that are there already (asks.h); NULL: none */
};

bool part_has(const struct part *, const char *address);   /* a function of one of these devices */
bool part_lacks(const struct part *, const char *address); /* it was not there before */

/* As survey_take (survey.h), of those functions and of VFs that they have got since. part NULL: of all. */
int survey_take_part(struct host *, const struct part *, struct survey *, struct report *);

#endif
