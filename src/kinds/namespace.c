/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.nvme.namespaces.NAME: a namespace of an NVMe drive, and which controllers have it. */
#include "namespace.h"
#include "namespaces.h"
#include <string.h>

static const struct field adopt_fields[] = {
	[ADOPT_NSID] = { .name = "nsid",
		.help = "its number on the drive",
		.type = &value_number,
		.offset = FIELD_AT(struct namespace_adopt, nsid, int64_t),
		.min = 1,
		.max = INT64_C(0xfffffffe),
		.flags = FIELD_REQUIRED },
	[ADOPT_NGUID] = { .name = "nguid",
		.help = "its NGUID, 32 hexadecimal digits",
		.type = &value_uuid,
		.offset = FIELD_AT(struct namespace_adopt, nguid, char *) },
	[ADOPT_EUI64] = { .name = "eui64",
		.help = "its EUI-64, 16 hexadecimal digits",
		.type = &value_eui64,
		.offset = FIELD_AT(struct namespace_adopt, eui64, char *) },
	[ADOPT_UUID] = { .name = "uuid",
		.help = "its UUID, 32 hexadecimal digits, with hyphens or without",
		.type = &value_uuid,
		.offset = FIELD_AT(struct namespace_adopt, uuid, char *) },
	{ 0 },
};

static const char *const states[] = { NS_PRESENT, NS_ABSENT, NULL };

static void word_tell(const void *value, struct text *text)
{
	namespace_tell(*(char *const *)value, text);
}

static const struct field fields[] = {
	[NS_STATE] = { .name = "state",
		.help = "absent: it is deleted with all that is stored in it, which takes "
			"`--allow=data-loss:HANDLE.ns.NAME`",
		.standard = NS_PRESENT,
		.type = &value_choice,
		.offset = FIELD_AT(struct namespace_body, state, char *),
		.choices = states },
	[NS_SIZE] = { .name = "size",
		.help = "how large it is made, rounded up to whole blocks: a number and its unit, which is "
			"B, KB to PB (powers of 1000) or KiB to PiB (powers of 1024), or all-remaining; a "
			"namespace that is there keeps its size, and one that pawl knows by its name needs "
			"none",
		.type = &value_capacity,
		.offset = FIELD_AT(struct namespace_body, size, int64_t),
		.flags = FIELD_FIXED },
	[NS_BLOCK_SIZE] = { .name = "block-size",
		.help = "bytes of data in each of its blocks, without metadata",
		.standard = "512",
		.type = &value_number,
		.offset = FIELD_AT(struct namespace_body, block_size, int64_t),
		.min = 512,
		.max = 1 << 30,
		.flags = FIELD_FIXED },
	[NS_VF] = { .name = "vf",
		.help = "the VF whose controller gets it, one alone: `controllers` takes several; without "
			"`vf`, `pf` and `controllers`, who has it keeps it",
		.type = &value_number,
		.offset = FIELD_AT(struct namespace_body, vf, int64_t),
		.max = 65534,
		.flags = FIELD_UNCOMPARED },
	[NS_PF] = { .name = "pf",
		.help = "true: the drive's physical function gets it; false: nobody has it, and it is taken "
			"from whom pawl gave it to",
		.type = &value_flag,
		.offset = FIELD_AT(struct namespace_body, pf, bool),
		.flags = FIELD_UNCOMPARED },
	[NS_CONTROLLERS] = { .name = "controllers",
		.help = "the ids of the controllers that get it, as the drive numbers them; []: as `pf: "
			"false`",
		.type = &value_list,
		.offset = FIELD_AT(struct namespace_body, controllers, struct list),
		.item = &value_number,
		.max = 65519, /* 3.1.1: ids from fff0h are not those of controllers */
		.flags = FIELD_UNCOMPARED },
	[NS_SHARED] = { .name = "shared",
		.help = "whether more than one controller may have it; said when it is made",
		.standard = "false",
		.type = &value_flag,
		.offset = FIELD_AT(struct namespace_body, shared, bool),
		.flags = FIELD_FIXED },
	[NS_ADOPT] = { .name = "adopt",
		.help = "which one it is, when pawl has not made it, or the ledger is lost; after an "
			"apply it is known by its name",
		.type = &value_map,
		.offset = FIELD_AT(struct namespace_body, adopt, struct namespace_adopt),
		.fields = adopt_fields,
		.flags = FIELD_UNCOMPARED },
	[NS_WORD] = { .name = "namespace",
		.help = "its number, its blocks, and what it is known by",
		.type = &value_string,
		.offset = FIELD_AT(struct namespace_body, word, char *),
		.tell = word_tell,
		.flags = FIELD_OBSERVED,
		.cost = COST_LIVE },
	[NS_HELD] = { .name = "held",
		.help = "the controllers that have it, by their ids",
		.type = &value_string,
		.offset = FIELD_AT(struct namespace_body, held, char *),
		.flags = FIELD_OBSERVED | FIELD_UNCOMPARED | FIELD_INNER },
	[NS_ATTACHED] = { .name = "attached",
		.help = "the same as vf.N, pf, or controller ID",
		.type = &value_string,
		.offset = FIELD_AT(struct namespace_body, attached, char *),
		.flags = FIELD_OBSERVED,
		.cost = COST_LIVE },
	[NS_RIVAL] = { .name = "rival",
		.help = "another name that may be the same namespace's",
		.type = &value_string,
		.offset = FIELD_AT(struct namespace_body, rival, char *),
		.flags = FIELD_OBSERVED | FIELD_UNCOMPARED | FIELD_INNER },
	{ 0 },
};

static void refuse(const struct resource *namespace, size_t row, const char *hint, const char *text,
	struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "namespace-wish",
			.object = namespace->name,
			.at = resource_place(namespace, row),
			.hint = hint },
		"%s", text);
}

bool namespace_is_made(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;

	return field_given(body, NS_WORD) && namespace_is_asked(body->word);
}

bool namespace_is_absent(const struct resource *namespace)
{
	return string_equal(((const struct namespace_body *)namespace->body)->state, NS_ABSENT);
}

unsigned namespace_matters(const struct resource *namespace)
{
	return ((const struct namespace_body *)namespace->body)->matters;
}

bool namespace_is_certain(const struct resource *namespace)
{
	return !(namespace_matters(namespace) & ~(unsigned)(MATTER_DIFFERS | MATTER_ELSEWHERE));
}

static size_t holders_given(const struct resource *namespace)
{
	return (size_t)resource_given(namespace, NS_VF) + resource_given(namespace, NS_PF) +
	       resource_given(namespace, NS_CONTROLLERS);
}

/* Two of one drive would each get all of it. */
static bool another_takes_all(const struct resource *namespace, const struct state *state)
{
	for (size_t i = 0; i < state->n && state->all[i] != namespace; i++)
		if (state->all[i]->kind == &kind_namespace && state->all[i]->under == namespace->under &&
			!namespace_is_absent(state->all[i]) &&
			((const struct namespace_body *)state->all[i]->body)->size == ALL_REMAINING)
			return true;
	return false;
}

static bool adopted_twice(const struct resource *namespace, const struct state *state)
{
	const struct namespace_body *body = namespace->body;

	for (size_t i = 0; i < state->n && state->all[i] != namespace; i++) {
		const struct namespace_body *other = state->all[i]->body;

		if (state->all[i]->kind == &kind_namespace && state->all[i]->under == namespace->under &&
			body->adopt.nsid && other->adopt.nsid == body->adopt.nsid)
			return true;
	}
	return false;
}

static bool is_twice(const struct list *numbers)
{
	const int64_t *all = numbers->items;

	for (size_t i = 0; i < numbers->n; i++)
		for (size_t k = 0; k < i; k++)
			if (all[i] == all[k])
				return true;
	return false;
}

/* Of one that is there the drive tells whether it is shared, and a gate asks (namespace-differs). */
static bool is_private(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;

	return !body->shared &&
	       (resource_given(namespace, NS_SHARED) ||
		       (resource_given(namespace, NS_SIZE) && !resource_given(namespace, NS_ADOPT)));
}

static void check(const struct resource *namespace, const struct state *state, struct report *report)
{
	const struct namespace_body *body = namespace->body;

	if (holders_given(namespace) > 1)
		refuse(namespace, NS_CONTROLLERS,
			"say `controllers: [..]` with `shared: true` for more than one",
			"`vf`, `pf` and `controllers` say who gets it: give one of them", report);
	if (body->controllers.n > 1 && is_private(namespace))
		refuse(namespace, NS_CONTROLLERS, "say `shared: true`, or give it to one",
			"a private namespace goes to one controller", report);
	if (is_twice(&body->controllers))
		refuse(namespace, NS_CONTROLLERS, "name each once", "controllers: one of them is there twice",
			report);
	if (adopted_twice(namespace, state))
		refuse(namespace, NS_ADOPT, "give each name its own",
			"adopt: another name of this drive adopts the same namespace", report);
	if (body->size == ALL_REMAINING && !namespace_is_absent(namespace) &&
		another_takes_all(namespace, state))
		refuse(namespace, NS_SIZE, "give one of them a size",
			"size: another namespace of this drive takes all that remains", report);
}

static void check_missing(const struct resource *namespace, const struct state *state, struct report *report)
{
	const struct namespace_body *body = namespace->body;
	const struct resource *pool = pool_of(state, namespace);

	if (namespace_is_absent(namespace))
		return;
	if (resource_given(namespace, NS_VF) &&
		(!pool || ((const struct pool_body *)pool->body)->count <= body->vf))
		refuse(namespace, NS_VF,
			"VFs count from 0: raise `vfs.count`, name another, or leave `vf` out",
			"vf: the wish makes no VF of that number", report);
}

const struct kind kind_namespace = {
	.name = "namespace",
	.summary = "a namespace of an NVMe drive, made and given to controllers, or deleted; never resized",
	.under = "nvme",
	.key = "namespaces",
	.entries = &value_handle,
	.entry_help = "NAME",
	.entry_key = NS_KEY,
	.size = sizeof(struct namespace_body),
	.fields = fields,
	.check = check,
	.check_missing = check_missing,
	.derive = namespace_derive,
	.narrow = namespace_narrow,
	.observe = namespace_observe,
	.steps = namespace_steps,
};
