/* SPDX-License-Identifier: GPL-2.0-or-later */
/* noted.h: which operations of a play only look. */
#ifndef NOTED_H
#define NOTED_H

#include "twin.h"

/* From now on this twin's operations are noted, in place of another's. */
void operations_note(struct twin *);

/* The n-th, from 1, only looked at the machine. */
bool operation_looks(uint64_t n);

#endif
