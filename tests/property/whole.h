/* SPDX-License-Identifier: GPL-2.0-or-later */
/* whole.h: what of one machine is not as on another. */
#ifndef WHOLE_H
#define WHOLE_H

#include "survey.h"

/* Lines of a story that see what `wanted` has and `seen` has not; "" when the functions are the same. */
char *machine_differences(const struct survey *wanted, const struct survey *seen);

#endif
