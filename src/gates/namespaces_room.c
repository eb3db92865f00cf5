/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on the room that a drive has for the namespaces that are to be made. */
#include "gates_rows.h"
#include "namespaces.h"
#include <inttypes.h>

/* What a drive has, and what has been asked of it so far. */
struct room {
	const struct function *pf; /* by which port */
	uint64_t left, most;       /* bytes; 5.17.2.1, MNAN: 0 is as many as there are numbers */
	uint64_t asked, n, stay;
};

static uint64_t sum(uint64_t a, uint64_t b)
{
	return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

static void room_make(const struct question *question, const struct function *pf, struct room *ret_room)
{
	const struct drive *drive = pf->drive;
	size_t gone;
	uint64_t freed = namespaces_freed(question->now, pf, question->plan->want, &gone);

	*ret_room = (struct room){ .pf = pf,
		.left = sum(drive->numbers[D_UNVMCAP], freed),
		.most = drive_most_namespaces(drive),
		.stay = drive->n_namespaces - gone };
}

static uint64_t bytes_wished(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;
	uint32_t block_bytes;
	uint64_t blocks;

	namespace_size(body->word, &blocks, &block_bytes);
	return blocks_bytes(blocks, block_bytes);
}

/* `size: all-remaining` has come to nothing. */
static void refuse_remainder(
	const struct question *question, const struct resource *namespace, const struct room *room)
{
	AUTO_TEXT struct text left = { 0 };

	bytes_tell(room->left, &left);
	if (room->pf->drive->numbers[D_TNVMCAP])
		gate_refuse_for(question, namespace, NS_SIZE,
			"wish for less of the others; `pawl show` tells which namespaces the drive has",
			"of the %s that %s has left nothing remains for it", text_string(&left),
			room->pf->address);
	else
		gate_refuse_for(question, namespace, NS_SIZE, "say a size, as in `size: 100GiB`",
			"%s does not tell what it has left (TNVMCAP 0)", room->pf->address);
}

/* What those before it leave, rounded down by a hundredth at most: sizes are rounded up to whole blocks. */
static char *hint_of_size(const struct room *room, uint64_t before)
{
	const uint64_t mib = UINT64_C(1) << 20, gib = UINT64_C(1) << 30, few = 100;
	uint64_t left = before < room->left ? room->left - before : 0;

	if (left < mib)
		return string_copy(
			"wish for less of the others; `pawl show` tells which namespaces the drive has");
	return text_print("say `size: %" PRIu64 "%s` at most, or `size: all-remaining`",
		left < few * gib ? left / mib : left / gib, left < few * gib ? "MiB" : "GiB");
}

static void refuse_size(const struct question *question, const struct resource *namespace,
	const struct room *room, uint64_t before)
{
	AUTO_FREE char *hint = hint_of_size(room, before);
	AUTO_TEXT struct text asked = { 0 }, left = { 0 }, all = { 0 };

	bytes_tell(room->asked, &asked);
	bytes_tell(room->left, &left);
	bytes_tell(room->pf->drive->numbers[D_TNVMCAP], &all);
	gate_refuse_for(question, namespace, NS_SIZE, hint,
		"with it %s are asked of %s, which has %s left of its %s", text_string(&asked),
		room->pf->address, text_string(&left), text_string(&all));
}

static void judge_one(const struct question *question, const struct resource *namespace, struct room *room)
{
	uint64_t before = room->asked;

	room->asked = sum(before, bytes_wished(namespace));
	room->n++;
	if (bytes_wished(namespace) == 0)
		refuse_remainder(question, namespace, room);
	else if (room->pf->drive->numbers[D_TNVMCAP] && room->asked > room->left)
		refuse_size(question, namespace, room, before);
}

/* Said once, and not of each that is too many: which of them is left out is the operator's to say. */
static void judge_number(
	const struct question *question, const struct resource *namespace, const struct room *room)
{
	uint64_t more = room->most > room->stay ? room->most - room->stay : 0;

	if (room->n > more)
		gate_refuse_for(question, namespace, NS_SIZE,
			"wish for fewer; `pawl show` tells which namespaces the drive has",
			"%s may have %" PRIu64 " namespaces, and %" PRIu64 " %s there: %" PRIu64
			" more can be made, and %" PRIu64 " are wished for",
			room->pf->address, room->most, room->stay, room->stay == 1 ? "is" : "are", more,
			room->n);
}

/* From the first that is to be made on this drive, at whichever of its ports. */
static void judge_drive(const struct question *question, size_t cursor, const struct resource *first,
	const struct function *pf)
{
	const struct resource *namespace = first, *last = first;
	const struct function *port = pf;
	struct room room;

	room_make(question, pf, &room);
	do {
		if (!namespace_is_made(namespace) || !drive_is_same(port, pf))
			continue;
		room.pf = port;
		judge_one(question, namespace, &room);
		last = namespace;
	} while ((namespace = next_of_drive(question, &kind_namespace, &cursor, &port)));
	judge_number(question, last, &room);
}

static bool is_judged(
	const struct question *question, const struct resource *first, const struct function *pf)
{
	const struct resource *namespace;
	const struct function *port;
	size_t cursor = 0;

	while ((namespace = next_of_drive(question, &kind_namespace, &cursor, &port)) != first)
		if (namespace_is_made(namespace) && drive_is_same(port, pf))
			return true;
	return false;
}

/* Of what is done already the drive's own numbers tell: it is asked about the whole plan alone. */
static void judge_full(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf, *last = NULL;

	for (size_t cursor = 0;
		!question->step && (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));) {
		if (!namespace_is_made(namespace) || pf == last)
			continue;
		last = pf;
		if (!is_judged(question, namespace, pf))
			judge_drive(question, cursor, namespace, pf);
	}
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
