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

/*
 * Its directory, without the link to it below bus/pci/devices when it is known where that leads: on this way
 * there is no "..", where openat2(2) fails whenever something is renamed anywhere on the machine. The caller
 * frees it. The second adds the same, as it is named below "sys".
 */
char *function_directory(const struct function *);
void function_add_directory(const struct function *, struct text *);

/* Is it at this bridge path? As function_bridge_path, without making the text for most functions. */
bool function_is_at(const struct function *, const char *path);

#endif
