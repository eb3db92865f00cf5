/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twin's NVMe drives: how they are asked, and what a change of the machine does to them. */
#include "twin_nvme.h"
#include "nvme_paths.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NVME_CLASS "sys/class/nvme/nvme"
#define BY_HAND    NVME_DELETE ":"     /* and a number alone, which pawl never says */
#define RESET      (160 * MILLISECOND) /* a function level reset in the lab */

/* The PF of a path, when its drive can be asked. */
static int drive_find(const struct twin *twin, const char *path, struct function **ret_pf, struct text *out)
{
	char address[32];
	struct function *pf;

	if (!nvme_address(path, address))
		return ENOSYS;
	pf = survey_function(&twin->world, address);
	if (!pf || !function_is_drive(pf))
		return ENODEV;
	if (!pf->drive || pf->drive->unknown) { /* not captured: nobody may take it for an answer */
		text_add(out, pf->drive ? pf->drive->unknown : "the facts do not have it");
		return EIO;
	}
	if (controller_is_dead(twin, pf)) {
		text_add(out, "its controller is dead");
		return EIO;
	}
	*ret_pf = pf;
	return 0;
}

/* pci_reset_function (drivers/pci/pci.c), with nvme_reset_prepare and nvme_reset_done around it. */
static int function_level_reset(struct nvme_door *door)
{
	struct controller *controller = (struct controller *)door; /* its first member */

	watch_reset(controller->twin, controller->pf);
	drive_reset(controller->twin, controller->pf, RESET_FUNCTION);
	twin_delay(controller->twin, RESET);
	return 0;
}

int drive_operate(struct twin *twin, const char *path, const char *value, struct text *out)
{
	struct controller controller = { .door = { controller_submit, function_level_reset }, .twin = twin };
	int err = drive_find(twin, path, &controller.pf, out);

	return err ? err : nvme_operate(&controller.door, path, value, out);
}

static int delete_by_hand(struct twin *twin, const char *path, uint32_t nsid)
{
	struct controller controller = { .door.submit = controller_submit, .twin = twin };
	AUTO_TEXT struct text unused = { 0 };
	int err = drive_find(twin, path, &controller.pf, &unused);

	return err ? err : controller_delete_namespace(&controller, nsid);
}

int drive_write(struct twin *twin, const char *path, const char *value)
{
	AUTO_TEXT struct text unused = { 0 };
	const char *number = value && string_starts(value, BY_HAND) ? value + strlen(BY_HAND) : "";

	if (*number && !number[strspn(number, "0123456789")])
		return delete_by_hand(twin, path, (uint32_t)strtoul(number, NULL, 10));
	return drive_operate(twin, path, value, &unused);
}

void drive_reset(struct twin *twin, struct function *pf, enum drive_reset reset)
{
	if (pf->drive)
		controller_reset(twin, pf, reset);
}

/* nvme_sysfs_reset (drivers/nvme/host/sysfs.c): whatever is written. */
int controller_reset_write(struct twin *twin, const char *path, const char *value)
{
	char *end;
	size_t number = strtoul(path + strlen(NVME_CLASS), &end, 10);
	struct function *pf = identity_controller(twin, number);

	(void)value;
	if (end == path + strlen(NVME_CLASS) || *end != '/' || !pf)
		return ENOENT;
	drive_reset(twin, pf, RESET_CONTROLLER);
	twin_delay(twin, RESET);
	return 0;
}

/* reset_store (drivers/pci/pci-sysfs.c). A VF's own leaves its controller as it is (seen in the lab). */
int function_reset_write(struct twin *twin, const char *path, const char *value)
{
	const char *rest;
	struct function *function = path_function(twin, path, &rest);

	if (!function || !function_is_nvme(function)) /* of others it is not captured how they can be reset */
		return ENOENT;
	if (!string_equal(value, "1"))
		return EINVAL;
	if (!device_lock(twin, function->address))
		return TWIN_BLOCKED;
	drive_reset(twin, function, RESET_FUNCTION);
	twin_delay(twin, RESET);
	return 0;
}

/* Those whose VFs go away (seen in the lab; QEMU, hw/nvme/ctrl.c). What else has shares keeps them. */
void drive_vfs_gone(struct function *pf, int64_t count)
{
	struct drive *drive = pf->drive;

	for (size_t i = 0; drive && i < drive->n_secondaries; i++)
		if (drive->secondaries[i].vf && drive->secondaries[i].vf <= count)
			secondary_offline(drive, &drive->secondaries[i]);
}

/* Nobody can ask it without its driver. nvme_dev_disable (drivers/nvme/host/pci.c) shuts it down. */
void drive_leave(struct twin *twin, struct function *pf)
{
	struct function *kept;

	if (!pf->drive)
		return;
	drive_reset(twin, pf, RESET_CONTROLLER);
	kept = survey_add(&twin->driverless, pf->address);
	drive_free(kept->drive);
	kept->drive = pf->drive;
	pf->drive = NULL;
	drive_tell(pf);
}

void drive_return(struct twin *twin, struct function *pf)
{
	struct function *kept = survey_function(&twin->driverless, pf->address);

	if (kept && !pf->drive && function_is_drive(pf)) {
		pf->drive = kept->drive;
		kept->drive = NULL;
	}
	drive_tell(pf);
}

const struct secondary *vf_secondary(const struct function *vf)
{
	const struct drive *drive = drive_told(vf->physfn);

	return drive ? drive_secondary(drive, vf->vf_number) : NULL;
}
