/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wish that the namespaces of an NVMe drive fulfil as they are. */
#include "namespace_known.h"
#include "namespaces.h"
#include "nvme.h"
#include "object.h"
#include "share.h"
#include "wish_inside.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Whatever is taken is known by what it is: the drive is what a wish cannot bring again. */
static void row_take(const struct field *fields, size_t row, void *body, const char *text)
{
	if (text)
		field_take(fields, row, body, text);
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
	if (there->block_bytes != NS_BLOCK)
		number_take(fields, NS_BLOCK_SIZE, body, there->block_bytes);
	if (there->shared)
		row_take(fields, NS_SHARED, body, "true");
}

/* By the VF where there is one: its controller's id is the drive's affair. */
static void holders_take(
	struct namespace_body *body, const struct function *pf, const struct drive_namespace *there)
{
	const struct field *fields = kind_namespace.fields;
	uint16_t first = there->n_controllers > 0 ? there->controllers[0] : 0;
	const struct secondary *secondary = drive_secondary_by_id(pf->drive, first);

	if (there->n_controllers == 1 && first == pf->drive->numbers[D_CNTLID]) {
		row_take(fields, NS_PF, body, "true");
	} else if (there->n_controllers == 1 && secondary && secondary->vf && secondary->vf <= pf->n_virtfn) {
		number_take(fields, NS_VF, body, secondary->vf - 1);
	} else if (there->n_controllers == 1 || (there->n_controllers > 1 && there->shared)) {
		for (size_t i = 0; i < there->n_controllers; i++)
			*(int64_t *)list_add(&fields[NS_CONTROLLERS], &body->controllers,
				(struct place){ 0 }) = there->controllers[i];
		field_set_given(body, NS_CONTROLLERS);
	}
}

/* Which namespace of the drive pawl knows by a name, and the name's last part, ".db"; NULL: none. */
static const struct drive_namespace *known_at(
	const struct survey *survey, const struct function *pf, size_t i, const char **ret_last)
{
	const struct applied *kept = &survey->kept.all[i];
	const char *last = kept->knob == &knob_namespace && kept->object ? strrchr(kept->object, '.') : NULL;

	*ret_last = last;
	return last ? namespace_called(survey, pf, kept->object) : NULL;
}

/* By the port whose handle its name begins with: below another one it would get another name. */
static const struct function *port_told(
	const struct survey *survey, const struct function *pf, const struct drive_namespace *there)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct function *port;
		const struct pin *pin;
		const char *last;
		AUTO_FREE char *handle = NULL;

		if (known_at(survey, pf, i, &last) != there)
			continue;
		handle = string_part(
			survey->kept.all[i].object, name_device_length(survey->kept.all[i].object));
		pin = pins_find(&survey->pins, handle);
		port = pin ? survey_function(survey, pin->address) : NULL;
		if (port && drive_manages(port) && drive_is_same(port, pf) &&
			pin_compare(pin, port, NULL) != PIN_OTHER)
			return port;
	}
	return namespace_port(survey, pf, there);
}

/* Below this handle, that no other of the drive's has yet; NULL: there is none. */
static char *name_known(const struct state *state, const struct survey *survey, const struct resource *device,
	const struct function *pf, const struct drive_namespace *there)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const char *last;
		AUTO_FREE char *name = NULL;

		if (known_at(survey, pf, i, &last) != there)
			continue;
		name = text_print("%s." NS_KEY "%s", device->name, last);
		if (!state_find(state, &kind_namespace, name))
			return string_copy(name);
	}
	return NULL;
}

static bool name_is_taken(
	const struct state *state, const struct survey *survey, const struct function *pf, const char *name)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const char *last;

		if (known_at(survey, pf, i, &last) && string_ends(name, last))
			return true;
	}
	return state_find(state, &kind_namespace, name) != NULL;
}

/* "ns1", or "ns1-2" when another one is called that. */
static char *name_new(const struct state *state, const struct survey *survey, const struct resource *device,
	const struct function *pf, uint32_t nsid)
{
	char *name = text_print("%s." NS_KEY ".ns%" PRIu32, device->name, nsid);

	for (unsigned next = 2; name_is_taken(state, survey, pf, name); next++) {
		free(name);
		name = text_print("%s." NS_KEY ".ns%" PRIu32 "-%u", device->name, nsid, next);
	}
	return name;
}

static bool is_known(const struct survey *survey, const struct function *pf)
{
	const char *last;

	for (size_t i = 0; i < survey->kept.n; i++)
		if (known_at(survey, pf, i, &last))
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
		AUTO_FREE char *name = name_known(state, survey, device, pf, there);
		struct namespace_body *body;

		if (port_told(survey, pf, there) != pf)
			continue;
		if (!name)
			name = name_new(state, survey, device, pf, there->nsid);
		if (!nvme)
			nvme = state_add(state, &kind_nvme, above, device);
		body = state_add(state, &kind_namespace, name, nvme)->body;
		shape_take(body, there);
		holders_take(body, pf, there);
		adopt_take(body, there);
	}
}
