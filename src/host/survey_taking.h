/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_taking.h: a survey while it is read. Of src/host/survey_take*.c only.
 */
#ifndef SURVEY_TAKING_H
#define SURVEY_TAKING_H

#include "survey_part.h"
#include "survey_readings.h"

struct taking {
	struct host *host;
	const struct part *part; /* NULL: the whole machine */
	struct survey *survey;
	struct report *report;
	struct readings readings; /* under way */
	bool last;                /* it is not read again */
	char *torn;               /* a function that shows that it must be; NULL: none */
};

/* survey_take.c: what the stages share */
int taking_refuse(struct taking *, const char *path, int error); /* reports that sysfs does not answer; -1 */
int taking_collect(struct taking *);                             /* waits for what `readings` began */
/* Calls `add` for each name in the directory. */
int taking_list(
	struct taking *, const char *path, struct survey *, void (*add)(struct survey *, const char *name));

/* survey_take_functions.c: the functions and their attributes, in this order. */
int take_functions(struct taking *);
int take_attributes(struct taking *);
int take_counts(struct taking *);
int take_vfs(struct taking *);
int take_strangers(struct taking *);
int check_functions(struct taking *);

#endif
