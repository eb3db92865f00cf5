/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gathers the names that the wish gives to namespaces, and that the ledger does not know yet. */
#include "namespace.h"

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

void namespaces_named(const struct survey *survey, const struct state *want, struct applied_list *ret_names)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *namespace = want->all[i];
		const struct function *pf =
			namespace->kind == &kind_namespace ? namespace_drive(survey, namespace) : NULL;

		if (pf)
			name_add(survey, pf, namespace, ret_names);
	}
}
