/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * measure.c: runs a command and prints its wall time (microseconds), peak memory (KiB) and exit status.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

/* vfork: what the child is charged for must not hold a copy of this process. */
static pid_t start(char **command)
{
	int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
	pid_t child = vfork();

	if (child)
		return child;
	dup2(nothing, STDOUT_FILENO);
	execvp(command[0], command);
	_exit(127);
}

/* measure COMMAND [ARGUMENT...] */
int main(int argc, char **argv)
{
	long long began = microseconds();
	struct rusage use;
	pid_t child;
	int status;

	if (argc < 2)
		return 64;
	child = start(argv + 1);
	if (child < 0 || wait4(child, &status, 0, &use) < 0) {
		perror(argv[1]);
		return 1;
	}
	printf("%lld %ld %d\n", microseconds() - began, use.ru_maxrss,
		WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	return 0;
}
