/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * names.h: what people call a PCI device. Floor 2, host.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

/*
 * Vendor's and device's names for two hexadecimal numbers, as sysfs has them ("0x19e5"). The numbers stand
 * where no name is known. What is longer than the buffer is cut and ends in "...".
 */
const char *names_device(const char *vendor, const char *device, char *buffer, size_t size);

#endif
