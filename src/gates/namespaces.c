/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what namespaces a drive can have: of which blocks, for whom, and how many it has room for. */
#include "namespaces.h"
#include "gates_rows.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Of one that is yet to be made. */
static uint64_t bytes_wished(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;
	uint32_t block_bytes;
	uint64_t blocks;

	namespace_size(body->word, &blocks, &block_bytes);
	return blocks_bytes(blocks, block_bytes);
}

/* What is asked of this drive up to and with this one. */
struct demand {
	uint64_t bytes, number;
};

static struct demand demand_until(
	const struct question *question, const struct function *pf, const struct resource *last)
{
	struct demand demand = { 0 };
	const struct resource *namespace;
	const struct function *port;

	for (size_t cursor = 0; (namespace = next_of_drive(question, &kind_namespace, &cursor, &port));) {
		if (!namespace_is_made(namespace) || !drive_is_same(port, pf))
			continue;
		if (__builtin_add_overflow(demand.bytes, bytes_wished(namespace), &demand.bytes))
			demand.bytes = UINT64_MAX;
		demand.number++;
		if (namespace == last)
			break;
	}
	return demand;
}

/* 5.17.2.1, MNAN: 0 is as many as there are numbers. */
static uint64_t most_namespaces(const struct drive *drive)
{
	uint64_t numbers = drive->numbers[D_NN], most = drive->numbers[D_MNAN];

	return most && most < numbers ? most : numbers;
}

/* `size: all-remaining` has come to nothing. */
static void judge_remainder(const struct question *question, const struct resource *namespace,
	const struct function *pf, uint64_t left)
{
	if (pf->drive->numbers[D_TNVMCAP])
		gate_refuse_for(question, namespace, NS_SIZE,
			"wish for less of the others; `pawl show` tells which namespaces the drive has",
			"of the %" PRIu64 " bytes that %s has left nothing remains for it", left,
			pf->address);
	else
		gate_refuse_for(question, namespace, NS_SIZE, "say a size, as in `size: 100GiB`",
			"%s does not tell what it has left (TNVMCAP 0)", pf->address);
}

static void judge_drive(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	const struct drive *drive = pf->drive;
	struct demand demand = demand_until(question, pf, namespace);
	uint64_t left = drive->numbers[D_UNVMCAP], most = most_namespaces(drive);
	size_t gone;

	if (__builtin_add_overflow(
		    left, namespaces_freed(question->now, pf, question->plan->want, &gone), &left))
		left = UINT64_MAX;
	if (bytes_wished(namespace) == 0)
		judge_remainder(question, namespace, pf, left);
	else if (drive->numbers[D_TNVMCAP] && demand.bytes > left)
		gate_refuse(question, namespace, NS_SIZE,
			"with it %" PRIu64 " bytes are asked of %s, which has %" PRIu64 " of its %" PRIu64
			" left",
			demand.bytes, pf->address, left, drive->numbers[D_TNVMCAP]);
	else if (demand.number + drive->n_namespaces - gone > most)
		gate_refuse_for(question, namespace, NS_SIZE,
			"wish for fewer; `pawl show` tells which namespaces the drive has",
			"%s may have %" PRIu64 " namespaces, and has %zu: with it there would be %" PRIu64
			" more",
			pf->address, most, drive->n_namespaces, demand.number);
}

/* Of what is done already the drive's own numbers tell: it is asked about the whole plan alone. */
static void judge_full(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf;

	if (question->step)
		return;
	for (size_t cursor = 0; (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));)
		if (namespace_is_made(namespace))
			judge_drive(question, namespace, pf);
}

const struct gate gate_drive_full = {
	.id = "drive-full",
	.question = "Does the drive have room for the namespaces that are to be made?",
	.explain = "A drive tells how many of its bytes are in no namespace, and how many namespaces it may "
		   "have (NVM Express Base Specification 2.0, 5.17.2.1: UNVMCAP, NN, MNAN); beyond that it "
		   "refuses (115h, Namespace Insufficient Capacity; 116h, Namespace Identifier Unavailable).",
	.fix = "wish for less, or say `size: all-remaining`; `pawl show` tells what is left, and which "
	       "namespaces the drive has",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_full,
};

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
			"%s has no blocks of %" PRIu32 " bytes without metadata, but of: %s", pf->address,
			block_bytes, formats);
}

static void judge_controllers(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	const struct namespace_body *body = namespace->body;
	const int64_t *controllers = body->controllers.items;

	for (size_t i = 0; i < body->controllers.n; i++)
		if (!drive_has_controller(pf->drive, (uint64_t)controllers[i]))
			gate_refuse_for(question, namespace, NS_CONTROLLERS,
				"`pawl show` tells which it has; `vf: N` and `pf: true` find theirs",
				"%s has no controller %" PRId64, pf->address, controllers[i]);
	if (resource_given(namespace, NS_VF) && !drive_secondary(pf->drive, (size_t)body->vf))
		gate_refuse_for(question, namespace, NS_VF,
			"name a VF that has one, or say `controllers: [N]`",
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
