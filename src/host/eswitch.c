/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What drivers want of their VFs when the mode of their embedded switch is set; the path of a mode. */
#include "eswitch.h"
#include "address.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* enum devlink_eswitch_mode, include/uapi/linux/devlink.h. */
const char *const eswitch_modes[] = { ESWITCH_LEGACY, ESWITCH_SWITCHDEV, NULL };

/* What is refused by some kernels only is refused here: the order that is left suits all of them. */
const struct eswitch_row eswitch_rows[] = {
	{
		.driver = "ice",
		.vfs_never = true,
		.error = EOPNOTSUPP,
		.words = "ice: Changing eswitch mode is allowed only if there is no VFs created",
		.source = "drivers/net/ethernet/intel/ice/ice_eswitch.c, ice_eswitch_mode_set",
	},
	{
		.driver = "mlx5_core",
		.unbinds = "mlx5_core",
		.error = EINVAL,
		.words = "mlx5_core: Failed setting eswitch to offloads",
		.source = "drivers/net/ethernet/mellanox/mlx5/core/eswitch_offloads.c, esw_offloads_start: "
			  "firmware makes no table for it while a VF is in use, and of some cards while "
			  "there is one (OpenNebula/one-deploy pull request 214; sriov-network-operator "
			  "issue 1015)",
	},
	{
		.driver = "bnxt_en",
		.vfs_first = true,
		.error = EPERM,
		.source =
			"drivers/net/ethernet/broadcom/bnxt/bnxt_vfr.c, bnxt_dl_eswitch_mode_set: \"Enable "
			"VFs before setting switchdev mode\" until the patch bnxt_en: Allow to set switchdev "
			"mode without existing VFs",
	},
	{ 0 },
};

const struct eswitch_row *eswitch_row(const char *driver)
{
	const struct eswitch_row *row = eswitch_rows;

	while (row->driver && !string_equal(row->driver, driver))
		row++;
	return row;
}

char *eswitch_path_parse(const char *path)
{
	const char *name = string_starts(path, ESWITCH_PCI) ? path + strlen(ESWITCH_PCI) : "";
	const char *end = strchr(name, '/');
	char *address = string_part(name, end ? (size_t)(end - name) : 0);

	if (end && string_equal(end, ESWITCH_MODE_OF) && address_valid(address))
		return address;
	free(address);
	return NULL;
}
