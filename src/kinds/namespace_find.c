/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which namespace of a drive is the one that is wished for: by `adopt`, or by what earlier runs have made. */
#include "namespace.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static bool id_fits(const struct namespace_adopt *adopt, size_t row, const char *wish, const char *is)
{
	return !(adopt->set >> row & 1) || (is && strcasecmp(wish, is) == 0);
}

bool namespace_is_silent(const struct drive *drive, const struct drive_namespace *there)
{
	return !there->nguid && !there->eui64 && !there->uuid &&
	       !namespace_has(there, (uint16_t)drive->numbers[D_CNTLID]);
}

static enum namespace_is find_adopted(
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

/* Lists of two drives may be alike, and what is known by nothing is known by its place alone. */
static bool is_of(const struct applied *kept, const struct function *pf)
{
	size_t length = strlen(pf->address);

	return string_starts(kept->target, pf->address) && kept->target[length] == ' ';
}

/* The word on it of this drive's place; or the last one, as the drive may stand elsewhere now. */
static const struct applied *kept_find(
	const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *last = NULL;

	for (size_t i = survey->kept.n; i-- > 0;) {
		const struct applied *kept = &survey->kept.all[i];

		if (kept->knob != &knob_namespace || !string_equal(kept->object, name))
			continue;
		if (is_of(kept, pf))
			return kept;
		last = last ? last : kept;
	}
	return last;
}

/* The drive that stands where the word was noted, when it is another one; NULL: none that can be asked. */
static const struct function *drive_before(
	const struct survey *survey, const struct applied *kept, const struct function *pf)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct function *before = survey_function(survey, address);

	return before != pf && drive_told(before) && !drive_is_port(before, pf) ? before : NULL;
}

/*
 * What is known wherever it is has moved with its drive; not while a drive is in that place which has it
 * still: makers have given two the same identity.
 */
static bool has_moved(
	const struct survey *survey, const struct applied *kept, const struct function *pf, const char *word)
{
	const struct function *before = drive_before(survey, kept, pf);
	const struct drive_namespace *still =
		before ? drive_namespace(before->drive, namespace_number(word)) : NULL;

	return namespace_is_told(word) && !(still && namespace_is(still, word));
}

/* Where one of the two is not told, number, size and the drive's place are what there is to go by. */
static bool is_known_as(const struct survey *survey, const struct applied *kept, const struct function *pf,
	const struct drive_namespace *there, const char *word)
{
	if (namespace_is(there, word))
		return is_of(kept, pf) || has_moved(survey, kept, pf, word);
	return namespace_may_be(there, word) && is_of(kept, pf) &&
	       (there->uuid || namespace_is_silent(pf->drive, there));
}

/* What pawl knows the name of this word by: its namespace on the drive; NULL: it is not there. */
static struct drive_namespace *kept_on(
	const struct survey *survey, const struct applied *kept, const struct function *pf)
{
	AUTO_FREE char *word = listing_added(kept->original, kept->value);
	struct drive_namespace *there = word ? drive_namespace(pf->drive, namespace_number(word)) : NULL;

	return there && is_known_as(survey, kept, pf, there, word) ? there : NULL;
}

bool namespace_is_heard_of(const struct survey *survey, const struct function *pf, const char *name)
{
	return kept_find(survey, pf, name) != NULL;
}

char *namespace_known(const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *kept = kept_find(survey, pf, name);
	char *word = kept ? listing_added(kept->original, kept->value) : NULL;

	if (word && namespace_number(word))
		return word;
	free(word);
	return NULL;
}

const struct drive_namespace *namespace_called(
	const struct survey *survey, const struct function *pf, const char *name)
{
	const struct applied *kept = kept_find(survey, pf, name);

	return kept ? kept_on(survey, kept, pf) : NULL;
}

/* Controllers are the drive's own, and go with it. */
static bool holders_are(const struct survey *survey, const struct applied *kept, const struct function *pf,
	const struct drive_namespace *there)
{
	const char *word = holders_word(kept->target);

	return namespace_may_be(there, word) && (is_of(kept, pf) || has_moved(survey, kept, pf, word));
}

const char *namespace_owner(const struct survey *survey, const struct function *pf, const char *name,
	const struct drive_namespace *there)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];

		if (kept->knob == &knob_namespace && !string_equal(kept->object, name) &&
			kept_on(survey, kept, pf) == there)
			return kept->object;
	}
	return NULL;
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
	for (size_t i = survey->kept.n; i-- > 0;) {
		const struct applied *kept = &survey->kept.all[i];

		if (kept->knob == &knob_controllers && string_equal(kept->object, name) &&
			holders_are(survey, kept, pf, there))
			return kept;
	}
	return NULL;
}

bool namespace_gave(const struct survey *survey, const struct function *pf, const struct resource *namespace,
	const struct drive_namespace *there, uint16_t cntlid)
{
	AUTO_FREE char *controller = text_print("%u", cntlid);
	const char *called = called_now(survey, pf, namespace, there);
	const struct applied *holders = holders_find(survey, pf, called, there);
	const struct applied *name = kept_find(survey, pf, called);

	return holders && (!name || kept_on(survey, name, pf) == there) &&
	       words_hold(holders->value, controller) && !words_hold(holders->original, controller);
}

const struct function *namespace_elsewhere(const struct survey *survey, const struct function *pf,
	const char *name, const struct drive_namespace **ret_there)
{
	const struct applied *kept = kept_find(survey, pf, name);
	const struct function *before = kept && !is_of(kept, pf) ? drive_before(survey, kept, pf) : NULL;
	const struct drive_namespace *there = before ? kept_on(survey, kept, before) : NULL;

	*ret_there = there;
	return there ? before : NULL;
}

bool namespaces_are_known(const struct survey *survey, const struct function *pf)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];

		if ((kept->knob == &knob_namespace || kept->knob == &knob_controllers) && is_of(kept, pf) &&
			kept->value && *kept->value)
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

/* One that somebody has already may have data on it. */
static enum namespace_is find_asked(const struct survey *survey, const struct function *pf,
	const struct applied *kept, const char *asked, struct drive_namespace **ret)
{
	struct drive_namespace *found = NULL;
	size_t n = count_asked(survey, pf, kept, asked, &found);

	if (n == 0)
		return NAMESPACE_NONE;
	if (n > 1 || found->n_controllers > 0 || !is_of(kept, pf) ||
		namespaces_may_have(kept->original, found))
		return NAMESPACE_UNTOLD;
	*ret = found;
	return NAMESPACE_FOUND;
}

void namespace_print_candidates(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct text *text)
{
	const struct applied *kept = kept_find(survey, pf, namespace->name);
	AUTO_FREE char *asked = kept ? listing_added(kept->original, kept->value) : NULL;

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
	const struct applied *kept = kept_find(survey, pf, name);
	AUTO_FREE char *word = kept ? listing_added(kept->original, kept->value) : NULL;
	struct drive_namespace *last = NULL;

	if (word && namespace_is_asked(word) && is_of(kept, pf))
		count_asked(survey, pf, kept, word, &last);
	return last;
}

/*
 * A run was to delete it, and what came of that nobody may have seen. Of one that nothing is known by,
 * another of its number and size is not told apart.
 */
static enum namespace_is find_deleted(const struct survey *survey, const struct function *pf,
	const struct applied *kept, const char *word, struct drive_namespace **ret)
{
	struct drive_namespace *there = drive_namespace(pf->drive, namespace_number(word));

	if (!there || !is_known_as(survey, kept, pf, there, word))
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
	const struct applied *kept = kept_find(survey, pf, name);
	AUTO_FREE char *word = namespace_known(survey, pf, name);
	AUTO_FREE char *uuid = word && adopt->uuid ? text_print("uuid.%s", adopt->uuid) : NULL;
	struct drive_namespace *there = kept ? kept_on(survey, kept, pf) : NULL;

	return there && there->nsid == adopt->nsid && uuid && strcasecmp(namespace_known_by(word), uuid) == 0
		       ? there
		       : NULL;
}

static enum namespace_is find_by_wish(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct drive_namespace **ret_namespace)
{
	const struct namespace_adopt *adopt = &((const struct namespace_body *)namespace->body)->adopt;
	enum namespace_is is = find_adopted(pf->drive, adopt, ret_namespace);
	struct drive_namespace *known =
		is == NAMESPACE_UNTOLD ? adopted_before(survey, pf, adopt, namespace->name) : NULL;

	if (!known)
		return is;
	*ret_namespace = known;
	return NAMESPACE_HERE;
}

enum namespace_is namespace_find(const struct survey *survey, const struct function *pf,
	const struct resource *namespace, struct drive_namespace **ret_namespace)
{
	const struct applied *kept = kept_find(survey, pf, namespace->name);
	AUTO_FREE char *word = kept ? listing_added(kept->original, kept->value) : NULL;
	AUTO_FREE char *deleted = kept ? listing_added(kept->value, kept->original) : NULL;
	struct drive_namespace *there;

	if (resource_given(namespace, NS_ADOPT))
		return find_by_wish(survey, pf, namespace, ret_namespace);
	if (!word)
		return deleted ? find_deleted(survey, pf, kept, deleted, ret_namespace) : NAMESPACE_NONE;
	if (namespace_is_asked(word))
		return find_asked(survey, pf, kept, word, ret_namespace);
	there = kept_on(survey, kept, pf);
	if (!there)
		return NAMESPACE_GONE;
	*ret_namespace = there;
	return NAMESPACE_HERE;
}

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
	enum namespace_is is = namespace_find(survey, pf, namespace, &there);

	if (absent ? adopts || (is != NAMESPACE_GONE && kept_find(survey, pf, namespace->name))
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
