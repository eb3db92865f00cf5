/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is the matter with a wished namespace, so that no step may be planned for it. */
#include "namespace_matters.h"
#include "namespace.h"
#include <string.h>

/* What one looks at to find it out. */
struct seen {
	const struct survey *survey;
	const struct function *pf;
	const struct resource *want;
	const struct namespace_body *wish;
	const struct drive_namespace *there;
};

bool namespace_is_identified(const struct drive_namespace *there)
{
	return namespace_identity(there, NULL) != NULL;
}

/* Who tells more of it than its number knows what was made under another name. */
static bool adopts_for_certain(const struct resource *want)
{
	const struct namespace_adopt *adopt = &((const struct namespace_body *)want->body)->adopt;

	return resource_given(want, NS_ADOPT) && adopt->set & ~(UINT64_C(1) << ADOPT_NSID);
}

/* Its number is all that there is to say of one that nothing is known by. */
bool namespace_adopts_whole(const struct resource *want, const struct drive_namespace *there)
{
	return adopts_for_certain(want) ||
	       (resource_given(want, NS_ADOPT) && !namespace_is_identified(there));
}

static bool is_id(const char *said, const char *is)
{
	return said && is && strcasecmp(said, is) == 0;
}

/* It was known by what `adopt` says. */
static bool word_is_adopted(const char *word, const struct namespace_adopt *adopt)
{
	const char *id = strchr(word_identity(word), '.');

	return id &&
	       (is_id(adopt->nguid, id + 1) || is_id(adopt->eui64, id + 1) || is_id(adopt->uuid, id + 1));
}

/* Its number is what is said, and by that number pawl has made another, or whose it was pawl has deleted. */
static bool has_number_again(const struct survey *survey, const struct function *pf,
	const struct resource *want, const struct drive_namespace *there)
{
	const struct namespace_adopt *adopt = &((const struct namespace_body *)want->body)->adopt;
	const struct applied *kept = namespace_kept(survey, pf, want->name);

	return adopts_for_certain(want) &&
	       (namespace_owner(survey, pf, want->name, there) ||
		       (kept && kept->went && word_is_adopted(kept->went, adopt)));
}

static bool has_id(const struct namespace_adopt *adopt, const struct drive_namespace *there)
{
	return is_id(adopt->nguid, there->nguid) || is_id(adopt->eui64, there->eui64) ||
	       is_id(adopt->uuid, there->uuid);
}

const struct drive_namespace *namespace_half_meant(
	const struct survey *survey, const struct function *pf, const struct resource *want)
{
	const struct namespace_adopt *adopt = &((const struct namespace_body *)want->body)->adopt;

	for (size_t i = 0; i < pf->drive->n_namespaces; i++) {
		const struct drive_namespace *there = &pf->drive->namespaces[i];

		if (has_id(adopt, there) ||
			(there->nsid == (uint32_t)adopt->nsid && !has_number_again(survey, pf, want, there)))
			return there;
	}
	return NULL;
}

static bool is_named(const struct seen *seen)
{
	const char *owner = namespace_owner(seen->survey, seen->pf, seen->want->name, seen->there);

	return resource_given(seen->want, NS_RIVAL) ||
	       (owner &&
		       (namespace_is_absent(seen->want) || !namespace_adopts_whole(seen->want, seen->there)));
}

/*
 * Numbers are given out again: the one that the file means may be gone, and the one with its number somebody
 * else's. And a name that only gets another number leaves data that is known by no name any more.
 */
static bool is_another(const struct seen *seen)
{
	const struct drive_namespace *own = namespace_called(seen->survey, seen->pf, seen->want->name);
	AUTO_FREE char *known = namespace_known(seen->survey, seen->pf, seen->want->name);

	if (namespace_is_absent(seen->want) && own && own != seen->there)
		return true;
	return resource_given(seen->want, NS_ADOPT) && !adopts_for_certain(seen->want) && known &&
	       !namespace_is(seen->there, known) && own != seen->there;
}

/* A number alone may be another's by the next run, and what is deleted is not asked for twice. */
static unsigned find_unproven(const struct seen *seen)
{
	AUTO_FREE char *known = namespace_known(seen->survey, seen->pf, seen->want->name);

	if (resource_given(seen->want, NS_ADOPT) && !adopts_for_certain(seen->want)) {
		if (namespace_is_silent(seen->pf->drive, seen->there))
			return MATTER_SILENT;
		if (namespace_is_identified(seen->there))
			return MATTER_NUMBER;
	}
	/* number and size are enough to give it to somebody, not to delete it */
	return known && namespace_is_told(known) && !namespace_is_identified(seen->there) ? MATTER_SILENT : 0;
}

/* Of one that is to be absent, and is not found. */
static unsigned find_missed(const struct seen *seen)
{
	const struct drive_namespace *there;

	if (resource_given(seen->want, NS_ADOPT))
		return namespace_half_meant(seen->survey, seen->pf, seen->want) ? MATTER_ANOTHER : 0;
	return namespace_elsewhere(seen->survey, seen->pf, seen->want->name, &there) ? MATTER_STRAYED : 0;
}

static bool bytes_differ(const struct namespace_body *wish, const struct drive_namespace *there)
{
	uint64_t bytes = blocks_bytes(there->blocks, there->block_bytes), wished = (uint64_t)wish->size;

	return wish->size != ALL_REMAINING && (bytes < wished || bytes - wished >= there->block_bytes);
}

/* Who gives it to several has it shared, said or not. */
static bool sharing_differs(const struct resource *want, const struct drive_namespace *there)
{
	const struct namespace_body *wish = want->body;

	return resource_given(want, NS_SHARED) ? wish->shared != there->shared
					       : wish->controllers.n > 1 && !there->shared;
}

bool namespace_differs(const struct resource *want, size_t row, const struct drive_namespace *there)
{
	const struct namespace_body *wish = want->body;

	if (row == NS_SHARED)
		return sharing_differs(want, there);
	if (!resource_given(want, row))
		return false;
	return row == NS_SIZE ? bytes_differ(wish, there) : wish->block_size != there->block_bytes;
}

/*
 * Who has it may have it mounted, or hand it to a guest: only what pawl gave itself goes where the wish says.
 */
const uint16_t *namespace_stranger(const struct survey *survey, const struct function *pf,
	const struct resource *want, const struct drive_namespace *there)
{
	const struct namespace_body *wish = want->body;

	for (size_t i = 0; resource_given(want, NS_HELD) && i < there->n_controllers; i++) {
		AUTO_FREE char *id = text_print("%u", there->controllers[i]);

		if (!words_hold(wish->held, id) &&
			!namespace_gave(survey, pf, want, there, there->controllers[i]))
			return &there->controllers[i];
	}
	return NULL;
}

/* Of the one that is certainly meant. */
static unsigned find_unlike(const struct seen *seen)
{
	bool differs = namespace_differs(seen->want, NS_SIZE, seen->there) ||
		       namespace_differs(seen->want, NS_BLOCK_SIZE, seen->there) ||
		       namespace_differs(seen->want, NS_SHARED, seen->there);

	return (differs ? MATTER_DIFFERS : 0) |
	       (namespace_stranger(seen->survey, seen->pf, seen->want, seen->there) ? MATTER_ELSEWHERE : 0);
}

static unsigned find_untold(const struct seen *seen)
{
	return resource_given(seen->want, NS_ADOPT) ? MATTER_SILENT : MATTER_UNTOLD;
}

/* What an earlier run may have made is not deleted on a guess. */
static unsigned find_of_absent(const struct seen *seen, enum namespace_fate fate)
{
	if (fate == NAMESPACE_UNTOLD || fate == NAMESPACE_FOUND)
		return find_untold(seen);
	if (fate != NAMESPACE_HERE)
		return find_missed(seen);
	return is_named(seen) ? MATTER_NAMED : is_another(seen) ? MATTER_ANOTHER : find_unproven(seen);
}

unsigned namespace_matters_find(const struct survey *survey, const struct resource *want,
	const struct function *pf, enum namespace_fate fate, const struct drive_namespace *there)
{
	const struct seen seen = { survey, pf, want, want->body, there };

	if (namespace_is_absent(want))
		return find_of_absent(&seen, fate);
	if (fate == NAMESPACE_GONE)
		return MATTER_GONE;
	if (fate == NAMESPACE_UNTOLD)
		return find_untold(&seen);
	if (fate == NAMESPACE_NONE)
		return 0;
	return is_named(&seen) ? MATTER_NAMED : is_another(&seen) ? MATTER_ANOTHER : find_unlike(&seen);
}
