/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * address.h: PCI addresses as the kernel prints them, "0000:17:00.0".
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/* Is it an address as the kernel prints it? Only such text is ever put into a path. */
bool address_valid(const char *);
bool address_valid_bytes(const char *, size_t length);

/* In the order of domain, bus, device, function; both must be valid. */
int address_compare(const char *, const char *);

/* Device and function of a valid address: "00.0" of "0000:17:00.0". */
const char *address_device(const char *address);

#endif
