/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings on the error stream: in their order, with paths that can be pasted, each block once. */
#include "command_line.h"
#include "print.h"
#include "session.h"
#include <stdlib.h>
#include <string.h>

/* `blocks` are what was printed; two findings that read alike make one block. */
struct telling_so_far {
	const struct finding **order;
	struct text *texts;
	size_t n, n_told;
	struct lookup blocks;
};

static struct telling_so_far *so_far_of(struct session *session)
{
	if (!session->so_far)
		session->so_far = memory_new(1, sizeof(*session->so_far));
	return session->so_far;
}

void session_forget(struct session *session)
{
	struct telling_so_far *so_far = session->so_far;

	for (size_t i = 0; so_far && i < so_far->n; i++) {
		text_free(&so_far->texts[i]);
		free((char *)so_far->order[i]->path);
		free((char *)so_far->order[i]->hint);
		free((struct finding *)so_far->order[i]);
	}
	if (!so_far)
		return;
	free(so_far->order);
	free(so_far->texts);
	lookup_free(&so_far->blocks);
	free(so_far);
	session->so_far = NULL;
}

static bool path_is_below(const char *given, const char *path)
{
	size_t length = strlen(given);

	return string_starts(path, given) &&
	       (path[length] == '\0' || path[length] == '/' || string_ends(given, "/"));
}

/* What the user has written is told as it was written. */
static bool path_is_users(const struct options *options, const char *path)
{
	for (size_t i = 0; i < options->n_files; i++)
		if (path_is_below(options->files[i], path))
			return true;
	return (options->facts && path_is_below(options->facts, path)) || string_equal(options->out, path) ||
	       string_equal(options->root, path);
}

/* The machine's paths come without a leading slash (host.h): as a shell on this machine takes them. */
static char *path_here(const struct options *options, const char *path)
{
	const char *root = options->root ? options->root : "";
	size_t length = strlen(root);

	if (!path || *path == '/' || path_is_users(options, path))
		return string_copy(path);
	while (length > 0 && root[length - 1] == '/')
		length--;
	return text_print("%.*s/%s", (int)length, root, path);
}

/* What is to be looked at is the machine that was asked about; a directory of facts is of none. */
static char *hint_here(const struct options *options, const char *hint)
{
	static const char command[] = "`pawl show";
	const char *at = hint ? strstr(hint, command) : NULL;
	AUTO_TEXT struct text here = { 0 };

	if (!at || string_equal(options->facts, "-") || file_is_directory(options->facts))
		return string_copy(hint);
	text_add_bytes(&here, hint, (size_t)(at - hint));
	text_add(&here, command);
	line_add_option(&here, "--facts", options->facts);
	line_add_option(&here, "--root", options->root);
	text_add(&here, at + strlen(command));
	return text_take(&here);
}

/* Findings are sorted by place among those that came together; the report keeps the order of their coming. */
static void so_far_add(struct session *session)
{
	struct telling_so_far *so_far = so_far_of(session);
	struct report fresh = { 0 };

	for (size_t i = so_far->n; i < session->report.n; i++) {
		fresh.findings = memory_grow(fresh.findings, fresh.n, sizeof(*fresh.findings));
		fresh.findings[fresh.n++] = session->report.findings[i];
	}
	report_sort(&fresh); /* a copy, which owns nothing but its array */
	for (size_t i = 0; i < fresh.n; i++) {
		struct finding *finding = memory_new(1, sizeof(*finding));

		*finding = fresh.findings[i];
		finding->path = path_here(&session->options, finding->path);
		finding->hint = hint_here(&session->options, finding->hint);
		so_far->order = memory_grow(so_far->order, so_far->n, sizeof(*so_far->order));
		so_far->texts = memory_grow(so_far->texts, so_far->n, sizeof(*so_far->texts));
		so_far->order[so_far->n++] = finding;
	}
	free(fresh.findings);
	lookup_free(&fresh.by_content);
}

const struct finding *const *session_findings(struct session *session, size_t *ret_n)
{
	so_far_add(session);
	*ret_n = session->so_far->n;
	return session->so_far->order;
}

/* Twelve VFs that lack the same driver, wished in one place, are one thing to read. */
static bool was_told(struct telling_so_far *so_far, size_t at)
{
	const char *block = text_string(&so_far->texts[at]);
	uint64_t hash = hash_string(0, block);
	size_t cursor = 0, position;

	while (lookup_next(&so_far->blocks, hash, &cursor, &position))
		if (string_equal(text_string(&so_far->texts[position]), block))
			return true;
	lookup_add(&so_far->blocks, hash, at);
	return false;
}

/* The severity's word is the one thing that must not be overlooked. */
static void print_painted(const struct session *session, const struct finding *finding, const char *block)
{
	static const struct {
		const char *word;
		enum paint paint;
	} severities[] = { [NOTE] = { "note: ", PAINT_BOLD },
		[WARNING] = { "warning: ", PAINT_YELLOW },
		[ERROR] = { "error: ", PAINT_RED } };
	const char *word = severities[finding->severity].word, *at = strstr(block, word);
	AUTO_TEXT struct text text = { 0 };

	if (!at) {
		at = block;
		word = "";
	}
	text_add_bytes(&text, block, (size_t)(at - block));
	text_paint(&text, session->color_err, severities[finding->severity].paint);
	text_add(&text, word);
	text_paint(&text, session->color_err, PAINT_OFF);
	text_add(&text, at + strlen(word));
	fputs(text_string(&text), session->world->err);
}

void session_tell(struct session *session)
{
	struct telling_so_far *so_far = so_far_of(session);

	so_far_add(session);
	for (; so_far->n_told < so_far->n; so_far->n_told++) {
		size_t at = so_far->n_told;

		finding_print(so_far->order[at], &so_far->texts[at]);
		if (!was_told(so_far, at))
			print_painted(session, so_far->order[at], text_string(&so_far->texts[at]));
	}
	fflush(session->world->err);
}
