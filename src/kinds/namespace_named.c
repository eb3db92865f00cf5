/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the namespace that a name finds is the one that may have this name. */
#include "namespace.h"
#include <inttypes.h>

static int refuse_name(const struct resource *want, const struct drive_namespace *there,
	const struct function *pf, const char *why, const char *hint, struct report *report)
{
	AUTO_FREE char *text = text_print("namespace %" PRIu32 " of %s is %s", there->nsid, pf->address, why);

	return namespace_refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-named", .outcome = REFUSED, .hint = hint }, text, report);
}

/* Who tells more of it than its number knows what was made under another name. */
static bool adopts_for_certain(const struct resource *want)
{
	const struct namespace_adopt *adopt = &((const struct namespace_body *)want->body)->adopt;

	return resource_given(want, NS_ADOPT) && adopt->set & ~(UINT64_C(1) << ADOPT_NSID);
}

static bool has_identity(const struct drive_namespace *there)
{
	return there->nguid || there->eui64 || there->uuid;
}

/* Its number is all that there is to say of one that nothing is known by. */
static bool adopts_whole(const struct resource *want, const struct drive_namespace *there)
{
	return adopts_for_certain(want) || (resource_given(want, NS_ADOPT) && !has_identity(there));
}

static void note_name(const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, const char *former, struct report *report)
{
	if (!namespace_is_absent(want))
		report_add(report,
			&(struct finding){ .severity = NOTE,
				.id = "namespace-takes-name",
				.object = want->name,
				.at = resource_place(want, NS_ADOPT) },
			"namespace %" PRIu32
			" of %s is known as %s: an apply gives it this name instead, and changes nothing "
			"else of it",
			there->nsid, pf->address, former);
}

int namespace_check_owner(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	const char *owner = namespace_owner(survey, pf, want->name, there);
	AUTO_FREE char *adopt = namespace_adopt_print(there), *hint = NULL, *why = NULL;

	if (resource_given(want, NS_RIVAL)) {
		why = text_print("%s as well: one namespace has one name", body->rival);
		return refuse_name(want, there, pf, why, "leave one of the two names out", report);
	}
	if (owner && adopts_whole(want, there))
		note_name(want, pf, there, owner, report);
	if (!owner || adopts_whole(want, there))
		return 0;
	why = text_print("%s: pawl knows it by that name", owner);
	hint = text_print("wish for it under its own name; or, to give it this one, say `%s`", adopt);
	return refuse_name(want, there, pf, why, hint, report);
}

/*
 * Numbers are given out again: the one that the file means may be gone, and the one with its number somebody
 * else's. And a name that only gets another number leaves data that is known by no name any more.
 */
int namespace_check_known(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *known = namespace_known(survey, pf, want->name), *now = namespace_word(there),
		       *adopt = namespace_adopt_print(there), *hint = NULL, *text = NULL;
	AUTO_TEXT struct text is = { 0 }, was = { 0 };

	if (!resource_given(want, NS_ADOPT) || adopts_for_certain(want) || !known ||
		namespace_is(there, known) || namespace_called(survey, pf, want->name) == there)
		return 0;
	hint = has_identity(there) ? text_print("if it is the one that is meant, say `%s`", adopt)
				   : text_print("if it is the one that is meant, give it another name");
	namespace_tell(now, &is);
	namespace_tell(known, &was);
	text = text_print("%s has namespace %s, and pawl knows %s as %s: a number alone does not tell which "
			  "one it is to be",
		pf->address, text_string(&is), want->name, text_string(&was));
	return namespace_refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-another", .outcome = REFUSED, .hint = hint }, text,
		report);
}

/* A number alone may be another's by the next run, and what is deleted is not asked for twice. */
int namespace_check_proof(const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	const uint64_t ids =
		UINT64_C(1) << ADOPT_NGUID | UINT64_C(1) << ADOPT_EUI64 | UINT64_C(1) << ADOPT_UUID;
	AUTO_FREE char *hint = NULL, *text = NULL;

	if (!resource_given(want, NS_ADOPT) || body->adopt.set & ids)
		return 0;
	if (namespace_is_silent(pf->drive, there))
		return namespace_refuse_silent(want, pf, there->nsid, report);
	if (!has_identity(there))
		return 0;
	hint = text_print("say what it is known by, too: `adopt: {nsid: %" PRIu32 ", %s: \"%s\"}`",
		there->nsid,
		there->nguid   ? "nguid"
		: there->eui64 ? "eui64"
			       : "uuid",
		there->nguid   ? there->nguid
		: there->eui64 ? there->eui64
			       : there->uuid);
	text = text_print(
		"a number alone does not tell which one of %s is to be deleted: whoever makes the next "
		"one may get it",
		pf->address);
	return namespace_refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-number", .outcome = REFUSED, .hint = hint }, text,
		report);
}

/* Number and size are enough to give it to somebody, as with a drive that tells nothing, not to delete it. */
int namespace_check_told(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *known = namespace_known(survey, pf, want->name);

	if (!known || !namespace_is_told(known) || has_identity(there))
		return 0;
	return namespace_refuse_silent(want, pf, there->nsid, report);
}
