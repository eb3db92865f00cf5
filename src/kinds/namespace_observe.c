/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What of a namespace is on the drive, held against the wish for it. */
#include "namespace.h"
#include <inttypes.h>
#include <stdlib.h>

static int refuse(const struct resource *want, size_t row, const struct finding *like, const char *text,
	struct report *report)
{
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.object = want->name;
	finding.at = resource_place(want, row);
	report_add(report, &finding, "%s", text);
	return -1;
}

static int refuse_drive(const struct resource *want, const struct function *pf, struct report *report)
{
	const struct drive *drive = pf->drive;
	AUTO_FREE char *text = NULL;

	if (drive && !drive->unknown) {
		text = text_print(
			"%s does not manage namespaces: OACS bit 3 of its controller is 0", pf->address);
		return refuse(want, NS_SIZE,
			&(struct finding){ .id = "namespace-management",
				.outcome = BAD_CONFIGURATION,
				.hint = "leave `namespaces` out for this drive" },
			text, report);
	}
	text = text_print("what namespaces %s has is not known: %s", pf->address,
		drive                   ? drive->unknown
		: function_is_drive(pf) ? "the facts do not have it"
					: "its physical function is not bound to the nvme driver");
	return refuse(want, NS_SIZE,
		&(struct finding){ .id = "fact-unknown",
			.outcome = UNAVAILABLE,
			.hint = "bind the physical function to nvme (`driver: nvme`), or capture the facts "
				"anew as root" },
		text, report);
}

static const char *listed(const struct function *pf)
{
	return *pf->drive->listed ? pf->drive->listed : "none";
}

char *namespace_adopt_print(const struct drive_namespace *namespace)
{
	struct text text = { 0 };

	text_addf(&text, "adopt: {nsid: %" PRIu32, namespace->nsid);
	if (namespace->nguid)
		text_addf(&text, ", nguid: \"%s\"", namespace->nguid);
	else if (namespace->eui64)
		text_addf(&text, ", eui64: \"%s\"", namespace->eui64);
	else if (namespace->uuid)
		text_addf(&text, ", uuid: \"%s\"", namespace->uuid);
	text_add(&text, "}");
	return text_take(&text);
}

static int refuse_gone(const struct resource *want, const struct function *pf, struct report *report)
{
	const struct namespace_body *body = want->body;
	struct finding finding = { .id = "namespace-gone", .outcome = FAILED };
	AUTO_FREE char *text = NULL;

	if (resource_given(want, NS_ADOPT)) {
		finding.hint = "`pawl show` tells which it has: say its number and what it is known by";
		text = text_print("%s has no namespace %" PRId64 " that is as `adopt` says; it has: %s",
			pf->address, body->adopt.nsid, listed(pf));
	} else {
		finding.hint = "if it is one of these, say which: `adopt: {nsid: N, ..}`; to have a new one "
			       "made, apply once with `state: absent`, then without";
		text = text_print("%s has no namespace any more that is the one that %s was; it has: %s",
			pf->address, want->name, listed(pf));
	}
	return refuse(want, NS_ADOPT, &finding, text, report);
}

/* That is told to a controller that has it alone (nvme_namespaces.h). */
static int refuse_silent(
	const struct resource *want, const struct function *pf, uint32_t nsid, struct report *report)
{
	bool absent = namespace_is_absent(want);
	AUTO_FREE char *text = text_print(
		"namespace %" PRIu32 " of %s may be the one that %s is, and its UUID is told to a "
		"controller that has it alone: controller %" PRIu64 ", which pawl asks, has it not",
		nsid, pf->address, want->name, pf->drive->numbers[D_CNTLID]);
	AUTO_FREE char *hint = text_print(
		absent ? "apply once with `pf: true` instead of `state: absent`: then the drive tells it"
		       : "if it is that one, say `adopt: {nsid: %" PRIu32 "}` without its UUID",
		nsid);

	return refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-silent", .outcome = FAILED, .hint = hint }, text, report);
}

static int refuse_untold(const struct survey *survey, const struct resource *want, const struct function *pf,
	struct report *report)
{
	AUTO_FREE char *text = text_print(
		"an earlier run may have made %s on %s, and which it is cannot be told; it has: %s",
		want->name, pf->address, listed(pf));
	AUTO_TEXT struct text hint = { 0 }, candidates = { 0 };

	if (resource_given(want, NS_ADOPT))
		return refuse_silent(
			want, pf, (uint32_t)((const struct namespace_body *)want->body)->adopt.nsid, report);
	namespace_print_candidates(survey, pf, want, &candidates);
	text_addf(&hint, "look at `pawl show`, and say which it is: %s; or give it another name",
		text_string(&candidates));
	return refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-untold", .outcome = FAILED, .hint = text_string(&hint) },
		text, report);
}

/* What pawl has made, or adopted, it knows by its name: of that alone the size need not be said. */
static int check_size(const struct resource *want, const struct function *pf, struct report *report)
{
	AUTO_FREE char *text = NULL;

	if (resource_given(want, NS_SIZE))
		return 0;
	text = text_print(
		"size: is needed to make it: pawl knows no namespace of %s by this name", pf->address);
	return refuse(want, NS_SIZE,
		&(struct finding){ .id = "namespace-wish",
			.outcome = BAD_CONFIGURATION,
			.hint = "say `size: 500GiB` or `size: all-remaining`; of one that is there which it "
				"is: `adopt: {nsid: N, ..}`" },
		text, report);
}

bool namespace_size_differs(const struct resource *want, const struct drive_namespace *there)
{
	const struct namespace_body *body = want->body;
	uint64_t bytes = blocks_bytes(there->blocks, there->block_bytes), wished = (uint64_t)body->size;

	return resource_given(want, NS_SIZE) && body->size != ALL_REMAINING &&
	       (bytes < wished || bytes - wished >= there->block_bytes);
}

static int check_shape(
	const struct resource *want, const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	AUTO_FREE char *text = NULL;

	if (resource_given(want, NS_BLOCK_SIZE) && body->block_size != there->block_bytes)
		text = text_print("namespace %" PRIu32 " has blocks of %" PRIu32 " bytes, not of %" PRId64
				  ": pawl formats none",
			there->nsid, there->block_bytes, body->block_size);
	else if (namespace_size_differs(want, there))
		text = text_print("namespace %" PRIu32 " has %" PRIu64 " bytes, and %" PRId64
				  " are wished for: pawl resizes none",
			there->nsid, blocks_bytes(there->blocks, there->block_bytes), body->size);
	else if (resource_given(want, NS_SHARED) && body->shared != there->shared)
		text = text_print("namespace %" PRIu32 " is %s, and that is said when it is made",
			there->nsid, there->shared ? "shared" : "private");
	if (!text)
		return 0;
	return refuse(want, NS_SIZE,
		&(struct finding){ .id = "namespace-differs",
			.outcome = BAD_CONFIGURATION,
			.hint = "wish for it as it is, or for another one under another name" },
		text, report);
}

/*
 * Who has it may have it mounted, or hand it to a guest: only what pawl gave itself goes where the wish says.
 */
static int check_holders(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	AUTO_FREE char *text = NULL;
	size_t strangers = 0;

	for (size_t i = 0; i < there->n_controllers; i++) {
		AUTO_FREE char *id = text_print("%u", there->controllers[i]);

		strangers += !words_hold(body->held ? body->held : "", id) &&
			     !namespace_gave(survey, pf, want, there, there->controllers[i]);
	}
	if (strangers == 0 || !resource_given(want, NS_HELD))
		return 0;
	text = text_print("namespace %" PRIu32 " is attached to controller %s, and the wish is for %s",
		there->nsid, there->listed, *body->held ? body->held : "none");
	return refuse(want, NS_CONTROLLERS,
		&(struct finding){ .id = "namespace-elsewhere",
			.outcome = REFUSED,
			.hint = "when nobody uses it there, take it away: `nvme detach-ns DEVICE -n NSID -c "
				"ID`" },
		text, report);
}

static int refuse_name(const struct resource *want, const struct drive_namespace *there,
	const struct function *pf, const char *why, const char *hint, struct report *report)
{
	AUTO_FREE char *text = text_print("namespace %" PRIu32 " of %s is %s", there->nsid, pf->address, why);

	return refuse(want, NS_ADOPT,
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

static int check_owner(const struct survey *survey, const struct resource *want, const struct function *pf,
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
static int check_known(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *known = namespace_known(survey, pf, want->name), *now = namespace_word(there),
		       *adopt = namespace_adopt_print(there), *hint = NULL, *text = NULL;

	if (!resource_given(want, NS_ADOPT) || adopts_for_certain(want) || !known ||
		namespace_is(there, known) || namespace_called(survey, pf, want->name) == there)
		return 0;
	hint = has_identity(there) ? text_print("if it is the one that is meant, say `%s`", adopt)
				   : text_print("if it is the one that is meant, give it another name");
	text = text_print("namespace %" PRIu32
			  " of %s is %s, and pawl knows %s as %s: a number alone does not tell which one it "
			  "is to be",
		there->nsid, pf->address, now, want->name, known);
	return refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-another", .outcome = REFUSED, .hint = hint }, text,
		report);
}

/* It may be data of somebody who has made the same meanwhile. */
static void warn_found(
	const struct resource *want, const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *word = namespace_word(there);

	report_add(report,
		&(struct finding){ .severity = WARNING,
			.id = "namespace-found",
			.object = want->name,
			.at = resource_place(want, NS_SIZE),
			.hint = "if somebody else has made it since, say `adopt: {nsid: N}` of the right "
				"one, or give this one another name" },
		"an earlier run asked for it and saw no answer: %s is the only new one of that size, and is "
		"taken for it",
		word);
}

/* A number alone may be another's by the next run, and what is deleted is not asked for twice. */
static int check_proof(const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	const uint64_t ids =
		UINT64_C(1) << ADOPT_NGUID | UINT64_C(1) << ADOPT_EUI64 | UINT64_C(1) << ADOPT_UUID;
	AUTO_FREE char *hint = NULL, *text = NULL;

	if (!resource_given(want, NS_ADOPT) || body->adopt.set & ids)
		return 0;
	if (namespace_is_silent(pf->drive, there))
		return refuse_silent(want, pf, there->nsid, report);
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
	return refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-number", .outcome = FAILED, .hint = hint }, text, report);
}

/* Number and size are enough to give it to somebody, as with a drive that tells nothing, not to delete it. */
static int check_told(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *known = namespace_known(survey, pf, want->name);

	if (!known || !namespace_is_told(known) || has_identity(there))
		return 0;
	return refuse_silent(want, pf, there->nsid, report);
}

static void take(struct namespace_body *have, const struct drive_namespace *there)
{
	have->state = string_copy("present");
	field_set_given(have, NS_STATE);
	have->word = namespace_word(there);
	field_set_given(have, NS_WORD);
	have->held = string_copy(there->listed);
	field_set_given(have, NS_HELD);
}

/* What an earlier run may have made is not deleted on a guess. */
static int observe_absent(const struct survey *survey, const struct resource *want,
	struct namespace_body *have, struct report *report)
{
	const struct function *pf = device_function(survey, want);
	struct drive_namespace *there = NULL;
	enum namespace_is is = namespace_find(survey, pf, want, &there);

	if (is == NAMESPACE_UNTOLD || is == NAMESPACE_FOUND)
		return refuse_untold(survey, want, pf, report);
	if (namespace_absent_check(survey, want, pf, is == NAMESPACE_HERE ? there : NULL, report) < 0)
		return -1;
	if (is != NAMESPACE_HERE) {
		have->state = string_copy(NS_ABSENT);
		field_set_given(have, NS_STATE);
		return 0;
	}
	if (check_owner(survey, want, pf, there, report) < 0 ||
		check_known(survey, want, pf, there, report) < 0 ||
		check_proof(want, pf, there, report) < 0 || check_told(survey, want, pf, there, report) < 0)
		return -1;
	take(have, there);
	return 0;
}

int namespace_observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *pf = device_function(survey, want);
	struct drive_namespace *there = NULL;
	enum namespace_is is;

	if (!pf)
		return 0;
	if (!namespace_drive(survey, want))
		return refuse_drive(want, pf, report);
	if (namespace_is_absent(want))
		return observe_absent(survey, want, have->body, report);
	is = namespace_find(survey, pf, want, &there);
	if (is == NAMESPACE_GONE)
		return refuse_gone(want, pf, report);
	if (is == NAMESPACE_UNTOLD)
		return refuse_untold(survey, want, pf, report);
	if (is == NAMESPACE_NONE)
		return check_size(want, pf, report);
	if (check_owner(survey, want, pf, there, report) < 0 ||
		check_known(survey, want, pf, there, report) < 0)
		return -1;
	if (is == NAMESPACE_FOUND)
		warn_found(want, there, report);
	if (check_shape(want, there, report) < 0 || check_holders(survey, want, pf, there, report) < 0)
		return -1;
	take(have->body, there);
	return 0;
}
