/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The reactions of the PCI core to what is written below sys/bus/pci. */
#include "eswitch.h"
#include "nvme_command.h"
#include "twin_inside.h"
#include <errno.h>
#include <fnmatch.h>
#include <string.h>

/* bus_find_device_by_name compares with sysfs_streq: one newline at the end does not count. */
static struct function *function_named(const struct twin *twin, const char *value)
{
	size_t length = strlen(value);
	AUTO_FREE char *address =
		string_part(value, length && value[length - 1] == '\n' ? length - 1 : length);

	return survey_function(&twin->world, address);
}

/* The X of drivers/X/bind, when it is registered; the caller frees it. */
static char *driver_of_path(const struct twin *twin, const char *path)
{
	const char *name = path + strlen(DRIVERS);
	AUTO_FREE char *driver = string_part(name, strcspn(name, "/"));

	return survey_has_driver(&twin->world, driver) ? string_copy(driver) : NULL;
}

/* PAGE_SIZE less the newline that reading adds and one byte for the NUL. */
#define OVERRIDE_LONGEST 4095

static int override_write(struct twin *twin, const char *path, const char *value)
{
	const char *rest;
	struct function *function = path_function(twin, path, &rest);
	AUTO_FREE char *name = string_part(value, strcspn(value, "\n"));

	if (!function)
		return ENOENT;
	if (strlen(value) >= OVERRIDE_LONGEST)
		return EINVAL;
	if (!device_lock(twin, function->address))
		return TWIN_BLOCKED;
	function_set(function, A_OVERRIDE, name);
	return 0;
}

/* pci_match_device: an override matches its own driver and no other. */
static int bind_write(struct twin *twin, const char *path, const char *value)
{
	AUTO_FREE char *driver = driver_of_path(twin, path);
	struct function *function = function_named(twin, value);

	if (!driver)
		return ENOENT;
	if (!function || !string_equal(twin_driver_for(twin, function), driver))
		return ENODEV;
	return twin_bind(twin, function, driver);
}

static int unbind_write(struct twin *twin, const char *path, const char *value)
{
	AUTO_FREE char *driver = driver_of_path(twin, path);
	struct function *function = function_named(twin, value);

	if (!driver)
		return ENOENT;
	if (!function)
		return ENODEV;
	if (!string_equal(function_link(function, A_DRIVER), driver) &&
		!device_is_ours(twin, function->address))
		return ENODEV;
	return twin_unbind(twin, function);
}

/* bus_rescan_devices_helper drops what the probe answered (measured: 0 even when nothing bound). */
static int probe_write(struct twin *twin, const char *path, const char *value)
{
	struct function *function = function_named(twin, value);
	const char *driver = function ? twin_driver_for(twin, function) : NULL;

	(void)path;
	if (!function)
		return ENODEV;
	if (function_link(function, A_DRIVER) || !driver)
		return 0;
	return twin_bind(twin, function, driver) == TWIN_BLOCKED ? TWIN_BLOCKED : 0;
}

#define NVME_MANAGEMENT                                                                                      \
	"NVM Express Base Specification 2.0, 5.24; statuses: QEMU in the lab, and its source: "

const struct reaction kernel_reactions[] = {
	{
		.pattern = DEVICES "*/sriov_numvfs",
		.write = numvfs_write,
		.source = "drivers/pci/iov.c, sriov_numvfs_store; each errno measured on igb and nvme",
	},
	{
		.pattern = DEVICES "*/sriov_drivers_autoprobe",
		.write = autoprobe_write,
		.source = "drivers/pci/iov.c, sriov_drivers_autoprobe_store",
	},
	{
		.pattern = DEVICES "*/driver_override",
		.write = override_write,
		.source = "drivers/pci/pci-sysfs.c, driver_override_store; drivers/base/driver.c, "
			  "driver_set_override",
	},
	{
		.pattern = DEVICES "*/remove",
		.write = remove_write,
		.source = "drivers/pci/pci-sysfs.c, remove_store; errnos and what stays: igb and nvme in the "
			  "lab",
	},
	{
		.pattern = DEVICES "*/rescan",
		.write = rescan_write,
		.source = "drivers/pci/pci-sysfs.c, dev_rescan_store",
	},
	{
		.pattern = "sys/bus/pci/rescan",
		.write = rescan_write,
		.source = "drivers/pci/pci-sysfs.c, rescan_store",
	},
	{
		.pattern = DRIVERS "*/bind",
		.write = bind_write,
		.source = "drivers/base/bus.c, bind_store; drivers/base/dd.c, device_driver_attach",
	},
	{
		.pattern = DRIVERS "*/unbind",
		.write = unbind_write,
		.source = "drivers/base/bus.c, unbind_store",
	},
	{
		.pattern = "sys/bus/pci/drivers_probe",
		.write = probe_write,
		.source = "drivers/base/bus.c, drivers_probe_store",
	},
	{
		.pattern = ESWITCH_PCI "*/mode",
		.write = eswitch_write,
		.source = "net/devlink/dev.c, devlink_nl_eswitch_set_doit; the order: eswitch_rows",
	},
	{
		.pattern = NETLINK_VFS "*/*/trust",
		.write = vf_setting_write,
		.source = "net/core/rtnetlink.c, do_setvfinfo, ndo_set_vf_trust",
	},
	{
		.pattern = NETLINK_VFS "*/*/mac",
		.write = vf_setting_write,
		.source = "net/core/rtnetlink.c, do_setvfinfo, ndo_set_vf_mac",
	},
	{
		.pattern = NETLINK_VFS "*/*/vlan",
		.write = vf_setting_write,
		.source = "net/core/rtnetlink.c, do_setvfinfo, ndo_set_vf_vlan",
	},
	{
		.pattern = NETLINK_VFS "*/*/spoofchk",
		.write = vf_setting_write,
		.source = "net/core/rtnetlink.c, do_setvfinfo, ndo_set_vf_spoofchk",
	},
	{
		.pattern = NETLINK_VFS "*/*/link_state",
		.write = vf_setting_write,
		.source = "net/core/rtnetlink.c, do_setvfinfo, ndo_set_vf_link_state",
	},
	{
		.pattern = NETLINK_VFS "*/*/rate",
		.write = vf_setting_write,
		.source = "net/core/rtnetlink.c, do_setvfinfo, ndo_set_vf_rate",
	},
	{
		.pattern = DEVICES "*/reset",
		.write = function_reset_write,
		.source = "drivers/pci/pci-sysfs.c, reset_store; what it takes: the lab",
	},
	{
		.pattern = "sys/class/nvme/nvme*/reset_controller",
		.write = controller_reset_write,
		.source = "drivers/nvme/host/sysfs.c, nvme_sysfs_reset; what it takes: the lab",
	},
	{
		.pattern = NVME_DRIVES "*/*/queues",
		.write = drive_write,
		.source = "NVM Express Base Specification 2.0, 5.24, action 8; statuses: the lab",
	},
	{
		.pattern = NVME_DRIVES "*/*/interrupts",
		.write = drive_write,
		.source = "NVM Express Base Specification 2.0, 5.24, action 8; statuses: the lab",
	},
	{
		.pattern = NVME_DRIVES "*/*/online",
		.write = drive_write,
		.source = "NVM Express Base Specification 2.0, 5.24, actions 7 and 9; statuses: the lab",
	},
	{
		.pattern = NVME_DRIVES "*/ns/*",
		.write = drive_write,
		.source = "NVM Express Base Specification 2.0, 5.23; statuses: 3.2.1 and figure 101",
	},
	{
		.pattern = NVME_DRIVES "*/namespace/*",
		.write = drive_write,
		.source = "NVM Express Base Specification 2.0, 5.22; statuses: the lab",
	},
	{ 0 },
};

static const struct reaction *reaction_find(const struct reaction *row, const char *path)
{
	for (; row && row->pattern; row++)
		if (fnmatch(row->pattern, path, FNM_PATHNAME) == 0)
			return row;
	return NULL;
}

int guest_react(struct twin *twin, const char *path, const char *definition)
{
	const struct reaction *row = reaction_find(twin->more, path);

	return row ? row->write(twin, path, definition) : 0;
}

int reaction_write(struct twin *twin, const char *path, const char *value)
{
	AUTO_FREE char *place = path_follow(twin, path);
	AUTO_TEXT struct text unused = { 0 };
	const struct reaction *row = reaction_find(twin->more, place);
	int err;

	if (!row)
		row = reaction_find(kernel_reactions, place);
	if (row)
		return row->write(twin, place, value);
	if (entries_find(&twin->files, place)) {
		entries_set(&twin->files, place, value, strlen(value));
		return 0;
	}
	err = path_read(twin, place, &unused);
	return err == ENOENT || err == EISDIR ? err : EACCES;
}
