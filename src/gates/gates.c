/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of gates. */
#include "gates_rows.h"

const struct gate *const gates[] = {
	&gate_device_not_found,
	&gate_device_ambiguous,
	&gate_device_in_removal,
	&gate_identity_changed,
	&gate_vf_orphaned,
	&gate_sriov_missing,
	&gate_vfs_above_total,
	&gate_pf_driverless,
	&gate_pf_has_vfs,
	&gate_eswitch_driverless,
	&gate_eswitch_vfs,
	&gate_vf_no_network,
	&gate_drive_missing,
	&gate_drive_unable,
	&gate_drive_short,
	&gate_drive_grain,
	&gate_drive_idle,
	&gate_namespace_unfit,
	&gate_drive_full,
	&gate_namespace_renamed,
	&gate_namespace_alike,
	&gate_namespace_nameless,
	&gate_data_loss,
	&gate_mac_twice,
	&gate_driver_missing,
	&gate_iommu_off,
	&gate_bridge_driver,
	&gate_group_not_whole,
	&gate_foreign_manager,
	&gate_vfs_in_use,
	&gate_pf_in_use,
	&gate_namespace_in_use,
	&gate_namespace_attached,
	&gate_namespace_unseen,
	&gate_namespace_shared,
	&gate_namespace_visible,
	&gate_namespace_left,
	&gate_traffic_cut,
	&gate_management_interface,
	&gate_ssh_interface,
	&gate_root_disk,
	&gate_console,
	&gate_use_unknown,
	&gate_guest_device,
	&gate_quarantine,
	&gate_secure_frozen,
	&gate_secure_to_ordinary,
	&gate_consent_missing,
	&gate_ledger_elsewhere,
	&gate_ledger_damaged,
	&gate_ledger_newer,
	&gate_secure_driver,
	&gate_guest_start,
	NULL,
};

const struct gate *gate_find(const char *id)
{
	for (const struct gate *const *gate = gates; *gate; gate++)
		if (string_equal((*gate)->id, id))
			return *gate;
	return NULL;
}
