/* SPDX-License-Identifier: GPL-2.0-or-later */
/* vfio_user.h: somebody who uses a function through /dev/vfio, until told to let go of it. */
#ifndef VFIO_USER_H
#define VFIO_USER_H

#include "text.h"
#include <sys/types.h>

pid_t vfio_user_start(const char *address, struct text *why); /* -1: it cannot be used, and `why` */
void vfio_user_end(pid_t);

#endif
