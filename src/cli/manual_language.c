/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl.yaml(5) tells by tables: every key of the language, and the platforms. */
#include "manual.h"
#include "platform.h"
#include "topics.h"
#include <string.h>

static void key_print(struct text *text, const struct key *key)
{
	AUTO_TEXT struct text means = { 0 }, takes = { 0 };

	key_means(key, &means);
	mdoc_prose(text, text_string(&means));
	text_add(text, ".br\nTakes:\n");
	key_takes(key, &takes);
	mdoc_prose(text, text_string(&takes));
}

/* Where the names of what stands below the kind begin in their addresses. */
static size_t address_skip(const struct key *key)
{
	size_t length = strlen(key->address) + 1;

	return key->kind->entries ? length + strlen(key->kind->entry_help) + 1 : length;
}

/* Of entries the fields stand below each, and so does their part: hosts.NAME after hosts. */
static void kind_print(struct text *text, const struct key *key, bool has_fields)
{
	text_addf(text, ".Ss %s\n", key->address);
	key_print(text, key);
	if (has_fields && key->kind->entries)
		text_addf(text, ".Ss %s.%s\n", key->address, key->kind->entry_help);
}

/* A kind opens a part of its own; its fields are named from there on. */
void manual_keys(struct text *text)
{
	struct keys keys = { 0 };
	size_t skip = 0;

	keys_collect(&keys);
	for (size_t i = 0; i < keys.n; i++) {
		const struct key *key = &keys.all[i];
		bool first = i == 0 || !keys.all[i - 1].field;
		bool last = i + 1 == keys.n || !keys.all[i + 1].field;

		if (!key->field) {
			kind_print(text, key, !last);
			skip = address_skip(key);
			continue;
		}
		if (first)
			text_add(text, ".Bl -tag -width Ds\n");
		text_addf(text, ".It Cm %s\n", key->address + skip);
		key_print(text, key);
		if (last)
			text_add(text, ".El\n");
	}
	keys_free(&keys);
}

void manual_platforms(struct text *text)
{
	text_add(text, ".Bl -tag -width Ds -compact\n");
	for (size_t i = 0; platforms[i]; i++) {
		text_addf(text, ".It Cm %s\n", platforms[i]->name);
		mdoc_prose(text, platforms[i]->summary);
	}
	text_add(text, ".El\n");
}
