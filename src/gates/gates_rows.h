/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gates_rows.h: the rows of the table of gates, and how a gate says no. */
#ifndef GATES_ROWS_H
#define GATES_ROWS_H

#include "gate.h"

extern const struct gate gate_device_not_found, gate_device_ambiguous, gate_device_in_removal;
extern const struct gate gate_sriov_missing, gate_vfs_above_total, gate_vf_count_change;
extern const struct gate gate_pf_driverless, gate_pf_has_vfs, gate_driver_missing;

/* Refuses for the sake of this resource's row; the hint is the gate's fix. */
void gate_refuse(const struct gate *, const struct resource *, size_t row, struct report *,
	const char *format, ...) PRINTF_LIKE(5, 6);

/* Each pool of the wish whose function was found; NULL after the last. `cursor` starts at 0. */
const struct resource *next_pool(
	const struct plan *, const struct survey *, size_t *cursor, const struct function **ret_pf);

/* The plan's first step that turns this knob of this target; NULL when there is none. */
const struct step *find_step(const struct plan *, const struct knob *, const char *target);

#endif
