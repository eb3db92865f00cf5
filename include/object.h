/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * object.h: the names of objects ("nic0.vf.3"): folded, fitted to patterns, read for the VF in them. Floor 0.
 *
 * Whatever is printed can be given back: name_fits takes what names_fold makes of names that become one.
 */
#ifndef OBJECT_H
#define OBJECT_H

#include "text.h"
#include <stdint.h>

/* "nic0.vf.0", "nic0.vf.1", "nic0.vf.2" -> "nic0.vf.[0-2]"; what does not fold is listed. */
void names_fold(const char *const *names, size_t n, struct text *);
bool names_fold_together(const char *, const char *);
void numbers_fold(const size_t *numbers, size_t n, struct text *); /* sorted: "0,2-5" */

/*
 * Whether the name is what the pattern says, or is below it: "nic0.vf.[0,2-3]" has numbers, and "*" stands
 * for one segment of the name, an address being one: "gpus.*.vfs" is "gpus.0000:41:00.0.vfs".
 */
bool name_fits(const char *name, const char *pattern);
size_t name_fit_length(const char *name, const char *pattern); /* how much of it fits; 0: it does not */
size_t name_pattern_count(const char *pattern); /* how many names it means; 0: as many as there are */

/* How long the name of its device is: "nic0" of "nic0.vfs" and "nic0.vf.[0-3]"; of all others all. */
size_t name_device_length(const char *name);
bool name_vf(const char *name, int64_t *ret_number); /* "nic0.vf.3": one VF's name, with nothing behind */

/* "nic0.vf.3", with a key "nic0.vf.3.driver"; vf -1: "nic0", "nic0.driver". The caller frees it. */
char *name_print(const char *device, int64_t vf, const char *key);

#endif
