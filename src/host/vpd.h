/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * vpd.h: the serial number in a PCI function's vital product data.
 */
#ifndef VPD_H
#define VPD_H

#include <stddef.h>

/*
 * The value of the keyword SN among the read-only data, without blanks at its end, for the caller to free.
 * NULL when there is none that can be shown: cards ship with anything in it.
 */
char *vpd_serial(const void *bytes, size_t length);

#endif
