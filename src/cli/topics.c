/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `pawl explain` knows, from the tables of findings, gates, exit codes, keys, platforms and knobs. */
#include "topics.h"
#include "knob.h"
#include "platform.h"
#include "words.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Copies every string: some tables hold them, some are made here. */
static void topic_add(struct topics *topics, const struct topic *like)
{
	struct topic *topic;

	topics->all = memory_grow(topics->all, topics->n, sizeof(*topics->all));
	topic = &topics->all[topics->n++];
	*topic = (struct topic){
		.group = like->group,
		.name = string_copy(like->name),
		.means = string_copy(like->means),
		.note = string_copy(like->note),
		.takes = string_copy(like->takes),
		.why = string_copy(like->why),
		.fix = string_copy(like->fix),
	};
}

static void collect_group(struct topics *topics, const struct finding_group *group)
{
	for (const struct finding_row *row = group->rows; row->id; row++) {
		const struct topic topic = {
			.group = group->name,
			.name = row->id,
			.means = row->means,
			.why = row->why,
			.fix = row->fix,
		};

		topic_add(topics, &topic);
	}
}

static void collect_findings(struct topics *topics)
{
	for (const struct finding_group *group = finding_groups; group->name; group++)
		collect_group(topics, group);
}

const char *weight_words(enum weight weight)
{
	static const char *const words[] = {
		[WEIGHT_ADVICE] = "It advises: the plan can be applied all the same.",
		[WEIGHT_ALLOWABLE] = "It refuses until --allow names it.",
		[WEIGHT_NEVER] = "It refuses, and no option lets the plan pass.",
	};

	return words[weight];
}

static void collect_gates(struct topics *topics)
{
	for (const struct gate *const *gate = gates; *gate; gate++) {
		const struct topic topic = {
			.group = "gates: questions asked before anything is written",
			.name = (*gate)->id,
			.means = (*gate)->question,
			.note = weight_words((*gate)->weight),
			.why = (*gate)->explain,
			.fix = (*gate)->fix,
		};

		topic_add(topics, &topic);
	}
}

static void collect_outcomes(struct topics *topics)
{
	for (const struct outcome_row *row = outcome_rows; row->words; row++) {
		AUTO_FREE char *name = text_print("exit-%d", row->outcome);
		const struct topic topic = {
			.group = "exit codes",
			.name = name,
			.means = row->means,
			.note = row->reserved ? "No command of this version ends so." : NULL,
			.fix = row->fix,
		};

		topic_add(topics, &topic);
	}
}

static void collect_key(struct topics *topics, const struct key *key)
{
	AUTO_TEXT struct text means = { 0 }, takes = { 0 };

	key_means(key, &means);
	key_takes(key, &takes);
	const struct topic topic = {
		.group = "keys of the language",
		.name = key->address,
		.means = text_string(&means),
		.takes = text_string(&takes),
	};
	topic_add(topics, &topic);
}

static void collect_keys(struct topics *topics)
{
	struct keys keys = { 0 };

	keys_collect(&keys);
	for (size_t i = 0; i < keys.n; i++)
		collect_key(topics, &keys.all[i]);
	keys_free(&keys);
}

static void collect_platforms(struct topics *topics)
{
	for (const struct platform *const *platform = platforms; *platform; platform++) {
		const struct topic topic = {
			.group = "platforms",
			.name = (*platform)->name,
			.means = (*platform)->summary,
		};

		topic_add(topics, &topic);
	}
}

static void collect_knobs(struct topics *topics)
{
	for (const struct knob *const *knob = knobs; *knob; knob++) {
		AUTO_FREE char *source = text_print("It is described in %s.", (*knob)->source);
		const struct topic topic = {
			.group = "what the steps of a plan set",
			.name = (*knob)->name,
			.means = (*knob)->help,
			.note = source,
		};

		topic_add(topics, &topic);
	}
}

/* Words that plans and commands print. */
static const struct {
	const char *name, *means;
} plan_words[] = {
	{ "disrupts",
		"The step takes something away from who may be using it: a driver, an interface, a disk, "
		"traffic, a function. `affects` below it names what." },
	{ "irreversible", "The step can never be taken back: -y does not cover it, "
			  "--accept-irreversible with the plan's whole id does." },
	{ "refused", "A gate says no: nothing of the plan is applied. The findings name the gates." },
	{ "debts",
		"What a run had set for a while only and could not put back. The next `pawl apply` does." },
	{ "closure", "All functions that become secure together with one: those below the same root port." },
	{ "lane", "Steps that never run beside each other, as they concern one physical device." },
	{ "none", "As a driver: no driver holds the function, and none may take it by itself. `(none)` is no "
		  "such word: it stands where there is nothing." },
	{ "domain", "All functions that become secure together; it goes by the address of its root port." },
	{ "yaml", "What configuration is written in: `pawl help yaml`; and a form of documents, `-o yaml`." },
	{ "attached",
		"Who has a namespace: pf, the drive's physical function, vf.N, or controller ID. `vf`, `pf` "
		"and `controllers` of the configuration say who is to have it." },
	{ "all-remaining",
		"As the `size` of a namespace: all that the drive has left when the others are made." },
	{ "queues", "How many queues the controller of a VF of a drive has: as `vf-queues` says." },
	{ "interrupts",
		"How many interrupts the controller of a VF of a drive has: as `vf-interrupts` says." },
	{ "online", "Whether the controller of a VF of a drive works: it goes online once it has what `nvme` "
		    "gives it, and without that its VF serves nobody." },
	{ "gate", "A question about the plan that is asked before anything is written. `pawl explain` lists "
		  "all." },
};

static void collect_plan_words(struct topics *topics)
{
	for (size_t i = 0; i < sizeof(plan_words) / sizeof(*plan_words); i++) {
		const struct topic topic = {
			.group = "words of plans", .name = plan_words[i].name, .means = plan_words[i].means
		};

		topic_add(topics, &topic);
	}
}

void topics_collect(struct topics *topics)
{
	collect_findings(topics);
	collect_gates(topics);
	collect_outcomes(topics);
	collect_keys(topics);
	collect_platforms(topics);
	collect_knobs(topics);
	collect_plan_words(topics);
}

void topics_free(struct topics *topics)
{
	for (size_t i = 0; i < topics->n; i++) {
		const struct topic *topic = &topics->all[i];

		free((char *)topic->name);
		free((char *)topic->means);
		free((char *)topic->note);
		free((char *)topic->takes);
		free((char *)topic->why);
		free((char *)topic->fix);
	}
	free(topics->all);
	*topics = (struct topics){ 0 };
}

/* The last word of the first n bytes, and how long it is. */
static const char *last_word(const char *address, size_t n, size_t *ret_length)
{
	size_t start = n;

	while (start > 0 && address[start - 1] != '.')
		start--;
	*ret_length = n - start;
	return address + start;
}

/*
 * From the right: equal words fit, the name of an entry (HANDLE) may be left out, and fits any word. How many
 * words it had to fit in that way is added to ret_guessed.
 */
static bool address_fits(
	const char *address, size_t n, const char *word, size_t n_word, unsigned *ret_guessed)
{
	size_t length, length_given;
	const char *own = last_word(address, n, &length), *given = last_word(word, n_word, &length_given);
	bool entry = isupper((unsigned char)*own);
	bool same = length == length_given && memcmp(own, given, length) == 0;
	size_t rest = length < n ? n - length - 1 : 0,
	       rest_given = length_given < n_word ? n_word - length_given - 1 : 0;

	if (n == 0 || length_given == 0)
		return false;
	if (entry && address_fits(address, rest, word, n_word, ret_guessed))
		return true;
	if (!entry && !same)
		return false;
	if (rest_given == 0 ? length_given != n_word
			    : !address_fits(address, rest, word, rest_given, ret_guessed))
		return false;
	*ret_guessed += !same;
	return true;
}

enum meant topic_fits(const struct topic *topic, const char *word)
{
	unsigned guessed = 0;

	if (strcasecmp(topic->name, word) == 0) /* plans print REFUSED */
		return MEANT;
	if (string_starts(topic->name, "exit-") && string_equal(topic->name + strlen("exit-"), word))
		return MEANT;
	if (!topic->takes || !*word ||
		!address_fits(topic->name, strlen(topic->name), word, strlen(word), &guessed))
		return MEANT_NOT;
	return guessed ? MEANT_BY_NAME : MEANT;
}

const char *topic_nearest(const struct topics *topics, const char *word)
{
	const char **ids = memory_new(2 * topics->n + 1, sizeof(*ids)), *nearest, *dot = strrchr(word, '.');
	size_t n = 0;

	for (size_t i = 0; i < topics->n; i++) {
		const char *last = strrchr(topics->all[i].name, '.');

		ids[n++] = topics->all[i].name;
		if (last)
			ids[n++] = last + 1;
	}
	nearest = string_nearest(word, ids);
	if (!nearest && dot)
		nearest = string_nearest(dot + 1, ids);
	free(ids);
	return nearest;
}
