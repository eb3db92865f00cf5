/* SPDX-License-Identifier: GPL-2.0-or-later */
/* met.h: someone who meets each operation of a play on its way to the twin. */
#ifndef MET_H
#define MET_H

#include "twin.h"

/* `meet` is called before the twin has the operation, which will be its `nth`, from 1. */
typedef void meet_fn(void *data, uint64_t nth, const struct op *);

/* From now on, in place of another's. */
void operations_meet(struct twin *, meet_fn *meet, void *data);

/* The twin's operations are its own again. */
void operations_leave(struct twin *);

/* It looks at the machine, and changes nothing. */
bool operation_looks(const struct op *);

#endif
