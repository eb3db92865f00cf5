/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob_nvme.h: what the knobs of NVMe drives share. Of src/host/ only.
 */
#ifndef KNOB_NVME_H
#define KNOB_NVME_H

#include "knob_sysfs.h"

/*
 * From one answer of a drive to the next (host.h): the kernel gives each command 60 s
 * (drivers/nvme/host/core.c, admin_timeout), and who lets one wait for longer does not answer.
 */
#define NVME_PATIENCE (65 * SECOND)

/* Of what a drive may say to any order; nvme_command.h has which status becomes which errno. */
extern const struct knob_advice nvme_advice[];

#endif
