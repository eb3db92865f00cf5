/* SPDX-License-Identifier: GPL-2.0-or-later */
/* --allow: which gates the operator lets pass, and for what. */
#include "options.h"
#include <string.h>

static void refuse_unknown(const char *id, struct text *why)
{
	const char *names[64] = { NULL }, *nearest;

	for (size_t i = 0, n = 0; gates[i] && n < 63; i++)
		if (gates[i]->weight == WEIGHT_ALLOWABLE)
			names[n++] = gates[i]->id;
	nearest = string_nearest(id, names);
	text_addf(why, "names \"%s\", which is no gate%s%s%s", id, nearest ? "; did you mean \"" : "",
		nearest ? nearest : "", nearest ? "\"?" : "");
}

static int gate_take(const char *id, const struct gate **ret_gate, struct text *why)
{
	const struct gate *gate = gate_find(id);

	if (gate && gate->weight == WEIGHT_ALLOWABLE) {
		*ret_gate = gate;
		return 0;
	}
	if (!gate)
		refuse_unknown(id, why);
	else if (gate->weight == WEIGHT_NEVER)
		text_addf(why, "names %s, which nothing can allow: `pawl explain %s` says why", id, id);
	else
		text_addf(why, "names %s, which refuses nothing: it warns", id);
	return -1;
}

/* One "ID" or "ID:PART". */
static int allowance_take(struct options *options, char *word, struct text *why)
{
	struct allowances *allowed = &options->allowed;
	const char *id = strsep(&word, ":");
	const struct gate *gate;

	if (word && !*word) {
		text_addf(why, "names no part behind \"%s:\"", id);
		return -1;
	}
	if (gate_take(id, &gate, why) < 0)
		return -1;
	if (gate->by_name && (!word || strpbrk(word, "*["))) {
		text_addf(why, "names %s%s, which is allowed by one whole name at a time: `%s:NAME`", id,
			word ? " of several" : "", id);
		return -1;
	}
	allowed->all = memory_grow(allowed->all, allowed->n, sizeof(*allowed->all));
	allowed->all[allowed->n++] = (struct allowance){ .gate = gate, .object = string_copy(word) };
	return 0;
}

/* Up to the next comma that is not within brackets, as in "nic0.vf.[0,2]". */
static size_t word_length(const char *words)
{
	size_t length = 0;

	for (int depth = 0; words[length] && (words[length] != ',' || depth > 0); length++)
		depth += (words[length] == '[') - (words[length] == ']');
	return length;
}

int take_allow(struct options *options, size_t offset, const char *value, struct text *why)
{
	(void)offset;
	for (;;) {
		size_t length = word_length(value);
		AUTO_FREE char *word = string_part(value, length);

		if (!*word) {
			text_add(why, "names no gate");
			return -1;
		}
		if (allowance_take(options, word, why) < 0)
			return -1;
		if (!value[length])
			return 0;
		value += length + 1;
	}
}

char *allowance_print(const struct allowance *allowance)
{
	return text_print("%s%s%s", allowance->gate->id, allowance->object ? ":" : "",
		allowance->object ? allowance->object : "");
}
