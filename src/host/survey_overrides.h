/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_overrides.h: which driver each function is kept for.
 */
#ifndef SURVEY_OVERRIDES_H
#define SURVEY_OVERRIDES_H

#include "survey_readings.h"

/* Once drivers, counts and VFs are known. What may have to wait is begun only, and comes with `readings`. */
void overrides_take(struct host *, struct survey *, struct readings *);

#endif
