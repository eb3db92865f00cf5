/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on what namespaces a drive has room for. */
#include "namespaces.h"
#include "gates_rows.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Of one that is yet to be made: its bytes; 0: it is there, or not told. */
static uint64_t bytes_wished(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;
	const char *size = body->word ? body->word + strlen(NAMESPACE_ANY ":") : "";
	char *end;
	uint64_t blocks, block_bytes;

	if (!field_given(body, NS_WORD) || !string_starts(body->word, NAMESPACE_ANY ":"))
		return 0;
	blocks = strtoull(size, &end, 10);
	block_bytes = strtoull(end + 1, NULL, 10);
	return blocks * block_bytes;
}

static bool is_made(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;

	return field_given(body, NS_WORD) && string_starts(body->word, NAMESPACE_ANY ":");
}

/* What is asked of this drive up to and with this one. */
struct demand {
	uint64_t bytes, number;
};

static struct demand demand_until(const struct question *question, const struct resource *last)
{
	struct demand demand = { 0 };
	const struct resource *namespace;

	for (size_t cursor = 0; (namespace = next_resource(question, &kind_namespace, &cursor));) {
		if (namespace->under != last->under || !is_made(namespace))
			continue;
		demand.bytes += bytes_wished(namespace);
		demand.number++;
		if (namespace == last)
			break;
	}
	return demand;
}

static void judge_drive(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	const struct drive *drive = pf->drive;
	struct demand demand = demand_until(question, namespace);
	uint64_t left = drive->numbers[D_UNVMCAP], numbers = drive->numbers[D_NN] - drive->n_namespaces;

	if (bytes_wished(namespace) == 0)
		gate_refuse(question, namespace, NS_SIZE, "%s has no room left for it: %" PRIu64 " bytes",
			pf->address, left);
	else if (drive->numbers[D_TNVMCAP] && demand.bytes > left)
		gate_refuse(question, namespace, NS_SIZE,
			"with it %" PRIu64 " bytes are asked of %s, which has %" PRIu64 " of its %" PRIu64
			" left",
			demand.bytes, pf->address, left, drive->numbers[D_TNVMCAP]);
	else if (drive->numbers[D_NN] >= drive->n_namespaces && demand.number > numbers)
		gate_refuse(question, namespace, NS_SIZE,
			"%s numbers its namespaces up to %" PRIu64
			", and has %zu: with it there would be %" PRIu64 " more",
			pf->address, drive->numbers[D_NN], drive->n_namespaces, demand.number);
}

/* Of what is done already the drive's own numbers tell: it is asked about the whole plan alone. */
static void judge_full(const struct question *question)
{
	const struct resource *namespace;

	if (question->step)
		return;
	for (size_t cursor = 0; (namespace = next_resource(question, &kind_namespace, &cursor));) {
		const struct function *pf = device_function(question->now, namespace);

		if (pf && pf->drive && !pf->drive->unknown && is_made(namespace))
			judge_drive(question, namespace, pf);
	}
}

const struct gate gate_drive_full = {
	.id = "drive-full",
	.question = "Does the drive have room for the namespaces that are to be made?",
	.explain =
		"A drive tells how many of its bytes are in no namespace, and up to which number it counts "
		"them (NVM Express Base Specification 2.0, 5.17.2.2: UNVMCAP, NN); beyond that it refuses "
		"(115h, Namespace Insufficient Capacity; 116h, Namespace Identifier Unavailable).",
	.fix = "wish for less, or say `size: all-remaining`; `pawl show` tells what is left, and which "
	       "namespaces the drive has",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_full,
};
