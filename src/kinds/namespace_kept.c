/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which namespace of a drive pawl knows by a name, by what earlier runs have made, and to whom it gave it. */
#include "namespace.h"
#include <string.h>

/* Lists of two drives may be alike: what it is tells a drive, and where nobody knows that its place does. */
bool kept_is_of(const struct survey *survey, const struct applied *kept, const struct function *pf)
{
	AUTO_FREE char *address = target_address(kept->target);
	enum pin_says says = pins_tell(survey, address, pf);

	return says == PIN_SAME || (says == PIN_UNTOLD && string_equal(address, pf->address));
}

/* Of two places that which came to have the name later, whichever was noted last: one place has one word. */
static const struct applied *later(const struct applied *one, const struct applied *other)
{
	return !one || other > one ? other : one;
}

/* The word on it of this drive's place; or of the last place, as the drive may stand elsewhere now. */
const struct applied *namespace_kept(const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *last = NULL, *last_here = NULL, *kept;

	for (size_t cursor = 0; (kept = applied_of(&survey->kept, &knob_namespace, name, &cursor));) {
		last = later(last, kept);
		if (kept_is_of(survey, kept, pf))
			last_here = later(last_here, kept);
	}
	return last_here ? last_here : last;
}

/*
 * What is known wherever it is has moved with its drive; not while another drive is in that place which has
 * it still: makers have given two the same identity. Nor has it when serial numbers tell the drives apart.
 */
static bool has_moved(
	const struct survey *survey, const struct applied *kept, const struct function *pf, const char *word)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct function *there = survey_function(survey, address);
	const struct drive_namespace *still = there != pf && drive_told(there) && !drive_is_port(there, pf)
						      ? drive_namespace(there->drive, namespace_number(word))
						      : NULL;

	return namespace_is_told(word) && pins_tell(survey, address, pf) != PIN_OTHER &&
	       !(still && namespace_is(still, word));
}

/* Where one of the two is not told, number, size and the drive's place are what there is to go by. */
bool namespace_known_as(const struct survey *survey, const struct applied *kept, const struct function *pf,
	const struct drive_namespace *there, const char *word)
{
	if (namespace_is(there, word))
		return kept_is_of(survey, kept, pf) || has_moved(survey, kept, pf, word);
	return namespace_may_be(there, word) && kept_is_of(survey, kept, pf) &&
	       (there->uuid || namespace_is_silent(pf->drive, there));
}

/* What pawl knows the name of this word by: its namespace on the drive; NULL: it is not there. */
struct drive_namespace *namespace_kept_on(
	const struct survey *survey, const struct applied *kept, const struct function *pf)
{
	struct drive_namespace *there = kept->nsid ? drive_namespace(pf->drive, kept->nsid) : NULL;

	return there && namespace_known_as(survey, kept, pf, there, kept->came) ? there : NULL;
}

bool namespace_is_heard_of(const struct survey *survey, const struct function *pf, const char *name)
{
	return namespace_kept(survey, pf, name) != NULL;
}

char *namespace_known(const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *kept = namespace_kept(survey, pf, name);

	return kept && kept->nsid ? string_copy(kept->came) : NULL;
}

const struct drive_namespace *namespace_called(
	const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *kept = namespace_kept(survey, pf, name);

	return kept ? namespace_kept_on(survey, kept, pf) : NULL;
}

/* Controllers are the drive's own, and go with it. */
static bool holders_are(const struct survey *survey, const struct applied *kept, const struct function *pf,
	const struct drive_namespace *there)
{
	const char *word = holders_word(kept->target);

	return namespace_number(word) == there->nsid && namespace_may_be(there, word) &&
	       (kept_is_of(survey, kept, pf) || has_moved(survey, kept, pf, word));
}

const char *namespace_owner(const struct survey *survey, const struct function *pf, const char *name,
	const struct drive_namespace *there)
{
	const struct applied *first = NULL, *kept;

	for (size_t cursor = 0; (kept = applied_numbered(&survey->kept, there->nsid, &cursor));)
		if ((!first || kept < first) && kept->knob == &knob_namespace &&
			!string_equal(kept->object, name) && namespace_kept_on(survey, kept, pf) == there)
			first = kept;
	return first ? first->object : NULL;
}

/* What is adopted under another name has its former one until that is noted. */
static const char *called_now(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, const struct drive_namespace *there)
{
	const char *former = resource_given(namespace, NS_ADOPT)
				     ? namespace_owner(survey, pf, namespace->name, there)
				     : NULL;

	return former ? former : namespace->name;
}

/* "0000:a1:00.0 nsid 3:..": who has it by that name. */
static const struct applied *holders_find(const struct survey *survey, const struct function *pf,
	const char *name, const struct drive_namespace *there)
{
	const struct applied *last = NULL, *kept;

	for (size_t cursor = 0; (kept = applied_of(&survey->kept, &knob_controllers, name, &cursor));)
		if (holders_are(survey, kept, pf, there))
			last = later(last, kept);
	return last;
}

bool namespace_gave_all(const struct survey *survey, const struct function *pf, const char *name,
	const struct drive_namespace *there)
{
	const struct applied *holders = holders_find(survey, pf, name, there);

	for (size_t i = 0; i < there->n_controllers; i++) {
		AUTO_FREE char *id = text_print("%u", there->controllers[i]);

		if (!holders || !words_hold(holders->value, id) || words_hold(holders->original, id))
			return false;
	}
	return true;
}

bool namespace_gave(const struct survey *survey, const struct function *pf, const struct resource *namespace,
	const struct drive_namespace *there, uint16_t cntlid)
{
	AUTO_FREE char *controller = text_print("%u", cntlid);
	const char *called = called_now(survey, pf, namespace, there);
	const struct applied *holders = holders_find(survey, pf, called, there);
	const struct applied *name = namespace_kept(survey, pf, called);

	return holders && (!name || namespace_kept_on(survey, name, pf) == there) &&
	       words_hold(holders->value, controller) && !words_hold(holders->original, controller);
}

/* That it was noted of, wherever it stands now; NULL: none that can be asked. */
static const struct function *drive_of(const struct survey *survey, const struct applied *kept)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct function *there = survey_function(survey, address);

	if (there && kept_is_of(survey, kept, there))
		return drive_told(there) ? there : NULL;
	for (size_t i = 0; i < survey->n; i++)
		if (drive_told(survey->functions[i]) && kept_is_of(survey, kept, survey->functions[i]))
			return survey->functions[i];
	return NULL;
}

const struct function *namespace_elsewhere(const struct survey *survey, const struct function *pf,
	const char *name, const struct drive_namespace **ret_there)
{
	const struct applied *kept = namespace_kept(survey, pf, name);
	const struct function *drive = kept && !kept_is_of(survey, kept, pf) ? drive_of(survey, kept) : NULL;
	const struct drive_namespace *there =
		drive && !drive_is_same(drive, pf) ? namespace_kept_on(survey, kept, drive) : NULL;

	if (!there)
		return NULL;
	*ret_there = there;
	return drive;
}

bool namespaces_are_known(const struct survey *survey, const struct function *pf)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];

		if ((kept->knob == &knob_namespace || kept->knob == &knob_controllers) &&
			kept_is_of(survey, kept, pf) && kept->value && *kept->value)
			return true;
	}
	return false;
}

bool namespace_is_given(const struct survey *survey, const struct function *pf,
	const struct drive_namespace *there, uint16_t cntlid)
{
	AUTO_FREE char *controller = text_print("%u", cntlid);

	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];

		if (kept->knob == &knob_controllers && holders_are(survey, kept, pf, there) &&
			words_hold(kept->value, controller))
			return true;
	}
	return false;
}
