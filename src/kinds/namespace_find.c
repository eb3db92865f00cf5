/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which namespace of a drive is the one that is wished for: by `adopt`, or by what earlier runs have made. */
#include "namespace.h"
#include <stdlib.h>
#include <string.h>

static bool id_fits(const struct namespace_adopt *adopt, size_t row, const char *wish, const char *is)
{
	return !(adopt->set >> row & 1) || (is && strcasecmp(wish, is) == 0);
}

static enum namespace_is find_adopted(
	const struct drive *drive, const struct namespace_adopt *adopt, struct drive_namespace **ret)
{
	struct drive_namespace *namespace = drive_namespace(drive, (uint32_t)adopt->nsid);

	if (!namespace || !id_fits(adopt, ADOPT_NGUID, adopt->nguid, namespace->nguid) ||
		!id_fits(adopt, ADOPT_EUI64, adopt->eui64, namespace->eui64) ||
		!id_fits(adopt, ADOPT_UUID, adopt->uuid, namespace->uuid))
		return NAMESPACE_GONE;
	*ret = namespace;
	return NAMESPACE_HERE;
}

/* The last word on it: by its name, as the drive may stand elsewhere now. */
static const struct applied *kept_find(const struct survey *survey, const char *name)
{
	for (size_t i = survey->kept.n; i-- > 0;)
		if (survey->kept.all[i].knob == &knob_namespace &&
			string_equal(survey->kept.all[i].object, name))
			return &survey->kept.all[i];
	return NULL;
}

/* A run has asked for it, and died before it saw what came of that. */
static enum namespace_is find_asked(
	const struct drive *drive, const struct applied *kept, struct drive_namespace **ret)
{
	AUTO_FREE char *word = NULL;

	if (namespaces_match(drive->listed, kept->original))
		return NAMESPACE_NONE;
	if (!namespaces_match(drive->listed, kept->value))
		return NAMESPACE_UNTOLD;
	word = namespaces_added(kept->original, drive->listed);
	*ret = word ? drive_namespace(drive, namespace_number(word)) : NULL;
	return *ret ? NAMESPACE_FOUND : NAMESPACE_UNTOLD;
}

/* Lists of two drives may be alike, and what is known by nothing is known by its place alone. */
static bool is_of(const struct applied *kept, const struct function *pf)
{
	size_t length = strlen(pf->address);

	return string_starts(kept->target, pf->address) && kept->target[length] == ' ';
}

const char *namespace_owner(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, const struct drive_namespace *there)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		AUTO_FREE char *word = namespaces_added(kept->original, kept->value);

		if (kept->knob == &knob_namespace && !string_equal(kept->object, namespace->name) && word &&
			is_of(kept, pf) && namespace_is(there, word))
			return kept->object;
	}
	return NULL;
}

enum namespace_is namespace_find(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct drive_namespace **ret_namespace)
{
	const struct namespace_body *body = namespace->body;
	const struct applied *kept = kept_find(survey, namespace->name);
	AUTO_FREE char *word = kept ? namespaces_added(kept->original, kept->value) : NULL;
	struct drive_namespace *there;

	if (resource_given(namespace, NS_ADOPT))
		return find_adopted(pf->drive, &body->adopt, ret_namespace);
	if (!word)
		return NAMESPACE_NONE;
	if (string_starts(word, NAMESPACE_ANY ":"))
		return is_of(kept, pf) ? find_asked(pf->drive, kept, ret_namespace) : NAMESPACE_UNTOLD;
	there = drive_namespace(pf->drive, namespace_number(word));
	if (!there || !namespace_is(there, word) || (string_ends(word, ":-") && !is_of(kept, pf)))
		return NAMESPACE_GONE;
	*ret_namespace = there;
	return NAMESPACE_HERE;
}
