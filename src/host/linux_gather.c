/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads many attributes of one directory, which is found once.
 *
 * Planning reads a dozen attributes of each of some thousand functions: nothing here allocates an object per
 * attribute, and each costs one open, one read and one close, or one readlink.
 */
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

enum { PAGE = 4096, MOST = 64 * 1024 };

/*
 * An attribute comes whole in one read(2) when the buffer has room (Documentation/filesystems/sysfs.rst), so
 * a read that does not fill the buffer was the last. sysfs has no more than a page for any.
 */
static int attribute_read(int fd, struct text *data)
{
	size_t before = data->length;
	char page[PAGE];
	ssize_t n = PAGE;

	while (n == PAGE) {
		n = TEMP_FAILURE_RETRY(read(fd, page, PAGE));
		if (n == -1)
			return errno;
		if (data->length - before + (size_t)n > MOST)
			return EFBIG;
		if (memchr(page, '\0', (size_t)n))
			return EILSEQ; /* no text: its NUL would end the answer */
		text_add_bytes(data, page, (size_t)n);
	}
	return 0;
}

/*
 * `flags`: O_NONBLOCK for what must not wait. A pipe shows itself by having nothing to read: to ask each
 * attribute what it is would take a fifth of a survey.
 */
static int attribute_open_read(
	int directory, const char *name, int flags, struct text *data, struct text *why)
{
	AUTO_CLOSE int fd = root_open_below(directory, name, O_RDONLY | O_NOCTTY | flags);
	size_t before = data->length;

	if (fd == -1)
		return errno;
	int err = attribute_read(fd, data);
	if (err == EFBIG)
		text_addf(why, "longer than %d bytes", MOST);
	if (err != EAGAIN && (err != 0 || data->length > before))
		return err;
	return file_check(fd, name, why) == -1 ? errno : err;
}

/* `name` without the "@" that ends it. readlinkat(2) itself does not follow the last word, but all others. */
static int attribute_link(int directory, const char *name, size_t length, struct text *data)
{
	char link[NAME_MAX + 1], target[PATH_MAX];

	if (length > NAME_MAX || memchr(name, '/', length))
		return EINVAL;
	memcpy(link, name, length);
	link[length] = '\0';
	ssize_t n = readlinkat(directory, link, target, sizeof(target));
	if (n == -1)
		return errno;
	text_add_bytes(data, target, (size_t)n);
	return 0;
}

/* Gives back what was added beyond `length`. */
static void text_cut(struct text *text, size_t length)
{
	text->length = length;
	text->bytes[length] = '\0';
}

static void attribute_gather(int directory, const char *name, int flags, struct text *data)
{
	size_t length = strlen(name), answer = data->length;
	bool link = length > 0 && name[length - 1] == '@';
	AUTO_TEXT struct text why = { 0 };

	text_add_bytes(data, "=", 1);
	int err = link ? attribute_link(directory, name, length - 1, data)
		       : attribute_open_read(directory, name, flags, data, &why);
	if (err == ENOENT) {
		text_cut(data, answer);
		text_add(data, "-");
	} else if (err != 0) {
		text_cut(data, answer);
		text_addf(data, "?%s", why.length ? text_string(&why) : strerror(err));
	} else if (data->length > answer + 1 && data->bytes[data->length - 1] == '\n') {
		text_cut(data, data->length - 1);
	}
	text_add_bytes(data, "", 1);
}

int gather_do(int root, const struct op *op, struct text *data)
{
	const char *name = op->in, *end = name + op->in_len;
	AUTO_CLOSE int directory = root_open(root, op->path, O_PATH | O_DIRECTORY);

	if (directory == -1)
		return errno;
	if (op->in_len > 0 && end[-1] != '\0')
		return EINVAL;
	text_make_room(data, op->in_len * 4); /* names and values are as short as each other, links longer */
	for (; name < end; name += strlen(name) + 1)
		attribute_gather(directory, name, op->deadline_ns ? 0 : O_NONBLOCK, data);
	return 0;
}
