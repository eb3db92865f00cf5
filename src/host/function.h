/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * function.h: what the files of the survey share.
 */
#ifndef FUNCTION_H
#define FUNCTION_H

#include "survey.h"

void function_free(struct function *);

/* In the order in which survey_has_driver looks for them. */
void drivers_sort(struct survey *);

/* Cuts its ties: no PF or VF points to it any more. */
void function_untie(struct function *);

/* Is it at this bridge path? As function_bridge_path, without making the text for most functions. */
bool function_is_at(const struct function *, const char *path);

#endif
