/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps the last word on what knobs have learned. */
#include "guest.h"
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

static bool gave(const struct applied *word, const char *controller)
{
	return words_hold(word->value, controller) && !words_hold(word->original, controller);
}

/*
 * Who has a namespace: `original` becomes those who have it by somebody else's hand, so that what pawl gave,
 * in whichever run, is what `value` has beyond that.
 */
static void learn_holders(struct applied_list *learned, const struct applied *word)
{
	const struct applied *former = applied_find(learned, word->knob, word->target);
	bool same = former && string_equal(former->object, word->object);
	AUTO_TEXT struct text strangers = { 0 };
	struct applied holders = *word;
	const char *rest = word->value;

	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest);

		if (words_hold(word->original, controller) && !(same && gave(former, controller)))
			text_addf(&strangers, "%s%s", strangers.length ? " " : "", controller);
	}
	holders.original = (char *)text_string(&strangers);
	applied_keep(learned, &holders);
}

/* What pawl gave of another namespace that had the name is nobody's of this one. */
static void forget_holders(struct applied_list *learned, const struct applied *word)
{
	const struct applied *before = applied_find(learned, word->knob, word->target);
	AUTO_FREE char *former = before ? named_by(before) : NULL, *named = named_by(word);

	if (!former || !named || string_equal(former, named))
		return;
	for (size_t i = 0; i < learned->n; i++) {
		struct applied holders = learned->all[i];

		if (holders.knob != &knob_controllers || !string_equal(holders.object, word->object))
			continue;
		holders.original = holders.value = (char *)"";
		applied_keep(learned, &holders);
	}
}

void ledger_learn(struct applied_list *learned, const struct applied *word)
{
	AUTO_FREE char *named = word->knob && word->knob->learn ? named_by(word) : NULL;

	if (word->knob == &knob_controllers && word->value)
		learn_holders(learned, word);
	if (!word->knob || !word->knob->learn)
		return;
	forget_holders(learned, word);
	for (size_t i = 0; named && i < learned->n; i++) {
		struct applied former = learned->all[i];

		if (string_equal(former.object, word->object) || !is_same(word, named, &former))
			continue;
		former.original = former.value = (char *)"";
		applied_keep(learned, &former);
	}
	applied_keep(learned, word);
}
