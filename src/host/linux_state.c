/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes files so that a crash or a power cut leaves them whole. */
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What pawl remembers stands below these; nobody else may be able to put something else there. */
static const char *const state_directories[] = { STATE_DIRECTORY, LOCK_DIRECTORY };
enum { N_STATE_DIRECTORIES = sizeof(state_directories) / sizeof(state_directories[0]) };

static bool path_within(const char *path, const char *directory)
{
	size_t length = strlen(directory);

	return string_starts(path, directory) && (path[length] == '/' || path[length] == '\0');
}

/* The state directory that the path is in; NULL: in none. */
static const char *path_state_directory(const char *path)
{
	for (size_t i = 0; i < N_STATE_DIRECTORIES; i++) {
		if (path_within(path, state_directories[i]))
			return state_directories[i];
	}
	return NULL;
}

/* Directories of the system that a bare root lacks must stay open to all; the ones of pawl are its own. */
static mode_t directory_mode(const char *path)
{
	for (size_t i = 0; i < N_STATE_DIRECTORIES; i++) {
		if (path_within(state_directories[i], path) && !string_equal(path, state_directories[i]))
			return 0755;
	}
	return 0700;
}

/* Splits "a/b/c" into "a/b" and "c"; a path of one word is in ".". The caller frees the directory. */
static char *path_split(const char *path, const char **ret_name)
{
	const char *slash = strrchr(path, '/');

	*ret_name = slash ? slash + 1 : path;
	return slash ? text_print("%.*s", (int)(slash - path), path) : string_copy(".");
}

static int directory_open(int root, const char *path, bool make)
{
	int fd = root_open(root, path, O_RDONLY | O_DIRECTORY);
	const char *name;

	if (fd >= 0 || errno != ENOENT || !make)
		return fd;
	AUTO_FREE char *above = path_split(path, &name);
	AUTO_CLOSE int parent = directory_open(root, above, true);
	if (parent == -1)
		return -1;
	if (mkdirat(parent, name, directory_mode(path)) == -1 && errno != EEXIST)
		return -1;
	if (fsync(parent) == -1)
		return -1;
	return root_open(root, path, O_RDONLY | O_DIRECTORY);
}

/* -1 and why, when somebody else may write what pawl remembers. */
static int owner_check(const struct stat *about, const char *path, struct text *why)
{
	if (about->st_uid != 0 && about->st_uid != geteuid())
		text_addf(why, "%s belongs to user %u, not to root", path, (unsigned)about->st_uid);
	else if (about->st_mode & 022)
		text_addf(why, "%s can be written by others (mode %04o)", path,
			(unsigned)about->st_mode & 07777);
	else
		return 0;
	errno = EPERM;
	return -1;
}

int state_file_check(int fd, const char *path, struct text *why)
{
	struct stat about;

	if (fstat(fd, &about) == -1)
		return -1;
	return path_state_directory(path) ? owner_check(&about, path, why) : 0;
}

static int state_directory_check(int root, const char *path, struct text *why)
{
	AUTO_CLOSE int fd = root_open(root, path, O_PATH | O_NOFOLLOW);
	struct stat about;

	if (fd == -1 || fstat(fd, &about) == -1)
		return -1;
	if (S_ISLNK(about.st_mode))
		text_addf(why, "%s is a symbolic link, where a directory of its own must be", path);
	else if (!S_ISDIR(about.st_mode))
		text_addf(why, "%s is no directory", path);
	else
		return owner_check(&about, path, why);
	errno = EPERM;
	return -1;
}

bool state_holds(const char *path)
{
	return path_state_directory(path) != NULL;
}

int state_check(int root, const char *path, struct text *why)
{
	const char *state = path_state_directory(path);

	return state ? state_directory_check(root, state, why) : 0;
}

/* The directory of the file, checked when it is one of pawl's; `name` points into the path. */
static int directory_of(int root, const char *path, bool make, const char **ret_name, struct text *why)
{
	AUTO_FREE char *above = path_split(path, ret_name);
	AUTO_CLOSE int directory = directory_open(root, above, make);

	if (directory == -1 || state_check(root, path, why) == -1)
		return -1;
	int fd = directory;
	directory = -1;
	return fd;
}

int state_open(int root, const char *path, int flags, struct text *why)
{
	const char *name;
	AUTO_CLOSE int directory = directory_of(root, path, true, &name, why);

	if (directory == -1)
		return -1;
	AUTO_CLOSE int file = root_open_file(directory, name, flags | O_NOFOLLOW, why);
	if (file == -1 && errno == ENOENT) {
		file = openat(directory, name, flags | O_CLOEXEC | O_NOFOLLOW | O_CREAT, 0600);
		if (file == -1 || fsync(directory) == -1)
			return -1;
	}
	if (file == -1 || state_file_check(file, path, why) == -1)
		return -1;
	int fd = file;
	file = -1;
	return fd;
}

static int bytes_write(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t n = TEMP_FAILURE_RETRY(write(fd, bytes, length));

		if (n == -1)
			return -1;
		bytes += n;
		length -= (size_t)n;
	}
	return 0;
}

/* All or nothing: what a full disk took of a line is cut off again. */
int state_append(int root, const struct op *op, struct text *data)
{
	AUTO_CLOSE int fd = state_open(root, op->path, O_WRONLY | O_APPEND, data);
	struct stat before;

	if (fd == -1 || fstat(fd, &before) == -1)
		return errno;
	if (bytes_write(fd, op->in, op->in_len) == 0 && fsync(fd) == 0)
		return 0;
	int err = errno;
	if (ftruncate(fd, before.st_size) == -1)
		text_add(data, "part of the line stays at its end");
	return err;
}

/* What the new file must look like to others. A symbolic link is refused: rename(2) would put it away. */
static int file_owner(int directory, const char *name, bool is_state, struct stat *ret_like)
{
	struct stat like = { .st_uid = geteuid(), .st_gid = getegid(), .st_mode = is_state ? 0600 : 0644 };
	struct stat old;

	if (fstatat(directory, name, &old, AT_SYMLINK_NOFOLLOW) == -1) {
		if (errno != ENOENT)
			return errno;
	} else if (S_ISREG(old.st_mode)) {
		like = is_state ? like : old;
	} else {
		return S_ISLNK(old.st_mode) ? ELOOP : S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
	}
	*ret_like = like;
	return 0;
}

static int aside_write(int directory, const char *aside, const struct op *op, const struct stat *like)
{
	AUTO_CLOSE int fd =
		openat(directory, aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd == -1 || bytes_write(fd, op->in, op->in_len) == -1)
		return errno;
	if (fchown(fd, like->st_uid, like->st_gid) == -1 || fchmod(fd, like->st_mode & 07777) == -1)
		return errno;
	return fsync(fd) == -1 ? errno : 0;
}

int state_replace(int root, const struct op *op, struct text *data)
{
	bool is_state = path_state_directory(op->path) != NULL;
	const char *name;
	AUTO_CLOSE int directory = directory_of(root, op->path, is_state, &name, data);
	struct stat like = { 0 };

	if (directory == -1)
		return errno;
	int err = file_owner(directory, name, is_state, &like);
	if (err != 0)
		return err;
	AUTO_FREE char *aside = text_print(".%s.new", name);
	unlinkat(directory, aside, 0); /* of a run that was killed */
	err = aside_write(directory, aside, op, &like);
	if (err == 0 && renameat(directory, aside, directory, name) == -1)
		err = errno;
	if (err != 0)
		unlinkat(directory, aside, 0);
	else if (fsync(directory) == -1)
		err = errno;
	return err;
}
