/* SPDX-License-Identifier: GPL-2.0-or-later */
/* vfio_user.h: those who use functions through /dev/vfio, each until told to let go of it. */
#ifndef VFIO_USER_H
#define VFIO_USER_H

#include "text.h"

/* `who` is what its process calls itself. -1: it cannot be used, and `why`. */
int vfio_user_start(const char *address, const char *who, struct text *why);
void vfio_user_end(const char *address); /* NULL: all of them */

#endif
