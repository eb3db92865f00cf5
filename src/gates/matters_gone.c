/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on a namespace that is not found: it is gone, or which one it is is not told. */
#include "matters.h"
#include <inttypes.h>
#include <string.h>

/* A member of a set is told by its address: no file can mean another by its handle. */
static char *hint_behind(
	const struct matter *matter, const struct function *drive, const struct drive_namespace *there)
{
	AUTO_FREE char *adopt = namespace_adopt_print(there);

	if (strchr(resource_above(matter->namespace, &kind_device)->name, '.'))
		return text_print("put the drives back; or take the set apart in the files: a device for %s, "
				  "selected by its serial number, that has it with `%s`",
			drive->address, adopt);
	return text_print("mean %s by that handle in the files again; or give it a handle of its own there, "
			  "and apply that first with `%s`, which frees this name",
		drive->address, adopt);
}

/* The handle means another drive than before. */
static void refuse_left_behind(const struct question *question, const struct matter *matter,
	const struct function *drive, const struct drive_namespace *there)
{
	AUTO_FREE char *hint = hint_behind(matter, drive, there);

	gate_refuse_for(question, matter->namespace, NS_ADOPT, hint,
		"%s is namespace %" PRIu32 " of %s, and here its drive is %s, which has none of this name",
		matter->namespace->name, there->nsid, drive->address, matter->pf->address);
}

static void refuse_gone(const struct question *question, const struct matter *matter)
{
	const struct namespace_body *body = matter->namespace->body;
	AUTO_FREE char *has = matter_listed(matter);
	const struct drive_namespace *there = NULL;
	const struct function *drive =
		namespace_elsewhere(question->now, matter->pf, matter->namespace->name, &there);

	if (!resource_given(matter->namespace, NS_ADOPT) && drive)
		refuse_left_behind(question, matter, drive, there);
	else if (resource_given(matter->namespace, NS_ADOPT))
		gate_refuse_for(question, matter->namespace, NS_ADOPT,
			"`pawl show` tells which it has: say its number and what it is known by",
			"%s has no namespace %" PRId64 " that is as `adopt` says; it has: %s",
			matter->pf->address, body->adopt.nsid, has);
	else
		gate_refuse_for(question, matter->namespace, NS_ADOPT,
			"if it is one of these, say which: `adopt: {nsid: N, ..}`; to have a new one made, "
			"apply once with `state: absent`, then without",
			"%s has no namespace any more that is the one that %s was; it has: %s",
			matter->pf->address, matter->namespace->name, has);
}

static void judge_gone(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_GONE, &cursor, &matter);)
		refuse_gone(question, &matter);
}

const struct gate gate_namespace_gone = {
	.id = "namespace-gone",
	.question = "Is every namespace that pawl has made, or that `adopt` names, still on its drive?",
	.explain =
		"What had the name is not there any more, or another namespace has its number. A new one "
		"in its place would be empty: whoever took it away may want that, and pawl does not guess.",
	.fix = "look at `pawl show`; say which it is by `adopt`. To have a new one made, apply once with "
	       "`state: absent`, then without",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_matter = true,
	.judge = judge_gone,
};

static void refuse_untold(const struct question *question, const struct matter *matter)
{
	AUTO_FREE char *has = matter_listed(matter);
	AUTO_TEXT struct text hint = { 0 }, candidates = { 0 };

	namespace_print_candidates(question->now, matter->pf, matter->namespace, &candidates);
	text_addf(&hint, "look at `pawl show`, and say which it is: %s; or give it another name",
		text_string(&candidates));
	gate_refuse_for(question, matter->namespace, NS_ADOPT, text_string(&hint),
		"an earlier run may have made %s on %s, and which it is cannot be told; it has: %s",
		matter->namespace->name, matter->pf->address, has);
}

static void judge_untold(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_UNTOLD, &cursor, &matter);)
		refuse_untold(question, &matter);
}

const struct gate gate_namespace_untold = {
	.id = "namespace-untold",
	.question = "Is it certain what came of each namespace that a run was making when it died?",
	.explain = "The drive has several new ones of that size, or one that somebody has already. It may be "
		   "any of them, or none: somebody else may have made one since.",
	.fix = "look at `pawl show`, and say which it is: `adopt: {nsid: N}`",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_untold,
};

/* That is told to a controller that has it alone (nvme_namespaces.h). */
static void refuse_silent(const struct question *question, const struct matter *matter)
{
	const struct namespace_body *body = matter->namespace->body;
	uint32_t nsid = matter->there ? matter->there->nsid : (uint32_t)body->adopt.nsid;
	AUTO_FREE char *hint = text_print(
		namespace_is_absent(matter->namespace)
			? "apply once with `pf: true` instead of `state: absent`: then the drive tells it, "
			  "and `state: absent` deletes it"
			: "if it is that one, say `adopt: {nsid: %" PRIu32 "}` without its UUID",
		nsid);

	gate_refuse_for(question, matter->namespace, NS_ADOPT, hint,
		"namespace %" PRIu32 " of %s may be the one that %s is, and its UUID is told to a "
		"controller that has it alone: controller %" PRIu64 ", which pawl asks, has it not",
		nsid, matter->pf->address, matter->namespace->name, matter->pf->drive->numbers[D_CNTLID]);
}

static void judge_silent(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_SILENT, &cursor, &matter);)
		refuse_silent(question, &matter);
}

const struct gate gate_namespace_silent = {
	.id = "namespace-silent",
	.question = "Does the drive tell by which UUID each namespace is known?",
	.explain = "A drive that gives its namespaces neither NGUID nor EUI-64 tells a UUID to a controller "
		   "that has the namespace, and to no other (NVM Express Base Specification 2.0, 5.17.2.4): "
		   "while the drive's own has it not, it may be the one that is meant. Number and size are "
		   "enough to give it to somebody; nothing is deleted by them that might be told better.",
	.fix = "give it to the drive's own controller once, by `pf: true`: then the drive tells which it is",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_silent,
};
