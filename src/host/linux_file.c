/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Operations on one file, link or directory, done at once. */
#include "linux.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 16 * 1024, MOST = 64 * 1024 * 1024 };

static int file_open(int root, const struct op *op, int flags, struct text *why)
{
	return op->deadline_ns ? root_open(root, op->path, flags)
			       : root_open_file(root, op->path, flags, why);
}

/* Until the end of the file: files of /proc are handed out in pieces of the kernel's choice. */
static int file_read(int root, const struct op *op, struct text *data)
{
	int flags = O_RDONLY | (state_holds(op->path) ? O_NOFOLLOW : 0);
	AUTO_CLOSE int fd = state_check(root, op->path, data) == -1 ? -1 : file_open(root, op, flags, data);
	char piece[PIECE];
	ssize_t n = -1;

	if (fd == -1 || state_file_check(fd, op->path, data) == -1)
		return errno;
	while ((n = TEMP_FAILURE_RETRY(read(fd, piece, sizeof(piece)))) > 0 &&
		data->length + (size_t)n <= MOST)
		text_add_bytes(data, piece, (size_t)n);
	if (n == 0)
		return 0;
	text_free(data);
	return n == -1 ? errno : EFBIG;
}

/*
 * sysfs takes a value in one write(2), and what was not taken at once must not be sent after it
 * (Documentation/filesystems/sysfs.rst).
 */
static int file_write(int root, const struct op *op, struct text *data)
{
	AUTO_CLOSE int fd = file_open(root, op, O_WRONLY, data);

	if (fd == -1)
		return errno;
	ssize_t n = write(fd, op->in, op->in_len);
	if (n == -1)
		return errno;
	return (size_t)n == op->in_len ? 0 : EIO;
}

static int file_link(int root, const struct op *op, struct text *data)
{
	AUTO_CLOSE int fd = root_open(root, op->path, O_PATH | O_NOFOLLOW);
	char target[PATH_MAX];

	if (fd == -1)
		return errno;
	ssize_t n = readlinkat(fd, "", target, sizeof(target));
	if (n == -1)
		return errno == ENOENT ? EINVAL : errno; /* what is open is there: it is no link */
	text_add_bytes(data, target, (size_t)n);
	return 0;
}

static int name_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `names`: n of them, each ended by a NUL. */
static void names_add_sorted(const char *names, size_t n, struct text *data)
{
	AUTO_FREE const char **sorted = memory_new(n + 1, sizeof(*sorted));

	for (size_t i = 0; i < n; i++, names += strlen(names) + 1)
		sorted[i] = names;
	qsort(sorted, n, sizeof(*sorted), name_order);
	for (size_t i = 0; i < n; i++) {
		text_add(data, sorted[i]);
		text_add(data, "\n");
	}
}

static int file_list(int root, const struct op *op, struct text *data)
{
	int fd = root_open(root, op->path, O_RDONLY | O_DIRECTORY);
	DIR *directory = fd == -1 ? NULL : fdopendir(fd);
	AUTO_TEXT struct text names = { 0 };
	size_t n = 0;

	if (!directory)
		return errno;
	errno = 0;
	for (struct dirent *entry; (entry = readdir(directory));) {
		if (string_equal(entry->d_name, ".") || string_equal(entry->d_name, ".."))
			continue;
		text_add_bytes(&names, entry->d_name, strlen(entry->d_name) + 1);
		n++;
	}
	int err = errno;
	closedir(directory);
	if (err == 0)
		names_add_sorted(text_string(&names), n, data);
	return err;
}

static int (*const doers[])(int root, const struct op *, struct text *data) = {
	[OP_READ] = file_read,
	[OP_WRITE] = file_write,
	[OP_LIST] = file_list,
	[OP_LINK] = file_link,
	[OP_GATHER] = gather_do,
	[OP_REPLACE] = state_replace,
	[OP_APPEND] = state_append,
	[OP_CAPABILITY] = capability_do,
	[OP_NETLINK] = netlink_do,
	[OP_USERS] = users_do,
	[OP_LOG] = log_do,
	[OP_CLAIMS] = claims_do,
	[OP_NVME] = nvme_do,
};

bool file_does(int verb)
{
	return verb >= 0 && (size_t)verb < sizeof(doers) / sizeof(doers[0]) && doers[verb];
}

int file_do(int root, const struct op *op, struct text *data)
{
	return doers[op->verb](root, op, data);
}
