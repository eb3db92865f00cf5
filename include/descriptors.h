/* SPDX-License-Identifier: GPL-2.0-or-later */
/* descriptors.h: what a program makes sure of before it opens anything. Floor 2, host. */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H

/* A program's first call: opens descriptors 0 to 2 where they are closed, so that no file of ours gets their
 * numbers and no output gets into it. Using one still gives EBADF. A file that may not grow is an error too,
 * no signal. -1 and errno when that cannot be. */
int descriptors_fill(void);

#endif
