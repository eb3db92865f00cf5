/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps the last word on what knobs have learned. */
#include "ledger_line.h"
#include "nvme_namespaces.h"
#include <stdlib.h>
#include <string.h>

/* The namespace that a word gives a name to; NULL: none, or one that was only asked for. */
static char *named_by(const struct applied *word)
{
	char *named = word->knob == &knob_namespace ? namespaces_added(word->original, word->value) : NULL;

	if (named && namespace_number(named))
		return named;
	free(named);
	return NULL;
}

/* What is known by nothing is known by its place alone. */
static bool is_same(const struct applied *one, const char *named, const struct applied *other)
{
	AUTO_FREE char *its = named_by(other);
	size_t length = strcspn(one->target, " ") + 1;

	return string_equal(its, named) &&
	       (!string_ends(named, ":-") || strncmp(one->target, other->target, length) == 0);
}

void ledger_learn(struct applied_list *learned, const struct applied *word)
{
	AUTO_FREE char *named = word->knob && word->knob->learn ? named_by(word) : NULL;

	if (!word->knob || !word->knob->learn)
		return;
	for (size_t i = 0; named && i < learned->n; i++) {
		struct applied former = learned->all[i];

		if (string_equal(former.object, word->object) || !is_same(word, named, &former))
			continue;
		former.original = former.value = (char *)"";
		applied_keep(learned, &former);
	}
	applied_keep(learned, word);
}
