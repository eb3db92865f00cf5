/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a plan is about: the functions and guests that its wish names. */
#include "runs.h"
#include <string.h>

/* A device that is pulled, and out of service, is what it was. */
static const char *device_address_of(const struct planning *planning, const struct resource *device)
{
	const struct device_body *body = device->body;
	const struct pin *pin = body->address ? NULL : pins_find(&planning->survey.pins, device->name);

	return pin ? pin->address : body->address;
}

static void word_add(struct text *about, const char *prefix, const char *word)
{
	text_addf(about, "%s%s%s", about->length ? " " : "", prefix, word);
}

char *plan_about(const struct planning *planning)
{
	const struct state *want = &planning->want;
	struct text about = { 0 };

	for (size_t i = 0; i < want->n; i++) {
		const struct resource *resource = want->all[i];
		const char *address =
			resource->kind == &kind_device ? device_address_of(planning, resource) : NULL;

		if (resource->kind == &kind_host && host_is_absent(resource->body)) {
			text_free(&about);
			return string_copy(ABOUT_ALL);
		}
		if (address)
			word_add(&about, "", address);
		else if (resource->kind == &kind_guest)
			word_add(&about, "guest:", resource->name);
	}
	return text_take(&about);
}

static void words_read(char *text, struct lookup *ret_words, const char ***ret_all)
{
	const char **all = NULL, *word;
	size_t n = 0;

	while ((word = strsep(&text, " "))) {
		all = memory_grow(all, n, sizeof(*all));
		lookup_add(ret_words, hash_string(0, word), n);
		all[n++] = word;
	}
	*ret_all = all;
}

static bool words_have(const struct lookup *words, const char *const *all, const char *word)
{
	size_t cursor = 0, at;

	while (lookup_next(words, hash_string(0, word), &cursor, &at))
		if (string_equal(all[at], word))
			return true;
	return false;
}

bool about_covers(const char *about, const char *other)
{
	AUTO_FREE char *whole = string_copy(about), *parts = string_copy(other);
	AUTO_FREE const char **all = NULL;
	struct lookup words = { 0 };
	char *rest = parts, *word;
	bool covers = true;

	if (!about || !other || string_equal(about, ABOUT_ALL))
		return about && other;
	words_read(whole, &words, &all);
	while (covers && rest && (word = strsep(&rest, " ")))
		covers = !*word || words_have(&words, all, word);
	lookup_free(&words);
	return covers;
}
