/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A namespace that nobody has a name for, and that may be one whose name pawl does not know (any more). */
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

		if (other->kind == &kind_namespace && other->under == but->under && other != but &&
			namespace_stands_for(survey, pf, other, there))
			return true;
	}
	return false;
}

/* In the run of which pawl has lost the name it may not have been given away yet. */
static bool has_its_holders(const struct resource *namespace, const struct drive_namespace *there)
{
	const struct namespace_body *body = namespace->body;

	return !resource_given(namespace, NS_HELD) || there->n_controllers == 0 ||
	       string_equal(body->held, there->listed);
}

/* How much all that remains was then, nobody can tell: but who has it. */
static bool is_as_made(const struct resource *namespace, const struct drive_namespace *there)
{
	const struct namespace_body *body = namespace->body;
	uint32_t block_bytes;
	uint64_t blocks;

	if (body->size != ALL_REMAINING)
		return namespace_fits(there, body->word) && has_its_holders(namespace, there);
	namespace_size(body->word, &blocks, &block_bytes);
	return block_bytes == there->block_bytes && body->shared == there->shared &&
	       string_equal(body->held, there->listed);
}

/* Of what is to be absent the file mostly says its name alone. */
static bool is_as_said(const struct resource *namespace, const struct drive_namespace *there)
{
	return !namespace_differs(namespace, NS_SIZE, there) &&
	       !namespace_differs(namespace, NS_BLOCK_SIZE, there) &&
	       !namespace_differs(namespace, NS_SHARED, there);
}

/* Only who has a name for nothing may have lost one. */
static bool is_unheard(
	const struct survey *survey, const struct function *pf, const struct resource *namespace)
{
	return namespace_is_absent(namespace) && !resource_given(namespace, NS_ADOPT) &&
	       !namespace_is_heard_of(survey, pf, namespace->name);
}

const struct drive_namespace *namespace_alike(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, const struct state *want, size_t *cursor)
{
	bool made = namespace_is_made(namespace);

	if (!made && !is_unheard(survey, pf, namespace))
		return NULL;
	while (*cursor < pf->drive->n_namespaces) {
		const struct drive_namespace *there = &pf->drive->namespaces[(*cursor)++];

		if ((made ? is_as_made(namespace, there) : is_as_said(namespace, there)) &&
			!is_named(survey, pf, namespace, want, there))
			return there;
	}
	return NULL;
}
