/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sees to it that what goes wrong with a file is an error of its call. */
#include "descriptors.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/*
 * The other way round than they are used, as gnulib's stdopen does it: what is read from or written to one
 * that was closed gives EBADF, and is not lost without a word.
 */
static const int standard_flags[] = {
	[STDIN_FILENO] = O_WRONLY,
	[STDOUT_FILENO] = O_RDONLY,
	[STDERR_FILENO] = O_RDONLY,
};

int descriptors_fill(void)
{
	signal(SIGXFSZ, SIG_IGN); /* then write(2) says EFBIG (setrlimit(2), RLIMIT_FSIZE) */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) != -1 || errno != EBADF)
			continue;
		/* those below are open, so this one gets the number */
		if (open("/dev/null", standard_flags[fd]) != fd)
			return -1;
	}
	return 0;
}
