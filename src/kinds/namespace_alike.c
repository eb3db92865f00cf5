/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A namespace that nobody has a name for, and that may be one whose name pawl does not know (any more). */
#include "namespace.h"
#include <stdlib.h>

/* By number of the drive's list: a name of the device's wish stands for it. */
static void wish_mark(const struct survey *survey, const struct function *pf, const struct resource *under,
	const struct state *want, bool *named)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *namespace = want->all[i];
		struct drive_namespace *its = NULL;

		if (namespace->kind != &kind_namespace || namespace->under != under)
			continue;
		namespace_find(survey, pf, namespace, &its);
		if (its)
			named[its - pf->drive->namespaces] = true;
	}
}

/* Each name of the device is held against them: they are found once. */
static void nameless_find(struct nameless *nameless, const struct survey *survey, const struct function *pf,
	const struct resource *under, const struct state *want)
{
	const struct drive *drive = pf->drive;
	AUTO_FREE bool *named = memory_new(drive->n_namespaces + 1, sizeof(*named));

	if (nameless->under == under)
		return;
	nameless_free(nameless);
	nameless->under = under;
	nameless->all = memory_new(drive->n_namespaces + 1, sizeof(*nameless->all));
	wish_mark(survey, pf, under, want, named);
	for (size_t i = 0; i < drive->n_namespaces; i++)
		if (!named[i] && !namespace_owner(survey, pf, "", &drive->namespaces[i]))
			nameless->all[nameless->n++] = &drive->namespaces[i];
}

void nameless_free(struct nameless *nameless)
{
	free(nameless->all);
	*nameless = (struct nameless){ 0 };
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
	const struct resource *namespace, const struct state *want, struct nameless *nameless, size_t *cursor)
{
	bool made = namespace_is_made(namespace);

	if (!made && !is_unheard(survey, pf, namespace))
		return NULL;
	nameless_find(nameless, survey, pf, namespace->under, want);
	while (*cursor < nameless->n) {
		const struct drive_namespace *there = nameless->all[(*cursor)++];

		if (made ? is_as_made(namespace, there) : is_as_said(namespace, there))
			return there;
	}
	return NULL;
}
