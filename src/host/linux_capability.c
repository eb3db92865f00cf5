/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds an extended capability in a PCI function's configuration space.
 *
 * Each byte of that space is asked of the device, and a dead one may take its completion timeout for every
 * word: so the list is followed, and nothing else is read.
 */
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* PCI Express Base Specification 6.0, 7.6.3 (extended capabilities): where they begin, how many have room. */
enum { FIRST = 0x100, SPACE = 4096, MOST = (SPACE - FIRST) / 8, HEADER = 4 };

static uint32_t word_of(const uint8_t *bytes)
{
	return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The kernel shows others than root the first 64 bytes only (drivers/pci/pci-sysfs.c, pci_read_config). */
static int config_read(int fd, off_t at, void *bytes, size_t length)
{
	ssize_t n = TEMP_FAILURE_RETRY(pread(fd, bytes, length, at));
	struct stat about;

	if (n == (ssize_t)length)
		return 0;
	if (n == -1 || fstat(fd, &about) == -1)
		return errno;
	return about.st_size > at ? EPERM : ENOENT;
}

static int capability_find(int fd, uint16_t id, off_t *ret_at)
{
	off_t at = FIRST;

	for (int i = 0; i < MOST && at >= FIRST; i++) {
		uint8_t bytes[HEADER];
		int err = config_read(fd, at, bytes, sizeof(bytes));
		uint32_t header = err ? 0 : word_of(bytes);

		if (err)
			return err;
		if (header == UINT32_MAX)
			return EIO; /* what a device that does not answer reads as */
		if (header == 0)
			return ENOENT;
		if ((header & 0xffff) == id) {
			*ret_at = at;
			return 0;
		}
		at = header >> 20 & ~3U;
	}
	return ENOENT;
}

int capability_do(int root, const struct op *op, struct text *data)
{
	AUTO_CLOSE int fd = root_open(root, op->path, O_RDONLY | O_NOCTTY | O_NONBLOCK);
	uint8_t bytes[SPACE];
	uint16_t wanted[2];
	off_t at = 0;
	int err;

	if (fd == -1)
		return errno;
	if (op->in_len != sizeof(wanted))
		return EINVAL;
	memcpy(wanted, op->in, sizeof(wanted));
	if (file_check(fd, op->path, data) == -1)
		return errno;
	err = capability_find(fd, wanted[0], &at);
	if (!err && at + HEADER + wanted[1] > SPACE)
		err = ENOENT;
	if (!err)
		err = config_read(fd, at + HEADER, bytes, wanted[1]);
	if (!err)
		text_add_bytes(data, bytes, wanted[1]);
	return err;
}
