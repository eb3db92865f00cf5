/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * address.h: PCI addresses: what is one, their order, their numbers. Floor 0.
 *
 * The kernel prints "0000:17:00.0", in lower case, with more digits for the domain only when it needs them
 * ("%04x:%02x:%02x.%d", drivers/pci/probe.c, pci_setup_device).
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is it an address as the kernel prints it? Only such text is ever put into a path. */
bool address_valid(const char *);
bool address_valid_bytes(const char *, size_t length);

/* The length of what the text begins with, 0 when it is none; people may write capital letters. */
size_t address_length(const char *text);        /* "0000:17:00.0" */
size_t address_bus_length(const char *text);    /* "17:00.0", as lspci prints them without a domain */
size_t address_device_length(const char *text); /* "00.0" */

/* The same for JSON Schemas; `letters` is "a-f", or "A-Fa-f" for what people write. */
#define ADDRESS_DEVICE_PATTERN(letters) "[01][0-9" letters "]\\.[0-7]"
#define ADDRESS_PATTERN(letters)                                                                             \
	"([0-9" letters "]{4}|[1-9" letters "][0-9" letters "]{4,7}):[0-9" letters                           \
	"]{2}:" ADDRESS_DEVICE_PATTERN(letters)

/* Orders valid addresses by domain, bus, device and function: all their digits as one number. */
uint64_t address_rank(const char *);
int address_compare(const char *, const char *);

/* The last one among the words of a path, for the caller to free; NULL: there is none. An interface's path:
 * "../../devices/pci0000:00/0000:00:03.0/virtio0/net/eth0". */
char *address_last(const char *path);

/* Device and function of a valid address: "00.0" of "0000:17:00.0". */
const char *address_device(const char *address);

/* The routing id: bus, device and function as one number of 16 bits (PCI Express). */
struct routing {
	uint32_t domain;
	int64_t number; /* beyond UINT16_MAX: on no bus of this domain */
};
struct routing address_routing(const char *address); /* of a valid one */
char *routing_print(const struct routing *); /* the address, for the caller to free; NULL: on no bus */

#endif
