/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory that a test works in and leaves nothing of. */
#include "scratch.h"
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <unistd.h>

static int remove_entry(const char *path, const struct stat *status, int what, struct FTW *where)
{
	(void)status, (void)what, (void)where;
	return remove(path);
}

int scratch_enter(char **ret_directory, struct text *why)
{
	char *directory = string_copy("/tmp/pawl-story.XXXXXX");

	if (mkdtemp(directory) && chdir(directory) == 0) {
		*ret_directory = directory;
		return 0;
	}
	text_addf(why, "%s: %m", directory);
	free(directory);
	return -1;
}

static int copy_file(const char *from, const char *to, const struct stat *status)
{
	AUTO_CLOSE int in = open(from, O_RDONLY | O_CLOEXEC);
	AUTO_CLOSE int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status->st_mode);
	off_t rest = status->st_size;
	ssize_t n;

	while (in >= 0 && out >= 0 && rest > 0 && (n = sendfile(out, in, NULL, (size_t)rest)) > 0)
		rest -= n;
	return in < 0 || out < 0 || rest > 0 ? -1 : 0;
}

/* nftw(3) has no argument for it: where all goes, and the length of the name where it comes from. */
static struct {
	const char *to;
	size_t skip;
} copying;

static int copy_entry(const char *path, const struct stat *status, int what, struct FTW *where)
{
	AUTO_FREE char *to = text_print("%s%s", copying.to, path + copying.skip);

	if (where->level == 0)
		return 0;
	return what == FTW_D ? mkdir(to, status->st_mode) : copy_file(path, to, status);
}

int scratch_branch(char **directory, struct text *why)
{
	char *old = *directory;

	if (scratch_enter(directory, why) < 0)
		return -1;
	copying.to = *directory;
	copying.skip = strlen(old);
	if (nftw(old, copy_entry, 16, FTW_PHYS) != 0)
		return text_addf(why, "%s: %m", old), -1;
	free(old);
	return 0;
}

void scratch_leave(char *directory)
{
	nftw(directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(directory);
}
