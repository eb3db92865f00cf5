/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The list of a machine's guests. */
#include "address.h"
#include "guest.h"
#include "survey.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

struct guest *guests_find(const struct guests *guests, const char *id)
{
	for (size_t i = 0; i < guests->n; i++)
		if (string_equal(guests->all[i].uri, id))
			return &guests->all[i];
	return NULL;
}

static struct guest *guest_add(struct guests *guests, const char *id)
{
	size_t at = 0;

	while (at < guests->n && strcmp(guests->all[at].uri, id) < 0)
		at++;
	guests->all = memory_grow(guests->all, guests->n, sizeof(*guests->all));
	memmove(guests->all + at + 1, guests->all + at, (guests->n - at) * sizeof(*guests->all));
	guests->n++;
	guests->all[at] = (struct guest){ .uri = string_copy(id) };
	return &guests->all[at];
}

struct guest *guests_set(struct guests *guests, const char *id, const char *definition, const char *owns)
{
	struct guest *guest = guests_find(guests, id);
	char *own_definition = string_copy(definition), *own_owns = string_copy(owns);

	if (!guest)
		guest = guest_add(guests, id);
	free(guest->definition);
	free(guest->owns);
	guest->definition = own_definition;
	guest->owns = own_owns;
	return guest;
}

static void guest_clear(struct guest *guest)
{
	free(guest->uri);
	free(guest->definition);
	free(guest->owns);
}

void guests_remove(struct guests *guests, struct guest *guest)
{
	size_t at = (size_t)(guest - guests->all);

	guest_clear(guest);
	guests->n--;
	memmove(guests->all + at, guests->all + at + 1, (guests->n - at) * sizeof(*guests->all));
}

void guests_doubt(struct guests *guests, const char *why)
{
	if (!guests->unknown)
		guests->unknown = string_copy(why);
}

void guests_copy(const struct guests *guests, struct guests *copy)
{
	*copy = (struct guests){ .unknown = string_copy(guests->unknown) };
	for (size_t i = 0; i < guests->n; i++)
		guests_set(copy, guests->all[i].uri, guests->all[i].definition, guests->all[i].owns);
}

void guests_free(struct guests *guests)
{
	for (size_t i = 0; i < guests->n; i++)
		guest_clear(&guests->all[i]);
	free(guests->all);
	free(guests->unknown);
	*guests = (struct guests){ 0 };
}

const char *guest_name(const char *id)
{
	const char *slash = strrchr(id, '/');

	return slash ? slash + 1 : id;
}

const char *guest_hostdevs(const struct guest *guest)
{
	const char *rest = guest->definition + strcspn(guest->definition, " ");

	return rest + strspn(rest, " ");
}

bool guest_is_ordinary(const struct guest *guest)
{
	size_t length = strcspn(guest->definition, " ");

	return length == strlen(GUEST_ORDINARY) && string_starts(guest->definition, GUEST_ORDINARY);
}

const struct function *words_function(const struct survey *survey, const char *words)
{
	const struct function *function = NULL;

	while (!function && words && *words) {
		AUTO_FREE char *word = words_next(&words);

		function = address_valid(word) ? survey_function(survey, word) : NULL;
	}
	return function;
}

static int parse_line(struct guests *guests, char *line)
{
	char *id = strsep(&line, "\t"), *definition = strsep(&line, "\t"), *owns = line;

	if (!*id || !definition || !*definition || (owns && strchr(owns, '\t')))
		return -1;
	guests_set(guests, id, definition, owns);
	return 0;
}

int guests_parse(struct guests *guests, char *lines)
{
	char *line;

	while ((line = strsep(&lines, "\n")))
		if (*line && parse_line(guests, line) < 0)
			return -1;
	return 0;
}
