/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on names and numbers by which two namespaces may be meant, or one has two. */
#include "matters.h"
#include <inttypes.h>

static const char *owner_of(const struct question *question, const struct matter *matter)
{
	return namespace_owner(question->now, matter->pf, matter->namespace->name, matter->there);
}

static void refuse_named(const struct question *question, const struct matter *matter)
{
	const struct namespace_body *body = matter->namespace->body;
	const char *owner = owner_of(question, matter);
	bool absent = namespace_is_absent(matter->namespace);
	AUTO_FREE char *adopt = namespace_adopt_print(matter->there),
		       *hint = text_print(
			       "wish for it under its own name; or, to give it this one, say `%s`", adopt);

	if (resource_given(matter->namespace, NS_RIVAL) && !(absent && owner))
		gate_refuse_for(question, matter->namespace, NS_ADOPT, "leave one of the two names out",
			"namespace %" PRIu32 " of %s is %s as well: one namespace has one name",
			matter->there->nsid, matter->pf->address, body->rival);
	else
		gate_refuse_for(question, matter->namespace, NS_ADOPT,
			absent ? "say `state: absent` of that name; or apply once with `adopt` and without "
				 "`state`, which gives it this one"
			       : hint,
			"namespace %" PRIu32 " of %s is %s: pawl knows it by that name", matter->there->nsid,
			matter->pf->address, owner);
}

static void judge_named(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_NAMED, &cursor, &matter);)
		refuse_named(question, &matter);
}

const struct gate gate_namespace_named = {
	.id = "namespace-named",
	.question = "Has no namespace that `adopt` names another name already?",
	.explain = "It has one in the wish, or by what pawl knows: with two names for one namespace one of "
		   "the two would be surprised.",
	.fix = "leave one of the two names out, or wish for it under the name that it has; to give it "
	       "another one, say by `adopt` its number and what it is known by",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_named,
};

/* By a number or an id that it has, and not by all that is said. */
static void refuse_half(const struct question *question, const struct matter *matter)
{
	const struct drive_namespace *half =
		namespace_half_meant(question->now, matter->pf, matter->namespace);
	AUTO_FREE char *adopt = namespace_adopt_print(half),
		       *hint = text_print("if it is that one, say `%s`", adopt);

	gate_refuse_for(question, matter->namespace, NS_ADOPT, hint,
		"%s has no namespace that is all that `adopt` says, and namespace %" PRIu32 " is some of it",
		matter->pf->address, half->nsid);
}

/* One of the two would be nobody's. */
static void refuse_other(
	const struct question *question, const struct matter *matter, const struct drive_namespace *own)
{
	gate_refuse_for(question, matter->namespace, NS_ADOPT, "give the one that is to go another name",
		"`adopt` says namespace %" PRIu32 " of %s, and pawl knows %s as namespace %" PRIu32
		": one of the two would be nobody's",
		matter->there->nsid, matter->pf->address, matter->namespace->name, own->nsid);
}

static void refuse_number(const struct question *question, const struct matter *matter)
{
	AUTO_FREE char *known = namespace_known(question->now, matter->pf, matter->namespace->name),
		       *now = namespace_word(matter->there), *adopt = namespace_adopt_print(matter->there);
	AUTO_FREE char *hint = namespace_is_identified(matter->there)
				       ? text_print("if it is the one that is meant, say `%s`", adopt)
				       : string_copy("if it is the one that is meant, give it another name");
	AUTO_TEXT struct text is = { 0 }, was = { 0 };

	namespace_tell(now, &is);
	namespace_tell(known, &was);
	gate_refuse_for(question, matter->namespace, NS_ADOPT, hint,
		"%s has namespace %s, and pawl knows %s as %s: a number alone does not tell which one it is "
		"to be",
		matter->pf->address, text_string(&is), matter->namespace->name, text_string(&was));
}

static void judge_another(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_ANOTHER, &cursor, &matter);) {
		const struct drive_namespace *own =
			namespace_called(question->now, matter.pf, matter.namespace->name);

		if (!matter.there)
			refuse_half(question, &matter);
		else if (namespace_is_absent(matter.namespace) && own && own != matter.there)
			refuse_other(question, &matter, own);
		else
			refuse_number(question, &matter);
	}
}

const struct gate gate_namespace_another = {
	.id = "namespace-another",
	.question = "Is what `adopt` says one namespace, and the one that pawl knows by the name?",
	.explain =
		"A drive gives numbers out again: what has the number may be somebody else's, made after the "
		"one that is meant was deleted, and the one that is known by the name now would have none. "
		"Of what is to be deleted all that `adopt` says must be so.",
	.fix = "say by `adopt` its number and what it is known by, as the hint has it; or give it another "
	       "name",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_another,
};

static void judge_strayed(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_STRAYED, &cursor, &matter);) {
		const struct drive_namespace *there = NULL;
		const struct function *drive =
			namespace_elsewhere(question->now, matter.pf, matter.namespace->name, &there);

		if (drive)
			gate_refuse(question, matter.namespace, NS_STATE,
				"pawl knows %s as namespace %" PRIu32
				" of %s, and here its drive is %s: that one has none of this name",
				matter.namespace->name, there->nsid, drive->address, matter.pf->address);
	}
}

const struct gate gate_namespace_strayed = {
	.id = "namespace-strayed",
	.question = "Is what is to be absent known on the drive that the files say, and not on another?",
	.explain = "A handle of the files may stand for another drive than before: what pawl knows by the "
		   "name is still there, on the other one, and would count as deleted.",
	.fix = "give that drive its name in the files again; or say which one of this drive is meant: "
	       "`adopt: {nsid: N, ..}`",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_strayed,
};

static void judge_number(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_NUMBER, &cursor, &matter);) {
		AUTO_FREE char *adopt = namespace_adopt_print(matter.there),
			       *hint = text_print("say what it is known by, too: `%s`", adopt);

		gate_refuse_for(question, matter.namespace, NS_ADOPT, hint,
			"a number alone does not tell which one of %s is to be deleted: whoever makes the "
			"next one may get it",
			matter.pf->address);
	}
}

const struct gate gate_namespace_number = {
	.id = "namespace-number",
	.question = "Is what is to be deleted named by more than its number?",
	.explain = "A drive gives numbers out again: by the time of the delete it may be another one's.",
	.fix = "say what it is known by, too: its nguid, eui64 or uuid, as the hint has it",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_number,
};
