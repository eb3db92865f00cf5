/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps the last word on what knobs have learned. */
#include "ledger_line.h"
#include "nvme_namespaces.h"
#include <string.h>

/* NULL: nothing, or what was only asked for. */
static char *named_by(const struct applied *word)
{
	return word->knob->named && word->value ? word->knob->named(word->original, word->value) : NULL;
}

/* Another name for it. Of what is reached by another way nobody can tell. */
static bool is_same(const struct applied *name, const struct applied *other)
{
	size_t length = strcspn(name->target, " ") + 1;

	return other->knob == name->knob && !string_equal(other->object, name->object) &&
	       knob_is(name->knob, other->value, name->value) && string_equal(other->original, "") &&
	       strncmp(name->target, other->target, length) == 0;
}

/* The same, or what the machine tells by another word by now. */
static const struct applied *former_of(const struct applied_list *learned, const struct applied *word)
{
	const struct applied *former = applied_find(learned, word->knob, word->target);

	for (size_t i = learned->n; !former && word->knob->same && i-- > 0;)
		if (learned->all[i].knob == word->knob &&
			word->knob->same(learned->all[i].target, word->target))
			former = &learned->all[i];
	return former;
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
	const struct applied *former = former_of(learned, word);
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
	holders.target = former ? former->target : word->target;
	applied_keep(learned, &holders);
}

/* What is known by that name alone, until one says its new one. */
#define NAMELESS ""

static const char *name_before(const struct applied_list *learned, const struct applied *name)
{
	const char *before = NULL;

	for (size_t i = 0; i < learned->n; i++)
		if (is_same(name, &learned->all[i]))
			before = learned->all[i].object;
	return before;
}

/*
 * What pawl gave of another namespace that had the name is nobody's of this one. When this one had another's
 * name, names may go round: what was given of the other waits for the name that it gets.
 */
static void forget_holders(struct applied_list *learned, const struct applied *word, char *named)
{
	const struct applied *before = applied_find(learned, word->knob, word->target);
	AUTO_FREE char *former = before ? named_by(before) : NULL;
	struct applied name = *word;
	bool goes_round;

	name.value = named;
	if (!former || !named || knob_is(word->knob, former, named))
		return;
	goes_round = name_before(learned, &name) != NULL;
	for (size_t i = 0; i < learned->n; i++) {
		struct applied holders = learned->all[i];

		if (!(holders.knob->flags & KNOB_ADDS_UP) || !string_equal(holders.object, word->object))
			continue;
		if (goes_round)
			holders.object = (char *)NAMELESS;
		else
			holders.original = holders.value = (char *)"";
		applied_keep(learned, &holders);
	}
}

/* It waits for a name, and this is its namespace's. */
static bool waits_for(const struct applied *holders, const struct applied *name)
{
	const char *word = holders_word(holders->target);

	return string_equal(holders->object, NAMELESS) && namespace_same(word, name->value) &&
	       strncmp(holders->target, name->target, strcspn(name->target, " ") + 1) == 0;
}

/* To whom pawl gave it under its former name, from them it is taken under the new one. NULL: it had none. */
static void rename_holders(struct applied_list *learned, const char *former, const struct applied *name)
{
	for (size_t i = 0; i < learned->n; i++) {
		struct applied holders = learned->all[i];

		if (!(holders.knob->flags & KNOB_ADDS_UP) ||
			!(string_equal(holders.object, former) || waits_for(&holders, name)))
			continue;
		holders.object = name->object;
		applied_keep(learned, &holders);
	}
}

/* What has a name stands for itself: the list that it came to is of no use any more, and long. */
static void learn_name(struct applied_list *learned, const struct applied *word, char *named)
{
	struct applied name = *word;

	name.original = (char *)"";
	name.value = named;
	rename_holders(learned, name_before(learned, &name), &name);
	for (size_t i = 0; i < learned->n; i++) {
		struct applied former = learned->all[i];

		if (!is_same(&name, &former))
			continue;
		former.value = (char *)"";
		applied_keep(learned, &former);
	}
	applied_keep(learned, &name);
}

bool ledger_is_naming(const struct applied_list *learned, const struct applied *word, const char **ret_former)
{
	AUTO_FREE char *named = word->knob && word->knob->learn ? named_by(word) : NULL;
	struct applied name = *word;

	name.value = named;
	for (size_t i = 0; named && i < learned->n; i++) {
		const struct applied *other = &learned->all[i];
		AUTO_FREE char *before = string_equal(other->object, word->object) ? named_by(other) : NULL;

		if (knob_is(word->knob, before, named))
			return false;
	}
	if (!named)
		return false;
	*ret_former = name_before(learned, &name);
	return true;
}

void ledger_learn(struct applied_list *learned, const struct applied *word)
{
	AUTO_FREE char *named = word->knob ? named_by(word) : NULL;

	if (word->knob && word->knob->flags & KNOB_ADDS_UP && word->value)
		learn_holders(learned, word);
	if (!word->knob || !word->knob->learn)
		return;
	forget_holders(learned, word, named);
	if (named)
		learn_name(learned, word, named);
	else
		applied_keep(learned, word);
}
