/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of PCI vendors and devices, from libpci's pci.ids. */
#include "names.h"
#include <limits.h>
#include <pci/pci.h>
#include <setjmp.h>
#include <stdlib.h>

static jmp_buf list_is_broken;

/* libpci ends the program when its list cannot be parsed; numbers are good enough. */
static __attribute__((noreturn)) void list_error(char *format, ...)
{
	(void)format;
	longjmp(list_is_broken, 1);
}

static void list_remark(char *format, ...)
{
	(void)format;
}

/*
 * Kept until the program ends. pci_init is never called: it looks for the machine by itself, past the host's
 * root. The list alone is asked, neither hwdb nor a cache in the user's home.
 */
static struct pci_access *names_list(void)
{
	static struct pci_access *list;

	if (list)
		return list;
	list = pci_alloc();
	list->error = list_error;
	list->warning = list->debug = list_remark;
	list->id_lookup_mode = PCI_LOOKUP_NO_HWDB;
	if (setjmp(list_is_broken) == 0)
		pci_load_name_list(list);
	return list;
}

static int number_of(const char *text)
{
	return text ? (int)(strtoul(text, NULL, 16) & 0xffff) : 0;
}

const char *names_device(const char *vendor, const char *device, char *buffer, size_t size)
{
	return pci_lookup_name(names_list(), buffer, size > INT_MAX ? INT_MAX : (int)size,
		PCI_LOOKUP_VENDOR | PCI_LOOKUP_DEVICE, number_of(vendor), number_of(device));
}
