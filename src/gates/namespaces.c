/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what namespaces a drive can have: of which blocks, for whom, and under which name. */
#include "namespaces.h"
#include "gates_rows.h"
#include "namespace_known.h"
#include "object.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void judge_blocks(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	const struct namespace_body *body = namespace->body;
	AUTO_FREE char *formats = drive_formats(pf->drive);
	uint32_t block_bytes;
	uint64_t blocks;

	namespace_size(body->word, &blocks, &block_bytes);
	if (drive_format(pf->drive, block_bytes) == pf->drive->n_formats)
		gate_refuse_for(question, namespace, NS_BLOCK_SIZE, "say `block-size` of one that it has",
			"%s has no blocks of %" PRIu32 " B without metadata, but of: %s", pf->address,
			block_bytes, formats);
}

static int number_order(const void *a, const void *b)
{
	size_t one = *(const size_t *)a, other = *(const size_t *)b;

	return (one > other) - (one < other);
}

/* "1-5,9"; the caller frees it. A drive may have no list of all, or one that lacks its secondary ones. */
static char *controllers_had(const struct drive *drive)
{
	AUTO_FREE size_t *ids = memory_new(drive->n_controllers + drive->n_secondaries + 1, sizeof(*ids));
	size_t n = 0, kept = 0;
	struct text text = { 0 };

	ids[n++] = drive->numbers[D_CNTLID];
	for (size_t i = 0; i < drive->n_controllers; i++)
		ids[n++] = drive->controllers[i];
	for (size_t i = 0; i < drive->n_secondaries; i++)
		ids[n++] = drive->secondaries[i].cntlid;
	qsort(ids, n, sizeof(*ids), number_order);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || ids[i] != ids[kept - 1])
			ids[kept++] = ids[i];
	numbers_fold(ids, kept, &text);
	return text_take(&text);
}

static void judge_ids(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	const struct namespace_body *body = namespace->body;
	const int64_t *ids = body->controllers.items;

	for (size_t i = 0; i < body->controllers.n; i++) {
		AUTO_FREE char *had = NULL;

		if (drive_has_controller(pf->drive, (uint64_t)ids[i]))
			continue;
		had = controllers_had(pf->drive);
		gate_refuse_for(question, namespace, NS_CONTROLLERS,
			"name one of these; `vf: N` and `pf: true` find theirs",
			"%s has no controller %" PRId64 ", but: %s", pf->address, ids[i], had);
	}
}

static void judge_controllers(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	const struct namespace_body *body = namespace->body;

	judge_ids(question, namespace, pf);
	if (resource_given(namespace, NS_VF) && !drive_secondary(pf->drive, (size_t)body->vf))
		gate_refuse_for(question, namespace, NS_VF,
			pf->drive->n_secondaries ? "name a VF that has one, or say `controllers: [N]`"
						 : "say `pf: true`, or leave `vf` out",
			"VF %" PRId64 " of %s has no controller: the drive lists %zu for its VFs", body->vf,
			pf->address, pf->drive->n_secondaries);
}

static void judge_unfit(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf;

	if (question->step)
		return;
	for (size_t cursor = 0; (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));) {
		if (namespace_is_made(namespace))
			judge_blocks(question, namespace, pf);
		if (!namespace_is_absent(namespace))
			judge_controllers(question, namespace, pf);
	}
}

const struct gate gate_namespace_unfit = {
	.id = "namespace-unfit",
	.question = "Has the drive such blocks, and the controllers that are to get the namespace?",
	.explain =
		"A drive lists the sizes of its blocks (Identify Namespace, LBAF) and its controllers (NVM "
		"Express Base Specification 2.0, 5.17.2, CNS 13h and 15h). What it has not it "
		"refuses (10Ah, Invalid Format; 11Ch, Controller List Invalid), and that after some of the "
		"plan is done. pawl makes no namespaces with metadata in their blocks.",
	.fix = "wish for what the drive has: `pawl show` tells",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_unfit,
};

/* By the name that no file has any more. */
static const struct drive_namespace *find_left(const struct question *question,
	const struct resource *namespace, const struct function *pf, const char **ret_how)
{
	const struct namespace_body *body = namespace->body;
	const struct drive_namespace *left;

	if (!namespace_is_made(namespace) || !body->rival)
		return NULL;
	left = namespace_called(question->now, pf, body->rival);
	*ret_how = left ? "pawl knows it as" : "a run that died may have made it as";
	return left ? left : namespace_asked(question->now, pf, body->rival);
}

static void judge_renamed(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf;

	for (size_t cursor = 0; (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));) {
		const struct namespace_body *body = namespace->body;
		const char *how;
		const struct drive_namespace *left = find_left(question, namespace, pf, &how);
		AUTO_FREE char *adopt = left ? namespace_adopt_print(left) : NULL, *hint = NULL;

		if (!left)
			continue;
		hint = text_print("if it is that one, say `%s`, or give it its old name", adopt);
		gate_refuse_for(question, namespace, NS_SIZE, hint,
			"a new one would be made; namespace %" PRIu32
			" of %s is as it should be, and %s %s, which no file has any more",
			left->nsid, pf->address, how, body->rival);
	}
}

const struct gate gate_namespace_renamed = {
	.id = "namespace-renamed",
	.question = "Is what would be made not there already, under a name that the files had before?",
	.explain =
		"pawl knows what it has made, or adopted, by its name. When a handle or a name in the files "
		"changes, the one under the old name is nobody's, and an empty new one would take its place.",
	.fix = "say which it is: `adopt: {nsid: N, nguid: ..}`, or give it its old name",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_renamed,
};
