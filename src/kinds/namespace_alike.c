/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A namespace that is just as one that would be made, and that is nobody's. */
#include "namespace.h"
#include <string.h>

/* The wish, or pawl by what earlier runs have made, has a name for it. */
static bool is_named(const struct survey *survey, const struct function *pf, const struct resource *but,
	const struct state *want, const struct drive_namespace *there)
{
	if (namespace_owner(survey, pf, "", there))
		return true;
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *other = want->all[i];
		struct drive_namespace *its = NULL;

		if (other->kind != &kind_namespace || other->under != but->under || other == but)
			continue;
		namespace_find(survey, pf, other, &its);
		if (its == there)
			return true;
	}
	return false;
}

/* A drive comes with one, which nobody has given to its own controller. */
static bool is_the_drives(const struct drive *drive, const struct drive_namespace *there)
{
	return there->n_controllers == 1 && there->controllers[0] == drive->numbers[D_CNTLID];
}

const struct drive_namespace *namespace_alike(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, const struct state *want)
{
	const struct namespace_body *body = namespace->body;

	for (size_t i = 0; i < pf->drive->n_namespaces; i++) {
		const struct drive_namespace *there = &pf->drive->namespaces[i];

		if (!is_the_drives(pf->drive, there) && string_equal(body->held, there->listed) &&
			namespace_fits(there, body->word) && !is_named(survey, pf, namespace, want, there))
			return there;
	}
	return NULL;
}
