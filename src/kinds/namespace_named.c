/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gathers what the wish says of names, and of who has them, as far as the ledger does not know it yet. */
#include "namespace.h"
#include <stdlib.h>

/* Of one whose UUID is told by now that is kept as well. */
static bool is_named_so(const struct survey *survey, const struct function *pf, const char *name,
	const struct drive_namespace *there)
{
	AUTO_FREE char *known = namespace_known(survey, pf, name);

	return namespace_called(survey, pf, name) == there &&
	       (namespace_is(there, known) || namespace_is_told(known));
}

/*
 * What is adopted, or taken for what an earlier run has asked for, is known by its name from then on; what is
 * to be absent and is gone has no name any more, and another one may have it; so has what never had one, and
 * nobody is asked about that again (namespace-nameless).
 */
static void name_add(const struct survey *survey, const struct function *pf, const struct resource *namespace,
	struct applied_list *ret_names)
{
	AUTO_FREE char *target = namespace_target(pf->address, namespace->name), *word = NULL;
	struct applied name = { .knob = &knob_namespace, .target = target, .object = namespace->name };
	bool adopts = resource_given(namespace, NS_ADOPT), absent = namespace_is_absent(namespace);
	struct drive_namespace *there = NULL;
	enum namespace_fate fate = namespace_find(survey, pf, namespace, &there);

	if (absent ? adopts || (fate != NAMESPACE_GONE && namespace_kept(survey, pf, namespace->name))
		   : !there || is_named_so(survey, pf, namespace->name, there))
		return;
	word = absent ? NULL : namespace_word(there);
	name.original = (char *)"";
	name.value = word ? word : (char *)"";
	applied_keep(ret_names, &name);
}

/* Those that have it now, and are to have it by the files, or by what pawl gave. */
static char *held_now(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, const struct drive_namespace *there, bool *ret_is_news)
{
	const struct namespace_body *body = namespace->body;
	const char *rest = there->listed;
	struct text held = { 0 };

	*ret_is_news = false;
	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest);
		bool given = namespace_is_given(survey, pf, there, (uint16_t)strtoul(controller, NULL, 10));
		bool meant = !resource_given(namespace, NS_HELD) || words_hold(body->held, controller);

		if (given || meant)
			text_addf(&held, "%s%s", held.length ? " " : "", controller);
		*ret_is_news |= meant && !given;
	}
	return text_take(&held);
}

/*
 * Who has one by somebody's hand, and may by the files: a restore, which reads none, would take it for one
 * that its VF is not to have.
 */
static void holders_add(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct applied_list *ret_names)
{
	struct drive_namespace *there = NULL;
	AUTO_FREE char *word = NULL, *target = NULL, *held = NULL;
	bool is_news;

	if (namespace_is_absent(namespace) || !namespace_is_certain(namespace) ||
		namespace_find(survey, pf, namespace, &there) != NAMESPACE_HERE)
		return;
	word = namespace_word(there);
	target = holders_target(pf->address, word);
	held = held_now(survey, pf, namespace, there, &is_news);
	if (is_news)
		applied_keep(ret_names, &(struct applied){ .knob = &knob_controllers,
						.target = target,
						.object = namespace->name,
						.original = held,
						.value = held });
}

void namespaces_named(const struct survey *survey, const struct state *want, struct applied_list *ret_names)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *namespace = want->all[i];
		const struct function *pf =
			namespace->kind == &kind_namespace ? namespace_drive(survey, namespace) : NULL;

		if (!pf)
			continue;
		name_add(survey, pf, namespace, ret_names);
		holders_add(survey, pf, namespace, ret_names);
	}
}
