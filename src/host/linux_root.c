/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Opens what lies below a directory without ever leaving it. */
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * openat2(2): EAGAIN says that something was renamed or mounted anywhere on the machine while a ".." was
 * walked, which every link below sys/bus has; the caller is to try again.
 */
enum { MOST_TRIES = 1000 };

static int open_resolved(int directory, const char *path, int flags, uint64_t resolve)
{
	struct open_how how = { .flags = (uint64_t)flags | O_CLOEXEC, .resolve = resolve };
	long fd = -1;

	for (int tries = 0; tries < MOST_TRIES; tries++) {
		fd = syscall(SYS_openat2, directory, path, &how, sizeof(how));
		if (fd >= 0 || (errno != EAGAIN && errno != EINTR))
			break;
	}
	return (int)fd;
}

int root_open_first(const char *path)
{
	return open_resolved(AT_FDCWD, path, O_PATH | O_DIRECTORY, 0);
}

int root_open(int root, const char *path, int flags)
{
	return open_resolved(root, path, flags, RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS);
}

/* A directory is for whoever reads or writes it to refuse. */
int file_check(int fd, const char *path, struct text *why)
{
	struct stat about;

	if (fstat(fd, &about) == -1)
		return -1;
	if (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode))
		return 0;
	text_addf(why, "%s is a pipe or a device, not a file", path);
	errno = EINVAL;
	return -1;
}

/* A pipe that is opened for writing while nobody reads it gives ENXIO (fifo(7)), as a dead device does. */
int root_open_file(int root, const char *path, int flags, struct text *why)
{
	AUTO_CLOSE int fd = root_open(root, path, flags | O_NONBLOCK | O_NOCTTY);

	if (fd == -1 && errno == ENXIO) {
		fd = root_open(root, path, O_PATH | (flags & O_NOFOLLOW));
		if (fd == -1 || file_check(fd, path, why) == -1)
			return -1;
		errno = ENXIO;
		return -1;
	}
	if (fd == -1 && errno == ELOOP && flags & O_NOFOLLOW) {
		text_addf(why, "%s is a symbolic link", path);
		errno = ELOOP;
	}
	if (fd == -1 || file_check(fd, path, why) == -1)
		return -1;
	int file = fd;
	fd = -1;
	return file;
}

/* One word that is no link cannot lead out, and openat(2) takes 5 % less of a survey than openat2(2). */
int root_open_below(int directory, const char *name, int flags)
{
	if (!strchr(name, '/') && !string_equal(name, ".."))
		return (int)TEMP_FAILURE_RETRY(openat(directory, name, flags | O_CLOEXEC | O_NOFOLLOW));
	return open_resolved(directory, name, flags, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
}
