/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose a controller of a drive is, when the drive has several ports on this machine, or on another one. */
#include "nvme_namespaces.h"
#include "survey.h"

static bool same_text(const struct function *a, const struct function *b, enum identity row)
{
	const struct reading *one = &a->identity[row], *other = &b->identity[row];

	return one->is == R_VALUE && other->is == R_VALUE && string_equal(one->text, other->text);
}

static bool lists(const struct drive *drive, uint64_t cntlid)
{
	for (size_t i = 0; i < drive->n_controllers; i++)
		if (drive->controllers[i] == cntlid)
			return true;
	return false;
}

/* No list says otherwise, and both tell that there are more than one, and in which subsystem. */
static bool same_subsystem(const struct drive *a, const struct drive *b)
{
	return a->subnqn && string_equal(a->subnqn, b->subnqn) && a->n_controllers == 0 &&
	       b->n_controllers == 0 && a->numbers[D_CMIC] & b->numbers[D_CMIC] & CMIC_CONTROLLERS;
}

/*
 * Controllers of one subsystem have one serial and model (NVM Express Base Specification 2.0, 5.17.2.1), each
 * an identifier of its own, and each lists them all; where they have no such list, one SUBNQN. A maker may
 * have given two drives the same serial: what neither says is no port, for a controller of another host would
 * pass for an idle one of the other drive.
 */
bool drive_is_port(const struct function *port, const struct function *pf)
{
	const struct drive *a = drive_told(port), *b = drive_told(pf);

	if (port == pf || !a || !b || !same_text(port, pf, I_NVME_SERIAL) ||
		!same_text(port, pf, I_NVME_MODEL) || a->numbers[D_CNTLID] == b->numbers[D_CNTLID])
		return false;
	return (lists(a, b->numbers[D_CNTLID]) && lists(b, a->numbers[D_CNTLID])) || same_subsystem(a, b);
}

bool drive_is_same(const struct function *port, const struct function *pf)
{
	return port == pf || (port && drive_is_port(port, pf));
}

bool targets_are_of_one_drive(const struct survey *survey, const char *target, const char *other)
{
	AUTO_FREE char *one = target_address(target), *two = target_address(other);
	const struct function *pf = survey_function(survey, two);

	return string_equal(one, two) || (pf && drive_is_same(survey_function(survey, one), pf));
}

/* VFs that are not there have no users. */
static enum controller_is own_controller(
	const struct function *pf, uint16_t cntlid, struct function **ret_function)
{
	const struct secondary *secondary = drive_secondary_by_id(pf->drive, cntlid);

	*ret_function = drive_controller(pf, cntlid);
	if (*ret_function)
		return CONTROLLER_HERE;
	return secondary && secondary->vf > pf->n_virtfn ? CONTROLLER_IDLE : CONTROLLER_UNSEEN;
}

enum controller_is subsystem_controller(const struct survey *survey, const struct function *pf,
	uint16_t cntlid, struct function **ret_function)
{
	enum controller_is is = own_controller(pf, cntlid, ret_function);

	for (size_t i = 0; i < survey->n && is == CONTROLLER_UNSEEN; i++)
		if (drive_is_port(survey->functions[i], pf))
			is = own_controller(survey->functions[i], cntlid, ret_function);
	return is;
}

static char *own_place(const struct function *pf, uint16_t cntlid)
{
	struct function *function = drive_controller(pf, cntlid);
	const struct secondary *secondary = drive_secondary_by_id(pf->drive, cntlid);

	if (function)
		return string_copy(function->address);
	return secondary && secondary->vf ? vf_place(pf, (int64_t)secondary->vf - 1) : NULL;
}

char *controller_place(const struct survey *survey, const struct function *pf, uint16_t cntlid)
{
	char *place = own_place(pf, cntlid);

	for (size_t i = 0; i < survey->n && !place; i++)
		if (drive_is_port(survey->functions[i], pf))
			place = own_place(survey->functions[i], cntlid);
	return place;
}

const struct function *controller_port(
	const struct survey *survey, const struct function *pf, uint16_t cntlid)
{
	if (drive_secondary_by_id(pf->drive, cntlid))
		return pf;
	for (size_t i = 0; i < survey->n; i++)
		if (drive_is_port(survey->functions[i], pf) &&
			drive_secondary_by_id(survey->functions[i]->drive, cntlid))
			return survey->functions[i];
	return NULL;
}

static bool has_controller(const struct function *pf, uint16_t cntlid)
{
	return pf->drive->numbers[D_CNTLID] == cntlid || drive_secondary_by_id(pf->drive, cntlid);
}

const struct function *namespace_port(
	const struct survey *survey, const struct function *pf, const struct drive_namespace *there)
{
	const struct function *first = NULL;

	for (size_t i = 0; i < survey->n; i++) {
		const struct function *port = survey->functions[i];

		if (!drive_is_same(port, pf))
			continue;
		first = first ? first : port;
		if (there->n_controllers > 0 && has_controller(port, there->controllers[0]))
			return port;
	}
	return first;
}
