/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds physical functions whose virtual ones could not be where they say. */
#include "vf_places.h"
#include "address.h"
#include <inttypes.h>
#include <stdlib.h>

/* As a routing id, First VF Offset and VF Stride are 16 bits wide (SR-IOV specification, 3.3.9, 3.3.10). */
enum { IDS = UINT16_MAX + 1, ON_BUS = 256, BUSES = IDS / ON_BUS };

/* One domain at a time: which function is at which routing id, bus by bus; on most buses is nothing. */
struct checking {
	const struct survey *survey;
	const struct function **at[BUSES];
	void (*wrong)(void *data, struct function *pf, enum attribute, const char *why);
	void *data;
};

/* The VFs of a PF: routing ids first, first + stride and so on (drivers/pci/iov.c, pci_iov_virtfn_bus). */
struct places {
	int64_t n, first, offset, stride;
};

static bool places_of(const struct function *pf, struct places *ret_places)
{
	struct places places = { 0 };
	int64_t count;

	if (function_number(pf, A_TOTALVFS, &places.n) < 0 || places.n == 0 ||
		function_number(pf, A_OFFSET, &places.offset) < 0 ||
		function_number(pf, A_STRIDE, &places.stride) < 0)
		return false;
	if (function_number(pf, A_NUMVFS, &count) == 0 && count == 1)
		places.n = 1; /* the stride is unused then */
	places.first = address_routing(pf->address).number + places.offset;
	*ret_places = places;
	return true;
}

char *vf_place(const struct function *pf, int64_t vf)
{
	struct routing routing = address_routing(pf->address);
	int64_t offset, stride;

	if (function_number(pf, A_OFFSET, &offset) < 0 || function_number(pf, A_STRIDE, &stride) < 0 ||
		offset == 0)
		return NULL;
	routing.number += offset + vf * stride;
	return routing_print(&routing);
}

bool vf_place_is_of(const struct function *pf, int64_t count, const char *address)
{
	struct routing from = address_routing(pf->address), to = address_routing(address);
	int64_t offset, stride, distance;

	if (from.domain != to.domain || count < 1 || function_number(pf, A_OFFSET, &offset) < 0 ||
		function_number(pf, A_STRIDE, &stride) < 0)
		return false;
	distance = to.number - from.number - offset;
	if (count == 1 || stride <= 0)
		return distance == 0;
	return distance >= 0 && distance % stride == 0 && distance / stride < count;
}

/* compute_max_vf_buses (drivers/pci/iov.c) refuses the device for either. */
static bool spacing_check(struct checking *checking, struct function *pf, const struct places *places)
{
	const struct {
		enum attribute attribute;
		int64_t value;
		const char *none;
	} rows[] = {
		{ A_OFFSET, places->offset, "0, so that its first VF would be itself" },
		{ A_STRIDE, places->n > 1 ? places->stride : 1,
			"0, but it can have more than one VF: all would have one address" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *wide =
			rows[i].value < 0 || rows[i].value >= IDS
				? text_print("%" PRId64 " is no number of 16 bits", rows[i].value)
				: NULL;

		if (rows[i].value != 0 && !wide)
			continue;
		checking->wrong(checking->data, pf, rows[i].attribute, wide ? wide : rows[i].none);
		return false;
	}
	return true;
}

/* One that the PF has left behind is where its VFs are to be, and a gate says what to do. */
static bool is_own(const struct function *there, const struct function *pf)
{
	return there->physfn == pf || string_equal(there->orphan_of, pf->address);
}

/* VF number `vf`, were it at routing id `id`; false: it cannot be. */
static bool place_check(struct checking *checking, struct function *pf, int64_t vf, int64_t id)
{
	const struct function **bus = id < IDS ? checking->at[id / ON_BUS] : NULL;
	const struct function *there = bus ? bus[id % ON_BUS] : NULL;
	AUTO_FREE char *why = NULL;

	if (id >= IDS)
		why = text_print("its VF %" PRId64 " would be beyond bus ff, where the last bus ends", vf);
	else if (there && !is_own(there, pf))
		why = text_print("its VF %" PRId64 " would be %s, which is %s", vf, there->address,
			there->physfn ? "another one's VF" : "another function");
	if (why)
		checking->wrong(checking->data, pf, vf == 0 ? A_OFFSET : A_STRIDE, why);
	return !why;
}

static void pf_check(struct checking *checking, struct function *pf)
{
	struct places places;

	if (!places_of(pf, &places) || !spacing_check(checking, pf, &places))
		return;
	for (int64_t vf = 0; vf < places.n; vf++)
		if (!place_check(checking, pf, vf, places.first + vf * places.stride))
			return;
}

/* All functions of one domain, from the i-th on, which stand together; where the next domain begins. */
static size_t domain_set(struct checking *checking, size_t i, bool here)
{
	const struct survey *survey = checking->survey;
	uint32_t domain = address_routing(survey->functions[i]->address).domain;

	for (; i < survey->n; i++) {
		struct routing routing = address_routing(survey->functions[i]->address);
		const struct function ***bus;

		if (routing.domain != domain)
			break;
		bus = &checking->at[routing.number / ON_BUS];
		if (!*bus)
			*bus = memory_new(ON_BUS, sizeof(**bus));
		(*bus)[routing.number % ON_BUS] = here ? survey->functions[i] : NULL;
	}
	return i;
}

void vf_places_check(const struct survey *survey,
	void (*wrong)(void *data, struct function *pf, enum attribute, const char *why), void *data)
{
	struct checking checking = {
		.survey = survey,
		.wrong = wrong,
		.data = data,
	};

	for (size_t first = 0, next; first < survey->n; first = next) {
		next = domain_set(&checking, first, true);
		for (size_t i = first; i < next; i++)
			pf_check(&checking, survey->functions[i]);
		domain_set(&checking, first, false);
	}
	for (size_t bus = 0; bus < BUSES; bus++)
		free(checking.at[bus]);
}
