/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of PCI vendors and devices, from libpci's pci.ids. */
#include "names.h"
#include "text.h"
#include <fcntl.h>
#include <limits.h>
#include <pci/pci.h>
#include <setjmp.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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
 * The length of what is after "\n19e5  ", the vendor's name, and of all lines behind it that begin with a
 * blank or are remarks (pci.ids, "Syntax"). 0: the vendor is not in it, or it is compressed.
 */
static size_t vendor_find(const char *list, size_t n, int vendor, const char **ret_lines)
{
	AUTO_FREE char *head = text_print("\n%04x  ", (unsigned)vendor);
	const char *first = memmem(list, n, head, strlen(head)), *end = first;

	while (end && end + 1 < list + n && (end == first || end[1] == '\t' || end[1] == '#'))
		end = memchr(end + 1, '\n', (size_t)(list + n - end - 1));
	*ret_lines = first;
	if (!first)
		return 0;
	return (size_t)((end ? end : list + n) - first);
}

/* The file as it lies on the disk; NULL: it cannot be looked at. */
static const char *file_map(const char *path, size_t *ret_size)
{
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat about;
	void *bytes;

	if (fd == -1 || fstat(fd, &about) == -1 || about.st_size == 0)
		return NULL;
	*ret_size = (size_t)about.st_size;
	bytes = mmap(NULL, *ret_size, PROT_READ, MAP_PRIVATE, fd, 0);
	return bytes == MAP_FAILED ? NULL : bytes;
}

/* A file in memory that has the vendor's lines alone; -1: there is none. */
static int vendor_file(const char *path, int vendor)
{
	size_t size, length = 0;
	const char *list = file_map(path, &size), *lines;
	int fd = -1;

	if (list)
		length = vendor_find(list, size, vendor, &lines);
	if (length > 0)
		fd = memfd_create("pci.ids", MFD_CLOEXEC);
	if (fd != -1 && write(fd, lines, length) != (ssize_t)length) {
		close(fd);
		fd = -1;
	}
	if (list)
		munmap((void *)list, size);
	return fd;
}

/* pci_init is never called: it looks for the machine by itself, past the host's root. */
static struct pci_access *list_new(void)
{
	struct pci_access *list = pci_alloc();

	list->error = list_error;
	list->warning = list->debug = list_remark;
	list->id_lookup_mode = PCI_LOOKUP_NO_HWDB; /* the list alone, and no cache in the user's home */
	return list;
}

static bool list_load(struct pci_access *list)
{
	return setjmp(list_is_broken) == 0 && pci_load_name_list(list);
}

/* Of vendors whose lines are not found: loaded once, and kept. */
static struct pci_access *list_whole(void)
{
	static struct pci_access *list;

	if (!list) {
		list = list_new();
		list_load(list);
	}
	return list;
}

/*
 * libpci keeps each of forty thousand lines, which takes longer than the rest of a plan. It looks for a
 * compressed list first, which is for it alone to read.
 */
static struct pci_access *list_of(int vendor)
{
	struct pci_access *list = list_new();
	const char *all = list->id_file_name;
	AUTO_FREE char *plain = string_part(all, strlen(all) - (string_ends(all, ".gz") ? strlen(".gz") : 0));
	AUTO_CLOSE int fd = vendor_file(plain, vendor);

	if (fd != -1)
		pci_set_name_list_path(list, text_print("/proc/self/fd/%d", fd), 1);
	if (fd != -1 && list_load(list))
		return list;
	pci_cleanup(list);
	return list_whole();
}

/* Kept until the program ends. */
static struct pci_access *names_list(int vendor)
{
	static struct list {
		int vendor;
		struct pci_access *names;
	} * lists;
	static size_t n;

	for (size_t i = 0; i < n; i++)
		if (lists[i].vendor == vendor)
			return lists[i].names;
	lists = memory_grow(lists, n, sizeof(*lists));
	lists[n] = (struct list){ vendor, list_of(vendor) };
	return lists[n++].names;
}

static int number_of(const char *text)
{
	return text ? (int)(strtoul(text, NULL, 16) & 0xffff) : 0;
}

const char *names_device(const char *vendor, const char *device, char *buffer, size_t size)
{
	return pci_lookup_name(names_list(number_of(vendor)), buffer, size > INT_MAX ? INT_MAX : (int)size,
		PCI_LOOKUP_VENDOR | PCI_LOOKUP_DEVICE, number_of(vendor), number_of(device));
}
