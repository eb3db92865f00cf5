/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory that a test works in and leaves nothing of. */
#include "scratch.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
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

void scratch_leave(char *directory)
{
	nftw(directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(directory);
}
