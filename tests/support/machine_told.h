/* SPDX-License-Identifier: GPL-2.0-or-later */
/* machine_told.h: a twin's machine as text, whatever the order in which its devices came. */
#ifndef MACHINE_TOLD_H
#define MACHINE_TOLD_H

#include "twin.h"

void machine_seen(struct twin *, struct survey *ret_machine); /* survey_free frees it */
char *machine_told(struct twin *);                            /* the caller frees it */

#endif
