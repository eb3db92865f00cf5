/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs of a drive's namespaces: which there are, and which controllers have one. */
#include "knob_nvme.h"
#include "nvme_paths.h"
#include "survey.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NAMED    " " NVME_NAMED " "
#define NUMBERED " " NVME_NUMBERED " "

/* "0000:a1:00.0 ns ssd0.ns.db" is one by its name, "0000:a1:00.0 nsid 3:.." by its word; -1: neither. */
static int path_add(const char *target, const char *between, struct text *path)
{
	AUTO_FREE char *address = target_address(target);
	AUTO_TEXT struct text whole = { 0 };
	const char *rest = target + strlen(address);
	struct nvme_path parsed;

	if (!string_starts(rest, between) || !rest[strlen(between)])
		return -1;
	rest += strlen(between);
	if (strpbrk(rest, " /"))
		return -1;
	text_addf(&whole, NVME_DRIVES "%s/%s%s", address,
		string_equal(between, NAMED) ? NVME_OF_DRIVE : NVME_OF_ONE, rest);
	if (nvme_path_parse(text_string(&whole), &parsed) < 0)
		return -1;
	text_add(path, text_string(&whole));
	return 0;
}

static int read_op(const char *target, const char *between, struct op *op, struct text *scratch)
{
	size_t at = scratch->length;

	if (path_add(target, between, scratch) < 0)
		return -1;
	*op = (struct op){ .verb = OP_NVME, .path = scratch->bytes + at, .deadline_ns = NVME_PATIENCE };
	return 0;
}

static int write_op(const struct knob *knob, const char *target, const char *between, const char *order,
	struct op *op, struct text *scratch)
{
	AUTO_TEXT struct text path = { 0 };

	if (path_add(target, between, &path) < 0)
		return -1;
	op_fill_write(op, scratch, text_string(&path), order);
	op->verb = OP_NVME;
	op->deadline_ns = knob->slow_ns;
	return 0;
}

static const struct knob_advice advice[] = {
	{ ENOSPC, "`pawl show` tells what the drive has left: bytes, and numbers for namespaces" },
	{ ESTALE, "plan again: it is another namespace than the plan is about" },
	{ EADDRINUSE, "plan again: somebody has attached it meanwhile; `pawl show` tells to whom" },
	{ EPERM,
		"a private namespace goes to one controller: take it from the other, or say `shared: true`" },
	{ ENXIO, "the drive has no such controller: `pawl show` tells which it has" },
	{ EINVAL, "the drive takes other sizes or numbers; `pawl show` tells its block sizes" },
	{ EOPNOTSUPP, "the drive says that it has Namespace Management (OACS bit 3), and does not do it: is "
		      "there other firmware for it?" },
	{ EALREADY, "plan again: somebody has given or taken it meanwhile; `pawl show` tells who has it" },
	{ 0 },
};

#define SPECIFICATION "NVM Express Base Specification 2.0, "
#define COMMON                                                                                               \
	.parse = reading_take, .match = listing_match, .beyond = listing_beyond, .refused = advice,          \
	.refused_by_any = nvme_advice, .slow_ns = NVME_PATIENCE, .taker = "the drive"

static int namespaces_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	(void)knob;
	return read_op(target, NAMED, op, scratch);
}

/* One that is asked for is made, one that is not among them any more is removed: one at a time. */
static int namespaces_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	AUTO_FREE char *added = listing_added(turn->from, turn->to),
		       *removed = listing_added(turn->to, turn->from);
	AUTO_FREE char *order = NULL;

	if (added && !removed && namespace_is_asked(added))
		order = text_print(NVME_CREATE ":%s", added + strlen(NAMESPACE_ANY ":"));
	else if (removed && !added && namespace_number(removed))
		order = text_print(NVME_DELETE ":%s", removed);
	return order ? write_op(knob, turn->target, NAMED, order, op, scratch) : -1;
}

/*
 * What the drive has made of what was asked for: the only new one, and the one whose number it has answered
 * with (5.23.1, dword 0). Any other may be somebody else's, who came in between.
 */
static char *namespaces_learn(const char *before, const char *now, const char *answer)
{
	char *word = listing_added(before, now);

	if (!word || !*answer || strtoul(answer, NULL, 10) == namespace_number(word))
		return word;
	free(word);
	return NULL;
}

static char *namespaces_named(const char *before, const char *now)
{
	char *word = listing_added(before, now);

	if (word && namespace_number(word))
		return word;
	free(word);
	return NULL;
}

static bool namespaces_take(const char *from, const char *to)
{
	AUTO_FREE char *removed = listing_added(to, from);

	return removed != NULL;
}

static void namespaces_tell_value(const struct survey *survey, const char *target, const char *value,
	const char *other, struct text *text)
{
	AUTO_FREE char *own = other ? listing_added(other, value) : NULL;

	(void)survey;
	(void)target;
	if (own)
		namespace_size_tell(own, text);
	else if (!other)
		namespaces_tell(value, text);
}

const struct knob knob_namespace = {
	.name = "namespace",
	.help = "which namespaces a drive has: a write makes one, whose number the drive chooses, or "
		"deletes one",
	.nothing = "none",
	.source = SPECIFICATION "5.23, Namespace Management",
	.read = namespaces_read,
	.write = namespaces_write,
	.learn = namespaces_learn,
	.named = namespaces_named,
	.tell = namespaces_tell_value,
	.flags = KNOB_SLOW | KNOB_KEPT,
	.stays = "`state: absent` deletes it, with its data",
	.takes = namespaces_take,
	.taken = "which the run has deleted, is gone: no rollback brings its data back",
	.regain = "what was stored there is in a backup, or nowhere",
	COMMON,
};

static int controllers_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	(void)knob;
	return read_op(target, NUMBERED, op, scratch);
}

static int controllers_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	AUTO_FREE char *added = listing_added(turn->from, turn->to),
		       *removed = listing_added(turn->to, turn->from);
	AUTO_FREE char *order = text_print("%s:%s", added ? NVME_ATTACH : NVME_DETACH,
		added     ? added
		: removed ? removed
			  : "");

	return !added == !removed ? -1 : write_op(knob, turn->target, NUMBERED, order, op, scratch);
}

/* "0000:a1:00.0 nsid 3:..", of which the last word may tell more than it did. */
static bool controllers_same(const char *target, const char *other)
{
	const char *word = strrchr(target, ' '), *last = strrchr(other, ' ');

	return word && last && word - target == last - other &&
	       memcmp(target, other, (size_t)(word - target)) == 0 && namespace_same(word + 1, last + 1);
}

static void holders_tell_value(const struct survey *survey, const char *target, const char *value,
	const char *other, struct text *text)
{
	AUTO_FREE char *address = target_address(target);

	if (*value || !other)
		controllers_tell(survey ? survey_function(survey, address) : NULL, value, text);
}

const struct knob knob_controllers = {
	.name = "controllers",
	.help = "which controllers of the drive have a namespace",
	.nothing = "none",
	.source = SPECIFICATION "5.22, Namespace Attachment",
	.read = controllers_read,
	.write = controllers_write,
	.same = controllers_same,
	.tell = holders_tell_value,
	.flags = KNOB_SLOW | KNOB_KEPT | KNOB_ADDS_UP,
	COMMON,
};
