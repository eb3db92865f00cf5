/* SPDX-License-Identifier: GPL-2.0-or-later */
/* watch_steps.h: every step that pawl does in this process is seen here. */
#ifndef WATCH_STEPS_H
#define WATCH_STEPS_H

#include <stddef.h>

size_t steps_turned(void); /* so far: those that ended as done */

#endif
