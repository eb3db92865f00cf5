/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The streams of a run: what the user hands in, what the user is told. */
#include "session.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Larger than any facts of a real host; a pipe that never ends must not fill the memory. */
#define MOST_BYTES ((size_t)256 << 20)

static char *stream_read(FILE *stream, size_t *ret_length)
{
	struct text text = { 0 };
	char chunk[65536];
	size_t n;

	while ((n = fread(chunk, 1, sizeof(chunk), stream)) > 0) {
		text_add_bytes(&text, chunk, n);
		if (text.length > MOST_BYTES) {
			errno = EFBIG;
			break;
		}
	}
	if (n > 0 || ferror(stream)) {
		text_free(&text);
		return NULL;
	}
	*ret_length = text.length;
	return text_take(&text);
}

static char *file_read(struct session *session, const char *path, size_t *ret_length)
{
	bool is_in = string_equal(path, "-");
	FILE *stream = is_in ? session->world->in : fopen(path, "re");
	char *bytes;
	int error;

	if (stream && !is_in)
		setvbuf(stream, NULL, _IONBF, 0); /* it is read whole */
	bytes = stream ? stream_read(stream, ret_length) : NULL;
	error = errno;
	if (stream && !is_in)
		fclose(stream);
	errno = error;
	return bytes;
}

/* Facts are made on their host; of many hosts they are planned from alone. */
static const char *read_hint(const struct session *session, const char *path, int error)
{
	if (string_equal(path, "-"))
		return "hand over a file's bytes, or name the file";
	if (!string_equal(path, session->options.facts))
		return "is it the right name?";
	return error == EISDIR ? "name one file of it; `pawl plan` alone plans for all hosts of a directory"
			       : "`pawl facts capture --out FILE` makes such a file on its host";
}

char *session_read(struct session *session, const char *path, size_t *ret_length)
{
	char *bytes = file_read(session, path, ret_length);
	int error = errno;

	if (bytes)
		return bytes;
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "unreadable",
			.hint = read_hint(session, path, error),
			.error = error,
		},
		"%s cannot be read", string_equal(path, "-") ? "standard input" : path);
	return NULL;
}

bool file_is_stream(const char *path)
{
	AUTO_CLOSE int fd = path ? open(path, O_PATH | O_CLOEXEC) : -1;
	struct stat stat;

	if (path && (string_equal(path, "-") || string_starts(path, "/dev/")))
		return true;
	return fd != -1 && fstat(fd, &stat) == 0 && S_ISFIFO(stat.st_mode);
}

bool file_is_directory(const char *path)
{
	AUTO_CLOSE int fd = path ? open(path, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;

	return fd != -1;
}

/* Facts, and no file that an editor or a mount keeps for itself. */
static int is_facts(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && string_ends(entry->d_name, ".json");
}

/* By bytes, whatever the locale. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

char **session_list_facts(struct session *session, const char *path)
{
	struct dirent **entries = NULL;
	int n = scandir(path, &entries, is_facts, compare_names);
	struct finding finding = { .severity = ERROR,
		.outcome = BAD_CONFIGURATION,
		.id = n < 0 ? "unreadable" : "empty-directory",
		.path = path,
		.error = n < 0 ? errno : 0,
		.hint = "`pawl facts capture --out NAME.json` makes such a file on its host" };
	char **names = n > 0 ? memory_new((size_t)n + 1, sizeof(*names)) : NULL;

	if (n <= 0)
		report_add(&session->report, &finding, "%s %s", path,
			n < 0 ? "cannot be read" : "has no *.json file of facts in it");
	for (int i = 0; i < n; i++) {
		names[i] = text_print("%s%s%s", path, string_ends(path, "/") ? "" : "/", entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return names;
}

/* A FIFO would wait for its writer: O_NONBLOCK, and nothing but a regular file is read. */
int file_peek(const char *path, size_t most, struct text *text)
{
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	struct stat stat;
	char chunk[16384];
	ssize_t n = 0;

	if (fd == -1 || fstat(fd, &stat) == -1 || !S_ISREG(stat.st_mode) || (size_t)stat.st_size > most)
		return -1;
	while (text->length <= most && (n = read(fd, chunk, sizeof(chunk))) > 0)
		text_add_bytes(text, chunk, (size_t)n);
	return n == 0 ? 0 : -1;
}

static void words_print(struct session *session, const char *words)
{
	FILE *out = session->world->out;
	bool taken = fputs(words, out) != EOF;

	if ((!taken || fflush(out) == EOF) && !session->output_error)
		session->output_error = errno;
}

static const char *hint_of(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return "make its directory first, or name another place with --out";
	case EACCES:
	case EPERM:
	case EROFS:
	case EISDIR:
		return "name another place with --out";
	default:
		return "make room there, or name another place with --out";
	}
}

int session_write(struct session *session, const char *path, const char *text)
{
	FILE *file;
	bool whole;
	int error;

	if (!path || string_equal(path, "-")) {
		words_print(session, text);
		return 0;
	}
	file = fopen(path, "we");
	whole = file && fputs(text, file) != EOF;
	error = errno;

	if (file && fclose(file) == EOF && whole) {
		whole = false;
		error = errno;
	}
	if (whole)
		return 0;
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = "output",
			.path = path,
			.error = error,
			.hint = hint_of(error),
		},
		"%s cannot be written", path);
	return -1;
}

/* What cannot be read may be anything; a pipe or a device has nothing to lose. */
static bool says_other(const char *path, const char *text)
{
	AUTO_TEXT struct text there = { 0 };
	AUTO_CLOSE int fd = open(path, O_PATH | O_CLOEXEC);
	struct stat stat;

	if (fd == -1 || fstat(fd, &stat) == -1 || !S_ISREG(stat.st_mode) || stat.st_size == 0)
		return false;
	return file_peek(path, MOST_BYTES, &there) < 0 || !string_equal(text_string(&there), text);
}

int session_write_new(struct session *session, const char *path, const char *text)
{
	if (!path || string_equal(path, "-") || !says_other(path, text))
		return session_write(session, path, text);
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_USAGE,
			.id = "file-there",
			.path = path,
			.hint = "name another file with --out, and compare the two" },
		"%s is there already, and says something else", path);
	return -1;
}

void session_print(struct session *session, const struct text *text)
{
	words_print(session, text_string(text));
}
