/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads which functions of a facts file are VFs, or may become some. */
#include "address.h"
#include "facts_parsing.h"
#include "vf_places.h"
#include <jansson.h>
#include <string.h>

static void parse_virtfn(struct parsing *parsing, struct function *pf, size_t number, const json_t *value)
{
	const char *address = json_string_value(value);
	struct function *vf = address ? survey_function(parsing->survey, address) : NULL;

	if (json_is_null(value))
		return;
	if (!vf)
		parsing_refuse(parsing, "functions.%s.virtfn: VF %zu must be null or a function of this file",
			pf->address, number);
	else if (vf == pf)
		parsing_refuse(
			parsing, "functions.%s.virtfn: VF %zu is the function itself", pf->address, number);
	else if (vf->orphan_of)
		parsing_refuse(parsing, "functions.%s.virtfn: VF %zu, %s, is one that was left behind",
			pf->address, number, address);
	else if (vf->physfn)
		parsing_refuse(parsing, "functions.%s.virtfn: VF %zu, %s, is also VF %zu of %s", pf->address,
			number, address, vf->vf_number, vf->physfn->address);
	else
		survey_link_virtfn(pf, number, vf);
}

/*
 * Where the VFs of a PF are or would be: routing ids "first", "first + stride" and so on (SR-IOV
 * specification, 2.1.2; drivers/pci/iov.c, pci_iov_virtfn_bus).
 */
struct places {
	const struct function *pf;
	uint32_t domain;
	int64_t total, first, last, stride;
};

/* While NumVFs is 0, offset and stride are unused: a card may show anything (SR-IOV specification, 3.3.9). */
static bool places_of(const struct function *pf, struct places *ret_places)
{
	int64_t total, offset, stride, count;
	struct routing own = address_routing(pf->address);

	if (function_number(pf, A_NUMVFS, &count) == 0 && count == 0)
		return false;
	if (function_number(pf, A_TOTALVFS, &total) < 0 || total == 0 ||
		function_number(pf, A_OFFSET, &offset) < 0 || function_number(pf, A_STRIDE, &stride) < 0)
		return false;
	int64_t first = own.number + offset;
	*ret_places = (struct places){ pf, own.domain, total, first, first + (total - 1) * stride, stride };
	return true;
}

static bool places_have(const struct places *places, int64_t id)
{
	if (id < places->first || id > places->last)
		return false;
	return id == places->first || (id - places->first) % places->stride == 0;
}

static void check_pair(struct parsing *parsing, const struct places *a, const struct places *b)
{
	if (places_have(a, b->first) || places_have(a, b->last) || places_have(b, a->first) ||
		places_have(b, a->last))
		parsing_refuse(parsing, "functions.%s.sriov_offset: its VFs would be where those of %s are",
			a->pf->address, b->pf->address);
}

static bool bus_is_same(const struct function *a, const struct function *b)
{
	size_t length = (size_t)(address_device(a->address) - a->address);

	return strncmp(a->address, b->address, length) == 0;
}

/* Against the PFs before it on its bus: of those far away some would have to be looked at for each. */
static void check_pf(struct parsing *parsing, size_t number)
{
	const struct survey *survey = parsing->survey;
	struct function *pf = survey->functions[number];
	struct places own, other;

	if (!places_of(pf, &own))
		return;
	for (size_t i = number; i-- > 0 && bus_is_same(survey->functions[i], pf);)
		if (places_of(survey->functions[i], &other))
			check_pair(parsing, &own, &other);
}

static void refuse_place(void *data, struct function *pf, enum attribute attribute, const char *why)
{
	parsing_refuse(data, "functions.%s.%s: %s", pf->address, attributes[attribute].name, why);
}

static void check_places(struct parsing *parsing)
{
	vf_places_check(parsing->survey, refuse_place, parsing);
	if (parsing->mistakes > 0) /* of such a stride no pair can be told */
		return;
	for (size_t i = 0; i < parsing->survey->n; i++)
		check_pf(parsing, i);
}

/* The kernel has never more than it may (drivers/pci/iov.c, sriov_numvfs_store), nor a link beyond them. */
static void check_count(struct parsing *parsing, const struct function *pf)
{
	int64_t count, total;
	bool known = function_number(pf, A_NUMVFS, &count) == 0;

	if (known && function_number(pf, A_TOTALVFS, &total) == 0 && count > total)
		parsing_refuse(parsing, "functions.%s.sriov_numvfs: %lld, but sriov_totalvfs is %lld",
			pf->address, (long long)count, (long long)total);
	if (known && pf->n_virtfn > 0 && (int64_t)pf->n_virtfn > count)
		parsing_refuse(parsing, "functions.%s.virtfn: has VF %zu, but sriov_numvfs is %lld",
			pf->address, pf->n_virtfn - 1, (long long)count);
}

/* Only a PF has the attribute (drivers/pci/iov.c, sriov_pf_attrs_are_visible); no VF is a bridge. */
static void check_vf(struct parsing *parsing, const struct function *vf)
{
	const char *class = function_text(vf, A_CLASS);

	if (vf->physfn && function_text(vf, A_TOTALVFS))
		parsing_refuse(parsing, "functions.%s.%s: it is VF %zu of %s, which has none of its own",
			vf->address, attributes[A_TOTALVFS].name, vf->vf_number, vf->physfn->address);
	if (vf->orphan_of && class && string_starts(class, "0x06"))
		parsing_refuse(parsing, "functions.%s.%s: a bridge is no virtual function", vf->address,
			FACTS_ORPHAN);
}

void parsing_take_vfs(struct parsing *parsing, const json_t *functions)
{
	const struct survey *survey = parsing->survey;

	for (size_t i = 0; i < survey->n; i++) {
		struct function *pf = survey->functions[i];
		const json_t *virtfn = json_object_get(json_object_get(functions, pf->address), "virtfn");

		for (size_t number = 0; number < json_array_size(virtfn); number++)
			parse_virtfn(parsing, pf, number, json_array_get(virtfn, number));
	}
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *pf = survey->functions[i];

		if (pf->orphan_of && pf->attr[A_TOTALVFS].is != R_ABSENT)
			parsing_refuse(parsing, "functions.%s.%s: only a virtual function is left behind",
				pf->address, FACTS_ORPHAN);
		if (pf->n_virtfn > 0 && (pf->physfn || pf->attr[A_TOTALVFS].is == R_ABSENT))
			parsing_refuse(parsing, "functions.%s.virtfn: only a physical function can have VFs",
				pf->address);
		check_count(parsing, pf);
		check_vf(parsing, pf);
	}
	check_places(parsing);
}
