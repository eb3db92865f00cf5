/* SPDX-License-Identifier: GPL-2.0-or-later */
/* wish_inside.h: what is shared by the files that complete the wish of one host. */
#ifndef WISH_INSIDE_H
#define WISH_INSIDE_H

#include "wish.h"

/* Takes out what is out of service or decommissioned; a NOTE says what is left as it is. */
void wish_leave_out(struct state *, const struct survey *, struct report *);

#endif
