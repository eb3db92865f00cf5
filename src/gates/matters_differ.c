/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on a namespace that is there, and cannot be made what is wished. */
#include "matters.h"
#include "use.h"
#include "values.h"
#include <inttypes.h>

static void judge_management(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_UNMANAGED, &cursor, &matter);)
		if (function_is_drive(matter.pf))
			gate_refuse(question, matter.namespace, NS_SIZE,
				"%s does not manage namespaces: OACS bit 3 of its controller is 0",
				matter.pf->address);
}

const struct gate gate_namespace_management = {
	.id = "namespace-management",
	.question = "Does each drive that namespaces are wished for manage them?",
	.explain = "A drive says of itself whether it makes namespaces, and gives them to controllers (NVM "
		   "Express Base Specification 2.0, 5.17.2.1: bit 3 of OACS).",
	.fix = "leave `namespaces` out for this drive; other firmware may have it",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "drive-missing" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_management,
};

#define OR_ANOTHER ", or wish for another one under another name"

/* Those that are as good as the same are told as a file would say them: to the byte. */
static void sizes_tell(int64_t has, int64_t wished, struct text *ret_has, struct text *ret_wished)
{
	int64_t apart = has > wished ? has - wished : wished - has;

	if (apart < wished / 100) {
		value_size.print(&has, ret_has);
		value_size.print(&wished, ret_wished);
	} else {
		bytes_tell((uint64_t)has, ret_has);
		bytes_tell((uint64_t)wished, ret_wished);
	}
}

static void refuse_size(const struct question *question, const struct resource *namespace,
	const struct drive_namespace *there)
{
	const struct namespace_body *body = namespace->body;
	uint64_t bytes = blocks_bytes(there->blocks, there->block_bytes);
	int64_t has = bytes < INT64_MAX ? (int64_t)bytes : INT64_MAX;
	AUTO_TEXT struct text exactly = { 0 }, is = { 0 }, wished = { 0 };
	AUTO_FREE char *hint = NULL;

	value_size.print(&has, &exactly);
	sizes_tell(has, body->size, &is, &wished);
	hint = text_print("say `size: %s`" OR_ANOTHER, text_string(&exactly));
	gate_refuse_for(question, namespace, NS_SIZE, hint,
		"namespace %" PRIu32 " has %s, and %s is wished for: pawl resizes none", there->nsid,
		text_string(&is), text_string(&wished));
}

/* Every row of it: who mends one would be told of the next. */
static void refuse_differs(const struct question *question, const struct resource *namespace,
	const struct drive_namespace *there)
{
	const struct namespace_body *body = namespace->body;
	AUTO_FREE char *blocks = text_print("say `block-size: %" PRIu32 "`" OR_ANOTHER, there->block_bytes);

	if (namespace_differs(namespace, NS_BLOCK_SIZE, there))
		gate_refuse_for(question, namespace, NS_BLOCK_SIZE, blocks,
			"namespace %" PRIu32 " has blocks of %" PRIu32 " B, not of %" PRId64
			" B: pawl formats none",
			there->nsid, there->block_bytes, body->block_size);
	if (namespace_differs(namespace, NS_SIZE, there))
		refuse_size(question, namespace, there);
	if (namespace_differs(namespace, NS_SHARED, there))
		gate_refuse_for(question, namespace,
			resource_given(namespace, NS_SHARED) ? NS_SHARED : NS_CONTROLLERS,
			there->shared                          ? "say `shared: true`" OR_ANOTHER
			: resource_given(namespace, NS_SHARED) ? "say `shared: false`" OR_ANOTHER
							       : "give it to one" OR_ANOTHER,
			"namespace %" PRIu32 " is %s, and that is said when it is made", there->nsid,
			there->shared ? "shared" : "private");
}

static void judge_differs(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_DIFFERS, &cursor, &matter);)
		refuse_differs(question, matter.namespace, matter.there);
}

const struct gate gate_namespace_differs = {
	.id = "namespace-differs",
	.question = "Is each namespace that is there as large as wished, of such blocks, and shared or not?",
	.explain = "Its size, its blocks and whether it may be shared are said when a namespace is made, and "
		   "a change would lose what is stored in it: pawl changes none of the three.",
	.fix = "wish for it as it is, or for another one under another name",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_matter = true,
	.judge = judge_differs,
};

/* Where the file says who gets it. */
static size_t holders_row(const struct resource *namespace)
{
	return resource_given(namespace, NS_VF)   ? NS_VF
	       : resource_given(namespace, NS_PF) ? NS_PF
						  : NS_CONTROLLERS;
}

/* Who works with it through that controller, here; NULL: nobody that is seen. */
static const struct user *user_at(
	const struct question *question, const struct matter *matter, uint16_t cntlid)
{
	const struct user *users = NULL;
	struct function *function;
	size_t n = 0;

	if (subsystem_controller(question->now, matter->pf, cntlid, &function) == CONTROLLER_HERE)
		n = users_of(&question->now->users, function->address, &users);
	for (size_t i = 0; i < n; i++)
		if (!users[i].nsid || users[i].nsid == matter->there->nsid)
			return &users[i];
	return NULL;
}

/* Who follows the hint blindly would take a mounted disk away. */
static char *elsewhere_hint(const struct question *question, const struct matter *matter, uint16_t stranger)
{
	const struct user *user = user_at(question, matter, stranger);
	AUTO_FREE char *command = namespace_detach_command(matter->pf, matter->there->nsid, stranger);

	if (!user)
		return text_print("when nobody uses it there, take it away: %s", command);
	return text_print("it is in use: %s %s %s; when it is no more, take it away: %s",
		user->through ? user->through : user->function, use_rows[user->use].verb, user->who, command);
}

static void refuse_elsewhere(const struct question *question, const struct matter *matter)
{
	const struct namespace_body *body = matter->namespace->body;
	const uint16_t *stranger =
		namespace_stranger(question->now, matter->pf, matter->namespace, matter->there);
	AUTO_FREE char *hint = stranger ? elsewhere_hint(question, matter, *stranger) : NULL;
	AUTO_TEXT struct text is = { 0 }, wished = { 0 };

	if (!stranger)
		return;
	controllers_tell(matter->pf, matter->there->listed, &is);
	controllers_tell(matter->pf, body->held, &wished);
	gate_refuse_for(question, matter->namespace, holders_row(matter->namespace), hint,
		"namespace %" PRIu32 " is attached to %s, and the wish is for %s", matter->there->nsid,
		text_string(&is), text_string(&wished));
}

static void judge_elsewhere(const struct question *question)
{
	struct matter matter;

	for (size_t cursor = 0; next_matter(question, MATTER_ELSEWHERE, &cursor, &matter);)
		refuse_elsewhere(question, &matter);
}

const struct gate gate_namespace_elsewhere = {
	.id = "namespace-elsewhere",
	.question = "Is each namespace only where pawl gave it to, or where it is to be?",
	.explain = "It is attached to a controller that the wish does not give it to, and not by pawl: who "
		   "has it may have it mounted, or be a guest.",
	.fix = "see who uses it, take it away there (`nvme detach-ns`), and apply again",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "identity-changed" },
	.unknown_is = ANSWER_BAD,
	.of_matter = true,
	.judge = judge_elsewhere,
};
