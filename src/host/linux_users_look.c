/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads files, links and directories of links below the root. */
#include "linux_users.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

static char *look(int root, enum op_verb verb, const char *format, va_list values)
	__attribute__((format(printf, 3, 0)));
static char *look(int root, enum op_verb verb, const char *format, va_list values)
{
	AUTO_TEXT struct text path = { 0 };
	struct text data = { 0 };

	text_addv(&path, format, values);
	struct op op = { .verb = verb, .path = text_string(&path), .deadline_ns = UINT64_MAX };
	int err = file_do(root, &op, &data);
	if (err == 0)
		return text_take(&data);
	text_free(&data);
	errno = err;
	return NULL;
}

char *look_read(int root, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	char *text = look(root, OP_READ, format, values);
	va_end(values);
	return text;
}

char *look_link(int root, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	char *target = look(root, OP_LINK, format, values);
	va_end(values);
	return target;
}

/* 0, or why the link cannot be read: not that it is none, or that it is gone. */
static int entry_see(int directory, const struct dirent *entry, see_entry *see, void *data)
{
	char target[PATH_MAX];
	ssize_t n = -1;
	int err = 0;

	if (entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN) {
		n = readlinkat(directory, entry->d_name, target, sizeof(target) - 1);
		err = n == -1 && (errno == EACCES || errno == EPERM) ? errno : 0;
	}
	if (n >= 0)
		target[n] = '\0';
	see(data, entry->d_name, n >= 0 ? target : NULL);
	return err;
}

/*
 * One open for thousands of links: to walk to each by its whole path costs three times as much. What may be
 * listed may still keep its links to itself, as a process's descriptors do.
 */
int look_each(int root, const char *path, see_entry *see, void *data)
{
	int fd = root_open(root, path, O_RDONLY | O_DIRECTORY), err = 0, forbidden = 0;
	DIR *directory = fd == -1 ? NULL : fdopendir(fd);
	struct dirent *entry;

	if (!directory)
		return -1;
	while (errno = 0, (entry = readdir(directory))) {
		if (string_equal(entry->d_name, ".") || string_equal(entry->d_name, ".."))
			continue;
		err = entry_see(fd, entry, see, data);
		forbidden = forbidden ? forbidden : err;
	}
	err = errno ? errno : forbidden;
	closedir(directory);
	errno = err;
	return err ? -1 : 0;
}
