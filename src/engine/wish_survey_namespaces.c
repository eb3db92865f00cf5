/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wish that the namespaces of an NVMe drive fulfil as they are. */
#include "namespaces.h"
#include "nvme.h"
#include "share.h"
#include "wish_inside.h"
#include <inttypes.h>
#include <string.h>

/* Whatever is taken is known by what it is: the drive is what a wish cannot bring again. */
static void row_take(const struct field *fields, size_t row, void *body, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	if (text)
		field_parse(fields, row, body, text, &why); /* what the row cannot hold is left out */
}

static void number_take(const struct field *fields, size_t row, void *body, uint64_t number)
{
	AUTO_FREE char *text = text_print("%" PRIu64, number);

	row_take(fields, row, body, text);
}

static void adopt_take(struct namespace_body *body, const struct drive_namespace *there)
{
	const struct field *fields = kind_namespace.fields[NS_ADOPT].fields;

	number_take(fields, ADOPT_NSID, &body->adopt, there->nsid);
	row_take(fields, ADOPT_NGUID, &body->adopt, there->nguid);
	row_take(fields, ADOPT_EUI64, &body->adopt, there->eui64);
	row_take(fields, ADOPT_UUID, &body->adopt, there->uuid);
	field_set_given(body, NS_ADOPT);
}

static void shape_take(struct namespace_body *body, const struct drive_namespace *there)
{
	const struct field *fields = kind_namespace.fields;
	uint64_t bytes = blocks_bytes(there->blocks, there->block_bytes);
	AUTO_FREE char *size = text_print("%" PRIu64 "B", bytes);

	if (bytes > 0)
		row_take(fields, NS_SIZE, body, size);
	if (there->block_bytes != 512)
		number_take(fields, NS_BLOCK_SIZE, body, there->block_bytes);
	if (there->shared)
		row_take(fields, NS_SHARED, body, "true");
}

static const struct secondary *secondary_of(const struct function *pf, uint16_t cntlid)
{
	for (size_t i = 0; i < pf->n_virtfn; i++) {
		const struct secondary *secondary = drive_secondary(pf->drive, i);

		if (secondary && secondary->cntlid == cntlid)
			return secondary;
	}
	return NULL;
}

/* By the VF where there is one: its controller's id is the drive's affair. */
static void holders_take(
	struct namespace_body *body, const struct function *pf, const struct drive_namespace *there)
{
	const struct field *fields = kind_namespace.fields;
	uint16_t first = there->n_controllers > 0 ? there->controllers[0] : 0;
	const struct secondary *secondary = secondary_of(pf, first);

	if (there->n_controllers == 1 && first == pf->drive->numbers[D_CNTLID]) {
		row_take(fields, NS_PF, body, "true");
	} else if (there->n_controllers == 1 && secondary) {
		number_take(fields, NS_VF, body, secondary->vf - 1);
	} else if (there->n_controllers == 1 || (there->n_controllers > 1 && there->shared)) {
		for (size_t i = 0; i < there->n_controllers; i++)
			*(int64_t *)list_add(&fields[NS_CONTROLLERS], &body->controllers,
				(struct place){ 0 }) = there->controllers[i];
		field_set_given(body, NS_CONTROLLERS);
	}
}

/* Its own name when pawl knows one. */
static char *name_of(const struct survey *survey, const struct resource *device, const struct function *pf,
	const struct drive_namespace *there)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const char *name = survey->kept.all[i].object;
		const char *last = name ? strrchr(name, '.') : NULL;

		if (survey->kept.all[i].knob == &knob_namespace && last &&
			namespace_called(survey, pf, name) == there)
			return text_print("%s." NS_KEY "%s", device->name, last);
	}
	return text_print("%s." NS_KEY ".ns%" PRIu32, device->name, there->nsid);
}

static bool is_known(const struct survey *survey, const struct function *pf)
{
	for (size_t i = 0; i < survey->kept.n; i++)
		if (survey->kept.all[i].knob == &knob_namespace && survey->kept.all[i].object &&
			namespace_called(survey, pf, survey->kept.all[i].object))
			return true;
	return false;
}

/* Somebody has made them, or given them away: what a drive comes with it keeps for itself. */
bool namespaces_are_by_hand(const struct survey *survey, const struct function *pf)
{
	if (!drive_manages(pf))
		return false;
	for (size_t i = 0; i < pf->drive->n_namespaces; i++) {
		const struct drive_namespace *there = &pf->drive->namespaces[i];

		for (size_t k = 0; k < there->n_controllers; k++)
			if (there->controllers[k] != pf->drive->numbers[D_CNTLID])
				return true;
	}
	return is_known(survey, pf);
}

void drive_namespaces_take(struct state *state, const struct resource *device, const struct function *pf,
	const struct survey *survey)
{
	AUTO_FREE char *above = text_print("%s.%s", device->name, kind_nvme.key);
	const struct resource *nvme = state_find(state, &kind_nvme, above);
	bool wished = namespaces_are_by_hand(survey, pf);

	for (size_t i = 0; wished && i < pf->drive->n_namespaces; i++) {
		const struct drive_namespace *there = &pf->drive->namespaces[i];
		AUTO_FREE char *name = name_of(survey, device, pf, there);
		struct namespace_body *body;

		if (!nvme)
			nvme = state_add(state, &kind_nvme, above, device);
		body = state_add(state, &kind_namespace, name, nvme)->body;
		shape_take(body, there);
		holders_take(body, pf, there);
		adopt_take(body, there);
	}
}
