/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What of a namespace is on the drive, held against the wish for it. */
#include "namespace.h"
#include <inttypes.h>
#include <stdlib.h>

int namespace_refuse(const struct resource *want, size_t row, const struct finding *like, const char *text,
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
		return namespace_refuse(want, NS_SIZE,
			&(struct finding){ .id = "namespace-management",
				.outcome = REFUSED,
				.hint = "leave `namespaces` out for this drive" },
			text, report);
	}
	text = text_print("what namespaces %s has is not known: %s", pf->address,
		drive                   ? drive->unknown
		: function_is_drive(pf) ? "the facts do not have it"
					: "its physical function is not bound to the nvme driver");
	return namespace_refuse(want, NS_SIZE,
		&(struct finding){ .id = "fact-unknown",
			.outcome = UNAVAILABLE,
			.hint = "bind the physical function to nvme (`driver: nvme`), or capture the facts "
				"anew as root" },
		text, report);
}

/* The caller frees it. */
static char *listed(const struct function *pf)
{
	struct text text = { 0 };

	namespaces_tell(pf->drive->listed, &text);
	return text_take(&text);
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
	struct finding finding = { .id = "namespace-gone", .outcome = REFUSED };
	AUTO_FREE char *text = NULL, *has = listed(pf);

	if (resource_given(want, NS_ADOPT)) {
		finding.hint = "`pawl show` tells which it has: say its number and what it is known by";
		text = text_print("%s has no namespace %" PRId64 " that is as `adopt` says; it has: %s",
			pf->address, body->adopt.nsid, has);
	} else {
		finding.hint = "if it is one of these, say which: `adopt: {nsid: N, ..}`; to have a new one "
			       "made, apply once with `state: absent`, then without";
		text = text_print("%s has no namespace any more that is the one that %s was; it has: %s",
			pf->address, want->name, has);
	}
	return namespace_refuse(want, NS_ADOPT, &finding, text, report);
}

/* That is told to a controller that has it alone (nvme_namespaces.h). */
int namespace_refuse_silent(
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

	return namespace_refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-silent", .outcome = REFUSED, .hint = hint }, text,
		report);
}

static int refuse_untold(const struct survey *survey, const struct resource *want, const struct function *pf,
	struct report *report)
{
	AUTO_FREE char
		*has = listed(pf),
		*text = text_print(
			"an earlier run may have made %s on %s, and which it is cannot be told; it has: %s",
			want->name, pf->address, has);
	AUTO_TEXT struct text hint = { 0 }, candidates = { 0 };

	if (resource_given(want, NS_ADOPT))
		return namespace_refuse_silent(
			want, pf, (uint32_t)((const struct namespace_body *)want->body)->adopt.nsid, report);
	namespace_print_candidates(survey, pf, want, &candidates);
	text_addf(&hint, "look at `pawl show`, and say which it is: %s; or give it another name",
		text_string(&candidates));
	return namespace_refuse(want, NS_ADOPT,
		&(struct finding){ .id = "namespace-untold", .outcome = REFUSED, .hint = text_string(&hint) },
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
	return namespace_refuse(want, NS_SIZE,
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

/* What it is made with, and never changed: NULL, it is as wished; else `ret_row` is what differs. */
static char *shape_differs(const struct resource *want, const struct drive_namespace *there, size_t *ret_row)
{
	const struct namespace_body *body = want->body;

	if (resource_given(want, NS_BLOCK_SIZE) && body->block_size != there->block_bytes)
		return *ret_row = NS_BLOCK_SIZE, text_print("namespace %" PRIu32 " has blocks of %" PRIu32
							    " bytes, not of %" PRId64 ": pawl formats none",
							 there->nsid, there->block_bytes, body->block_size);
	if (namespace_size_differs(want, there))
		return *ret_row = NS_SIZE,
		       text_print("namespace %" PRIu32 " has %" PRIu64 " bytes, and %" PRId64
				  " are wished for: pawl resizes none",
			       there->nsid, blocks_bytes(there->blocks, there->block_bytes), body->size);
	if (resource_given(want, NS_SHARED) && body->shared != there->shared)
		return *ret_row = NS_SHARED,
		       text_print("namespace %" PRIu32 " is %s, and that is said when it is made",
			       there->nsid, there->shared ? "shared" : "private");
	return NULL;
}

static int check_shape(
	const struct resource *want, const struct drive_namespace *there, struct report *report)
{
	size_t row = NS_SIZE;
	AUTO_FREE char *text = shape_differs(want, there, &row);

	if (!text)
		return 0;
	return namespace_refuse(want, row,
		&(struct finding){ .id = "namespace-differs",
			.outcome = REFUSED,
			.hint = "wish for it as it is, or for another one under another name" },
		text, report);
}

char *namespace_detach_hint(uint32_t nsid, const char *controller)
{
	return text_print("when nobody uses it there, take it away: `nvme detach-ns DEVICE -n %" PRIu32
			  " -c %s`",
		nsid, controller);
}

/*
 * Who has it may have it mounted, or hand it to a guest: only what pawl gave itself goes where the wish says.
 */
static int check_holders(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	AUTO_TEXT struct text is = { 0 }, wished = { 0 };
	AUTO_FREE char *text = NULL, *hint = NULL;

	for (size_t i = 0; i < there->n_controllers; i++) {
		AUTO_FREE char *id = text_print("%u", there->controllers[i]);

		if (words_hold(body->held ? body->held : "", id) ||
			namespace_gave(survey, pf, want, there, there->controllers[i]))
			continue;
		hint = hint ? hint : namespace_detach_hint(there->nsid, id);
	}
	if (!hint || !resource_given(want, NS_HELD))
		return 0;
	controllers_tell(pf, there->listed, &is);
	controllers_tell(pf, body->held, &wished);
	text = text_print("namespace %" PRIu32 " is attached to %s, and the wish is for %s", there->nsid,
		text_string(&is), text_string(&wished));
	return namespace_refuse(want, NS_CONTROLLERS,
		&(struct finding){ .id = "namespace-elsewhere", .outcome = REFUSED, .hint = hint }, text,
		report);
}

/* It may be data of somebody who has made the same meanwhile. */
static void warn_found(
	const struct resource *want, const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *word = namespace_word(there);
	AUTO_TEXT struct text is = { 0 };

	namespace_tell(word, &is);
	report_add(report,
		&(struct finding){ .severity = WARNING,
			.id = "namespace-found",
			.object = want->name,
			.at = resource_place(want, NS_SIZE),
			.hint = "if somebody else has made it since, say `adopt: {nsid: N}` of the right "
				"one, or give this one another name" },
		"an earlier run asked for it and saw no answer: namespace %s is the only new one of that "
		"size, and is taken for it",
		text_string(&is));
}

static void take(struct namespace_body *have, const struct function *pf, const struct drive_namespace *there)
{
	struct text attached = { 0 };

	have->state = string_copy("present");
	field_set_given(have, NS_STATE);
	have->word = namespace_word(there);
	field_set_given(have, NS_WORD);
	have->held = string_copy(there->listed);
	field_set_given(have, NS_HELD);
	controllers_tell(pf, there->listed, &attached);
	have->attached = text_take(&attached);
	field_set_given(have, NS_ATTACHED);
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
	if (namespace_check_owner(survey, want, pf, there, report) < 0 ||
		namespace_check_known(survey, want, pf, there, report) < 0 ||
		namespace_check_proof(want, pf, there, report) < 0 ||
		namespace_check_told(survey, want, pf, there, report) < 0)
		return -1;
	take(have, pf, there);
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
	if (namespace_check_owner(survey, want, pf, there, report) < 0 ||
		namespace_check_known(survey, want, pf, there, report) < 0)
		return -1;
	if (is == NAMESPACE_FOUND)
		warn_found(want, there, report);
	if (check_shape(want, there, report) < 0 || check_holders(survey, want, pf, there, report) < 0)
		return -1;
	take(have->body, pf, there);
	return 0;
}
