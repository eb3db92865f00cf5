/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which namespace of a drive is the one that is wished for: by `adopt`, or by what earlier runs have made. */
#include "namespace.h"
#include <string.h>

static bool id_fits(const struct namespace_adopt *adopt, size_t row, const char *wish, const char *is)
{
	return !(adopt->set >> row & 1) || (is && strcasecmp(wish, is) == 0);
}

bool namespace_is_silent(const struct drive *drive, const struct drive_namespace *there)
{
	return !namespace_is_identified(there) && !namespace_has(there, (uint16_t)drive->numbers[D_CNTLID]);
}

static enum namespace_fate find_adopted(
	const struct drive *drive, const struct namespace_adopt *adopt, struct drive_namespace **ret)
{
	struct drive_namespace *namespace = drive_namespace(drive, (uint32_t)adopt->nsid);

	if (!namespace || !id_fits(adopt, ADOPT_NGUID, adopt->nguid, namespace->nguid) ||
		!id_fits(adopt, ADOPT_EUI64, adopt->eui64, namespace->eui64))
		return NAMESPACE_GONE;
	if (!id_fits(adopt, ADOPT_UUID, adopt->uuid, namespace->uuid))
		return namespace_is_silent(drive, namespace) ? NAMESPACE_UNTOLD : NAMESPACE_GONE;
	*ret = namespace;
	return NAMESPACE_HERE;
}

/*
 * A run has asked for it, and died before it saw what came of that: it has come since, and is as large. So
 * may one have that has the number of another, when the UUID of one of the two is not told.
 */
static bool may_be(const struct survey *survey, const struct function *pf, const struct applied *kept,
	const char *asked, const struct drive_namespace *one)
{
	return !namespaces_have(kept->original, one) && namespace_fits(one, asked) &&
	       !namespace_owner(survey, pf, kept->object, one);
}

static size_t count_asked(const struct survey *survey, const struct function *pf, const struct applied *kept,
	const char *asked, struct drive_namespace **ret_last)
{
	struct drive_namespace *all = pf->drive->namespaces;
	size_t n = 0;

	for (size_t i = 0; i < pf->drive->n_namespaces; i++)
		if (may_be(survey, pf, kept, asked, &all[i]))
			*ret_last = &all[i], n++;
	return n;
}

/* One that somebody has already may have data on it; not whom pawl itself gave it to, for this name. */
static enum namespace_fate find_asked(const struct survey *survey, const struct function *pf,
	const struct applied *kept, const char *asked, struct drive_namespace **ret)
{
	struct drive_namespace *found = NULL;
	size_t n = count_asked(survey, pf, kept, asked, &found);

	if (n == 0)
		return NAMESPACE_NONE;
	if (n > 1 || !namespace_gave_all(survey, pf, kept->object, found) || !kept_is_of(survey, kept, pf) ||
		namespaces_may_have(kept->original, found))
		return NAMESPACE_UNTOLD;
	*ret = found;
	return NAMESPACE_FOUND;
}

void namespace_print_candidates(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct text *text)
{
	const struct applied *kept = namespace_kept(survey, pf, namespace->name);
	const char *asked = kept ? kept->came : NULL;

	for (size_t i = 0; asked && i < pf->drive->n_namespaces; i++) {
		AUTO_FREE char *adopt = namespace_adopt_print(&pf->drive->namespaces[i]);

		if (may_be(survey, pf, kept, asked, &pf->drive->namespaces[i]))
			text_addf(text, "%s`%s`", text->length ? " or " : "", adopt);
	}
	if (!text->length)
		text_add(text, "`adopt: {nsid: N, ..}`");
}

const struct drive_namespace *namespace_asked(
	const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *kept = namespace_kept(survey, pf, name);
	const char *word = kept ? kept->came : NULL;
	struct drive_namespace *last = NULL;

	if (word && namespace_is_asked(word) && kept_is_of(survey, kept, pf))
		count_asked(survey, pf, kept, word, &last);
	return last;
}

/*
 * A run was to delete it, and what came of that nobody may have seen. Of one that nothing is known by,
 * another of its number and size is not told apart.
 */
static enum namespace_fate find_deleted(const struct survey *survey, const struct function *pf,
	const struct applied *kept, const char *word, struct drive_namespace **ret)
{
	struct drive_namespace *there = drive_namespace(pf->drive, namespace_number(word));

	if (!there || !namespace_known_as(survey, kept, pf, there, word))
		return NAMESPACE_NONE;
	if (!namespace_is_told(word) || !namespace_is(there, word))
		return NAMESPACE_UNTOLD;
	*ret = there;
	return NAMESPACE_HERE;
}

/* What an earlier run was told of it, when its drive had it where it is told. */
static struct drive_namespace *adopted_before(const struct survey *survey, const struct function *pf,
	const struct namespace_adopt *adopt, const char *name)
{
	const struct applied *kept = namespace_kept(survey, pf, name);
	AUTO_FREE char *word = namespace_known(survey, pf, name);
	AUTO_FREE char *uuid = word && adopt->uuid ? text_print("uuid.%s", adopt->uuid) : NULL;
	struct drive_namespace *there = kept ? namespace_kept_on(survey, kept, pf) : NULL;

	return there && there->nsid == adopt->nsid && uuid && strcasecmp(word_identity(word), uuid) == 0
		       ? there
		       : NULL;
}

static enum namespace_fate find_by_wish(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct drive_namespace **ret_namespace)
{
	const struct namespace_adopt *adopt = &((const struct namespace_body *)namespace->body)->adopt;
	enum namespace_fate fate = find_adopted(pf->drive, adopt, ret_namespace);
	struct drive_namespace *known =
		fate == NAMESPACE_UNTOLD ? adopted_before(survey, pf, adopt, namespace->name) : NULL;

	if (!known)
		return fate;
	*ret_namespace = known;
	return NAMESPACE_HERE;
}

enum namespace_fate namespace_find(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct drive_namespace **ret_namespace)
{
	const struct applied *kept = namespace_kept(survey, pf, namespace->name);
	const char *word = kept ? kept->came : NULL;
	const char *deleted = kept ? kept->went : NULL;
	struct drive_namespace *there;

	if (resource_given(namespace, NS_ADOPT))
		return find_by_wish(survey, pf, namespace, ret_namespace);
	if (!word)
		return deleted ? find_deleted(survey, pf, kept, deleted, ret_namespace) : NAMESPACE_NONE;
	if (namespace_is_asked(word))
		return find_asked(survey, pf, kept, word, ret_namespace);
	there = namespace_kept_on(survey, kept, pf);
	if (!there)
		return NAMESPACE_GONE;
	*ret_namespace = there;
	return NAMESPACE_HERE;
}

/* What is asked for has no number yet, and what is nowhere noted stands for nothing. */
static bool may_have_number(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, uint32_t nsid)
{
	const struct namespace_body *body = namespace->body;
	const struct applied *kept;
	const char *word;

	if (resource_given(namespace, NS_ADOPT))
		return body->adopt.nsid == nsid;
	kept = namespace_kept(survey, pf, namespace->name);
	word = kept && kept->came ? kept->came : kept ? kept->went : NULL;
	return word && (namespace_is_asked(word) || namespace_number(word) == nsid);
}

bool namespace_stands_for(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, const struct drive_namespace *there)
{
	struct drive_namespace *its = NULL;

	if (may_have_number(survey, pf, namespace, there->nsid))
		namespace_find(survey, pf, namespace, &its);
	return its && its->nsid == there->nsid;
}
