/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gets the bytes of a configuration file to the parser. */
#include "node.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	ONE_READ = 1 << 16,
	ENOUGH = (64 << 20) + 1, /* more than wish_parse takes: it says so */
};

static int read_all(int fd, struct text *text)
{
	AUTO_FREE char *bytes = memory_new(1, ONE_READ);

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

static int report_unreadable(struct report *report, const char *path, int error)
{
	struct finding finding = {
		.severity = ERROR,
		.outcome = BAD_CONFIGURATION,
		.id = "file-unreadable",
		.path = path,
		.error = error,
	};

	if (error == EISDIR) {
		finding.hint = "name the files in it";
		report_add(report, &finding, "%s is a directory: directories are not supported yet", path);
	} else {
		report_add(report, &finding, "%s cannot be read", path);
	}
	return -1;
}

int wish_load(struct wish *wish, const char *path, struct report *report)
{
	bool standard_input = string_equal(path, "-");
	AUTO_CLOSE int opened = standard_input ? -1 : open(path, O_RDONLY | O_CLOEXEC);
	AUTO_TEXT struct text text = { 0 };

	if (!standard_input && opened < 0)
		return report_unreadable(report, path, errno);
	if (read_all(standard_input ? STDIN_FILENO : opened, &text) < 0)
		return report_unreadable(report, path, errno);
	return wish_parse(
		wish, standard_input ? "standard input" : path, text_string(&text), text.length, report);
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
	*wish = (struct wish){ 0 };
}
