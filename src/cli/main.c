/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The program: hands the real world to pawl_main. */
#include "cli.h"
#include "descriptors.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static struct host *open_host(const struct world *world, const char *root, struct report *report)
{
	(void)world;
	return host_linux_new(root, report);
}

static unsigned terminal_width(int fd)
{
	struct winsize size = { 0 };

	if (!isatty(fd))
		return 0;
	return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/* Asked anew each time: a window changes its size. A terminal called "dumb" cannot go up a line. */
static unsigned err_columns(const struct world *world)
{
	const char *terminal = getenv("TERM");

	(void)world;
	return terminal && !string_equal(terminal, "dumb") ? terminal_width(STDERR_FILENO) : 0;
}

static bool is_pipe(int fd)
{
	struct stat stat;

	return fstat(fd, &stat) == 0 && (S_ISFIFO(stat.st_mode) || S_ISSOCK(stat.st_mode));
}

/* https://no-color.org: any value but the empty one. A terminal called "dumb" knows no colours. */
static bool terminal_has_color(int fd)
{
	const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(fd) && !(no_color && *no_color) && terminal && !string_equal(terminal, "dumb");
}

/* The locale's character set, as its name has it: loading the locale itself would cost more than a run. */
static bool terminal_is_utf8(int fd)
{
	const char *locale = getenv("LC_ALL");

	if (!locale || !*locale)
		locale = getenv("LC_CTYPE");
	if (!locale || !*locale)
		locale = getenv("LANG");
	return isatty(fd) && locale && (strcasestr(locale, "utf-8") || strcasestr(locale, "utf8"));
}

int main(int argc, char **argv)
{
	if (descriptors_fill() == -1) {
		perror("pawl: /dev/null, in place of a standard descriptor that is closed");
		return UNAVAILABLE;
	}
	struct world world = {
		.in = stdin,
		.out = stdout,
		.err = stderr,
		.terminal = isatty(STDIN_FILENO) && isatty(STDERR_FILENO),
		.piped = is_pipe(STDOUT_FILENO),
		.width = terminal_width(STDOUT_FILENO),
		.color = terminal_has_color(STDOUT_FILENO),
		.color_err = terminal_has_color(STDERR_FILENO),
		.err_columns = err_columns,
		.unicode = terminal_is_utf8(STDOUT_FILENO),
		.root = geteuid() == 0,
		.open_host = open_host,
	};

	signal(SIGPIPE, SIG_IGN); /* a reader that goes away may not end a run in the middle */
	return pawl_main(&world, argc, argv);
}
