/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completes the wish for a namespace by what the drive tells: its blocks, and the ids of controllers. */
#include "namespace.h"
#include <inttypes.h>
#include <stdlib.h>

const struct function *namespace_drive(const struct survey *survey, const struct resource *namespace)
{
	const struct function *pf = device_function(survey, namespace);

	return drive_manages(pf) ? pf : NULL;
}

static uint64_t block_bytes(const struct resource *namespace)
{
	const struct namespace_body *body = namespace->body;

	return resource_given(namespace, NS_BLOCK_SIZE) ? (uint64_t)body->block_size : NS_BLOCK;
}

/* A part of a block is a whole one: less than was wished is never made. */
static uint64_t blocks_of(uint64_t bytes, uint64_t block)
{
	return bytes / block + (bytes % block != 0);
}

static uint64_t sum(uint64_t a, uint64_t b)
{
	return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

/* The drive that a wished namespace is of, when it is this one, if by another of its ports; else NULL. */
static const struct function *port_of_drive(
	const struct survey *survey, const struct resource *namespace, const struct function *pf)
{
	const struct function *own =
		namespace->kind == &kind_namespace ? namespace_drive(survey, namespace) : NULL;

	return own && drive_is_same(own, pf) ? own : NULL;
}

uint64_t namespaces_freed(
	const struct survey *survey, const struct function *pf, const struct state *state, size_t *ret_n)
{
	uint64_t freed = 0;

	*ret_n = 0;
	for (size_t i = 0; i < state->n; i++) {
		const struct function *port = port_of_drive(survey, state->all[i], pf);
		struct drive_namespace *there;

		if (!port || !namespace_is_absent(state->all[i]) ||
			namespace_find(survey, port, state->all[i], &there) != NAMESPACE_HERE)
			continue;
		freed = sum(freed, blocks_bytes(there->blocks, there->block_bytes + there->metadata_bytes));
		++*ret_n;
	}
	return freed;
}

/* What the others of the drive take that are yet to be made. */
static uint64_t taken_by_others(const struct resource *namespace, const struct survey *survey,
	const struct function *pf, const struct state *state)
{
	uint64_t taken = 0;

	for (size_t i = 0; i < state->n; i++) {
		const struct resource *other = state->all[i];
		const struct namespace_body *body = other->body;
		const struct function *port = port_of_drive(survey, other, pf);
		struct drive_namespace *there;

		if (!port || other == namespace || namespace_is_absent(other) ||
			body->size == ALL_REMAINING ||
			namespace_find(survey, port, other, &there) != NAMESPACE_NONE)
			continue;
		taken = sum(taken, blocks_bytes(blocks_of((uint64_t)body->size, block_bytes(other)),
					   block_bytes(other)));
	}
	return taken;
}

static uint64_t blocks_wished(const struct resource *namespace, const struct survey *survey,
	const struct function *pf, const struct state *state)
{
	const struct namespace_body *body = namespace->body;
	uint64_t left = pf->drive->numbers[D_UNVMCAP];
	size_t n;

	if (body->size != ALL_REMAINING)
		return blocks_of((uint64_t)body->size, block_bytes(namespace));
	left = sum(left, namespaces_freed(survey, pf, state, &n));
	return left > body->reserved ? (left - body->reserved) / block_bytes(namespace) : 0;
}

static char *word_wished(const struct resource *namespace, const struct survey *survey,
	const struct function *pf, const struct state *state)
{
	return namespace_ask(blocks_wished(namespace, survey, pf, state), block_bytes(namespace),
		((const struct namespace_body *)namespace->body)->shared);
}

/* VFs count from 0 here; which controller is theirs, the drive's list says. */
static void holders_find(
	const struct namespace_body *body, const struct drive *drive, struct drive_namespace *ret_holders)
{
	const struct secondary *secondary =
		field_given(body, NS_VF) ? drive_secondary(drive, (size_t)body->vf) : NULL;

	if (secondary)
		namespace_attach(ret_holders, secondary->cntlid);
	if (field_given(body, NS_PF) && body->pf)
		namespace_attach(ret_holders, (uint16_t)drive->numbers[D_CNTLID]);
	for (size_t i = 0; i < body->controllers.n; i++)
		namespace_attach(ret_holders, (uint16_t)((const int64_t *)body->controllers.items)[i]);
}

static bool adopts_number(const struct resource *namespace, uint32_t nsid)
{
	return namespace->kind == &kind_namespace && resource_given(namespace, NS_ADOPT) &&
	       ((const struct namespace_body *)namespace->body)->adopt.nsid == nsid;
}

/* Most have none: another one adopts that number, or is kept by it, or is what was asked for (0). */
static bool may_have_rival(const struct resource *namespace, const struct survey *survey,
	const struct state *state, const struct drive_namespace *there)
{
	const uint32_t numbers[] = { there->nsid, 0 };
	const struct applied *kept;

	for (size_t i = 0; i < state->n; i++)
		if (state->all[i] != namespace && adopts_number(state->all[i], there->nsid))
			return true;
	for (size_t i = 0; i < 2; i++)
		for (size_t cursor = 0; (kept = applied_numbered(&survey->kept, numbers[i], &cursor));)
			if (!string_equal(kept->object, namespace->name) &&
				state_find(state, &kind_namespace, kept->object))
				return true;
	return false;
}

/* Of another name of the wish it is, too. */
static const char *rival_there(const struct resource *namespace, const struct survey *survey,
	const struct function *pf, const struct state *state, const struct drive_namespace *there)
{
	if (!may_have_rival(namespace, survey, state, there))
		return NULL;
	for (size_t i = 0; i < state->n; i++) {
		const struct resource *other = state->all[i];
		const struct function *port = other == namespace ? NULL : port_of_drive(survey, other, pf);

		if (port && namespace_stands_for(survey, port, other, there))
			return other->name;
	}
	return NULL;
}

/* Before one is made: pawl knows one like it, or has asked for it, by a name that is in no file any more. */
static const char *rival_left(const struct resource *namespace, const struct survey *survey,
	const struct function *pf, const struct state *state)
{
	const struct namespace_body *body = namespace->body;

	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		const struct drive_namespace *there;

		if (kept->knob != &knob_namespace || !kept->object ||
			state_find(state, &kind_namespace, kept->object))
			continue;
		there = namespace_called(survey, pf, kept->object);
		if (!there)
			there = namespace_asked(survey, pf, kept->object);
		if (there && (body->size == ALL_REMAINING || namespace_fits(there, body->word)))
			return kept->object;
	}
	return NULL;
}

/* What is to be absent, or has no size, and is known by nothing: what was another handle has such a name. */
static const char *rival_of_name(const struct resource *namespace, const struct survey *survey,
	const struct function *pf, const struct state *state)
{
	const char *own = strrchr(namespace->name, '.');

	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];

		if (kept->knob == &knob_namespace && kept->object &&
			string_equal(strrchr(kept->object, '.'), own) &&
			!state_find(state, &kind_namespace, kept->object) &&
			namespace_called(survey, pf, kept->object))
			return kept->object;
	}
	return NULL;
}

static void rival_take(struct namespace_body *body, const char *rival)
{
	body->rival = string_copy(rival);
	if (rival)
		field_set_given(body, NS_RIVAL);
}

/* What says nothing of it leaves it to whoever has it; `pf: false` and `controllers: []` say nobody. */
static void holders_take(struct namespace_body *body, const struct function *pf)
{
	struct drive_namespace holders = { 0 };
	struct text held = { 0 }, attached = { 0 };

	holders_find(body, pf->drive, &holders);
	controllers_print(&holders, &held);
	controllers_tell(pf, text_string(&held), &attached);
	body->held = string_copy(text_string(&held));
	body->attached = text_take(&attached);
	text_free(&held);
	free(holders.controllers);
	if (!field_given(body, NS_VF) && !field_given(body, NS_PF) && !field_given(body, NS_CONTROLLERS))
		return;
	field_set_given(body, NS_HELD);
	field_set_given(body, NS_ATTACHED);
}

/* What pawl knows nothing of by this name it may know by another one. */
static void derive_absent(struct resource *namespace, const struct survey *survey, const struct function *pf,
	struct state *state, enum namespace_fate fate, const struct drive_namespace *there)
{
	if (there)
		rival_take(namespace->body, rival_there(namespace, survey, pf, state, there));
	else if (fate == NAMESPACE_NONE && !resource_given(namespace, NS_ADOPT))
		rival_take(namespace->body, rival_of_name(namespace, survey, pf, state));
}

static void derive_present(struct resource *namespace, const struct survey *survey, const struct function *pf,
	struct state *state, enum namespace_fate fate, const struct drive_namespace *there)
{
	struct namespace_body *body = namespace->body;

	if (!there && fate == NAMESPACE_NONE && !resource_given(namespace, NS_SIZE))
		rival_take(body, rival_of_name(namespace, survey, pf, state));
	if (!there && (fate != NAMESPACE_NONE || !resource_given(namespace, NS_SIZE)))
		return;
	if (!there && body->size == ALL_REMAINING)
		body->reserved = taken_by_others(namespace, survey, pf, state);
	body->word = there ? namespace_word(there) : word_wished(namespace, survey, pf, state);
	field_set_given(body, NS_WORD);
	rival_take(body, there ? rival_there(namespace, survey, pf, state, there)
			       : rival_left(namespace, survey, pf, state));
	holders_take(body, pf);
}

static void former_take(struct resource *namespace, const struct survey *survey, const struct function *pf,
	const struct drive_namespace *there)
{
	bool renames = there && !namespace_is_absent(namespace) && namespace_is_certain(namespace) &&
		       namespace_adopts_whole(namespace, there);

	free(namespace->former);
	namespace->former = renames ? string_copy(namespace_owner(survey, pf, namespace->name, there)) : NULL;
}

static void matters_take(struct resource *namespace, unsigned matters)
{
	((struct namespace_body *)namespace->body)->matters = matters;
	namespace->blocked = matters != 0;
}

/* What is gone is what differs: else a file that does not say `state` would differ in nothing. */
static void derive_matters(struct resource *namespace, const struct survey *survey, const struct function *pf,
	enum namespace_fate fate, const struct drive_namespace *there)
{
	struct namespace_body *body = namespace->body;

	matters_take(namespace, namespace_matters_find(survey, namespace, pf, fate, there));
	if (!(body->matters & MATTER_GONE) || resource_given(namespace, NS_STATE))
		return;
	free(body->state);
	body->state = string_copy(NS_PRESENT);
	field_set_given(body, NS_STATE);
}

void namespace_derive(struct resource *namespace, const struct survey *survey, struct state *state)
{
	const struct function *device = device_function(survey, namespace),
			      *pf = namespace_drive(survey, namespace);
	struct drive_namespace *there = NULL;
	enum namespace_fate fate;

	if (!pf) {
		matters_take(namespace,
			device && (drive_told(device) || !function_is_drive(device)) ? MATTER_UNMANAGED : 0);
		return;
	}
	fate = namespace_find(survey, pf, namespace, &there);
	if (namespace_is_absent(namespace))
		derive_absent(namespace, survey, pf, state, fate, there);
	else
		derive_present(namespace, survey, pf, state, fate, there);
	derive_matters(namespace, survey, pf, fate, there);
	former_take(namespace, survey, pf, there);
}

/* What is left out gives no room back now; that of others that are yet to be made is still theirs. */
void namespace_narrow(struct resource *namespace, const struct survey *survey, const struct state *state)
{
	const struct function *pf = namespace_drive(survey, namespace);
	struct namespace_body *body = namespace->body;

	if (!pf || !resource_given(namespace, NS_WORD) || body->size != ALL_REMAINING ||
		!namespace_is_asked(body->word))
		return;
	free(body->word);
	body->word = word_wished(namespace, survey, pf, state);
}
