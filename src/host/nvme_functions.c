/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which functions are drives and their controllers, and what a drive tells of its VFs. */
#include "nvme_namespaces.h"
#include "vf_settings.h"
#include <stdlib.h>

#define NVME_CLASS "0x0108" /* non-volatile memory controllers: PCI Code and ID Assignment, 1.2 */

bool function_may_be_drive(const struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	return class && string_starts(class, NVME_CLASS) && !function->physfn && !function->orphan_of;
}

bool function_is_drive(const struct function *function)
{
	return function_may_be_drive(function) &&
	       string_equal(function_link(function, A_DRIVER), DRIVE_DRIVER);
}

struct drive *drive_told(const struct function *pf)
{
	return pf && pf->drive && !pf->drive->unknown ? pf->drive : NULL;
}

bool drive_manages(const struct function *pf)
{
	const struct drive *drive = drive_told(pf);

	return drive && drive->numbers[D_OACS] & OACS_NAMESPACES;
}

struct function *drive_controller(const struct function *pf, uint16_t cntlid)
{
	const struct secondary *secondary = drive_secondary_by_id(pf->drive, cntlid);

	if (pf->drive->numbers[D_CNTLID] == cntlid)
		return (struct function *)pf;
	return secondary && secondary->vf && secondary->vf <= pf->n_virtfn ? pf->virtfn[secondary->vf - 1]
									   : NULL;
}

char *secondary_say(const struct secondary *secondary, enum vf_setting setting)
{
	struct vf_value value = { .number = { setting == VF_ONLINE   ? secondary->online
					      : setting == VF_QUEUES ? secondary->queues
								     : secondary->interrupts } };
	struct text text = { 0 };

	vf_value_print(setting, &value, &text);
	return text_take(&text);
}

/* A drive that was not asked may have any. */
static struct reading setting_of(const struct function *vf, enum vf_setting setting)
{
	const struct function *pf = vf->physfn;
	const struct drive *drive = pf ? pf->drive : NULL;
	const struct secondary *secondary = drive ? drive_secondary(drive, vf->vf_number) : NULL;

	if (secondary && !drive->unknown)
		return (struct reading){ R_VALUE, secondary_say(secondary, setting) };
	if (drive ? drive->unknown != NULL : pf && function_is_drive(pf))
		return (struct reading){ R_UNKNOWN, reason_keep(drive ? drive->unknown : NULL) };
	return (struct reading){ .is = R_ABSENT };
}

static void tell(struct function *vf)
{
	for (enum vf_setting i = N_VF_NET_SETTINGS; i < N_VF_SETTINGS; i++) {
		reading_free(&vf->setting[i]);
		vf->setting[i] = setting_of(vf, i);
	}
}

static void controllers_list(struct drive_namespace *namespace)
{
	struct text text = { 0 };

	controllers_print(namespace, &text);
	free(namespace->listed);
	namespace->listed = string_copy(text_string(&text));
	text_free(&text);
}

static void drive_list(struct drive *drive)
{
	AUTO_TEXT struct text text = { 0 };

	if (!drive || drive->unknown)
		return;
	for (size_t i = 0; i < drive->n_namespaces; i++)
		controllers_list(&drive->namespaces[i]);
	namespaces_print(drive, &text);
	free(drive->listed);
	drive->listed = string_copy(text_string(&text));
}

void drive_tell(struct function *pf)
{
	drive_list(pf->drive);
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			tell(pf->virtfn[i]);
}

void drives_tell(struct survey *survey)
{
	for (size_t i = 0; i < survey->n; i++) {
		drive_list(survey->functions[i]->drive);
		tell(survey->functions[i]);
	}
}
