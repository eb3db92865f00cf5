/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on names that pawl does not know: a second namespace would be made, or one would count as deleted. */
#include "gates_rows.h"
#include "namespace_known.h"
#include "namespace_matters.h"
#include <inttypes.h>

/* A name, and the first on its drive that may be what it stands for. */
struct alike {
	const struct resource *name;
	const struct function *pf;
	const struct drive_namespace *there;
	struct nameless nameless;
};

static const struct drive_namespace *alike_next(
	const struct question *question, struct alike *alike, size_t *cursor)
{
	return namespace_alike(
		question->now, alike->pf, alike->name, question->plan->want, &alike->nameless, cursor);
}

/* To whom; the caller frees it. */
static char *attached_to(const struct function *pf, const struct drive_namespace *there)
{
	struct text text = { 0 };

	controllers_tell(pf, there->listed, &text);
	return text_take(&text);
}

/* What the run itself has made is not known by its name before the run has ended. */
static bool next_alike(const struct question *question, bool absent, size_t *cursor, struct alike *ret)
{
	while (!question->step && (ret->name = next_of_drive(question, &kind_namespace, cursor, &ret->pf))) {
		if (namespace_is_absent(ret->name) != absent)
			continue;
		ret->there = alike_next(question, ret, &(size_t){ 0 });
		if (ret->there)
			return true;
	}
	return false;
}

static void judge_alike(const struct question *question)
{
	struct alike alike = { 0 };

	for (size_t cursor = 0; next_alike(question, false, &cursor, &alike);) {
		AUTO_FREE char *adopt = namespace_adopt_print(alike.there),
			       *hint = text_print("if it is that one, say `%s`", adopt),
			       *holders = attached_to(alike.pf, alike.there);

		gate_refuse_for(question, alike.name, NS_SIZE, hint,
			"a new one would be made; namespace %" PRIu32
			" of %s may be it, attached to %s, and pawl knows no name for it",
			alike.there->nsid, alike.pf->address, holders);
	}
	nameless_free(&alike.nameless);
}

const struct gate gate_namespace_alike = {
	.id = "namespace-alike",
	.question = "Is none there that may be the one that would be made, and nobody's?",
	.explain =
		"Which namespace a name has the ledger alone knows. When that is lost, or the namespace was "
		"made by hand, a second and empty one would be made beside it: who uses the one there would "
		"find two. Asked is about one as large, of blocks and sharing as wished, that nobody has or "
		"those who are to have the new one; for all that remains, about any that they have.",
	.fix = "say which it is: `adopt: {nsid: N, nguid: ..}`",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found", "namespace-renamed" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_alike,
};

/* "1 (96GiB, attached to pf), 2 (20GiB, attached to none)": how many, and these. */
static size_t alikes_tell(const struct question *question, struct alike *alike, struct text *text)
{
	const struct drive_namespace *there;
	size_t n = 0;

	for (size_t cursor = 0; (there = alike_next(question, alike, &cursor)); n++) {
		AUTO_FREE char *holders = attached_to(alike->pf, there);

		text_addf(text, "%s%" PRIu32 " (", n ? ", " : "", there->nsid);
		bytes_tell(blocks_bytes(there->blocks, there->block_bytes), text);
		text_addf(text, ", attached to %s)", holders);
	}
	return n;
}

static void refuse_nameless(const struct question *question, struct alike *alike)
{
	AUTO_FREE char *adopt = namespace_adopt_print(alike->there),
		       *hint = text_print(
			       "if it is that one, say `%s`, too; if it is none, leave the name out", adopt);
	AUTO_TEXT struct text all = { 0 };
	size_t n = alikes_tell(question, alike, &all);

	gate_refuse_for(question, alike->name, NS_STATE, n == 1 ? hint : question->gate->fix,
		"pawl does not know this name, and none for what may be it on %s: %s", alike->pf->address,
		text_string(&all));
}

/* The handle of its drive may have changed in the files. */
static void refuse_renamed(
	const struct question *question, const struct resource *name, const struct function *pf)
{
	const char *former = ((const struct namespace_body *)name->body)->rival;
	const struct drive_namespace *there = namespace_called(question->now, pf, former);
	AUTO_FREE char *adopt = there ? namespace_adopt_print(there) : string_copy("adopt: {nsid: N, ..}"),
		       *hint = text_print("if it is to go, apply once with `%s` and without `state`, which "
					  "gives it this name",
			       adopt);

	gate_refuse_for(question, name, NS_STATE, hint,
		"pawl knows no namespace of %s by this name, and one as %s, which no file has any more",
		pf->address, former);
}

static bool has_rival(const struct resource *name)
{
	return namespace_is_absent(name) && resource_given(name, NS_RIVAL) && !namespace_matters(name);
}

static void judge_nameless(const struct question *question)
{
	const struct resource *name;
	const struct function *pf;
	struct alike alike = { 0 };

	for (size_t cursor = 0; next_alike(question, true, &cursor, &alike);)
		if (!has_rival(alike.name))
			refuse_nameless(question, &alike);
	nameless_free(&alike.nameless);
	for (size_t cursor = 0;
		!question->step && (name = next_of_drive(question, &kind_namespace, &cursor, &pf));)
		if (has_rival(name))
			refuse_renamed(question, name, pf);
}

const struct gate gate_namespace_nameless = {
	.id = "namespace-nameless",
	.question = "Is what is to be absent known by its name, or nothing there that may be it?",
	.explain =
		"Which namespace a name has the ledger alone knows. When that is lost, what is to be absent "
		"would count as deleted while it is there with its data. Asked is once about a name that "
		"pawl has never heard, on a drive with namespaces that have none; and always where pawl "
		"knows one by the same name of another handle, which no file has any more.",
	.fix = "say which it is, by what `pawl show` knows it as: `adopt: {nsid: N, nguid: ..}`; if it is "
	       "none of them, leave the name out",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.judge = judge_nameless,
};

/* What may be another's, or has another name, is told as that. */
static bool is_unheard(const struct question *question, struct alike *alike)
{
	const struct resource *name = alike->name;

	return namespace_is_absent(name) && !namespace_matters(name) && !has_rival(name) &&
	       !resource_given(name, NS_ADOPT) &&
	       !namespace_is_heard_of(question->now, alike->pf, name->name) &&
	       !alike_next(question, alike, &(size_t){ 0 });
}

static void judge_unheard(const struct question *question)
{
	struct alike alike = { 0 };

	for (size_t cursor = 0; !question->step &&
				(alike.name = next_of_drive(question, &kind_namespace, &cursor, &alike.pf));)
		if (is_unheard(question, &alike))
			gate_refuse(question, alike.name, NS_STATE,
				"pawl remembers no namespace of %s by this name: nothing is deleted",
				alike.pf->address);
	nameless_free(&alike.nameless);
}

const struct gate gate_namespace_unheard = {
	.id = "namespace-unheard",
	.question = "Has pawl heard of each namespace that is to be absent?",
	.explain = "A name that nothing was ever made or adopted under may be a mistake of writing: what was "
		   "to be deleted stays, and takes room on the drive. An apply remembers the name, and this "
		   "is not said again.",
	.fix = "compare with `pawl ledger`, which has the names; if there never was one, leave it out",
	.weight = WEIGHT_ADVICE,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_unheard,
};
