/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What of a namespace is on the drive, held against the wish for it. */
#include "namespace.h"
#include <inttypes.h>

static int refuse_drive(const struct resource *want, const struct function *pf, struct report *report)
{
	return fact_unknown(report, want, NS_SIZE,
		"run as root, or capture the facts anew as root; `dmesg` may tell why the drive says nothing",
		"what namespaces %s has is not known: %s", pf->address,
		pf->drive ? pf->drive->unknown : "the facts do not have it");
}

/* By the handle that its drive had: of that one the file need say no size. */
static char *hint_of_size(const struct survey *survey, const struct resource *want, const struct function *pf)
{
	const char *former = ((const struct namespace_body *)want->body)->rival;
	const struct drive_namespace *there = former ? namespace_called(survey, pf, former) : NULL;
	AUTO_FREE char *adopt = there ? namespace_adopt_print(there) : NULL;

	if (adopt)
		return text_print(
			"one is known as %s, which no file has any more: if it is that one, say `%s`; "
			"to have another made, say a size",
			former, adopt);
	return string_copy("say `size: 500GiB` or `size: all-remaining`; of one that is there which it is: "
			   "`adopt: {nsid: N, ..}`");
}

/* What pawl has made, or adopted, it knows by its name: of that alone the size need not be said. */
static int check_size(const struct survey *survey, const struct resource *want, const struct function *pf,
	struct report *report)
{
	AUTO_FREE char *hint = NULL;

	if (resource_given(want, NS_SIZE))
		return 0;
	hint = hint_of_size(survey, want, pf);
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "namespace-wish",
			.object = want->name,
			.at = resource_place(want, NS_SIZE),
			.hint = hint },
		"size: is needed to make it: pawl knows no namespace of %s by this name", pf->address);
	return -1;
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

/* Of one that the drive's own controller gets the drive tells which it is, and the run stops. */
static bool others_get_it(
	const struct namespace_body *body, const struct function *pf, const struct drive_namespace *there)
{
	AUTO_FREE char *own = text_print("%" PRIu64, pf->drive->numbers[D_CNTLID]);
	const char *words = body->held;
	bool others = false;

	while (!others && words && *words) {
		AUTO_FREE char *word = words_next(&words);

		others = !string_equal(word, own) && !words_hold(there->listed, word);
	}
	return others;
}

/* Its UUID is told to whoever has it alone: another of its number and size would be given away. */
static void warn_silent(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *known = namespace_known(survey, pf, want->name);

	if (!known || !namespace_is_told(known) || !namespace_is_silent(pf->drive, there) ||
		!others_get_it(want->body, pf, there))
		return;
	report_add(report,
		&(struct finding){ .severity = WARNING,
			.id = "namespace-unproved",
			.object = want->name,
			.at = want->at,
			.hint = "where others make namespaces on this drive, apply once with `pf: true` "
				"alone: then the drive tells which it is" },
		"namespace %" PRIu32 " of %s is taken for it by its number and size: %s, which it was known "
		"by, the drive tells to a controller that has it alone",
		there->nsid, pf->address, word_identity(known));
}

/* No difference: a configuration that `export` has written is as the host is. */
static bool takes_first_name(const struct survey *survey, const struct resource *want,
	const struct function *pf, const struct drive_namespace *there)
{
	return resource_given(want, NS_ADOPT) && !namespace_is_absent(want) && namespace_is_certain(want) &&
	       !namespace_owner(survey, pf, want->name, there) &&
	       namespace_called(survey, pf, want->name) != there;
}

static void note_name(const struct survey *survey, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	const struct finding note = { .severity = NOTE,
		.id = "namespace-takes-name",
		.object = want->name,
		.at = resource_place(want, NS_ADOPT) };

	if (want->former)
		report_add(report, &note,
			"namespace %" PRIu32
			" of %s is known as %s: an apply gives it the name %s, and deletes nothing",
			there->nsid, pf->address, want->former, want->name);
	else if (takes_first_name(survey, want, pf, there))
		report_add(report, &note,
			"namespace %" PRIu32 " of %s has no name yet: an apply gives it the name %s, and "
			"changes nothing",
			there->nsid, pf->address, want->name);
}

static void take(struct namespace_body *have, const struct function *pf, const struct drive_namespace *there)
{
	struct text attached = { 0 };

	have->state = string_copy(NS_PRESENT);
	field_set_given(have, NS_STATE);
	have->word = namespace_word(there);
	field_set_given(have, NS_WORD);
	have->held = string_copy(there->listed);
	field_set_given(have, NS_HELD);
	controllers_tell(pf, there->listed, &attached);
	have->attached = text_take(&attached);
	field_set_given(have, NS_ATTACHED);
}

static void take_absent(struct namespace_body *have)
{
	have->state = string_copy(NS_ABSENT);
	field_set_given(have, NS_STATE);
}

static void take_shape(
	struct namespace_body *have, const struct resource *want, const struct drive_namespace *there)
{
	static const size_t rows[] = { NS_SIZE, NS_BLOCK_SIZE, NS_SHARED };

	have->size = (int64_t)blocks_bytes(there->blocks, there->block_bytes);
	have->block_size = there->block_bytes;
	have->shared = there->shared;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (namespace_differs(want, rows[i], there))
			field_set_given(have, rows[i]);
}

static void observe_absent(
	const struct survey *survey, const struct resource *want, struct namespace_body *have)
{
	const struct function *pf = device_function(survey, want);
	struct drive_namespace *there = NULL;
	enum namespace_fate fate = namespace_find(survey, pf, want, &there);

	if (fate == NAMESPACE_HERE)
		take(have, pf, there);
	else if (!namespace_matters(want))
		take_absent(have);
}

/* What is the matter with it gates tell. */
int namespace_observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *pf = device_function(survey, want);
	struct drive_namespace *there = NULL;
	enum namespace_fate fate;

	if (!pf || namespace_matters(want) & MATTER_UNMANAGED)
		return 0;
	if (!namespace_drive(survey, want))
		return refuse_drive(want, pf, report);
	if (namespace_is_absent(want))
		return observe_absent(survey, want, have->body), 0;
	fate = namespace_find(survey, pf, want, &there);
	if (fate == NAMESPACE_NONE)
		return check_size(survey, want, pf, report);
	if (fate == NAMESPACE_GONE)
		take_absent(have->body);
	if (!there)
		return 0;
	note_name(survey, want, pf, there, report);
	if (namespace_is_certain(want) && fate == NAMESPACE_FOUND)
		warn_found(want, there, report);
	warn_silent(survey, want, pf, there, report);
	take(have->body, pf, there);
	take_shape(have->body, want, there);
	return 0;
}
