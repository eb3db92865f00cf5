/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a story's text into passages. */
#include "story.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *read_file(const char *path)
{
	AUTO_TEXT struct text text = { 0 };
	char block[4096];
	FILE *file = fopen(path, "re");
	size_t n;

	if (!file)
		return NULL;
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		text_add_bytes(&text, block, n);
	fclose(file);
	return text_take(&text);
}

static void add_passage(struct story *story, char *line, size_t number)
{
	size_t verb = strcspn(line, " ");
	struct passage *passage;

	story->passages = memory_grow(story->passages, story->n, sizeof(*passage));
	passage = &story->passages[story->n++];
	*passage = (struct passage){ .verb = strndup(line, verb), .line = number };
	passage->rest = string_copy(line[verb] ? line + verb + 1 : "");
	passage->body = string_copy("");
}

/* What stands below the last passage is its body. */
static void end_body(struct story *story, struct text *body)
{
	struct passage *last = story->n ? &story->passages[story->n - 1] : NULL;

	if (!last)
		return;
	free(last->body);
	last->body = text_take(body);
}

/* "| text" continues the passage above, "#" is a remark, anything else begins a passage. */
static void read_line(struct story *story, char *line, size_t number, struct text *body)
{
	if (*line == '|' && story->n > 0) {
		text_add(body, line[1] == ' ' ? line + 2 : line + 1);
		text_add(body, "\n");
	} else if (*line && *line != '#') {
		end_body(story, body);
		add_passage(story, line, number);
	}
}

struct story *story_parse(const char *name, const char *text)
{
	struct story *story = memory_new(1, sizeof(*story));
	AUTO_FREE char *copy = string_copy(text);
	AUTO_TEXT struct text body = { 0 };
	char *line, *rest = copy;
	size_t number = 0;

	story->name = string_copy(name);
	while ((line = strsep(&rest, "\n")))
		read_line(story, line, ++number, &body);
	end_body(story, &body);
	return story;
}

struct story *story_read(const char *path)
{
	AUTO_FREE char *text = read_file(path);

	if (text)
		return story_parse(path, text);
	fprintf(stderr, "%s: %m\n", path);
	return NULL;
}

void story_free(struct story *story)
{
	for (size_t i = 0; story && i < story->n; i++)
		free(story->passages[i].verb), free(story->passages[i].rest), free(story->passages[i].body);
	if (story)
		free(story->passages), free(story->name);
	free(story);
}

static const struct passage *story_passage(const struct story *story, const char *verb)
{
	for (size_t i = 0; i < story->n; i++)
		if (string_equal(story->passages[i].verb, verb))
			return &story->passages[i];
	return NULL;
}

const char *story_word(const struct story *story, const char *verb)
{
	const struct passage *passage = story_passage(story, verb);

	return passage ? passage->rest : NULL;
}

const char *story_body(const struct story *story, const char *verb)
{
	const struct passage *passage = story_passage(story, verb);

	return passage && *passage->body ? passage->body : NULL;
}

const char *story_base(const struct story *story)
{
	const char *slash = strrchr(story->name, '/');

	return slash ? slash + 1 : story->name;
}

/* The nearest directory at or above the story's that has the file. */
char *story_facts(const struct story *story)
{
	const char *name = story_word(story, "facts");
	AUTO_FREE char *directory = string_copy(story->name);
	char *slash;

	while (name && (slash = strrchr(directory, '/'))) {
		AUTO_FREE char *path = NULL;

		*slash = '\0';
		path = text_print("%s/%s", directory, name);
		if (access(path, R_OK) == 0)
			return string_copy(path);
	}
	return NULL;
}

const char *write_answer(int error)
{
	if (error == EAGAIN)
		return "blocks";
	return error ? strerrorname_np(error) : "";
}
