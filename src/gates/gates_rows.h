/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gates_rows.h: the rows of the table of gates, what they walk over, and how one says no. */
#ifndef GATES_ROWS_H
#define GATES_ROWS_H

#include "gate.h"

extern const struct gate gate_device_not_found, gate_device_ambiguous, gate_device_in_removal;
extern const struct gate gate_identity_changed;
extern const struct gate gate_vf_orphaned;
extern const struct gate gate_sriov_missing, gate_vfs_above_total, gate_mac_twice, gate_vf_no_network;
extern const struct gate gate_eswitch_driverless, gate_eswitch_vfs;
extern const struct gate gate_drive_missing, gate_drive_unable, gate_drive_short, gate_drive_grain;
extern const struct gate gate_drive_idle, gate_drive_reset;
extern const struct gate gate_vfs_driverless;
extern const struct gate gate_pf_driverless, gate_pf_has_vfs, gate_driver_missing;
extern const struct gate gate_iommu_off, gate_bridge_driver, gate_group_not_whole, gate_foreign_manager;
extern const struct gate gate_vfs_in_use, gate_pf_in_use, gate_traffic_cut;
extern const struct gate gate_namespace_in_use, gate_namespace_attached, gate_namespace_unseen;
extern const struct gate gate_namespace_shared;
extern const struct gate gate_namespace_visible, gate_namespace_left, gate_namespace_alike;
extern const struct gate gate_management_interface, gate_ssh_interface;
extern const struct gate gate_root_disk, gate_console, gate_use_unknown;
extern const struct gate gate_guest_device, gate_quarantine, gate_secure_driver, gate_secure_frozen;
extern const struct gate gate_guest_start;
extern const struct gate gate_secure_to_ordinary, gate_consent_missing;
extern const struct gate gate_drive_full, gate_namespace_unfit, gate_namespace_renamed;
extern const struct gate gate_namespace_management, gate_namespace_gone, gate_namespace_untold;
extern const struct gate gate_namespace_silent, gate_namespace_named, gate_namespace_another;
extern const struct gate gate_namespace_strayed, gate_namespace_number, gate_namespace_differs;
extern const struct gate gate_namespace_elsewhere, gate_namespace_unheard, gate_namespace_idle;
extern const struct gate gate_data_loss, gate_namespace_nameless;
extern const struct gate gate_ledger_elsewhere, gate_ledger_damaged, gate_ledger_newer;

/* Whom a refusal is about, what helps, and where the YAML is the cause. */
struct blame {
	const char *object, *hint;
	struct place at;
};
void gate_refuse_blame(const struct question *, const struct blame *, const char *format, ...)
	PRINTF_LIKE(3, 4);

/* Refuses for the sake of this resource's row; the hint is the gate's fix. */
void gate_refuse(const struct question *, const struct resource *, size_t row, const char *format, ...)
	PRINTF_LIKE(4, 5);

/* The same with a hint of its own, where the gate's fix is for another case. */
void gate_refuse_for(const struct question *, const struct resource *, size_t row, const char *hint,
	const char *format, ...) PRINTF_LIKE(5, 6);

/* The same for the sake of a step, which nobody may have wished for: it pays a debt or takes back. */
void gate_refuse_step(const struct question *, const struct step *, const char *hint, const char *format, ...)
	PRINTF_LIKE(4, 5);

/* The same, said of another object than the step's own. */
void gate_refuse_of(const struct question *, const char *object, const struct step *, const char *hint,
	const char *format, ...) PRINTF_LIKE(5, 6);

/* What the answer rests on was not captured or cannot be read: the row says what that counts as (rule 7). */
void gate_unknown(const struct question *, const struct resource *, size_t row, const char *what);

/*
 * For gates that `asks_twin`: the machine when the plan is done, as far as its twin comes; right before the
 * step, as it is now. NULL: the twin does not get as far as this step. Ask only when something of the plan
 * calls for it: it takes long.
 */
const struct survey *question_then(const struct question *, const struct step *);

/*
 * What keeps the twin from doing this step counts as the row says of the unknown, and is said once: not where
 * a gate before has refused, which is why then, nor of a guest that waits for the start of another one.
 */
void gate_unpredicted(const struct question *, const struct step *, size_t row);
bool step_starts_guest(const struct step *);

/* The next resource of that kind which the question is about; NULL after the last. `cursor` starts at 0. */
const struct resource *next_resource(const struct question *, const struct kind *, size_t *cursor);

/* The same where its device is a drive that has told of itself. */
const struct resource *next_of_drive(
	const struct question *, const struct kind *, size_t *cursor, const struct function **ret_pf);

/*
 * The next step that turns this knob, wished for or not. Of a step that is about to be written those of its
 * device that are still to come are asked about too: so often a device is looked at again.
 */
const struct step *next_step(const struct question *, const struct knob *, size_t *cursor);

/* The same for steps that take anything from anybody. */
const struct step *next_taking(const struct question *, size_t *cursor);

/*
 * The same for steps that need the ledger: what they take, lose or set in motion no other run brings back; or
 * what they make is known by the ledger alone.
 */
const struct step *next_needing_ledger(const struct question *, size_t *cursor);

/* The same for all steps. */
const struct step *next_of_all(const struct question *, size_t *cursor);

#endif
