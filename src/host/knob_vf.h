/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob_vf.h: what the knobs that are a setting of a VF share. Of src/host/knob_vf*.c only.
 */
#ifndef KNOB_VF_H
#define KNOB_VF_H

#include "knob_sysfs.h"
#include "vf.h"

int vf_setting_read_op(const struct knob *, const char *target, struct op *, struct text *scratch);
int vf_setting_write_op(const struct knob *, const struct knob_turn *, struct op *, struct text *scratch);
bool vf_setting_match(const char *value, const char *want);

#endif
