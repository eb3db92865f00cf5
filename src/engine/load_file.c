/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gets the bytes of a configuration file to the parser. */
#include "load_path.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	ONE_READ = 1 << 16,
	ENOUGH = MOST_BYTES + 1, /* more than wish_parse takes: it says so */
};

static int read_all(int fd, struct text *text)
{
	char bytes[ONE_READ];

	while (text->length < ENOUGH) {
		ssize_t n = read(fd, bytes, ONE_READ);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return (int)n;
		text_add_bytes(text, bytes, (size_t)n);
	}
	return 0;
}

static int refuse(struct wish *wish, struct report *report, const struct finding *like, const char *text)
{
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.outcome = BAD_CONFIGURATION;
	wish_loaded(wish)->incomplete = true;
	report_add(report, &finding, "%s %s", finding.path, text);
	return -1;
}

int path_unreadable(struct wish *wish, const char *path, int error, struct report *report)
{
	struct finding finding = { .id = "file-unreadable",
		.path = path,
		.error = error,
		.hint = "name a file or a directory that is there and that you may read" };

	if (error == ENOENT)
		return refuse(wish, report, &finding, "does not exist");
	return refuse(
		wish, report, &finding, error == EACCES ? "may not be read by this user" : "cannot be read");
}

int path_refuse(struct wish *wish, const char *path, const struct finding *like, const char *text,
	struct report *report)
{
	struct finding finding = *like;

	finding.path = path;
	return refuse(wish, report, &finding, text);
}

/* Who opens a FIFO waits for its writer, and a device may do anything: neither is opened to look at it. */
int path_look(const char *path, struct stat *ret_stat)
{
	AUTO_CLOSE int fd = open(path, O_PATH | O_CLOEXEC);

	return fd < 0 ? -1 : fstat(fd, ret_stat);
}

/* Somebody may have put another thing in its place since it was looked at: `flags` are for that. */
static int read_named(
	struct wish *wish, const char *path, int flags, struct text *text, struct report *report)
{
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags);

	return fd < 0 || read_all(fd, text) < 0 ? path_unreadable(wish, path, errno, report) : 0;
}

int path_load(struct wish *wish, const char *path, struct report *report)
{
	AUTO_TEXT struct text text = { 0 };

	if (read_named(wish, path, O_NONBLOCK, &text, report) < 0)
		return -1;
	return wish_parse(wish, path, text_string(&text), text.length, report);
}

/* Who names a FIFO has a writer for it, as the shell has for <(...): it is waited for. */
int wish_read(struct wish *wish, const char *path, struct text *ret_bytes, struct report *report)
{
	struct stat stat;

	if (path_look(path, &stat) < 0)
		return path_unreadable(wish, path, errno, report);
	if (S_ISDIR(stat.st_mode))
		return 1;
	if (S_ISREG(stat.st_mode) || S_ISFIFO(stat.st_mode))
		return read_named(wish, path, S_ISFIFO(stat.st_mode) ? 0 : O_NONBLOCK, ret_bytes, report);
	return path_refuse(wish, path,
		&(struct finding){ .id = "not-a-file", .hint = "hand it over as standard input: -f -" },
		"is neither a file, a pipe nor a directory", report);
}

int wish_load(struct wish *wish, const char *path, struct report *report)
{
	AUTO_TEXT struct text bytes = { 0 };
	int is = wish_read(wish, path, &bytes, report);

	if (is == 0)
		return wish_parse(wish, path, text_string(&bytes), bytes.length, report);
	return is < 0 ? -1 : path_load_below(wish, path, report);
}

static void source_free(struct source *source)
{
	free(source->name);
	free(source->bytes);
	free(source);
}

void wish_free(struct wish *wish)
{
	state_free(&wish->state);
	for (size_t i = 0; i < wish->n_sources; i++)
		source_free(wish->sources[i]);
	free(wish->sources);
	loaded_free(wish->loaded);
	lookup_free(&wish->by_host_name);
	*wish = (struct wish){ 0 };
}
